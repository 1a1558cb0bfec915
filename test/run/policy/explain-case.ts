/** `npm run policy -- explain FILE --case CASE.json`: what would happen to one imagined act under a policy, and why. */
import { decide, type Verdict } from '../../../src/core/decide.ts';
import type { Policy } from '../../../src/core/policy.ts';
import type { Reason } from '../../../src/core/reason.ts';
import { ruleThatDecided } from '../../../src/core/rule-that-decided.ts';
import { otherReasons, points } from '../../../src/ui/reason-words.ts';
import { say } from '../../ui/held.ts';
import { type Case, factsOf, parseCase } from './case.ts';
import { checkFile, faultLines } from './check.ts';
import { readJson } from './json-text.ts';
import { type Outcome, refused, shown } from './outcome.ts';
import { readPolicyFile } from './policy-file.ts';
import { readTextFile } from './text-file.ts';
import { ACTOR_WORDS, ruleSentence } from './words.ts';

/** Explains a case; `now` in milliseconds since the epoch. */
export function explainCase(path: string, casePath: string, now: number, json: boolean): Outcome {
  const file = readPolicyFile(path);
  if (file.kind === 'no-file') return refused(`${path} ${file.why}.`);
  const checked = checkFile(file, now);
  if (checked.policy === null) return { code: 1, text: faultLines(path, checked).join('\n') };
  const given = readCase(casePath, checked.policy);
  if ('code' in given) return given;
  const facts = factsOf(given, checked.policy, now);
  const verdict = decide(facts);
  const { audience } = facts.action;
  const view = { audience: { people: audience.kind === 'known' ? audience.people : [] } };
  const told = {
    given,
    verdict,
    rule: ruleThatDecided(verdict, given.actor),
    words: verdict.reasons.map((each) => inWords(each, view)),
  };
  return { code: 0, text: json ? asJson(told) : asText(told, checked.policy) };
}

interface Told {
  readonly given: Case;
  readonly verdict: Verdict;
  /** The rule that decided. */
  readonly rule: string;
  /** One sentence or two for each reason. */
  readonly words: readonly string[];
}

function readCase(path: string, policy: Policy): Case | Outcome {
  const file = readTextFile(path);
  if (file.kind !== 'text') return refused(`${path} ${file.why}.`);
  const json = readJson(file.text);
  if (json.kind === 'broken') return { code: 1, text: shown(`${path}:${json.fault.line}: ${json.fault.message}`) };
  const found = parseCase(json.value, policy);
  if (!isFaults(found)) return found;
  return {
    code: 1,
    text: faultLines(path, { faults: found.map((each) => ({ ...each, line: json.lineOf(each.path) })) }).join('\n'),
  };
}

function isFaults(found: ReturnType<typeof parseCase>): found is Extract<typeof found, readonly unknown[]> {
  return Array.isArray(found);
}

const LEVELS: Readonly<Record<Verdict['level'], string>> = {
  ALLOW: 'it goes out',
  REPORT: 'it goes out, and is recorded',
  WARN: 'it is held until the person confirms it',
  BLOCK: 'it is refused',
};
const REVIEWS: Readonly<Record<Verdict['review'], string>> = {
  none: 'nothing is asked',
  light: 'one line and one button',
  grave: 'the full review',
};

function asText({ given, verdict, rule, words }: Told, policy: Policy): string {
  const own = policy.rules.find((each) => each.ruleId === rule);
  const proof = verdict.proof === 'window' ? 'a button in our own window' : 'the person’s own key';
  return [
    `${verdict.level}: ${ACTOR_WORDS[given.actor]} acts, and ${LEVELS[verdict.level]}.`,
    `review    ${verdict.review} (${REVIEWS[verdict.review]})`,
    `proof     ${verdict.proof} (${proof})`,
    ...(policy.enforcement === 'shadow' ? ['on trial  nothing is held: this is what would be asked'] : []),
    `rule      ${rule}${own ? `: ${ruleSentence(own, policy)}` : ''}`,
    ...(verdict.reasons.length === 0 ? ['reasons   none'] : ['reasons']),
    ...verdict.reasons.map(
      (reason, i) => `  ${reason.kind === 'rule' ? `rule ${reason.ruleId}` : reason.kind}: ${words[i]}`,
    ),
  ]
    .map(shown)
    .join('\n');
}

function asJson({ verdict: { level, review, proof, reasons, labelIds }, rule, words }: Told): string {
  return JSON.stringify({
    level,
    review,
    proof,
    rule,
    rules: reasons.flatMap((reason) => (reason.kind === 'rule' ? [reason.ruleId] : [])),
    reasons: reasons.map((reason, i) => ({ kind: reason.kind, words: words[i] })),
    labels: labelIds,
  });
}

/** The sentences that people read in the browser. */
function inWords(reason: Reason, addressed: Pick<Parameters<typeof points>[0], 'audience'>): string {
  const view = { reasons: [reason], ...addressed };
  return [...points(view, say).flatMap(({ text, strong }) => [text, strong]), ...otherReasons(view, say)].join(' ');
}
