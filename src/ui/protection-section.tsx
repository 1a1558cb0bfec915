/** How this browser protects what is set: plainly, also where it could be more. */
import type { GuardView } from '../messages/views.ts';
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
    </section>
  );
}
