/** When a rule of the organisation applies: condition by condition, each on both sides of its edge. */
import { describe, expect, it } from 'vitest';
import type { Action, ActionKind } from '../../src/core/action.ts';
import type { Actor } from '../../src/core/actor.ts';
import type { Audience } from '../../src/core/audience.ts';
import { type AudienceClass, applyRules, type Rule, type RuleFacts, type RuleSource } from '../../src/core/rule.ts';
import { ACT, DIRECTORY, group, NOW, POLICY } from './facts.ts';

const ANY_WARN = [{ class: 'ANY', level: 'WARN' }] as const;
const ruleWith = (conditions: Partial<Rule>): Rule => ({
  ruleId: 'r',
  name: 'R',
  sources: null,
  destinations: null,
  actors: null,
  restrictions: ANY_WARN,
  except: [],
  ...conditions,
});
const known = (people: readonly string[], groups: readonly string[], outsiders: readonly string[] = []): Audience => ({
  kind: 'known',
  name: '',
  people,
  outsiders,
  lookAlikes: [],
  groups,
});
const actTo = (audience: Audience, kind: ActionKind = 'reply'): Action => ({ ...ACT, audience, kind });
const OWN_TEXT: RuleSource = { labels: [], categories: [], site: null, detectors: [] };
const base: RuleFacts = {
  action: actTo(known([], ['employees'])),
  actor: 'agent',
  sources: [OWN_TEXT],
  now: NOW,
};
const applied = (rules: readonly Rule[], facts: Partial<RuleFacts> = {}) =>
  applyRules({ ...base, ...facts }, { ...POLICY, rules }).map(({ rule, level }) => `${rule.ruleId} ${level}`);
const applies = (conditions: Partial<Rule>, facts: Partial<RuleFacts> = {}) =>
  applied([ruleWith(conditions)], facts).length === 1;

describe('a rule', () => {
  it('that names no condition applies to every act', () => {
    expect(applied([ruleWith({})])).toEqual(['r WARN']);
    expect(applied([ruleWith({})], { sources: [] })).toEqual(['r WARN']);
  });

  it('is told beside all others that apply, in the order of policy', () => {
    const rules = [
      ruleWith({ ruleId: 'first' }),
      ruleWith({ ruleId: 'not-this', actors: ['human'] }),
      ruleWith({ ruleId: 'last', restrictions: [{ class: 'REPLY', level: 'BLOCK' }] }),
    ];
    expect(applied(rules)).toEqual(['first WARN', 'last BLOCK']);
    expect(applied([])).toEqual([]);
  });

  it('gives the most severe of its levels that concern the act', () => {
    const restrictions = [
      { class: 'ANY', level: 'REPORT' },
      { class: 'SEND', level: 'BLOCK' },
      { class: 'REPLY', level: 'WARN' },
    ] as const;
    const level = (kind: ActionKind) =>
      applied([ruleWith({ restrictions })], { action: actTo(known([], ['office']), kind) });
    expect([level('post'), level('reply'), level('send')]).toEqual([['r REPORT'], ['r WARN'], ['r BLOCK']]);
  });

  it.each(['POST', 'REPLY', 'MESSAGE', 'EDIT', 'SEND'] as const)(
    'of the class %s concerns that and the unreadable',
    (of) => {
      const kinds: readonly ActionKind[] = ['post', 'reply', 'message', 'edit', 'send', 'unreadable'];
      const restrictions = [{ class: of, level: 'WARN' }] as const;
      expect(kinds.filter((kind) => applies({ restrictions }, { action: actTo(known([], []), kind) }))).toEqual([
        of.toLowerCase(),
        'unreadable',
      ]);
    },
  );

  it.each<[readonly Actor[], Actor, boolean]>([
    [['agent'], 'agent', true],
    [['human', 'agent'], 'agent', true],
    [['human', 'unknown'], 'agent', false],
    [['agent'], 'unknown', false],
  ])('for %j about an act by %s: %s', (actors, actor, expected) => {
    expect(applies({ actors }, { actor })).toBe(expected);
  });
});

describe('the audience that a rule names', () => {
  const CLASSES: readonly AudienceClass[] = ['inside', 'outside', 'everyone', 'unknown'];
  const anywhere = { sites: null, groups: null, domains: null, audience: null };
  it.each<[string, Audience, readonly AudienceClass[]]>([
    ['a colleague', known(['alice'], []), ['inside']],
    ['an outsider', known(['tom@x.example'], [], ['tom@x.example']), ['outside']],
    ['a colleague and an outsider', known(['alice', 'tom'], [], ['tom']), ['inside', 'outside']],
    ['a group inside', known([], ['office']), ['inside']],
    ['a group outside', known([], ['contractors']), ['outside']],
    ['one group of each', known([], ['contractors', 'office']), ['inside', 'outside']],
    ['a group that policy does not define', known([], ['nobody-knows']), ['outside', 'unknown']],
    ['it beside a group inside', known([], ['office', 'nobody-knows']), ['inside', 'outside', 'unknown']],
    ['nobody', known([], []), []],
    ['everybody', { kind: 'everyone', name: 'web' }, ['inside', 'outside', 'everyone']],
    ['nobody knows whom', { kind: 'unknown', name: '', why: '' }, ['inside', 'outside', 'unknown']],
  ])('%s', (_name, audience, expected) => {
    const reached = (each: AudienceClass) =>
      applies({ destinations: { ...anywhere, audience: [each] } }, { action: actTo(audience) });
    expect(CLASSES.filter(reached)).toEqual(expected);
  });

  it('is outside where a group inside the addressed one is', () => {
    const groups = new Map([...DIRECTORY, group('partners', { size: 120, includes: ['contractors'] })]);
    const rule = ruleWith({ destinations: { ...anywhere, audience: ['outside'] } });
    const reached = (id: string) =>
      applyRules({ ...base, action: actTo(known([], [id])) }, { ...POLICY, groups, rules: [rule] }).length;
    expect([reached('partners'), reached('contractors'), reached('office')]).toEqual([1, 1, 0]);
  });

  it.each<[string, Partial<NonNullable<Rule['destinations']>>, boolean]>([
    ['nothing', {}, true],
    ['its site', { sites: ['mail', 'forum'] }, true],
    ['another site', { sites: ['mail'] }, false],
    ['one audience of two', { audience: ['outside', 'inside'] }, true],
    ['its site and another audience', { sites: ['forum'], audience: ['outside'] }, false],
    ['its audience and another site', { sites: ['mail'], audience: ['inside'] }, false],
    ['its group and another site', { sites: ['mail'], groups: ['employees'] }, false],
    ['its site and a group', { sites: ['forum'], groups: ['employees'] }, true],
    ['one group of two', { groups: ['contractors', 'employees'] }, true],
    ['a domain that nobody there has', { domains: ['x.example'] }, false],
  ])('of which it names %s', (_name, destinations, expected) => {
    expect(applies({ destinations: { ...anywhere, ...destinations } })).toBe(expected);
  });

  it.each<[string, Audience, boolean]>([
    ['an address there', known(['a@x.example'], []), true],
    ['a second address there', known(['a@y.example', 'a@x.example'], []), true],
    ['a user name', known(['alice'], []), false],
    ['everybody', { kind: 'everyone', name: '' }, true],
    ['nobody knows whom', { kind: 'unknown', name: '', why: '' }, true],
  ])('of which it names a domain: %s', (_name, audience, expected) => {
    const destinations = { ...anywhere, domains: ['z.example', 'x.example'] };
    expect(applies({ destinations }, { action: actTo(audience) })).toBe(expected);
  });
});

describe('the sources that a rule names', () => {
  const anything = { labels: null, categories: null, sites: null, detectors: null };
  const marked: RuleSource = { labels: ['restricted', 'x'], categories: ['noforn', 'y'], site: 'mail', detectors: [] };
  const found: RuleSource = { ...OWN_TEXT, detectors: ['card', 'secret'] };
  it.each<[string, Partial<NonNullable<Rule['sources']>>, readonly RuleSource[], boolean]>([
    ['nothing', {}, [OWN_TEXT], true],
    ['nothing, without any source', {}, [], false],
    ['a label of it', { labels: ['secret', 'restricted'] }, [OWN_TEXT, marked], true],
    ['another label', { labels: ['secret'] }, [OWN_TEXT, marked], false],
    ['a category of it', { categories: ['crypto', 'noforn'] }, [OWN_TEXT, marked], true],
    ['another category', { categories: ['crypto'] }, [OWN_TEXT, marked], false],
    ['its site', { sites: ['forum', 'mail'] }, [OWN_TEXT, marked], true],
    ['another site', { sites: ['forum'] }, [OWN_TEXT, marked], false],
    ['a site, and there is only the own text', { sites: ['mail'] }, [found], false],
    ['what was found in it', { detectors: ['iban', 'card'] }, [found], true],
    ['what was not found in it', { detectors: ['iban'] }, [found], false],
    [
      'all of one source',
      { labels: ['restricted'], categories: ['noforn'], sites: ['mail'] },
      [OWN_TEXT, marked],
      true,
    ],
    ['some of one source and some of another', { labels: ['restricted'], detectors: ['card'] }, [found, marked], false],
    ['a label of it and another category', { labels: ['restricted'], categories: ['crypto'] }, [marked], false],
    ['a label of it and another site', { labels: ['restricted'], sites: ['forum'] }, [marked], false],
  ])('%s', (_name, sources, given, expected) => {
    expect(applies({ sources: { ...anything, ...sources } }, { sources: given })).toBe(expected);
  });
});

describe('an exception to a rule', () => {
  const exception = { groups: null, sites: null, until: NOW + 1, reason: 'R' };
  it.each<[string, Partial<Rule['except'][number]>, boolean]>([
    ['that names nothing takes it back', {}, false],
    ['is in force to its last moment', { until: NOW + 1 }, false],
    ['is over at its end', { until: NOW }, true],
    ['takes it back on its site', { sites: ['mail', 'forum'] }, false],
    ['does not on another', { sites: ['mail'] }, true],
    ['takes it back for its groups', { groups: ['office', 'employees'] }, false],
    ['does not for others', { groups: ['office'] }, true],
    ['takes it back for its groups on its site', { groups: ['employees'], sites: ['forum'] }, false],
    ['does not for its groups on another', { groups: ['employees'], sites: ['mail'] }, true],
  ])('%s', (_name, change, expected) => {
    expect(applies({ except: [{ ...exception, ...change }] })).toBe(expected);
  });

  it('is enough beside others that do not fit', () => {
    const except = [{ ...exception, sites: ['mail'] }, exception, { ...exception, until: 0 }];
    expect(applies({ except })).toBe(false);
  });

  it('for a group holds for people who are in others, too', () => {
    const except = [{ ...exception, groups: ['leads'] }];
    // Maria is in three groups; Ken is not among the leads.
    expect(applies({ except }, { action: actTo(known(['maria'], [])) })).toBe(false);
    expect(applies({ except }, { action: actTo(known(['maria', 'ken'], [])) })).toBe(true);
    expect(applies({ except }, { action: actTo({ kind: 'everyone', name: '' }) })).toBe(true);
  });
});
