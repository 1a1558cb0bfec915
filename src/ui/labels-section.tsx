/** The labels in force, strictest first, each marking system by itself; and what counts as labelled without any mark. */
import type { GuardView, SettingsView } from '../messages/views.ts';
import { say } from './ask.ts';
import { countsLike, systemsOf, unknownMarkText } from './label-words.ts';
import { detectorName } from './reason-words.ts';
import { SetBy } from './set-by.tsx';
import { countryOf } from './settings-words.ts';
import { nameOf } from './words.ts';

export function Labels({ view }: { readonly view: GuardView }) {
  const { labels } = view.settings;
  return (
    <section aria-labelledby="labels">
      <h2 id="labels">{say('labelsTitle')}</h2>
      <SetBy view={view} may="not change" />
      <p class="note">{say('labelsIntro')}</p>
      {systemsOf(labels, say).map((system) => (
        <div key={system.id}>
          <h3>{system.name}</h3>
          <ol class="ranked">
            {system.labels.map((label) => (
              <li key={label.id}>
                {nameOf(label.name)} <span class="note">{countsLike(label, labels, say)}</span>
              </li>
            ))}
          </ol>
        </div>
      ))}
      <p class="note">{unknownMarkText(labels, say)}</p>
    </section>
  );
}

export function Sensitive({ view }: { readonly view: GuardView }) {
  const { sensitive } = view.settings;
  return (
    <section aria-labelledby="sensitive">
      <h2 id="sensitive">{say('sensitiveTitle')}</h2>
      <SetBy view={view} may="not change" />
      <p class="note">{say(sensitive.length === 0 ? 'sensitiveNothing' : 'sensitiveIntro')}</p>
      <dl class="explained even">
        {sensitive.map((each) => (
          <div key={`${each.detector} ${each.name ?? ''}`}>
            <dt>{soughtName(each)}</dt>
            <dd>{say('countsAs', nameOf(each.label))}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** National numbers have one name, and are told apart by their country. */
function soughtName({ detector, name }: SettingsView['sensitive'][number]): string {
  const country = name === null ? countryOf(detector) : null;
  const what = detectorName(detector, name, say);
  return country === null ? what : `${what} (${country})`;
}
