/**
 * The layer over a page in which an agent's input is swallowed: says why nothing happens here, and where a person can
 * end it. A modal dialog, so that everything below it takes neither pointer nor keyboard; no button, since an agent's
 * click reaches everything here.
 */
import { render } from 'preact';
import type { PageOrders } from '../../messages.ts';
import type { Say } from '../words.ts';
import { addStyle } from './root.ts';
import { SHIELD_STYLE } from './style.ts';

type Orders = Pick<PageOrders, 'shield' | 'stoppedBy'>;

const TITLES: Readonly<Record<Orders['stoppedBy'], string>> = {
  no: 'stopped',
  person: 'stopped',
  policy: 'stoppedByPolicyTitle',
  site: 'stoppedHere',
};

/** How often it is looked whether it still lies on top, in milliseconds. */
const LOOK_EVERY_MS = 1_000;

export class ShieldLayer {
  readonly #say: Say;
  #dialog: HTMLDialogElement | null = null;
  #orders: Orders = { shield: 'up', stoppedBy: 'person' };

  constructor(say: Say) {
    this.#say = say;
  }

  /** The dialog, to be put into the page by whoever keeps it there; `lost` is called when it is no longer on top. */
  make(lost: () => void): HTMLElement {
    const dialog = document.createElement('dialog');
    dialog.setAttribute('aria-labelledby', 'title');
    // A modal dialog closes at Escape, and the second time whatever we say, unless it is told not to listen.
    dialog.setAttribute('closedby', 'none');
    dialog.addEventListener('cancel', (event) => event.preventDefault());
    dialog.addEventListener('close', () => dialog.isConnected && lost());
    this.#dialog = dialog;
    const place = document.createElement('div');
    dialog.append(place);
    this.#draw(place);
    queueMicrotask(() => open(dialog));
    const timer = setInterval(() => {
      if (!dialog.isConnected) clearInterval(timer);
      else if (!isOnTop(dialog)) lost();
    }, LOOK_EVERY_MS);
    return dialog;
  }

  /** Says who has stopped agents, and how a person goes on. */
  show(orders: Orders): void {
    this.#orders = orders;
    const place = this.#dialog?.firstElementChild;
    if (place) this.#draw(place);
  }

  #draw(place: Element): void {
    render(<Words orders={this.#orders} say={this.#say} />, place);
  }
}

function Words({ orders, say }: { readonly orders: Orders; readonly say: Say }) {
  const { shield, stoppedBy } = orders;
  return (
    <section>
      <p class="kicker">Countersign</p>
      <h2 id="title">{say(TITLES[stoppedBy])}</h2>
      <p>{say('shieldWhat')}</p>
      <ul>
        <li>{say(shield === 'locked' ? 'driveRemote' : 'shieldDrive')}</li>
        {stoppedBy !== 'policy' && <li>{say(stoppedBy === 'site' ? 'shieldReleaseHere' : 'shieldRelease')}</li>}
      </ul>
      <p class="kept">{say('shieldKept')}</p>
    </section>
  );
}

/** Only what lies in the page can be opened; the style comes with its root. */
function open(dialog: HTMLDialogElement): void {
  const root = dialog.getRootNode();
  if (!dialog.isConnected || !(root instanceof ShadowRoot)) return;
  addStyle(root, SHIELD_STYLE);
  dialog.showModal();
}

/** Whether a person sees it, and not something that was put over it. */
function isOnTop(dialog: HTMLDialogElement): boolean {
  if (document.visibilityState !== 'visible') return true;
  const root = dialog.getRootNode();
  if (!dialog.open || !(root instanceof ShadowRoot)) return false;
  const box = dialog.getBoundingClientRect();
  const dim = [document.documentElement, document.body].some(
    (each) => each && Number(getComputedStyle(each).opacity) < 0.6,
  );
  return !dim && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2) === root.host;
}
