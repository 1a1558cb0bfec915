/** Gmail's controls: what sends, what takes back, and where an act can be written again. */
import { toWellFormed } from '../../core/action.ts';
import type { Composer, DescribedAct } from '../site.ts';
import { SELECTORS } from './selectors.ts';

/** The longest address of a new mail that is opened with its text; longer ones are cut by servers on the way. */
const LONGEST_ADDRESS = 6_000;

/** The control that an element is or lies in: send, send and archive, or send later. */
export function sendControl(target: Element): Element | null {
  return target.closest(SELECTORS.send) ?? target.closest(SELECTORS.scheduledSend);
}

/** The plain send button; send and archive only where it is the only one. */
export function sendOf(open: Composer): HTMLElement | null {
  const buttons = [...open.root.querySelectorAll<HTMLElement>(SELECTORS.send)];
  return buttons.find((button) => !button.matches(SELECTORS.sendAndArchive)) ?? buttons[0] ?? null;
}

/** Ctrl+Enter and Cmd+Enter send from anywhere in the composer; Enter and Space on a send control. */
export function sendsByKey(event: KeyboardEvent, open: Composer): boolean {
  if (!(event.target instanceof Element) || !open.root.contains(event.target)) return false;
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return true;
  return (event.key === 'Enter' || event.key === ' ') && sendControl(event.target) !== null;
}

/**
 * The link that takes a mail back while Gmail is still sending it. Beside "View message" the same link undoes what has
 * arrived already, so then there is nothing to take back. From public scripts, unverified (2026-11).
 */
export function takeBack(page: Document): HTMLElement | null {
  const link = page.querySelector<HTMLElement>(SELECTORS.undo);
  const shows = (each: Element | null) => each !== null && each.getClientRects().length > 0;
  return shows(link) && !shows(page.querySelector(SELECTORS.viewSent)) ? link : null;
}

/** The address of a new mail with these recipients, subject and text, without the text where that is too long; null for a change. */
export function draftAddress(act: Pick<DescribedAct, 'kind' | 'thread' | 'text' | 'recipients'>): string | null {
  if (act.kind !== 'send') return null;
  const [subject = '', ...lines] = act.text.split('\n');
  const body = lines.join('\n').replace(/^\n/, '');
  const { to = [], cc = [], bcc = [] } = act.recipients ?? {};
  const start = `/mail/u/0/?view=cm&fs=1&tf=1${[
    ['to', to.join(',')],
    ['cc', cc.join(',')],
    ['bcc', bcc.join(',')],
    ['su', subject],
  ]
    .map(([name, value = '']) => `&${name}=${encode(value)}`)
    .join('')}`;
  const whole = `${start}&body=${encode(body)}`;
  return whole.length > LONGEST_ADDRESS ? start : whole;
}

/** Percent form; a lone surrogate, which has none, becomes U+FFFD as in every request. */
function encode(text: string): string {
  return encodeURIComponent(toWellFormed(text));
}
