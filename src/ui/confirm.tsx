/** The review window (Chrome): shows the one act that the background opened it for, and nothing else. */
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { HoldView } from '../messages.ts';
import { askApprove, askReview, onChanged, say, tell } from './ask.ts';
import { Review } from './review.tsx';
import { headline } from './words.ts';

/** After the act is over the window stays this long, so that a person can read how it ended. */
const ENDED_VISIBLE_MS = 2_500;

/** How often it is asked again while there is nothing to show, in milliseconds. */
const ASK_AGAIN_MS = 700;

type Shown =
  | { readonly kind: 'asking' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'hold'; readonly hold: HoldView };

const parameters = new URLSearchParams(location.hash.slice(1));
const holdId = parameters.get('hold') ?? '';
const token = parameters.get('token');

/** What the background gives this window to show, kept up to date. */
function useShown(): Shown {
  const [shown, setShown] = useState<Shown>({ kind: 'asking' });
  useEffect(() => {
    const look = () =>
      void askReview(holdId, token).then((hold) =>
        setShown(hold === null ? { kind: 'nothing' } : { kind: 'hold', hold }),
      );
    look();
    return onChanged(look);
  }, []);
  // A program that is attached to this window for a moment, or a background that is being restarted, is no reason to
  // leave a person before an empty page.
  useEffect(() => {
    if (shown.kind !== 'nothing') return undefined;
    const again = () => void askReview(holdId, token).then((hold) => hold && setShown({ kind: 'hold', hold }));
    const timer = setInterval(again, ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [shown.kind]);
  return shown;
}

function Confirm() {
  const shown = useShown();
  const over = shown.kind === 'hold' && shown.hold.state !== 'pending' && shown.hold.state !== 'released';
  useEffect(() => {
    if (!over) return undefined;
    const timer = setTimeout(() => close(), ENDED_VISIBLE_MS);
    return () => clearTimeout(timer);
  }, [over]);
  useEffect(() => {
    // The window's name says what waits in it, in the task bar and to a screen reader.
    document.title = `Countersign: ${shown.kind === 'hold' ? headline(shown.hold, say) : say('waiting')}`;
  }, [shown]);
  if (shown.kind === 'asking') return null;
  if (shown.kind === 'nothing') {
    return (
      <section>
        <h1>{say('notHere')}</h1>
        <p>{say('notHereWhy')}</p>
      </section>
    );
  }
  return (
    <Review
      hold={shown.hold}
      say={say}
      onApprove={(hold) => askApprove(hold, token)}
      onRefuse={(hold) => void tell({ type: 'refuse', holdId: hold.id }).then(() => close())}
    />
  );
}

document.title = `Countersign: ${say('waiting')}`;
render(<Confirm />, document.getElementById('app') as HTMLElement);
