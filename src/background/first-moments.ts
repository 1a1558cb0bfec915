/**
 * The moments before this worker knows anything: a write may wait for the state, unless this is a worker that came back.
 * A promised answer sends when the worker dies meanwhile (3 of some 1,200 writes arrived while Chrome's was stopped
 * again and again, 156), and what has just crashed may crash again; a browser that starts has not. Firefox puts its
 * background to sleep and wakes it for a write, which is no crash.
 */
import browser from 'webextension-polyfill';
import { IN_FIREFOX } from './in-firefox.ts';

/** Asked in the worker's first turn, before anything of this life is written. What cannot be told is a crash. */
const cameBack: Promise<boolean> = IN_FIREFOX
  ? Promise.resolve(false)
  : browser.storage.session.get('alive').then(
      ({ alive }) => alive === true,
      () => true,
    );

/** Whether a write may wait for the state to be loaded. */
export async function mayWait(): Promise<boolean> {
  return !(await cameBack);
}
