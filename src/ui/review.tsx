/**
 * The full review, in our own surface only. Order of the keyboard from its title on: 1 Don't send, 2 the approval, 3 the
 * details. Nothing is preselected and no key approves unless its button has the focus.
 */
import { useEffect, useRef } from 'preact/hooks';
import type { HoldView } from '../messages.ts';
import { Comparison } from './comparison.tsx';
import { Decision, type DecisionParts } from './decision.tsx';
import { evidenceLines } from './evidence-words.ts';
import { ExactText } from './exact-text.tsx';
import { HelpCode } from './help-code.tsx';
import { PeopleInFull, PeopleInShort } from './people-list.tsx';
import { otherReasons, points } from './reason-words.ts';
import { severity, whatLine } from './waiting.ts';
import {
  audienceLine,
  evidenceTitle,
  headline,
  numberText,
  outcome,
  repeatLine,
  type Say,
  supportLine,
} from './words.ts';

interface ReviewParts extends DecisionParts {
  /** What is offered once this act is over; null for nothing. */
  readonly next: HoldView | null;
  onNext(next: HoldView): void;
}

/** Most points above the decision; the table below has all of them. */
const MOST_POINTS = 4;

export function Review(parts: ReviewParts) {
  const { hold, say, next, onNext } = parts;
  const title = useRef<HTMLHeadingElement>(null);
  const ended = outcome(hold, say);
  const isOpen = ended === '';
  // Whatever the person had in hand has changed: reading begins anew, away from every button.
  useEffect(() => title.current?.focus(), [hold.digest, hold.draft, isOpen]);
  return (
    <section class={`review ${hold.review}`} aria-labelledby="review-title">
      <p class="kicker">{isOpen ? severity(hold, say) : ''}</p>
      <h1 id="review-title" tabIndex={-1} ref={title}>
        {headline(hold, say)}
      </h1>
      <p class="audience">{audienceLine(hold, say)}</p>
      <p class="outcome" role="status">
        {ended}
      </p>
      {isOpen && <Open {...parts} />}
      {!isOpen && hold.state !== 'released' && next !== null && (
        <button type="button" class="main next" onClick={(event) => event.isTrusted && onNext(next)}>
          {say('next', whatLine(next, say))}
        </button>
      )}
    </section>
  );
}

function Open(parts: ReviewParts) {
  const { hold, say } = parts;
  const support = supportLine(hold.support, say);
  return (
    <>
      {hold.review === 'grave' && <Newcomers hold={hold} say={say} />}
      <PeopleInShort hold={hold} say={say} />
      <Points hold={hold} say={say} />
      {hold.state === 'pending' && <Decision {...parts} />}
      <ExactText hold={hold} say={say} />
      <PeopleInFull hold={hold} say={say} />
      <Comparison hold={hold} say={say} />
      <Evidence hold={hold} say={say} />
      {support !== '' && <p class="support">{support}</p>}
      <HelpCode code={hold.helpCode} say={say} />
    </>
  );
}

interface HoldParts {
  readonly hold: HoldView;
  readonly say: Say;
}

/** Why it is asked. */
function Points({ hold, say }: HoldParts) {
  const all = points(hold, say);
  const more = all.length - MOST_POINTS;
  const again = repeatLine(hold, say);
  return (
    <ul class="points">
      {all.slice(0, MOST_POINTS).map((point) => (
        <li key={point.text}>
          {point.text} <strong>{point.strong}</strong>
        </li>
      ))}
      {more > 0 && <li class="plain">{say('andMore', numberText(more))}</li>}
      {otherReasons(hold, say).map((line) => (
        <li key={line} class="plain">
          {line}
        </li>
      ))}
      {again !== '' && <li class="plain">{again}</li>}
    </ul>
  );
}

/** The number that matters, large enough to be read first: who would newly see it, else who of them is outside. */
function Newcomers({ hold, say }: HoldParts) {
  if (hold.newcomers === null) return <Outsiders hold={hold} say={say} />;
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

function Outsiders({ hold, say }: HoldParts) {
  const count = hold.audience.outsiders.length;
  if (count === 0) return null;
  return (
    <p class="big">
      <span class="number">{numberText(count)}</span> {say(count === 1 ? 'bigOutsideOne' : 'bigOutside')}
    </p>
  );
}

function Evidence({ hold, say }: HoldParts) {
  const lines = evidenceLines(hold, say);
  if (lines.length === 0) return null;
  return (
    <details>
      <summary>{evidenceTitle(hold, say)}</summary>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}
