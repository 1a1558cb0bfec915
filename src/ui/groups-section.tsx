/** The groups of people that the settings know. */
import type { GroupView, GuardView } from '../messages/views.ts';
import { askGroups, say } from './ask.ts';
import { FoundList } from './found-list.tsx';
import { SetBy } from './set-by.tsx';
import { Cell } from './table-cell.tsx';
import { nameOf, numberText } from './words.ts';

export function Groups({ view }: { readonly view: GuardView }) {
  const { groups } = view.settings;
  return (
    <section aria-labelledby="groups">
      <h2 id="groups">{say('groupsTitle')}</h2>
      <SetBy view={view} may="not change" />
      <p class="note">{howMany(groups.total)}</p>
      <FoundList
        id="groups"
        all={groups}
        label={say('findGroup')}
        find={askGroups}
        show={(items) => <Table groups={items} />}
      />
    </section>
  );
}

function howMany(total: number): string {
  if (total === 0) return say('groupsNone');
  return total === 1 ? say('groupsOne') : say('groupsIntro', numberText(total));
}

function Table({ groups }: { readonly groups: readonly GroupView[] }) {
  return (
    <table class="stacked" aria-labelledby="groups">
      <thead>
        <tr>
          <th scope="col">{say('groupName')}</th>
          <th scope="col">{say('groupSize')}</th>
          <th scope="col">{say('groupClearance')}</th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group, index) => (
          <tr key={`${index} ${group.name}`}>
            <th scope="row">
              {nameOf(group.name)} {group.outside && <span class="outside">{say('outsideYours')}</span>}
            </th>
            <Cell name={say('groupSize')}>{numberText(group.size)}</Cell>
            <Cell name={say('groupClearance')}>
              {group.clearance === null ? say('nothingMarked') : nameOf(group.clearance)}
            </Cell>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
