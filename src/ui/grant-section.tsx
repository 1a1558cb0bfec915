/**
 * What the person lets agents do on the site in front, in the toolbar popup: stricter for good ("only drafts here"), or
 * for half an hour without asking in this one thread, before these readers and no others.
 */
import { useEffect, useRef } from 'preact/hooks';
import type { GrantableView, GrantView } from '../messages/grant-view.ts';
import type { GuardView, SiteView } from '../messages/views.ts';
import { useArmed } from './armed.ts';
import { say, tell } from './ask.ts';
import { isLooser, withMandate } from './own-settings.ts';
import { OutcomeOf } from './set-by.tsx';
import { whenText } from './settings-words.ts';
import { useSettings } from './use-settings.ts';
import { useNow } from './use-view.ts';
import { nameOf, numberText, peopleText } from './words.ts';

/** How often agents are let answer: once is for a word, a few for a conversation. */
const TIMES = 3;

/** A grant younger than this was given in this very popup. */
const JUST_NOW_MS = 2_000;

export function Grants({ view }: { readonly view: GuardView }) {
  const site = view.sites.find((each) => each.name === view.tab?.site);
  const grantable = view.tab?.grantable ?? null;
  const nothing = site === undefined && view.grants.length === 0;
  if (nothing || view.killed !== 'no') return null;
  return (
    <section aria-labelledby="grants">
      <h2 id="grants">{say('grantTitle')}</h2>
      {site !== undefined && view.settings.userMay.includes('tighten') && <DraftsOnly view={view} site={site} />}
      {view.grants.map((grant) => (
        <Running key={grant.id} grant={grant} />
      ))}
      {grantable !== null && !view.grants.some((each) => each.thread === grantable.thread) && (
        <Give grantable={grantable} />
      )}
    </section>
  );
}

function DraftsOnly({ view, site }: { readonly view: GuardView; readonly site: SiteView }) {
  const settings = useSettings(view);
  const mayMore = isLooser(site.mandate, 'draft');
  const isOwnWord = site.mandate === 'draft' && isLooser(site.atMost, 'draft');
  if (!mayMore && !isOwnWord) return null;
  const to = mayMore ? 'draft' : site.atMost;
  return (
    <>
      {isOwnWord && <p>{say('draftsOnlyNow', nameOf(site.name))}</p>}
      <button
        type="button"
        class="quiet small"
        onClick={(event) => {
          if (event.isTrusted) void settings.change('drafts', (mine) => withMandate(mine, site, to));
        }}
      >
        {say(mayMore ? 'draftsOnly' : 'takeBack')}
      </button>
      <OutcomeOf about="drafts" outcome={settings.outcome} />
    </>
  );
}

function Give({ grantable }: { readonly grantable: GrantableView }) {
  const armed = useArmed(grantable.shown);
  const { place, readers, times, shown } = grantable;
  const many = Math.min(TIMES, times);
  return (
    <>
      <p id="grant-what" class="note">
        {say('grantWhat', nameOf(place), peopleText(readers, say), numberText(many))}
      </p>
      <button
        type="button"
        class="quiet small"
        aria-disabled={!armed}
        aria-describedby="grant-what"
        onClick={(event) => event.isTrusted && armed && void tell({ type: 'give-grant', shown, times: many })}
      >
        {say('grantGive')}
      </button>
    </>
  );
}

function Running({ grant }: { readonly grant: GrantView }) {
  const now = useNow();
  const id = `grant-${grant.id}`;
  const button = useRef<HTMLButtonElement>(null);
  // Given just now: the button that was pressed is gone, and the keyboard goes on from here.
  useEffect(() => {
    if (Date.now() - grant.from < JUST_NOW_MS) button.current?.focus();
  }, []);
  return (
    <div class="notice">
      <p id={id}>{say('grantRuns', nameOf(grant.place), whenText(grant.until, now), numberText(grant.left))}</p>
      <button
        ref={button}
        type="button"
        class="quiet small"
        aria-describedby={id}
        onClick={(event) => event.isTrusted && void tell({ type: 'take-back-grant', grant: grant.id })}
      >
        {say('takeBack')}
      </button>
    </div>
  );
}
