import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeRequest } from '../../src/sites/gmail/requests.ts';
import { readPageBody } from '../../src/sites/read-body.ts';
import type { Described } from '../../src/sites/site.ts';
import { recordings } from '../recordings.ts';
import {
  asObjects,
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

const { names, textOf } = recordings('gmail-net');
const read = (text: string): Described =>
  describeRequest({
    method: 'POST',
    path: '/sync/u/0/i/s',
    body: readPageBody(text, new URLSearchParams('hl=en&c=7')),
  });

interface Sent {
  readonly thread: string;
  readonly subject: string;
  readonly to: readonly string[];
  readonly cc?: readonly string[];
  readonly bcc?: readonly string[];
  /** How the text begins after the subject, and what begins the quotation. */
  readonly text: string;
  readonly quoted: string;
}

const SENT: Readonly<Record<string, Sent>> = {
  '2022-09-09-cvOnReplySend_2_request.json': {
    thread: 'thread-f:1743802434391390786',
    subject: 'Re: hey2',
    to: ['test@streak.com'],
    text: 'hey hey',
    quoted: 'On Mon, Sep 12, 2022 at 2:53 PM Test Test <test@streak.com> wrote:',
  },
  '2022-09-09-cvOnReplySend_request.json': {
    thread: 'thread-a:r-474834441621213468',
    subject: 'Re: tracking test',
    to: ['test@streak.com'],
    text: 'foo2 (no tracking)',
    quoted: 'On Mon, Sep 12, 2022 at 11:49 AM Test Test <test@streak.com> wrote:',
  },
  '2022-09-09-cvOnSend_2_request_customThreadId.json': {
    thread: 'thread-a:r263523620390330024',
    subject: 'subject_111',
    to: ['test+1@gmail.com'],
    text: 'ab',
    quoted: '',
  },
  '2022-09-09-cvOnSend_3_request.json': {
    thread: 'thread-a:r-8891700334768116294',
    subject: 'test subject',
    to: ['test+to@test.com'],
    cc: ['test+cc@test.com'],
    bcc: ['test+bcc@test.com'],
    text: 'test body\n[image <https://dev.mailfoogae.appspot.com:8888/t?sender=',
    quoted: '',
  },
  '2022-09-09-cvOnSend_request.json': {
    thread: 'thread-a:r263523620390330024',
    subject: 'subject_111',
    to: ['test+1@gmail.com'],
    text: 'ab',
    quoted: '',
  },
  'old-sync-send-request-2018-01-25.json': {
    thread: 'thread-a:r-426046699948294006',
    subject: 'new draft',
    to: ['test+to@test.com'],
    text: 'new new draft 2',
    quoted: '',
  },
};

const OTHERS: Readonly<Record<string, Described['kind']>> = {
  '2022-09-09-cvOnDraftSave_request.json': 'not-an-act',
  '2022-09-09-cvOnDraftUpdate_request.json': 'not-an-act',
  '2022-09-09-cvOnReplyDraftSave_request.json': 'not-an-act',
  '2022-09-09-cvOnReplyDraftUpdate_request.json': 'not-an-act',
  '2022-09-09-cvOnReplyDraftUpdate_2_request.json': 'not-an-act',
  'old-sync-draft-save-request-2018-01-25.json': 'not-an-act',
  'old-sync-first-draft-save-request-2018-01-25.json': 'not-an-act',
  'gmailjs-new_gmail_open_email_action_body_params.json': 'not-an-act',
  'gmailjs-new_gmail_read_action_body_params.json': 'not-an-act',
  'gmailjs-new_gmail_unread_action_body_params.json': 'not-an-act',
  'gmailjs-new_gmail_archive_action_body_params.json': 'unknown',
};

describe.runIf(names.length > 0)('recorded requests', () => {
  it.each(names.filter((name) => Object.hasOwn(SENT, name)))('%s is sent', (name) => {
    const [expected, described] = [SENT[name], read(textOf(name))];
    const acts = described.kind === 'acts' ? described.acts : [];
    expect(acts.length).toBe(1);
    const { thread, subject, to = [], cc = [], bcc = [], text = '', quoted = '' } = expected ?? {};
    expect(acts[0]).toMatchObject({ kind: 'send', thread, recipients: { to, cc, bcc }, attachments: [] });
    expect(acts[0]?.text.startsWith(`${subject}\n\n${text}`)).toBe(true);
    expect(acts[0]?.text.endsWith(acts[0].quoted)).toBe(true);
    expect(acts[0]?.quoted.trim().startsWith(quoted)).toBe(true);
    expect(acts[0]?.quoted === '').toBe(quoted === '');
  });

  it.each(names.filter((name) => Object.hasOwn(OTHERS, name)))('%s is not', (name) => {
    expect(read(textOf(name)).kind).toBe(OTHERS[name]);
  });

  it.each(names.filter((name) => !Object.hasOwn(SENT, name) && !Object.hasOwn(OTHERS, name)))(
    '%s, an answer or a part, is never taken for harmless',
    (name) => {
      const described = read(textOf(name));
      expect(described.kind).not.toBe('not-an-act');
      if (/response/.test(name)) expect(described.kind).toBe('unreadable-act');
    },
  );
});

/** Documents to damage: fixtures in both shapes, and the recordings where there are any. */
function originals(): readonly unknown[] {
  const send = message('msg-a:r81', {
    labels: SEND,
    to: BOB,
    cc: BOB,
    parts: [
      [0, 'a'],
      [2, QUOTE],
    ],
  });
  const draft = message('msg-a:r82', { labels: DRAFT, to: BOB });
  const made = [update(send), reply(send), firstSave(draft, 'Plan'), update(draft), labels(['^o'], ['^u'])];
  const documents = [...made.map((operation) => request(operation)), request(update(draft), update(send), ...made)];
  const recorded = names.filter((name) => Object.hasOwn(SENT, name) || Object.hasOwn(OTHERS, name));
  return [
    ...documents,
    ...documents.map((each) => asObjects(each)),
    ...recorded.map((name) => JSON.parse(textOf(name))),
  ];
}

type Holder = Record<string, unknown>;

/** Every place in a document that holds something. */
function placesIn(document: unknown): readonly (readonly [Holder, string])[] {
  if (typeof document !== 'object' || document === null) return [];
  const holder = document as Holder;
  return Object.keys(holder).flatMap((key) => [[holder, key] as const, ...placesIn(holder[key])]);
}

const STRANGE: readonly unknown[] = [
  null,
  [],
  {},
  '',
  'words',
  0,
  1,
  true,
  ['^r'],
  ['^pfg'],
  '^pfg',
  'msg-a:r1',
  BOB,
  [[]],
];

/** One damage: something is deleted, exchanged, doubled or made another thing. */
function damage(document: unknown, [how, first, second]: readonly [number, number, number]): void {
  const places = placesIn(document).filter(([holder, key]) => first % 3 !== 0 || holder[key] !== null);
  const [one, other] = [places[first % places.length], places[second % places.length]];
  if (!one || !other) return;
  const [[holder, key], [otherHolder, otherKey]] = [one, other];
  const value = holder[key];
  if (how === 0) {
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete holder[key];
  } else if (how === 1) {
    const copy = structuredClone(otherHolder[otherKey]);
    otherHolder[otherKey] = structuredClone(value);
    holder[key] = copy;
  } else if (how === 2) holder[key] = structuredClone(STRANGE[second % STRANGE.length]);
  else if (Array.isArray(holder)) holder.splice(Number(key), 0, structuredClone(value));
  else holder[String(second % 60)] = structuredClone(value);
}

it('a damaged request never throws, never sends to nobody, and never hides a send', () => {
  const all = originals().map((each) => JSON.stringify(each));
  const step = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.nat(100_000), fc.nat(100_000));
  const kinds = new Map<string, number>();
  fc.assert(
    fc.property(fc.nat(1_000), fc.array(step, { minLength: 1, maxLength: 4 }), (which, steps) => {
      const document: unknown = JSON.parse(all[which % all.length] ?? '[]');
      for (const each of steps) damage(document, each);
      const text = JSON.stringify(document);
      const described = read(text);
      kinds.set(described.kind, (kinds.get(described.kind) ?? 0) + 1);
      if (described.kind === 'acts')
        for (const { recipients } of described.acts)
          expect([recipients?.to, recipients?.cc, recipients?.bcc].flat().filter(Boolean).length).toBeGreaterThan(0);
      if (text.includes('"^pfg"')) expect(['acts', 'unreadable-act']).toContain(described.kind);
    }),
    { numRuns: 12_000 },
  );
  // Otherwise the damage was so great that nothing was tested.
  expect([...kinds.keys()].sort()).toEqual(['acts', 'not-an-act', 'unknown', 'unreadable-act']);
}, 60_000);
