/** Recorded input of people (and bots in the same form): approaches to one click, and bursts of typing. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** One approach to a press; names as in the recordings. */
export interface Approach {
  readonly id: string;
  /** Whose hand. */
  readonly p: string;
  readonly src: string;
  readonly dev: string;
  readonly drag: number;
  /** Milliseconds before and after the press, which is 0. */
  readonly t: readonly number[];
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** m move, d down, u up. */
  readonly k: string;
}

/** One burst of typing; names as in the recordings. */
export interface Burst {
  readonly id: string;
  readonly p: string;
  readonly src: string;
  readonly dev: string;
  readonly d: readonly number[];
  readonly u: readonly (number | null)[];
  /** The class of each key: c character, s space, b deletion, e enter, m modifier, n navigation, u unidentified, r repeat, o other. */
  readonly k: string;
  /** Input events of soft keyboards: when, and by how many characters the text grew. */
  readonly it?: readonly number[];
  readonly il?: readonly number[];
}

/** All records of a kind in a folder; none when it is not there. */
export function readHands<Kind extends Approach | Burst>(folder: string, kind: string): readonly Kind[] {
  const from = join(folder, kind);
  if (!existsSync(from)) return [];
  return readdirSync(from)
    .filter((name) => name.endsWith('.jsonl.gz'))
    .sort()
    .flatMap((name) =>
      gunzipSync(readFileSync(join(from, name)))
        .toString('utf8')
        .split('\n'),
    )
    .flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Kind]));
}
