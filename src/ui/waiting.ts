/**
 * What waits, as a list: its order, what is offered next, and one line about each act. The order never changes under a
 * person's hand: oldest first, so that a new act joins at the end. Pure.
 */
import { isChange } from '../core/action.ts';
import type { HoldView } from '../messages.ts';
import { changePhrase } from './change-words.ts';
import { ordered } from './people.ts';
import { namesText, numberText, peopleText, placeName, reachesNobody, type Say } from './words.ts';

const LINES = {
  reply: 'lineReply',
  post: 'linePost',
  message: 'lineMessage',
  edit: 'lineEdit',
  send: 'lineSend',
  unreadable: 'lineUnreadable',
} as const;
const WHO = { agent: 'whoAgent', human: 'whoHuman', unknown: 'whoUnknown' } as const;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** The waiting acts, oldest first. */
export function inOrder(holds: readonly HoldView[]): readonly HoldView[] {
  return holds.filter((hold) => hold.state === 'pending').sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

/** What is offered after this act: the one behind it in the list, else the first; never the act itself. */
export function nextAfter(shown: Pick<HoldView, 'id' | 'at'>, holds: readonly HoldView[]): HoldView | null {
  const others = inOrder(holds).filter((hold) => hold.id !== shown.id);
  return others.find((hold) => hold.at >= shown.at) ?? others[0] ?? null;
}

/** Whether nothing more will happen with it. */
export function isOver(hold: HoldView): boolean {
  return hold.state === 'sent' || hold.state === 'denied' || hold.state === 'expired' || hold.state === 'blocked';
}

/** "Mail “Quarterly numbers”": what would go out. */
export function whatLine(hold: HoldView, say: Say): string {
  if (!isChange(hold.kind)) return say(LINES[hold.kind], placeName(hold, say));
  const phrase = changePhrase(hold, say) ?? '';
  return phrase.charAt(0).toLocaleUpperCase() + phrase.slice(1);
}

/** "An agent": who acts. */
export function whoLine(hold: HoldView, say: Say): string {
  return say(WHO[hold.actor]);
}

/** Whom it reaches, in a few words: the first recipients of a mail, else how many people read there. */
export function whomLine(hold: HoldView, say: Say): string {
  if (reachesNobody(hold)) return say('reachesNobody');
  const named = hold.recipients === null ? [] : ordered(hold, Object.values(hold.recipients).flat());
  const [first, ...rest] = named.map((person) => person.address);
  if (first !== undefined)
    return rest.length > 0
      ? `${namesText([first], say)} ${say('andMore', numberText(rest.length))}`
      : namesText([first], say);
  return hold.audience.size.count === null ? say('whoReadsUnknown') : peopleText(hold.audience.size, say);
}

/** How severe the question is, as a word; its shape is the style's. */
export function severity(hold: HoldView, say: Say): string {
  if (hold.level === 'BLOCK') return say('refusedTitle');
  return say(hold.review === 'grave' ? 'carefulLook' : 'quickLook');
}

/** How long it has waited. */
export function agoText(at: number, now: number, say: Say): string {
  const ago = Math.max(0, now - at);
  if (ago < MINUTE_MS) return say('justNow');
  const format = new Intl.RelativeTimeFormat(undefined, { style: 'short' });
  return ago < HOUR_MS
    ? format.format(-Math.floor(ago / MINUTE_MS), 'minute')
    : format.format(-Math.floor(ago / HOUR_MS), 'hour');
}
