/**
 * Secrets in a text: one pass for all keywords, then each rule in stretches around its own. No rule sees the whole text,
 * so the time grows with what looks suspicious and not with rules times length; every search is over a bounded stretch.
 */

import { keptWith } from '../kept-with.ts';
import type { Finding, Scan } from './finding.ts';
import { placesOf } from './pieces.ts';
import { isSecret, matchOf, regexOf, type SecretRule } from './secret-rule.ts';

/** Stretches of one rule that overlap are joined up to this many UTF-16 units beyond the reach of two keywords. */
const JOINED = 2_048;

/** A match at the border of its stretch is looked at again in one that is this many UTF-16 units longer. */
const WIDER = 4_096;
const WIDEST = 65_536;

interface Stretch {
  readonly rule: SecretRule;
  readonly from: number;
  to: number;
}

/** Every secret once: where two rules see the same place, the first of them, and the rule for any kind of key last. */
export function* scanSecrets(text: string, rules: readonly SecretRule[]): Scan {
  const index = indexOf(rules);
  if (index === null) return;
  const stretches = yield* stretchesOf(text, index);
  const found: Finding[] = [];
  for (const rule of index.rules) {
    for (const stretch of stretches.get(rule) ?? []) {
      for (const span of matchesIn(text, stretch)) {
        if (found.some((each) => span.from < each.span.to && each.span.from < span.to)) continue;
        const finding: Finding = { detector: 'secret', rule: rule.id, span };
        found.push(finding);
        yield finding;
      }
      yield 'pause';
    }
  }
}

interface KeywordIndex {
  /** In the order in which they are tried. */
  readonly rules: readonly SecretRule[];
  readonly keywords: RegExp;
  readonly longest: number;
  /** The rules of a keyword, and of every keyword that it begins with. */
  readonly rulesOf: ReadonlyMap<string, readonly SecretRule[]>;
}

/** Null where no rule has a keyword. */
const indexOf = keptWith((rules: readonly SecretRule[]): KeywordIndex | null => {
  const words = [...new Set(rules.flatMap((rule) => rule.keywords))].sort((a, b) => b.length - a.length);
  const [longest] = words;
  if (longest === undefined) return null;
  const near = (word: string) => rules.filter((rule) => rule.keywords.some((each) => word.startsWith(each)));
  return {
    rules: [...rules].sort((a, b) => Number(isGeneric(a)) - Number(isGeneric(b))),
    // The longest first: at one place only one alternative is found, and it stands for those that it begins with.
    keywords: new RegExp(words.map((word) => word.replace(/[^\w]/g, '\\$&')).join('|'), 'gi'),
    longest: longest.length,
    rulesOf: new Map(words.map((word) => [word, near(word)])),
  };
});

/** As gitleaks does: what the rule for any kind of key sees, a rule that knows the kind names better. */
function isGeneric(rule: SecretRule): boolean {
  return rule.id.startsWith('generic');
}

function* stretchesOf(
  text: string,
  index: KeywordIndex,
): Generator<'pause', ReadonlyMap<SecretRule, readonly Stretch[]>, void> {
  const stretches = new Map<SecretRule, Stretch[]>();
  for (const place of placesOf(text, index.keywords, index.longest)) {
    if (place === 'pause') yield place;
    else for (const rule of index.rulesOf.get(place.text.toLowerCase()) ?? []) addStretch(stretches, rule, place, text);
  }
  return stretches;
}

function addStretch(
  stretches: Map<SecretRule, Stretch[]>,
  rule: SecretRule,
  place: { readonly at: number; readonly text: string },
  text: string,
): void {
  // One more before: what stands at the very start of a cut is not trusted.
  const from = Math.max(0, place.at - rule.before - 1);
  const to = Math.min(text.length, place.at + place.text.length + rule.after);
  const before = stretches.get(rule);
  const last = before?.at(-1);
  if (last !== undefined && from <= last.to && to - last.from <= JOINED + 2 * (rule.before + rule.after)) last.to = to;
  else if (before !== undefined) before.push({ rule, from, to });
  else stretches.set(rule, [{ rule, from, to }]);
}

/** The secrets that a rule finds in a stretch, which may have to be widened to tell where one ends. */
function* matchesIn(text: string, stretch: Stretch): Generator<Finding['span'], void, void> {
  const { rule, from } = stretch;
  let { to } = stretch;
  let piece = text.slice(from, to);
  const regex = regexOf(rule);
  let next = 0;
  for (;;) {
    regex.lastIndex = next;
    const found = regex.exec(piece);
    // What begins in the widened part belongs to a keyword there, and so to another stretch.
    if (found === null || from + found.index >= stretch.to) return;
    const end = found.index + found[0].length;
    next = Math.max(end, found.index + 1);
    // A cut is no start of a word or a text, and no end of them.
    if (found.index === 0 && from > 0) {
      next = 1;
    } else if (end === piece.length && to < text.length && to - from < WIDEST) {
      to = Math.min(text.length, to + WIDER);
      piece = text.slice(from, to);
      next = found.index;
    } else {
      const match = matchOf(rule, found);
      if (isSecret(rule, match)) yield { from: from + match.secret.from, to: from + match.secret.to };
    }
  }
}
