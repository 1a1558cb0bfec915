/** The content world's line to the background. No answer means: nothing may be sent. */
import browser from 'webextension-polyfill';
import {
  type Answer,
  type FromContent,
  type PageOrders,
  type PagePreview,
  parseToContent,
  type ToContent,
} from '../messages.ts';

/** What the background says; `lost` when it does not (it is being restarted, has a fault, or this page has lost it). */
export type Said = Answer | PageOrders | null | 'lost';

/** A site that is asked about a thread has four seconds, and may send us on twice; nobody waits longer for a word. */
const ANSWER_MS = 10_000;

/** Tells or asks the background; null when there is nothing to answer. */
export async function tellBackground(message: FromContent): Promise<Said> {
  let late: ReturnType<typeof setTimeout> | undefined;
  const lost = new Promise<'lost'>((resolve) => {
    late = setTimeout(() => resolve('lost'), ANSWER_MS);
  });
  try {
    const answer = browser.runtime.sendMessage(message) as Promise<Answer | PageOrders | undefined>;
    return (await Promise.race([answer, lost])) ?? null;
  } catch {
    return 'lost';
  } finally {
    clearTimeout(late);
  }
}

/** Hears what the background says to this frame; what `hear` returns is answered. */
export function onBackground(hear: (message: ToContent) => PagePreview | undefined): void {
  browser.runtime.onMessage.addListener((raw: unknown, sender: { id?: string | undefined }) => {
    const message = sender.id === browser.runtime.id ? parseToContent(raw) : null;
    const answer = message === null ? undefined : hear(message);
    return answer === undefined ? undefined : Promise.resolve(answer);
  });
}

/** An answer to an attempt, as opposed to orders. */
export function isAnswer(value: Said): value is Answer {
  return value !== null && value !== 'lost' && !('shield' in value);
}

/** Orders, as opposed to an answer. */
export function isOrders(value: Said): value is PageOrders {
  return value !== null && value !== 'lost' && 'shield' in value;
}
