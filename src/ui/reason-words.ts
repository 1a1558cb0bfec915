/** Why an act is held, in sentences: what it carries, who would newly see it, and what else stands in the way. */
import type { HeadCount, Leak } from '../core/audience.ts';
import type { Mandate } from '../core/policy.ts';
import type { FoundContent, Reason, Source } from '../core/reason.ts';
import type { HoldView } from '../messages.ts';
import { nameOf, namesText, numberText, type Say, sourceNote } from './words.ts';

const MANDATES: Readonly<Record<Mandate, string>> = {
  observe: 'mandateObserve',
  draft: 'mandateDraft',
  ask: 'mandateAsk',
  flow: 'mandateFlow',
};

/** What sensitive content is called; all national ids by one name. */
const CONTENT: Readonly<Record<string, string>> = {
  secret: 'contentSecret',
  card: 'contentCard',
  iban: 'contentIban',
  'us-ssn': 'contentNationalId',
  'uk-nino': 'contentNationalId',
  'fr-nir': 'contentNationalId',
  'de-steuer-id': 'contentNationalId',
  'es-dni': 'contentNationalId',
  'it-codice-fiscale': 'contentNationalId',
  'ch-ahv': 'contentNationalId',
};

/** The point of the question: what it carries, and who would newly see it. Most important first. */
export function points(
  hold: Pick<HoldView, 'reasons'>,
  say: Say,
): readonly { readonly text: string; readonly strong: string }[] {
  return hold.reasons.flatMap((reason) => {
    if (reason.kind === 'leak')
      return [{ text: sourceLine(reason.source, say), strong: leakLine(reason.leaks, reason.source.labels, say) }];
    if (reason.kind === 'marked')
      return [
        {
          text: markedLine(reason.labels, reason.found, say),
          strong: leakLine(reason.leaks, reason.labels, say),
        },
      ];
    return [];
  });
}

/** The other reasons: what agents may do here, and what stands in the way. */
export function otherReasons(hold: Pick<HoldView, 'reasons'>, say: Say): readonly string[] {
  return hold.reasons.flatMap((reason) => otherReason(reason, say));
}

function sourceLine(source: Source, say: Say): string {
  const named = source.title !== '';
  const key = source.how.kind === 'match' ? 'containsText' : 'hasRead';
  return named
    ? say(key, nameOf(source.title), sourceNote(source, say))
    : say(`${key}Unnamed`, sourceNote(source, say));
}

/** By its own marks, or by what was found in it. */
function markedLine(labels: readonly string[], found: readonly FoundContent[], say: Say): string {
  const names = labels.map(nameOf).join(', ');
  return found.length === 0 ? say('markedAs', names) : say('foundIn', foundText(found, say), names);
}

function foundText(found: readonly FoundContent[], say: Say): string {
  return found
    .map(({ detector, name, count }) => {
      const what = detectorName(detector, name, say);
      return count > 1 ? `${what} (${numberText(count)})` : what;
    })
    .join(', ');
}

/** What is looked for: in the guard's words, or by the name that the organisation gave its own pattern. */
export function detectorName(detector: string, name: string | null, say: Say): string {
  if (name !== null) return `“${nameOf(name)}”`;
  return say((isGuardsDetector(detector) && CONTENT[detector]) || 'contentPattern');
}

/** Whether it is one of the guard's own, and no pattern of the organisation's. */
export function isGuardsDetector(detector: string): boolean {
  return Object.hasOwn(CONTENT, detector);
}

/** What weighs most: people who would newly see it and people outside, else what stands against it. */
function leakLine(leaks: readonly Leak[], labels: readonly string[], say: Say): string {
  const readers = leaks.flatMap((leak) => (leak.kind === 'readers' ? [newcomersLine(leak.newcomers, say)] : []));
  const outside = leaks.flatMap((leak) => (leak.kind === 'outside' ? leak.who : []));
  const people = [...readers.slice(0, 1), ...(outside.length > 0 ? [outsideLine(outside, say)] : [])];
  return people.length > 0 ? people.join(' ') : obstacleLine(leaks, labels, say);
}

function obstacleLine([first]: readonly Leak[], labels: readonly string[], say: Say): string {
  switch (first?.kind) {
    case 'clearance':
      return say('leakClearance', labels.map(nameOf).join(', '), nameOf(first.group));
    case 'category':
      return say('leakCategory', nameOf(first.group), first.categories.map(nameOf).join(', '));
    case 'unknown-audience':
      return say('leakUnknownAudience', first.why);
    case 'unknown-readers':
      return say('leakUnknownReaders', first.why);
    default:
      return '';
  }
}

function outsideLine(who: readonly string[], say: Say): string {
  const names = [...new Set(who)];
  return say(names.length === 1 ? 'leakOutside' : 'leakOutsideMany', namesText(names, say));
}

function newcomersLine({ count, exact }: HeadCount, say: Say): string {
  if (count === null) return say('newcomersUnknown');
  if (count === 1 && exact) return say('newcomersOne');
  return say(exact ? 'newcomersExact' : 'newcomersUpTo', numberText(count));
}

function otherReason(reason: Reason, say: Say): readonly string[] {
  switch (reason.kind) {
    case 'mandate':
      return [say(MANDATES[reason.mandate])];
    case 'killed':
      return [say('reasonKilled')];
    case 'unreadable':
      return [say('reasonUnreadable', nameOf(reason.why))];
    case 'authenticator':
      return [say('reasonAuthenticator', nameOf(reason.label))];
    case 'policy-damaged':
      return [say('reasonPolicyDamaged')];
    case 'rule':
      return [say(reason.level === 'BLOCK' ? 'reasonRuleForbids' : 'reasonRule', nameOf(reason.name))];
    case 'leak':
    case 'marked':
      return [];
  }
}
