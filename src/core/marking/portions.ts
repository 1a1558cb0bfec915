/**
 * Portion marks: the classification of one paragraph in brackets at its start, as US agencies write it ("(S//NF) The
 * convoy …", "(CUI) …"). A single letter is also how people count things off and write copyright, so letters count
 * only where paragraphs are marked throughout. An acronym that is explained behind its brackets marks nothing either.
 */
import type { Marked } from '../marking.ts';
import { isExplained } from './acronym.ts';
import { clean } from './fold.ts';

/** How much of the head is read for portions. */
const MOST_CHARACTERS = 4_000;

/** What the paragraphs and the title of a page have in brackets at their start, in order. */
export function portionsOf(page: Marked): readonly string[] {
  const lines = page.head.slice(0, MOST_CHARACTERS).split('\n').map(clean);
  const inText = lines.flatMap((line, i) => portionOf(line, lines[i - 1] ?? ''));
  const inTitle = portionOf(clean(page.title.slice(0, 500)).replace(/^(?:(?:re|fw|fwd|subject|subj):\s*)+/i, ''), '');
  return [...inTitle, ...(isThroughout(inText) ? inText : inText.filter((portion) => portion.length > 1))];
}

/** "(S) Two battalions": capitals in round brackets, then text; not "(C) 2024", nor "(CUI) is the number of a project". */
function portionOf(line: string, above: string): readonly string[] {
  const [, found, behind = ''] = /^(?:\d{1,2}[.)] ?)?\(([A-Z][A-Z0-9/ ,-]{0,60})\) (\S.*)/i.exec(line) ?? [];
  if (found === undefined || found !== found.toUpperCase()) return [];
  const copyright = found === 'C' && /\b(?:19|20)\d\d\b|rights reserved/i.test(line);
  const explained = !found.includes('/') && isExplained(found, behind, above);
  return copyright || explained ? [] : [found];
}

/** Every bracketed start is a level of the system, and more than one paragraph has one. */
function isThroughout(portions: readonly string[]): boolean {
  const levels = portions.every((portion) => /^(?:TS|S|C|U|CUI|FOUO)\b/.test(portion));
  const words = new Set(portions);
  return levels && portions.length > 1 && (words.has('U') || [...words].some((word) => word.length > 1));
}
