/** Who may read each source, against who would read this. */
import type { Leak } from '../core/audience.ts';
import type { HeadCount } from '../core/newcomers.ts';
import type { HoldView } from '../messages.ts';
import { nameOf, namesText, peopleText, type Say } from './words.ts';

export function Comparison({ hold, say }: { readonly hold: HoldView; readonly say: Say }) {
  const sources = hold.reasons.flatMap((reason) => (reason.kind === 'leak' ? [reason] : []));
  if (sources.length === 0) return null;
  const target = targetText(hold, say);
  return (
    <table>
      <caption>{say('comparisonTitle')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('columnSource')}</th>
          <th scope="col">{say('columnTarget')}</th>
          <th scope="col">{say('columnNew')}</th>
        </tr>
      </thead>
      <tbody>
        {sources.map(({ source, leaks }) => (
          <tr key={source.id}>
            <td>
              {nameOf(source.title)}
              <br />
              <span class="note">{namesText(source.readers, say)}</span>
            </td>
            <td>{target}</td>
            <td>{newText(leaks, say)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function targetText(hold: HoldView, say: Say): string {
  const groups = hold.audience.groups.map((g) => `${nameOf(g.name)} (${peopleText(g.size, say)})`);
  const people = hold.audience.people;
  const parts = [...groups, ...(people.length > 0 ? [namesText(people, say)] : [])];
  return parts.join(', ') || nameOf(hold.audience.name);
}

/** Who of them is new to the source: a number where it can be told, else those outside by name, else "?". */
function newText(leaks: readonly Leak[], say: Say): string {
  const readers = leaks.find((leak) => leak.kind === 'readers');
  if (readers)
    return `${isUpperBound(readers.newcomers) ? `${say('bigUpTo')} ` : ''}${peopleText(readers.newcomers, say)}`;
  const outside = leaks.flatMap((leak) => (leak.kind === 'outside' ? leak.who : []));
  return outside.length > 0 ? namesText([...new Set(outside)], say) : peopleText(null, say);
}

function isUpperBound({ count, exact }: HeadCount): boolean {
  return count !== null && !exact;
}
