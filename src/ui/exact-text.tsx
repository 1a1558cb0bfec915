/**
 * The very characters that would go out, with the passages marked that come from a source, and quoted history apart
 * from what is new. Shown as text, always.
 */
import { useMemo, useState } from 'preact/hooks';
import { isChange } from '../core/action.ts';
import { canonicalText } from '../core/canonical.ts';
import type { Span } from '../core/exposure/spans.ts';
import type { HoldView } from '../messages.ts';
import { CopyText } from './copy-text.tsx';
import { isMarked, lineEnd, pieces, quoteStart, type SourceSpan, spansOf } from './passages.ts';
import { nameOf, numberText, type Say, visible } from './words.ts';

/** A part up to this long is shown whole at once; more of it on request. */
const SHOWN_AT_ONCE = 1_600;

export function ExactText({ hold, say }: { readonly hold: HoldView; readonly say: Say }) {
  const text = useMemo(() => canonicalText(hold.text), [hold.text]);
  const spans = spansOf(hold);
  const cut = quoteStart(text, hold.quoted);
  const titles = [...new Set(spans.map((span) => span.source))];
  return (
    <section class="exact" aria-labelledby="exact-title">
      <h2 id="exact-title">{say(isChange(hold.kind) ? 'exactChange' : 'exactText')}</h2>
      {hold.draft !== 'composer' && hold.kind !== 'unreadable' && (
        <CopyText text={text} name={say('copyText')} say={say} />
      )}
      {text === '' && <p>{say('emptyText')}</p>}
      {hold.attachments.length === 0 || hold.kind === 'unreadable' ? null : <p class="files">{say('withFiles')}</p>}
      <Part text={text} spans={spans} part={{ from: 0, to: lineEnd(text, cut) }} say={say} />
      {cut < text.length && (
        <div class="quoted">
          <h3>{say('quotedTitle')}</h3>
          <Part text={text} spans={spans} part={{ from: cut, to: text.length }} say={say} />
        </div>
      )}
      {titles.length > 0 && (
        <p class="legend">
          <mark aria-hidden="true">&nbsp;&nbsp;&nbsp;</mark>{' '}
          {titles.map((title) => say('fromSource', nameOf(title))).join(' · ')}
        </p>
      )}
    </section>
  );
}

interface PartOfText {
  readonly text: string;
  readonly spans: readonly SourceSpan[];
  readonly part: Span;
  readonly say: Say;
}

function Part({ text, spans, part, say }: PartOfText) {
  const [all, setAll] = useState(false);
  const to = all ? part.to : Math.min(part.to, part.from + SHOWN_AT_ONCE);
  if (part.to === part.from) return null;
  return (
    <>
      <div class="text">
        {pieces(text, spans, { from: part.from, to }).map((piece, index) =>
          piece.source === null ? (
            <span key={`${index}`}>{visible(piece.text)}</span>
          ) : (
            <mark key={`${index}`} title={say('fromSource', nameOf(piece.source))}>
              {visible(piece.text)}
            </mark>
          ),
        )}
      </div>
      {to < part.to && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {say('showAll')}{' '}
          {say(isMarked(spans, { from: to, to: part.to }) ? 'cutShortMarked' : 'cutShort', numberText(part.to - to))}
        </button>
      )}
    </>
  );
}
