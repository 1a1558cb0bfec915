/** A button for what is not lightly undone: its first press only asks, in place; the keyboard stays where the answer is. */
import type { Ref } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

interface AskTwiceParts {
  /** What the button says, and what it is about for those who hear it without seeing where it stands. */
  readonly name: string;
  readonly about: string;
  readonly question: string;
  readonly yes: string;
  readonly no: string;
  /** Why it cannot be done now; "" when it can. */
  readonly notNow: string;
  onYes(): void;
}

export function AskTwice(parts: AskTwiceParts) {
  const [asking, setAsking] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const begun = useRef(false);
  useEffect(() => {
    // Not at the start: nobody has pressed anything then.
    if (begun.current) button.current?.focus();
    begun.current = true;
  }, [asking]);
  return asking ? (
    <Question {...parts} keep={button} onEnd={() => setAsking(false)} />
  ) : (
    <p class="ask-twice">
      <button
        ref={button}
        type="button"
        class="quiet small"
        aria-label={`${parts.name} ${parts.about}`}
        aria-disabled={parts.notNow !== ''}
        onClick={(event) => event.isTrusted && parts.notNow === '' && setAsking(true)}
      >
        {parts.name}
      </button>{' '}
      <span class="note">{parts.notNow}</span>
    </p>
  );
}

interface QuestionParts extends AskTwiceParts {
  readonly keep: Ref<HTMLButtonElement>;
  onEnd(): void;
}

function Question({ question, yes, no, keep, onEnd, onYes }: QuestionParts) {
  return (
    <fieldset class="ask-twice asking">
      <legend>{question}</legend>
      <button ref={keep} type="button" class="quiet small" onClick={(event) => event.isTrusted && onEnd()}>
        {no}
      </button>{' '}
      <button
        type="button"
        class="small danger"
        onClick={(event) => {
          if (!event.isTrusted) return;
          onEnd();
          onYes();
        }}
      >
        {yes}
      </button>
    </fieldset>
  );
}
