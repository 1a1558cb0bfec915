/**
 * The Traffic Light Protocol, version 2.0 (FIRST, first.org/tlp, since August 2022), and 1.0's TLP:WHITE. "In written
 * form, they MUST not contain spaces and SHOULD be in capitals", untranslated, in the subject or at the top of the
 * body; one label for one message, so a text that names several explains them.
 */

import { alone, type Beside } from '../marking/beside.ts';
import { bare } from '../marking/fold.ts';
import { type Line, mayBeBanner } from '../marking/lines.ts';
import { FOOT, type Place } from '../marking/places.ts';
import { isAbout, subjectOf } from '../marking/title.ts';
import type { Mark, Marked, Vocabulary, VocabularyLevel } from '../marking.ts';

/**
 * Positions follow FIRST's definitions. RED: "for the eyes and ears of individual recipients only", so restricted.
 * AMBER+STRICT: "need-to-know basis within their organization only", which is what confidential means. AMBER adds the
 * organisation's clients and falls between two positions, so it takes the stricter. GREEN: "within their community",
 * peers but not the public, so internal. CLEAR: "the world".
 */
const LEVELS: readonly VocabularyLevel[] = [
  { id: 'tlp-clear', name: 'TLP:CLEAR', aliases: ['TLP:WHITE'], position: 0 },
  { id: 'tlp-green', name: 'TLP:GREEN', aliases: [], position: 1 },
  { id: 'tlp-amber', name: 'TLP:AMBER', aliases: [], position: 2 },
  { id: 'tlp-amber-strict', name: 'TLP:AMBER+STRICT', aliases: ['TLP:AMBER-STRICT'], position: 2 },
  { id: 'tlp-red', name: 'TLP:RED', aliases: [], position: 3 },
];

const COLOUR = '(red|amber(?: ?[+_-] ?| )strict|amber|green|clear|white)';

/** A text that is a label and nothing else. A space after the colon is against the standard, and common. */
const WHOLE = new RegExp(`^tlp ?[:_-]? ?${COLOUR}$`, 'i');

/** Keys and names of attributes after which the colour alone is enough. */
const KEY = /\btlp\b|traffic light protocol/;

/** A label that opens a line, with its meaning behind it: "TLP:AMBER – Recipients may share …". */
const OPENING = new RegExp(
  `^tlp: ?${COLOUR}(?= (?:[|·–—-] |(?:recipients?|limited|not for|disclosure|subject|information)\\b))`,
  'i',
);

/** A label that opens a line, whatever follows. */
const STARTING = new RegExp(`^tlp: ?${COLOUR}(?![\\p{L}\\p{N}+_-])`, 'iu');

/** A label anywhere in a title, as a word of its own. */
const WITHIN = new RegExp(`(?<![\\p{L}\\p{N}:])tlp:${COLOUR}(?![\\p{L}\\p{N}+])`, 'giu');

export const tlp: Vocabulary = {
  id: 'tlp',
  name: 'Traffic Light Protocol',
  byDefault: true,
  levels: LEVELS,
  read: readTlp,
};

function readTlp(page: Marked, beside: Beside = alone(page)): readonly Mark[] {
  const found = beside.places.flatMap((place) => colourAt(place).map((colour) => ({ colour, place })));
  const head = found.filter(({ place }) => place.spot === 'line' && place.line < FOOT);
  const foot = found.filter(({ place }) => place.line >= FOOT);
  const { zones } = beside;
  const set = [...bannersOver(zones.head.lines), ...bannersOver([...zones.foot.lines].reverse())];
  const explained = new Set([head, foot].filter((lines) => coloursOf(lines).size > 1).flat());
  const colours = coloursOf(found.filter((each) => !explained.has(each)));
  return [...new Set([...colours, ...set, ...inTitle(page.title)])].map((colour) => ({
    label: `tlp-${colour}`,
    categories: [],
  }));
}

/**
 * The label that is the outermost line, when the text behind explains it once more: that line sets it. Where the next
 * line is a label as well, it is the first of a table of contents.
 */
function bannersOver(lines: readonly Line[]): readonly string[] {
  const [outermost, next = '', ...others] = lines.map(({ text }) => bare(text));
  const colour = lines.slice(0, 1).every(mayBeBanner) ? WHOLE.exec(outermost ?? '')?.[1] : undefined;
  if (colour === undefined || WHOLE.test(next)) return [];
  const again = others.some((line) => canonical(STARTING.exec(line)?.[1] ?? '') === canonical(colour));
  return again ? [canonical(colour)] : [];
}

function coloursOf(found: readonly { readonly colour: string }[]): ReadonlySet<string> {
  return new Set(found.map(({ colour }) => colour));
}

function colourAt(place: Place): readonly string[] {
  const text = place.text;
  const announced = KEY.test(place.key) ? WHOLE.exec(`tlp:${text}`)?.[1] : undefined;
  const whole = WHOLE.exec(text)?.[1] ?? announced ?? (place.spot === 'line' ? OPENING.exec(text)?.[1] : undefined);
  const others = new Set(place.beside.map((part) => WHOLE.exec(part)?.[1]).filter((colour) => colour !== undefined));
  return whole === undefined || others.size > 1 ? [] : [canonical(whole)];
}

/** One label anywhere in a title marks it, unless the title asks or tells what labels are. */
function inTitle(title: string): readonly string[] {
  const subject = subjectOf(title);
  const colours = [...new Set([...subject.matchAll(WITHIN)].map((found) => (found[1] ?? '').toLowerCase()))];
  const asks = subject.endsWith('?') || isAbout(subject);
  return colours.length === 1 && !asks ? colours.map(canonical) : [];
}

function canonical(colour: string): string {
  return colour
    .toLowerCase()
    .replace(/ ?[+_ -] ?/, '-')
    .replace('white', 'clear');
}
