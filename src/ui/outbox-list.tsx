/** What waits, one native button for each act; the one that is shown is marked in words of its own, not by colour. */
import type { HoldView } from '../messages.ts';
import { useNow } from './use-view.ts';
import { agoText, severity, whatLine, whoLine, whomLine } from './waiting.ts';
import { nameOf, numberText, type Say } from './words.ts';

interface ListParts {
  readonly holds: readonly HoldView[];
  readonly shownId: string;
  readonly say: Say;
  onShow(holdId: string): void;
}

export function OutboxList({ holds, shownId, say, onShow }: ListParts) {
  const now = useNow();
  return (
    <nav class="waiting" aria-labelledby="waiting-title">
      <p id="waiting-title" class="kicker">
        {holds.length === 1 ? say('oneWaits') : say('manyWait', numberText(holds.length))}
      </p>
      <ol>
        {holds.map((hold) => (
          <li key={hold.id}>
            <button
              type="button"
              class={`entry ${hold.review}`}
              aria-current={hold.id === shownId ? 'true' : undefined}
              onClick={(event) => event.isTrusted && onShow(hold.id)}
            >
              <span class="what">{whatLine(hold, say)}</span>
              <span class={`severity ${hold.review}`}>{severity(hold, say)}</span>
              <span class="rest">{[whoLine(hold, say), whomLine(hold, say), nameOf(hold.siteName)].join(' · ')}</span>
              <span class="ago">{agoText(hold.at, now, say)}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
