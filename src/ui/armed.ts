/**
 * Arms the approve button: only 800 ms after the surface last gained the focus, moved or changed its size. A window
 * that is pushed under a falling click, or that changes what it shows, cannot be answered by accident.
 */
import { useEffect, useState } from 'preact/hooks';

/** From the design: shorter than a considered press, longer than a click that was meant for something else. */
export const ARMED_AFTER_MS = 800;

const LOOK_EVERY_MS = 100;

/** Whether approving counts at this moment; `what` is what the surface shows, and arming starts anew when it changes. */
export function useArmed(what: string): boolean {
  // Armed for what was shown when it became so: a text swapped in place is disarmed in the same frame.
  const [armedFor, setArmedFor] = useState<string | null>(null);
  useEffect(() => {
    let since = performance.now();
    let place = placeKey();
    setArmedFor(null);
    const again = () => {
      since = performance.now();
      setArmedFor(null);
    };
    const look = () => {
      const now = placeKey();
      if (now !== place || !isFront()) {
        place = now;
        again();
      } else if (performance.now() - since >= ARMED_AFTER_MS) setArmedFor(what);
    };
    const timer = setInterval(look, LOOK_EVERY_MS);
    // Firefox reports a resize of its popup at every new layout, also when no size has changed: sizes are compared above.
    const events = ['focus', 'blur'] as const;
    for (const type of events) addEventListener(type, again);
    return () => {
      clearInterval(timer);
      for (const type of events) removeEventListener(type, again);
    };
  }, [what]);
  return armedFor === what;
}

function placeKey(): string {
  return [position(screenX), position(screenY), innerWidth, innerHeight].join(' ');
}

function position(value: number): number {
  return Number.isFinite(value) ? value : 0;
}

/** The toolbar popup closes when it loses the focus, and Firefox says there that it has none (seen in ESR 153). */
function isFront(): boolean {
  const inPopup = location.pathname.endsWith('/popup.html');
  return document.visibilityState === 'visible' && (inPopup || document.hasFocus());
}
