/** Real recordings, which lie beside the repository where they may be used at all and are no part of it (their licences differ). */
import { existsSync, readdirSync, readFileSync } from 'node:fs';

export interface Recordings {
  /** Empty where the recordings are not at hand; then this was said. */
  readonly names: readonly string[];
  textOf(name: string): string;
}

/** The recordings of one kind of page or request ("gmail-net"). */
export function recordings(kind: string): Recordings {
  const folder = new URL(`../../shared/data/sites/${kind}/`, import.meta.url);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  if (names.length === 0) console.info(`The recordings of ${kind} are not at hand: their checks are skipped.`);
  return { names, textOf: (name) => readFileSync(new URL(name, folder), 'utf8') };
}
