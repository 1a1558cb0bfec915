/**
 * Our isolated world in a guarded page: watches, stops, shows that an act is held, obeys. It holds no secret and no
 * authority; whatever it says is a claim about its own tab.
 */
import browser from 'webextension-polyfill';
import type { HoldView, Restore } from '../messages.ts';
import { siteAt } from '../sites/all.ts';
import type { Composer } from '../sites/site.ts';
import { mountOverlay, type Overlay } from '../ui/overlay/overlay.tsx';
import { AgentNotice } from './agent-notice.ts';
import { composerAround, draftOf } from './composers.ts';
import { DraftWatch } from './draft-watch.ts';
import { Gate } from './gate.ts';
import { restoreDraft } from './restore.ts';
import { isOrders, onBackground, tellBackground } from './talk.ts';
import { watchReading } from './watch-reading.ts';
import { TypingWatch } from './watch-typing.ts';

/** The draft counts as settled when it has not changed for this long, in milliseconds. */
const SETTLED_MS = 250;

// A blank frame has no address of its own; its origin is that of the page that made it.
const site = siteAt(URL.canParse(self.origin) ? new URL(self.origin).hostname : location.hostname);
const isTop = window === window.top;

let overlay: Overlay | null = null;
let shown: HoldView | null = null;

const typing = new TypingWatch(site, (signs) => void tellBackground({ type: 'signs', signs: [...signs] }));
const gate = new Gate(site, {
  signs: (open) => typing.signs(open),
  held: (answer) => show(answer.hold),
  lost: () => showLost(),
});
const drafts = new DraftWatch(site, (holdId) => void tellBackground({ type: 'draft-gone', holdId }));
const notice = new AgentNotice(browser.i18n?.getMessage('forAgents') ?? '');

function show(hold: HoldView): void {
  // What waits for a person must not be covered by the news of something that waits for nobody.
  if (hold.state === 'blocked' && shown?.state === 'pending' && shown.id !== hold.id) return;
  shown = hold;
  if (!isTop) return;
  drafts.watch(hold);
  notice.show(hold.state === 'pending' && hold.actor === 'agent');
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

/** News of an act whose text is not in this page waits in our own surface and on the toolbar button. */
function belongsHere(hold: HoldView): boolean {
  return hold.state === 'blocked' || (hold.state === 'pending' && hold.draft === 'composer');
}

/** The background does not answer: nothing was sent, and the person is told so in plain words. */
function showLost(): void {
  if (isTop && overlay === null)
    console.warn(browser.i18n?.getMessage('guardAway') ?? 'Countersign does not answer. Nothing was sent.');
}

async function bringBack(restore: Restore): Promise<void> {
  const open = await restoreDraft(site, restore);
  await tellBackground(
    open === null
      ? { type: 'draft-gone', holdId: restore.holdId }
      : { type: 'draft-back', holdId: restore.holdId, draft: draftOf(open.draft) },
  );
}

onBackground((message) => {
  switch (message.type) {
    case 'show-hold':
      if (message.hold.state === 'sent') typing.reset();
      if (overlay !== null || belongsHere(message.hold)) show(message.hold);
      return;
    case 'released':
      if (!gate.release(message.channel, message.attempt, message.draft))
        void tellBackground({ type: 'draft-gone', holdId: message.holdId });
      return;
    case 'ended':
      if (message.attempt !== null) gate.stop(message.attempt);
      return;
    case 'go':
      gate.letGo(message.attempt);
      return;
    case 'orders':
      return;
  }
});

/** Each composer is assessed again once it has settled after anything that could have changed it. */
const settling = new Map<Element, ReturnType<typeof setTimeout>>();

function assessSoon(open: Composer | null, afterMs: number): void {
  if (open === null) return;
  clearTimeout(settling.get(open.root));
  const assess = () => {
    settling.delete(open.root);
    const now = site.composers(document).find((each) => each.root === open.root);
    if (now !== undefined) void gate.assess(now);
  };
  settling.set(open.root, setTimeout(assess, afterMs));
}

for (const type of ['input', 'keyup', 'mouseup', 'focusin'] as const)
  addEventListener(type, (event) => assessSoon(composerAround(site, event.target), SETTLED_MS), true);
// A hand on its way to Send: the permission for this draft may have grown old.
addEventListener(
  'pointerover',
  (event) => {
    if (event.target instanceof Element && site.sendControl(event.target) !== null)
      assessSoon(composerAround(site, event.target), 0);
  },
  true,
);

const first = typing.signs(null);
if (first.length > 0) void tellBackground({ type: 'signs', signs: [...first] });
if (isTop) {
  watchReading(site, ({ people, tags, ...thread }) => {
    const seen = { ...thread, tags: [...tags].slice(0, 50), people: people && [...people] };
    void tellBackground({ type: 'seen', ...seen });
  });
  void tellBackground({ type: 'hello' }).then((answer) => {
    if (isOrders(answer) && answer.restore !== null) void bringBack(answer.restore);
  });
}
