/** Who has set a part of the settings; and how a person's own change went. */
import type { GuardView } from '../messages.ts';
import { say } from './ask.ts';
import { setByLine } from './settings-words.ts';
import type { Outcome } from './use-settings.ts';

interface SetByParts {
  readonly view: GuardView;
  readonly may: 'make stricter' | 'not change';
}

export function SetBy({ view, may }: SetByParts) {
  return (
    <p class="set-by">
      <Lock /> {setByLine(view.policy, may, say)}
    </p>
  );
}

/** Both places are there from the start: a screen reader tells what comes into a place that it knows. */
export function OutcomeOf({ about, outcome }: { readonly about: string; readonly outcome: Outcome | null }) {
  const shown = outcome?.about === about ? outcome : null;
  return (
    <>
      <p class="saved" role="status">
        {shown?.kind === 'saved' ? shown.text : ''}
      </p>
      <p class="failure" role="alert">
        {shown?.kind === 'refused' ? shown.text : ''}
      </p>
    </>
  );
}

/** A closed lock; the words beside it say the same. */
export function Lock() {
  return (
    <svg class="lock" viewBox="0 0 16 16" width="13" height="13" aria-hidden="true">
      <rect x="2.5" y="7" width="11" height="7.5" rx="1.6" fill="currentColor" />
      <path d="M5 7V5a3 3 0 0 1 6 0v2" fill="none" stroke="currentColor" stroke-width="1.7" />
    </svg>
  );
}
