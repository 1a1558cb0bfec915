/** The guarded sites and what agents may do on each, with every word explained on the page itself. */
import type { GuardView } from '../messages.ts';
import { say } from './ask.ts';
import { DOINGS, DOINGS_EXPLAINED } from './settings-words.ts';
import { nameOf } from './words.ts';

const KINDS = { gmail: 'kindMail', discourse: 'kindForum' } as const;

export function Sites({ view }: { readonly view: GuardView }) {
  return (
    <section aria-labelledby="sites">
      <h2 id="sites">{say('sitesTitle')}</h2>
      {view.sites.length === 0 ? <p class="note">{say('noSites')}</p> : <Table view={view} />}
      <h3>{say('doingsTitle')}</h3>
      <dl class="explained">
        {DOINGS_EXPLAINED.map(([name, meaning]) => (
          <div key={name}>
            <dt>{say(name)}</dt>
            <dd>{say(meaning)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Table({ view }: { readonly view: GuardView }) {
  return (
    <>
      <p class="locked">
        <Lock /> {say(view.policy.source === 'packaged' ? 'lockedByBuild' : 'lockedByOrganisation')}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('siteName')}</th>
            <th scope="col">{say('siteHost')}</th>
            <th scope="col">{say('mayDo')}</th>
          </tr>
        </thead>
        <tbody>
          {view.sites.map((site) => (
            <tr key={`${site.name} ${site.host}`}>
              <th scope="row">
                {nameOf(site.name)} <span class="note">{say(KINDS[site.kind])}</span>
              </th>
              <td>
                <Address host={site.host} />
              </td>
              <td>
                <Lock /> {say(DOINGS[site.mandate])}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** An address may break after its dots only. */
function Address({ host }: { readonly host: string }) {
  const [first, ...rest] = host.split('.');
  return (
    <>
      {first}
      {rest.map((part, index) => (
        <span key={`${index} ${part}`}>
          .<wbr />
          {part}
        </span>
      ))}
    </>
  );
}

/** A closed lock; the words beside it say the same. */
function Lock() {
  return (
    <svg class="lock" viewBox="0 0 16 16" width="13" height="13" aria-hidden="true">
      <rect x="2.5" y="7" width="11" height="7.5" rx="1.6" fill="currentColor" />
      <path d="M5 7V5a3 3 0 0 1 6 0v2" fill="none" stroke="currentColor" stroke-width="1.7" />
    </svg>
  );
}
