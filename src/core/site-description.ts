/**
 * A site as data: which addresses show a thread, where its parts stand in the page, what can be written there and which
 * requests carry it. Without any regular expression, so that no description can hold a page or the guard up.
 */
import type { ChangingKind, WritingKind } from './action.ts';

/** CSS selectors of the parts of a page; null where the site has none, or nobody has said. */
export interface PageSelectors {
  readonly title: string | null;
  /** Each document of the thread in view. */
  readonly documents: string | null;
  /** Inside a document, who wrote it. */
  readonly author: string | null;
  /** Chips, tags and categories whose text may be a mark. */
  readonly labels: string | null;
  /** Who is on the thread, by mail address; with it the page says who reads, and not policy. */
  readonly readers: string | null;
  /** The mail address of the account that is signed in. */
  readonly account: string | null;
}

export interface ComposerDescription {
  readonly root: string;
  readonly editor: string;
  readonly send: string;
  /** A field of its own above the text; null when there is none. */
  readonly title: string | null;
  readonly act: WritingKind;
  /** What sends from the keyboard, besides pressing the control. */
  readonly keys: 'ctrl-enter' | 'enter' | 'none';
  /** Template of the address where the same can be written again; null when there is none. */
  readonly at: string | null;
}

export interface RequestDescription {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly address: string;
  /** Fields that must be there ("wpSave"), or have a value ("action=edit"). */
  readonly when: readonly string[];
  /** Fields, or values of fields, that must not be there. */
  readonly unless: readonly string[];
  /** `none`: nobody else sees what it does. */
  readonly act: WritingKind | ChangingKind | 'none';
  /** Fields that others will read, in reading order: names of a form's fields, or paths into JSON ("$.message.text"). */
  readonly text: readonly string[];
  readonly title: string | null;
  /** Where it goes: text with fields and the address's variables in braces ("{thread}", "new:{category}"). */
  readonly thread: string;
  /** Fields with mail addresses; null where the place decides who reads. */
  readonly recipients: {
    readonly to: readonly string[];
    readonly cc: readonly string[];
    readonly bcc: readonly string[];
  } | null;
  /** Fields that carry files. */
  readonly files: readonly string[];
  /** Fields that change nothing that others see. What is neither read nor ignored makes the act unreadable. */
  readonly ignored: readonly string[];
}

export interface SiteDescription {
  /** Templates of the addresses of pages that show a thread. */
  readonly threads: readonly string[];
  readonly page: PageSelectors;
  readonly composers: readonly ComposerDescription[];
  /** The first whose method, address and fields fit tells what a request is. */
  readonly requests: readonly RequestDescription[];
}

/** The names in braces of a thread's template. */
export function namesInThread(template: string): readonly string[] {
  return [...template.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name);
}

/** A path into JSON: "$.message.text", or "$.blocks[*].text" for each entry of a list. */
export function isJsonPath(name: string): boolean {
  return name.startsWith('$.');
}
