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

/** Asks the background; null when it does not answer (it is being restarted, or this page has lost it). */
export async function tellBackground(message: FromContent): Promise<Answer | PageOrders | null> {
  try {
    return ((await browser.runtime.sendMessage(message)) as Answer | PageOrders | undefined) ?? null;
  } catch {
    return null;
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
export function isAnswer(value: Answer | PageOrders | null): value is Answer {
  return value !== null && !('shield' in value);
}

/** Orders, as opposed to an answer. */
export function isOrders(value: Answer | PageOrders | null): value is PageOrders {
  return value !== null && 'shield' in value;
}
