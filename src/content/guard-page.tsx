/** Guards one document: watches, stops, shows that an act is held, obeys. Made once for each, at document_start or later. */
import browser from 'webextension-polyfill';
import type { PageSign } from '../core/actor.ts';
import {
  draftOf,
  type HoldView,
  type MarkedElement,
  type PageOrders,
  type PagePreview,
  parseSiteReading,
  type Restore,
  seenOf,
  type ToContent,
} from '../messages.ts';
import { siteFor } from '../sites/all.ts';

import type { lateSite } from '../sites/late.ts';
import type { Composer, Site } from '../sites/site.ts';
import { LostNotice } from '../ui/overlay/lost-notice.tsx';
import { mountOverlay, type Overlay } from '../ui/overlay/overlay.tsx';
import { SiteNotice } from '../ui/overlay/site-notice.tsx';
import { AgentNotice } from './agent-notice.ts';
import { AgentWatch } from './agent-watch.ts';
import { composerAround } from './composers.ts';
import { DraftWatch } from './draft-watch.ts';
import { watchExpectations } from './expectation-watch.ts';
import { Gate } from './gate.ts';
import { labelsShown } from './labels-shown.ts';
import type { OwnKeys } from './own-keys.ts';
import { previewOf } from './preview.ts';
import { restoreDraft } from './restore.ts';
import { Shield } from './shield.ts';
import { isOrders, onBackground, tellBackground } from './talk.ts';
import { ReadingWatch } from './watch-reading.ts';
import { TypingWatch } from './watch-typing.ts';

/** The draft counts as settled when it has not changed for this long, in milliseconds. */
const SETTLED_MS = 250;

const isTop = window === window.top;

export class PageGuard {
  /** First of all, so that nothing else here hears what is swallowed. */
  readonly #shield = new Shield();
  readonly #site: Site;
  readonly #become: (known: Site) => void;
  readonly #typing: TypingWatch;
  readonly #gate: Gate;
  readonly #drafts: DraftWatch;
  readonly #notice = new AgentNotice((key) => browser.i18n?.getMessage(key) ?? '');
  /** An extension that is gone has no words any more: they are kept from the start. */
  readonly #lost = new LostNotice(keptWords('guardAwayTitle', 'guardAway', 'guardAwayText', 'hide'));
  readonly #settling = new Map<Element, ReturnType<typeof setTimeout>>();
  #marked: readonly MarkedElement[] = [];
  #told = '';
  #reading: ReadingWatch | null = null;
  readonly #siteNotice = new SiteNotice({
    say: (key, ...values) => browser.i18n.getMessage(key, values),
    site: location.host,
    version: browser.runtime.getManifest().version,
  });
  readonly #agent: AgentWatch;
  readonly #keys: OwnKeys;
  #overlay: Overlay | null = null;
  #shown: HoldView | null = null;

  constructor({ site, become }: ReturnType<typeof lateSite>, keys: OwnKeys) {
    this.#keys = keys;
    this.#site = site;
    this.#become = become;
    this.#typing = new TypingWatch(site, tellSigns);
    this.#gate = new Gate(site, {
      signs: (open) => this.#typing.signs(open),
      facts: (open) => this.#typing.facts(open),
      gesture: (event) => this.#typing.gesture(event),
      beforeAsking: () => this.#reading?.catchUp(),
      held: (answer) => this.#show(answer.hold),
      trying: () => this.#lost.hide(),
      lost: () => this.#showLost(),
    });
    this.#agent = new AgentWatch(site);
    this.#drafts = new DraftWatch(site, (holdId) => void tellBackground({ type: 'draft-gone', holdId }));
    onBackground((message) => this.#obey(message));
    this.#watchComposers();
    const first = this.#typing.signs(null);
    if (first.length > 0) tellSigns(first);
    if (isTop) this.#watchTop();
    void tellBackground({ type: 'hello' }).then((answer) => {
      if (!isOrders(answer)) return;
      this.#follow(answer);
      if (isTop && answer.restore !== null) void this.#bringBack(answer.restore);
    });
  }

  /** Each composer is assessed again once it has settled after anything that could have changed it. */
  #watchComposers(): void {
    for (const type of ['input', 'keyup', 'mouseup', 'focusin'] as const)
      addEventListener(type, (event) => this.#assessSoon(composerAround(this.#site, event.target), SETTLED_MS), true);
    // A hand on its way to Send: the permission for this draft may have grown old.
    addEventListener(
      'pointerover',
      (event) => {
        if (event.target instanceof Element && this.#site.sendControl(event.target) !== null)
          this.#assessSoon(composerAround(this.#site, event.target), 0);
      },
      true,
    );
  }

  #watchTop(): void {
    watchExpectations(this.#site, (unread) => {
      void tellBackground({ type: 'site-parts', unread: [...unread] });
      this.#siteNotice.show(unread);
    });
    this.#reading = new ReadingWatch(
      this.#site,
      () => labelsShown(document, this.#marked),
      (thread) => void tellBackground(seenOf(thread)),
    );
  }

  /** How this site is read, and which elements mean a label: now, and whenever the policy changes. */
  #follow({ site, marked, agent, keys, ...stop }: Omit<PageOrders, 'restore'>): void {
    this.#keys.follow(keys);
    this.#shield.follow(stop);
    // The shield says more; and a page that is guarded no longer shows nothing of ours.
    if (isTop) this.#agent.follow(this.#shield.isUp || site === null ? null : agent);
    const told = JSON.stringify([site, marked]);
    if (told === this.#told) return;
    this.#told = told;
    const reading = parseSiteReading(site);
    if (reading !== null) this.#become(siteFor(reading));
    this.#marked = marked;
    this.#reading?.readAgain();
  }

  #assessSoon(open: Composer | null, afterMs: number): void {
    if (open === null) return;
    clearTimeout(this.#settling.get(open.root));
    const assess = () => {
      this.#settling.delete(open.root);
      const now = this.#site.composers(document).find((each) => each.root === open.root);
      if (now !== undefined) void this.#gate.assess(now);
    };
    this.#settling.set(open.root, setTimeout(assess, afterMs));
  }

  #show(hold: HoldView): void {
    // The shield says already why nothing of an agent's goes.
    if (hold.state === 'blocked' && this.#shield.isUp) return;
    // What waits for a person must not be covered by the news of something that waits for nobody.
    if (hold.state === 'blocked' && this.#shown?.state === 'pending' && this.#shown.id !== hold.id) return;
    this.#shown = hold;
    if (!isTop) return;
    this.#drafts.watch(hold);
    this.#lost.hide();
    this.#notice.show(hold.state === 'pending' && hold.actor === 'agent' ? 'forAgents' : null);
    if (this.#overlay === null) this.#overlay = this.#mount(hold);
    else this.#overlay.update(hold);
  }

  #mount(hold: HoldView): Overlay {
    const holdId = () => this.#shown?.id ?? '';
    return mountOverlay(hold, {
      say: (key, ...values) => browser.i18n.getMessage(key, values),
      onDecline: () => void tellBackground({ type: 'decline', holdId: holdId() }),
      onReview: () => void tellBackground({ type: 'review', holdId: holdId() }),
      onTampered: () => void tellBackground({ type: 'overlay-tampered', holdId: holdId() }),
      onClosed: () => {
        this.#overlay = null;
      },
    });
  }

  /** The background does not answer: nothing was sent, and person and agent are told so in plain words. */
  #showLost(): void {
    if (!isTop) return;
    this.#lost.show();
    if (this.#overlay === null) this.#notice.show('guardAway');
  }

  async #bringBack(restore: Restore): Promise<void> {
    const open = await restoreDraft(this.#site, restore);
    await tellBackground(
      open === null
        ? { type: 'draft-gone', holdId: restore.holdId }
        : { type: 'draft-back', holdId: restore.holdId, draft: draftOf(open.draft) },
    );
  }

  #obey(message: ToContent): PagePreview | undefined {
    switch (message.type) {
      case 'preview': {
        const reading = parseSiteReading(message.site);
        return reading === null ? undefined : previewOf(siteFor(reading), document);
      }
      case 'show-hold':
        if (message.hold.state === 'sent') this.#typing.reset();
        if (this.#overlay !== null || belongsHere(message.hold)) this.#show(message.hold);
        return undefined;
      case 'released':
        if (!this.#gate.release(message.channel, message.attempt, message.draft))
          void tellBackground({ type: 'draft-gone', holdId: message.holdId });
        return undefined;
      case 'ended':
        this.#gate.stop(message.attempt, message.outcome);
        return undefined;
      case 'go':
        this.#gate.letGo(message.attempt);
        return undefined;
      case 'orders':
        this.#follow(message);
        return undefined;
    }
  }
}

/** Signs that showed in a single event, or in the browser itself. */
function tellSigns(signs: readonly PageSign[]): void {
  void tellBackground({ type: 'signs', signs: [...signs], of: 'event' });
}

/** News of an act whose text is not in this page waits in our own surface and on the toolbar button. */
function belongsHere(hold: HoldView): boolean {
  return hold.state === 'blocked' || (hold.state === 'pending' && hold.draft === 'composer');
}

/** Words that can still be said when the extension behind this page has gone. */
function keptWords(...keys: readonly string[]): (key: string) => string {
  const words = new Map(keys.map((key) => [key, browser.i18n?.getMessage(key) ?? '']));
  return (key) => words.get(key) ?? '';
}
