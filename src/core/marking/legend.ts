/**
 * Texts about levels: "Internal: for all employees", "Confidential: only for named people". Two or more levels of one
 * vocabulary, each opening a line of its own with an explanation behind it, explain levels instead of setting one,
 * wherever they stand in head or foot. Only the lines that explain lose their mark: a banner above or below them keeps
 * its own, since a policy on classification is a marked document as well.
 */
import { bare, fold, isCapitals } from './fold.ts';
import { isListItem, type Line } from './lines.ts';
import { FOOT, type Place, type Zone, type Zones } from './places.ts';
import { isConsent, isDenial, isFurniture, isHandling, isInstruction, isProse } from './prose.ts';
import { withoutCode } from './reading.ts';

/** The levels of one vocabulary by their names, as they are looked up here. */
export type LevelNames = ReadonlyMap<string, string>;

/** One way to part a line in what may be a name, and what is said of it. */
interface Opening {
  readonly at: number;
  readonly paragraph: number;
  readonly lead: string;
  readonly name: string;
  readonly sign: string;
  readonly said: string;
  /** The line ends as a sentence does. */
  readonly stops: boolean;
}

/** A line that a level opens, with something said behind it. */
interface Entry {
  readonly at: number;
  readonly level: string;
  readonly name: string;
  /** How name and explanation are parted, and whether the name is in capitals: the entries of a legend look alike. */
  readonly form: string;
  readonly paragraph: number;
  /** What is behind the name is a sentence or part of one. */
  readonly explains: boolean;
  /** It is a banner with its instruction as well ("CONFIDENTIAL – do not forward"). */
  readonly instructs: boolean;
}

/** What parts a name from what is said of it. A space alone does before a capital, as between the cells of a table. */
const CUT = / ?[:=|(.,;!·•→–—] ?| -+ | (?=\p{Lu})/gu;

/** No name of a level is longer, or has more cuts in it. */
const LONGEST_NAME = 80;
const MOST_CUTS = 6;

/** Between two entries with blank lines around them stand at most so many lines of explanation. */
const LARGEST_GAP = 4;

/** One or two letters ("C", "TS") open lines of every kind; with a number ("C3") they are a level's name. */
const NAME = /...|\d/u;

export function levelNames(
  levels: readonly { readonly id: string; readonly name: string; readonly aliases: readonly string[] }[],
): LevelNames {
  const names = levels.flatMap(({ id, name, aliases }) =>
    [name, ...aliases].map((each) => [nameOf(each), id] as const),
  );
  return new Map(names.filter(([name]) => NAME.test(name)));
}

/** The places without the banner lines that explain levels of one of the vocabularies. */
export function withoutLegends(
  places: readonly Place[],
  { head, foot }: Zones,
  vocabularies: readonly LevelNames[],
): readonly Place[] {
  const above = explainedIn(head, 0, vocabularies);
  const below = explainedIn(foot, foot.lines.length - 1, vocabularies);
  return places.filter(({ line }) => !(line < FOOT ? above : below).has(line));
}

/** The numbers of the lines that explain a level. Banners stand at the edge: the first line of the head, the last of the foot. */
function explainedIn(zone: Zone, edge: number, vocabularies: readonly LevelNames[]): ReadonlySet<number> {
  const openings = openingsOf(zone.lines);
  const legends = vocabularies.flatMap((names) => legendsAmong(setByNone(entriesOf(openings, names), edge), edge));
  return new Set(legends.map(({ at }) => zone.first + at));
}

/** Entries of lists make no mark, so they need no excuse, and a list of levels below a banner takes nothing from it. */
function openingsOf(lines: readonly Line[]): readonly (readonly Opening[])[] {
  let paragraph = 0;
  return lines.map((line, at) => {
    const found = isListItem(line) ? [] : cutsOf(line.text).map((cut) => ({ ...cut, at, paragraph }));
    if (line.next === '') paragraph += 1;
    return found;
  });
}

/** The ways to part a line, the longest name first. */
function cutsOf(line: string): readonly Omit<Opening, 'at' | 'paragraph'>[] {
  const text = bare(line);
  const stops = /[.;]$/.test(line);
  const cuts = [...text.slice(0, LONGEST_NAME).matchAll(CUT)].slice(0, MOST_CUTS).reverse();
  return cuts.map((cut) => {
    const lead = bare(withoutCode(text.slice(0, cut.index)));
    return { lead, name: nameOf(lead), sign: signOf(cut[0]), said: text.slice(cut.index + cut[0].length), stops };
  });
}

function entriesOf(openings: readonly (readonly Opening[])[], names: LevelNames): readonly Entry[] {
  return openings.flatMap((ways) => ways.flatMap((way) => entryOf(way, names)).slice(0, 1));
}

/** What is a date, a page number or a yes behind a level explains nothing. */
function entryOf({ lead, name, sign, said, stops, at, paragraph }: Opening, names: LevelNames): readonly Entry[] {
  const level = names.get(name) ?? inTwoLanguages(lead, names);
  const text = bare(said);
  if (level === undefined || !saysSomething(text)) return [];
  const shouts = isShouted(lead);
  const instructs = shouts && isInstruction(text);
  return [{ at, paragraph, level, name, form: `${sign}${shouts}`, explains: stops || isExplanation(text), instructs }];
}

function saysSomething(text: string): boolean {
  return /\p{L}/u.test(text) && !isFurniture(text) && !isConsent(text) && !isDenial(text);
}

/** A sentence or the middle of one; "CONFIDENTIAL: Board minutes" is a title behind its mark. */
function isExplanation(said: string): boolean {
  return /^\p{Ll}/u.test(said) || isProse(said) || isHandling(said);
}

/** "Vertraulich / Confidential": every part names the same level. */
function inTwoLanguages(lead: string, names: LevelNames): string | undefined {
  const [first, ...others] = lead.split(' / ').map((part) => names.get(nameOf(part)));
  return others.every((other) => other === first) ? first : undefined;
}

function nameOf(text: string): string {
  return fold(text).replace(/: /g, ':');
}

/** Capitals that are more than the code of a level ("K3"). */
function isShouted(name: string): boolean {
  return isCapitals(name) && /\p{L}{3}/u.test(name);
}

function signOf(cut: string): string {
  return cut.trim().replace(/[-–—]+/, '-');
}

/** Without a banner at the edge whose level the legend explains once more ("TLP:AMBER – Limited disclosure"). */
function setByNone(entries: readonly Entry[], edge: number): readonly Entry[] {
  const outer = entries.find(({ at }) => at === edge);
  const again = entries.some(({ at, name }) => at !== edge && name === outer?.name);
  return again ? entries.filter((entry) => entry !== outer) : entries;
}

/** The legends: entries of one form in one paragraph or, where each has a paragraph of its own, not far from each other. */
function legendsAmong(entries: readonly Entry[], edge: number): readonly Entry[] {
  return [...new Set(entries.map(({ form }) => form))].flatMap((form) => {
    const alike = entries.filter((entry) => entry.form === form);
    const paragraphs = [...new Set(alike.map(({ paragraph }) => paragraph))].map((number) =>
      alike.filter(({ paragraph }) => paragraph === number),
    );
    const dense = paragraphs.filter((each) => explainsLevels(each, edge));
    return (dense.length > 0 ? dense : runsOf(alike).filter((run) => explainsApart(run, edge))).flat();
  });
}

function runsOf(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const runs: Entry[][] = [];
  for (const entry of entries) {
    const run = runs.at(-1);
    if (run !== undefined && entry.at - (run.at(-1)?.at ?? 0) <= LARGEST_GAP) run.push(entry);
    else runs.push([entry]);
  }
  return runs;
}

/** Two levels far from each other may be a banner and a word of the text, so neither must stand where banners do. */
function explainsApart(entries: readonly Entry[], edge: number): boolean {
  return explainsLevels(entries, edge) && (countLevels(entries) > 2 || entries.every(({ at }) => at !== edge));
}

/** Three levels with anything behind them; or two, each with an explanation, that are no banner and its instruction. */
function explainsLevels(entries: readonly Entry[], edge: number): boolean {
  const levels = countLevels(entries);
  if (levels !== 2 || entries.some(({ at, instructs }) => at === edge && instructs)) return levels > 2;
  return countLevels(entries.filter(({ explains }) => explains)) === 2;
}

function countLevels(entries: readonly Entry[]): number {
  return new Set(entries.map(({ level }) => level)).size;
}
