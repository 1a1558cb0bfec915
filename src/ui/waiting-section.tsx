/** What waits, in popup and options page: each act with a button that leads to its review. */
import type { GuardView, HoldView } from '../messages.ts';
import { say } from './ask.ts';
import { useNow } from './use-view.ts';
import { agoText, inOrder, severity } from './waiting.ts';
import { audienceLine, headline } from './words.ts';

interface WaitingParts {
  readonly view: GuardView;
  /** Leads to the review; null where another place of ours has it. */
  readonly onReview: ((hold: HoldView) => void) | null;
}

export function Waiting({ view, onReview }: WaitingParts) {
  const holds = inOrder(view.holds);
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">{say('waiting')}</h2>
      {holds.length === 0 && <p class="note">{say('nothingWaits')}</p>}
      {holds.length > 0 && (
        <ul class="holds">
          {holds.map((hold) => (
            <Item key={hold.id} hold={hold} onReview={onReview} />
          ))}
        </ul>
      )}
      {holds.length > 0 && onReview === null && <p class="note">{say('reviewInToolbar')}</p>}
    </section>
  );
}

function Item({ hold, onReview }: { readonly hold: HoldView; readonly onReview: WaitingParts['onReview'] }) {
  const now = useNow();
  return (
    <li class={hold.review}>
      <p id={`what-${hold.id}`}>{headline(hold, say)}</p>
      <p class="note">{audienceLine(hold, say)}</p>
      <p class="note">
        <span class={`severity ${hold.review}`}>{severity(hold, say)}</span> · {agoText(hold.at, now, say)}
      </p>
      {onReview !== null && (
        <button
          type="button"
          class="main"
          aria-describedby={`what-${hold.id}`}
          onClick={(event) => event.isTrusted && onReview(hold)}
        >
          {say('review')}
        </button>
      )}
    </li>
  );
}
