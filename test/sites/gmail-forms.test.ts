import { describe, expect, it } from 'vitest';
import { describeRequest, HARMLESS_PATHS, sendPath, WRITING_GETS } from '../../src/sites/gmail/requests.ts';
import { readPageBody } from '../../src/sites/read-body.ts';
import type { Described, RequestBody } from '../../src/sites/site.ts';
import { at, BOB, DRAFT, message, QUOTE, request, SEND, update } from './gmail-fixtures.ts';

const post = (body: RequestBody, path: string) => describeRequest({ method: 'POST', path, body });
const sync = (value: unknown) => post({ kind: 'json', value, query: [] }, '/sync/u/0/i/s');
const send = () => message('msg-a:r81', { labels: SEND, to: BOB });
const draft = () => message('msg-a:r82', { labels: DRAFT, to: BOB });

describe('other requests to Gmail', () => {
  const form = (fields: Readonly<Record<string, string>>): RequestBody => ({
    kind: 'fields',
    fields: new Map(Object.entries(fields)),
  });
  const mail = { act: 'sm', to: 'B <bob@corp.example>, c@x.example', subject: 'Plan', body: 'Hi', rt: '#thread-a:r26' };

  it.each<[string, string, RequestBody]>([
    [
      'a send where Gmail fetches a list',
      '/sync/u/0/i/bv',
      { kind: 'json', value: request(update(send())), query: [] },
    ],
    ['a send where it fetches mail', '/sync/u/0/i/fd', { kind: 'json', value: request(update(send())), query: [] }],
    ['a send in the address of a list', '/sync/u/0/i/bv', { kind: 'json', value: [], query: ['[["msg-a:r1"]]'] }],
    [
      'a send in the address of a draft',
      '/sync/u/0/i/s',
      { kind: 'json', value: request(update(draft())), query: ['en', JSON.stringify(request(update(send())))] },
    ],
    ['an address fetched that writes', '/sync/u/0/i/s', form({ req: JSON.stringify(request(update(send()))) })],
  ])('%s is surely seen by others', (_name, path, body) => {
    expect(post(body, path).kind).toBe('unreadable-act');
  });

  it.each([
    ['/sync/u/0/i/s?hl=en&req=%5B%5D', true],
    ['/sync/u/0/d/A/i/s', true],
    ['/mail/u/0/?ui=2&act=sm&to=x', true],
    ['/mail/u/0/?act=sd', true],
    ['/mail/u/0/?ui=2&view=att&th=1&attid=0.1', false],
    ['/mail/u/0/?view=cm&fs=1&to=a@b.example', false],
    ['/mail/u/0/#inbox', false],
    ['/sync/u/0/i/fd?hl=en', false],
  ])('a GET of %s may write: %s', (address, writes) => {
    expect(WRITING_GETS.some((each) => new RegExp(`^${each}$`).test(address))).toBe(writes);
  });

  it.each<[string, RequestBody]>([
    ['unreadable', { kind: 'unreadable', why: 'x' }],
    ['a form', { kind: 'fields', fields: new Map([['act', 'sd']]) }],
    ['flat', readPageBody('{"1":"2"}', new URLSearchParams('hl=en'))],
    ['with a name twice', readPageBody('{"2":{"1":[]},"2":{"1":[]},"4":{"1":1}}', new URLSearchParams())],
  ])('a sync request that is %s, is surely seen by others', (_name, body) => {
    expect(post(body, '/sync/u/0/i/s').kind).toBe('unreadable-act');
  });

  it.each<[string, string, RequestBody, Described['kind']]>([
    ['another mailbox', '/sync/u/3/i/s', { kind: 'json', value: request(update(draft())), query: [] }, 'not-an-act'],
    [
      'a delegated mailbox',
      '/sync/u/0/d/AEoRXR/i/s',
      { kind: 'json', value: request(update(send())), query: [] },
      'acts',
    ],
    ['fetching mail', '/sync/u/0/i/fd', { kind: 'json', value: [], query: [] }, 'not-an-act'],
    ['fetching a list', '/sync/u/12/i/bv', { kind: 'unreadable', why: 'x' }, 'not-an-act'],
    ['waiting for news', '/mail/u/0/channel/bind', form({ count: '1' }), 'not-an-act'],
    ['logging', '/mail/u/0/logstreamz', { kind: 'unreadable', why: 'x' }, 'not-an-act'],
    ['signing in', '/ServiceLogin', form({}), 'not-an-act'],
    ['other accounts', '/accounts/SetSID', form({}), 'not-an-act'],
    ['a path that only begins so', '/mail/u/0/channel/bind/send', form({}), 'unknown'],
    ['another sync path', '/sync/u/0/i/x', { kind: 'json', value: [], query: [] }, 'unknown'],
    ['settings', '/mail/u/0/', form({ act: 'prefs' }), 'unknown'],
    ['a form that saves a draft', '/mail/u/0/', form({ ...mail, act: 'sd' }), 'not-an-act'],
    ['a form that sends to nobody', '/mail/u/0/', form({ ...mail, to: '' }), 'unreadable-act'],
    ['a form that sends to who knows', '/mail/u/0/', form({ ...mail, cc: 'Bob' }), 'unreadable-act'],
    ['a form with an unknown field', '/mail/u/0/', form({ ...mail, x: '1' }), 'unreadable-act'],
    ['a form with two subjects', '/mail/u/0/', form({ ...mail, subjectbox: 'Other' }), 'unreadable-act'],
    ['a form that cannot be read', '/mail/u/0/', { kind: 'unreadable', why: 'x' }, 'unreadable-act'],
    ['a form without scripts', '/mail/u/0/h/1abc/', form({ nvp_bu_send: 'Send', to: 'b@x.example' }), 'unreadable-act'],
    ['a document', '/mail/u/0/', { kind: 'json', value: [], query: [] }, 'unknown'],
    ['something else', '/upload', form({}), 'unknown'],
  ])('%s', (_name, path, body, kind) => {
    expect(post(body, path).kind).toBe(kind);
  });

  it.each([
    ['plain', mail, { text: 'Plan\n\nHi', attachments: [] }],
    ['HTML', { ...mail, ishtml: '1', body: `a${QUOTE}` }, { quoted: 'Eve wrote:\nold words' }],
    ['with tags in plain text', { ...mail, body: '<b>' }, { text: 'Plan\n\n<b>' }],
    ['with a file', { ...mail, attach: 'f_1' }, { attachments: 'unknown' }],
    ['in an older thread', { ...mail, rt: '', th: '14d10ce8187dd269' }, { thread: 'thread-legacy:14d10ce8187dd269' }],
    ['that is new', { ...mail, rt: '' }, { thread: 'thread-new' }],
  ])('a form that sends, %s', (_name, fields, act) => {
    const described = post(form(fields), '/mail/u/0/');
    const to = ['bob@corp.example', 'c@x.example'];
    expect(described).toMatchObject({ kind: 'acts', acts: [{ recipients: { to, cc: [], bcc: [] }, ...act }] });
  });

  it('opens one path for a release, and no harmless path is it', () => {
    const { method, path } = sendPath({ kind: 'send', thread: 'thread-a:r26' });
    expect(method).toBe('post');
    expect(new RegExp(`^${path}$`).test('/sync/u/0/i/s?hl=en&c=7')).toBe(true);
    expect(HARMLESS_PATHS.some((each) => new RegExp(`^${each}([?#].*)?$`).test('/sync/u/0/i/s'))).toBe(false);
    // A browser refuses all rules when one of them grows past 2 kB, and repetitions that are counted grow.
    const paths = [...HARMLESS_PATHS, ...WRITING_GETS, sendPath({ kind: 'send', thread: '' }).path];
    expect(paths.filter((each) => /\{\d*,?\d*\}/.test(each))).toEqual([]);
  });

  it('a sync request without end has a result', () => {
    let deep: unknown = [];
    for (let i = 0; i < 100_000; i++) deep = [deep];
    expect(sync(request(at(20, deep))).kind).toBe('unknown');
    expect(sync(Array.from({ length: 600_000 }, () => 1)).kind).toBe('unreadable-act');
  });
});
