/** What Gmail does with mail that is there: one act for each kind, with every mail counted and named. */
import { describe, expect, it } from 'vitest';
import { describeRequest } from '../../src/sites/gmail/requests.ts';
import { asObjects, at, BOB, labels, message, request, SEND, update } from './gmail-fixtures.ts';

const sync = (value: unknown) =>
  describeRequest({ method: 'POST', path: '/sync/u/0/i/s', body: { kind: 'json', value, query: [] } });
const on = (messages: unknown, added: unknown, removed: unknown, ...beside: readonly unknown[]) =>
  at(6, [added, removed, messages, ...beside]);
const NOBODY = { to: [], cc: [], bcc: [] };

describe('a change of labels', () => {
  it.each<[string, string, unknown, unknown, string]>([
    ['archives', 'archive', ['^a'], ['^i', '^iim', '^us'], '+^a -^i -^iim -^us'],
    ['archives, said by what it takes off alone', 'archive', null, ['^i'], '-^i'],
    ['moves out of the inbox to a label', 'archive', ['^x_3808'], ['^i'], '+^x_3808 -^i'],
    ['throws away', 'trash', ['^k'], ['^i', '^a'], '+^k -^a -^i'],
    ['throws away and archives', 'trash', ['^a', '^k'], ['^i'], '+^a +^k -^i'],
    ['discards a draft', 'trash', ['^k'], ['^r', '^r_bt'], '+^k -^r -^r_bt'],
    ['reports as spam', 'spam', ['^s'], ['^i'], '+^s -^i'],
    ['takes out of spam', 'label', ['^i'], ['^s'], '+^i -^s'],
    ['takes out of the bin', 'label', ['^i'], ['^k'], '+^i -^k'],
    ['puts a label on', 'label', ['^x_3808'], null, '+^x_3808'],
    ['takes a label off', 'label', null, ['^x_3808'], '-^x_3808'],
    ['stars', 'label', ['^t'], null, '+^t'],
    ['mutes', 'label', ['^g'], null, '+^g'],
    [
      'takes a mail back that is being sent',
      'label',
      ['^r', '^r_bt'],
      ['^pfg', '^f_bt', '^i'],
      '+^r +^r_bt -^f_bt -^i -^pfg',
    ],
    ['takes a mail back that was to be sent later', 'label', ['^r'], ['^scheduled'], '+^r -^scheduled'],
  ])('%s', (_name, kind, added, removed, head) => {
    const document = request(labels(added, removed));
    for (const each of [document, asObjects(document)])
      expect(sync(each)).toEqual({
        kind: 'acts',
        acts: [
          {
            kind,
            thread: 'thread-a:r26',
            text: `${head}\nthread-a:r26 msg-f:17460356`,
            quoted: '',
            recipients: NOBODY,
            attachments: [],
            messageId: expect.stringMatching(/^change:[0-9a-f]{32}$/),
            items: 1,
          },
        ],
      });
  });

  it.each<[string, unknown]>([
    ['a list of mails', ['msg-f:2', 'msg-f:3']],
    ['one more mail', 'msg-f:2'],
    ['mails deep inside', [1, [[null, 'msg-f:2']]]],
    ['a thread', 'thread-f:9'],
  ])('cannot be counted where more is named beside its mails: %s', (_name, beside) => {
    for (const document of [
      request(on(['msg-f:1'], ['^k'], null, beside)),
      request(on(['msg-f:1'], ['^k'], null, 7, beside)),
    ])
      for (const each of [document, asObjects(document)]) expect(sync(each)).toEqual({ kind: 'unknown' });
  });

  it('counts every mail of a bulk action in one act, each once, whatever their order', () => {
    const ids = Array.from({ length: 500 }, (_, i) => `msg-f:${1_000 + i}`);
    const operations = ids.map((id, i) => [i + 1, [`thread-f:${Math.floor(i / 2)}`, on([id, id], ['^k'], ['^i'])]]);
    const bulk = (list: readonly unknown[]) => sync([null, [list], null, [1], 2]);
    const described = bulk(operations);
    if (described.kind !== 'acts') throw new Error(described.kind);
    const [trash, ...others] = described.acts;
    expect(others).toEqual([]);
    expect(trash).toMatchObject({ kind: 'trash', items: 500, thread: expect.stringMatching(/^threads:/) });
    for (const id of ids) expect(trash.text).toContain(id);
    expect(trash.text).toContain('thread-f:249 ');
    expect(bulk([...operations].reverse())).toEqual(described);
  });

  it('is one act for each kind, and each names what it concerns', () => {
    const described = sync(
      request(
        on(['msg-f:1', 'msg-f:2'], ['^a'], ['^i']),
        on(['msg-f:3'], ['^k'], ['^i']),
        on(['msg-f:4'], ['^a'], ['^i', '^u']),
        on(['msg-f:5'], ['^o'], ['^u']),
      ),
    );
    expect(described.kind === 'acts' && described.acts.map(({ kind, items, text }) => [kind, items, text])).toEqual([
      ['archive', 3, '+^a -^i\nthread-a:r26 msg-f:1 msg-f:2\n\n+^a -^i -^u\nthread-a:r26 msg-f:4'],
      ['trash', 1, '+^k -^i\nthread-a:r26 msg-f:3'],
    ]);
  });

  it('beside a send is an act of its own: send and archive', () => {
    const mail = message('msg-a:r81', { labels: SEND, to: BOB });
    const described = sync(request(update(mail), labels(['^io_re'], ['^io_fwd']), labels(['^a'], ['^i'])));
    expect(described.kind === 'acts' && described.acts.map(({ kind }) => kind)).toEqual(['send', 'archive']);
  });

  it('of other labels, other mail or other words is another act', () => {
    const name = (...change: Parameters<typeof on>) => {
      const described = sync(request(on(...change)));
      return described.kind === 'acts' ? described.acts[0].messageId : described.kind;
    };
    const names = [
      name(['msg-f:1'], ['^k'], ['^i']),
      name(['msg-f:2'], ['^k'], ['^i']),
      name(['msg-f:1'], ['^k'], ['^i', '^u']),
      name(['msg-f:1'], ['^s'], ['^i']),
      name(['msg-f:1'], ['^x_1'], null),
      name(['msg-f:1'], ['^x_2'], null),
    ];
    expect(new Set(names).size).toBe(names.length);
  });

  it('is the same act when it is tried again at another moment', () => {
    const change = (moment: number) => sync(request(on(['msg-f:1'], ['^k'], ['^i'], moment)));
    expect(change(1)).toEqual(change(2));
  });
});

describe('what cannot be told of a change stays unknown', () => {
  it.each<[string, unknown]>([
    ['no mail named', request(on(null, ['^k'], ['^i']))],
    ['an empty list of mail', request(on([], ['^k'], ['^i']))],
    ['mail that is none', request(on(['msg-f:1', 'everything'], ['^k'], ['^i']))],
    ['a label that nobody knows', request(labels(['^zz'], null))],
    ['a label in another spelling', request(labels(['^K'], null))],
    ['words for a label', request(labels(['delete'], null))],
    ['words beside it', request(on(['msg-f:1'], ['^k'], null, 'words'))],
    ['a draft that is one no longer', request(labels(null, ['^r']))],
    ['a change and an operation that nobody knows', request(labels(['^k'], null), at(20, [1]))],
    ['a change in a frame with words', [null, [[[7, ['thread-a:r26', labels(['^k'], null)]]]], ['words'], [1], 2]],
    ['an operation that nobody knows: nothing of deleting for good was ever recorded', request(at(8, [['msg-f:1']]))],
  ])('%s', (_name, document) => {
    expect(sync(document)).toEqual({ kind: 'unknown' });
    expect(sync(asObjects(document)).kind).not.toBe('not-an-act');
  });

  it.each<[string, unknown]>([
    ['takes a mail back and sends it', request(labels(['^r', '^pfg'], ['^scheduled']))],
    ['makes a draft of mail that nobody sends', request(labels(['^r'], ['^i']))],
    ['schedules', request(labels(['^scheduled'], ['^r']))],
    ['takes off the label of sending, and nothing else', request(labels(null, ['^pfg']))],
  ])('or unreadable: %s', (_name, document) => {
    expect(sync(document).kind).toBe('unreadable-act');
    expect(sync(asObjects(document)).kind).toBe('unreadable-act');
  });
});
