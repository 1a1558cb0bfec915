/** What the actor alone demands of an act, before anything is known of its content: stops, readability, mandate. */
import { judgeChange } from './change.ts';
import type { Facts, Judgement } from './decide.ts';
import type { Reason } from './reason.ts';

/** The judgements by who acts and what agents may do here; none for a person where nothing is stopped. */
export function judgeActor(facts: Facts): readonly Judgement[] {
  const found: Judgement[] = [];
  const { action, mandate, itemsLately, stop } = facts;
  const agent = facts.attribution.actor === 'agent';
  if (facts.killed) found.push({ level: agent ? 'BLOCK' : 'WARN', reason: { kind: 'killed' } });
  if (agent && stop !== null) found.push(judgeStop(stop));
  if (agent && facts.chain > facts.policy.exposure.longestChain)
    found.push({ level: 'WARN', grave: true, reason: { kind: 'chain', length: facts.chain } });
  if (action.kind === 'unreadable') {
    const reason: Reason = { kind: 'unreadable', why: action.text };
    found.push({ level: agent ? 'BLOCK' : 'WARN', reason });
  }
  // What cannot be read may hide what the act carries, or that it carries anything.
  if (facts.siteChanged.length > 0)
    found.push({ level: 'WARN', reason: { kind: 'site-changed', parts: facts.siteChanged } });
  const change = judgeChange({ ...action, actor: facts.attribution.actor, mandate, itemsLately });
  if (change !== null) found.push({ ...change, grave: change.review === 'grave' });
  else if (agent) found.push(judgeMandate(facts));
  return found;
}

/** Stopped agents do nothing; the first act after a person has let them go on is asked about, whatever they may do here. */
function judgeStop(stop: NonNullable<Facts['stop']>): Judgement {
  const reason: Reason = { kind: 'breaker', ...stop };
  return stop.state === 'open' ? { level: 'BLOCK', reason } : { level: 'WARN', grave: true, reason };
}

function judgeMandate(facts: Facts): Judgement {
  const { mandate } = facts;
  // Nobody should be told that policy wants drafts here when it is the damage to policy that does.
  if (facts.policyDamaged && (mandate === 'ask' || mandate === 'flow'))
    return { level: 'WARN', reason: { kind: 'policy-damaged' } };
  const reason: Reason = { kind: 'mandate', mandate, actor: facts.attribution.actor };
  switch (mandate) {
    case 'observe':
      return { level: 'BLOCK', reason };
    case 'draft':
    case 'ask':
      return { level: 'WARN', reason };
    case 'flow':
      return { level: 'REPORT', reason };
  }
}
