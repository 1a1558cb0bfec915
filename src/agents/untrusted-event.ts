/** An event that no input device made: script in the page or in an extension's content script (14 of 58 tool actions measured). */
import type { PageSign } from '../core/actor.ts';

/**
 * How long after a trusted key or click an untrusted event may still be a person's tool at work: Vimium's link hints
 * and text expanders follow within this time (human-input measurements, section 6).
 */
export const TOOL_ASSISTED_MS = 1_500;

/** The sign in one event, or null. `msSinceTrusted` is null when this page has seen no trusted key or click yet. */
export function untrustedEvent(event: { readonly isTrusted: boolean }, msSinceTrusted: number | null): PageSign | null {
  if (event.isTrusted) return null;
  return msSinceTrusted !== null && msSinceTrusted <= TOOL_ASSISTED_MS ? null : 'untrusted-event';
}
