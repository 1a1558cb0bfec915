/** What follows when the policy, or what the person has made of it, has changed: at once, in all tabs. */
import { seal } from './boundary.ts';
import { sendToCollector } from './deliver.ts';
import { guardPages, loadPolicy } from './policy-source.ts';
import { keepWithin, record } from './record.ts';
import { type GuardState, isTrial, killed } from './state.ts';
import { noteStopByPolicy } from './stop.ts';
import { tellOwnPages } from './talk-own.ts';
import { tellAllPages } from './tell-pages.ts';
import { reportTrial } from './trial.ts';

/** Reads the organisation's policy anew and puts it in force. */
export async function takeUpPolicy(state: GuardState): Promise<void> {
  const wasTrial = isTrial(state);
  const before = killed(state);
  const kind = await loadPolicy(state);
  keepWithin(state.policy.keeping);
  await enforceAgain(state);
  await noteStopByPolicy(state, before);
  await record(kind === 'damaged' ? 'policy-damaged' : 'policy-loaded', {
    found: kind,
    policyVersion: state.policy.version,
    faults: state.policyFaults.map((fault) => fault.path),
  });
  if (wasTrial && !isTrial(state)) await reportTrial(state);
  await tellOwnPages(state);
  await sendToCollector(state.policy.collector, kind === 'damaged' ? 'at-once' : 'when-due');
}

/** Brings rules, content scripts and open pages in step with the policy in force. */
export async function enforceAgain(state: GuardState): Promise<void> {
  await seal(state);
  await guardPages(state);
  state.facts.clear();
  await tellAllPages(state);
}
