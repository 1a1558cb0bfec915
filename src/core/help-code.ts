/**
 * The code on every question, refusal and banner that a person can read to a help desk:
 * "CS-7F3K · rule agent-leak · 1.4.2 · policy 9a1c". It says which act, which rule decided, which version of the guard
 * and which policy, and nothing of what was written or to whom. Small enough for the page: it knows no schema.
 */
import type { Actor } from './actor.ts';
import type { Verdict } from './decide.ts';
import { ruleThatDecided } from './rule-that-decided.ts';

/** What a help code is made of. */
export interface HelpFacts {
  /** Of the hold, or of the policy's faults for a banner: hexadecimal. */
  readonly digest: string;
  /** What was decided; `policy-damaged` for the banner of a damaged policy. */
  readonly verdict: Pick<Verdict, 'level' | 'review' | 'reasons'> | 'policy-damaged';
  readonly actor: Actor;
  /** Of the guard, as in its manifest. */
  readonly version: string;
  /** Of `policy/print.ts`. */
  readonly policyPrint: string;
}

/** What a help code says. */
export interface HelpCode {
  /** Four characters of Crockford's base 32. */
  readonly act: string;
  /** The five hexadecimal digits with which the digest begins, as the record keeps it. */
  readonly digestStart: string;
  /** In small letters, with whatever confusions of O and 0, I, L and 1 were typed: compare by `sameRule`. */
  readonly rule: string;
  readonly version: string;
  /** Four hexadecimal digits, or "none". */
  readonly policy: string;
}

/** Crockford's base 32: no I, L, O, U, so that nothing read aloud is mistaken. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Twenty bits of a digest: enough to find one act among those of a day, too few to say anything of it. */
const DIGITS = 5;

/** Longest text that can be a code. */
const LONGEST_CODE = 200;

/** The code for one question, refusal or banner. */
export function helpCode({ digest, verdict, actor, version, policyPrint: policy }: HelpFacts): string {
  return [`CS-${actCode(digest)}`, `rule ${ruleThatDecided(verdict, actor)}`, version, `policy ${policy}`].join(' · ');
}

/**
 * A code as somebody typed it: in any case, with any separators or none, O for 0, I and L for 1. Null when it is none.
 */
export function parseHelpCode(text: string): HelpCode | null {
  if (text.length > LONGEST_CODE) return null;
  const typed = text.toLowerCase();
  // Lower-casing some letters makes two of them; then nothing stands where it stood.
  if (typed.length !== text.length) return null;
  const found = CODE.exec(folded(typed));
  const { act, rule, version, policy } = found?.indices?.groups ?? {};
  if (!act || !rule || !version || !policy) return null;
  const part = ([from, to]: readonly [number, number]) => typed.slice(from, to);
  const code = folded(part(act)).toUpperCase();
  return {
    act: code,
    digestStart: digestStart(code),
    rule: part(rule),
    version: folded(part(version)),
    policy: folded(part(policy)) === 'n0ne' ? 'none' : folded(part(policy)),
  };
}

/** Whether two rule ids are the same but for what people confuse when they read them aloud. */
export function sameRule(a: string, b: string): boolean {
  return folded(a.toLowerCase()) === folded(b.toLowerCase());
}

/** What may stand between the parts: blanks, raised dots, dashes, slashes, commas and bars of all kinds. */
const BETWEEN = '\\s\\u00b7\\u2022\\u2219\\u22c5\\u2027,;:|/\\\\_\\-\\u2010-\\u2015\\u2212';
const SEPARATOR = `[${BETWEEN}.]`;

/** Over folded text: "ru1e" is "rule". */
const CODE = new RegExp(
  [
    `^${SEPARATOR}*cs${SEPARATOR}*(?<act>[0-9a-hjkmnp-tv-z]{4})`,
    `${SEPARATOR}*ru1e${SEPARATOR}*(?<rule>[a-z0-9][a-z0-9._-]{0,63})`,
    `[${BETWEEN}]+v?(?<version>\\d{1,5}(\\.\\d{1,5}){1,3})`,
    `${SEPARATOR}*p011cy${SEPARATOR}*(?<policy>[0-9a-f]{4}|n0ne)${SEPARATOR}*$`,
  ].join(''),
  'd',
);

function folded(text: string): string {
  return text.replace(/o/g, '0').replace(/[il]/g, '1');
}

function actCode(digest: string): string {
  const bits = Number.parseInt(/^[0-9a-f]{5}/.exec(digest)?.[0] ?? '', 16);
  if (Number.isNaN(bits)) throw new RangeError('a digest is written in hexadecimal digits');
  return [15, 10, 5, 0].map((shift) => ALPHABET.charAt((bits >> shift) & 31)).join('');
}

function digestStart(code: string): string {
  const bits = [...code].reduce((value, character) => value * 32 + ALPHABET.indexOf(character), 0);
  return bits.toString(16).padStart(DIGITS, '0');
}
