/**
 * What every guarded site must answer, from its requests and from its page. The request's description decides; the
 * page's is grace. What a site cannot tell is `unknown`, never empty.
 */
import type { ActionKind, Recipients } from '../core/action.ts';
import type { Expectation } from './expectation.ts';

/** A request's body as far as it can be read without its headers. */
export type RequestBody =
  /** A form or a flat JSON object, joined with the query parameters; each name stands there once. */
  | {
      readonly kind: 'fields';
      readonly fields: ReadonlyMap<string, string>;
      /** Fields whose value is a truth value of JSON and no text: servers that compare texts take it for nothing. */
      readonly bare?: ReadonlySet<string>;
    }
  /** Any other JSON document, in which no object names a key twice, with the values of the query parameters beside it. */
  | { readonly kind: 'json'; readonly value: unknown; readonly query: readonly string[] }
  | { readonly kind: 'unreadable'; readonly why: string };

export interface SiteRequest {
  /** Upper case. */
  readonly method: string;
  /** Decoded path without query, "/posts.json". */
  readonly path: string;
  /** With its "?", where the path alone does not say which request it is; absent, it has no parameters. */
  readonly search?: string;
  readonly body: RequestBody;
}

export type { Recipients };

/** An act without what only the background knows: audience and labels. */
export interface DescribedAct {
  readonly kind: Exclude<ActionKind, 'unreadable'>;
  readonly thread: string;
  /** All that others will read, in reading order: title or subject, new text, quoted text. This is what is signed. */
  readonly text: string;
  /** The part of `text` that the site itself quotes from earlier messages; "" when it quotes nothing. */
  readonly quoted: string;
  /** Null where the place alone decides who reads (forums). */
  readonly recipients: Recipients | null;
  readonly attachments: readonly string[] | 'unknown';
  /** The site's own name of this message, the same in every retry of it; null where the site has none. */
  readonly messageId: string | null;
  /** How many things it concerns: 1 for what is written. A change names every one of them in its text. */
  readonly items: number;
}

export type Described =
  /** What others will see; one request may carry several. */
  | { readonly kind: 'acts'; readonly acts: readonly [DescribedAct, ...DescribedAct[]] }
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

/** The thread that a page shows, without what stands in it. */
export interface ThreadInView {
  readonly thread: string;
  readonly title: string;
  readonly tags: readonly string[];
  /** The account that is signed in, as an address; null where the page does not show it. */
  readonly account: string | null;
}

/** One post or message. */
export interface SeenDocument {
  /** Who wrote it, by the name or address that the page gives; null where it gives none. */
  readonly author: string | null;
  readonly text: string;
}

/** A thread, who is on it and what stands in it, as far as a page has shown it. */
export interface SeenThread extends ThreadInView {
  /** Addresses; null where policy and facts must say. */
  readonly people: readonly string[] | null;
  readonly documents: readonly SeenDocument[];
}

/** How the documents of a page are found and read, one by one. */
export interface DocumentReader {
  /** CSS selector of the elements that show one document each. */
  readonly selector: string;
  /** What an element shows, and whom it names as writer or receiver; null while it shows nothing (a closed message). */
  read(element: Element): (SeenDocument & { readonly people: readonly string[] }) | null;
}

/** A composer found in the page. */
export interface Composer {
  readonly root: Element;
  readonly editor: Element;
  readonly draft: DescribedAct;
  /** `part`: the page hides some of what will be sent (a trimmed quotation), so only the request tells it whole. */
  readonly reads: 'all' | 'part';
}

/** A thread that an act names as its source, and the stretch of its text that comes from there. */
export interface DrawnThread {
  readonly thread: string;
  readonly from: number;
  readonly to: number;
}
/** The method of a send, as the browsers' rules write it. */
export type SendMethod = 'post' | 'put' | 'patch' | 'delete';

/** Everything the guard knows of one kind of site. */
export interface Site {
  describeRequest(request: SiteRequest): Described;
  /** Anchored regular expressions (RE2) of paths that stay open while a tab is sealed. */
  readonly harmlessPaths: readonly string[];
  /** Anchored regular expressions of the page's own live line, which agents do without; absent where it has none. */
  readonly livePaths?: readonly string[];
  /** Whether only a document's own forms come in parts (multipart), and no script's; absent where that is not known. */
  readonly formsInParts?: 'documents-only';
  /** Anchored regular expression (RE2) of the address behind the host that a released act of this kind goes to. */
  sendPath(act: Pick<DescribedAct, 'kind' | 'thread'>): { readonly method: SendMethod; readonly path: string };
  /** Anchored regular expressions (RE2) of path and query by which a GET might change something. */
  readonly writingGets: readonly string[];
  /** The thread that a GET of this path and query ("?…") shows its reader; null when it shows none. */
  threadOfRead(path: string, search?: string): string | null;
  /** Where to ask the site itself about a thread; null when there is nothing to ask. */
  factsPath(thread: string): string | null;
  /** Facts from the answer; a string names another thread to ask about instead; null when it cannot tell. */
  readFacts(thread: string, answer: unknown): ThreadFacts | { readonly instead: string } | null;
  /** Where to ask whether an area is closed to some who are signed in; absent where the thread's own answer says all. */
  areaPath?(facts: ThreadFacts): string | null;
  /** Whether that answer says so; null when it cannot tell. */
  isClosedArea?(answer: unknown): boolean | null;
  /** Facts of threads that need no asking ("new:5", "people:bob"); null when it must be asked. */
  plainFacts(thread: string): ThreadFacts | null;
  /** The thread in view; null when none is, or the page does not say which. A fixed number of queries. */
  threadInView(page: Document): ThreadInView | null;
  readonly documents: DocumentReader;
  /** What its pages must have, so that a change of the site shows. */
  readonly expectations: readonly Expectation[];
  /** Threads that an act itself names as what it carries; absent where no act does. The text is in its canonical form. */
  drawsOn?(act: Pick<DescribedAct, 'kind' | 'thread' | 'text'>): readonly DrawnThread[];
  /** Every open composer, the one used last first where the page tells. */
  composers(page: Document): readonly Composer[];
  /** The send control that this element is or lies in; null when it is none. */
  sendControl(target: Element): Element | null;
  /** The control that sends this composer; null when there is none. */
  sendOf(composer: Composer): HTMLElement | null;
  /** Whether this key press sends what is in the composer. */
  sendsByKey(event: KeyboardEvent, composer: Composer): boolean;
  /** The site's own control that takes a message which it is still sending back into the editor; null when none shows. */
  takeBack(page: Document): HTMLElement | null;
  /** Path and query, or fragment, at which this act can be written again; null when the site has no such place. */
  draftAddress(act: Pick<DescribedAct, 'kind' | 'thread' | 'text' | 'recipients'>): string | null;
  /** The control that opens a composer for this act on that page; null when none is needed or there. */
  openControl(page: Document, act: Pick<DescribedAct, 'kind' | 'thread'>): HTMLElement | null;
}
