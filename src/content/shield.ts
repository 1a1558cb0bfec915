/**
 * While agents are stopped and one is in this tab, its trusted input does nothing here: it is swallowed before the page
 * hears of it, and a layer over the page says so. The network is sealed without this; a page that gets round it gets
 * nothing out.
 */
import browser from 'webextension-polyfill';
import type { PageOrders } from '../messages.ts';
import { CLOSE_LINES_EVENT } from '../page/bridge.ts';
import { ShieldLayer } from '../ui/overlay/shield-layer.tsx';
import { Eviction } from './eviction.ts';
import { isOwnHand } from './own-hand.ts';
import { Rooted } from './rooted.ts';
import { tellBackground } from './talk.ts';

/** What a hand does to a page, and what comes of it. Scrolling and selecting change nothing. */
const SWALLOWED = [
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
  'touchstart',
  'touchend',
  'keydown',
  'keypress',
  'keyup',
  'beforeinput',
  'paste',
  'cut',
  'dragstart',
  'drop',
  'submit',
] as const;

const isTop = window === window.top;

type Orders = Pick<PageOrders, 'shield' | 'stoppedBy'>;

export class Shield {
  readonly #eviction = new Eviction(() => this.#onTampered());
  #orders: Orders = { shield: 'none', stoppedBy: 'no' };
  /** Something fights us here, so it counts as an agent until the orders change. */
  #tampered = false;
  #layer: { readonly rooted: Rooted; readonly view: ShieldLayer } | null = null;

  /** Made before everything else that listens in this page, so that nothing else hears what is swallowed. */
  constructor() {
    for (const type of SWALLOWED)
      addEventListener(type, (event) => this.#swallow(event), { capture: true, passive: false });
  }

  /** What the background wants here now. */
  follow({ shield, stoppedBy }: Orders): void {
    if (stoppedBy === 'no' || shield === 'evict') this.#tampered = false;
    // A person takes the tab back: whoever is here is thrown out, also one that has slipped in.
    if (shield === 'evict' && this.#orders.shield !== 'evict') this.#eviction.keep(false);
    this.#orders = { shield, stoppedBy };
    this.#eviction.keep(isTop && shield !== 'none');
    this.#show();
    // What goes over an open line is not seen by anybody, so nobody could approve it.
    if (stoppedBy !== 'no') dispatchEvent(new Event(CLOSE_LINES_EVENT));
  }

  /** Input does nothing here now. */
  get isUp(): boolean {
    const { shield } = this.#orders;
    return shield === 'up' || shield === 'locked' || (shield === 'ready' && this.#tampered);
  }

  #swallow(event: Event): void {
    if (!this.isUp || isOwnHand()) return;
    event.stopImmediatePropagation();
    if (!isForTheBrowser(event)) event.preventDefault();
  }

  #onTampered(): void {
    if (this.#orders.shield === 'none' || this.#orders.shield === 'evict') return;
    this.#tampered = true;
    void tellBackground({ type: 'shield-broken' });
    this.#show();
  }

  #show(): void {
    if (!isTop) return;
    if (!this.isUp) {
      this.#layer?.rooted.stop();
      this.#layer = null;
      return;
    }
    if (this.#layer === null) {
      const view = new ShieldLayer((key, ...values) => browser.i18n.getMessage(key, values));
      this.#layer = {
        view,
        rooted: new Rooted(
          (lost) => view.make(lost),
          () => this.#onTampered(),
        ),
      };
    }
    this.#layer.view.show(this.#orders);
  }
}

/**
 * A key by which a person reaches the browser itself (its menus, our popup, another tab): the page does not hear it, the
 * browser does. What such keys do to a page's text comes by events of their own, which are swallowed.
 */
function isForTheBrowser(event: Event): boolean {
  if (!(event instanceof KeyboardEvent)) return false;
  return event.ctrlKey || event.altKey || event.metaKey || /^(Tab|Escape|F\d+|Alt|Control|Meta|Shift)$/.test(event.key);
}
