/** The guarded sites and what agents may do on each: a person may make it stricter, and end what they have added. */
import { useRef } from 'preact/hooks';
import type { GuardView } from '../messages.ts';
import { say } from './ask.ts';
import { withoutSite } from './own-settings.ts';
import { OutcomeOf, SetBy } from './set-by.tsx';
import { DOINGS_EXPLAINED } from './settings-words.ts';
import { SiteItem } from './site-item.tsx';
import type { OwnSettings } from './use-settings.ts';

interface SitesParts {
  readonly view: GuardView;
  readonly settings: OwnSettings;
}

export function Sites({ view, settings }: SitesParts) {
  const title = useRef<HTMLHeadingElement>(null);
  const mayTighten = view.settings.userMay.includes('tighten');
  return (
    <section aria-labelledby="sites">
      <h2 id="sites" tabIndex={-1} ref={title}>
        {say('sitesTitle')}
      </h2>
      <SetBy view={view} may={mayTighten ? 'make stricter' : 'not change'} />
      {view.sites.length === 0 && <p class="note">{say('noSites')}</p>}
      <ul class="cards">
        {view.sites.map((site) => (
          <SiteItem
            key={site.id}
            site={site}
            settings={settings}
            locked={view.settings.locked}
            mayTighten={mayTighten}
            onRemove={() => {
              void settings.change('sites', (mine) => withoutSite(mine, site));
              title.current?.focus();
            }}
          />
        ))}
      </ul>
      <OutcomeOf about="sites" outcome={settings.outcome} />
      {view.settings.userMay.includes('guard-sites') && <p class="note">{say('howToAddSite')}</p>}
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
