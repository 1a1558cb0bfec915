/** Asks the content world about a write and remembers who waits. Without an answer nothing is sent from here. */
import { ASK_EVENT, type Ask, parseTold, TELL_EVENT, type Told } from './bridge.ts';
import { natives } from './natives.ts';

type Waiting = (told: 'go' | 'stop') => void;

const waiting = new Map<string, Waiting>();
/** `nobody`: the content world has not heard the question at all. */
let answer: Told | 'nobody' = 'nobody';
let asking = '';
let count = 0;

natives.apply(natives.addEventListener, window, [
  TELL_EVENT,
  (event: Event) => {
    const told = parseTold((event as CustomEvent).detail);
    if (told === null) return;
    if (told.attempt === asking) answer = told.told;
    if (told.told === 'wait') return;
    const waits = waiting.get(told.attempt);
    waiting.delete(told.attempt);
    waits?.(told.told);
  },
  true,
]);

/**
 * The answer given at once, and the attempt's name for an answer that comes later. Where nobody hears the question (our
 * content world is not there yet, or not any more) it goes: waiting would be for ever, and the network decides anyway.
 */
export function ask(question: Omit<Ask, 'attempt'>): { readonly told: Told; readonly attempt: string } {
  count += 1;
  const attempt = `${count}-${String(natives.random()).slice(2)}`;
  asking = attempt;
  answer = 'nobody';
  const detail = natives.stringify({ ...question, attempt });
  natives.apply(natives.dispatchEvent, window, [new natives.CustomEvent(ASK_EVENT, { detail })]);
  asking = '';
  const told = answer as Told | 'nobody';
  return { told: told === 'nobody' ? 'go' : told, attempt };
}

/** Calls back when the content world has told about an attempt; never when it does not. */
export function whenTold(attempt: string, then: Waiting): void {
  waiting.set(attempt, then);
}

/** Nobody waits for this attempt any more; an answer that still comes does nothing. */
export function giveUp(attempt: string): void {
  waiting.delete(attempt);
}

/** Whether a request could be a write to the guarded site; everything else passes untouched and unasked. */
export function isWriteHere(method: string, url: string): URL | null {
  if (/^(get|head|options)$/i.test(method)) return null;
  try {
    const target = new natives.URL(url, document.baseURI);
    return target.protocol === 'https:' ? target : null;
  } catch {
    return null;
  }
}

/** The text of a body that is plain text or a plain form; undefined when it is something else. */
export function bodyText(body: unknown): string | null | undefined {
  if (body === null || body === undefined) return null;
  if (typeof body === 'string') return body;
  if (body instanceof natives.URLSearchParams) return body.toString();
  if (body instanceof natives.FormData) return formText(body);
  return undefined;
}

/** A form as text: the network reads the same fields from it, whatever its encoding. */
export function formText(form: FormData): string | undefined {
  const fields = new natives.URLSearchParams();
  for (const [name, value] of form) {
    if (typeof value !== 'string') return undefined;
    fields.append(name, value);
  }
  return fields.toString();
}
