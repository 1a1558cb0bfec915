/** The very characters that would go out, with the passages marked that come from a source. Shown as text, always. */
import { useState } from 'preact/hooks';
import { canonicalText } from '../core/canonical.ts';
import type { Span } from '../core/exposure.ts';
import type { HoldView } from '../messages.ts';
import { nameOf, numberText, type Say, visible } from './words.ts';

/** A text up to this long is shown whole at once; more of it on request. */
const SHOWN_AT_ONCE = 1_600;

interface Piece {
  readonly text: string;
  readonly source: string | null;
}

export function ExactText({ hold, say }: { readonly hold: HoldView; readonly say: Say }) {
  const [all, setAll] = useState(false);
  const text = canonicalText(hold.text);
  const shown = all ? text : text.slice(0, SHOWN_AT_ONCE);
  const sources = hold.reasons.flatMap((reason) =>
    reason.kind === 'leak' && reason.source.how.kind === 'match' ? [reason.source] : [],
  );
  const spans = sources.flatMap((s) =>
    s.how.kind === 'match' ? s.how.spans.map((span) => ({ ...span, source: s.title })) : [],
  );
  return (
    <section class="exact" aria-label={say('exactText')}>
      <h2>{say('exactText')}</h2>
      {text === '' && <p>{say('emptyText')}</p>}
      <div class="text">
        {pieces(shown, spans).map((piece, index) =>
          piece.source === null ? (
            <span key={`${index}`}>{visible(piece.text)}</span>
          ) : (
            <mark key={`${index}`} title={say('fromSource', nameOf(piece.source))}>
              {visible(piece.text)}
            </mark>
          ),
        )}
      </div>
      {sources.length > 0 && (
        <p class="legend">
          <mark>&nbsp;&nbsp;&nbsp;</mark> {sources.map((s) => say('fromSource', nameOf(s.title))).join(' · ')}
        </p>
      )}
      {shown.length < text.length && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {say('showAll')} {say('cutShort', numberText(text.length - shown.length))}
        </button>
      )}
    </section>
  );
}

/** A text cut at the ends of spans; where spans overlap the first one names the source. */
export function pieces(text: string, spans: readonly (Span & { readonly source: string })[]): readonly Piece[] {
  const found: Piece[] = [];
  let at = 0;
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const from = Math.max(at, span.from);
    const to = Math.min(text.length, span.to);
    if (to <= from) continue;
    if (from > at) found.push({ text: text.slice(at, from), source: null });
    found.push({ text: text.slice(from, to), source: span.source });
    at = to;
  }
  if (at < text.length) found.push({ text: text.slice(at), source: null });
  return found;
}
