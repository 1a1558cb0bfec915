/** What a command says and how it ends; put together without any effect, so that every command can be tested as a function. */

export interface Outcome {
  /** 0 good, 1 something is wrong with what was given, 2 it cannot be read or makes no sense. */
  readonly code: 0 | 1 | 2;
  readonly text: string;
}

/** Nothing to do with it. */
export function refused(why: string): Outcome {
  return { code: 2, text: why };
}

/** Text from a file as a terminal may show it: nothing in it can colour, move, hide or reorder anything. */
export function shown(text: string): string {
  return text.replace(
    // Not only the old control characters: C1 controls move a terminal too, and bidirectional ones reorder what is read.
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (character) =>
      character === '\n'
        ? character
        : `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`,
  );
}
