/**
 * One kind of secret: how it looks, near which words, and what looks like it and is none. The logic is gitleaks' own
 * (detect/detect.go): a match counts if it is random enough and no allowlist knows it.
 */
import { keptWith } from '../kept-with.ts';

export interface Pattern {
  readonly regex: string;
  readonly flags: string;
}

/** One of its expressions on the target, or one of its words in the secret, clears a match. */
export interface Allowlist {
  /** What the expressions look at: the secret, all that matched, or the lines on which it stands. */
  readonly target: 'secret' | 'match' | 'line';
  readonly regexes: readonly Pattern[];
  /** In lower case. */
  readonly stopwords: readonly string[];
}

export interface SecretRule extends Pattern {
  readonly id: string;
  /** In lower case. Only near one of them is the expression tried. */
  readonly keywords: readonly string[];
  /** UTF-16 units before and after a keyword within which a match can lie. */
  readonly before: number;
  readonly after: number;
  /** Bits a character that the secret must have more than; 0 asks for none. */
  readonly entropy: number;
  /** Which group is the secret; 0 is the first that matched, or all where there is none. */
  readonly group: number;
  readonly allowlists: readonly Allowlist[];
}

/** A match: what it covers and which part of that is the secret, as offsets into `within`. */
export interface Match {
  readonly within: string;
  readonly from: number;
  readonly to: number;
  readonly secret: { readonly from: number; readonly to: number };
}

/**
 * With the flags "g" and "d": where each group stands is part of a match. Most rules are never needed: each expression is
 * compiled when one of its keywords has been seen.
 */
export const regexOf = keptWith(({ regex, flags }: Pattern) => new RegExp(regex, `${flags}dg`));

/** A match as gitleaks reads it: the secret is the rule's group, or the first group that took part, or all. */
export function matchOf(rule: SecretRule, found: RegExpExecArray): Match {
  const groups = found.indices ?? [];
  const whole: [number, number] = [found.index, found.index + found[0].length];
  const chosen = rule.group > 0 ? groups[rule.group] : groups.slice(1).find((each) => each && each[0] < each[1]);
  const [from, to] = chosen ?? whole;
  return { within: found.input, from: whole[0], to: whole[1], secret: { from, to } };
}

/** Whether a match is a secret and not just of its shape. */
export function isSecret(rule: SecretRule, match: Match): boolean {
  const secret = match.within.slice(match.secret.from, match.secret.to);
  if (rule.entropy > 0 && entropy(secret) <= rule.entropy) return false;
  return !rule.allowlists.some((list) => clears(list, match, secret));
}

function clears(list: Allowlist, match: Match, secret: string): boolean {
  const lower = secret.toLowerCase();
  if (list.stopwords.some((word) => lower.includes(word))) return true;
  const target = list.target === 'secret' ? secret : list.target === 'match' ? wholeOf(match) : linesOf(match);
  return list.regexes.some((each) => {
    const regex = regexOf(each);
    regex.lastIndex = 0;
    return regex.test(target);
  });
}

function wholeOf(match: Match): string {
  return match.within.slice(match.from, match.to).replace(/^\n+|\n+$/g, '');
}

function linesOf(match: Match): string {
  const end = match.within.indexOf('\n', match.to);
  return match.within.slice(match.within.lastIndexOf('\n', match.from - 1) + 1, end < 0 ? undefined : end);
}

/** Shannon's, in bits a character. */
export function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return [...counts.values()].reduce((sum, count) => sum - (count / total) * Math.log2(count / total), 0);
}
