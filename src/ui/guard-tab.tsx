/**
 * The tab in front, in the toolbar popup: what the guard knows of it, and for a forum that nobody guards yet a button
 * that has it guarded, this one address and no other.
 */
import { useEffect, useRef } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { SiteKind } from '../core/policy.ts';
import type { SitePart } from '../core/site-part.ts';
import type { GuardView } from '../messages/views.ts';
import { say } from './ask.ts';
import { CopyText } from './copy-text.tsx';
import { Driving } from './driving-section.tsx';
import { withSite } from './own-settings.ts';
import { OutcomeOf } from './set-by.tsx';
import { PARTS, siteReport } from './site-changed.ts';
import { useSettings } from './use-settings.ts';
import { nameOf } from './words.ts';

interface TabParts {
  readonly view: GuardView;
  onOptions(): void;
}

export function ThisTab({ view, onOptions }: TabParts) {
  const settings = useSettings(view);
  const site = view.sites.find((each) => each.name === view.tab?.site);
  return (
    <section aria-labelledby="tab">
      <h2 id="tab">{say('thisTab')}</h2>
      {site === undefined ? (
        <NotGuarded view={view} settings={settings} />
      ) : (
        <>
          {view.tab?.driving === null && (
            <p>
              {nameOf(site.name)}: {say(view.tab.agentSeen ? 'agentSeen' : 'noAgentSeen')}
            </p>
          )}
          <Driving view={view} />
          <Unread kind={site.kind} unread={view.tab?.unread ?? []} />
        </>
      )}
      <OutcomeOf about="guard" outcome={settings.outcome} />
      {settings.outcome?.kind === 'saved' && <AddDetails onOptions={onOptions} />}
    </section>
  );
}

interface UnreadParts {
  readonly kind: SiteKind;
  readonly unread: readonly SitePart[];
}

/** The site has changed: what of it cannot be read, and a report for whoever mends it. */
function Unread({ kind, unread }: UnreadParts) {
  if (unread.length === 0) return null;
  const { version } = browser.runtime.getManifest();
  const report = siteReport({ kind, unread, version, browser: navigator.userAgent, at: Date.now() });
  return (
    <div class="notice" role="status">
      <p>{say('siteChanged')}</p>
      <p>{say('siteChangedParts', unread.map((part) => say(PARTS[part])).join(', '))}</p>
      <CopyText text={report} name={say('copyReport')} say={say} />
    </div>
  );
}

/** The button that was pressed is gone: the keyboard goes on from here. */
function AddDetails({ onOptions }: Pick<TabParts, 'onOptions'>) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <button ref={button} type="button" class="link" onClick={(event) => event.isTrusted && onOptions()}>
      {say('addDetails')}
    </button>
  );
}

interface NotGuardedParts {
  readonly view: GuardView;
  readonly settings: ReturnType<typeof useSettings>;
}

function NotGuarded({ view, settings }: NotGuardedParts) {
  const guardable = view.tab?.guardable ?? null;
  if (guardable === null) return <p class="note">{say('notGuarded')}</p>;
  if (!view.settings.userMay.includes('guard-sites')) return <p class="note">{say('organisationGuards')}</p>;
  const { host, kind } = guardable;
  return (
    <>
      <p>{say('isForum', host)}</p>
      <button
        type="button"
        class="main"
        aria-describedby="guard-what"
        onClick={(event) => {
          if (event.isTrusted) void settings.change('guard', (mine) => withSite(mine, { host, kind, name: host }));
        }}
      >
        {say('guardSite')}
      </button>
      <p id="guard-what" class="note">
        {say('guardSiteWhat', host)}
      </p>
    </>
  );
}
