/**
 * All that waits, and one act of it in full: the review window in Chrome, inside the toolbar popup in Firefox. What is
 * being read is never replaced by something that arrives; only the person, or a press on "Review…", turns to another.
 */
import { useEffect, useState } from 'preact/hooks';
import type { HoldView } from '../messages.ts';
import { askApprove, onChanged, say, tell } from './ask.ts';
import { OutboxList } from './outbox-list.tsx';
import { Review } from './review.tsx';
import { type Shown, useReview } from './use-review.ts';
import { useView } from './use-view.ts';
import { inOrder, isOver, nextAfter } from './waiting.ts';
import { headline } from './words.ts';

interface OutboxParts {
  /** The act that is shown first; "" for none, then the first that waits. */
  readonly start: string;
  readonly token: string | null;
  /** What the window is called while it shows no act. */
  readonly title?: string;
  /** Called when the last act is over, after its end could be read. */
  onFinished?(): void;
}

/** After the last act is over its end stays readable this long. */
const ENDED_VISIBLE_MS = 2_500;

export function Outbox({ start, token, title, onFinished }: OutboxParts) {
  const view = useView();
  const waiting = inOrder(view?.holds ?? []);
  const [chosen, setShownId] = useState(start);
  const shownId = chosen || (waiting[0]?.id ?? '');
  const [shown, look] = useReview(shownId, token);
  useEffect(() => onChanged((show) => show !== null && setShownId(show)), []);
  useTitle(shown, title ?? say('waiting'));
  const others = waiting.filter((hold) => hold.id !== shownId);
  const over = shownId === '' || (shown.kind === 'hold' ? isOver(shown.hold) : shown.kind === 'nothing');
  useFinish(over && view?.holds.length === 0, onFinished);
  return (
    <div class={others.length > 0 ? 'outbox several' : 'outbox'}>
      {others.length > 0 && <OutboxList holds={waiting} shownId={shownId} say={say} onShow={setShownId} />}
      {shown.kind === 'nothing' && <Nothing />}
      {shown.kind === 'hold' && (
        <Review
          key={shownId}
          hold={shown.hold}
          say={say}
          listed={others.length}
          next={nextAfter(shown.hold, waiting)}
          onNext={(next) => setShownId(next.id)}
          onApprove={(hold) => askApprove(hold, token)}
          onRefuse={(hold) => sayThenLook({ type: 'refuse', holdId: hold.id }, look)}
          onOpenDraft={(hold) => sayThenLook({ type: 'open-draft', holdId: hold.id }, look)}
        />
      )}
    </div>
  );
}

function Nothing() {
  return (
    <section>
      <h1>{say('notHere')}</h1>
      <p>{say('notHereWhy')}</p>
    </section>
  );
}

/** The window's name says what it shows, in the task bar and to a screen reader. */
function useTitle(shown: Shown, otherwise: string): void {
  const hold: HoldView | null = shown.kind === 'hold' ? shown.hold : null;
  const title = hold === null ? otherwise : headline(hold, say);
  useEffect(() => {
    document.title = `Countersign: ${title}`;
  }, [title]);
}

function useFinish(finished: boolean, onFinished: (() => void) | undefined): void {
  useEffect(() => {
    if (!finished || onFinished === undefined) return undefined;
    const timer = setTimeout(onFinished, ENDED_VISIBLE_MS);
    return () => clearTimeout(timer);
    // A safety stop that opens while it is about to close keeps the window.
  }, [finished, onFinished === undefined]);
}

function sayThenLook(message: Parameters<typeof tell>[0], look: () => void): void {
  void tell(message).then(look);
}
