/** The one act that our surface shows in full, kept up to date, as far as the background gives it to this surface. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { HoldView } from '../messages.ts';
import { askReview, onChanged } from './ask.ts';
import { isOver } from './waiting.ts';

/** How often it is asked again while there is nothing to show, in milliseconds. */
const ASK_AGAIN_MS = 700;

export type Shown =
  | { readonly kind: 'asking' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'hold'; readonly hold: HoldView };

const ASKING: Shown = { kind: 'asking' };

/** What is shown of this act, and how to ask for it anew. */
export function useReview(holdId: string, token: string | null): readonly [Shown, () => void] {
  const [answer, setAnswer] = useState<{ readonly of: string; readonly shown: Shown }>({ of: holdId, shown: ASKING });
  const current = useRef(holdId);
  current.current = holdId;
  const look = useCallback(() => {
    // Nothing is chosen yet.
    if (holdId === '') return;
    void askReview(holdId, token).then((hold) => {
      // An answer that comes late never stands in the place of another act.
      if (current.current !== holdId) return;
      setAnswer((before) => ({ of: holdId, shown: shownAfter(before.of === holdId ? before.shown : ASKING, hold) }));
    });
  }, [holdId, token]);
  const shown = answer.of === holdId ? answer.shown : ASKING;
  useEffect(() => {
    look();
    return onChanged(look);
  }, [look]);
  // A program that is attached to this window for a moment, or a background that is being restarted, is no reason to
  // leave a person before an empty page.
  useEffect(() => {
    if (shown.kind !== 'nothing') return undefined;
    const timer = setInterval(look, ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [shown.kind, look]);
  return [shown, look];
}

/** How an act ended stays readable here, also when the background has forgotten it. */
function shownAfter(before: Shown, hold: HoldView | null): Shown {
  if (hold !== null) return { kind: 'hold', hold };
  return before.kind === 'hold' && isOver(before.hold) ? before : { kind: 'nothing' };
}
