/**
 * Something of ours has failed, so that what it should have judged was refused. Said on the toolbar button, which needs
 * nothing else of ours; the number of waiting acts takes its place again once there is one.
 */
import browser from 'webextension-polyfill';

/** Says so. Never fails itself: it is called where something else just has. */
export function sayFault(): void {
  void say().catch(() => undefined);
}

async function say(): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: '#8a1c1c' });
  await browser.action.setBadgeText({ text: '!' });
  await browser.action.setTitle({ title: browser.i18n.getMessage('guardFault') });
}
