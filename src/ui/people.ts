/**
 * Whom a mail names, by field: those who look like one of the organisation first, then all others outside it, so that a
 * long list cannot hide them. Pure.
 */
import type { Recipients } from '../core/action.ts';
import type { HoldView } from '../messages.ts';

export interface Addressee {
  readonly address: string;
  readonly outside: boolean;
  /** The domain of the organisation that this one only looks like; null for none. */
  readonly looksLike: string | null;
}

export interface Field {
  readonly name: keyof Recipients;
  readonly people: readonly Addressee[];
}

/** Most people shown of one field before the person asks for all. */
export const SHOWN_OF_FIELD = 4;

const FIELDS: readonly (keyof Recipients)[] = ['to', 'cc', 'bcc'];

/** The fields that name somebody. */
export function peopleByField(hold: Pick<HoldView, 'recipients' | 'audience'>): readonly Field[] {
  const { recipients } = hold;
  if (recipients === null) return [];
  return FIELDS.map((name) => ({ name, people: ordered(hold, recipients[name]) })).filter(
    ({ people }) => people.length > 0,
  );
}

/** Each address once, look-alikes and others outside first, else as the mail has them. */
export function ordered(hold: Pick<HoldView, 'audience'>, addresses: readonly string[]): readonly Addressee[] {
  const outsiders = new Set(hold.audience.outsiders);
  const imitated = new Map(hold.audience.lookAlikes.map(({ person, own }) => [person, own] as const));
  const all = [...new Set(addresses)].map((address) => ({
    address,
    outside: outsiders.has(address),
    looksLike: imitated.get(address) ?? null,
  }));
  return [2, 1, 0].flatMap((distance) => all.filter((person) => distanceOf(person) === distance));
}

function distanceOf({ outside, looksLike }: Addressee): number {
  return looksLike !== null ? 2 : outside ? 1 : 0;
}

/** The first of a field, and how many are not shown: in all, and of people outside. */
export function cutField(people: readonly Addressee[]): {
  readonly shown: readonly Addressee[];
  readonly more: number;
  readonly moreOutside: number;
} {
  // One hidden name would take as much room as its own mention.
  const most = people.length === SHOWN_OF_FIELD + 1 ? people.length : SHOWN_OF_FIELD;
  const rest = people.slice(most);
  return {
    shown: people.slice(0, most),
    more: rest.length,
    moreOutside: rest.filter((person) => person.outside).length,
  };
}
