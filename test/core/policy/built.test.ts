/** From checked values to the policy in force, field by field: all that is written, and what stands for what is not. */
import { describe, expect, it } from 'vitest';
import { limitsOf } from '../../../src/core/breaker-limits.ts';
import { buildPolicy } from '../../../src/core/policy/build.ts';
import { readPolicy } from '../../../src/core/policy/read.ts';
import type { RawPolicy } from '../../../src/core/policy/schema.ts';
import { BALANCED } from '../../../src/core/policy/table.ts';
import type { Policy } from '../../../src/core/policy.ts';
import { NOW } from '../facts.ts';
import { FULL, WHOLE } from './full-policy.ts';

const RULE = { ruleId: 'r', name: 'R', restrictions: [{ class: 'ANY' as const, level: 'WARN' as const }] };
const END = Date.UTC(2027, 0, 1);
const ruleOf = (rest: object) => buildPolicy({ rules: [{ ...RULE, ...rest }] }).rules[0];

function full(): Policy {
  const reading = readPolicy(FULL, NOW, 'browser');
  if (reading.kind !== 'good') throw new Error(JSON.stringify(reading));
  return reading.policy;
}

describe('of a policy that says everything', () => {
  it('the safety stops are set, for several agents together as for one where it does harm', () => {
    const one = { acts: 40, audiences: 12, newReaders: 30, items: 15, declined: 2 };
    const together = { ...one, acts: 80, audiences: 24, declined: 4 };
    expect(full().breakers).toEqual({ session: one, site: together, all: together });
  });

  it('what was read counts for as long as it says, and by its session never longer than by its words', () => {
    const hour = 3_600_000;
    expect(full().exposure).toEqual({
      readingMs: 6 * hour,
      sessionMs: 2 * hour,
      draftMs: 5 * 24 * hour,
      longestChain: 4,
    });
    expect(buildPolicy({ exposure: { readingHours: 3 } }).exposure.sessionMs).toBe(3 * hour);
  });

  it('an agent counts as there for as long as it says, and never shorter than it is told of', () => {
    const minute = 60_000;
    expect(full().agents).toEqual({ latchMs: 45 * minute, quietMs: 5 * minute });
    expect(buildPolicy({ agents: { quietMinutes: 40 } }).agents).toEqual({
      latchMs: 40 * minute,
      quietMs: 40 * minute,
    });
    expect(buildPolicy({ agents: { latchMinutes: 1 } }).agents.latchMs).toBe(3 * minute);
    expect(buildPolicy({ agents: { latchMinutes: 4 } }).agents).toEqual({ latchMs: 4 * minute, quietMs: 3 * minute });
  });

  it('the groups are built', () => {
    const board = {
      id: 'board',
      name: 'Board',
      members: ['ann@corp.example', 'ken'],
      size: 2,
      includes: [],
      addresses: [],
      domains: [],
      clearance: 9,
      categories: null,
      outside: false,
      hasOutsiders: false,
    };
    expect([...full().groups.values()]).toEqual([
      {
        id: 'employees',
        name: 'All employees',
        members: null,
        size: 1240,
        includes: ['board'],
        addresses: ['all@corp.example'],
        domains: ['corp.example'],
        clearance: 1,
        categories: ['HR'],
        outside: false,
        hasOutsiders: false,
      },
      board,
      { ...board, id: 'contractors', name: 'Contractors', members: null, size: 86, clearance: 0, outside: true },
    ]);
    expect([...full().groups.keys()]).toEqual(['employees', 'board', 'contractors']);
    expect([...full().groupOfAddress]).toEqual([['all@corp.example', 'employees']]);
  });

  it('the sites are built', () => {
    expect(full().sites).toEqual([
      {
        id: 'forum',
        name: 'Forum',
        kind: 'discourse',
        match: ['https://forum.corp.example/*'],
        mandate: 'ask',
        label: 'internal',
        readers: ['employees'],
        userDomain: 'corp.example',
        areas: [{ area: 'category:7', name: 'Board room', label: 'secret', readers: ['board'] }],
        description: WHOLE,
      },
      {
        id: 'mail',
        name: 'Mail',
        kind: 'gmail',
        match: ['https://mail.google.com/*'],
        mandate: 'draft',
        label: null,
        readers: null,
        userDomain: null,
        areas: [],
        description: null,
      },
      {
        id: 'board',
        name: 'Board',
        kind: 'generic',
        match: ['https://board.corp.example/*'],
        mandate: 'draft',
        label: null,
        readers: null,
        userDomain: null,
        areas: [],
        description: WHOLE,
      },
    ]);
  });

  it('the rules are built', () => {
    expect(full().rules).toEqual([
      {
        ruleId: 'r1',
        name: 'R',
        sources: { labels: ['secret'], categories: ['HR'], sites: ['forum'], detectors: ['case'] },
        destinations: { sites: ['mail'], groups: ['contractors'], domains: ['*.rival.example'], audience: ['outside'] },
        actors: ['agent'],
        restrictions: [{ class: 'ANY', level: 'BLOCK' }],
        except: [{ groups: ['employees'], sites: ['forum'], until: END, reason: 'Audit' }],
      },
    ]);
  });

  it('the rest is taken over', () => {
    expect(full()).toMatchObject({
      version: 42,
      preset: 'balanced',
      enforcement: 'enforce',
      organization: { name: 'Corp', domains: ['corp.example', '*.corp.example'] },
      vocabularies: ['corporate'],
      approval: {
        human: { readersDiffer: 'report', leak: 'light' },
        unknown: { readersDiffer: 'light', leak: 'light', askFromNewReaders: 3 },
        agent: { readersDiffer: 'light', leak: 'grave', topLabel: 'block' },
      },
      collector: 'https://collector.corp.example/',
      killSwitch: false,
      support: { name: 'Desk', url: 'https://desk.corp.example/', phone: '5555' },
      userMay: ['tighten'],
    });
    expect(buildPolicy({ killSwitch: true }).killSwitch).toBe(true);
  });
});

describe('of what is not said', () => {
  it('a policy has its defaults', () => {
    const { labels, sensitive, ...rest } = buildPolicy({});
    expect(rest).toEqual({
      version: 0,
      preset: 'balanced',
      enforcement: 'enforce',
      organization: null,
      vocabularies: ['corporate', 'tlp', 'purview', 'atlassian'],
      groups: new Map(),
      groupOfAddress: new Map(),
      sites: [],
      rules: [],
      breakers: limitsOf({ acts: 30, audiences: 21, newReaders: 50, items: 20, declined: 3 }),
      agents: { latchMs: 1_800_000, quietMs: 180_000 },
      exposure: { readingMs: 28_800_000, sessionMs: 28_800_000, draftMs: 1_209_600_000, longestChain: 3 },
      approval: BALANCED,
      collector: null,
      killSwitch: false,
      support: {},
      userMay: ['tighten', 'guard-sites', 'grant'],
    });
    expect([labels.length > 4, sensitive.patterns]).toEqual([true, []]);
  });

  it('an area has neither name nor label nor readers', () => {
    const site = { id: 's', name: 'S', kind: 'discourse' as const, match: ['https://s.example/*'] };
    const policy = buildPolicy({ sites: [{ ...site, areas: [{ area: 'people' }] }] });
    expect(policy.sites[0]?.areas).toEqual([{ area: 'people', name: null, label: null, readers: null }]);
  });

  it('a group has nobody', () => {
    expect(buildPolicy({ groups: [{ id: 'g', name: 'G' }] }).groups.get('g')).toMatchObject({ members: null, size: 0 });
  });

  it('a rule has no condition, and no exception', () => {
    const none = { sources: null, destinations: null, actors: null, except: [] };
    expect(ruleOf({})).toEqual({ ...RULE, ...none });
    expect(ruleOf({ sources: {}, destinations: {} })).toEqual({
      ...RULE,
      ...none,
      sources: { labels: null, categories: null, sites: null, detectors: null },
      destinations: { sites: null, groups: null, domains: null, audience: null },
    });
    expect(ruleOf({ except: [{ until: '2026-12-31', reason: 'X' }] })?.except).toEqual([
      { groups: null, sites: null, until: END, reason: 'X' },
    ]);
  });
});

describe('letters do not count', () => {
  it('in members, addresses and domains', () => {
    const raw: RawPolicy = {
      groups: [{ id: 'g', name: 'G', members: ['Ann'], addresses: ['ALL@Corp.Example'], domains: ['*.Corp.Example'] }],
    };
    expect(buildPolicy(raw).groups.get('g')).toMatchObject({
      members: ['ann'],
      size: 1,
      addresses: ['all@corp.example'],
      domains: ['*.corp.example'],
    });
    expect(ruleOf({ destinations: { domains: ['Rival.Example'] } })?.destinations?.domains).toEqual(['rival.example']);
  });
});
