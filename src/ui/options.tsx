/** The options page: what is in force, on which sites, how this browser protects it, and what has happened. */
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { GuardView } from '../messages.ts';
import { askView, onChanged, say } from './ask.ts';
import { PolicyState } from './policy-state.tsx';
import { nameOf, numberText, supportLine } from './words.ts';

const DOINGS = { observe: 'doObserve', draft: 'doDraft', ask: 'doAsk', flow: 'doFlow' } as const;
const EVENTS: Readonly<Record<string, string>> = {
  held: 'didHeld',
  approved: 'didApproved',
  denied: 'didDenied',
  released: 'didReleased',
  answered: 'didAnswered',
  refused: 'didRefused',
  killed: 'didKilled',
  revived: 'didRevived',
  'agent-seen': 'didAgentSeen',
  expired: 'didExpired',
  'policy-damaged': 'didPolicyDamaged',
};

function Options() {
  const [view, setView] = useState<GuardView | null>(null);
  useEffect(() => {
    const look = () => void askView().then(setView);
    look();
    return onChanged(look);
  }, []);
  if (view === null) return <p class="note">{say('guardAway')}</p>;
  return (
    <>
      <header class="bar">
        <img src="/icons/48.png" alt="" width="36" height="36" />
        <h1>{say('optionsTitle')}</h1>
      </header>
      <p class="note">{say('optionsIntro')}</p>
      <PolicyState view={view} />
      <InForce view={view} />
      <Sites view={view} />
      <section>
        <h2>{say('protectionTitle')}</h2>
        <p>{say(view.install === 'policy' ? 'installedByPolicy' : 'userInstall')}</p>
        <p>{say(view.networkLock === 'full' ? 'lockFull' : 'addressesOnly')}</p>
        {view.killed !== 'no' && <p>{say('letWorkElsewhere')}</p>}
      </section>
      <Activity view={view} />
      <p class="support">{supportLine(view.support, say)}</p>
    </>
  );
}

function InForce({ view }: { readonly view: GuardView }) {
  const { organization, version, since } = view.policy;
  const known = since !== null;
  return (
    <section>
      <h2>{say('policyInForce')}</h2>
      <p>
        {known
          ? say('policyBy', nameOf(organization ?? '–'), String(version), new Date(since).toLocaleString())
          : say('policyNone')}
      </p>
    </section>
  );
}

function Sites({ view }: { readonly view: GuardView }) {
  return (
    <section>
      <h2>{say('sitesTitle')}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('sitesTitle')}</th>
            <th scope="col">{say('siteHost')}</th>
            <th scope="col">{say('mayDoHere')}</th>
          </tr>
        </thead>
        <tbody>
          {view.sites.map((site) => (
            <tr key={site.host}>
              <td>{nameOf(site.name)}</td>
              <td>{site.host}</td>
              <td>{say(DOINGS[site.mandate])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {view.sites.length === 0 && <p class="note">{say('nothingYet')}</p>}
    </section>
  );
}

function Activity({ view }: { readonly view: GuardView }) {
  return (
    <section>
      <h2>{say('activityTitle')}</h2>
      <p class="note">{say('activityCount', numberText(view.ledgerEntries))}</p>
      <ul class="activity">
        {view.activity.map((entry) => (
          <li key={`${entry.at} ${entry.what}`}>
            <time dateTime={new Date(entry.at).toISOString()}>{new Date(entry.at).toLocaleTimeString()}</time>{' '}
            {say(EVENTS[entry.what] ?? 'didHeld')} <span class="note">{nameOf(entry.place)}</span>
          </li>
        ))}
      </ul>
      {view.activity.length === 0 && <p class="note">{say('nothingYet')}</p>}
    </section>
  );
}

render(<Options />, document.getElementById('app') as HTMLElement);
