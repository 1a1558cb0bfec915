/** The toolbar popup: the switch that stops all agents, what waits, and this tab. In Firefox acts are reviewed right here. */
import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { GuardView, HoldView } from '../messages.ts';
import { Agents } from './agents-section.tsx';
import { onChanged, say, tell } from './ask.ts';
import { Grants } from './grant-section.tsx';
import { ThisTab } from './guard-tab.tsx';
import { Outbox } from './outbox.tsx';
import { PolicyLine, PolicyState } from './policy-state.tsx';
import { SafetyStops } from './safety-stop.tsx';
import { DOINGS } from './settings-words.ts';
import { StoppedSites, Switch } from './stop-section.tsx';
import { useView } from './use-view.ts';
import { Waiting } from './waiting-section.tsx';
import { nameOf, supportLine } from './words.ts';

function Popup() {
  const view = useView();
  const [open, setOpen] = useOpen(view);
  if (view === undefined) return null;
  if (open !== null)
    return (
      <>
        <Outbox start={open} token={null} />
        <button type="button" class="link" onClick={() => setOpen(null)}>
          {say('back')}
        </button>
      </>
    );
  if (view === null) return <p class="note">{say('guardAway')}</p>;
  return <Overview view={view} onReview={(hold) => review(view, hold, setOpen)} />;
}

/**
 * The act that is reviewed here, if any. The only one that waits is what the popup was opened for; what arrives later
 * never takes the place of what is being read.
 */
function useOpen(view: GuardView | null | undefined) {
  const [open, setOpen] = useState<string | null>(null);
  const begun = useRef(false);
  const inPopup = view?.approveIn === 'popup';
  useEffect(() => {
    if (!view || begun.current) return;
    begun.current = true;
    const [only, second] = view.holds;
    if (inPopup && only !== undefined && second === undefined) setOpen(only.id);
  }, [view]);
  useEffect(() => (inPopup ? onChanged((show) => show !== null && setOpen(show)) : undefined), [inPopup]);
  return [open, setOpen] as const;
}

function Overview({ view, onReview }: { readonly view: GuardView; onReview(hold: HoldView): void }) {
  return (
    <>
      <header class="bar">
        <img src="/icons/48.png" alt="" width="28" height="28" />
        <h1>Countersign</h1>
        <span class={`state ${stateClass(view)}`}>{stateText(view)}</span>
      </header>
      <Switch view={view} />
      <StoppedSites view={view} />
      <SafetyStops stops={view.stops} token={null} heading="h2" />
      <PolicyLine view={view} />
      <PolicyState view={view} />
      {view.install === 'user' && (
        <p class="notice">
          {say('userInstall')} {view.networkLock === 'addresses-only' && say('addressesOnly')}
        </p>
      )}
      <Waiting view={view} onReview={onReview} />
      <Agents view={view} />
      <ThisTab view={view} onOptions={openOptions} />
      <Grants view={view} />
      <OnSites view={view} />
      <button type="button" class="link" onClick={openOptions}>
        {say('options')}
      </button>
      <p class="support">{supportLine(view.support, say)}</p>
    </>
  );
}

function OnSites({ view }: { readonly view: GuardView }) {
  if (view.sites.length === 0) return null;
  return (
    <section aria-labelledby="sites">
      <h2 id="sites">{say('mayDo')}</h2>
      <dl class="pairs">
        {view.sites.map((site) => (
          <div key={`${site.name} ${site.host}`}>
            <dt>{nameOf(site.name)}</dt>
            <dd>{say(DOINGS[site.mandate])}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function stateText(view: GuardView): string {
  if (view.killed !== 'no') return say('stopped');
  if (isStopOpen(view)) return say('stopTitle');
  if (view.policy.state === 'damaged') return say('shortDamaged');
  if (view.settings.trial !== null) return say('shortTrial');
  // Settings that are not found now are the last good ones, unless there never were any.
  return say(view.policy.source === 'built-in' ? 'shortNoPolicy' : 'protected');
}

function isStopOpen({ stops }: GuardView): boolean {
  return stops.some((stop) => stop.state === 'open');
}

function stateClass(view: GuardView): string {
  if (view.killed !== 'no' || isStopOpen(view)) return 'killed';
  return view.settings.trial === null ? view.policy.state : 'trial';
}

function review(view: GuardView, hold: HoldView, open: (holdId: string) => void): void {
  if (view.approveIn === 'popup') open(hold.id);
  else void tell({ type: 'open-review', holdId: hold.id }).then(() => close());
}

/**
 * A remote client of Firefox owns every tab of ours, so none is opened while it is there. Its panel would stay open
 * over the page (seen in ESR 153).
 */
function openOptions(): void {
  if (!navigator.webdriver) void browser.runtime.openOptionsPage().then(() => close());
}

render(<Popup />, document.getElementById('app') as HTMLElement);
