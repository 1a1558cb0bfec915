/** A list that may be thousands long: the first of it, and what is asked for by name. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { say } from './ask.ts';
import { numberText } from './words.ts';

interface Found<T> {
  readonly total: number;
  readonly first: readonly T[];
}

interface FoundListParts<T> {
  readonly id: string;
  /** The whole list: how long it is, and its beginning. */
  readonly all: Found<T>;
  /** What the field for the name is called. */
  readonly label: string;
  find(text: string): Promise<Found<T> | null>;
  show(items: readonly T[]): ComponentChildren;
}

/** So many need no search. */
const FEW = 10;

/** Most shown of what was asked for by name. */
const MOST_FOUND = 50;

/** While somebody types nothing is asked, in milliseconds. */
const TYPING_MS = 200;

export function FoundList<T>({ id, all, label, find, show }: FoundListParts<T>) {
  const [text, setText] = useState('');
  const [found, setFound] = useState<Found<T> | null>(null);
  useEffect(() => {
    let over = false;
    if (text.trim() === '') {
      setFound(null);
      return undefined;
    }
    const timer = setTimeout(() => void find(text).then((next) => !over && setFound(next)), TYPING_MS);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [text, all]);
  const list = found ?? all;
  const items = list.first.slice(0, found === null ? FEW : MOST_FOUND);
  return (
    <>
      {all.total > FEW && (
        <div class="field">
          <label for={`${id}-name`}>{label}</label>
          <input
            id={`${id}-name`}
            type="search"
            maxLength={200}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </div>
      )}
      <p class="note" role="status">
        {all.total > FEW ? say('shownOf', numberText(items.length), numberText(list.total)) : ''}
      </p>
      {items.length > 0 && show(items)}
    </>
  );
}
