/**
 * The card in the guarded page: says that something waits, what it carries and who would newly see it. It lies in a
 * closed shadow root in the top layer, and nothing on it can approve: an agent's trusted click reaches everything here.
 */
import { render } from 'preact';
import type { HoldView } from '../../messages.ts';
import type { Say } from '../words.ts';
import { Card } from './card.tsx';
import { addRoot } from './root.ts';
import { TamperWatch } from './tampering.ts';

export interface OverlayParts {
  readonly say: Say;
  onDecline(): void;
  onReview(): void;
  onTampered(): void;
  onClosed(): void;
}

export interface Overlay {
  update(hold: HoldView): void;
  close(): void;
}

/** How an ended question stays readable, in milliseconds. */
const ENDED_VISIBLE_MS = 6_000;

/** Shows the card for a hold. It takes no focus: somebody may be typing. */
export function mountOverlay(hold: HoldView, parts: OverlayParts): Overlay {
  const { host, place } = addRoot();
  const watch = new TamperWatch(host, parts.onTampered);
  let timer: ReturnType<typeof setTimeout> | undefined;

  function close(): void {
    watch.stop();
    clearTimeout(timer);
    render(null, place);
    host.remove();
    parts.onClosed();
  }
  function update(next: HoldView): void {
    render(
      <Card hold={next} say={parts.say} onDecline={parts.onDecline} onReview={parts.onReview} onClose={close} />,
      place,
    );
    clearTimeout(timer);
    if (next.state === 'sent' || next.state === 'denied' || next.state === 'expired')
      timer = setTimeout(close, ENDED_VISIBLE_MS);
  }
  update(hold);
  return { update, close };
}
