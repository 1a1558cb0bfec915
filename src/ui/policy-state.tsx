/** What people must know when the organisation's settings are missing or damaged, or the guard is only loaded by hand. */
import type { GuardView } from '../messages.ts';
import { say } from './ask.ts';

export function PolicyState({ view }: { readonly view: GuardView }) {
  return (
    <>
      {view.policy.state === 'absent' && view.policy.since === null && (
        <section class="notice" role="status">
          <h2>{say('noPolicy')}</h2>
          <p>{say('noPolicyWhat')}</p>
        </section>
      )}
      {view.policy.state === 'damaged' && (
        <section class="notice damaged" role="alert">
          <h2>{say('damagedPolicy')}</h2>
          <p>{say('damagedPolicyWhat')}</p>
          <ul>
            {view.policy.faults.slice(0, 20).map((fault) => (
              <li key={`${fault.path} ${fault.message}`}>
                <code>{fault.path}</code> {fault.message}
              </li>
            ))}
          </ul>
        </section>
      )}
      {view.install === 'user' && (
        <p class="notice">
          {say('userInstall')} {view.networkLock === 'addresses-only' && say('addressesOnly')}
        </p>
      )}
    </>
  );
}
