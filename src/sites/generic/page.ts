/** A described site's page: the thread in view, its editors and their controls. Read only; a selector that finds nothing is an answer. */
import { fillAddress, matchAddress, parseSiteAddress, type SiteAddress } from '../../core/site-address.ts';
import type { ComposerDescription, PageSelectors, SiteDescription } from '../../core/site-description.ts';
import { parseAddress } from '../addresses.ts';
import { composerOfPage } from '../composer.ts';
import type { Composer, DescribedAct, DocumentReader, ThreadInView } from '../site.ts';
import { requestOfForm } from './form.ts';
import { describeBy, type KnownRequest } from './requests.ts';

/** Editors that one page may have open at once; a selector that fits more fits something else. */
const MOST_COMPOSERS = 50;

/** The thread that an address shows; null when it shows none. */
export function threadAt(threads: readonly string[], path: string, search: string): string | null {
  const parameters = [...new URLSearchParams(search)];
  for (const address of parsed(threads)) {
    const thread = matchAddress(address, path, parameters)?.thread ?? null;
    if (thread !== null) return thread;
  }
  return null;
}

/** The thread in view; null when the page shows none. */
export function describedThread({ threads, page: selectors }: SiteDescription, page: Document): ThreadInView | null {
  const thread = threadInView(threads, page);
  if (thread === null) return null;
  const title = all(page, selectors.title)[0];
  return {
    thread,
    title: title === undefined ? page.title : shownText(title),
    tags: all(page, selectors.labels)
      .map(shownText)
      .filter((tag) => tag !== ''),
    account: addressesIn(all(page, selectors.account))[0] ?? null,
  };
}

/** Its documents; whom the page names as its readers reads each of them. */
export function documentsOf({ page: selectors }: SiteDescription): DocumentReader {
  return {
    get selector() {
      return readable(selectors.documents);
    },
    read(document) {
      const author = all(document, selectors.author)[0];
      return {
        author: author === undefined ? null : shownText(author),
        text: documentText(document, selectors),
        people: addressesIn(all(document.ownerDocument, selectors.readers)),
      };
    },
  };
}

/** A selector that this browser can read, for the page to look for; else one that finds nothing. */
export function readable(selector: string | null): string {
  try {
    if (selector !== null) document.createDocumentFragment().querySelector(selector);
    return selector ?? NOTHING;
  } catch {
    return NOTHING;
  }
}

const NOTHING = ':not(*)';

/** Every open editor with its draft: as the form that it will send where that can be read whole, else as it shows. */
export function composersIn(
  { composers, threads }: SiteDescription,
  requests: readonly KnownRequest[],
  page: Document,
): readonly Composer[] {
  return composers.flatMap((described) =>
    all(page, described.root)
      .slice(0, MOST_COMPOSERS)
      .flatMap((root) => {
        const editor = all(root, described.editor)[0];
        return editor === undefined
          ? []
          : [composerOfPage(root, editor, () => readComposer(described, threads, requests, root, editor))];
      }),
  );
}

/** The control of a described editor that an element is or lies in. */
export function sendControlAt(composers: readonly ComposerDescription[], target: Element): Element | null {
  for (const { root, send } of composers) {
    const control = closest(target, send);
    if (control !== null && closest(control, root) !== null) return control;
  }
  return null;
}

export function sendOf(composers: readonly ComposerDescription[], { root }: Composer): HTMLElement | null {
  const described = composers.find((each) => closest(root, each.root) === root);
  const control = described === undefined ? undefined : all(root, described.send)[0];
  return control instanceof HTMLElement ? control : null;
}

export function sendsByKey(
  composers: readonly ComposerDescription[],
  event: KeyboardEvent,
  { root, editor }: Composer,
): boolean {
  const keys = composers.find((each) => closest(root, each.root) === root)?.keys ?? 'none';
  if (event.key !== 'Enter' || keys === 'none' || !(event.target instanceof Node)) return false;
  const controlled = event.ctrlKey || event.metaKey;
  if (keys === 'ctrl-enter') return controlled && root.contains(event.target);
  return !event.shiftKey && !controlled && editor.contains(event.target);
}

/** Where an act can be written again; null when no editor has an address. */
export function draftAddress(
  composers: readonly ComposerDescription[],
  { kind, thread }: Pick<DescribedAct, 'kind' | 'thread'>,
): string | null {
  const described =
    composers.find((each) => each.at !== null && each.act === kind) ?? composers.find(({ at }) => at !== null);
  const [address] = parsed(described?.at == null ? [] : [described.at]);
  return address === undefined ? null : fillAddress(address, thread);
}

function readComposer(
  described: ComposerDescription,
  threads: readonly string[],
  requests: readonly KnownRequest[],
  root: Element,
  editor: Element,
): Pick<Composer, 'draft' | 'reads'> {
  const form = root instanceof HTMLFormElement ? root : root.closest('form');
  const control = all(root, described.send)[0] ?? null;
  const request = form === null ? null : requestOfForm(form, control);
  const read = request === null ? null : describeBy(requests, request);
  if (read?.kind === 'acts' && read.acts.length === 1) return { draft: read.acts[0], reads: 'all' };
  const title = described.title === null ? undefined : all(root, described.title)[0];
  const draft: DescribedAct = {
    kind: described.act,
    thread: threadInView(threads, root.ownerDocument) ?? '',
    text: [title === undefined ? '' : written(title), written(editor)].filter((part) => part !== '').join('\n\n'),
    quoted: '',
    recipients: null,
    attachments: [],
    messageId: null,
    items: 1,
  };
  // Only the request that goes out says what becomes of this.
  return { draft, reads: 'part' };
}

function threadInView(threads: readonly string[], page: Document): string | null {
  const { pathname = '', search = '' } = page.defaultView?.location ?? {};
  return threadAt(threads, decoded(pathname), search);
}

/** A document with the name of its author before it, as a reader sees it. */
function documentText(document: Element, { author }: PageSelectors): string {
  const text = shownText(document);
  const name = all(document, author)[0];
  const by = name === undefined ? '' : shownText(name);
  return by === '' || text.startsWith(by) ? text : `${by}\n${text}`;
}

function addressesIn(elements: readonly Element[]): readonly string[] {
  return [
    ...new Set(
      elements.flatMap((element) => {
        const said = ['email', 'data-email', 'href', 'title'].map((name) => element.getAttribute(name));
        const found = [...said, element.textContent].map((text) => parseAddress((text ?? '').replace(/^mailto:/i, '')));
        return found.find((address) => address !== null) ?? [];
      }),
    ),
  ];
}

function written(element: Element): string {
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement) return element.value;
  return shownText(element);
}

function shownText(element: Element): string {
  return (element instanceof HTMLElement ? element.innerText : (element.textContent ?? '')).trim();
}

/** What a selector finds; nothing for one that this browser cannot read. */
function all(root: ParentNode, selector: string | null): readonly Element[] {
  if (selector === null) return [];
  try {
    return [...root.querySelectorAll(selector)];
  } catch {
    return [];
  }
}

function closest(element: Element, selector: string): Element | null {
  try {
    return element.closest(selector);
  } catch {
    return null;
  }
}

function parsed(templates: readonly string[]): readonly SiteAddress[] {
  return templates.flatMap((template) => {
    const address = parseSiteAddress(template);
    return typeof address === 'string' ? [] : [address];
  });
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
