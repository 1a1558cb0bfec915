/**
 * What names a thing all by itself: addresses, numbers, codes, identifiers. Few words are so rare, so three of them
 * from one source say as much as a sentence, also in a text that was written anew around them.
 */
import { type SipKey, sipHash } from './siphash.ts';
import type { Prints } from './winnow.ts';

/**
 * Runs of signs without a blank that hold a digit or a sign inside (SEC-2041, 10.4.17.3, €4,217,900, tokenctl_v2,
 * bob@corp.example, https://…). Each run is looked at once, so the time is that of the text's length.
 */
const RUN = /[\p{L}\p{N}_@:/.,+%#=?&~-]{5,200}/gu;

/** A date, a time or a small number stands in many texts by chance. */
const COMMON = /^(?:\d{1,4}|\d{1,2}[:.]\d{2}(?:[:.]\d{2})?|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d+[.,]\d{1,2}%?)$/;

/** Ends that belong to the sentence and not to the name. */
const AROUND = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/** Distinguishes these prints from those of words and signs. */
const NAME = 3;

/** The prints of all such names in a text in canonical form, in their order. */
export function rarePrints(text: string, key: SipKey): Prints {
  const found: { readonly value: number; readonly from: number; readonly to: number }[] = [];
  for (const { 0: run, index } of text.matchAll(RUN)) {
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
