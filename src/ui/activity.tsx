/** What has happened, newest first, under the day of each. */
import type { EvidenceView } from '../messages/agent-view.ts';
import type { GuardView } from '../messages.ts';
import { say } from './ask.ts';
import { evidenceLines } from './evidence-words.ts';
import { byDay, type Day, happeningText, recordGoes } from './happened.ts';
import { useNow } from './use-view.ts';
import { nameOf, numberText } from './words.ts';

export function Activity({ view }: { readonly view: GuardView }) {
  const now = useNow();
  return (
    <section aria-labelledby="activity">
      <h2 id="activity">{say('activityTitle')}</h2>
      <p class="note">
        {view.ledgerEntries === 1 ? say('activityOne') : say('activityCount', numberText(view.ledgerEntries))}{' '}
        {recordGoes(view.settings.collector, say)}
      </p>
      {byDay(view.activity, now, say).map((day) => (
        <OneDay key={day.name} day={day} />
      ))}
      {view.activity.length === 0 && <p class="note">{say('nothingYet')}</p>}
    </section>
  );
}

/** Why an agent was believed to be there, for whoever wants to know. */
function Why({ evidence }: { readonly evidence: readonly EvidenceView[] }) {
  if (evidence.length === 0) return null;
  return (
    <details>
      <summary class="note">{say('whyAgent')}</summary>
      <ul>
        {evidenceLines({ evidence }, say).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}

function OneDay({ day }: { readonly day: Day }) {
  return (
    <>
      <h3>{day.name}</h3>
      <ul class="activity">
        {day.happenings.map((happening, index) => (
          <li key={`${happening.at} ${happening.what} ${index}`}>
            <time dateTime={new Date(happening.at).toISOString()}>
              {new Date(happening.at).toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' })}
            </time>
            <div>
              {happeningText(happening, say)} <span class="note">{nameOf(happening.place)}</span>
              <Why evidence={happening.evidence} />
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
