/** The review window (Chrome): opened by the background for one act, it shows all that wait and closes after the last. */
import { render } from 'preact';
import { say } from './ask.ts';
import { Outbox } from './outbox.tsx';

const parameters = new URLSearchParams(location.hash.slice(1));

document.title = `Countersign: ${say('waiting')}`;
render(
  <Outbox start={parameters.get('hold') ?? ''} token={parameters.get('token')} onFinished={() => close()} />,
  document.getElementById('app') as HTMLElement,
);
