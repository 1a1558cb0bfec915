/**
 * The card in the guarded page: says that something waits, what it carries and who would newly see it. It lies in a
 * closed shadow root in the top layer, and nothing on it can approve: an agent's trusted click reaches everything here.
 */
import { render } from 'preact';
import type { HoldView } from '../../messages.ts';
import type { Say } from '../words.ts';
import { Card } from './card.tsx';
import { OVERLAY_STYLE } from './style.ts';
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
  const host = document.createElement('div');
  host.popover = 'manual';
  const root = host.attachShadow({ mode: 'closed' });
  addStyle(root);
  const place = document.createElement('div');
  root.append(place);
  keepEventsInside(root);
  document.documentElement.append(host);
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

/** A constructed sheet is not subject to the page's CSP; Firefox refuses it in content scripts (measured, ESR 153). */
function addStyle(root: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(OVERLAY_STYLE);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElement('style');
    style.textContent = OVERLAY_STYLE;
    root.append(style);
  }
}

/** Keys and clicks on the card are no business of the page's shortcuts. */
function keepEventsInside(root: ShadowRoot): void {
  for (const type of [
    'keydown',
    'keyup',
    'keypress',
    'click',
    'mousedown',
    'mouseup',
    'pointerdown',
    'pointerup',
    'input',
    'paste',
  ]) {
    root.addEventListener(type, (event) => event.stopPropagation());
  }
}
