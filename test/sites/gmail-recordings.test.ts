/** Every recorded request, as Gmail sent it: what it is, to whom by field, and how much of it is new and how much quoted. */
import { describe, expect, it } from 'vitest';
import { describeRequest } from '../../src/sites/gmail/requests.ts';
import { readPageBody } from '../../src/sites/read-body.ts';
import type { Described } from '../../src/sites/site.ts';
import { recordings } from '../recordings.ts';

const { names, textOf } = recordings('gmail-net');
const read = (text: string): Described =>
  describeRequest({
    method: 'POST',
    path: '/sync/u/0/i/s',
    body: readPageBody(text, new URLSearchParams('hl=en&c=7')),
  });

interface Act {
  readonly kind: string;
  readonly thread: string;
  readonly to?: readonly string[];
  readonly cc?: readonly string[];
  readonly bcc?: readonly string[];
  /** UTF-16 units of subject and new text, and of the quotation. */
  readonly newText: number;
  readonly quoted: number;
  readonly files?: number;
  readonly items?: number;
}

const act = (
  kind: string,
  thread: string,
  newText: number,
  quoted: number,
  more: Partial<Act> = {},
): readonly Act[] => [{ kind, thread, newText, quoted, ...more }];
const send = (thread: string, to: string, newText: number, quoted = 0, more: Partial<Act> = {}) =>
  act('send', thread, newText, quoted, { to: [to], ...more });

/** By file: the acts, or the word for a request that is none. */
const REQUESTS: Readonly<Record<string, readonly Act[] | Described['kind']>> = {
  '2022-09-09-cvOnDraftSave_request.json': 'not-an-act',
  '2022-09-09-cvOnDraftUpdate_request.json': 'not-an-act',
  '2022-09-09-cvOnReplyDraftSave_request.json': 'not-an-act',
  '2022-09-09-cvOnReplyDraftUpdate_request.json': 'not-an-act',
  '2022-09-09-cvOnReplyDraftUpdate_2_request.json': 'not-an-act',
  '2022-09-09-cvOnReplySend_request.json': send('thread-a:r-474834441621213468', 'test@streak.com', 38, 2287),
  '2022-09-09-cvOnReplySend_2_request.json': send('thread-f:1743802434391390786', 'test@streak.com', 18, 897),
  '2022-09-09-cvOnSend_request.json': send('thread-a:r263523620390330024', 'test+1@gmail.com', 15),
  '2022-09-09-cvOnSend_2_request_customThreadId.json': send('thread-a:r263523620390330024', 'test+1@gmail.com', 15),
  '2022-09-09-cvOnSend_3_request.json': send('thread-a:r-8891700334768116294', 'test+to@test.com', 172, 0, {
    cc: ['test+cc@test.com'],
    bcc: ['test+bcc@test.com'],
  }),
  'old-sync-first-draft-save-request-2018-01-25.json': 'not-an-act',
  'old-sync-draft-save-request-2018-01-25.json': 'not-an-act',
  'old-sync-send-request-2018-01-25.json': send('thread-a:r-426046699948294006', 'test+to@test.com', 26),
  'gmailjs-new_gmail_open_email_action_body_params.json': 'not-an-act',
  'gmailjs-new_gmail_read_action_body_params.json': 'not-an-act',
  'gmailjs-new_gmail_unread_action_body_params.json': 'not-an-act',
  'gmailjs-new_gmail_archive_action_body_params.json': act('archive', 'thread-f:1603171109786600032', 401, 0, {
    items: 12,
  }),
};

/** Parts of requests, put back into a request: a message with two files, an operation. */
const PARTS: Readonly<
  Record<string, { readonly around: (part: string) => string; readonly is: readonly Act[] | string }>
> = {
  'gmailjs-new_gmail_sent_email_json.json': {
    around: (part) => whole(`{"1":"thread-a:r1","2":{"14":{"1":${part}}}}`),
    is: act('send', 'thread-a:r1', 122, 0, {
      to: ['eric.karlsson2@gmail.com', 'eric.karlsson3@gmail.com'],
      cc: ['eric.karlsson4@gmail.com', 'eric.karlsson5@gmail.com'],
      bcc: ['eric.karlsson6@gmail.com', 'eric.karlsson7@gmail.com'],
      files: 1,
    }),
  },
  'gmailjs-new_gmail_new_email_body_params.json': { around: whole, is: 'not-an-act' },
};

function whole(operation: string): string {
  return `{"2":{"1":[{"1":"3","2":${operation}}]},"4":{"2":"1"},"5":"2"}`;
}

/** A description in the words of the table. */
function inWords(described: Described): readonly Act[] | string {
  if (described.kind !== 'acts') return described.kind;
  return described.acts.map(({ kind, thread, text, quoted, recipients, attachments, items }) => {
    const people = Object.entries(recipients ?? {}).filter(([, list]) => list.length > 0);
    return {
      kind,
      thread,
      newText: text.length - quoted.length,
      quoted: quoted.length,
      ...Object.fromEntries(people),
      ...(attachments.length > 0 ? { files: attachments.length } : {}),
      ...(kind === 'send' ? {} : { items }),
    };
  });
}

describe.runIf(names.length > 0)('recorded requests', () => {
  it.each(names.filter((name) => Object.hasOwn(REQUESTS, name)))('%s', (name) => {
    const described = read(textOf(name));
    expect(inWords(described)).toEqual(REQUESTS[name]);
    if (described.kind === 'acts')
      for (const { text, quoted } of described.acts) expect(text.endsWith(quoted)).toBe(true);
  });

  it.each(names.filter((name) => Object.hasOwn(PARTS, name)))('%s, in a request', (name) => {
    const { around, is } = PARTS[name] ?? { around: whole, is: '' };
    expect(inWords(read(around(textOf(name))))).toEqual(is);
  });

  it.each(names.filter((name) => !Object.hasOwn(REQUESTS, name)))(
    '%s, an answer or a part, is never taken for harmless',
    (name) => {
      const described = read(textOf(name));
      expect(described.kind).not.toBe('not-an-act');
      if (/response/.test(name)) expect(described.kind).toBe('unreadable-act');
    },
  );

  it('are all in the table: drafts, sends, marks and an archived thread', () => {
    const kinds = Object.values(REQUESTS).map((is) => (typeof is === 'string' ? is : is[0]?.kind));
    expect(new Set(kinds)).toEqual(new Set(['not-an-act', 'send', 'archive']));
    // A recording that comes and is not in the table would be checked for nothing but that it is not harmless.
    expect(
      names.filter((name) => /request/.test(name) && !/payload/.test(name) && !Object.hasOwn(REQUESTS, name)),
    ).toEqual([]);
  });
});
