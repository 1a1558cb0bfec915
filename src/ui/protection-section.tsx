/** How this browser protects what is set: plainly, also where it could be more. */

import type { CapableExtensionView } from '../messages/agent-view.ts';
import type { GuardView } from '../messages/views.ts';
import { capableLine } from './agent-words.ts';
import { say } from './ask.ts';

export function Protection({ view }: { readonly view: GuardView }) {
  return (
    <section aria-labelledby="protection">
      <h2 id="protection">{say('protectionTitle')}</h2>
      {view.killed !== 'no' && (
        <p class="notice damaged">
          <strong>{say(view.killed === 'policy' ? 'stoppedByPolicy' : 'reasonKilled')}</strong>{' '}
          {view.killed === 'person' && say('letWorkElsewhere')}
        </p>
      )}
      <ul class="plainly">
        <li>{say(view.install === 'policy' ? 'installedByPolicy' : 'userInstall')}</li>
        <li>{say(view.networkLock === 'full' ? 'lockFull' : 'addressesOnly')}</li>
        <li>{say(view.approveIn === 'window' ? 'approveInWindow' : 'approveInPopup')}</li>
      </ul>
      <Capable extensions={view.capable} />
    </section>
  );
}

/** Other extensions that could act in guarded pages: named, and not judged by being there. */
function Capable({ extensions }: { readonly extensions: readonly CapableExtensionView[] | null }) {
  return (
    <>
      <h3>{say('capableTitle')}</h3>
      {extensions === null && <p class="note">{say('capableUnseen')}</p>}
      {extensions?.length === 0 && <p class="note">{say('capableNone')}</p>}
      {extensions !== null && extensions.length > 0 && (
        <>
          <ul class="plainly">
            {extensions.map((each, index) => (
              <li key={`${each.name} ${index}`}>{capableLine(each, say)}</li>
            ))}
          </ul>
          <p class="note">{say('capableWhat')}</p>
        </>
      )}
    </>
  );
}
