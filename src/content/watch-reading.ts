/**
 * Tells the background which thread is in view and what stands in it. Each document is read when it comes and again
 * when it changes, never because of the others: the work grows with what was added, not with what is there.
 */
import { MOST_DOCUMENTS } from '../messages.ts';
import type { SeenDocument, SeenThread, Site, ThreadInView } from '../sites/site.ts';

/** A page that keeps changing is looked at again at most this often, in milliseconds. */
const READ_EVERY_MS = 1_000;

/** What has come is read as soon as its neighbours are there too: an agent that reads and answers takes less than a second. */
const SETTLED_MS = 60;

/** Text told at once, in UTF-16 units; what is more is told a moment later. */
const MOST_TEXT = 200_000;

export class ReadingWatch {
  readonly #site: Site;
  readonly #labelsShown: () => readonly string[];
  readonly #seen: (thread: SeenThread) => void;
  /** Documents that came or changed since they were last read. */
  readonly #waiting = new Set<Element>();
  /** What was told of each. */
  #told = new WeakMap<Element, string>();
  readonly #people = new Set<string>();
  #thread = '';
  #head = '';
  #lookedAt = 0;
  #due: ReturnType<typeof setTimeout> | null = null;
  /** How high each was when it was last looked at. */
  readonly #heights = new WeakMap<Element, number>();
  /** A document that shows nothing yet is read once it has a size, and one that has unfolded is read again. */
  readonly #sizes = new ResizeObserver((entries) => this.#noteSizes(entries));

  /**
   * `seen` is called with each new state: the thread, everybody who was ever named in it, and the documents that are
   * new. Its tags begin with the names of the labels whose elements the page shows.
   */
  constructor(site: Site, labelsShown: () => readonly string[], seen: (thread: SeenThread) => void) {
    this.#site = site;
    this.#labelsShown = labelsShown;
    this.#seen = seen;
    if (document.readyState === 'loading') addEventListener('DOMContentLoaded', () => this.#start(), { once: true });
    else this.#start();
  }

  /** Reads the whole page again: for when it is another kind of site, or other labels are looked for. */
  readAgain(): void {
    this.#thread = '';
    this.#look();
  }

  /** Tells at once what has come since the last look: for when something is about to be sent. */
  catchUp(): void {
    if (this.#due !== null) this.#look();
  }

  #start(): void {
    const changes = { subtree: true, childList: true, characterData: true } as const;
    new MutationObserver((records) => this.#note(records)).observe(document, changes);
    this.#look();
    this.#soon();
  }

  #note(records: readonly MutationRecord[]): void {
    const { selector } = this.#site.documents;
    for (const { target, addedNodes } of records) {
      const within = (target instanceof Element ? target : target.parentElement)?.closest(selector);
      if (within) this.#waiting.add(within);
      for (const added of addedNodes) if (added instanceof Element) this.#collect(added);
    }
    this.#soon();
  }

  /** What unfolds by an attribute alone (a spoiler, a trimmed quotation) is no change of the page's nodes. */
  #noteSizes(entries: readonly ResizeObserverEntry[]): void {
    for (const { target, contentRect } of entries) {
      const before = this.#heights.get(target);
      this.#heights.set(target, contentRect.height);
      const changed = before !== undefined && before !== contentRect.height;
      if ((changed || !this.#told.has(target)) && target.getClientRects().length > 0) this.#waiting.add(target);
    }
    if (this.#waiting.size > 0) this.#soon();
  }

  #collect(root: Element): void {
    const { selector } = this.#site.documents;
    if (root.matches(selector)) this.#waiting.add(root);
    for (const each of root.querySelectorAll(selector)) this.#waiting.add(each);
  }

  #soon(): void {
    const wait = Math.max(SETTLED_MS, this.#lookedAt + READ_EVERY_MS - performance.now());
    this.#due ??= setTimeout(() => this.#look(), wait);
  }

  #look(): void {
    if (this.#due !== null) clearTimeout(this.#due);
    this.#due = null;
    this.#lookedAt = performance.now();
    const inView = this.#site.threadInView(document);
    if (inView === null) return this.#leave();
    if (inView.thread !== this.#thread) this.#turnTo(inView.thread);
    const documents = this.#read();
    this.#tell({ ...inView, tags: [...this.#labelsShown(), ...inView.tags] }, documents);
    if (this.#waiting.size > 0) this.#soon();
  }

  /** No thread: what comes meanwhile belongs to the one that is in view next, even if that is the same one again. */
  #leave(): void {
    this.#thread = '';
    this.#waiting.clear();
  }

  /** Another thread: what stands in the page already belongs to it as well. */
  #turnTo(thread: string): void {
    this.#thread = thread;
    this.#head = '';
    this.#told = new WeakMap();
    this.#people.clear();
    this.#waiting.clear();
    this.#sizes.disconnect();
    this.#collect(document.documentElement);
  }

  #read(): readonly SeenDocument[] {
    const found: SeenDocument[] = [];
    let length = 0;
    for (const element of this.#waiting) {
      if (length >= MOST_TEXT || found.length >= MOST_DOCUMENTS) break;
      this.#waiting.delete(element);
      if (!element.isConnected) continue;
      const read = this.#site.documents.read(element);
      this.#sizes.observe(element);
      if (read === null || this.#told.get(element) === read.text) continue;
      this.#told.set(element, read.text);
      for (const person of read.people) this.#people.add(person);
      const text = read.text.slice(0, MOST_TEXT);
      found.push({ author: read.author, text });
      length += text.length;
    }
    return found;
  }

  #tell(inView: ThreadInView, documents: readonly SeenDocument[]): void {
    const head = JSON.stringify([inView, this.#people.size]);
    if (documents.length === 0 && head === this.#head) return;
    this.#head = head;
    // Whoever reads it is one of its readers.
    const people = [...this.#people, ...(inView.account === null ? [] : [inView.account])];
    this.#seen({ ...inView, people: this.#people.size === 0 ? null : [...new Set(people)].sort(), documents });
  }
}
