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
  // Not at the start, when nobody has pressed anything, and not after a yes: what comes then is for the parent to say.
  const isPressed = useRef(false);
  useEffect(() => {
    if (isPressed.current) button.current?.focus();
  }, [asking]);
  const turn = (next: boolean, pressed: boolean) => {
    isPressed.current = pressed;
    setAsking(next);
  };
  return asking ? (
    <Question
      {...parts}
      keep={button}
      onNo={() => turn(false, true)}
      onYes={() => {
        turn(false, false);
        parts.onYes();
      }}
    />
  ) : (
    <p class="ask-twice">
      <button
        ref={button}
        type="button"
        class="quiet small"
        aria-label={`${parts.name} ${parts.about}`}
        aria-disabled={parts.notNow !== ''}
        onClick={(event) => event.isTrusted && parts.notNow === '' && turn(true, true)}
      >
        {parts.name}
      </button>{' '}
      <span class="note">{parts.notNow}</span>
    </p>
  );
}

interface QuestionParts extends AskTwiceParts {
  readonly keep: Ref<HTMLButtonElement>;
  onNo(): void;
}

function Question({ question, yes, no, keep, onNo, onYes }: QuestionParts) {
  return (
    <fieldset class="ask-twice asking">
      <legend>{question}</legend>
      <button ref={keep} type="button" class="quiet small" onClick={(event) => event.isTrusted && onNo()}>
        {no}
      </button>{' '}
      <button type="button" class="small danger" onClick={(event) => event.isTrusted && onYes()}>
        {yes}
      </button>
    </fieldset>
  );
}
