/** Firefox's extension addresses tell the browser apart without asking. */
import browser from 'webextension-polyfill';

export const IN_FIREFOX = browser.runtime.getURL('').startsWith('moz-extension:');
