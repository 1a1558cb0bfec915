/** Puts a text on the clipboard, by a person's own press, and says that it is there. */
import { useState } from 'preact/hooks';
import type { Say } from './words.ts';

interface CopyParts {
  readonly text: string;
  /** What the button says. */
  readonly name: string;
  readonly say: Say;
}

export function CopyText({ text, name, say }: CopyParts) {
  const [said, setSaid] = useState('');
  async function copy(event: Event): Promise<void> {
    if (!event.isTrusted) return;
    const done = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    setSaid(say(done ? 'copied' : 'copyFailed'));
  }
  return (
    <p class="copy">
      <button type="button" class="quiet small" onClick={(event) => void copy(event)}>
        {name}
      </button>{' '}
      <span role="status">{said}</span>
    </p>
  );
}
