/** One guarded site: what agents may do there, who reads its areas, and for a site of the person's own its name and end. */
import type { Mandate } from '../core/policy.ts';
import type { SiteView } from '../messages/views.ts';
import { say } from './ask.ts';
import { AskTwice } from './ask-twice.tsx';
import { mandateOf, withMandate, withName } from './own-settings.ts';
import { Lock, OutcomeOf } from './set-by.tsx';
import { DOINGS } from './settings-words.ts';
import { areaNote, areasTitle, choiceNote, choicesFor, readersText } from './site-words.ts';
import type { OwnSettings } from './use-settings.ts';
import { nameOf } from './words.ts';

const KINDS = {
  gmail: 'kindMail',
  discourse: 'kindForum',
  nodebb: 'kindForum',
  generic: 'kindDescribed',
} as const;

interface SiteParts {
  readonly site: SiteView;
  readonly settings: OwnSettings;
  readonly locked: boolean;
  readonly mayTighten: boolean;
  onRemove(): void;
}

export function SiteItem(parts: SiteParts) {
  const { site, settings, mayTighten } = parts;
  return (
    <li class="card">
      <h3>
        {nameOf(site.name)} <span class="note">{say(KINDS[site.kind])}</span>
      </h3>
      <p class="note">
        <Address host={site.host} />
      </p>
      {mayTighten ? <Choice {...parts} /> : <Fixed site={site} />}
      <OutcomeOf about={site.id} outcome={settings.outcome} />
      <Readers site={site} />
      {site.own && <Own {...parts} />}
    </li>
  );
}

function Choice({ site, settings, locked }: SiteParts) {
  const shown = mandateOf(site, settings.mine);
  const id = `may-${site.id}`;
  return (
    <div class="field">
      <label for={id}>{say('mayDoOn', nameOf(site.name))}</label>
      <select
        id={id}
        value={shown}
        aria-describedby={`${id}-note`}
        onChange={(event) => {
          const chosen = event.currentTarget.value as Mandate;
          if (event.isTrusted) void settings.change(site.id, (mine) => withMandate(mine, site, chosen));
        }}
      >
        {choicesFor(site, shown, locked, say).map((choice) => (
          <option key={choice.mandate} value={choice.mandate} disabled={!choice.mayBeChosen}>
            {choice.text}
          </option>
        ))}
      </select>
      <p id={`${id}-note`} class="note">
        {choiceNote(site, shown, locked, say)}
      </p>
    </div>
  );
}

function Fixed({ site }: { readonly site: SiteView }) {
  return (
    <p>
      <Lock /> {say('mayDo')}: <strong>{say(DOINGS[site.mandate])}</strong>
    </p>
  );
}

/** What stands in areas of its own, and who reads all the rest. */
function Readers({ site }: { readonly site: SiteView }) {
  if (site.kind === 'gmail') return site.label === null ? null : <p class="note">{areaNote(site, say)}</p>;
  if (site.areas.length === 0) return <p class="note">{areaNote(site, say)}</p>;
  return (
    <details>
      <summary>{areasTitle(site.areas.length, say)}</summary>
      <dl class="explained">
        {site.areas.map((area) => (
          <div key={area.area}>
            <dt>{nameOf(area.name)}</dt>
            <dd>{areaNote(area, say)}</dd>
          </div>
        ))}
        <div>
          <dt>{say('elsewhere')}</dt>
          <dd>{site.label === null ? readersText(site.readers, say) : areaNote(site, say)}</dd>
        </div>
      </dl>
    </details>
  );
}

/** Renaming makes nothing looser; ending it does. */
function Own({ site, settings, locked, onRemove }: SiteParts) {
  const id = `name-${site.id}`;
  return (
    <div class="own">
      <p class="note">{say('addedByYou')}</p>
      <div class="field">
        <label for={id}>{say('ownName', site.host)}</label>
        <input
          id={id}
          type="text"
          maxLength={200}
          value={site.name}
          onChange={(event) => {
            const name = event.currentTarget.value;
            if (event.isTrusted) void settings.change(site.id, (mine) => withName(mine, site, name));
          }}
        />
      </div>
      <AskTwice
        name={say('removeSite')}
        about={nameOf(site.name)}
        question={say('removeSiteAsk', nameOf(site.name))}
        yes={say('removeYes')}
        no={say('keep')}
        notNow={locked ? say('onlyStricterNow') : ''}
        onYes={onRemove}
      />
    </div>
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
