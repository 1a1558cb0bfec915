/**
 * What every guarded site must answer, from its requests and from its page. The request's description decides; the
 * page's is grace. What a site cannot tell is `unknown`, never empty.
 */
import type { ActionKind } from '../core/action.ts';
import type { SiteKind } from '../core/policy.ts';

/** A request's body as far as it can be read without its headers. Query parameters are merged in by the reader. */
export type RequestBody =
  | { readonly kind: 'fields'; readonly fields: ReadonlyMap<string, string> }
  | { readonly kind: 'unreadable'; readonly why: string };

export interface SiteRequest {
  /** Upper case. */
  readonly method: string;
  /** Decoded path without query, "/posts.json". */
  readonly path: string;
  readonly body: RequestBody;
}

/** An act without what only the background knows: audience and labels. */
export interface DescribedAct {
  readonly kind: Exclude<ActionKind, 'unreadable'>;
  readonly thread: string;
  readonly text: string;
  readonly attachments: readonly string[] | 'unknown';
}

export type Described =
  | { readonly kind: 'act'; readonly act: DescribedAct }
  /** Surely something that others will see, but it cannot be read. */
  | { readonly kind: 'unreadable-act'; readonly why: string }
  /** What the site needs to live: drafts, read markers, presence, sign-in. */
  | { readonly kind: 'not-an-act' }
  /** A write that no pattern knows. */
  | { readonly kind: 'unknown' };

/** What the background learns of a place by its own fetch, and the page cannot change. */
export interface ThreadFacts {
  readonly title: string;
  /** The site's own name of the area that policy may speak about: "category:7"; "people" for private messages. */
  readonly area: string;
  readonly areaName: string;
  /** The site itself says that not everybody who is signed in can read here. */
  readonly restricted: boolean;
  /** For private messages, who is in it. */
  readonly people: readonly string[];
  readonly groups: readonly { readonly id: string; readonly size: number }[];
  readonly tags: readonly string[];
  /** What stands there, as plain text. */
  readonly text: string;
}

/** What a page shows of the thread in view. */
export interface SeenThread {
  readonly thread: string;
  readonly title: string;
  readonly tags: readonly string[];
  readonly text: string;
}

/** A composer found in the page. */
export interface Composer {
  readonly root: Element;
  readonly editor: Element;
  readonly draft: DescribedAct;
}

/** Everything the guard knows of one kind of site. */
export interface Site {
  readonly kind: SiteKind;
  describeRequest(request: SiteRequest): Described;
  /** Anchored regular expressions (RE2) of paths that stay open while a tab is sealed. */
  readonly harmlessPaths: readonly string[];
  /** Anchored regular expression (RE2) of the paths that a released act of this kind goes to. */
  sendPath(act: Pick<DescribedAct, 'kind' | 'thread'>): { readonly method: 'post' | 'put'; readonly path: string };
  /** The thread that a GET of this path shows its reader; null when it shows none. */
  threadOfRead(path: string): string | null;
  /** Paths to ask the site itself about a thread, in order; each answer may need the next. Empty: nothing to ask. */
  factsPath(thread: string): string | null;
  /** Facts from the answer; a string names another thread to ask about instead; null when it cannot tell. */
  readFacts(thread: string, answer: unknown): ThreadFacts | { readonly instead: string } | null;
  /** Facts of threads that need no asking ("new:5", "people:bob"); null when it must be asked. */
  plainFacts(thread: string): ThreadFacts | null;
  seenThread(page: Document): SeenThread | null;
  composer(page: Document): Composer | null;
  /** The send control that this element is or lies in; null when it is none. */
  sendControl(target: Element): Element | null;
  /** Whether this key press sends what is in the composer. */
  sendsByKey(event: KeyboardEvent, composer: Composer): boolean;
}
