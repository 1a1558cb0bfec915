/**
 * What names a thing all by itself: addresses, numbers, codes, identifiers. Few words are so rare, so three of them
 * from one source say as much as a sentence, also in a text that was written anew around them.
 */
import { type SipKey, sipHash } from './siphash.ts';
import type { Prints } from './winnow.ts';

/**
 * Where a name may be: a run of signs without a blank that holds a digit, an @ or a :// (SEC-2041, 10.4.17.3, €4,217,900,
 * tokenctl_v2, bob@corp.example, https://…). Of most runs the first sign already says that there is none.
 */
const HINT = /\p{N}|@|:\/\//gu;
const RUN = /[\p{L}\p{N}_@:/.,+%#=?&~-]{5,200}/uy;
const IN_RUN = /[\p{L}\p{N}_@:/.,+%#=?&~-]/u;

/** No name is longer, in code points. */
const LONGEST_RUN = 200;

/** A date, a time or a small number stands in many texts by chance. */
const COMMON = /^(?:\d{1,4}|\d{1,2}[:.]\d{2}(?:[:.]\d{2})?|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d+[.,]\d{1,2}%?)$/;

/** Ends that belong to the sentence and not to the name. */
const AROUND = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/** Distinguishes these prints from those of words and signs. */
const NAME = 3;

/** The prints of all such names in a text in canonical form, in their order. */
export function rarePrints(text: string, key: SipKey): Prints {
  const found: { readonly value: number; readonly from: number; readonly to: number }[] = [];
  for (const { run, index } of runsWithHints(text)) {
    const name = run.replace(AROUND, '');
    if (!isRare(name)) continue;
    const from = index + run.indexOf(name);
    found.push({ value: printOf(name.toLowerCase(), key), from, to: from + name.length });
  }
  return {
    values: Uint32Array.from(found, ({ value }) => value),
    from: Int32Array.from(found, ({ from }) => from),
    to: Int32Array.from(found, ({ to }) => to),
    at: Int32Array.from(found.keys()),
  };
}

/** The runs around the hints, each once; a longer one in pieces of the longest. */
function* runsWithHints(text: string): Generator<{ readonly run: string; readonly index: number }> {
  HINT.lastIndex = 0;
  let end = 0;
  for (let hint = HINT.exec(text); hint !== null; hint = HINT.exec(text)) {
    let start = startOfRun(text, hint.index, end);
    for (;;) {
      RUN.lastIndex = start;
      const run = RUN.exec(text)?.[0];
      if (run === undefined) break;
      yield { run, index: start };
      end = start + run.length;
      if ([...run].length < LONGEST_RUN) break;
      start = end;
    }
    HINT.lastIndex = Math.max(HINT.lastIndex, end);
  }
}

/** Where the run begins that this sign is in; not before `least`, where the one before ended. */
function startOfRun(text: string, at: number, least: number): number {
  let start = at;
  while (start > least) {
    const low = text.charCodeAt(start - 1);
    const width = low >= 0xdc00 && low <= 0xdfff && start - 2 >= least ? 2 : 1;
    if (!IN_RUN.test(text.slice(start - width, start))) break;
    start -= width;
  }
  return start;
}

/** Names of code without a digit (`get_user`) are no names of one thing: they stand in all that is written about that code. */
function isRare(name: string): boolean {
  if (name.length < 5 || COMMON.test(name)) return false;
  const digits = name.replace(/[^\p{N}]/gu, '').length;
  return (
    digits >= 3 || (digits >= 1 && /\p{L}/u.test(name) && name.length >= 6) || /[\p{L}\p{N}](?:@|:\/\/)./u.test(name)
  );
}

function printOf(name: string, key: SipKey): number {
  let one = 0x811c9dc5;
  let two = 0x9747b28c;
  for (let i = 0; i < name.length; i++) {
    const unit = name.charCodeAt(i);
    one = Math.imul(one ^ unit, 0x01000193);
    two = Math.imul(two ^ unit, 0x85ebca6b);
  }
  return sipHash(key, one, two ^ NAME);
}
