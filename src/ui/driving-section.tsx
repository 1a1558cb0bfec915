/** "I'm driving", in the toolbar popup: a person takes the tab in front back from an agent, and hands it back. */
import { useState } from 'preact/hooks';
import type { DrivingAnswer } from '../messages/from-own-page.ts';
import type { GuardView } from '../messages/views.ts';
import { askDriving, say } from './ask.ts';

type Refusal = (DrivingAnswer & { readonly kind: 'refused' })['why'];

const WHY = {
  remote: 'driveRemote',
  elsewhere: 'driveElsewhere',
  'not-guarded': 'notGuarded',
} as const satisfies Record<Refusal, string>;

export function Driving({ view }: { readonly view: GuardView }) {
  const [refused, setRefused] = useState<Refusal | null>(null);
  const [asking, setAsking] = useState(false);
  const tab = view.tab;
  if (tab === null || tab.site === null) return null;
  if (tab.driving === null && !tab.agentSeen && refused === null) return null;
  // Nothing is offered that would be refused.
  if (tab.driving === null && tab.staysDriven) return <p class="note">{say('driveRemote')}</p>;
  const press = async (type: 'take-over' | 'hand-back') => {
    setAsking(true);
    const answer = await askDriving(type, tab.id);
    setRefused(answer?.kind === 'refused' ? answer.why : null);
    setAsking(false);
  };
  return (
    <div class="driving">
      {tab.driving === null ? (
        <Take asking={asking} onPress={() => void press('take-over')} />
      ) : (
        <>
          <p role="status">{say('drivingUntil', timeText(tab.driving))}</p>
          <button type="button" class="quiet" onClick={(event) => event.isTrusted && void press('hand-back')}>
            {say('handBack')}
          </button>
        </>
      )}
      <p class="failure" role="alert">
        {refused === null ? '' : say(WHY[refused])}
      </p>
    </div>
  );
}

function Take({ asking, onPress }: { readonly asking: boolean; onPress(): void }) {
  return (
    <>
      <button
        type="button"
        class="quiet"
        aria-describedby="drive-what"
        disabled={asking}
        onClick={(event) => event.isTrusted && onPress()}
      >
        {say('drive')}
      </button>
      <p id="drive-what" class="note">
        {say('driveWhat')}
      </p>
    </>
  );
}

function timeText(at: number): string {
  return new Date(at).toLocaleTimeString(undefined, { timeStyle: 'short' });
}
