/**
 * What a page says of its own sensitivity, turned into label ids. A mark counts only where organisations put marks:
 * a tag or chip that is nothing else, a bracket or TLP mark in the title, a line of its own at the head of the text.
 * Ordinary prose ("this is not confidential") and legal footers are no marks.
 */

/** A label of the policy, as far as marks are concerned. */
export interface LabelName {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** The places of a page where marks stand. */
export interface Marked {
  readonly title: string;
  /** Tags, chips and badges, one text each. */
  readonly tags: readonly string[];
  /** The first lines of the body. */
  readonly head: string;
}

/** How many lines at the head of a text may carry a mark. */
const HEAD_LINES = 3;

/** The ids of all labels that the marks name, sorted; empty when there is no mark. */
export function marksOf(page: Marked, labels: readonly LabelName[]): readonly string[] {
  const head = page.head
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, HEAD_LINES);
  const found = labels.filter((label) =>
    [label.name, label.id, ...label.aliases].some(
      (name) =>
        page.tags.some((tag) => same(tag, name)) ||
        inTitle(page.title, name) ||
        head.some((line) => isMarkLine(line, name)),
    ),
  );
  return found.map((label) => label.id).sort();
}

function same(text: string, name: string): boolean {
  return fold(text) === fold(name);
}

/** "[Restricted] …", "(Restricted) …", "Restricted: …" or "Restricted // …" at the start, or a bracket anywhere. */
function inTitle(title: string, name: string): boolean {
  const text = fold(title);
  const word = fold(name);
  return (
    [`[${word}]`, `(${word})`].some((mark) => text.includes(mark)) ||
    [`${word}:`, `${word} //`].some((mark) => text.startsWith(mark))
  );
}

/** A line that is the mark, or a "Classification: mark" line, alone or followed by a separator and more. */
function isMarkLine(line: string, name: string): boolean {
  const text = fold(line).replace(/^(classification|sensitivity|label|marking)\s*:\s*/, '');
  const word = fold(name);
  if (text === word || text === `[${word}]`) return true;
  const labelled = text !== fold(line);
  return text.startsWith(word) && (labelled ? /^\s*([·•|/,;(-]|$)/ : /^\s*(\/\/|·|•|\|)/).test(text.slice(word.length));
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[*_`#>]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
export type VocabularyId =
  | 'corporate'
  | 'tlp'
  | 'purview'
  | 'atlassian'
  | 'us-cui'
  | 'us-classified'
  | 'uk-gsc'
  | 'australia';
export interface VocabularyLevel {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly position: 0 | 1 | 2 | 3;
}
export interface Mark {
  readonly label: string;
  readonly categories: readonly string[];
}
export interface Vocabulary {
  readonly id: VocabularyId;
  readonly name: string;
  readonly byDefault: boolean;
  readonly levels: readonly VocabularyLevel[];
  readonly read: (page: Marked) => readonly Mark[];
}
export const UNKNOWN_MARK = 'unknown-mark';
