/** The settings in force, part by part, each with what it means. */
import type { GuardView } from '../messages.ts';
import { say } from './ask.ts';
import { PolicyLine } from './policy-state.tsx';
import { originMeaning, originText, stateMeaning } from './settings-words.ts';

export function InForce({ view }: { readonly view: GuardView }) {
  const { policy } = view;
  const own = policy.source !== 'built-in';
  return (
    <section aria-labelledby="in-force">
      <h2 id="in-force">{say('policyInForce')}</h2>
      <PolicyLine view={view} />
      <dl class="explained">
        <Term name={originText(policy, say)} meaning={originMeaning(policy, say)} />
        {own && <Term name={say('settingsNumber', String(policy.version))} meaning={say('meansNumber')} />}
        {own && policy.since !== null && (
          <Term name={new Date(policy.since).toLocaleString(undefined, TO_THE_MINUTE)} meaning={say('meansSince')} />
        )}
        {own && <Term name={say(STATE_NAMES[policy.state])} meaning={stateMeaning(policy, say)} />}
      </dl>
    </section>
  );
}

const TO_THE_MINUTE = { dateStyle: 'medium', timeStyle: 'short' } as const;
const STATE_NAMES = { good: 'nameComplete', damaged: 'nameDamaged', absent: 'nameAbsent' } as const;

function Term({ name, meaning }: { readonly name: string; readonly meaning: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{meaning}</dd>
    </div>
  );
}
