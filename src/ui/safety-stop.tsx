/**
 * A safety stop in our own surfaces: what happened, what agents had done before with the way to it, and the one button
 * that lets them go on. Closing it, or doing nothing, leaves them stopped.
 */
import type { DoneView, StopView } from '../messages/stop-view.ts';
import { useArmed } from './armed.ts';
import { say, tell } from './ask.ts';
import { doneSum, doneText, linkText, stopLines, triedLine } from './stop-words.ts';
import { useNow } from './use-view.ts';
import { agoText } from './waiting.ts';

interface StopsParts {
  readonly stops: readonly StopView[];
  /** Of the window that the background opened; null in the toolbar popup. */
  readonly token: string | null;
  /** In our window it is what the page is about; in the popup a part of it. */
  readonly heading: 'h1' | 'h2';
}

/** All stops that nobody has answered, and a line for those whose next act is asked about. */
export function SafetyStops({ stops, token, heading }: StopsParts) {
  return (
    <>
      {stops.map((stop) =>
        stop.state === 'open' ? (
          <OneStop key={stop.id} stop={stop} token={token} heading={heading} />
        ) : (
          <p key={stop.id} class="notice" role="status">
            {say('reasonAfterStop')}
          </p>
        ),
      )}
    </>
  );
}

function OneStop({ stop, token, heading }: Omit<StopsParts, 'stops'> & { readonly stop: StopView }) {
  const armed = useArmed(`stop ${stop.id}`);
  const title = `stop-${stop.id}`;
  const Heading = heading;
  const tried = triedLine(stop.tried, say);
  return (
    <section class="safety" aria-labelledby={title}>
      <Heading id={title} class="title">
        {say('stopTitle')}
      </Heading>
      <p>{stopLines(stop, say)}</p>
      {tried !== '' && <p class="tried">{tried}</p>}
      <Done done={stop.done} heading={heading === 'h1' ? 'h2' : 'h3'} />
      <p id={`${title}-what`} class="note">
        {say('letGoOnWhat')}
      </p>
      <button
        type="button"
        class="quiet"
        aria-disabled={!armed}
        aria-describedby={`${title}-what`}
        onClick={(event) => event.isTrusted && armed && void tell({ type: 'let-go-on', stop: stop.id, token })}
      >
        {say('letGoOn')}
      </button>
    </section>
  );
}

function Done({ done, heading }: Pick<StopView, 'done'> & { readonly heading: 'h2' | 'h3' }) {
  const Heading = heading;
  if (done.length === 0) return <p>{say('nothingDone')}</p>;
  return (
    <>
      <Heading class="listed">{say('doneBefore')}</Heading>
      <ul class="done">
        {done.map((each) => (
          <DoneItem key={`${each.at} ${each.kind} ${each.place} ${each.items}`} done={each} />
        ))}
      </ul>
      <p class="note">{doneSum(done, say)}</p>
    </>
  );
}

function DoneItem({ done }: { readonly done: DoneView }) {
  const now = useNow();
  return (
    <li>
      {doneText(done, say)} <span class="note">{agoText(done.at, now, say)}</span>{' '}
      {done.link !== null && (
        <a href={done.link.url} target="_blank" rel="noreferrer">
          {linkText(done.link, say)}
        </a>
      )}
    </li>
  );
}
