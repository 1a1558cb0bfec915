import { describe, expect, it } from 'vitest';
import { sealRules } from '../../src/background/seal.ts';
import { STATE_TABLE } from '../../src/background/state.ts';
import { readPolicy } from '../../src/core/policy/read.ts';
import { parseFromOwnPage } from '../../src/messages/from-own-page.ts';
import { parseFromContent, parseToContent } from '../../src/messages.ts';
import { gmail } from '../../src/sites/gmail.ts';
import { NOW } from '../core/facts.ts';
import { corpPolicy } from '../workspace/policy.ts';

const mailSend = { kind: 'send', thread: 'thread-a:r1' } as const;
const reading = readPolicy(corpPolicy('http://127.0.0.1:1/'), NOW);
const sites = reading.kind === 'good' ? reading.policy.sites : [];
const seal = (change: Partial<Parameters<typeof sealRules>[0]>) =>
  sealRules({ sites, tabs: [], known: [], everywhere: false, openings: [], ...change });

/** What the browser would do with a request, by the rules' own priorities. */
function outcome(
  rules: ReturnType<typeof sealRules>,
  request: { tab: number; method: string; type: string; url: string },
): string {
  const host = new URL(request.url).hostname;
  const matching = rules.filter(({ condition: c }) => {
    if (c.requestDomains && !c.requestDomains.includes(host)) return false;
    if (c.tabIds && !c.tabIds.includes(request.tab)) return false;
    if (c.excludedTabIds?.includes(request.tab)) return false;
    if (c.requestMethods && !(c.requestMethods as readonly string[]).includes(request.method)) return false;
    if (c.resourceTypes && !(c.resourceTypes as readonly string[]).includes(request.type)) return false;
    return !c.regexFilter || new RegExp(c.regexFilter).test(request.url);
  });
  const [strongest] = [...matching].sort((a, b) => (b.priority ?? 1) - (a.priority ?? 1));
  return strongest?.action.type ?? 'pass';
}

describe('the rules that stand when our process falls', () => {
  const post = { tab: 3, method: 'post', type: 'xmlhttprequest', url: 'https://forum.corp.example/posts' };
  const opening = { tab: 3, site: 'forum', method: 'post' as const, path: '/posts(\\.json)?' };

  it('are none while nothing is to be sealed', () => {
    expect(seal({})).toEqual([]);
  });

  it.each<[string, Partial<Parameters<typeof sealRules>[0]>, Partial<typeof post>, string]>([
    ['refuse an agent’s tab', { tabs: [3] }, {}, 'block'],
    ['refuse its other methods', { tabs: [3] }, { method: 'put' }, 'block'],
    ['refuse its frames', { tabs: [3] }, { type: 'sub_frame' }, 'block'],
    ['refuse its beacons', { tabs: [3] }, { type: 'ping' }, 'block'],
    [
      'refuse its web sockets',
      { tabs: [3] },
      { type: 'websocket', method: 'get', url: 'https://forum.corp.example/x' },
      'block',
    ],
    ['refuse workers that belong to no tab', { tabs: [3] }, { tab: -1 }, 'block'],
    ['refuse a form into a new tab', { tabs: [3] }, { tab: 99, type: 'main_frame' }, 'block'],
    ['leave the forms of a person’s tab alone', { tabs: [3], known: [3, 9] }, { tab: 9, type: 'main_frame' }, 'pass'],
    ['refuse the forms of an agent’s tab', { tabs: [3], known: [3, 9] }, { type: 'main_frame' }, 'block'],
    [
      'refuse every form in a driven browser',
      { everywhere: true, known: [9] },
      { tab: 9, type: 'main_frame' },
      'block',
    ],
    ['leave another tab alone', { tabs: [3] }, { tab: 4 }, 'pass'],
    ['leave other hosts alone', { tabs: [3] }, { url: 'https://elsewhere.example/posts' }, 'pass'],
    ['leave reading alone', { tabs: [3] }, { method: 'get' }, 'pass'],
    ['leave drafts alone', { tabs: [3] }, { url: 'https://forum.corp.example/drafts.json' }, 'allow'],
    ['leave sign-in alone', { tabs: [3] }, { type: 'main_frame', url: 'https://forum.corp.example/session' }, 'allow'],
    [
      'are not fooled by a harmless beginning',
      { tabs: [3] },
      { url: 'https://forum.corp.example/drafts.json/x' },
      'block',
    ],
    [
      'are not fooled by a harmless query',
      { tabs: [3] },
      { url: 'https://forum.corp.example/posts?/drafts.json' },
      'block',
    ],
    [
      'are not fooled by a harmless host',
      { tabs: [3] },
      { url: 'https://forum.corp.example/posts#https://forum.corp.example/drafts.json' },
      'block',
    ],
    ['open for one released act', { tabs: [3], openings: [opening] }, {}, 'allow'],
    [
      'open for no other address',
      { tabs: [3], openings: [opening] },
      { url: 'https://forum.corp.example/posts/502' },
      'block',
    ],
    ['open for no other method', { tabs: [3], openings: [opening] }, { method: 'put' }, 'block'],
    ['open for no other tab', { tabs: [3, 4], openings: [opening] }, { tab: 4 }, 'block'],
    [
      'open for no query',
      { tabs: [3], openings: [opening] },
      { url: 'https://forum.corp.example/posts?raw=x' },
      'block',
    ],
    ['refuse every tab while all agents are stopped', { everywhere: true }, { tab: 4 }, 'block'],
  ])('%s', (_name, input, request, expected) => {
    expect(outcome(seal(input), { ...post, ...request })).toBe(expected);
  });

  describe('for mail, where one address carries drafts and sends alike', () => {
    const sync = { ...post, url: 'https://mail.google.com/sync/u/0/i/s?hl=en&c=7' };
    const way = { tab: 3, site: 'mail', method: 'post' as const, path: gmail.sendPath(mailSend).path };

    it.each<[string, Partial<Parameters<typeof sealRules>[0]>, Partial<typeof post>, string]>([
      ['refuse that address in an agent’s tab', { tabs: [3] }, {}, 'block'],
      [
        'refuse a GET that writes',
        { tabs: [3] },
        { method: 'get', url: 'https://mail.google.com/mail/u/0/?act=sm&to=x', type: 'image' },
        'block',
      ],
      [
        'refuse a HEAD that writes',
        { tabs: [3] },
        { method: 'head', url: 'https://mail.google.com/mail/u/0/?act=sm&to=x' },
        'block',
      ],
      [
        'leave looking at mail alone',
        { tabs: [3] },
        { method: 'get', url: 'https://mail.google.com/mail/u/0/?view=cm' },
        'pass',
      ],
      ['leave reading mail alone', { tabs: [3] }, { url: 'https://mail.google.com/sync/u/0/i/fd?hl=en' }, 'allow'],
      ['leave it alone in a person’s tab', { tabs: [3] }, { tab: 4 }, 'pass'],
      ['open it for one tab', { tabs: [3, 4], openings: [way] }, {}, 'allow'],
      ['open it for no other tab', { tabs: [3, 4], openings: [way] }, { tab: 4 }, 'block'],
      [
        'open no other address',
        { tabs: [3], openings: [way] },
        { url: 'https://mail.google.com/mail/u/0/?act=sm' },
        'block',
      ],
    ])('%s', (_name, input, request, expected) => {
      expect(outcome(seal(input), { ...sync, ...request })).toBe(expected);
    });
  });

  it('have ids of their own, and every write method', () => {
    const rules = seal({ tabs: [1], openings: [opening] });
    expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length);
    expect(rules[0]?.condition.requestMethods).toEqual(['post', 'put', 'patch', 'delete', 'other']);
  });
});

describe('the door', () => {
  const holdId = '00000000-0000-4000-8000-000000000000';
  const draft = {
    kind: 'send',
    thread: 't',
    text: 'x',
    quoted: '',
    recipients: { to: ['bob@corp.example'], cc: [], bcc: [] },
    attachments: [],
    messageId: null,
    items: 1,
  };
  it.each<[string, unknown]>([
    ['an approval', { type: 'approve', holdId, digest: 'a'.repeat(64), token: null }],
    ['the kill switch', { type: 'revive' }],
    ['a debugger sighting, which only the browser can make', { type: 'signs', signs: ['debugger'] }],
    ['a draft of an unreadable kind', { type: 'assess', draft: { ...draft, kind: 'unreadable' } }],
    ['a text without end', { type: 'assess', draft: { ...draft, text: 'x'.repeat(1_000_001) } }],
    ['recipients that are none', { type: 'assess', draft: { ...draft, recipients: { to: ['a'], cc: [] } } }],
    [
      'recipients without end',
      { type: 'assess', draft: { ...draft, recipients: { to: Array(5_001).fill('a'), cc: [], bcc: [] } } },
    ],
    ['that a draft is to be opened', { type: 'open-draft', holdId }],
    ['a hold id that is none', { type: 'decline', holdId: '../x' }],
    ['nothing', null],
    ['a type that is not known', { type: 'eval', code: '1' }],
  ])('lets no page say %s', (_name, message) => {
    expect(parseFromContent(message)).toBeNull();
  });

  it('re-makes messages field by field: what nobody asked for does not come through', () => {
    expect(
      parseFromContent({ type: 'assess', draft: { ...draft, site: 'y', audience: 'nobody' }, sender: 'me' }),
    ).toEqual({ type: 'assess', draft });
    expect(parseFromOwnPage({ type: 'kill', site: null, force: true })).toEqual({ type: 'kill', site: null });
  });

  it.each<[string, unknown]>([
    ['a digest that is none', { type: 'approve', holdId, digest: 'a', token: null }],
    ['no digest', { type: 'approve', holdId, token: null }],
  ])('lets no page of ours approve with %s', (_name, message) => {
    expect(parseFromOwnPage(message)).toBeNull();
  });

  it('tells pages only what they understand', () => {
    expect(parseToContent({ type: 'orders', shield: 1 })).toBeNull();
    const ended = { type: 'ended', holdId, attempt: 'a', outcome: 'sent' };
    expect(parseToContent(ended)).toEqual(ended);
    expect(parseToContent({ ...ended, outcome: 'approved' })).toBeNull();
  });
});

it('keeps on the disk what must survive a restart, and in memory what was read', () => {
  const surviving = Object.entries(STATE_TABLE)
    .filter(([, at]) => at.survives === 'browser restart')
    .map(([key]) => key);
  expect(surviving.sort()).toEqual([
    'agentTexts',
    'breakers',
    'draftsLost',
    'fingerprintKey',
    'grants',
    'importedPolicy',
    'killedByPerson',
    'lastGoodPolicy',
    'ledgerDelivery',
    'ledgerHead',
    'ledgerKey',
    'ledgerSentUpTo',
    'openSessions',
    'stoppedSites',
    'trial',
    'userSettings',
  ]);
  expect(STATE_TABLE.readings.store).toBe('storage.session');
  expect(STATE_TABLE.holds.store).toBe('storage.session');
});
