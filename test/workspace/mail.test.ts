/** The stand-in mail tells the truth: what arrived in whatever shape, what of it left, and what was taken back. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { recordings } from '../recordings.ts';
import { ask, makeTls, signedInToMailAs } from './loopback.ts';
import { type Mail, startMail } from './mail.ts';
import { readSync } from './mail-messages.ts';

let mail: Mail;
let cookie: string;

beforeAll(async () => {
  mail = await startMail({ tls: await makeTls('mail.google.com') });
  cookie = await signedInToMailAs(mail.port, 'alice');
});
beforeEach(() => mail.reset());
afterAll(() => mail.close());

const SYNC = '/sync/u/0/i/s?hl=en&c=4';
const THREAD = 'thread-a:r7001';
const DRAFT = ['^all', '^r', '^r_bt'];
const SEND = ['^all', '^pfg', '^f_bt', '^f_btns', '^f_cl', '^i', '^u'];
const NEW = '<div dir="ltr">Grüße &amp; 100 %</div>';
const QUOTED = '<br><div class="gmail_quote">earlier</div>';

const none = (count: number): readonly null[] => Array.from({ length: count }, () => null);

/** A message as clients write it since 2022. */
function message(id: string, labels: readonly string[], to = 'bob@corp.example'): readonly unknown[] {
  const from = [1, 'alice@corp.example', 'Alice Chen'];
  const parts = [
    [0, NEW],
    [2, QUOTED],
  ];
  const copies = [[[1, 'ken@corp.example', 'Ken']], [[1, 'dave@northwind.example']]];
  return [id, from, [[1, to, 'Bob']], ...copies, null, 1, 'Lunch', [null, parts], null, labels];
}

const first = (...given: Parameters<typeof message>) => [null, null, [['', null, 1, THREAD, [message(...given)]]]];
const reply = (...given: Parameters<typeof message>) => [null, [message(...given), 'msg-f:1', 1]];
const update = (...given: Parameters<typeof message>) => [...none(13), [message(...given), null, 1]];
const labels = (add: readonly string[], remove: readonly string[], id: string) => [...none(6), [add, remove, [id]]];

/** A sync of these operations, numbered from 5. */
function sync(...operations: readonly unknown[]): string {
  return JSON.stringify([null, [operations.map((operation, index) => [index + 5, [THREAD, operation]])], null, [1], 2]);
}

function post(body: string, path = SYNC, type = 'application/json') {
  return ask(mail.port, { method: 'POST', path, cookie, type, body });
}

const IN_FULL = {
  kind: 'send',
  from: 'alice@corp.example',
  to: ['bob@corp.example'],
  cc: ['ken@corp.example'],
  bcc: ['dave@northwind.example'],
  subject: 'Lunch',
  html: NEW + QUOTED,
  newHtml: NEW,
  quotedHtml: QUOTED,
};

describe('a message', () => {
  it.each([
    ['the first save of a new one', first],
    ['the first save of an answer', reply],
    ['an update', update],
  ])('is read where it stands: %s', async (_, shape) => {
    await post(sync(shape('msg-a:r1', DRAFT)));
    expect(mail.arrivals).toMatchObject([{ kind: 'draft', user: 'alice', messages: [{ ...IN_FULL, kind: 'draft' }] }]);
    expect(mail.sent()).toEqual([]);
    const answer = await post(sync(shape('msg-a:r1', SEND)));
    expect(JSON.parse(answer.body)[0][0][0][0]).toBe(5);
    expect(mail.sent()).toMatchObject([{ ...IN_FULL, id: 'msg-a:r1', thread: THREAD }]);
  });

  it('leaves in the shape of 2018 as well', async () => {
    const old = {
      '1': 'msg-a:r2',
      '2': { '1': 1, '2': 'alice@corp.example' },
      '3': [{ '1': 1, '2': 'bob@corp.example' }],
      '4': [{ '1': 1, '2': 'ken@corp.example' }],
      '5': [{ '1': 1, '2': 'dave@northwind.example' }],
      '8': 'Lunch',
      '9': {
        '2': [
          { '1': 0, '2': NEW },
          { '1': 2, '2': QUOTED },
        ],
        '7': 1,
      },
      '11': SEND,
    };
    await post(JSON.stringify({ '2': { '1': [{ '1': '5', '2': { '1': THREAD, '2': { '14': { '1': old } } } }] } }));
    expect(mail.sent()).toMatchObject([{ ...IN_FULL, id: 'msg-a:r2', thread: THREAD }]);
  });

  it.each([
    ['under any content type', SYNC, 'text/plain;charset=UTF-8', (body: string) => body],
    ['without a content type', SYNC, '', (body: string) => body],
    ['at any address of the protocol', '/sync/u/3/anything', 'application/json', (body: string) => body],
    ['at the address of a poll', '/sync/u/0/i/fd', 'application/json', (body: string) => body],
    ['at an encoded address', '//%73ync/u/0/i/s', 'application/json', (body: string) => body],
    [
      'as a form',
      SYNC,
      'application/x-www-form-urlencoded',
      (body: string) => String(new URLSearchParams({ req: body })),
    ],
  ])('leaves %s', async (_, path, type, shaped) => {
    await post(shaped(sync(update('msg-a:r3', SEND))), path, type);
    expect(mail.sent()).toMatchObject([IN_FULL]);
    expect(mail.arrivals).toMatchObject([{ kind: 'send', path, contentType: type }]);
  });

  it.each(['GET', 'POST'])('leaves from the query of a %s', async (method) => {
    const path = `/sync/u/0/i/s?req=${encodeURIComponent(sync(update('msg-a:r4', SEND)))}`;
    await ask(mail.port, { method, path, cookie });
    expect(mail.sent()).toMatchObject([IN_FULL]);
  });

  it('leaves by the classic form, and without anybody being signed in', async () => {
    const fields = { to: '"Bob" <bob@corp.example>, dave@northwind.example', subject: 'Lunch', body: NEW };
    const form = (act: string) => String(new URLSearchParams({ act, ...fields }));
    const type = 'application/x-www-form-urlencoded';
    await ask(mail.port, { method: 'POST', path: '/mail/u/0/?ui=2', type, body: form('sd') });
    expect(mail.sent()).toEqual([]);
    await ask(mail.port, { method: 'POST', path: '/mail/u/0/?ui=2', type, body: form('sm') });
    await post(String(new URLSearchParams(fields)), '/mail/u/0/?ui=2&act=sm', type);
    expect(mail.arrivals.map(({ kind }) => kind)).toEqual(['draft', 'send', 'send']);
    expect(mail.sent()).toHaveLength(2);
    expect(mail.sent()[0]).toMatchObject({ to: ['bob@corp.example', 'dave@northwind.example'], html: NEW });
  });

  it('leaves when a saved draft only gets the label', async () => {
    await post(sync(update('msg-a:r5', DRAFT)));
    await post(sync(labels(['^pfg'], ['^r'], 'msg-a:r5')));
    expect(mail.arrivals.map(({ kind }) => kind)).toEqual(['draft', 'send']);
    expect(mail.sent()).toMatchObject([IN_FULL]);
  });

  it('reaches those it is for', async () => {
    await post(sync(update('msg-a:r6', SEND)));
    const bob = await ask(mail.port, { method: 'POST', path: '/sync/u/0/i/bv', cookie: '_t=bob', body: '[]' });
    const helen = await ask(mail.port, { method: 'POST', path: '/sync/u/0/i/bv', cookie: '_t=helen', body: '[]' });
    expect(bob.body).toContain('msg-a:r6');
    expect(helen.body).not.toContain('msg-a:r6');
  });
});

describe('one request', () => {
  it('may hold a draft and two sends, and counts as a send', async () => {
    const sends = ['msg-a:r11', 'msg-a:r12'].map((id) => update(id, SEND));
    await post(sync(first('msg-a:r10', DRAFT), ...sends, labels(['^io_re'], ['^io_fwd'], 'msg-f:1')));
    expect(mail.arrivals).toMatchObject([{ kind: 'send', numbers: [5, 6, 7, 8] }]);
    expect(mail.arrivals[0]?.messages.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      'msg-a:r10 draft',
      'msg-a:r11 send',
      'msg-a:r12 send',
    ]);
    expect(mail.sent().map(({ id }) => id)).toEqual(['msg-a:r11', 'msg-a:r12']);
  });

  it('that comes twice is counted twice', async () => {
    for (let times = 0; times < 2; times += 1) await post(sync(update('msg-a:r13', SEND)));
    expect(mail.sent()).toHaveLength(2);
  });

  it('can be refused, and is on record then without effect', async () => {
    mail.refuseNext(2);
    const answers = [];
    for (let times = 0; times < 3; times += 1) answers.push((await post(sync(update('msg-a:r14', SEND)))).status);
    await post('[]', '/sync/u/0/i/bv');
    expect(answers).toEqual([503, 503, 200]);
    expect(mail.arrivals.map(({ kind, accepted }) => `${kind} ${accepted}`)).toEqual([
      'send false',
      'send false',
      'send true',
      'quiet true',
    ]);
    expect(mail.sent()).toHaveLength(1);
  });
});

describe('other writes', () => {
  it('takes a message back that has just been sent', async () => {
    await post(sync(update('msg-a:r20', SEND)));
    await post(sync(labels(['^r', '^r_bt'], ['^pfg', '^f_bt'], 'msg-a:r20')));
    expect(mail.arrivals.map(({ kind }) => kind)).toEqual(['send', 'undo']);
    expect(mail.sent()).toEqual([]);
    await post(sync(update('msg-a:r20', SEND)));
    expect(mail.sent()).toHaveLength(1);
  });

  it('is not moved to take a message back by a late save of its draft', async () => {
    await post(sync(update('msg-a:r21', SEND)));
    await post(sync(update('msg-a:r21', DRAFT)));
    expect(mail.sent()).toHaveLength(1);
  });

  it.each([
    ['archive', ['^a'], ['^i'], 'move'],
    ['trash', ['^k'], ['^i'], 'move'],
    ['star', ['^t'], [], 'move'],
    ['read', ['^o'], ['^u', '^us'], 'quiet'],
    ['unread', ['^u'], [], 'quiet'],
  ])('knows %s by its labels', async (_, add, remove, kind) => {
    const id = `msg-f:${0x19a3f21b5c8d4e02n}`;
    await post(sync(labels(add, remove, id)));
    expect(mail.arrivals).toMatchObject([{ kind, changes: [{ add, remove, messages: [id] }] }]);
    const inbox = await post('[[null,"^i",50]]', '/sync/u/0/i/bv');
    expect(inbox.body.includes('Bike rack')).toBe(!remove.some((label) => label === '^i'));
  });

  it('tells settings, polls and what it does not know apart', async () => {
    const type = 'application/x-www-form-urlencoded';
    await post('act=prefs&sx_em=dave%40northwind.example', '/mail/u/0/?ui=2&act=prefs', type);
    await post('[]', '/mail/u/0/logstreamz', 'text/plain');
    await post('[[["thread-f:1"]]]', '/sync/u/0/i/fd');
    await post('{"something":"else"}');
    await post('x=1', '/mail/u/0/elsewhere', type);
    expect(mail.arrivals.map(({ kind }) => kind)).toEqual(['setting', 'quiet', 'quiet', 'unknown', 'unknown']);
  });
});

const { names, textOf } = recordings('gmail-net');

describe.runIf(names.length > 0)('recorded requests (skipped where the recordings are not at hand)', () => {
  const files = names.filter((name) => /^20.*_request.*json$/.test(name));

  it.each(files)('%s is read by what it says', (name) => {
    const { messages, numbers } = readSync([JSON.parse(textOf(name))]);
    expect(messages.map(({ kind }) => kind)).toEqual([/Send/.test(name) ? 'send' : 'draft']);
    expect(messages[0]).toMatchObject({
      id: expect.stringMatching(/^msg-a:r/),
      thread: expect.stringMatching(/^thread-[af]:r?-?\d+$/),
      from: expect.stringContaining('@'),
      html: expect.stringContaining('<div'),
    });
    expect(numbers.length).toBeGreaterThan(0);
  });
});
