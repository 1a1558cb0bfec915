/** The toolbar popup: what waits, the switch that stops all agents, and this tab. In Firefox acts are reviewed right here. */
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { GuardView, HoldView } from '../messages.ts';
import { askApprove, askReview, askView, onChanged, say, tell } from './ask.ts';
import { PolicyState } from './policy-state.tsx';
import { Review } from './review.tsx';
import { audienceLine, headline, nameOf, supportLine } from './words.ts';

const DOINGS = { observe: 'doObserve', draft: 'doDraft', ask: 'doAsk', flow: 'doFlow' } as const;

function Popup() {
  const [view, setView] = useState<GuardView | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  useEffect(() => {
    const look = () => void askView().then(setView);
    look();
    return onChanged(look);
  }, []);
  // One act that waits is what the popup was opened for.
  const first = view?.approveIn === 'popup' && view.holds.length === 1 ? view.holds[0] : undefined;
  useEffect(() => {
    if (first !== undefined) setOpen(first.id);
  }, [first?.id]);
  if (view === null) return <p class="note">{say('guardAway')}</p>;
  if (open !== null) return <InPopup holdId={open} onBack={() => setOpen(null)} />;
  return <Overview view={view} onReview={(hold) => review(view, hold, setOpen)} />;
}

/** The review inside the popup; when the popup closes the act goes on waiting. */
function InPopup({ holdId, onBack }: { readonly holdId: string; onBack(): void }) {
  const [hold, setHold] = useState<HoldView | null>(null);
  useEffect(() => {
    const look = () => void askReview(holdId, null).then(setHold);
    look();
    return onChanged(look);
  }, [holdId]);
  if (hold === null) return null;
  return (
    <>
      <Review
        hold={hold}
        say={say}
        onApprove={(shown) => askApprove(shown, null)}
        onRefuse={(shown) => void tell({ type: 'refuse', holdId: shown.id }).then(onBack)}
      />
      <button type="button" class="link" onClick={onBack}>
        {say('back')}
      </button>
    </>
  );
}

function Overview({ view, onReview }: { readonly view: GuardView; onReview(hold: HoldView): void }) {
  return (
    <>
      <header class="bar">
        <img src="/icons/48.png" alt="" width="28" height="28" />
        <h1>Countersign</h1>
        <span class={`state ${view.killed === 'no' ? view.policy.state : 'killed'}`}>{stateText(view)}</span>
      </header>
      <Switch view={view} />
      <PolicyState view={view} />
      <section aria-labelledby="waiting">
        <h2 id="waiting">{say('waiting')}</h2>
        {view.holds.length === 0 && <p class="note">{say('nothingWaits')}</p>}
        <ul class="holds">
          {view.holds.map((hold) => (
            <li key={hold.id}>
              <p>{headline(hold, say)}</p>
              <p class="note">{audienceLine(hold, say)}</p>
              <button type="button" class="main" onClick={(event) => event.isTrusted && onReview(hold)}>
                {say('review')}
              </button>
            </li>
          ))}
        </ul>
      </section>
      <ThisTab view={view} />
      <button type="button" class="link" onClick={openOptions}>
        {say('options')}
      </button>
      <p class="support">{supportLine(view.support, say)}</p>
    </>
  );
}

function Switch({ view }: { readonly view: GuardView }) {
  if (view.killed === 'no') {
    return (
      <button type="button" class="stop" onClick={(event) => event.isTrusted && void tell({ type: 'kill' })}>
        {say('stopAll')}
      </button>
    );
  }
  return (
    <section class="stopped" role="status">
      <h2>{say('stopped')}</h2>
      <p>{view.killed === 'policy' ? say('stoppedByPolicy') : say('stoppedWhat')}</p>
      {view.killed === 'person' && (
        <button type="button" class="quiet" onClick={(event) => event.isTrusted && void tell({ type: 'revive' })}>
          {say('letWork')}
        </button>
      )}
    </section>
  );
}

function ThisTab({ view }: { readonly view: GuardView }) {
  const site = view.sites.find((each) => each.name === view.tab?.site);
  return (
    <section aria-labelledby="tab">
      <h2 id="tab">{say('thisTab')}</h2>
      {site === undefined ? (
        <p class="note">{say('notGuarded')}</p>
      ) : (
        <dl>
          <dt>{nameOf(site.name)}</dt>
          <dd>{say(view.tab?.agentSeen ? 'agentSeen' : 'noAgentSeen')}</dd>
          <dt>{say('mayDoHere')}</dt>
          <dd>{say(DOINGS[site.mandate])}</dd>
        </dl>
      )}
    </section>
  );
}

function stateText(view: GuardView): string {
  if (view.killed !== 'no') return say('stopped');
  return say({ good: 'protected', absent: 'shortNoPolicy', damaged: 'shortDamaged' }[view.policy.state]);
}

function review(view: GuardView, hold: HoldView, open: (holdId: string) => void): void {
  if (view.approveIn === 'popup') open(hold.id);
  else void tell({ type: 'open-review', holdId: hold.id }).then(() => close());
}

/** A remote client of Firefox owns every tab of ours, so none is opened while it is there. */
function openOptions(): void {
  if (!navigator.webdriver) void browser.runtime.openOptionsPage();
}

render(<Popup />, document.getElementById('app') as HTMLElement);
