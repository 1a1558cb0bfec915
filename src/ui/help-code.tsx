/** The code that a help desk asks for: a quiet line, to be read out, marked or copied. */
import { CopyText } from './copy-text.tsx';
import type { Say } from './words.ts';

export function HelpCode({ code, say }: { readonly code: string; readonly say: Say }) {
  if (code === '') return null;
  return (
    <div class="help-code">
      <p>
        {say('helpCode')} <code>{code}</code>
      </p>
      <CopyText text={code} name={say('copyCode')} say={say} />
    </div>
  );
}
