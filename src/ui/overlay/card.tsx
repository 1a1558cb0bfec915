/** What stands on the card in the page. Untrusted events count for nothing; there is no button that says yes. */
import { isChange } from '../../core/action.ts';
import type { HoldView } from '../../messages.ts';
import { evidenceLines } from '../evidence-words.ts';
import { otherReasons, points } from '../reason-words.ts';
import { audienceLine, evidenceTitle, headline, outcome, repeatLine, type Say, supportLine } from '../words.ts';

interface CardParts {
  readonly hold: HoldView;
  readonly say: Say;
  onDecline(): void;
  onReview(): void;
  onClose(): void;
}

export function Card(parts: CardParts) {
  const { hold, say } = parts;
  const ended = outcome(hold, say);
  return (
    <section
      class={`card ${hold.review} ${hold.state}`}
      role="dialog"
      aria-labelledby="head"
      onKeyDown={(event) => onEscape(event, parts)}
    >
      <header>
        <Mark />
        <p class="kicker">{say(hold.level === 'BLOCK' ? 'refusedTitle' : 'waiting')}</p>
      </header>
      <div aria-live="polite">
        <h2 id="head">{headline(hold, say)}</h2>
        {ended === '' ? <Question hold={hold} say={say} /> : <p class="ended">{ended}</p>}
        {hold.siteKind === 'gmail' && hold.state === 'pending' && <p class="unsaved">{say('draftsCannotSave')}</p>}
      </div>
      <Buttons {...parts} />
      {ended === '' && <p class="agents">{say(hold.level === 'BLOCK' ? 'refusedForAgents' : 'forAgents')}</p>}
    </section>
  );
}

function Question({ hold, say }: { readonly hold: HoldView; readonly say: Say }) {
  const evidence = evidenceLines(hold, say);
  const support = supportLine(hold.support, say);
  const again = repeatLine(hold, say);
  return (
    <>
      <p class="audience">{audienceLine(hold, say)}</p>
      {points(hold, say).map((point) => (
        <p class="point" key={point.text}>
          {point.text} <strong>{point.strong}</strong>
        </p>
      ))}
      {otherReasons(hold, say).map((line) => (
        <p class="reason" key={line}>
          {line}
        </p>
      ))}
      {again !== '' && <p class="again">{again}</p>}
      {hold.level === 'BLOCK' && support !== '' && <p class="reason">{support}</p>}
      {hold.level === 'BLOCK' && hold.helpCode !== '' && (
        <p class="code">
          {say('helpCode')} {hold.helpCode}
        </p>
      )}
      {evidence.length > 0 && (
        <details>
          <summary>{evidenceTitle(hold, say)}</summary>
          <ul>
            {evidence.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Buttons({ hold, say, onDecline, onReview, onClose }: CardParts) {
  if (hold.state !== 'pending') {
    return (
      <div class="buttons">
        <button type="button" class="quiet" onClick={(event) => event.isTrusted && onClose()}>
          {say('close')}
        </button>
      </div>
    );
  }
  return (
    <div class="buttons">
      <button type="button" class="quiet" onClick={(event) => event.isTrusted && onDecline()}>
        {say(isChange(hold.kind) ? 'dontDo' : 'dontSend')}
      </button>
      {hold.level !== 'BLOCK' && (
        <button type="button" class="main" onClick={(event) => event.isTrusted && onReview()}>
          {say('review')}
        </button>
      )}
    </div>
  );
}

function onEscape(event: KeyboardEvent, { hold, onDecline, onClose }: CardParts): void {
  if (event.key !== 'Escape' || !event.isTrusted) return;
  if (hold.state === 'pending') onDecline();
  else onClose();
}

/** A pen stroke under a tick: somebody has signed. */
function Mark() {
  return (
    <svg viewBox="0 0 32 32" width="22" height="22" aria-hidden="true">
      <rect x="1" y="1" width="30" height="30" rx="8" fill="#14213d" />
      <path
        d="M9 14.5l4.6 4.6L23.5 9"
        fill="none"
        stroke="#fff"
        stroke-width="3"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
      <path
        d="M7.5 24.6c4-2.4 5.6.9 8.6-.4 2.5-1.1 4.4-1.5 8.4-.4"
        fill="none"
        stroke="#fca311"
        stroke-width="2.4"
        stroke-linecap="round"
      />
    </svg>
  );
}
