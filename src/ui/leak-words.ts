/** What would leak, in one line: who would newly see it by name or number, who is outside, else what stands against it. */
import type { Leak } from '../core/audience.ts';
import { inOwnLetters } from '../core/punycode.ts';
import type { HoldView } from '../messages.ts';
import { nameOf, namesText, numberText, type Say } from './words.ts';

/** Newcomers are named up to this number; more are counted. */
const MOST_NAMED = 3;

/** What weighs most: people who would newly see it and people outside, else what stands against it. */
export function leakLine(
  leaks: readonly Leak[],
  labels: readonly string[],
  { audience }: { readonly audience: Pick<HoldView['audience'], 'people'> },
  say: Say,
): string {
  const readers = leaks.flatMap((leak) =>
    leak.kind === 'readers' ? [newcomersLine(leak, new Set(audience.people), say)] : [],
  );
  const lookAlikes = leaks.flatMap((leak) => (leak.kind === 'look-alike' ? [leak] : []));
  const imitating = new Set(lookAlikes.map(({ who }) => who));
  const outside = leaks
    .flatMap((leak) => (leak.kind === 'outside' ? leak.who : []))
    .filter((who) => !imitating.has(who.slice(who.lastIndexOf('@') + 1)));
  const people = [
    ...readers.slice(0, 1),
    ...lookAlikes.slice(0, MOST_NAMED).map((leak) => lookAlikeLine(leak, say)),
    ...outsideLines([...new Set(outside)], leaks, labels, say),
  ];
  return people.length > 0 ? people.join(' ') : obstacleLine(leaks, labels, say);
}

/** A domain that imitates; one in other letters also as these look, since that is how the page may show it. */
export function lookAlikeLine({ who, own }: { readonly who: string; readonly own: string }, say: Say): string {
  const shown = inOwnLetters(who);
  return shown === who
    ? say('leakLookAlike', nameOf(who), nameOf(own))
    : say('leakLookAlikeLetters', nameOf(shown), nameOf(who), nameOf(own));
}

/** Groups that the label may not reach are said with the label; who is merely outside, without it. */
function outsideLines(
  outside: readonly string[],
  leaks: readonly Leak[],
  labels: readonly string[],
  say: Say,
): readonly string[] {
  const barred = new Set(leaks.flatMap((leak) => (leak.kind === 'clearance' && labels.length > 0 ? [leak.group] : [])));
  const [named, plain] = [outside.filter((who) => barred.has(who)), outside.filter((who) => !barred.has(who))];
  return [
    ...(named.length > 0 ? [say('leakOutsideLabelled', labels.map(nameOf).join(', '), namesText(named, say))] : []),
    ...(plain.length > 0 ? [say(plain.length === 1 ? 'leakOutside' : 'leakOutsideMany', namesText(plain, say))] : []),
  ];
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

/** Names where they are few and stand in the mail itself; else numbers, of how many where both are exact. */
function newcomersLine(
  { newcomers: { count, exact }, audience, names }: Leak & { readonly kind: 'readers' },
  addressed: ReadonlySet<string>,
  say: Say,
): string {
  if (count === null) return say('newcomersUnknown');
  if (!exact) return say('newcomersUpTo', numberText(count));
  if (count === names.length && count <= MOST_NAMED && names.every((name) => addressed.has(name)))
    return say('newcomersNamed', namesText(names, say));
  const all = audience.exact ? audience.count : null;
  if (all === null || all === 1) return count === 1 ? say('newcomersOne') : say('newcomersExact', numberText(count));
  return count === all ? say('newcomersAll', numberText(all)) : say('newcomersOf', numberText(count), numberText(all));
}
