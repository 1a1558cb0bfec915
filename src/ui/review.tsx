/**
 * The full review, in our own surface only. Order of the keyboard: 1 Don't send, 2 the approval, 3 the details. Nothing
 * is preselected and no key approves unless its button has the focus.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ApproveAnswer, HoldView } from '../messages.ts';
import { useArmed } from './armed.ts';
import { ExactText } from './exact-text.tsx';
import {
  audienceLine,
  evidenceLines,
  headline,
  nameOf,
  numberText,
  otherReasons,
  outcome,
  peopleText,
  points,
  repeatLine,
  type Say,
  supportLine,
} from './words.ts';

interface ReviewParts {
  readonly hold: HoldView;
  readonly say: Say;
  onApprove(hold: HoldView): Promise<ApproveAnswer>;
  onRefuse(hold: HoldView): void;
}

const REFUSALS: Readonly<Record<string, string>> = {
  'other-digest': 'whyOtherDigest',
  'not-pending': 'whyNotPending',
  unknown: 'whyNotPending',
  expired: 'whyExpired',
  blocked: 'whyBlocked',
  'proof-too-weak': 'whyProof',
  'not-our-surface': 'whySurface',
};

export function Review(parts: ReviewParts) {
  const { hold, say } = parts;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [hold.digest]);
  const ended = outcome(hold, say);
  return (
    <section class={`review ${hold.review}`} aria-labelledby="review-title">
      <p class="kicker">
        {hold.state !== 'pending'
          ? ''
          : say(hold.level === 'BLOCK' ? 'refusedTitle' : hold.review === 'grave' ? 'carefulLook' : 'quickLook')}
      </p>
      <h1 id="review-title" tabIndex={-1} ref={title}>
        {headline(hold, say)}
      </h1>
      <p class="audience">{audienceLine(hold, say)}</p>
      {ended === '' ? (
        <Open {...parts} />
      ) : (
        <p class="outcome" role="status">
          {ended}
        </p>
      )}
    </section>
  );
}

function Open(parts: ReviewParts) {
  const { hold, say } = parts;
  const again = repeatLine(hold, say);
  const support = supportLine(hold.support, say);
  return (
    <>
      {hold.review === 'grave' && <Newcomers hold={hold} say={say} />}
      <ul class="points">
        {points(hold, say).map((point) => (
          <li key={point.text}>
            {point.text} <strong>{point.strong}</strong>
          </li>
        ))}
        {otherReasons(hold, say).map((line) => (
          <li key={line} class="plain">
            {line}
          </li>
        ))}
        {again !== '' && <li class="plain">{again}</li>}
      </ul>
      <Decision {...parts} />
      <ExactText hold={hold} say={say} />
      <Comparison hold={hold} say={say} />
      <Evidence hold={hold} say={say} />
      {support !== '' && <p class="support">{support}</p>}
    </>
  );
}

/** The number that matters, large enough to be read first. */
function Newcomers({ hold, say }: { readonly hold: HoldView; readonly say: Say }) {
  if (hold.newcomers === null) return null;
  const { count, exact } = hold.newcomers;
  if (count === null) return <p class="big">{say('bigUnknown')}</p>;
  return (
    <p class="big">
      <span class="number">
        {exact ? '' : `${say('bigUpTo')} `}
        {numberText(count)}
      </span>{' '}
      {say(count === 1 ? 'bigNewcomersOne' : 'bigNewcomers')}
    </p>
  );
}

function Decision({ hold, say, onApprove, onRefuse }: ReviewParts) {
  const armed = useArmed(hold.digest);
  const [failure, setFailure] = useState('');
  const [busy, setBusy] = useState(false);
  async function approve(event: Event): Promise<void> {
    if (!event.isTrusted || !armed || busy) return;
    setBusy(true);
    const answer = await onApprove(hold);
    setBusy(false);
    if (answer.kind === 'refused') setFailure(say('approveFailed', say(REFUSALS[answer.why] ?? 'whyBlocked')));
  }
  return (
    <div class="decision">
      <div class="buttons">
        <button type="button" class="quiet" onClick={(event) => event.isTrusted && onRefuse(hold)}>
          {say('dontSend')}
        </button>
        {hold.level !== 'BLOCK' && (
          <button
            type="button"
            class="main"
            aria-disabled={!armed || busy}
            aria-describedby="armed"
            onClick={(event) => void approve(event)}
          >
            {say(hold.review === 'grave' ? 'sendExactly' : 'sendThis')}
          </button>
        )}
      </div>
      <p id="armed" class={armed ? 'armed ready' : 'armed'}>
        {say('armedSoon')}
      </p>
      {failure !== '' && (
        <p class="failure" role="alert">
          {failure}
        </p>
      )}
    </div>
  );
}

/** Who may read each source, against who would read this. */
function Comparison({ hold, say }: { readonly hold: HoldView; readonly say: Say }) {
  const sources = hold.reasons.flatMap((reason) => (reason.kind === 'leak' ? [reason] : []));
  if (sources.length === 0) return null;
  const target = [
    ...hold.audience.groups.map((g) => `${nameOf(g.name)} (${peopleText(g.size, say)})`),
    ...hold.audience.people.map(nameOf),
  ].join(', ');
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{say('columnSource')}</th>
          <th scope="col">{say('columnTarget')}</th>
          <th scope="col">{say('columnNew')}</th>
        </tr>
      </thead>
      <tbody>
        {sources.map(({ source, leaks }) => {
          const readers = leaks.find((leak) => leak.kind === 'readers');
          return (
            <tr key={source.id}>
              <td>
                {nameOf(source.title)}
                <br />
                <span class="note">{source.readers.map(nameOf).join(', ')}</span>
              </td>
              <td>{target || nameOf(hold.audience.name)}</td>
              <td>{readers ? peopleText(readers.newcomers, say) : '?'}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Evidence({ hold, say }: { readonly hold: HoldView; readonly say: Say }) {
  const lines = evidenceLines(hold, say);
  if (lines.length === 0) return null;
  return (
    <details>
      <summary>{say(hold.actor === 'agent' ? 'whyAgent' : 'whyUnknown')}</summary>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}
