/**
 * What a held act is called in front of people: one place for every sentence about it. Pure: the texts come in through
 * `say`, so that every sentence can be read in a test.
 */
import { type ActionKind, type ChangingKind, isChange } from '../core/action.ts';
import type { HeadCount } from '../core/newcomers.ts';
import type { Source } from '../core/reason.ts';
import type { HoldView } from '../messages.ts';
import { changePhrase } from './change-words.ts';

/** A text of the catalogue with its substitutions; "" when there is none of that name. */
export type Say = (key: string, ...values: string[]) => string;

const KINDS = {
  reply: 'Reply',
  post: 'Post',
  message: 'Message',
  edit: 'Edit',
  send: 'Send',
  unreadable: 'Unreadable',
} as const satisfies Record<Exclude<ActionKind, ChangingKind>, string>;
const ACTORS = { agent: 'headAgent', human: 'headHuman', unknown: 'headUnknown' } as const;
const EVIDENCE_TITLES = { agent: 'whyAgent', human: 'whyHuman', unknown: 'whyUnknown' } as const;

/** Longest name shown in a sentence. */
const LONGEST_NAME = 90;

/** Most names in one sentence. */
const MOST_NAMES = 3;

/** Characters that reorder or hide text, made visible by their code point. */
const HIDDEN = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;

/** Text from a page as it may be shown: nothing in it can hide or reorder anything. */
export function visible(text: string): string {
  return text.replace(
    HIDDEN,
    (character) => `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`,
  );
}

/** A name for a sentence: visible, on one line, bounded. */
export function nameOf(text: string): string {
  const line = visible(text).replace(/\s+/g, ' ').trim();
  return line.length > LONGEST_NAME ? `${line.slice(0, LONGEST_NAME - 1)}…` : line;
}

/** Who is about to do what, and where. */
export function headline(hold: HoldView, say: Say): string {
  if (isChange(hold.kind)) return say(`${ACTORS[hold.actor]}Change`, changePhrase(hold, say) ?? '');
  return say(`${ACTORS[hold.actor]}${KINDS[hold.kind]}`, placeName(hold, say));
}

/** The place of an act as it stands in a sentence; never empty. */
export function placeName(hold: HoldView, say: Say): string {
  const name = nameOf(hold.place);
  if (name !== '') return name;
  switch (hold.kind) {
    case 'unreadable':
      return nameOf(hold.siteName);
    case 'post':
      return say('newTopic');
    case 'send':
      return say('noSubject');
    default:
      return say('somewhere');
  }
}

/** Where it goes and how many people read it there, or receive it. */
export function audienceLine(hold: HoldView, say: Say): string {
  if (reachesNobody(hold)) return say('reachesNobody');
  const { count, exact } = hold.audience.size;
  const known = hold.audience.kind === 'known' && count !== null;
  if (hold.recipients !== null) {
    const site = nameOf(hold.siteName);
    if (!known) return say('receiversUnknown', site);
    if (count === 1) return say('receiversOne', site);
    return say(exact ? 'receivers' : 'receiversUpTo', site, numberText(count));
  }
  const name = nameOf(hold.audience.name);
  if (!known) return say('readersUnknown', name);
  return count === 1 ? say('readersHereOne', name) : say('readersHere', name, numberText(count));
}

/** Whether it changes something by which nobody gets to read anything. */
export function reachesNobody({ kind, audience }: Pick<HoldView, 'kind' | 'audience'>): boolean {
  return isChange(kind) && audience.kind === 'known' && audience.size.count === 0;
}

/** What the list of evidence is called. */
export function evidenceTitle(hold: HoldView, say: Say): string {
  return say(EVIDENCE_TITLES[hold.actor]);
}

/** How it ended, or what is happening; "" while it waits. */
export function outcome(hold: HoldView, say: Say): string {
  if (isChange(hold.kind)) return changeOutcome(hold.state, say);
  const textIsOpen = hold.draft === 'composer';
  switch (hold.state) {
    case 'pending':
    case 'blocked':
      return '';
    case 'released':
      return say('confirmedSending');
    case 'sent':
      return say('wasSent');
    case 'denied':
      return say(textIsOpen ? 'wasDenied' : 'wasDeniedGone');
    case 'expired':
      return say(textIsOpen ? 'wasExpired' : 'wasExpiredGone');
  }
}

function changeOutcome(state: HoldView['state'], say: Say): string {
  switch (state) {
    case 'pending':
    case 'blocked':
      return '';
    case 'released':
      return say('confirmedDoing');
    case 'sent':
      return say('wasDone');
    case 'denied':
      return say('wasNotDone');
    case 'expired':
      return say('wasNotDoneInTime');
  }
}

/** How often it was tried again; "" when it was not. */
export function repeatLine(hold: HoldView, say: Say): string {
  if (hold.repeats === 0) return '';
  return hold.repeats === 1 ? say('triedAgainOnce') : say('triedAgain', numberText(hold.repeats));
}

/** Whom to ask, as the organisation wrote it; "" when it wrote nothing. */
export function supportLine(support: HoldView['support'], say: Say): string {
  const parts = [support.name, support.url, support.phone]
    .filter((part) => part !== undefined && part !== '')
    .map((part) => nameOf(part ?? ''));
  return parts.length === 0 ? '' : say('askSupport', parts.join(' · '));
}

/** A number of people as people read it. */
export function peopleText(size: HeadCount | number | null, say: Say): string {
  const count = typeof size === 'number' || size === null ? size : size.count;
  if (count === null) return '?';
  return count === 1 ? say('onePerson') : say('people', numberText(count));
}

/** "a, b, c and 4 more": names in a sentence, bounded. */
export function namesText(names: readonly string[], say: Say): string {
  const shown = names.slice(0, MOST_NAMES).map(nameOf).join(', ');
  const rest = names.length - MOST_NAMES;
  return rest > 0 ? `${shown} ${say('andMore', numberText(rest))}` : shown;
}

/** 1,240 in the reader's own way. */
export function numberText(value: number): string {
  return new Intl.NumberFormat().format(value);
}

/** "Restricted · sev-team": what a source is marked and who may open it. */
export function sourceNote(source: Pick<Source, 'labels' | 'readers'>, say: Say): string {
  const readers = source.readers.length > 0 ? [namesText(source.readers, say)] : [];
  return [...source.labels.map(nameOf), ...readers].join(' · ');
}
