/**
 * The lines of a body that say something, and which of them may be a banner. What mail programs put between is left
 * out; quotation signs are taken off, since what is quoted travels on.
 */
import { bare, clean } from './fold.ts';
import { isLegal, isOpposite } from './prose.ts';

/** A line of the text: `next` is the raw line below, `choices` are opposites ("Private") among the lines around. */
export interface Line {
  readonly text: string;
  readonly next: string;
  readonly choices: readonly string[];
  readonly alone: boolean;
}

/** Lines that mail programs put above a message: they are no content, but the subject among them is a title. */
const MAIL_HEADER =
  /^(?:(?:from|to|cc|bcc|date|sent|reply-to|von|an|gesendet|datum|de|a|à|envoyé|para|enviado|fecha|da|inviato|data)\s?:.*|-+ ?(?:original|forwarded|ursprüngliche|message|mensaje|messaggio)\b.*|(?:on|am|le|el|il) .{5,80}(?:wrote|schrieb.{0,60}|a écrit|escribió|ha scritto)\s?:)$/i;
const SUBJECT_LINE = /^(?:subject|betreff|objet|asunto|oggetto) ?: ?(\S.*)/i;

/** "- item", "1. item", "a) item", unless closed by the same ornament ("- vertraulich -"). */
const LIST_ITEM = /^(?:[-–—•◦‣▪*+]|\d{1,2}[.)]|\p{L}\)) \S.*[^\s–—•*-]$/u;

/** The lines of a text that say something: without mail headers, ruled lines, and the signs of quotations and comments. */
export function linesOf(text: string): readonly Line[] {
  const comment = /^\s*\/\*/m.test(text);
  const raw = text.split(/\r\n?|\n/).map((line) => clean(line).replace(comment ? /^\* / : /^(?:>\s?)+/, ''));
  const content = raw
    .map((line, at) => ({ line, at }))
    .filter(({ line }) => bare(line) !== '' && !MAIL_HEADER.test(line) && !SUBJECT_LINE.test(line));
  return content.map(({ line, at }, i) => ({
    text: line,
    next: raw[at + 1] ?? '',
    choices: [i - 2, i - 1, i + 1, i + 2].flatMap((j) => content[j]?.line ?? []).filter(isChoice),
    alone: (raw[at - 1] ?? '') === '' && (raw[at + 1] ?? '') === '',
  }));
}

/** One word of its own that is the opposite of a level: the other button of a form, the other half of a glossary. */
function isChoice(line: string): boolean {
  return isOpposite(line) && !/\s/.test(bare(line));
}

/** The subjects among the mail headers that a forwarded message begins with. */
export function subjectsIn(head: string, lineCount: number): readonly string[] {
  const lines = head.split('\n').slice(0, lineCount);
  return lines.flatMap((line) => SUBJECT_LINE.exec(clean(line).replace(/^(?:>\s?)+/, ''))?.[1] ?? []);
}

/**
 * Whether a line can be a banner at all. No banner: an item of a list, the heading of a legal notice. A line in small
 * letters must stand alone or in ornament: else it is part of a sentence or an entry.
 */
export function mayBeBanner(line: Line): boolean {
  const small = !/\p{Lu}/u.test(line.text) && !line.alone && /^\p{L}/u.test(line.text);
  return !isLegal(line.next) && !small && !isListItem(line);
}

export function isListItem(line: Line): boolean {
  return LIST_ITEM.test(line.text);
}
