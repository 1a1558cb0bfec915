/**
 * Yes or no to one act. "Don't send" comes first and always counts; the approval counts only on a surface that has been
 * still for a moment, and only while the text is open in its page. Without it the draft can be opened again.
 */
import { useState } from 'preact/hooks';
import { isChange } from '../core/action.ts';
import type { ApproveAnswer } from '../messages/from-own-page.ts';
import type { HoldView } from '../messages.ts';
import { useArmed } from './armed.ts';
import type { Say } from './words.ts';

export interface DecisionParts {
  readonly hold: HoldView;
  readonly say: Say;
  /** How many others are listed: the surface moves under the hand when one joins, and arming starts anew. */
  readonly listed: number;
  onApprove(hold: HoldView): Promise<ApproveAnswer>;
  onRefuse(hold: HoldView): void;
  onOpenDraft(hold: HoldView): void;
}

const REFUSALS: Readonly<Record<string, string>> = {
  'other-digest': 'whyOtherDigest',
  'not-pending': 'whyNotPending',
  unknown: 'whyNotPending',
  expired: 'whyExpired',
  blocked: 'whyBlocked',
  stopped: 'whyStopped',
  'proof-too-weak': 'whyProof',
  'not-our-surface': 'whySurface',
  'draft-gone': 'whyDraftGone',
};

export function Decision(parts: DecisionParts) {
  const { hold, say, onRefuse } = parts;
  const isOpen = hold.draft === 'composer';
  const maySend = hold.level !== 'BLOCK';
  // What could not be read, and what has no text, can only go out from where it was stopped.
  const goneForGood = !isOpen && (hold.kind === 'unreadable' || isChange(hold.kind));
  return (
    <div class="decision">
      {maySend && !isOpen && <p id="gone">{say(goneForGood ? 'goneForGood' : 'draftGone')}</p>}
      <div class="buttons">
        <button type="button" class="quiet" onClick={(event) => event.isTrusted && onRefuse(hold)}>
          {say(isChange(hold.kind) ? 'dontDo' : 'dontSend')}
        </button>
        {maySend &&
          !goneForGood &&
          (isOpen ? <Approve key="approve" {...parts} /> : <OpenDraft key="open" {...parts} />)}
      </div>
      <p class="note">{say(isChange(hold.kind) ? 'closingLeavesChange' : 'closingLeaves')}</p>
    </div>
  );
}

function Approve({ hold, say, listed, onApprove }: DecisionParts) {
  const armed = useArmed(`${hold.digest} ${listed}`);
  const [failure, setFailure] = useState('');
  const [busy, setBusy] = useState(false);
  async function approve(event: Event): Promise<void> {
    if (!event.isTrusted || !armed || busy) return;
    setBusy(true);
    const answer = await onApprove(hold);
    setBusy(false);
    setFailure(answer.kind === 'refused' ? say('approveFailed', say(REFUSALS[answer.why] ?? 'whyBlocked')) : '');
  }
  return (
    <>
      <button
        type="button"
        class="main"
        aria-disabled={!armed || busy}
        aria-describedby={armed ? undefined : 'armed'}
        onClick={(event) => void approve(event)}
      >
        {isChange(hold.kind)
          ? say(hold.review === 'grave' ? 'doExactly' : 'doThis')
          : say(hold.review === 'grave' ? 'sendExactly' : 'sendThis')}
      </button>
      <p id="armed" class={armed ? 'armed ready' : 'armed'}>
        {say('armedSoon')}
      </p>
      <p class="failure" role="alert">
        {failure}
      </p>
    </>
  );
}

/** A draft that is gone can be brought back into its page; on its way it cannot be asked for again. */
function OpenDraft({ hold, say, onOpenDraft }: DecisionParts) {
  const opening = hold.draft === 'opening';
  return (
    <>
      <button
        type="button"
        class="main"
        aria-disabled={opening}
        aria-describedby="gone"
        onClick={(event) => event.isTrusted && !opening && onOpenDraft(hold)}
      >
        {say('openDraft')}
      </button>
      <p class="armed" role="status">
        {opening ? say('opening') : ''}
      </p>
    </>
  );
}
