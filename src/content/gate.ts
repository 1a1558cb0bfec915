/**
 * The gesture gate: a press of Send, its keyboard form and the page's own requests go on only with a fresh permission
 * for exactly this draft; everything else is stopped before anybody is asked.
 */
import type { InputFacts, PageSign } from '../core/actor.ts';
import { type Answer, type Draft, draftOf } from '../messages.ts';
import { ASK_EVENT, type Ask, parseAsk } from '../page/bridge.ts';
import type { Composer, DescribedAct, Site } from '../sites/site.ts';
import { composerAround, composerOf, composerOfSend, keyOf } from './composers.ts';
import { byOwnHand } from './own-hand.ts';
import { describeAsk, goesByItself, tellPage } from './page-requests.ts';
import { isAnswer, tellBackground } from './talk.ts';
import { submitAgain, WaitingForms } from './waiting-forms.ts';

/** A permission for a draft is good for this long; the draft is assessed again as it changes. */
const FRESH_MS = 10_000;

/** Permissions kept: one a composer, and no page has more composers open. */
const MOST_PERMITTED = 20;

export interface GateWatch {
  /** Signs in the composition at hand. */
  signs(open: Composer | null): readonly PageSign[];
  /** What was counted in it, once its signs were asked for. */
  facts(open: Composer | null): InputFacts | null;
  /** What the gesture that sends says against a person's hand; nothing when a hand shows in it. Never throws. */
  gesture(event: Event): readonly PageSign[];
  /** Something is about to be sent: what was read until now must be known first. */
  beforeAsking(): void;
  held(answer: Answer & { readonly kind: 'held' | 'refused' }): void;
  /** Something is being sent now. */
  trying(): void;
  /** The background did not answer: nothing was sent. */
  lost(): void;
}

/** One gate a frame, from document_start to the end of the page. */
export class Gate {
  readonly #site: Site;
  readonly #watch: GateWatch;
  /** When the permission for a draft ends, by its key. */
  readonly #permitted = new Map<string, number>();
  /** The control that was pressed in a composer: sending in another way (and archive) is another act. */
  readonly #pressed = new WeakMap<Element, HTMLElement>();
  readonly #forms = new WaitingForms();
  #letThrough = false;

  constructor(site: Site, watch: GateWatch) {
    this.#site = site;
    this.#watch = watch;
    addEventListener('click', (event) => this.#onClick(event), true);
    addEventListener('keydown', (event) => this.#onKey(event), true);
    addEventListener('submit', (event) => this.#onSubmit(event), true);
    addEventListener(ASK_EVENT, (event) => void this.#answerPage((event as CustomEvent).detail), true);
  }

  /** The draft has settled: asks whether it would pass, so that pressing Send needs no waiting. */
  async assess(open: Composer): Promise<void> {
    if (open.draft.text === '') return;
    await this.#tellSigns(open, []);
    const answer = await tellBackground({ type: 'assess', draft: draftOf(open.draft) });
    if (isAnswer(answer) && answer.kind === 'go') this.#permit(open.draft);
    else this.#permitted.delete(keyOf(open.draft));
  }

  /** Sends what was held in its own way, once. False when the page no longer holds this act. */
  release(channel: 'gesture' | 'request', attempt: string | null, draft: Draft): boolean {
    if (channel === 'gesture' || attempt === null) return this.#press(draft);
    this.#tell(attempt, 'go');
    return true;
  }

  /**
   * A request that waited is not to be sent. After a no the site takes its message back into the editor where it can;
   * after a yes this only ends what waited beside the one that was sent, and must not undo that.
   */
  stop(attempt: string, outcome: 'sent' | 'denied'): void {
    this.#tell(attempt, 'stop');
    if (outcome === 'sent') return;
    const back = this.#site.takeBack(document);
    if (back !== null) byOwnHand(() => back.click());
  }

  /** A harmless request that waited for the way to be free. */
  letGo(attempt: string): void {
    this.#tell(attempt, 'go');
  }

  #onClick(event: Event): void {
    const control = event.target instanceof Element ? this.#site.sendControl(event.target) : null;
    if (control === null) return;
    const open = composerOfSend(this.#site, control);
    if (open !== null) this.#notePressed(open, control);
    this.#stopUnlessPermitted(event, open);
  }

  #onKey(event: KeyboardEvent): void {
    const open = composerAround(this.#site, event.target);
    if (open === null || !this.#site.sendsByKey(event, open)) return;
    this.#notePressed(open, event.target instanceof Element ? this.#site.sendControl(event.target) : null);
    this.#stopUnlessPermitted(event, open);
  }

  #notePressed(open: Composer, control: Element | null): void {
    if (this.#letThrough) return;
    if (control instanceof HTMLElement && open.root.contains(control)) this.#pressed.set(open.root, control);
    else this.#pressed.delete(open.root);
  }

  /** A form's own submission: with Send it is the draft that goes; with another control (a preview, a sign-in) it is a request like any. */
  #onSubmit(event: SubmitEvent): void {
    const open = composerAround(this.#site, event.target);
    // An event of a page's own making may be no SubmitEvent and have none at all.
    const submitter = event.submitter ?? null;
    const sends = submitter === null || this.#site.sendControl(submitter) !== null;
    if (open?.reads === 'all' && sends) this.#stopUnlessPermitted(event, open);
    else if (event.target instanceof HTMLFormElement) this.#stopForm(event, event.target);
  }

  /** A form that may have to wait is sent again by its own control once it may go. */
  #stopForm(event: SubmitEvent, form: HTMLFormElement): void {
    const ask = this.#letThrough ? null : this.#forms.ask(form, event.submitter);
    if (ask === null) return;
    const described = describeAsk(this.#site, ask);
    // A write that no pattern knows is a person's business; to agents the network refuses it.
    if (described === null || described.kind === 'unknown') return;
    if (goesByItself(this.#site, ask, described, (act) => this.#isPermitted(act))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#forms.keep(ask, () => this.#freely(() => submitAgain(form, event.submitter)));
    void this.#attemptOr(ask, described.kind === 'not-an-act');
  }

  #isPermitted(act: DescribedAct): boolean {
    const left = (this.#permitted.get(keyOf(act)) ?? 0) - Date.now();
    // A clock that was set back permits nothing for longer.
    return left > 0 && left <= FRESH_MS;
  }

  #permit(act: DescribedAct): void {
    this.#permitted.delete(keyOf(act));
    this.#permitted.set(keyOf(act), Date.now() + FRESH_MS);
    for (const oldest of this.#permitted.keys()) {
      if (this.#permitted.size <= MOST_PERMITTED) break;
      this.#permitted.delete(oldest);
    }
  }

  #stopUnlessPermitted(event: Event, open: Composer | null): void {
    if (this.#letThrough || open === null) return;
    // The permission was given to whoever wrote; if no hand shows in the press, it is asked for again with that.
    const signs = this.#watch.gesture(event);
    if (signs.length === 0 && this.#isPermitted(open.draft)) return;
    // What the page does not show whole can only be approved as the request that goes out; it is kept back there.
    if (open.reads === 'part') return void this.#tellSigns(open, signs);
    event.preventDefault();
    event.stopImmediatePropagation();
    // What has been stopped stays stopped, whatever fails.
    void this.#attempt(open, signs).catch(() => this.#watch.lost());
  }

  async #attempt(open: Composer, extra: readonly PageSign[]): Promise<void> {
    this.#watch.trying();
    // Without its signs an agent's act would be judged as anybody's.
    if ((await this.#tellSigns(open, extra)) === 'lost') return this.#watch.lost();
    const answer = await tellBackground({ type: 'attempt-draft', draft: draftOf(open.draft) });
    if (!isAnswer(answer)) return this.#watch.lost();
    if (answer.kind === 'go') this.#press(draftOf(open.draft));
    else if (answer.kind === 'held' || answer.kind === 'refused') this.#watch.held(answer);
  }

  async #tellSigns(open: Composer | null, extra: readonly PageSign[]): Promise<'told' | 'lost'> {
    this.#watch.beforeAsking();
    const signs = [...this.#watch.signs(open), ...extra];
    if (signs.length === 0 && open === null) return 'told';
    const of = open === null ? 'event' : 'composition';
    const facts = this.#watch.facts(open) ?? undefined;
    return (await tellBackground({ type: 'signs', signs, of, facts })) === 'lost' ? 'lost' : 'told';
  }

  /** Presses Send as it was pressed, when a composer still shows this draft. */
  #press(draft: Draft): boolean {
    const open = composerOf(this.#site, draft);
    const pressed = open === null ? undefined : this.#pressed.get(open.root);
    const control = open === null || pressed?.isConnected ? pressed : this.#site.sendOf(open);
    if (open === null || !control) return false;
    this.#permit(open.draft);
    this.#freely(() => control.click());
    return true;
  }

  /** Does what sends as the guard itself, past this gate. */
  #freely(send: () => void): void {
    this.#letThrough = true;
    try {
      byOwnHand(send);
    } finally {
      this.#letThrough = false;
    }
  }

  /** Answers whoever waits for an attempt: a form of this page, else the page's own world. */
  #tell(attempt: string, told: 'go' | 'stop'): void {
    if (!this.#forms.tell(attempt, told)) tellPage(attempt, told);
  }

  async #answerPage(detail: unknown): Promise<void> {
    const ask = parseAsk(detail);
    if (ask === null) return;
    const described = describeAsk(this.#site, ask);
    const told = goesByItself(this.#site, ask, described, (act) => this.#isPermitted(act)) ? 'go' : 'wait';
    tellPage(ask.attempt, told);
    if (told === 'wait') await this.#attemptOr(ask, described?.kind === 'not-an-act');
  }

  /** A request that waits must be told something, whatever fails. */
  async #attemptOr(ask: Ask, harmless: boolean): Promise<void> {
    try {
      await this.#attemptRequest(ask, harmless);
    } catch {
      this.#lose(ask, harmless);
    }
  }

  /** The site shows its own error and keeps the text; a request that hangs would tell nobody anything. */
  #lose(ask: Ask, harmless: boolean): void {
    this.#tell(ask.attempt, harmless ? 'go' : 'stop');
    if (!harmless) this.#watch.lost();
  }

  async #attemptRequest(ask: Ask, harmless: boolean): Promise<void> {
    if (!harmless) this.#watch.trying();
    const body = ask.readable ? (ask.body ?? '') : null;
    const answer =
      (await this.#tellSigns(null, [])) === 'lost'
        ? 'lost'
        : await tellBackground({
            type: 'attempt-request',
            attempt: ask.attempt,
            request: { method: ask.method, url: ask.url, body },
          });
    if (!isAnswer(answer)) return this.#lose(ask, harmless);
    if (answer.kind === 'go') this.#tell(ask.attempt, 'go');
    if (answer.kind === 'refused' || answer.kind === 'stop') this.#tell(ask.attempt, 'stop');
    if (answer.kind === 'held' || answer.kind === 'refused') this.#watch.held(answer);
  }
}
