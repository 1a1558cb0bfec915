/**
 * What a page says of its own sensitivity, turned into marks. A mark counts only where organisations put marks:
 * a tag or chip that is nothing else; a bracket, part or prefix of a title; a line of its own at the head or foot, with
 * at most instructions beside it; a statement with a key ("Classification: …"); an attribute or header that declares
 * it. Prose, questions, denials, lists of levels and legal footers are no marks (marking/places.ts, marking/reading.ts).
 * What levels there are is in vocabularies/, one a file; those of governments are off until policy turns them on.
 */
import type { Beside } from './marking/beside.ts';
import { bare, clean, fold } from './marking/fold.ts';
import { levelNames, withoutLegends } from './marking/legend.ts';
import { namedMarks, nameTable, withParents } from './marking/names.ts';
import { type Place, placesOf, zonesOf } from './marking/places.ts';
import { sureStatements } from './marking/statements.ts';
import { VOCABULARIES } from './vocabularies/all.ts';
import { enabledLabels } from './vocabularies/msip.ts';

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
  /** The last lines of the body. */
  readonly foot?: string;
  /** Structured statements: `<meta name= content=>`, data attributes, mail headers. */
  readonly declared?: readonly { readonly name: string; readonly value: string }[];
}

/** What one mark says. */
export interface Mark {
  /** The id of a level of a vocabulary, of an own label, or `UNKNOWN_MARK`. */
  readonly label: string;
  /** Caveats beside the level ("NOFORN", "COMMERCIAL"), sorted, in capitals. */
  readonly categories: readonly string[];
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
  /** On the corporate scale: public, internal, confidential, restricted. Where a level falls between two, the stricter. */
  readonly position: 0 | 1 | 2 | 3;
}

export interface Vocabulary {
  readonly id: VocabularyId;
  readonly name: string;
  readonly byDefault: boolean;
  readonly levels: readonly VocabularyLevel[];
  readonly read: (page: Marked, beside?: Beside) => readonly Mark[];
  /** Statements in this vocabulary's own grammar whose level it does not know. */
  readonly unknown?: (page: Marked) => readonly string[];
}

/** The label of what is marked beyond doubt with a level that nobody knows; policy counts it as its highest. */
export const UNKNOWN_MARK = 'unknown-mark';

/** What is read where policy says nothing. */
export const DEFAULT_VOCABULARIES: readonly VocabularyId[] = VOCABULARIES.filter((each) => each.byDefault).map(
  (each) => each.id,
);

/** The names of each vocabulary, folded; a name that several know counts for the first that is asked. */
const NAMES: ReadonlyMap<VocabularyId, readonly string[]> = new Map(
  VOCABULARIES.map(({ id, levels }) => [id, levels.flatMap((level) => [level.name, ...level.aliases].map(fold))]),
);

/**
 * Levels that a legend may explain, whoever is asked: what explains levels explains them to every reader. Purview's
 * names are ordinary words ("General", "Personal"), or among the corporate ones.
 */
const EXPLAINED = VOCABULARIES.filter(({ id }) => id !== 'purview').map(({ levels }) => levelNames(levels));

/** All marks of a page: own labels by their names, and the vocabularies asked for. Joined per label, sorted by label. */
export function marksOf(
  page: Marked,
  labels: readonly LabelName[],
  vocabularies: readonly VocabularyId[],
): readonly Mark[] {
  const asked = VOCABULARIES.filter((each) => vocabularies.includes(each.id));
  const known = knownMarks(page, labels, asked);
  const statements = [...sureStatements(page, vocabularies), ...asked.flatMap((each) => each.unknown?.(page) ?? [])];
  const unknown = statements.some(
    (text) => knownMarks({ title: '', tags: [text], head: '' }, labels, asked).length === 0,
  );
  return joined(unknown ? [...known, { label: UNKNOWN_MARK, categories: [] }] : known);
}

function knownMarks(page: Marked, labels: readonly LabelName[], asked: readonly Vocabulary[]): readonly Mark[] {
  const own = new Set(labels.flatMap((label) => [label.name, label.id, ...label.aliases].map(fold)));
  const names = [levelNames(labels), ...EXPLAINED];
  const zones = zonesOf(page);
  const places = withoutLegends(placesOf(page, zones), zones, names);
  const ids = new Set(asked.map((each) => each.id));
  const read = asked.flatMap((vocabulary, i) => {
    const taken = new Set([...own, ...asked.slice(0, i).flatMap(({ id }) => NAMES.get(id) ?? [])]);
    return vocabulary.read(page, { places, zones, own, taken, vocabularies: ids });
  });
  return [...ownMarks(page, labels, places), ...read];
}

/** Own labels by name, wherever a mark counts, and by the name or parent of a Microsoft label. */
function ownMarks(page: Marked, labels: readonly LabelName[], places: readonly Place[]): readonly Mark[] {
  const table = nameTable(
    labels.flatMap(({ id, name, aliases }) =>
      // As places are read: "🔴 Red" is found as "Red".
      [name, id, ...aliases].map((text) => ({ label: id, text: bare(clean(text)), position: null, announced: false })),
    ),
  );
  const stated = enabledLabels(page.declared ?? [], `${page.head}\n${page.foot ?? ''}`).map(({ name }) => name);
  const all = [...places, ...placesOf({ title: '', tags: stated, head: '' })];
  return [...chipMarks(page, labels), ...namedMarks([...all, ...withParents(all).map(({ place }) => place)], table)];
}

/** A chip that is an own label's name and nothing else, also where that reads as an ornament or a number: "🔴", "C (3)". */
function chipMarks(page: Marked, labels: readonly LabelName[]): readonly Mark[] {
  const chips = new Set(page.tags.map((tag) => tag.trim()));
  return labels
    .filter(({ name, aliases }) => [name, ...aliases].some((each) => chips.has(each.trim())))
    .map(({ id }) => ({ label: id, categories: [] }));
}

function joined(marks: readonly Mark[]): readonly Mark[] {
  const categories = new Map<string, Set<string>>();
  for (const mark of marks) {
    const all = categories.get(mark.label) ?? new Set<string>();
    for (const category of mark.categories) all.add(category.toUpperCase());
    categories.set(mark.label, all);
  }
  return [...categories]
    .map(([label, all]) => ({ label, categories: [...all].sort() }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
}
