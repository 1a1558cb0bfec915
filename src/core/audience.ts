/**
 * Who will be able to read the result of an act, and what would leak to them.
 * Unknown is never empty: an audience that cannot be told counts as outside the organisation.
 */
import type { Label, ReaderSet, Readers } from './label.ts';
import { type Directory, strangersAmong } from './membership.ts';
import { type Circle, type HeadCount, headCountOf, isReader, isWithin, newcomersTo } from './newcomers.ts';

/** Everyone who will be able to read; `everyone` is the open internet; `unknown` says why it cannot be told. */
export type Audience =
  | {
      readonly kind: 'known';
      readonly name: string;
      readonly people: readonly string[];
      /** Those of the people who do not belong to the organisation. */
      readonly outsiders: readonly string[];
      readonly groups: readonly string[];
      /** Those of the people whose domain only looks like one of the organisation's, and which. */
      readonly lookAlikes: readonly LookAlike[];
    }
  | { readonly kind: 'everyone'; readonly name: string }
  | { readonly kind: 'unknown'; readonly name: string; readonly why: string };

/** Somebody whose domain is made to be taken for an own one. */
export interface LookAlike {
  readonly person: string;
  readonly own: string;
}

/** Why a label must not flow to an audience. None means that it may. */
export type Leak =
  | {
      readonly kind: 'readers';
      readonly newcomers: HeadCount;
      readonly audience: HeadCount;
      readonly names: readonly string[];
    }
  | { readonly kind: 'clearance'; readonly group: string; readonly rank: number }
  | { readonly kind: 'category'; readonly group: string; readonly categories: readonly string[] }
  /** `who` is a domain, and `own` the one that it only looks like. */
  | { readonly kind: 'look-alike'; readonly who: string; readonly own: string }
  | { readonly kind: 'outside'; readonly who: readonly string[] }
  | { readonly kind: 'unknown-audience'; readonly why: string }
  | { readonly kind: 'unknown-readers'; readonly why: string };

/** How many people an audience is. */
export function headCount(audience: Audience, directory: Directory): HeadCount {
  return audience.kind === 'known' ? headCountOf(audience, directory) : { count: null, exact: false };
}

/** Every reason why things with this label must not reach this audience. */
export function leaks(label: Label, audience: Audience, directory: Directory): readonly Leak[] {
  const onlyReaders = label.rank === 0 && label.categories.length === 0 ? label.readers : null;
  if (onlyReaders?.kind === 'everyone') return [];
  if (audience.kind === 'unknown') return [{ kind: 'unknown-audience', why: audience.why }];
  if (audience.kind === 'everyone') return [{ kind: 'outside', who: [audience.name] }];
  // Where only the readers restrict, who is one of them already is nobody new, wherever he belongs; what a label says of
  // outsiders and of groups it says of all. (To exempt readers there as well would let a part leak that the whole does not.)
  const { outsiders, groups } = onlyReaders === null ? audience : added(onlyReaders, audience, directory);
  return [
    ...lookAlikeLeaks(audience, outsiders),
    ...(outsiders.length > 0 ? [{ kind: 'outside', who: outsiders } as const] : []),
    ...groupLeaks(label, groups, directory),
    ...readerLeaks(label.readers, audience, directory),
  ];
}

/** Domains in an audience that only look like an own one, each once. */
export function lookAlikesOf({ lookAlikes }: KnownAudience): readonly { readonly who: string; readonly own: string }[] {
  const byDomain = new Map(
    lookAlikes.map(({ person, own }) => [person.slice(person.lastIndexOf('@') + 1), own] as const),
  );
  return [...byDomain].map(([who, own]) => ({ who, own }));
}

/** Whether somebody in the audience is outside one of the sets of readers, or nobody can say who is in any of them. */
export function addsReaders(readers: Readers, audience: KnownAudience, directory: Directory): boolean {
  if (readers.kind === 'everyone') return false;
  const known = readers.sets.filter(isKnown);
  return known.length === 0 || known.some((set) => newcomersTo(set, audience, directory).names.length > 0);
}

type KnownAudience = Audience & { readonly kind: 'known' };

/** The outsiders and groups that are not among the readers already; nobody is where that cannot be told. */
function added(
  { sets }: Readers & { readonly kind: 'allOf' },
  audience: KnownAudience,
  directory: Directory,
): Pick<KnownAudience, 'outsiders' | 'groups'> {
  const inAll = (isIn: (set: Circle) => boolean) => sets.every((set) => isKnown(set) && isIn(set));
  return {
    outsiders: audience.outsiders.filter((person) => !inAll((set) => isReader(person, set, directory))),
    groups: audience.groups.filter((id) => !inAll((set) => isWithin(id, set, directory))),
  };
}

function isKnown(set: ReaderSet): set is ReaderSet & { readonly kind: 'set' } {
  return set.kind === 'set';
}

function lookAlikeLeaks(audience: KnownAudience, outsiders: readonly string[]): readonly Leak[] {
  const counted = new Set(outsiders);
  const lookAlikes = audience.lookAlikes.filter(({ person }) => counted.has(person));
  return lookAlikesOf({ ...audience, lookAlikes }).map((each) => ({ kind: 'look-alike', ...each }));
}

/** What the groups are not cleared for, and which of them, or of those inside them, are outside or not defined. */
function groupLeaks(label: Label, groups: readonly string[], directory: Directory): readonly Leak[] {
  const found: Leak[] = [];
  for (const id of strangersAmong(groups, directory)) {
    const group = directory.get(id);
    if (group === undefined) found.push({ kind: 'unknown-audience', why: `group ${id}` });
    else found.push({ kind: 'outside', who: [group.name] });
  }
  for (const id of groups) {
    const group = directory.get(id);
    if (group === undefined) continue;
    if (label.rank > group.clearance) found.push({ kind: 'clearance', group: group.name, rank: label.rank });
    // Null is no restriction by policy.
    const unmet = label.categories.filter((each) => group.categories?.includes(each) === false);
    if (unmet.length > 0) found.push({ kind: 'category', group: group.name, categories: unmet });
  }
  return found;
}

function readerLeaks(readers: Readers, audience: KnownAudience, directory: Directory): readonly Leak[] {
  if (readers.kind === 'everyone') return [];
  return readers.sets.flatMap((set): readonly Leak[] => {
    if (!isKnown(set)) return [{ kind: 'unknown-readers', why: set.why }];
    const newcomers = newcomersTo(set, audience, directory);
    return newcomers.names.length === 0
      ? []
      : [{ kind: 'readers', ...newcomers, audience: headCount(audience, directory) }];
  });
}
