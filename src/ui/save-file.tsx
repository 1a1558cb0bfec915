/** A button that hands a file to the browser's own download, and what became of it. */
import { useState } from 'preact/hooks';
import { say } from './ask.ts';

interface SaveFileParts {
  readonly label: string;
  /** Hands over the file by `offer`, and says what became of it. */
  save(): Promise<string>;
}

/** By a person's own press alone. */
export function SaveFile({ label, save }: SaveFileParts) {
  const [said, setSaid] = useState('');
  return (
    <p class="save-copy">
      <button type="button" class="quiet" onClick={(event) => event.isTrusted && void save().then(setSaid)}>
        {label}
      </button>{' '}
      <span role="status" class="note">
        {said}
      </span>
    </p>
  );
}

/** The parts of a text, one after the other, as a file of this name; a sentence that says so. */
export function offer(parts: readonly string[], name: string, type: string): string {
  const url = URL.createObjectURL(new Blob([...parts], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
  return say('fileSaved', name);
}
