/**
 * Which single rule a verdict came from, by a name that stays: the organisation's own by its `ruleId`, those of the
 * default table by the names below. A help desk needs one answer, so of several equally severe ones the most telling.
 */
import type { Actor } from './actor.ts';
import type { Level, Review, Verdict } from './decide.ts';
import type { Reason } from './reason.ts';

/** The rules that stand without any of the organisation's own. */
export const DEFAULT_RULES = [
  'killed',
  'safety-stop',
  'after-safety-stop',
  'policy-damaged',
  'unreadable',
  'site-changed',
  'top-label',
  'agent-leak',
  'unknown-leak',
  'human-leak',
  'agent-readers',
  'unknown-readers',
  'human-readers',
  'agent-change',
  'agent-many-items',
  'agent-few-items',
  'unknown-change',
  'granted',
  'mandate-observe',
  'mandate-draft',
  'mandate-ask',
  'mandate-flow',
  'none',
] as const;
export type DefaultRule = (typeof DEFAULT_RULES)[number];

/** The id of the rule that decided; "none" when nothing stood against the act. */
export function ruleThatDecided(
  verdict: Pick<Verdict, 'level' | 'review' | 'reasons'> | 'policy-damaged',
  actor: Actor,
): string {
  if (verdict === 'policy-damaged') return 'policy-damaged';
  const able = verdict.reasons.filter((reason) => canDecide(reason, actor, verdict));
  const told = TELLING.flatMap((kind) => able.filter((reason) => reason.kind === kind))[0];
  return told === undefined ? 'none' : idOf(told, able, actor);
}

/** From the most telling kind of reason on: an own rule says more than the table, and a leak the least. */
const TELLING: readonly Reason['kind'][] = [
  'killed',
  'breaker',
  'unreadable',
  'rule',
  'authenticator',
  'policy-damaged',
  'site-changed',
  'change',
  'grant',
  'mandate',
  'leak',
  'marked',
  'look-alike',
];

/** Whether this reason alone gives a verdict as severe, and a question as grave. */
function canDecide(reason: Reason, actor: Actor, { level, review }: Pick<Verdict, 'level' | 'review'>): boolean {
  const alone = weightOf(reason, actor);
  return alone === null || (alone.level === level && (level !== 'WARN' || alone.review === review));
}

/** What a reason gives by itself; null where policy's table says so and the reason does not carry it. */
function weightOf(reason: Reason, actor: Actor): { readonly level: Level; readonly review: Review } | null {
  const agent = actor === 'agent';
  switch (reason.kind) {
    case 'killed':
    case 'unreadable':
      return { level: agent ? 'BLOCK' : 'WARN', review: 'light' };
    case 'breaker':
      return reason.state === 'open' ? { level: 'BLOCK', review: 'none' } : { level: 'WARN', review: 'grave' };
    case 'policy-damaged':
    case 'site-changed':
      return { level: 'WARN', review: 'light' };
    case 'chain':
      return { level: 'WARN', review: 'grave' };
    case 'authenticator':
      return { level: 'BLOCK', review: 'none' };
    case 'rule':
      return { level: reason.level, review: agent ? 'grave' : 'light' };
    case 'change':
      return reason.why === 'few'
        ? { level: 'REPORT', review: 'none' }
        : { level: 'WARN', review: agent ? 'grave' : 'light' };
    case 'grant':
      return { level: 'REPORT', review: 'none' };
    case 'mandate':
      return { level: MANDATE_LEVELS[reason.mandate], review: 'light' };
    case 'look-alike':
      return { level: 'ALLOW', review: 'none' };
    case 'leak':
    case 'marked':
      return null;
  }
}

const MANDATE_LEVELS = { observe: 'BLOCK', draft: 'WARN', ask: 'WARN', flow: 'REPORT' } as const;

function idOf(reason: Reason, able: readonly Reason[], actor: Actor): string {
  switch (reason.kind) {
    case 'killed':
    case 'unreadable':
    case 'policy-damaged':
    case 'site-changed':
      return reason.kind;
    case 'chain':
      return 'agents-in-a-row';
    // Said of an addressee; it decides nothing.
    case 'look-alike':
      return 'none';
    case 'breaker':
      return reason.state === 'open' ? 'safety-stop' : 'after-safety-stop';
    case 'authenticator':
      return 'top-label';
    case 'rule':
      return reason.ruleId;
    case 'change':
      return reason.why === 'always' ? `${actor}-change` : `agent-${reason.why}-items`;
    case 'grant':
      return 'granted';
    case 'mandate':
      return `mandate-${reason.mandate}`;
    case 'leak':
    case 'marked':
      return `${actor}-${able.some(isSevere) ? 'leak' : 'readers'}`;
  }
}

/** More than readers who differ: a label, or somebody outside, or nobody can tell who. */
function isSevere(reason: Reason): boolean {
  if (reason.kind === 'marked') return true;
  return (
    reason.kind === 'leak' && (reason.source.labels.length > 0 || reason.leaks.some((leak) => leak.kind !== 'readers'))
  );
}
