/** What popup, options page and review window know of the guard, kept up to date. */
import { useEffect, useState } from 'preact/hooks';
import type { GuardView } from '../messages.ts';
import { askView, onChanged } from './ask.ts';

/** How often it is asked again while there is no answer, in milliseconds. */
const ASK_AGAIN_MS = 700;

/** The guard's view; undefined before its first answer, null while it does not answer. */
export function useView(): GuardView | null | undefined {
  const [view, setView] = useState<GuardView | null | undefined>(undefined);
  useEffect(() => {
    const look = () => void askView().then(setView);
    look();
    return onChanged(look);
  }, []);
  useEffect(() => {
    if (view !== null) return undefined;
    const timer = setInterval(() => void askView().then((next) => next && setView(next)), ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [view]);
  return view;
}

/** The present moment, anew every half minute: what says how long ago something was goes on being true. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
