/** The laws that no rule, setting or reading may break: whatever is added, a verdict never becomes looser. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Action, CHANGING_KINDS, isChange } from '../../src/core/action.ts';
import type { Actor } from '../../src/core/actor.ts';
import { decide, type Facts, LEVELS, type Review, type Verdict } from '../../src/core/decide.ts';
import type { Reading } from '../../src/core/exposure.ts';
import { type Label, only, UNMARKED } from '../../src/core/label.ts';
import { BALANCED, STRICT } from '../../src/core/policy/table.ts';
import { tighten, type UserSettings } from '../../src/core/policy/user-settings.ts';
import { MANDATES, type Policy, type PolicySite } from '../../src/core/policy.ts';
import type { Rule } from '../../src/core/rule.ts';
import { DIRECTORY, NOW, POLICY } from './facts.ts';
import { RUNS } from './runs.ts';

const DAY = 86_400_000;
const GROUPS = [...DIRECTORY.keys()];
const PEOPLE = ['alice', 'bob', 'maria', 'ines', 'dave@x.example', 'eve@corp-example.com'];
const LABELS = ['public', 'internal', 'confidential', 'restricted', 'secret'];
const REVIEWS: readonly Review[] = ['none', 'light', 'grave'];

/** Higher is stricter: the level first, then how hard the question is. */
function severity({ level, review }: Verdict): number {
  return LEVELS.indexOf(level) * 10 + REVIEWS.indexOf(review);
}

const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const some = (of: readonly string[]) => fc.subarray([...of], { minLength: 1 });

const rule: fc.Arbitrary<Rule> = fc.record({
  ruleId: fc.constantFrom('r1', 'r2', 'constructor'),
  name: fc.constant('A rule'),
  sources: maybe(
    fc.record({
      labels: maybe(some(LABELS)),
      categories: maybe(some(['noforn', 'crypto'])),
      sites: maybe(some(['forum', 'mail'])),
      detectors: maybe(some(['secret', 'card'])),
    }),
  ),
  destinations: maybe(
    fc.record({
      sites: maybe(some(['forum', 'mail'])),
      groups: maybe(some(GROUPS)),
      domains: maybe(some(['x.example', '*.example', 'corp.example'])),
      audience: maybe(fc.subarray(['inside', 'outside', 'everyone', 'unknown'] as const, { minLength: 1 })),
    }),
  ),
  actors: maybe(fc.subarray(['human', 'agent', 'unknown'] as const, { minLength: 1 })),
  restrictions: fc.array(
    fc.record({
      class: fc.constantFrom('ANY' as const, 'POST' as const, 'REPLY' as const, 'SEND' as const),
      level: fc.constantFrom('REPORT' as const, 'WARN' as const, 'BLOCK' as const),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  except: fc.array(
    fc.record({
      groups: maybe(some(GROUPS)),
      sites: maybe(some(['forum', 'mail'])),
      until: fc.constantFrom(NOW - DAY, NOW + DAY),
      reason: fc.constant('x'),
    }),
    { maxLength: 2 },
  ),
});

const label: fc.Arbitrary<Label> = fc.record({
  rank: fc.integer({ min: 0, max: 4 }),
  marks: fc.subarray(LABELS),
  categories: fc.subarray(['crypto', 'noforn']),
  readers: fc.oneof(
    fc.constant(UNMARKED.readers),
    fc.constant(only([], ['sev-team'])),
    fc.constant(only(['bob'], ['office'])),
    fc.constant<Label['readers']>({ kind: 'allOf', sets: [{ kind: 'unknown', why: 'not said' }] }),
  ),
});

const reading: fc.Arbitrary<Reading> = fc
  .record({ label, site: fc.constantFrom('forum', 'mail'), number: fc.integer({ min: 1, max: 9 }) })
  .map(({ label: of, site, number }) => ({
    // One reading has one label.
    id: `${site} ${number} ${JSON.stringify(of)}`,
    site,
    thread: `topic:${number}`,
    title: 'T',
    label: of,
    at: 0,
    actor: 'agent',
    session: 'tab:1',
    depth: 0,
    prints: { words: [], signs: [], rare: [] },
  }));

const site: PolicySite = {
  id: 'forum',
  name: 'Forum',
  kind: 'discourse',
  match: ['https://forum.corp.example/*'],
  mandate: 'ask',
  label: null,
  readers: null,
  userDomain: null,
  areas: [],
  description: null,
};

const policy: fc.Arbitrary<Policy> = fc
  .record({
    rules: fc.array(rule, { maxLength: 3 }),
    approval: fc.constantFrom(BALANCED, STRICT),
    mandate: fc.constantFrom(...MANDATES),
    userMay: fc.subarray(['tighten', 'guard-sites'] as const),
  })
  .map(({ rules, approval, mandate, userMay }) => ({
    ...POLICY,
    rules,
    approval,
    userMay,
    sites: [{ ...site, mandate }],
  }));

interface Case {
  readonly policy: Policy;
  readonly actor: Actor;
  readonly kind: Action['kind'];
  readonly items: number;
  readonly lately: number;
  readonly people: readonly string[];
  readonly groups: readonly string[];
  readonly matched: readonly Reading[];
  readonly tainted: readonly Reading[];
  readonly own: Label;
  readonly killed: boolean;
  readonly damaged: boolean;
}

const aCase: fc.Arbitrary<Case> = fc
  .record({
    policy,
    actor: fc.constantFrom<Actor>('human', 'agent', 'unknown'),
    kind: fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom('post' as const, 'reply' as const, 'send' as const, 'unreadable' as const),
      },
      fc.constantFrom(...CHANGING_KINDS),
    ),
    items: fc.integer({ min: 1, max: 40 }),
    lately: fc.integer({ min: 0, max: 40 }),
    people: fc.subarray(PEOPLE),
    groups: fc.subarray(GROUPS),
    matched: fc.array(reading, { maxLength: 3 }),
    tainted: fc.array(reading, { maxLength: 3 }),
    own: label,
    killed: fc.boolean(),
    damaged: fc.boolean(),
  })
  // What is written and reaches nobody is no act: no site may report one. A change may reach nobody.
  .filter(({ kind, people, groups }) => isChange(kind) || people.length + groups.length > 0);

function actionOf({ kind, items, people, groups }: Case): Action {
  return {
    kind,
    site: 'forum',
    thread: 'topic:1',
    place: 'Help',
    audience: {
      kind: 'known',
      name: 'Help',
      people,
      outsiders: people.filter((each) => each.includes('@')),
      lookAlikes: people
        .filter((each) => each === 'eve@corp-example.com')
        .map((person) => ({ person, own: 'corp.example' })),
      groups,
    },
    text: 'text',
    quoted: '',
    recipients: kind === 'send' ? { to: people, cc: [], bcc: [] } : null,
    messageId: null,
    items: isChange(kind) ? items : 1,
    attachments: [],
  };
}

function verdictOf(given: Case, change: Partial<Facts> = {}): Verdict {
  return decide({
    action: actionOf(given),
    attribution: { actor: given.actor, evidence: [], source: 'browser' },
    ownLabel: given.own,
    found: [],
    matches: given.matched.map((each) => ({ reading: each, spans: [] })),
    tainted: given.tainted,
    drafted: [],
    chain: 0,
    mandate: given.policy.sites[0]?.mandate ?? 'observe',
    itemsLately: given.lately,
    killed: given.killed,
    stop: null,
    grant: null,
    policyDamaged: given.damaged,
    siteChanged: [],
    policy: given.policy,
    now: NOW,
    ...change,
  });
}

/** The second case is judged at least as strictly as the first. */
function neverLooser(first: Case, second: Case, change: Partial<Facts> = {}): void {
  expect(severity(verdictOf(second, change))).toBeGreaterThanOrEqual(severity(verdictOf(first)));
}

describe('never looser', () => {
  it('by more that is changed at once, or that was changed before', () => {
    fc.assert(
      fc.property(aCase, fc.nat(40), (given, more) => {
        neverLooser(given, { ...given, items: given.items + more });
        neverLooser(given, { ...given, lately: given.lately + more });
      }),
      RUNS,
    );
  });

  it('by one more rule', () => {
    fc.assert(
      fc.property(aCase, rule, (given, more) =>
        neverLooser(given, { ...given, policy: { ...given.policy, rules: [...given.policy.rules, more] } }),
      ),
      RUNS,
    );
  });

  it('by one more thing that was read', () => {
    fc.assert(
      fc.property(aCase, reading, (given, more) => {
        neverLooser(given, { ...given, matched: [...given.matched, more] });
        neverLooser(given, { ...given, tainted: [...given.tainted, more] });
      }),
      RUNS,
    );
  });

  it('by one more person or group that reads it', () => {
    fc.assert(
      fc.property(aCase, fc.constantFrom(...PEOPLE), fc.constantFrom(...GROUPS), (given, person, group) => {
        neverLooser(given, { ...given, people: [...new Set([...given.people, person])] });
        neverLooser(given, { ...given, groups: [...new Set([...given.groups, group])] });
      }),
      RUNS,
    );
  });

  it('by what a person sets', () => {
    const settings: fc.Arbitrary<UserSettings> = fc.record({
      mandates: fc.array(fc.record({ site: fc.constantFrom('forum', 'mail'), mandate: fc.constantFrom(...MANDATES) })),
      sites: fc.array(
        fc.record({
          host: fc.constantFrom('forum.corp.example', 'other.example'),
          kind: fc.constant('discourse' as const),
          name: fc.constant('Mine'),
        }),
      ),
      review: fc.constantFrom('as-set' as const, 'full' as const),
    });
    fc.assert(
      fc.property(aCase, settings, (given, set) => {
        const after = tighten(given.policy, set);
        expect(after.sites[0]?.match).toEqual(given.policy.sites[0]?.match);
        neverLooser(given, { ...given, policy: after });
      }),
      RUNS,
    );
  });

  it('by an exception that ends, or that is taken away', () => {
    fc.assert(
      fc.property(aCase, (given) => {
        const rules = given.policy.rules.map((each) => ({ ...each, except: [] }));
        neverLooser(given, { ...given, policy: { ...given.policy, rules } });
        neverLooser(given, given, { now: NOW + 2 * DAY });
      }),
      RUNS,
    );
  });

  it('by a damaged policy, or by stopping agents', () => {
    fc.assert(
      fc.property(aCase, (given) => {
        neverLooser({ ...given, damaged: false }, { ...given, damaged: true });
        neverLooser({ ...given, killed: false }, { ...given, killed: true });
      }),
      RUNS,
    );
  });

  it('by a stricter label of the text itself', () => {
    fc.assert(
      fc.property(aCase, fc.integer({ min: 0, max: 4 }), (given, rank) =>
        neverLooser(given, { ...given, own: { ...given.own, rank: Math.max(rank, given.own.rank) } }),
      ),
      RUNS,
    );
  });
});

it('an audience that nobody knows is never judged as if it were nobody', () => {
  fc.assert(
    fc.property(aCase, (given) => {
      const nobody = verdictOf({ ...given, people: [], groups: [] });
      const action = { ...actionOf(given), audience: { kind: 'unknown', name: '', why: 'not said' } as const };
      expect(severity(verdictOf(given, { action }))).toBeGreaterThanOrEqual(severity(nobody));
    }),
    RUNS,
  );
});
