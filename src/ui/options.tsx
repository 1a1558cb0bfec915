/** The options page: what is in force, on which sites, how this browser protects it, what waits and what has happened. */
import { render } from 'preact';
import type { GuardView } from '../messages.ts';
import { Activity } from './activity.tsx';
import { say, tell } from './ask.ts';
import { PolicyState } from './policy-state.tsx';
import { InForce } from './settings-in-force.tsx';
import { Sites } from './sites-section.tsx';
import { useView } from './use-view.ts';
import { Waiting } from './waiting-section.tsx';
import { supportLine } from './words.ts';

function Options() {
  const view = useView();
  return (
    <>
      <header class="bar">
        <img src="/icons/48.png" alt="" width="36" height="36" />
        <div>
          <h1>{say('optionsTitle')}</h1>
          <p class="note">{say('optionsIntro')}</p>
        </div>
      </header>
      <main>
        {view === null && <p class="note">{say('guardAway')}</p>}
        {view && <Sections view={view} />}
      </main>
      <footer>
        <p class="support">{view ? supportLine(view.support, say) : ''}</p>
      </footer>
    </>
  );
}

function Sections({ view }: { readonly view: GuardView }) {
  return (
    <>
      <PolicyState view={view} />
      <InForce view={view} />
      <Sites view={view} />
      <Protection view={view} />
      <Waiting
        view={view}
        onReview={view.approveIn === 'window' ? (hold) => void tell({ type: 'open-review', holdId: hold.id }) : null}
      />
      <Activity view={view} />
    </>
  );
}

function Protection({ view }: { readonly view: GuardView }) {
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

render(<Options />, document.getElementById('app') as HTMLElement);
