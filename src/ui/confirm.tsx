/**
 * Our window (Chrome): opened by the background for an act that waits, or for a safety stop. It shows all that stand and
 * wait, and closes after the last.
 */
import { render } from 'preact';
import { say, tell } from './ask.ts';
import { Outbox } from './outbox.tsx';
import { SafetyStops } from './safety-stop.tsx';
import { useView } from './use-view.ts';

const parameters = new URLSearchParams(location.hash.slice(1));
const token = parameters.get('token');

function Confirm() {
  const view = useView();
  const stops = (view?.stops ?? []).filter((stop) => stop.state === 'open');
  const isStopped = stops.length > 0;
  const mayClose = Boolean(view) && !isStopped && token !== null;
  return (
    <>
      <SafetyStops stops={stops} token={token} heading="h1" />
      <Outbox
        start={parameters.get('hold') ?? ''}
        token={token}
        title={say(isStopped ? 'stopTitle' : 'waiting')}
        {...(mayClose ? { onFinished: () => void tell({ type: 'finished', token }) } : {})}
      />
    </>
  );
}

document.title = `Countersign: ${say('waiting')}`;
render(<Confirm />, document.getElementById('app') as HTMLElement);
