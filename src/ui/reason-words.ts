/** Why an act is held, in sentences: what it carries, who would newly see it, and what else stands in the way. */
import { ASKED_FROM_ITEMS } from '../core/change.ts';
import type { Mandate } from '../core/policy.ts';
import type { FoundContent, Reason, Source } from '../core/reason.ts';
import type { SitePart } from '../core/site-part.ts';
import type { HoldView } from '../messages.ts';
import { leakLine, lookAlikeLine } from './leak-words.ts';
import { PARTS } from './site-changed.ts';
import { STOP_REASONS } from './stop-words.ts';
import { nameOf, numberText, type Say, sourceNote } from './words.ts';

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
  hold: Pick<HoldView, 'reasons'> & { readonly audience: Pick<HoldView['audience'], 'people'> },
  say: Say,
): readonly { readonly text: string; readonly strong: string }[] {
  return hold.reasons.flatMap((reason) => {
    if (reason.kind === 'leak')
      return [
        { text: sourceLine(reason.source, say), strong: leakLine(reason.leaks, reason.source.labels, hold, say) },
      ];
    if (reason.kind === 'marked')
      return [
        {
          text: markedLine(reason.labels, reason.found, say),
          strong: leakLine(reason.leaks, reason.labels, hold, say),
        },
      ];
    return [];
  });
}

/** The other reasons: what agents may do here, and what stands in the way. */
export function otherReasons(hold: Pick<HoldView, 'reasons'>, say: Say): readonly string[] {
  const isStopped = hold.reasons.some((reason) => reason.kind === 'breaker' && reason.state === 'open');
  // Where a safety stop refuses an act, how many items would have been asked about is not the point.
  const told = hold.reasons.filter((reason) => !(isStopped && reason.kind === 'change'));
  return told.flatMap((reason) => otherReason(reason, say));
}

const SOURCE_LINES: Readonly<Record<Source['how']['kind'], string>> = {
  match: 'containsText',
  session: 'hasRead',
  draft: 'hadRead',
};

function sourceLine(source: Source, say: Say): string {
  const named = source.title !== '';
  const key = SOURCE_LINES[source.how.kind];
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

/** What a change demands by itself. */
function changeLine({ why, items }: Reason & { readonly kind: 'change' }, say: Say): string {
  const [many, most] = [numberText(items), numberText(ASKED_FROM_ITEMS)];
  if (why === 'always') return say('reasonChange');
  return why === 'many' ? say('reasonManyItems', many, most) : say('reasonFewItems', most);
}

function otherReason(reason: Reason, say: Say): readonly string[] {
  switch (reason.kind) {
    case 'mandate':
      return [say(MANDATES[reason.mandate])];
    case 'change':
      return [changeLine(reason, say)];
    case 'breaker':
      return [reason.state === 'open' ? say('reasonStop', say(STOP_REASONS[reason.measure])) : say('reasonAfterStop')];
    case 'grant':
      return [say('reasonGrant')];
    case 'killed':
      return [say('reasonKilled')];
    case 'chain':
      return [say('reasonChain', numberText(reason.length))];
    case 'unreadable':
      return [say('reasonUnreadable', nameOf(reason.why))];
    case 'authenticator':
      return [say('reasonAuthenticator', nameOf(reason.label))];
    case 'policy-damaged':
      return [say('reasonPolicyDamaged')];
    case 'site-changed':
      return siteLines(reason.parts, say);
    case 'rule':
      return [say(reason.level === 'BLOCK' ? 'reasonRuleForbids' : 'reasonRule', nameOf(reason.name))];
    case 'look-alike':
      return [lookAlikeLine(reason, say)];
    case 'leak':
    case 'marked':
      return [];
  }
}

/** Of the drafts that agents have left it is the guard that knows no more, not the site that has changed. */
function siteLines(parts: readonly SitePart[], say: Say): readonly string[] {
  const ofSite = parts.filter((part) => part !== 'left-drafts');
  return [
    ...(ofSite.length > 0 ? [say('reasonSiteChanged', ofSite.map((part) => say(PARTS[part])).join(', '))] : []),
    ...(ofSite.length < parts.length ? [say('reasonDraftsLost')] : []),
  ];
}
