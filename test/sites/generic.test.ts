/** A site as data: what its addresses say, what its requests are, and what is never guessed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { descriptionOf } from '../../src/core/policy/description.ts';
import {
  addressPattern,
  fillAddress,
  matchAddress,
  parseSiteAddress,
  type SiteAddress,
} from '../../src/core/site-address.ts';
import { siteFor } from '../../src/sites/all.ts';
import { matchesAny } from '../../src/sites/patterns.ts';
import { readPageBody } from '../../src/sites/read-body.ts';
import type { Described } from '../../src/sites/site.ts';
import { WIKI_DESCRIPTION } from '../workspace/wiki/policy.ts';

const address = (template: string): SiteAddress => {
  const parsed = parseSiteAddress(template);
  if (typeof parsed === 'string') throw new Error(parsed);
  return parsed;
};
const threadOf = (template: string, url: string) => {
  const { pathname, searchParams } = new URL(url, 'https://x.example');
  const match = matchAddress(address(template), decodeURIComponent(pathname), [...searchParams]);
  return match === null ? 'no match' : match.thread;
};

describe('an address of a site', () => {
  it.each([
    ['/wiki/{thread*}', '/wiki/Talk:Main_Page', 'Talk:Main_Page'],
    ['/wiki/{thread*}', '/wiki/User:Bob/Draft%20one', 'User:Bob/Draft one'],
    ['/wiki/{thread*}', '/wiki/', 'no match'],
    ['/wiki/{thread*}', '/wikis/A', 'no match'],
    ['/t/{any}/{thread}', '/t/lunch/102', '102'],
    ['/t/{any}/{thread}', 'https://x.example//t//lunch/102/', '102'],
    ['/t/{any}/{thread}', '/t/lunch/102/3', 'no match'],
    ['/topics/{thread}.json', '/topics/7.json', '7'],
    ['/topics/{thread}.json', '/topics/.json', 'no match'],
    ['/index.php?title={thread}&action=submit', '/index.php?title=Talk:X&action=submit', 'Talk:X'],
    ['/index.php?title={thread}&action=submit', '/index.php?action=submit&x=1&title=Talk%3AX+Y', 'Talk:X Y'],
    ['/index.php?title={thread}&action=submit', '/index.php?title=Talk:X&action=edit', 'no match'],
    ['/index.php?title={thread}&action=submit', '/index.php?title=Talk:X', 'no match'],
    ['/index.php?title={thread}', '/index.php?title=A&title=B', 'no match'],
    ['/index.php?title={thread}', '/index.php?title=', 'no match'],
    ['/a', '/a?x=1', null],
    ['/', '/', null],
  ])('%s under %s is %s', (template, url, thread) => {
    expect(threadOf(template, url)).toBe(thread);
  });

  it.each([
    ['wiki/{thread}', 'must be a path like "/wiki/{thread*}", without spaces and "#"'],
    ['/wiki/{thread}#top', 'must be a path like "/wiki/{thread*}", without spaces and "#"'],
    ['/wiki/{page}', 'names {page}, which nothing knows; there are {thread} and {any}'],
    ['/wiki/{page*}', 'names {page}, which nothing knows; there are {thread} and {any}'],
    ['/wiki/{thread', 'has braces that nobody can read in "{thread"'],
    ['/wiki/{thread*}/edit', 'has "{thread*}" where more follows: only the end of the path can be it'],
    ['/{thread}/{thread}', 'names {thread} more than once'],
    ['/a?b', 'has the parameter "b" without a value'],
    ['/a?b=1&b=2', 'has the parameter "b" twice'],
    ['/a?b=1?c=2', 'has more than one "?"'],
    ['/a?b=1&c=2&d=3&e=4', 'has more than 3 parameters'],
  ])('%s %s', (template, fault) => {
    expect(parseSiteAddress(template)).toBe(fault);
  });

  it('fits the pattern that is made from it, in every order and spelling', () => {
    const names = fc
      .string({ minLength: 1, maxLength: 20, unit: 'grapheme' })
      .filter(
        (name) => /[^/\s.]/.test(name) && !/[\ud800-\udfff]/.test(name.replace(/[\ud800-\udbff][\udc00-\udfff]/g, '')),
      );
    fc.assert(
      fc.property(names, fc.boolean(), (name, swapped) => {
        const template = address('/index.php?title={thread}&action=submit');
        const title = `title=${encodeURIComponent(name)}`;
        const path = `/index.php?${swapped ? `action=submit&x=1&${title}` : `${title}&action=submit`}`;
        expect(matchesAny([addressPattern(template, name)], path)).toBe(true);
        expect(matchesAny([addressPattern(template, null)], path)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('leads, filled in, to the thread that it was filled with', () => {
    expect(fillAddress(address('/index.php?title={thread}&action=edit'), 'Talk:A & B')).toBe(
      '/index.php?title=Talk%3AA%20%26%20B&action=edit',
    );
    expect(fillAddress(address('/wiki/{thread*}'), 'User:Bob/Ünder')).toBe('/wiki/User%3ABob/%C3%9Cnder');
  });
});

const wiki = siteFor({ kind: 'generic', description: descriptionOf('generic', WIKI_DESCRIPTION as never, undefined) });
const asked = (
  site: typeof wiki,
  url: string,
  body: string | Readonly<Record<string, string>>,
  method = 'POST',
): Described => {
  const { pathname, search, searchParams } = new URL(url, 'https://x.example');
  const text = typeof body === 'string' ? body : new URLSearchParams(body).toString();
  return site.describeRequest({
    method,
    path: decodeURIComponent(pathname),
    search,
    body: readPageBody(text, searchParams),
  });
};
const EDIT = '/index.php?title=Talk:Lunch&action=submit';
const form = { wpTextbox1: 'Noon.', wpSummary: '', wpSave: 'Save page', wpEditToken: '+\\', wpUnicodeCheck: 'ℳ' };
const act = (change: object) => ({
  kind: 'acts',
  acts: [{ quoted: '', recipients: null, attachments: [], messageId: null, items: 1, ...change }],
});
const unreadable = (why: string) => ({ kind: 'unreadable-act', why });

describe('a request to a wiki that is only described', () => {
  it.each<[string, Described, object]>([
    ['an edit', asked(wiki, EDIT, form), act({ kind: 'edit', thread: 'Talk:Lunch', text: 'Noon.' })],
    [
      'an edit with a summary, which others read too',
      asked(wiki, EDIT, { ...form, wpSummary: 'An answer' }),
      act({ kind: 'edit', thread: 'Talk:Lunch', text: 'An answer\n\nNoon.' }),
    ],
    [
      'an edit by another order of parameters',
      asked(wiki, '/index.php?action=submit&title=Talk%3ALunch', form),
      act({ kind: 'edit', thread: 'Talk:Lunch', text: 'Noon.' }),
    ],
    [
      'a page made empty',
      asked(wiki, EDIT, { ...form, wpTextbox1: '' }),
      act({ kind: 'edit', thread: 'Talk:Lunch', text: '' }),
    ],
    ['a preview', asked(wiki, EDIT, { ...form, wpPreview: 'Show preview' }), { kind: 'not-an-act' }],
    ['a comparison', asked(wiki, EDIT, { ...form, wpDiff: '1' }), { kind: 'not-an-act' }],
    ['a sign-in', asked(wiki, '/index.php?title=Special:UserLogin', { wpName: 'Bob' }), { kind: 'not-an-act' }],
    [
      'a field that nobody knows',
      asked(wiki, EDIT, { ...form, wpTo: 'x' }),
      unreadable('the field "wpTo" is not known'),
    ],
    [
      'a parameter that nobody knows',
      asked(wiki, `${EDIT}&curid=7`, form),
      unreadable('the field "curid" is not known'),
    ],
    ['a parameter twice', asked(wiki, `${EDIT}&title=Other`, form), { kind: 'unknown' }],
    ['no text', asked(wiki, EDIT, { wpSave: '1' }), unreadable('there is no text')],
    ['a body that cannot be read', asked(wiki, EDIT, 'no form'), unreadable('it is neither a form nor JSON')],
    ['its API', asked(wiki, '/api.php', { action: 'edit', text: 'x' }), { kind: 'unknown' }],
    ['another method', asked(wiki, EDIT, form, 'PUT'), { kind: 'unknown' }],
    ['another path', asked(wiki, '/index.php/Talk:Lunch?action=submit', form), { kind: 'unknown' }],
  ])('%s', (_name, described, expected) => {
    expect(described).toEqual(expected);
  });

  it('goes, released, to that page alone', () => {
    const { method, path } = wiki.sendPath({ kind: 'edit', thread: 'Talk:Lunch' });
    expect(method).toBe('post');
    expect(matchesAny([path], EDIT)).toBe(true);
    expect(matchesAny([path], '/index.php?action=submit&title=Talk%3ALunch')).toBe(true);
    expect(matchesAny([path], '/index.php?title=Talk:Dinner&action=submit')).toBe(false);
    expect(matchesAny([path], '/api.php')).toBe(false);
  });

  it('opens no address by a form that may hold an edit as well as a preview', () => {
    expect(wiki.harmlessPaths).toEqual([]);
  });

  it('shows a thread by both of its addresses', () => {
    expect(wiki.threadOfRead('/index.php/Talk:Lunch', '')).toBe('Talk:Lunch');
    expect(wiki.threadOfRead('/index.php', '?title=Talk:Lunch&action=edit')).toBe('Talk:Lunch');
    expect(wiki.threadOfRead('/load.php', '?modules=x')).toBe(null);
  });
});

const described = (requests: readonly object[], more: object = {}) =>
  siteFor({
    kind: 'generic',
    description: descriptionOf(
      'generic',
      { threads: ['/c/{thread}'], page: {}, requests, ...more } as never,
      undefined,
    ),
  });

describe('a request with JSON', () => {
  const chat = described([
    { method: 'PUT', address: '/drafts/{any}', act: 'none' },
    { method: 'POST', address: '/reports', act: 'none', when: ['$.kind=error'] },
    {
      method: 'POST',
      address: '/api/v3/topics/{thread}',
      act: 'reply',
      title: '$.message.title',
      text: ['$.message.blocks[*].text'],
      ignored: ['$.client', '$.message.id'],
    },
    {
      method: 'POST',
      address: '/api/v3/topics',
      act: 'post',
      text: ['$.text'],
      thread: 'new:{$.category}',
    },
    {
      method: 'POST',
      address: '/send',
      act: 'send',
      title: 'subject',
      text: ['body'],
      thread: 'mail',
      recipients: { to: ['to'], cc: ['cc'] },
      files: ['attachment'],
    },
    { method: 'DELETE', address: '/api/v3/topics/{thread}', act: 'delete' },
    { method: 'GET', address: '/subscribe?list={thread}', act: 'invite' },
  ]);
  const reply = (message: object, more: object = {}) => JSON.stringify({ message, ...more });

  it.each<[string, Described, object]>([
    [
      'nested, with every block',
      asked(
        chat,
        '/api/v3/topics/9',
        reply({ id: 3, title: 'T', blocks: [{ text: 'a' }, { text: 'b' }] }, { client: { os: 'x' } }),
      ),
      act({ kind: 'reply', thread: '9', text: 'T\n\na\n\nb' }),
    ],
    [
      'a value that nobody knows, deep inside',
      asked(chat, '/api/v3/topics/9', reply({ blocks: [{ text: 'a', mention: 'all' }] })),
      unreadable('the field "$.message.blocks[*].mention" is not known'),
    ],
    [
      'a parameter that nobody knows',
      asked(chat, '/api/v3/topics/9?notify=all', reply({ blocks: [{ text: 'a' }] })),
      unreadable('the field "notify" is not known'),
    ],
    [
      'an object where the text should be',
      asked(chat, '/api/v3/topics/9', reply({ blocks: [{ text: { a: 'b' } }] })),
      unreadable('the field "$.message.blocks[*].text.a" is not known'),
    ],
    [
      'what is null says nothing',
      asked(chat, '/api/v3/topics/9', reply({ blocks: [{ text: 'a', to: null }] })),
      act({ kind: 'reply', thread: '9', text: 'a' }),
    ],
    [
      'flat, by the same paths',
      asked(chat, '/api/v3/topics', JSON.stringify({ text: 'a', category: 5 })),
      act({ kind: 'post', thread: 'new:5', text: 'a' }),
    ],
    [
      'without its place',
      asked(chat, '/api/v3/topics', JSON.stringify({ text: 'a' })),
      unreadable('it does not say where it goes'),
    ],
    [
      'a name twice',
      asked(chat, '/api/v3/topics', '{"text":"a","text":"b","category":5}'),
      unreadable('a field stands there more than once'),
    ],
    [
      'the names that every object has',
      asked(chat, '/api/v3/topics/9', '{"message":{"blocks":[{"text":"a"}]},"__proto__":{"x":"y"}}'),
      unreadable('the field "$.__proto__.x" is not known'),
    ],
    ['a draft', asked(chat, '/drafts/4', 'anything at all', 'PUT'), { kind: 'not-an-act' }],
    ['a report by its kind', asked(chat, '/reports', '{"kind":"error","x":{"y":1}}'), { kind: 'not-an-act' }],
    [
      'mail with its recipients and a file',
      asked(chat, '/send', {
        subject: 'S',
        body: 'B',
        to: 'Bob <bob@corp.example>, eve@rival.example',
        cc: '',
        attachment: 'x.pdf',
      }),
      act({
        kind: 'send',
        thread: 'mail',
        text: 'S\n\nB',
        recipients: { to: ['bob@corp.example', 'eve@rival.example'], cc: [], bcc: [] },
        attachments: 'unknown',
      }),
    ],
    ['mail to nobody', asked(chat, '/send', { subject: 'S', body: 'B', to: '' }), unreadable('it names no recipient')],
    [
      'mail to what is no address',
      asked(chat, '/send', { subject: 'S', body: 'B', to: 'bob' }),
      unreadable('a recipient cannot be read'),
    ],
    [
      'a deletion names what goes',
      asked(chat, '/api/v3/topics/9', '', 'DELETE'),
      act({ kind: 'delete', thread: '9', text: '9' }),
    ],
  ])('%s', (_name, found, expected) => {
    expect(found).toEqual(expected);
  });

  it('has a GET that changes something among the writes', () => {
    expect(matchesAny(chat.writingGets, '/subscribe?list=7')).toBe(true);
    expect(matchesAny(chat.writingGets, '/c/7')).toBe(false);
  });

  it('leaves open what is harmless whatever is in it, and nothing else', () => {
    expect(matchesAny(chat.harmlessPaths, '/drafts/4')).toBe(true);
    expect(matchesAny(chat.harmlessPaths, '/reports')).toBe(false);
    expect(matchesAny(chat.harmlessPaths, '/api/v3/topics/9')).toBe(false);
  });

  it('opens no harmless address by which acts may go too', () => {
    const open = described([
      { method: 'POST', address: '/posts', when: ['save'], act: 'post', text: ['body'], thread: 'all' },
      { method: 'POST', address: '/{any}', act: 'none' },
    ]);
    expect(open.harmlessPaths).toEqual([]);
  });
});

describe('whatever comes', () => {
  it('a described site neither throws nor takes an edit for nothing', () => {
    const values = fc.dictionary(
      fc.constantFrom('wpTextbox1', 'wpSummary', 'wpSave', 'title', '__proto__', 'x', '$'),
      fc.string(),
    );
    fc.assert(
      fc.property(values, fc.webQueryParameters(), (fields, query) => {
        const found = asked(wiki, `/index.php?title=A&action=submit&${query}`, { ...fields, wpTextbox1: 'T' });
        expect(['acts', 'unreadable-act', 'unknown']).toContain(found.kind);
      }),
      { numRuns: 3_000 },
    );
  });
});
