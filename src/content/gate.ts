/**
 * The gesture gate: a press of Send, its keyboard form and the page's own requests go on only with a fresh permission
 * for exactly this draft; everything else is stopped before anybody is asked.
 */

import type { SignId } from '../core/actor.ts';
import { canonicalText } from '../core/canonical.ts';
import type { Answer } from '../messages.ts';
import { ASK_EVENT, type Ask, parseAsk, TELL_EVENT, type Told } from '../page/bridge.ts';
import { readPageBody } from '../sites/read-body.ts';
import type { DescribedAct, Site } from '../sites/site.ts';
import { isAnswer, tellBackground } from './talk.ts';

/** A permission for a draft is good for this long; the draft is assessed again as it changes. */
const FRESH_MS = 10_000;

export interface GateWatch {
  /** Signs in the composition at hand. */
  signs(): readonly SignId[];
  held(answer: Answer & { readonly kind: 'held' | 'refused' }): void;
  /** The background did not answer: nothing was sent. */
  lost(): void;
}

/** One gate a frame, from document_start to the end of the page. */
export class Gate {
  readonly #site: Site;
  readonly #watch: GateWatch;
  #permitted: { readonly key: string; readonly until: number } | null = null;
  #letThrough = false;

  constructor(site: Site, watch: GateWatch) {
    this.#site = site;
    this.#watch = watch;
    addEventListener(
      'click',
      (event) => event.target instanceof Element && site.sendControl(event.target) && this.#stopUnlessPermitted(event),
      true,
    );
    addEventListener('keydown', (event) => this.#isSendKey(event) && this.#stopUnlessPermitted(event), true);
    addEventListener(
      'submit',
      (event) =>
        event.target instanceof Element && event.target.closest('#reply-control') && this.#stopUnlessPermitted(event),
      true,
    );
    addEventListener(ASK_EVENT, (event) => void this.#answerPage((event as CustomEvent).detail), true);
  }

  /** The draft has settled: asks whether it would pass, so that pressing Send needs no waiting. */
  async assess(): Promise<void> {
    const open = this.#site.composer(document);
    if (open === null || open.draft.text === '') return;
    await this.#tellSigns([]);
    const answer = await tellBackground({ type: 'assess', draft: plain(open.draft) });
    if (isAnswer(answer) && answer.kind === 'go') this.#permit(open.draft);
    else this.#permitted = null;
  }

  /** Sends what was held in its own way, once. False when the page no longer holds this act. */
  release(channel: 'gesture' | 'request', attempt: string | null, thread: string, text: string): boolean {
    if (channel === 'gesture' || attempt === null) return this.#press(thread, text);
    tellPage(attempt, 'go');
    return true;
  }

  /** A request that waited is not to be sent. */
  stop(attempt: string): void {
    tellPage(attempt, 'stop');
  }

  #isSendKey(event: KeyboardEvent): boolean {
    const open = this.#site.composer(document);
    return open !== null && this.#site.sendsByKey(event, open);
  }

  #isPermitted(act: DescribedAct): boolean {
    return this.#permitted !== null && this.#permitted.key === keyOf(act) && Date.now() < this.#permitted.until;
  }

  #permit(act: DescribedAct): void {
    this.#permitted = { key: keyOf(act), until: Date.now() + FRESH_MS };
  }

  #stopUnlessPermitted(event: Event): void {
    const open = this.#site.composer(document);
    if (this.#letThrough || open === null || this.#isPermitted(open.draft)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    void this.#attempt(open.draft, event.isTrusted ? [] : ['untrusted-event']);
  }

  async #attempt(draft: DescribedAct, extra: readonly SignId[]): Promise<void> {
    await this.#tellSigns(extra);
    const answer = await tellBackground({ type: 'attempt-draft', draft: plain(draft) });
    if (!isAnswer(answer)) return this.#watch.lost();
    if (answer.kind === 'go') this.#press(draft.thread, draft.text);
    else if (answer.kind !== 'would-hold') this.#watch.held(answer);
  }

  async #tellSigns(extra: readonly SignId[]): Promise<void> {
    const signs = [...this.#watch.signs(), ...extra];
    if (signs.length > 0) await tellBackground({ type: 'signs', signs });
  }

  /** Presses the site's own Send when the composer still holds this draft. */
  #press(thread: string, text: string): boolean {
    const open = this.#site.composer(document);
    const control = open === null ? null : findSend(open.root, this.#site);
    if (open === null || control === null || keyOf(open.draft) !== keyOf({ ...open.draft, thread, text })) return false;
    this.#permit(open.draft);
    this.#letThrough = true;
    try {
      control.click();
    } finally {
      this.#letThrough = false;
    }
    return true;
  }

  async #answerPage(detail: unknown): Promise<void> {
    const ask = parseAsk(detail);
    if (ask === null) return;
    const told = atOnce(this.#site, ask, (act) => this.#isPermitted(act));
    tellPage(ask.attempt, told);
    if (told !== 'wait') return;
    await this.#tellSigns([]);
    const body = ask.readable ? (ask.body ?? '') : null;
    const answer = await tellBackground({
      type: 'attempt-request',
      attempt: ask.attempt,
      request: { method: ask.method, url: ask.url, body },
    });
    if (!isAnswer(answer)) return this.#watch.lost();
    if (answer.kind === 'go') tellPage(ask.attempt, 'go');
    if (answer.kind === 'refused') tellPage(ask.attempt, 'stop');
    if (answer.kind === 'held' || answer.kind === 'refused') this.#watch.held(answer);
  }
}

/** What needs no asking: requests elsewhere, what the site needs to live, and the permitted draft itself. */
function atOnce(site: Site, ask: Ask, isPermitted: (act: DescribedAct) => boolean): Told {
  const url = new URL(ask.url);
  if (url.origin !== location.origin && location.origin !== 'null') return 'go';
  const described = site.describeRequest({
    method: ask.method.toUpperCase(),
    path: url.pathname,
    body: ask.readable
      ? readPageBody(ask.body, url.searchParams)
      : { kind: 'unreadable', why: 'the page did not show its text' },
  });
  if (described.kind === 'not-an-act') return 'go';
  return described.kind === 'act' && isPermitted(described.act) ? 'go' : 'wait';
}

function tellPage(attempt: string, told: Told): void {
  dispatchEvent(new CustomEvent(TELL_EVENT, { detail: JSON.stringify({ attempt, told }) }));
}

function findSend(root: Element, site: Site): HTMLElement | null {
  for (const button of root.querySelectorAll('button')) if (site.sendControl(button) === button) return button;
  return null;
}

function plain(draft: DescribedAct): { kind: DescribedAct['kind']; thread: string; text: string } {
  return { kind: draft.kind, thread: draft.thread, text: draft.text };
}

/** What makes two descriptions the same act here; the background compares the full digest. */
function keyOf(act: Pick<DescribedAct, 'kind' | 'thread' | 'text'>): string {
  return JSON.stringify([act.kind, act.thread, canonicalText(act.text)]);
}
