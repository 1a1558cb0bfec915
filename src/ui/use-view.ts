/** What popup, options page and review window know of the guard, kept up to date. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { GuardView } from '../messages.ts';
import { askView, onChanged } from './ask.ts';

/** How often it is asked again while there is no answer, in milliseconds. */
const ASK_AGAIN_MS = 700;

/** The guard's view; undefined before its first answer, null while it does not answer. */
export function useView(): GuardView | null | undefined {
  const [view, setView] = useState<GuardView | null | undefined>(undefined);
  const look = useLook(setView);
  useEffect(() => {
    look();
    // What changes without a word from the background, as an agent that has left, is seen when the person comes back.
    addEventListener('focus', look);
    const end = onChanged(look);
    return () => {
      removeEventListener('focus', look);
      end();
    };
  }, [look]);
  useEffect(() => {
    if (view !== null) return undefined;
    const timer = setInterval(look, ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [view, look]);
  return view;
}

/** Asks for the view. An answer never takes the place of one that was asked for later: it would show what was before. */
function useLook(setView: (view: GuardView | null) => void): () => void {
  const asked = useRef(0);
  const shown = useRef(0);
  return useCallback(() => {
    asked.current += 1;
    const mine = asked.current;
    void askView().then((view) => {
      if (mine < shown.current) return;
      shown.current = mine;
      setView(view);
    });
  }, []);
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
