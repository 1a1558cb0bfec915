/** An answer of the network listener that does not come in time is a refusal. */
import type { WebRequest } from 'webextension-polyfill';

type Answer = WebRequest.BlockingResponse;

/** A permitted request waits at most this long for its ledger entry and the last look at the sensors. */
export const ANSWER_MS = 2_000;

/** Refused, too, when it fails. */
export function within(answer: Promise<Answer>): Promise<Answer> {
  const late = new Promise<Answer>((resolve) => setTimeout(() => resolve({ cancel: true }), ANSWER_MS));
  return Promise.race([answer.catch((): Answer => ({ cancel: true })), late]);
}
