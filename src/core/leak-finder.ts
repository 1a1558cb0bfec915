/**
 * The leaks of many things to one audience. Much of what a session has read stands in the same few places, so each label
 * is asked about once for an act, however many readings carry it.
 */
import { type Audience, type Leak, leaks } from './audience.ts';
import { keptWith } from './kept-with.ts';
import type { Label } from './label.ts';
import type { Directory } from './membership.ts';

/** Finds every reason why things with a label must not reach this audience. */
export function leakFinder(audience: Audience, directory: Directory): (label: Label) => readonly Leak[] {
  const found = new Map<string, readonly Leak[]>();
  return (label) => {
    const key = keyOf(label);
    const known = found.get(key);
    if (known !== undefined) return known;
    const through = leaks(label, audience, directory);
    found.set(key, through);
    return through;
  };
}

/** The same for equal labels: all that `leaks` looks at. */
const keyOf = keptWith(({ rank, categories, readers }: Label) => JSON.stringify([rank, categories, readers]));
