/**
 * Who receives a mail, by field. Above the decision nothing can be pressed, so that the keyboard comes to "Don't send"
 * first; the whole of a long list stands below it.
 */
import type { HoldView } from '../messages.ts';
import { type Addressee, cutField, peopleByField } from './people.ts';
import { nameOf, numberText, peopleText, type Say } from './words.ts';

const FIELD_NAMES = { to: 'fieldTo', cc: 'fieldCc', bcc: 'fieldBcc' } as const;

interface HoldParts {
  readonly hold: HoldView;
  readonly say: Say;
}

/** The first people of each field, and the groups with their size. */
export function PeopleInShort({ hold, say }: HoldParts) {
  const fields = peopleByField(hold);
  if (fields.length === 0) return null;
  return (
    <dl class="people">
      {fields.map(({ name, people }) => {
        const { shown, more, moreOutside } = cutField(people);
        return (
          <div key={name}>
            <dt>{say(FIELD_NAMES[name])}</dt>
            <dd>
              <Names people={shown} say={say} />
              {more > 0 && <span class="more">{moreText(more, moreOutside, say)}</span>}
            </dd>
          </div>
        );
      })}
      {hold.audience.groups.length > 0 && (
        <div>
          <dt>{say('fieldGroups')}</dt>
          <dd>{hold.audience.groups.map((g) => `${nameOf(g.name)} (${peopleText(g.size, say)})`).join(', ')}</dd>
        </div>
      )}
    </dl>
  );
}

/** Everybody, on request, where the short list leaves somebody out. */
export function PeopleInFull({ hold, say }: HoldParts) {
  const fields = peopleByField(hold);
  if (fields.every(({ people }) => cutField(people).more === 0)) return null;
  const total = fields.reduce((sum, { people }) => sum + people.length, 0);
  return (
    <details class="everybody">
      <summary>{say('allPeople', numberText(total))}</summary>
      <dl class="people">
        {fields.map(({ name, people }) => (
          <div key={name}>
            <dt>{say(FIELD_NAMES[name])}</dt>
            <dd>
              <Names people={people} say={say} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Names({ people, say }: { readonly people: readonly Addressee[]; readonly say: Say }) {
  return (
    <ul class="names">
      {people.map((person) => (
        <li key={person.address} class={person.outside ? 'outside' : ''}>
          {nameOf(person.address)} {person.outside && <strong>{whyOutside(person, say)}</strong>}
        </li>
      ))}
    </ul>
  );
}

function whyOutside({ looksLike }: Addressee, say: Say): string {
  return looksLike === null ? say('outsideYours') : say('outsideLooksLike', nameOf(looksLike));
}

function moreText(more: number, outside: number, say: Say): string {
  return outside > 0 ? say('andMoreOutside', numberText(more), numberText(outside)) : say('andMore', numberText(more));
}
