import { describe, expect, it } from 'vitest';
import { describeRequest } from '../../src/sites/gmail/requests.ts';
import type { RequestBody } from '../../src/sites/site.ts';
import {
  ACKNOWLEDGEMENT,
  asObjects,
  at,
  BOB,
  DRAFT,
  firstSave,
  labels,
  message,
  QUOTE,
  reply,
  request,
  SEND,
  update,
} from './gmail-fixtures.ts';

const post = (body: RequestBody, path = '/sync/u/0/i/s') => describeRequest({ method: 'POST', path, body });
const sync = (value: unknown) => post({ kind: 'json', value, query: [] });
const send = (mail: Partial<Parameters<typeof message>[1]> = {}) =>
  message('msg-a:r81', { labels: SEND, to: BOB, ...mail });
const draft = (mail: Partial<Parameters<typeof message>[1]> = {}) =>
  message('msg-a:r82', { labels: DRAFT, to: BOB, ...mail });

const SENT = {
  kind: 'send',
  thread: 'thread-a:r26',
  text: 'Plan\n\nHello\nBob',
  quoted: '',
  recipients: { to: ['bob@corp.example'], cc: [], bcc: [] },
  attachments: [],
  messageId: 'msg-a:r81',
  items: 1,
};

describe('a mail that Gmail sends', () => {
  it.each<[string, unknown, object]>([
    ['from its draft', request(update(send())), SENT],
    ['as a reply', request(reply(send())), SENT],
    ['at once', request(firstSave(send())), SENT],
    ['at once, with its subject as the thread’s title', request(firstSave(send(), 'Plan')), SENT],
    ['in an operation that has moved', request(at(14, [send(), null, 1])), SENT],
    ['later', request(update(send({ labels: ['^all', '^scheduled', '^r'] }))), SENT],
    ['and marks as replied', request(update(send()), labels(['^io_re'], ['^io_fwd'])), SENT],
    ['beside a draft', request(update(draft()), update(send())), SENT],
    [
      'to all kinds of recipients',
      request(
        update(
          send({
            to: [
              [1, 'b@x.example'],
              [1, 'a@x.example', 'ceo@corp.example'],
            ],
            cc: [[1, 'c@bücher.example', null, null, null, null, null, null, null, 'c@bücher.example']],
            bcc: [
              [1, 'd@x.example'],
              [1, 'D@X.example', 'Again'],
            ],
          }),
        ),
      ),
      {
        ...SENT,
        recipients: {
          to: ['b@x.example', 'a@x.example'],
          cc: ['c@xn--bcher-kva.example'],
          bcc: ['d@x.example'],
        },
      },
    ],
    [
      'to hidden copies alone',
      request(update(send({ to: null, bcc: BOB }))),
      {
        ...SENT,
        recipients: { to: [], cc: [], bcc: ['bob@corp.example'] },
      },
    ],
    [
      'with a quotation',
      request(
        update(
          send({
            parts: [
              [0, '<div>new</div>'],
              [2, QUOTE],
            ],
          }),
        ),
      ),
      {
        ...SENT,
        text: 'Plan\n\nnew\n\nEve wrote:\nold words',
        quoted: '\nEve wrote:\nold words',
      },
    ],
    [
      'with a quotation within its text',
      request(update(send({ parts: [[0, `<div>new</div>${QUOTE}`]] }))),
      {
        ...SENT,
        text: 'Plan\n\nnew\n\nEve wrote:\nold words',
        quoted: 'Eve wrote:\nold words',
      },
    ],
    ['without a subject', request(update(send({ subject: '' }))), { ...SENT, text: '\n\nHello\nBob' }],
    [
      'with a subject of two lines',
      request(update(send({ subject: 'a\r\nb' }))),
      { ...SENT, text: 'a b\n\nHello\nBob' },
    ],
    [
      'with hidden text and targets',
      request(update(send({ parts: [[0, '<p hidden>a</p><a href="https://e.example">b</a>']] }))),
      {
        ...SENT,
        text: 'Plan\n\na\nb <https://e.example>',
      },
    ],
    ['as an answer', request(reply(send({ more: { 15: '<a+b=c@mail.example>' } }))), SENT],
  ])('%s', (_name, document, act) => {
    expect(sync(document)).toEqual({ kind: 'acts', acts: [act] });
    expect(sync(asObjects(document))).toEqual({ kind: 'acts', acts: [act] });
  });

  it('with one file is another act than with another file', () => {
    const withFile = (name: string) => {
      const file = ['image/png', name, 9, null, 'f_1', 'https://x.example'];
      const described = sync(request(update(send({ more: { 11: [file] } }))));
      return described.kind === 'acts' ? described.acts[0].attachments : null;
    };
    expect(withFile('a.png')).toEqual([expect.stringContaining('a.png')]);
    expect(withFile('b.png')).not.toEqual(withFile('a.png'));
  });

  it('may be one of several', () => {
    const described = sync(request(update(send()), update(send({ to: [[1, 'c@x.example']] }))));
    expect(described.kind === 'acts' && described.acts.map((act) => act.recipients?.to)).toEqual([
      ['bob@corp.example'],
      ['c@x.example'],
    ]);
  });

  it('goes to the thread alone, in accounts without conversations', () => {
    const document = [[null, null, 2], [[[1, ['thread-a:r26|msg-a:r81', update(send())]]]], null, [1, 1], 2];
    expect(sync(document)).toEqual({ kind: 'acts', acts: [SENT] });
  });
});

describe('what nobody else sees', () => {
  it.each<[string, unknown]>([
    ['the first save of a draft', request(firstSave(draft()))],
    ['the first save, with its title', request(firstSave(draft(), 'Plan'))],
    ['the draft of a reply', request(reply(draft()))],
    [
      'a change of a draft',
      request(
        update(
          draft({
            parts: [
              [0, 'x'],
              [2, QUOTE],
            ],
          }),
        ),
      ),
    ],
    ['a draft to nobody', request(update(draft({ to: null })))],
    ['a mail that was read', request(labels(['^o'], ['^u', '^us']))],
    ['a mail marked as unread', request(labels(['^u'], null))],
    ['what Gmail calls important', request(labels(['^io_im'], ['^io_ns']))],
    ['only asking for news', ACKNOWLEDGEMENT],
  ])('%s', (_name, document) => {
    expect(sync(document)).toEqual({ kind: 'not-an-act' });
    expect(sync(asObjects(document))).toEqual({ kind: 'not-an-act' });
  });
});

describe('what no pattern knows', () => {
  it.each<[string, unknown]>([
    ['an operation of another kind', request(at(20, [1]))],
    ['an empty operation', request([])],
    ['a draft in an operation that has moved', request(at(14, [draft(), null, 1]))],
    ['a draft with words beside it', request(at(13, [draft(), 'words', 1]))],
    ['words in the frame', [null, null, ['words'], [1], 2]],
  ])('%s', (_name, document) => {
    expect(sync(document)).toEqual({ kind: 'unknown' });
  });
});

describe('what others will see and cannot be read', () => {
  it.each<[string, unknown]>([
    ['no recipient', request(update(send({ to: null })))],
    ['empty lists of recipients', request(update(send({ to: [], cc: [], bcc: [] })))],
    [
      'one hidden recipient that is no address, among others',
      request(update(send({ bcc: [...BOB, [1, 'eve\u00ad@evil.example']] }))),
    ],
    ['a recipient that is no address', request(update(send({ to: [[1, 'Bob']] })))],
    ['a recipient of another kind', request(update(send({ to: [[2, 'bob@corp.example']] })))],
    ['a recipient with more to say', request(update(send({ to: [[1, 'bob@corp.example', 'B', 'eve@evil.example']] })))],
    [
      'a recipient with another address behind',
      request(
        update(send({ to: [[1, 'bob@corp.example', 'B', null, null, null, null, null, null, 'eve@evil.example']] })),
      ),
    ],
    ['recipients that are no list', request(update(send({ cc: 'eve@evil.example' })))],
    ['recipients that are a number', request(update(send({ bcc: 5 })))],
    ['a recipient outside the lists', request(update(send({ more: { 5: BOB } })))],
    ['a position that nobody knows', request(update(send({ more: { 23: 'words' } })))],
    ['a position that nobody knows, deep inside', request(update(send({ more: { 23: [[1, ['words']]] } })))],
    ['a header with words', request(update(send({ more: { 15: 'words' } })))],
    ['a sender that is none', request(update(send({ more: { 1: ['words'] } })))],
    ['a text of another kind', request(update(send({ parts: [[1, 'x']] })))],
    ['a text that is no text', request(update(send({ parts: [[0, ['x']]] })))],
    ['no text', request(update(send({ more: { 8: null } })))],
    ['plain text, which was never recorded', request(update(send({ more: { 8: [null, [[0, 'x']]] } })))],
    ['a subject that is no text', request(update(send({ subject: ['x'] })))],
    ['labels of draft and sent mail', request(update(draft({ labels: ['^r', '^f'] })))],
    ['labels in another place', request(update(draft({ more: { 10: null, 20: DRAFT } })))],
    ['a message without labels', request(update(draft({ more: { 10: null } })))],
    ['a message that is none', request(update(['msg-a:r1']))],
    ['a send outside the operations', [...request(update(draft())), [send()]]],
    ['a draft outside the operations', [...request(labels(['^o'], null)), [draft()]]],
    ['the mark of sending beside a draft', request(at(13, [draft(), '^pfg', 1]))],
    ['the mark of sending in another place of a draft', request(update(draft({ more: { 20: ['^pfg'] } })))],
    ['the mark of sending in the frame', [null, null, ['^scheduled'], [1], 2]],
    ['a change of labels that sends a draft', request(labels(['^pfg'], ['^r']))],
    ['a change of labels that calls a draft sent', request(labels(['^f'], ['^r']))],
    ['a change of labels that is none', request(labels('^o', null))],
    ['an operation of another kind beside a send', request(update(send()), at(20, [1]))],
    ['words beside a send', request(at(13, [send(), 'words', 1]))],
    ['another title beside a first send', request(firstSave(send(), 'words'))],
    ['an operation without a thread', [null, [[[7, [null, update(send())]]]], null, [1], 2]],
    ['an operation without a number', [null, [[[null, ['thread-a:r26', update(send())]]]], null, [1], 2]],
    ['operations twice', [null, [[], [[7, ['thread-a:r26', update(send())]]]], null, [1], 2]],
    ['a list of nothing', []],
    ['another document', { a: { b: 1 } }],
    ['a name that is no position', { 2: { 1: [] }, 4: { 1: 1 }, '01': { 1: 1 } }],
  ])('%s', (_name, document) => {
    expect(sync(document).kind).toBe('unreadable-act');
  });
});

describe('a mailbox that several people look after', () => {
  const delegated = (value: unknown, path = '/sync/u/0/d/AEoRXRT4k/i/s') =>
    post({ kind: 'json', value, query: [] }, path);

  it.each<[string, unknown, string]>([
    ['a draft', request(firstSave(draft())), 'msg-a:r82'],
    ['a changed draft', request(update(draft())), 'msg-a:r82'],
    ['a draft to nobody', request(update(draft({ to: null }))), 'msg-a:r82'],
  ])('%s is read by others, and nobody knows by whom', (_name, document, messageId) => {
    const shared = { kind: 'edit', recipients: null, text: 'Plan\n\nHello\nBob', thread: 'thread-a:r26', messageId };
    expect(delegated(document)).toMatchObject({ kind: 'acts', acts: [shared] });
    expect(delegated(asObjects(document))).toMatchObject({ kind: 'acts', acts: [shared] });
  });

  it('a draft that cannot be read is no harmless draft', () => {
    expect(delegated(request(update(draft({ more: { 23: 'words' } })))).kind).toBe('unreadable-act');
  });

  it('sends and draft saves of one request are all acts', () => {
    const described = delegated(request(update(draft()), update(send())));
    expect(described.kind === 'acts' && described.acts.map(({ kind }) => kind)).toEqual(['edit', 'send']);
  });

  it('what its owner only marks stays unseen', () => {
    expect(delegated(request(labels(['^o'], ['^u'])))).toEqual({ kind: 'not-an-act' });
  });
});
