/** What people may set themselves, what is no setting at all, and which change of theirs makes nothing looser. */
import { describe, expect, it } from 'vitest';
import { STRICT_DEFAULTS } from '../../../src/core/policy/read.ts';
import type { ApprovalTable } from '../../../src/core/policy/table.ts';
import {
  isTightening,
  MOST_OWN_SITES,
  NO_SETTINGS,
  type OwnSite,
  parseSettings,
  stricterMandate,
  tighten,
  type UserSettings,
} from '../../../src/core/policy/user-settings.ts';
import { MANDATES, type Policy, type PolicySite } from '../../../src/core/policy.ts';

const FORUM: PolicySite = {
  id: 'forum',
  name: 'F',
  kind: 'discourse',
  match: ['https://forum.corp.example/*', 'https://f.corp.example/*'],
  mandate: 'ask',
  label: 'internal',
  readers: ['employees'],
  userDomain: 'corp.example',
  areas: [],
  description: null,
};
const GENTLE: ApprovalTable = {
  human: { readersDiffer: 'light', leak: 'light' },
  unknown: { readersDiffer: 'light', leak: 'light', askFromNewReaders: 5 },
  agent: { readersDiffer: 'light', leak: 'light', topLabel: 'light' },
};
const POLICY: Policy = { ...STRICT_DEFAULTS, sites: [FORUM], approval: GENTLE, userMay: ['tighten', 'guard-sites'] };
const wiki: OwnSite = { host: 'wiki.corp.example', kind: 'discourse', name: 'Wiki' };
const set = (change: Partial<UserSettings>): UserSettings => ({ ...NO_SETTINGS, ...change });

describe('settings that people can store', () => {
  const ownSite = (host: string) => set({ sites: [{ ...wiki, host }] });
  const sites = (count: number) => set({ sites: Array.from({ length: count }, () => wiki) });

  it.each<[string, unknown]>([
    ['nothing', NO_SETTINGS],
    ['a mandate for a site', set({ mandates: [{ site: 'forum', mandate: 'observe' }] })],
    ['full reviews', set({ review: 'full' })],
    ['a forum of their own', set({ sites: [wiki] })],
    ['Gmail', set({ sites: [{ host: 'mail.google.com', kind: 'gmail', name: 'Mail' }] })],
    ['a host in other letters, as the browser writes it', ownSite('xn--brse-5qa.example')],
    ['a host of two letters each', ownSite('ab.cd')],
    ['a host of 253 letters', ownSite(`${'a'.repeat(249)}.com`)],
    ['one site too many, so that it can be said', sites(MOST_OWN_SITES + 1)],
    ['a site id of 300 letters', set({ mandates: [{ site: 'a'.repeat(300), mandate: 'ask' }] })],
  ])('are kept: %s', (_name, settings) => {
    expect(parseSettings(settings)).toEqual(settings);
  });

  it.each<[string, unknown]>([
    ['nothing at all', null],
    ['a key more', { ...NO_SETTINGS, killSwitch: false }],
    ['how long an agent counts as there', { ...NO_SETTINGS, agents: { latchMinutes: 1 } }],
    ['a key less', { mandates: [], sites: [] }],
    ['a review that there is not', { ...NO_SETTINGS, review: 'none' }],
    ['a mandate that there is not', { ...NO_SETTINGS, mandates: [{ site: 'forum', mandate: 'trust' }] }],
    ['a mandate with a key more', { ...NO_SETTINGS, mandates: [{ site: 'forum', mandate: 'ask', until: 'x' }] }],
    ['a site id of 301 letters', set({ mandates: [{ site: 'a'.repeat(301), mandate: 'ask' }] })],
    ['a site of no known kind', { ...NO_SETTINGS, sites: [{ ...wiki, kind: 'usenet' }] }],
    ['a site without a name', set({ sites: [{ ...wiki, name: '' }] })],
    ['a site with a key more', { ...NO_SETTINGS, sites: [{ ...wiki, label: 'public' }] }],
    ['a host of one part', ownSite('localhost')],
    ['a host in capitals', ownSite('Wiki.corp.example')],
    ['a host with a path', ownSite('wiki.corp.example/t')],
    ['a host with a scheme', ownSite('https://wiki.corp.example')],
    ['a host that ends in a dot', ownSite('wiki.corp.example.')],
    ['a host of 254 letters', ownSite(`${'a'.repeat(250)}.com`)],
    ['two sites too many', sites(MOST_OWN_SITES + 2)],
  ])('are none: %s', (_name, settings) => {
    expect(parseSettings(settings)).toBeNull();
  });
});

describe('what a person sets', () => {
  it('lowers what agents may do, and never raises it', () => {
    const mandateFor = (mandate: PolicySite['mandate'], site = 'forum') =>
      tighten(POLICY, set({ mandates: [{ site, mandate }] })).sites[0]?.mandate;
    expect(MANDATES.map((mandate) => mandateFor(mandate))).toEqual(['observe', 'draft', 'ask', 'ask']);
    expect(mandateFor('observe', 'another')).toBe('ask');
  });

  it('makes of every light question a full one, and of nothing else anything', () => {
    expect(tighten(POLICY, set({ review: 'full' })).approval).toEqual({
      human: { readersDiffer: 'grave', leak: 'grave' },
      unknown: { readersDiffer: 'grave', leak: 'grave', askFromNewReaders: 5 },
      agent: { readersDiffer: 'grave', leak: 'grave', topLabel: 'grave' },
    });
    const mixed: ApprovalTable = {
      human: { readersDiffer: 'allow', leak: 'report' },
      unknown: { readersDiffer: 'report', leak: 'block', askFromNewReaders: 2 },
      agent: { readersDiffer: 'allow', leak: 'authenticator', topLabel: 'block' },
    };
    expect(tighten({ ...POLICY, approval: mixed }, set({ review: 'full' })).approval).toEqual(mixed);
    expect(tighten(POLICY, NO_SETTINGS)).toEqual(POLICY);
  });

  it('leaves for how long an agent counts as there to the organisation alone', () => {
    const agents = { latchMs: 7_200_000, quietMs: 600_000 };
    const all = set({ mandates: [{ site: 'forum', mandate: 'observe' }], sites: [wiki], review: 'full' });
    expect(tighten({ ...POLICY, agents }, all).agents).toEqual(agents);
  });

  it('guards a further site, of which nothing is known and where agents may draft', () => {
    expect(tighten(POLICY, set({ sites: [wiki] })).sites).toEqual([
      FORUM,
      {
        id: 'own.wiki.corp.example',
        name: 'Wiki',
        kind: 'discourse',
        match: ['https://wiki.corp.example/*'],
        mandate: 'draft',
        label: null,
        readers: null,
        userDomain: null,
        areas: [],
        description: null,
      },
    ]);
  });

  it('guards Gmail under its one host, by whichever name it came', () => {
    for (const host of ['mail.google.com', 'gmail.com'])
      expect(tighten(POLICY, set({ sites: [{ host, kind: 'gmail', name: 'Mail' }] })).sites[1]).toMatchObject({
        id: `own.${host}`,
        kind: 'gmail',
        match: ['https://mail.google.com/*'],
      });
  });

  it('adds no site under any host that the organisation guards already', () => {
    const hosts = ['forum.corp.example', 'f.corp.example'];
    expect(tighten(POLICY, set({ sites: hosts.map((host) => ({ ...wiki, host })) })).sites).toEqual([FORUM]);
  });

  it('counts only as far as the organisation lets people set it', () => {
    const all = set({ mandates: [{ site: 'forum', mandate: 'observe' }], sites: [wiki], review: 'full' });
    const seen = (userMay: Policy['userMay']) => {
      const { sites, approval } = tighten({ ...POLICY, userMay }, all);
      return [sites.map(({ id, mandate }) => `${id} ${mandate}`).join(), approval.human.leak];
    };
    expect(seen([])).toEqual(['forum ask', 'light']);
    expect(seen(['tighten'])).toEqual(['forum observe', 'grave']);
    expect(seen(['guard-sites'])).toEqual(['forum ask,own.wiki.corp.example draft', 'light']);
    expect(seen(['tighten', 'guard-sites'])).toEqual(['forum observe,own.wiki.corp.example draft', 'grave']);
  });
});

describe('whether a change makes nothing looser: a change', () => {
  const limit = (mandate: PolicySite['mandate'], site = 'forum') => set({ mandates: [{ site, mandate }] });

  it.each<[string, UserSettings, UserSettings, boolean]>([
    ['of nothing', NO_SETTINGS, NO_SETTINGS, true],
    ['to full reviews', NO_SETTINGS, set({ review: 'full' }), true],
    ['that keeps full reviews', set({ review: 'full' }), set({ review: 'full' }), true],
    ['back from full reviews', set({ review: 'full' }), NO_SETTINGS, false],
    ['that limits agents for the first time', NO_SETTINGS, limit('draft'), true],
    ['that limits them further', limit('draft'), limit('observe'), true],
    ['that leaves the limit', limit('draft'), limit('draft'), true],
    ['that raises the limit', limit('draft'), limit('ask'), false],
    ['that takes the limit away', limit('draft'), NO_SETTINGS, false],
    ['that limits another site instead', limit('draft'), limit('observe', 'mail'), false],
    ['that guards a site', NO_SETTINGS, set({ sites: [wiki] }), true],
    ['that calls a guarded site otherwise', set({ sites: [wiki] }), set({ sites: [{ ...wiki, name: 'W' }] }), true],
    ['that no longer guards a site', set({ sites: [wiki] }), NO_SETTINGS, false],
    ['that guards another instead', set({ sites: [wiki] }), set({ sites: [{ ...wiki, host: 'b.example' }] }), false],
    ['that reads it as mail', set({ sites: [wiki] }), set({ sites: [{ ...wiki, kind: 'gmail' }] }), false],
  ])('%s', (_name, before, after, isStricter) => {
    expect(isTightening(before, after)).toBe(isStricter);
  });
});

it('is the stricter of two mandates, in whichever order they come', () => {
  const stricter = MANDATES.map((a) => MANDATES.map((b) => stricterMandate(a, b)));
  expect(stricter).toEqual([
    ['observe', 'observe', 'observe', 'observe'],
    ['observe', 'draft', 'draft', 'draft'],
    ['observe', 'draft', 'ask', 'ask'],
    ['observe', 'draft', 'ask', 'flow'],
  ]);
});
