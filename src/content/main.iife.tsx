/**
 * Our isolated world in a guarded page: watches, stops, shows that an act is held, obeys. It holds no secret and no
 * authority; whatever it says is a claim about its own tab.
 */
import browser from 'webextension-polyfill';
import type { HoldView } from '../messages.ts';
import { SITES } from '../sites/all.ts';
import { mountOverlay, type Overlay } from '../ui/overlay/overlay.tsx';
import { Gate } from './gate.ts';
import { onBackground, tellBackground } from './talk.ts';
import { watchReading } from './watch-reading.ts';
import { TypingWatch } from './watch-typing.ts';

/** The draft counts as settled when it has not changed for this long, in milliseconds. */
const SETTLED_MS = 250;

/** One kind of site for now; the page's own address decides when there are more. */
const site = SITES.discourse;
const isTop = window === window.top;

let overlay: Overlay | null = null;
let shown: HoldView | null = null;

const typing = new TypingWatch(site, (signs) => void tellBackground({ type: 'signs', signs: [...signs] }));
const gate = new Gate(site, {
  signs: () => typing.signs(),
  held: (answer) => show(answer.hold),
  lost: () => showLost(),
});

function show(hold: HoldView): void {
  // What waits for a person must not be covered by the news of something that waits for nobody.
  if (hold.state === 'blocked' && shown?.state === 'pending' && shown.id !== hold.id) return;
  shown = hold;
  if (!isTop) return;
  if (overlay === null) {
    overlay = mountOverlay(hold, {
      say: (key, ...values) => browser.i18n.getMessage(key, values),
      onDecline: () => void tellBackground({ type: 'decline', holdId: shown?.id ?? '' }),
      onReview: () => void tellBackground({ type: 'review', holdId: shown?.id ?? '' }),
      onTampered: () => void tellBackground({ type: 'overlay-tampered', holdId: shown?.id ?? '' }),
      onClosed: () => {
        overlay = null;
      },
    });
  } else overlay.update(hold);
}

/** The background does not answer: nothing was sent, and the person is told so in plain words. */
function showLost(): void {
  if (isTop && overlay === null)
    console.warn(browser.i18n?.getMessage('guardAway') ?? 'Countersign does not answer. Nothing was sent.');
}

onBackground((message) => {
  switch (message.type) {
    case 'show-hold':
      if (message.hold.state === 'sent') typing.reset();
      if (overlay !== null || message.hold.state === 'pending' || message.hold.state === 'blocked') show(message.hold);
      return;
    case 'released':
      if (!gate.release(message.channel, message.attempt, message.thread, message.text)) {
        void tellBackground({ type: 'gone', holdId: message.holdId });
      }
      return;
    case 'ended':
      if (message.attempt !== null) gate.stop(message.attempt);
      return;
    case 'orders':
      return;
  }
});

let settled: ReturnType<typeof setTimeout> | undefined;
addEventListener(
  'input',
  () => {
    clearTimeout(settled);
    settled = setTimeout(() => void gate.assess(), SETTLED_MS);
  },
  true,
);

const first = typing.signs();
if (first.length > 0) void tellBackground({ type: 'signs', signs: [...first] });
if (isTop)
  watchReading(site, (thread) => void tellBackground({ type: 'seen', ...thread, tags: [...thread.tags].slice(0, 50) }));
