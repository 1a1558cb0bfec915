/** Who must say yes, as a table; and the one thing that a person may ask for beyond it. */
import type { ApprovalTable } from '../core/policy/table.ts';
import type { GuardView } from '../messages/views.ts';
import { approvalColumns, approvalNotes, approvalRows, cellsExplained } from './approval-words.ts';
import { say } from './ask.ts';
import { OutcomeOf, SetBy } from './set-by.tsx';
import { Cell } from './table-cell.tsx';
import type { OwnSettings } from './use-settings.ts';

interface ApprovalParts {
  readonly view: GuardView;
  readonly settings: OwnSettings;
}

export function Approval({ view, settings }: ApprovalParts) {
  const { approval, userMay } = view.settings;
  const mayTighten = userMay.includes('tighten');
  return (
    <section aria-labelledby="approval">
      <h2 id="approval">{say('approvalTitle')}</h2>
      <SetBy view={view} may={mayTighten ? 'make stricter' : 'not change'} />
      {mayTighten && <FullReview view={view} settings={settings} />}
      <Table approval={approval} />
      {approvalNotes(approval, say).map((note) => (
        <p key={note} class="note">
          {note}
        </p>
      ))}
      <h3>{say('doingsTitle')}</h3>
      <dl class="explained">
        {cellsExplained(approval, say).map(({ name, meaning }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Table({ approval }: { readonly approval: ApprovalTable }) {
  const columns = approvalColumns(say);
  return (
    <table class="stacked approval" aria-labelledby="approval">
      <thead>
        <tr>
          <th scope="col">{say('whoActs')}</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {approvalRows(approval, say).map((row) => (
          <tr key={row.who}>
            <th scope="row">{row.who}</th>
            {row.cells.map((cell, index) => (
              <Cell key={columns[index]} name={columns[index] ?? ''} weight={cell.weight}>
                {cell.text}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Asking for it is always possible; taking it back is not while an agent works. */
function FullReview({ view, settings: { mine, outcome, change } }: ApprovalParts) {
  const full = mine.review === 'full';
  const fixed = full && view.settings.locked;
  return (
    <div class="field">
      <label class="check">
        <input
          type="checkbox"
          checked={full}
          aria-describedby="full-review-note"
          aria-disabled={fixed}
          onClick={(event) => {
            if (fixed || !event.isTrusted) event.preventDefault();
          }}
          onChange={(event) => {
            const review = event.currentTarget.checked ? 'full' : 'as-set';
            if (event.isTrusted && !fixed) void change('review', (before) => ({ ...before, review }));
          }}
        />{' '}
        {say('alwaysFull')}
      </label>
      <p id="full-review-note" class="note">
        {say('alwaysFullWhat')} {fixed && say('onlyStricterNow')}
      </p>
      <OutcomeOf about="review" outcome={outcome} />
    </div>
  );
}
