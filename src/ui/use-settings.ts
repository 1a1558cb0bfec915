/**
 * The person's own settings in a page of ours: each change is saved at once and shown at once; what was not taken goes
 * back to what is in force, and it is said why.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { UserSettings } from '../core/policy/user-settings.ts';
import type { GuardView } from '../messages.ts';
import { askSave, say } from './ask.ts';
import { refusalText } from './settings-words.ts';

/** How the last change went. */
export interface Outcome {
  /** The control that it was made with. */
  readonly about: string;
  readonly kind: 'saved' | 'refused';
  readonly text: string;
}

export interface OwnSettings {
  readonly mine: UserSettings;
  readonly outcome: Outcome | null;
  /** Saves them as they are after this change; `about` is the control, beside which the outcome is said. */
  change(about: string, changed: (mine: UserSettings) => UserSettings): Promise<void>;
}

export function useSettings(view: GuardView): OwnSettings {
  const [unsaved, setUnsaved] = useState<UserSettings | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const saving = useRef(0);
  // Two changes in quick succession: the second starts from the first, whether or not that is saved yet.
  const latest = useRef(view.settings.mine);
  if (unsaved === null) latest.current = view.settings.mine;
  useEffect(() => {
    if (saving.current === 0) setUnsaved(null);
  }, [view]);
  async function change(about: string, changed: (mine: UserSettings) => UserSettings): Promise<void> {
    const next = changed(latest.current);
    latest.current = next;
    saving.current += 1;
    setUnsaved(next);
    setOutcome(null);
    const refusal = refusalText(await askSave(next), say);
    saving.current -= 1;
    if (refusal !== '') setUnsaved(null);
    setOutcome({ about, kind: refusal === '' ? 'saved' : 'refused', text: refusal || say('savedEverywhere') });
  }
  return { mine: unsaved ?? view.settings.mine, outcome, change };
}
