/**
 * A text cut into what is new and what is quoted, and into passages that come from a source. All positions are those of
 * the whole canonical text, whatever part of it is shown. Pure.
 */
import { canonicalText } from '../core/canonical.ts';
import type { Span } from '../core/exposure/spans.ts';
import type { HoldView } from '../messages.ts';

export interface SourceSpan extends Span {
  /** The title of the source. */
  readonly source: string;
}

export interface Piece {
  readonly text: string;
  /** The title of the source that it comes from; null for none. */
  readonly source: string | null;
}

/** Where the quoted part of a canonical text begins: at its end when nothing is quoted, or the quote does not fit. */
export function quoteStart(text: string, quoted: string): number {
  const tail = canonicalText(quoted);
  return tail !== '' && text.endsWith(tail) ? text.length - tail.length : text.length;
}

/** Where the last line before a position ends: blank lines between two parts are shown by the space between them. */
export function lineEnd(text: string, at: number): number {
  let end = at;
  while (end > 0 && text[end - 1] === '\n') end -= 1;
  return end;
}

/** The passages of a hold's text that come from a source. */
export function spansOf(hold: HoldView): readonly SourceSpan[] {
  return hold.reasons.flatMap((reason) =>
    reason.kind === 'leak' && reason.source.how.kind === 'match'
      ? reason.source.how.spans.map(({ from, to }) => ({ from, to, source: reason.source.title }))
      : [],
  );
}

/** One part of a text cut at the ends of spans; where spans overlap the first one names the source. */
export function pieces(
  text: string,
  spans: readonly SourceSpan[],
  part: Span = { from: 0, to: text.length },
): readonly Piece[] {
  const found: Piece[] = [];
  let at = part.from;
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const from = Math.max(at, span.from);
    const to = Math.min(part.to, span.to);
    if (to <= from) continue;
    if (from > at) found.push({ text: text.slice(at, from), source: null });
    found.push({ text: text.slice(from, to), source: span.source });
    at = to;
  }
  if (at < part.to) found.push({ text: text.slice(at, part.to), source: null });
  return found;
}

/** Whether something marked lies in this part. */
export function isMarked(spans: readonly Span[], part: Span): boolean {
  return spans.some((span) => Math.max(span.from, part.from) < Math.min(span.to, part.to));
}
