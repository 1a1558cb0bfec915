/** The organisation's own rules, each in a sentence, with the exceptions that end. */
import type { GuardView, RuleView } from '../messages/views.ts';
import { askRules, say } from './ask.ts';
import { FoundList } from './found-list.tsx';
import { exceptionText, ruleSentences } from './rule-words.ts';
import { SetBy } from './set-by.tsx';
import { nameOf, numberText } from './words.ts';

export function Rules({ view }: { readonly view: GuardView }) {
  const { rules } = view.settings;
  return (
    <section aria-labelledby="rules">
      <h2 id="rules">{say('rulesTitle')}</h2>
      <SetBy view={view} may="not change" />
      <p class="note">{howMany(rules.total)}</p>
      <FoundList
        id="rules"
        all={rules}
        label={say('findRule')}
        find={askRules}
        show={(items) => <List rules={items} />}
      />
    </section>
  );
}

function howMany(total: number): string {
  if (total === 0) return say('rulesNone');
  return total === 1 ? say('rulesOne') : say('rulesIntro', numberText(total));
}

function List({ rules }: { readonly rules: readonly RuleView[] }) {
  return (
    <ul class="cards">
      {rules.map((rule) => (
        <li key={rule.ruleId} class="card">
          <h3>{nameOf(rule.name)}</h3>
          {ruleSentences(rule, say).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {rule.exceptions.map((exception, index) => (
            <p key={`${index} ${exception.until}`} class="note">
              {exceptionText(exception, say)}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}
