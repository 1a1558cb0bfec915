/**
 * Our isolated world in a guarded page. It holds no secret and no authority; whatever it says is a claim about its own
 * tab.
 */
import browser from 'webextension-polyfill';
import { siteAt } from '../sites/all.ts';
import { lateSite } from '../sites/late.ts';
import { PageGuard } from './guard-page.tsx';
import { OwnKeys } from './own-keys.ts';

const MARK = Symbol.for('countersign.content');

/** Set by the script that guards this document; says whether that one still has its extension behind it. */
const page = globalThis as { [MARK]?: () => boolean };

// A page that is open when the guard comes may get the script from its registration as well.
if (page[MARK]?.() !== true) {
  page[MARK] = () => browser.runtime?.id !== undefined;
  const keys = new OwnKeys();
  // A blank frame has no address of its own; its origin is that of the page that made it.
  const host = URL.canParse(self.origin) ? new URL(self.origin).hostname : location.hostname;
  new PageGuard(lateSite(siteAt(host)), keys);
}
