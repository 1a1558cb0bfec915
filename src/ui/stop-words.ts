/** What a safety stop says: what happened, whom it stops, and what agents had done before. Pure: texts come in through `say`. */
import { type ChangingKind, isChange, type WritingKind } from '../core/action.ts';
import type { Measure } from '../core/breaker-measure.ts';
import type { DonePlace, DoneView, StopView } from '../messages/stop-view.ts';
import { changePhrase } from './change-words.ts';
import { nameOf, numberText, type Say } from './words.ts';

/** Why, by the measure that was filled. */
export const STOP_REASONS: Readonly<Record<Measure, string>> = {
  items: 'stopItems',
  newReaders: 'stopNewReaders',
  audiences: 'stopAudiences',
  acts: 'stopActs',
  declined: 'stopDeclined',
};

const WHOM = { session: 'stopSession', site: 'stopSite', all: 'stopEverywhere' } as const;

const WRITTEN: Readonly<Record<WritingKind, string>> = {
  reply: 'wroteReply',
  post: 'wrotePost',
  message: 'wroteMessage',
  edit: 'wroteEdit',
  send: 'wroteMail',
};

const CHANGED: Readonly<Record<ChangingKind, string>> = {
  archive: 'madeArchive',
  trash: 'madeTrash',
  label: 'madeLabel',
  spam: 'madeSpam',
  delete: 'madeDelete',
  move: 'madeMove',
  invite: 'madeInvite',
  share: 'madeShare',
  delegate: 'madeDelegate',
  forwarding: 'madeForwarding',
  filter: 'madeFilter',
  'auto-reply': 'madeAutoReply',
  signature: 'madeSignature',
  profile: 'madeProfile',
  export: 'madeExport',
  import: 'madeImport',
};

const LINKS: Readonly<Record<DonePlace, string>> = {
  bin: 'openBin',
  archive: 'openAllMail',
  spam: 'openSpam',
  sent: 'openSentMail',
  thread: 'openThread',
};

/** What was measured, and whom the stop stops. */
export function stopLines(
  { measure, scope, siteName }: Pick<StopView, 'measure' | 'scope' | 'siteName'>,
  say: Say,
): string {
  return `${say(STOP_REASONS[measure])} ${say(WHOM[scope], nameOf(siteName))}`;
}

/** The act that was not let through; "" when there was none. */
export function triedLine(tried: DoneView | null, say: Say): string {
  if (tried === null) return '';
  const phrase = changePhrase(tried, say);
  if (phrase !== null) return say('stopTriedChange', phrase);
  return say('stopTried', nameOf(tried.place) || nameOf(tried.siteName));
}

/** One thing that was done: "3 items moved to the bin". */
export function doneText({ kind, items, place, siteName }: DoneView, say: Say): string {
  const where = nameOf(place) || nameOf(siteName);
  if (isChange(kind)) return say(CHANGED[kind], items === 1 ? say('oneItem') : say('manyItems', numberText(items)));
  return kind === 'unreadable' ? say('wroteUnreadable', where) : say(WRITTEN[kind], where);
}

/** How many things were changed before; "" for none. */
export function doneSum(done: readonly DoneView[], say: Say): string {
  const items = done.reduce((sum, each) => sum + each.items, 0);
  if (items === 0) return '';
  return say('doneInAll', items === 1 ? say('oneItem') : say('manyItems', numberText(items)));
}

/** What the way to it is called. */
export function linkText({ where }: NonNullable<DoneView['link']>, say: Say): string {
  return say(LINKS[where]);
}
