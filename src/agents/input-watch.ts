/**
 * Watches the input of one page and says what signs of an agent or of a hand it shows. Fed with live events by the
 * content script and with recorded ones by the evaluation: what is measured is what ships. Bounded in memory, whatever
 * a page dispatches; what a site does with its own synthetic events is nobody's sign as long as no text comes of it.
 */
import type { InputFacts, PageSign } from '../core/actor.ts';
import { Composition, type Origin } from './composition.ts';
import { inputFacts } from './input-facts.ts';
import type { InputSeen } from './input-seen.ts';
import { type KeyPress, KeyRecord } from './key-record.ts';
import type { Stroke } from './key-rhythm.ts';
import { MEASURED, type Thresholds } from './measured.ts';
import { type JudgedPress, PointerRecord } from './pointer-record.ts';
import { typing } from './typing.ts';
import { untrustedEvent } from './untrusted-event.ts';

/** An untrusted key or paste that changes the text does so within this time, in milliseconds. */
const EVENT_TO_TEXT_MS = 50;

/** What a site inserts by itself (a quotation, a signature, a format) follows a trusted press or paste within this time. */
const PRESS_TO_SITE_MS = 1_000;

/** Presses this long before a composer was entered belong to its composition: the press of Reply. */
const BEFORE_ENTERING_MS = 10_000;

/** A form is submitted within this time of the press that does it. */
const PRESS_TO_SUBMIT_MS = 1_000;

/** Characters that one key writes, with what editors add by themselves (closing brackets, list marks). */
const MOST_BY_A_KEY = 4;

/** Keys remembered for each composition. */
const MOST_STROKES = 400;

/** What was seen of one composition, and when it began. */
interface Trace {
  readonly composition: Composition;
  begun: number;
  strokes: Stroke[];
  keys: number;
  capitals: number;
  bareCapitals: number;
  /** The longest piece that came at once without keys. */
  atOnce: number;
}

/** A composition of which nothing was seen yet. */
function nothing(): Pick<Trace, 'strokes' | 'keys' | 'capitals' | 'bareCapitals' | 'atOnce'> {
  return { strokes: [], keys: 0, capitals: 0, bareCapitals: 0, atOnce: 0 };
}

/** A composer as it stands: whatever names it, and its text. */
export interface Written {
  readonly root: object;
  readonly text: string;
}

export class InputWatch {
  readonly #limits: Thresholds;
  readonly #keys = new KeyRecord();
  readonly #pointer: PointerRecord;
  #traces = new WeakMap<object, Trace>();
  #lastTrusted = Number.NEGATIVE_INFINITY;
  #lastKeyed = Number.NEGATIVE_INFINITY;
  #lastUntrusted = Number.NEGATIVE_INFINITY;
  #pasted = { at: Number.NEGATIVE_INFINITY, length: 0 };
  #unseenAt = Number.NEGATIVE_INFINITY;

  constructor(limits: Thresholds = MEASURED) {
    this.#limits = limits;
    this.#pointer = new PointerRecord(limits);
  }

  /** A pointer or key event anywhere in the page; `shown` is false while the page says that nobody can see it. */
  saw(event: InputSeen, shown: boolean): void {
    const isKey = event.type === 'keydown' || event.type === 'keyup';
    if (isKey) this.#keys.saw(event);
    this.#pointer.saw(event);
    if (!event.isTrusted) {
      if (event.type === 'keydown') this.#lastUntrusted = event.timeStamp;
      return;
    }
    if (event.type !== 'keydown' && event.type !== 'mousedown' && event.type !== 'click') return;
    this.#lastTrusted = event.timeStamp;
    if (event.type === 'keydown' && event.code) this.#lastKeyed = event.timeStamp;
    if (!shown) this.#unseenAt = event.timeStamp;
  }

  /** A paste in a composer or elsewhere, with the length of what it brings. */
  pasted(event: InputSeen, length: number): void {
    if (event.isTrusted) this.#pasted = { at: event.timeStamp, length };
    else this.#lastUntrusted = event.timeStamp;
  }

  /** A composer is entered, or looked at: what has changed unseen is the site's after a press, a program's otherwise. */
  looked(written: Written, at: number): void {
    const trace = this.#traces.get(written.root);
    if (trace === undefined) this.#begin(written, at);
    else this.#note(trace, written.text, this.#unseenOrigin(at), at);
  }

  /** An input event in a composer, whose text is already the new one: the sign that shows in it, if any. */
  wrote(event: InputSeen, written: Written, byGuard: boolean): PageSign | null {
    const trace = this.#traces.get(written.root);
    if (trace === undefined) {
      this.#begin(written, event.timeStamp);
      return null;
    }
    const at = event.timeStamp;
    const unseen = !event.isTrusted || (at >= this.#lastUntrusted && at - this.#lastUntrusted <= EVENT_TO_TEXT_MS);
    const origin = byGuard ? 'site' : unseen ? 'programmatic' : this.#originOf(event);
    const changed = this.#note(trace, written.text, origin, at);
    if (!unseen || !changed || byGuard) return null;
    // What a site adds late to a person's own words (the link of a file that has gone up) is no agent's text.
    const { typed, programmatic } = trace.composition.counts();
    return programmatic < typed ? null : this.untrusted(at);
  }

  /** An event that no device made did something: the sign in it, unless it is a person's tool at work. */
  untrusted(at: number): PageSign | null {
    const since = Number.isFinite(this.#lastTrusted) ? at - this.#lastTrusted : null;
    return untrustedEvent({ isTrusted: false }, since);
  }

  /** The signs in a composition so far. */
  signs(written: Written, quoted: number, at: number): readonly PageSign[] {
    const trace = this.#traces.get(written.root) ?? this.#begin({ ...written, text: '' }, at);
    // Of a text that was never looked at nobody knows how it came.
    const begins = trace.composition.length === 0 && trace.begun === at;
    const origin = this.#unseenOrigin(at);
    this.#note(trace, written.text, begins && origin === 'programmatic' ? 'keyless' : origin, at);
    if (begins) trace.atOnce = 0;
    const since = trace.begun - BEFORE_ENTERING_MS;
    const presses = this.#pointer.since(since);
    const { strokes, capitals, bareCapitals } = trace;
    const touched = presses.some(({ by }) => by === 'touch' || by === 'pen');
    const unseen: readonly PageSign[] = this.#unseenAt >= since ? ['unseen-page'] : [];
    return [
      ...typing({ counts: trace.composition.counts(), quoted, strokes, capitals, bareCapitals, touched }, this.#limits),
      ...pressSigns(presses),
      ...unseen,
    ];
  }

  /** What was counted in a composition until its signs were asked for last; null of one that nobody has seen. */
  facts({ root }: Pick<Written, 'root'>): InputFacts | null {
    const trace = this.#traces.get(root);
    if (trace === undefined) return null;
    const presses = this.#pointer.since(trace.begun - BEFORE_ENTERING_MS);
    return inputFacts({ ...trace, counts: trace.composition.counts(), presses }, this.#limits);
  }

  /** What the gesture that sends says against a hand; nothing when a hand shows in it. */
  gesture(event: InputSeen): readonly PageSign[] {
    if (!event.isTrusted) return [this.untrusted(event.timeStamp) ?? 'press-unclear'];
    if (event.type === 'keydown') return event.code ? [] : ['press-unclear'];
    // A form is sent by what was pressed just before; if nothing was, by a program.
    const since = event.type === 'submit' ? event.timeStamp - PRESS_TO_SUBMIT_MS : event.timeStamp;
    const press = this.#pointer.since(since).at(-1);
    if (press?.by === 'assistive') return ['assistive-press'];
    return press?.byHand || (event.type === 'submit' && this.#lastKeyed >= since) ? [] : ['press-unclear'];
  }

  /** A composition has ended. */
  reset(): void {
    this.#traces = new WeakMap();
  }

  #begin({ root, text }: Written, at: number): Trace {
    const trace = { composition: new Composition(text), begun: at, ...nothing() };
    this.#traces.set(root, trace);
    return trace;
  }

  #originOf(event: InputSeen): Origin {
    const { inputType = '', data } = event;
    const single = inputType === 'insertText' && (data?.length ?? 0) <= 2;
    if (single || inputType === 'insertLineBreak' || inputType === 'insertParagraph') return 'typed';
    if (inputType === 'insertText') return 'keyless';
    if (inputType.startsWith('insertFrom')) return 'pasted';
    return event.isTrusted && inputType !== '' ? 'assisted' : 'programmatic';
  }

  #unseenOrigin(at: number): Origin {
    if (at - this.#pasted.at <= PRESS_TO_SITE_MS) return 'pasted';
    return at - this.#lastTrusted <= PRESS_TO_SITE_MS ? 'site' : 'programmatic';
  }

  /** Puts a change down to its origin; a key explains what one key can write, a paste what was pasted. True when there was any. */
  #note(trace: Trace, text: string, origin: Origin, at: number): boolean {
    const press = this.#keys.take(at, this.#limits.keyToInputMs);
    const { added, removed } = trace.composition.becomes(text, (size) => {
      const explained = this.#explained(origin, size, press);
      if (explained === 'keyless' || explained === 'programmatic') trace.atOnce = Math.max(trace.atOnce, size);
      return explained;
    });
    if (added > 0 && added <= MOST_BY_A_KEY && press !== null && origin !== 'programmatic') countKey(trace, press);
    // Sent or thrown away: what is written next is another text.
    if (text === '' && removed > 0) Object.assign(trace, { begun: at, ...nothing() });
    return added + removed > 0;
  }

  #explained(origin: Origin, size: number, press: KeyPress | null): Origin {
    if (origin === 'programmatic') return origin;
    if (press !== null && size <= MOST_BY_A_KEY && (origin === 'typed' || origin === 'site')) return 'typed';
    if (origin === 'typed') return size <= MOST_BY_A_KEY ? 'keyless' : 'programmatic';
    if (origin === 'pasted') return size <= this.#pasted.length * 1.5 + MOST_BY_A_KEY ? 'pasted' : 'programmatic';
    return origin;
  }
}

function countKey(trace: Trace, { stroke, repeats, capital, bare }: KeyPress): void {
  trace.keys += 1;
  if (capital) trace.capitals += 1;
  if (bare) trace.bareCapitals += 1;
  if (repeats) return;
  trace.strokes.push(stroke);
  if (trace.strokes.length > MOST_STROKES) trace.strokes = trace.strokes.slice(-MOST_STROKES / 2);
}

/** The signs in the presses of one composition. */
function pressSigns(presses: readonly JudgedPress[]): readonly PageSign[] {
  const signs: PageSign[] = [];
  const jumps = presses.filter((press) => press.jumped).length;
  if (jumps > 0) signs.push(jumps > 1 ? 'pointer-jumps' : 'pointer-jump');
  if (presses.some((press) => press.weightless)) signs.push('no-pressure');
  return signs;
}
