/** A composer found in a page, whose draft is read only when somebody asks for it. */
import type { Composer } from './site.ts';

/**
 * Reads draft and completeness together, once, when either is first asked for: most events only need to know which
 * composer they lie in, and reading one takes its whole text apart. Whoever keeps a composer across a wait reads it
 * before the wait.
 */
export function composerOfPage(
  root: Element,
  editor: Element,
  read: () => Pick<Composer, 'draft' | 'reads'>,
): Composer {
  let known: Pick<Composer, 'draft' | 'reads'> | undefined;
  const now = () => {
    known ??= read();
    return known;
  };
  return {
    root,
    editor,
    get draft() {
      return now().draft;
    },
    get reads() {
      return now().reads;
    },
  };
}
