/** Our own pages' line to the background. */
import browser from 'webextension-polyfill';
import type { ApproveAnswer, FromOwnPage } from '../messages/from-own-page.ts';
import type { GuardView, HoldView } from '../messages.ts';
import type { Say } from './words.ts';

/** The catalogue's texts. */
export const say: Say = (key, ...values) => browser.i18n.getMessage(key, values);

/** Everything that popup and options page show; null while the background is being restarted. */
export async function askView(): Promise<GuardView | null> {
  return (await ask({ type: 'view' })) as GuardView | null;
}

/** The act to review, when this is the surface that was opened for it; else null. */
export async function askReview(holdId: string, token: string | null): Promise<HoldView | null> {
  return (await ask({ type: 'review-view', holdId, token })) as HoldView | null;
}

/** Approves exactly what is shown. */
export async function askApprove(hold: HoldView, token: string | null): Promise<ApproveAnswer> {
  const answer = await ask({ type: 'approve', holdId: hold.id, digest: hold.digest, token });
  return (answer as ApproveAnswer | null) ?? { kind: 'refused', why: 'unknown' };
}

/** Says something that has no answer. */
export async function tell(message: FromOwnPage): Promise<void> {
  await ask(message);
}

/**
 * Calls back whenever the background says that something has changed, with the act that our window shall turn to, or
 * null; the answer stops that.
 */
export function onChanged(hear: (show: string | null) => void): () => void {
  const listener = (message: unknown, sender: { id?: string | undefined; tab?: unknown }) => {
    // A content script has our id as well, and a debugger can speak in its world; the background speaks from no tab.
    if (isChanged(message) && sender.id === browser.runtime.id && sender.tab === undefined)
      hear('show' in message && typeof message.show === 'string' ? message.show : null);
    return undefined;
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}

function isChanged(message: unknown): message is object {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'changed';
}

async function ask(message: FromOwnPage): Promise<unknown> {
  try {
    return (await browser.runtime.sendMessage(message)) ?? null;
  } catch {
    return null;
  }
}
