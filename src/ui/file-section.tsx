/** The settings as a file: check one, which changes nothing; take one in, where no organisation has set anything; save a copy. */

import { useRef, useState } from 'preact/hooks';
import type { PolicyCheck } from '../messages/from-own-page.ts';
import type { GuardView } from '../messages/views.ts';
import { askCheck, askExport, askImport, say } from './ask.ts';
import { AskTwice } from './ask-twice.tsx';
import { checkLine, fileNameFor } from './file-words.ts';
import { Faults } from './policy-state.tsx';
import { offer, SaveFile } from './save-file.tsx';
import { OutcomeOf, SetBy } from './set-by.tsx';
import { refusalText } from './settings-words.ts';
import type { Outcome } from './use-settings.ts';

/** A file that has been looked at. */
interface Checked {
  readonly name: string;
  readonly text: string;
  readonly check: PolicyCheck | null;
}

/** No settings are longer; what is longer is not even read. Bytes. */
const LONGEST_FILE = 32_000_000;

export function SettingsFile({ view }: { readonly view: GuardView }) {
  const [checked, setChecked] = useState<Checked | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const title = useRef<HTMLHeadingElement>(null);
  async function take(text: string, done: string): Promise<void> {
    setOutcome(null);
    const refusal = refusalText(await askImport(text), say);
    setOutcome({ about: 'file', kind: refusal === '' ? 'saved' : 'refused', text: refusal || say(done) });
    if (refusal !== '') return;
    setChecked(null);
    // The button that was pressed is gone.
    title.current?.focus();
  }
  return (
    <section aria-labelledby="file">
      <h2 id="file" tabIndex={-1} ref={title}>
        {say('fileTitle')}
      </h2>
      {!view.settings.mayImport && <SetBy view={view} may="not change" />}
      <p class="note">{say(view.settings.mayImport ? 'fileIntro' : 'fileIntroManaged')}</p>
      <Chooser onChecked={setChecked} />
      <CheckResult checked={checked} view={view} onTake={(text) => void take(text, 'fileTaken')} />
      <OutcomeOf about="file" outcome={outcome} />
      <SaveCopy view={view} />
      {view.policy.source === 'imported' && (
        <AskTwice
          name={say('fileRemove')}
          about={say('fileTitle')}
          question={say('fileRemoveAsk')}
          yes={say('removeYes')}
          no={say('keep')}
          notNow={notNow(view)}
          onYes={() => void take('', 'fileRemoved')}
        />
      )}
    </section>
  );
}

function Chooser({ onChecked }: { onChecked(checked: Checked): void }) {
  async function look(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    const text = file.size > LONGEST_FILE ? null : await file.text().catch(() => null);
    onChecked({ name: file.name, text: text ?? '', check: text === null ? null : await askCheck(text) });
  }
  return (
    <div class="field">
      <label for="file-chosen">{say('fileCheck')}</label>
      <input
        id="file-chosen"
        type="file"
        accept=".json,application/json"
        onChange={(event) => {
          const input = event.currentTarget;
          // The same file, mended, can be chosen again.
          void look(input.files?.[0]).then(() => (input.value = ''));
        }}
      />
    </div>
  );
}

interface CheckResultParts {
  readonly checked: Checked | null;
  readonly view: GuardView;
  onTake(text: string): void;
}

function CheckResult({ checked, view, onTake }: CheckResultParts) {
  const good = checked?.check?.kind === 'good';
  const later = notNow(view);
  return (
    <div class="result" role="status">
      {checked !== null && (
        <p class={good ? 'would allow' : 'would block'}>{checkLine(checked.check, checked.name, say)}</p>
      )}
      {checked?.check?.kind === 'damaged' && <Faults faults={checked.check.faults} />}
      {checked !== null && good && view.settings.mayImport && (
        <p>
          <button
            type="button"
            class="main"
            aria-disabled={later !== ''}
            onClick={(event) => event.isTrusted && later === '' && onTake(checked.text)}
          >
            {say('fileUse')}
          </button>{' '}
          <span class="note">{later}</span>
        </p>
      )}
    </div>
  );
}

function SaveCopy({ view }: { readonly view: GuardView }) {
  async function save(): Promise<string> {
    const text = await askExport();
    return text === '' ? say('fileNothingToSave') : offer([text], fileNameFor(view.policy.version), 'application/json');
  }
  return <SaveFile label={say('fileSave')} save={save} />;
}

/** While an agent works no file may be taken in or away. */
function notNow(view: GuardView): string {
  return view.settings.locked ? say('onlyStricterNow') : '';
}
