/** "Try it": a made-up act, and what would happen to it under the settings in force. Nothing is sent, nothing recorded. */
import { useEffect, useState } from 'preact/hooks';
import type { TryAnswer } from '../messages/from-own-page.ts';
import type { GuardView } from '../messages/views.ts';
import { askTry, say } from './ask.ts';
import { ActorChoice, Addresses, LabelChoice, PlaceChoice } from './try-fields.tsx';
import { type Chosen, caseOf, decidedBy, firstCase, isMail, outcomeLine, placeChoices, whyLines } from './try-words.ts';

/** What is shown below the form. */
type Result =
  | { readonly kind: 'answer'; readonly answer: TryAnswer }
  | { readonly kind: 'words'; readonly text: string };

export function TryIt({ view }: { readonly view: GuardView }) {
  return (
    <section aria-labelledby="try">
      <h2 id="try">{say('tryTitle')}</h2>
      <p class="note">{say('tryIntro')}</p>
      {view.sites.length === 0 ? <p class="note">{say('noSites')}</p> : <Form view={view} />}
    </section>
  );
}

function Form({ view }: { readonly view: GuardView }) {
  const [chosen, setChosen] = useState<Chosen>(() => firstCase(view.sites));
  const [result, setResult] = useState<Result | null>(null);
  // An answer belongs to the case and the settings that it was asked for.
  useEffect(() => setResult(null), [chosen, JSON.stringify([view.settings.mine, view.policy, view.killed])]);
  const set = (change: Partial<Chosen>) => setChosen((before) => ({ ...before, ...change }));
  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    if (event.isTrusted) setResult(await resultOf(chosen, view));
  }
  return (
    <form class="try" onSubmit={(event) => void submit(event)}>
      <Fields view={view} chosen={chosen} onSet={set} />
      <button type="submit" class="main">
        {say('tryShow')}
      </button>
      <div class="result" role="status">
        {result?.kind === 'words' && <p class="failure">{result.text}</p>}
        {result?.kind === 'answer' && <Answer answer={result.answer} view={view} />}
      </div>
    </form>
  );
}

interface FieldsParts {
  readonly view: GuardView;
  readonly chosen: Chosen;
  onSet(change: Partial<Chosen>): void;
}

function Fields({ view, chosen, onSet }: FieldsParts) {
  const places = placeChoices(view.sites, say);
  const { labels } = view.settings;
  return (
    <>
      <ActorChoice value={chosen.actor} onChoose={(actor) => onSet({ actor })} />
      <Source view={view} chosen={chosen} onSet={onSet} />
      <LabelChoice
        id="try-mark"
        name={say('tryOwnMark')}
        labels={labels}
        disabled={false}
        value={chosen.mark}
        onChoose={(mark) => onSet({ mark })}
      />
      <fieldset>
        <legend>{say('tryTo')}</legend>
        <PlaceChoice
          id="try-target"
          name={say('tryPlace')}
          none={null}
          places={places}
          value={chosen.target}
          onChoose={(target) => onSet({ target })}
        />
        {isMail(chosen.target, view.sites) && <Addresses value={chosen.to} onWrite={(to) => onSet({ to })} />}
      </fieldset>
    </>
  );
}

function Source({ view, chosen, onSet }: FieldsParts) {
  return (
    <fieldset>
      <legend>{say('tryFrom')}</legend>
      <PlaceChoice
        id="try-source"
        name={say('tryPlace')}
        none={say('tryOwnText')}
        places={placeChoices(view.sites, say)}
        value={chosen.source}
        onChoose={(source) => onSet({ source })}
      />
      <LabelChoice
        id="try-label"
        labels={view.settings.labels}
        disabled={chosen.source === ''}
        name={say('tryFromMark')}
        value={chosen.sourceLabel}
        onChoose={(sourceLabel) => onSet({ sourceLabel })}
      />
    </fieldset>
  );
}

function Answer({ answer, view }: { readonly answer: TryAnswer; readonly view: GuardView }) {
  const decided = decidedBy(answer, say);
  return (
    <>
      <p class={`would ${answer.level.toLowerCase()} ${answer.review}`}>{outcomeLine(answer, say)}</p>
      <ul class="plainly">
        {whyLines(answer, say).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {decided !== '' && <p class="note">{decided}</p>}
      {view.settings.trial !== null && <p class="note">{say('tryInTrial')}</p>}
    </>
  );
}

async function resultOf(chosen: Chosen, view: GuardView): Promise<Result> {
  const trying = caseOf(chosen, view.sites);
  if (trying?.target.kind === 'mail' && trying.target.to.length === 0)
    return { kind: 'words', text: say('tryNoAddress') };
  const answer = trying === null ? null : await askTry(trying);
  return answer === null ? { kind: 'words', text: say('tryNoAnswer') } : { kind: 'answer', answer };
}
