/** The switches that stop agents, in the toolbar popup: everywhere, and on the site of the tab in front. */
import { useEffect, useRef } from 'preact/hooks';
import type { GuardView, SiteView } from '../messages/views.ts';
import { say, tell } from './ask.ts';
import { nameOf } from './words.ts';

export function Switch({ view }: { readonly view: GuardView }) {
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef(view.killed);
  // The button that was pressed is gone. The keyboard goes on from here, not from the button in its place: whoever
  // presses twice must not undo the first.
  useEffect(() => {
    if (shown.current !== view.killed) place.current?.focus();
    shown.current = view.killed;
  }, [view.killed]);
  return (
    <div class="switch" tabIndex={-1} ref={place}>
      <SwitchNow view={view} />
    </div>
  );
}

function SwitchNow({ view }: { readonly view: GuardView }) {
  if (view.killed === 'no') {
    return (
      <button
        type="button"
        class="stop"
        onClick={(event) => event.isTrusted && void tell({ type: 'kill', site: null })}
      >
        {say('stopAll')}
      </button>
    );
  }
  return (
    <section class="stopped" role="status">
      <h2>{say('stopped')}</h2>
      <p>{view.killed === 'policy' ? say('stoppedByPolicy') : say('stoppedWhat')}</p>
      {view.killed === 'person' && (
        <button
          type="button"
          class="quiet"
          onClick={(event) => event.isTrusted && void tell({ type: 'revive', site: null })}
        >
          {say('letWork')}
        </button>
      )}
    </section>
  );
}

/** The site in front can be stopped; sites that are stopped can be let work again from every tab. */
export function StoppedSites({ view }: { readonly view: GuardView }) {
  const here = view.sites.find((site) => site.name === view.tab?.site);
  const stopped = view.sites.filter((site) => site.stopped);
  const place = useRef<HTMLDivElement>(null);
  const which = stopped.map(({ id }) => id).join();
  const shown = useRef(which);
  // As above: the keyboard goes on from here, and not from a button that undoes what was pressed.
  useEffect(() => {
    if (shown.current !== which) place.current?.focus();
    shown.current = which;
  }, [which]);
  if (view.killed !== 'no' || (here === undefined && stopped.length === 0)) return null;
  return (
    <div class="stopped-sites" tabIndex={-1} ref={place}>
      {stopped.map((site) => (
        <StoppedSite key={site.id} site={site} />
      ))}
      {here !== undefined && !here.stopped && (
        <button
          type="button"
          class="quiet"
          onClick={(event) => event.isTrusted && void tell({ type: 'kill', site: here.id })}
        >
          {say('stopHere', nameOf(here.name))}
        </button>
      )}
    </div>
  );
}

function StoppedSite({ site }: { readonly site: SiteView }) {
  return (
    <div class="stopped" role="status">
      <p>
        <strong>{say('stoppedOn', nameOf(site.name))}</strong>
      </p>
      <button
        type="button"
        class="quiet"
        onClick={(event) => event.isTrusted && void tell({ type: 'revive', site: site.id })}
      >
        {say('letWorkHere')}
      </button>
    </div>
  );
}
