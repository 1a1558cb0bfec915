/** Looks whether the page still has what the guard must be able to read, and tells when it has not for a while. */
import type { PagePart } from '../core/site-part.ts';
import { unreadParts } from '../sites/expectation.ts';
import type { Site } from '../sites/site.ts';

/** A page is looked at this often, in milliseconds, and only while it is shown. */
const LOOK_EVERY_MS = 2_000;

/** A part that cannot be read for this long is no page that is still being built. */
const PATIENCE_MS = 10_000;

/** `changed` is called with the parts that cannot be read whenever these have become others; [] is that all is well. */
export function watchExpectations(site: Site, changed: (parts: readonly PagePart[]) => void): void {
  const since = new Map<PagePart, number>();
  let told = '';
  function look(): void {
    if (document.readyState !== 'complete' || document.visibilityState !== 'visible') return;
    const now = Date.now();
    const unread = unreadParts(site.expectations, document);
    for (const part of since.keys()) if (!unread.includes(part)) since.delete(part);
    for (const part of unread) if (!since.has(part)) since.set(part, now);
    const lasting = unread.filter((part) => now - (since.get(part) ?? now) >= PATIENCE_MS);
    if (lasting.join() === told) return;
    told = lasting.join();
    changed(lasting);
  }
  setInterval(look, LOOK_EVERY_MS);
}
