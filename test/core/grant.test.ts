/** What a person lets agents do for a while: exactly that, there, before these readers, so often; and never against a reason. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHANGING_KINDS, WRITING_KINDS } from '../../src/core/action.ts';
import { decide, type Facts, LEVELS } from '../../src/core/decide.ts';
import { GRANT_MS, type Grant, isOver, MOST_GRANTS, parseGrants, withGrant, withUse } from '../../src/core/grant.ts';
import { UNMARKED } from '../../src/core/label.ts';
import { MANDATES } from '../../src/core/policy.ts';
import { ACT, by, CLOSED, carrying, FACTS, NOW, POLICY, RESTRICTED, read, SECRET } from './facts.ts';
import { RUNS } from './runs.ts';

const GRANT: Grant = {
  id: 1,
  site: 'forum',
  thread: 'topic:101',
  place: 'Help',
  audience: ['group:employees'],
  highestRank: 0,
  times: 2,
  used: 0,
  from: NOW - 1_000,
  until: NOW - 1_000 + GRANT_MS,
};
const level = (facts: Partial<Facts>, grant: Partial<Grant> = {}) =>
  decide({ ...FACTS, grant: { ...GRANT, ...grant }, ...facts }).level;
const wider = { ...ACT, audience: { ...ACT.audience, groups: ['employees', 'contractors'] } } as Facts['action'];

describe('a grant', () => {
  it('lets an agent that must ask write in its thread, and says so', () => {
    const { level: what, reasons } = decide({ ...FACTS, grant: GRANT });
    expect(what).toBe('REPORT');
    expect(reasons).toEqual([{ kind: 'grant', grant: 1 }]);
    for (const kind of WRITING_KINDS) expect(level({ action: { ...ACT, kind } })).toBe('REPORT');
  });

  it.each<[string, Partial<Facts>, Partial<Grant>]>([
    ['in another thread', { action: { ...ACT, thread: 'topic:102' } }, {}],
    ['on another site', { action: { ...ACT, site: 'other' } }, {}],
    ['before more readers', { action: wider }, {}],
    ['before nobody knows whom', { action: { ...ACT, audience: { kind: 'unknown', name: '', why: '' } } }, {}],
    ['before everybody', { action: { ...ACT, audience: { kind: 'everyone', name: '' } } }, {}],
    ['with files that cannot be read', { action: { ...ACT, attachments: 'unknown' } }, {}],
    [
      'by an agent that has read something marked',
      { tainted: [read({ ...UNMARKED, rank: 1, marks: ['internal'] })] },
      {},
    ],
    ['with a text that is marked', { ownLabel: { ...UNMARKED, rank: 1, marks: ['internal'] } }, {}],
    ['after its time', {}, { until: NOW }],
    ['before it was given, by a clock that was set back', {}, { from: NOW + 1 }],
    ['when it is used up', {}, { used: 2 }],
    ['where agents may only draft', { mandate: 'draft' }, {}],
    ['under a damaged policy', { policyDamaged: true }, {}],
    ['on a site that has changed', { siteChanged: ['documents'] }, {}],
    ['with what nobody who reads there could read', carrying(CLOSED), {}],
  ])('does not let it write %s', (_name, facts, grant) => {
    expect(level(facts, grant)).toBe('WARN');
  });

  it('changes nothing where agents may only read, and nothing but writing', () => {
    expect(level({ mandate: 'observe' })).toBe('BLOCK');
    for (const kind of CHANGING_KINDS) {
      const facts = { action: { ...ACT, kind } };
      expect(level(facts)).toBe(decide({ ...FACTS, ...facts }).level);
    }
  });

  it('never touches a verdict that rests on anything but the mandate to ask', () => {
    const some = fc.record<Partial<Facts>>(
      {
        mandate: fc.constantFrom(...MANDATES),
        killed: fc.boolean(),
        policyDamaged: fc.boolean(),
        siteChanged: fc.constantFrom([], ['documents']) as fc.Arbitrary<Facts['siteChanged']>,
        stop: fc.constantFrom(
          null,
          ...(['open', 'half-open'] as const).map((state) => ({ state, measure: 'items', scope: 'all' }) as const),
        ),
        attribution: fc.constantFrom(by('agent'), by('human'), by('unknown')),
        ownLabel: fc.constantFrom(UNMARKED, RESTRICTED),
        matches: fc.constantFrom([], ...[CLOSED, RESTRICTED, SECRET].map((label) => carrying(label).matches)),
        tainted: fc.constantFrom([], [read(RESTRICTED)]),
        action: fc.constantFrom(
          ACT,
          wider,
          { ...ACT, kind: 'unreadable' as const },
          { ...ACT, kind: 'delete' as const },
        ),
        policy: fc.constantFrom(POLICY, {
          ...POLICY,
          rules: [
            {
              ruleId: 'r',
              name: 'R',
              sources: null,
              destinations: null,
              actors: null,
              restrictions: [{ class: 'ANY', level: 'REPORT' }],
              except: [],
            },
          ] as Facts['policy']['rules'],
        }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(some, fc.integer({ min: 0, max: 9 }), (facts, highestRank) => {
        const bare = decide({ ...FACTS, ...facts });
        const under = decide({ ...FACTS, ...facts, grant: { ...GRANT, highestRank } });
        expect(LEVELS.indexOf(under.level)).toBeLessThanOrEqual(LEVELS.indexOf(bare.level));
        if (JSON.stringify(under) === JSON.stringify(bare)) return;
        expect(bare.reasons).toEqual([{ kind: 'mandate', mandate: 'ask', actor: 'agent' }]);
        expect(under.reasons).toEqual([{ kind: 'grant', grant: 1 }]);
      }),
      RUNS,
    );
  });
});

it('is used, and over, by count', () => {
  const once = withUse([GRANT], 1);
  expect(once[0]?.used).toBe(1);
  expect(isOver(once[0] ?? GRANT, NOW)).toBe(false);
  expect(isOver(withUse(once, 1)[0] ?? GRANT, NOW)).toBe(true);
});

it('are few, one for each thread, and none is what cannot be understood', () => {
  const many = Array.from({ length: 30 }, (_, i) => ({ ...GRANT, id: i, thread: `topic:${i}` }));
  const kept = many.reduce<readonly Grant[]>(withGrant, []);
  expect(kept).toHaveLength(MOST_GRANTS);
  expect(withGrant(kept, { ...GRANT, thread: 'topic:29', id: 99 }).map(({ id }) => id)).toContain(99);
  expect(withGrant([GRANT], { ...GRANT, id: 2 })).toHaveLength(1);
  expect(parseGrants(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  for (const broken of [undefined, null, 'x', [{ ...GRANT, agent: 'Claude' }], [{ ...GRANT, until: 'never' }]])
    expect(parseGrants(broken)).toEqual([]);
});
