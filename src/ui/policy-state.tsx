/** The settings in force in one line, and what people must know when they are missing, damaged, or only loaded by hand. */
import type { PolicyFault } from '../core/policy/faults.ts';
import type { GuardView } from '../messages.ts';
import { say } from './ask.ts';
import { HelpCode } from './help-code.tsx';
import { policyLine } from './settings-words.ts';
import { useNow } from './use-view.ts';
import { visible } from './words.ts';

/** Most faults named at once. */
const MOST_FAULTS = 20;

export function PolicyLine({ view }: { readonly view: GuardView }) {
  const now = useNow();
  return <p class="policy-line">{policyLine(view.policy, now, say)}</p>;
}

export function PolicyState({ view }: { readonly view: GuardView }) {
  return (
    <>
      {view.policy.state === 'absent' && view.policy.since === null && (
        <section class="notice" role="status">
          <h2>{say('noPolicy')}</h2>
          <p>{say('noPolicyWhat')}</p>
        </section>
      )}
      {view.settings.trial !== null && (
        <p class="notice" role="status">
          {say('trialIntro')}
        </p>
      )}
      {view.policy.state === 'damaged' && (
        <section class="notice damaged" role="alert">
          <h2>{say('damagedPolicy')}</h2>
          <p>{say(view.policy.source === 'built-in' ? 'damagedBuiltInWhat' : 'damagedPolicyWhat')}</p>
          <Faults faults={view.policy.faults} />
          <HelpCode code={view.policy.helpCode} say={say} />
        </section>
      )}
    </>
  );
}

/** What is wrong, each with the path to it. */
export function Faults({ faults }: { readonly faults: readonly PolicyFault[] }) {
  return (
    <ul class="faults">
      {faults.slice(0, MOST_FAULTS).map((fault) => (
        <li key={`${fault.path} ${fault.message}`}>
          <code>{fault.path === '' ? say('faultWhole') : visible(fault.path)}</code> {visible(fault.message)}
        </li>
      ))}
    </ul>
  );
}
