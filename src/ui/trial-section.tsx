/** What a trial has come to: counts only, as sentences, as numbers in a table and as bars beside them. */
import type { GuardView, TrialView } from '../messages/views.ts';
import { say } from './ask.ts';
import { SetBy } from './set-by.tsx';
import { Cell } from './table-cell.tsx';
import { type Bar, trialBars, trialLines } from './trial-words.ts';

export function Trial({ view }: { readonly view: GuardView }) {
  const { trial } = view.settings;
  return (
    <section aria-labelledby="trial">
      <h2 id="trial">{say('trialTitle')}</h2>
      <SetBy view={view} may="not change" />
      {trial === null ? <p>{say('trialRests')}</p> : <Counts trial={trial} />}
    </section>
  );
}

function Counts({ trial }: { readonly trial: TrialView }) {
  const bars = trialBars(trial, say);
  return (
    <>
      <ul class="plainly">
        {trialLines(trial, say).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {bars.length > 0 && <Rules bars={bars} />}
    </>
  );
}

function Rules({ bars }: { readonly bars: readonly Bar[] }) {
  return (
    <table class="stacked bars">
      <caption>{say('trialTop')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('trialRule')}</th>
          <th scope="col">{say('trialTimes')}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ id, name, times, share }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <Cell name={say('trialTimes')}>
              {times}
              <span class="bar-of" aria-hidden="true">
                <span class="length" style={{ inlineSize: `${Math.max(1, Math.round(share * 100))}%` }} />
              </span>
            </Cell>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
