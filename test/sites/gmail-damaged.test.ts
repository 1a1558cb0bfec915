/**
 * Requests that somebody has damaged on purpose: never an exception, never a send to nobody, never a send that is taken
 * for a draft. A tenth in `npm test`; all with COUNTERSIGN_FUZZ=30000, or more.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { describeRequest } from '../../src/sites/gmail/requests.ts';
import { readPageBody } from '../../src/sites/read-body.ts';
import type { Described, DescribedAct, RequestBody } from '../../src/sites/site.ts';
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

const RUNS = Number(process.env.COUNTERSIGN_FUZZ ?? 3_000);
const { names, textOf } = recordings('gmail-net');

/** Documents to damage: fixtures in both shapes, and the recordings of requests where there are any. */
function originals(): readonly string[] {
  const parts = [
    [0, 'a'],
    [2, QUOTE],
  ];
  const send = message('msg-a:r81', { labels: SEND, to: BOB, cc: BOB, parts });
  const later = message('msg-a:r83', { labels: ['^all', '^scheduled', '^r'], bcc: BOB });
  const draft = message('msg-a:r82', { labels: DRAFT, to: BOB });
  const made = [
    update(send),
    reply(send),
    update(later),
    firstSave(draft, 'Plan'),
    update(draft),
    labels(['^o'], ['^u']),
    labels(['^k'], ['^i']),
    labels(['^r', '^r_bt'], ['^pfg', '^f_bt']),
  ];
  const documents = [...made.map((operation) => request(operation)), request(update(draft), update(send), ...made)];
  const recorded = names.filter(
    (name) => /_request|old-sync|body_params/.test(name) && /_request|-2018|action/.test(name),
  );
  return [
    ...[...documents, ...documents.map((each) => asObjects(each))].map((each) => JSON.stringify(each)),
    // Recordings weigh as much as what is made here.
    ...[...recorded, ...recorded].map((name) => JSON.stringify(JSON.parse(textOf(name)))),
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
  -1,
  1e308,
  true,
  ['^r'],
  ['^pfg'],
  ['^scheduled'],
  ['^k'],
  '^pfg',
  'msg-a:r1',
  'thread-f:1',
  'undefined',
  '__proto__',
  JSON.parse('{"__proto__":["^pfg"],"constructor":1,"toString":[]}'),
  BOB,
  [[1, 'eve\u202e@evil.example', 'bob@corp.example']],
  [[1, '"bob@corp.example" <eve@evil.example>']],
  [[1, 'bob@corp.example,eve@evil.example']],
  Array.from({ length: 3_000 }, (_, i) => [1, `p${i}@x.example`]),
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

/** Damage to the text itself: cut off, a stretch lost, a stretch twice, a sign put in. */
function damageText(text: string, [how, first, second]: readonly [number, number, number]): string {
  const at = first % text.length;
  const to = Math.min(text.length, at + (second % 40));
  if (how === 4) return text.slice(0, at);
  if (how === 5) return text.slice(0, at) + text.slice(to);
  if (how === 6) return text.slice(0, to) + text.slice(at);
  return text.slice(0, at) + '"[]{},:\\\u0000\u202e\ufeff1^'.charAt(second % 15) + text.slice(at);
}

/** Whether a document says anywhere that something is sent, however that is written. */
function saysSend(text: string): boolean {
  try {
    return /"\^(pfg|scheduled)/.test(JSON.stringify(JSON.parse(text)));
  } catch {
    return false;
  }
}

const step = fc.tuple(fc.integer({ min: 0, max: 7 }), fc.nat(100_000), fc.nat(100_000));
const steps = fc.array(step, { minLength: 1, maxLength: 4 });

function damaged(text: string, given: readonly (readonly [number, number, number])[]): string {
  const document: unknown = JSON.parse(text);
  for (const each of given.filter(([how]) => how < 4)) damage(document, each);
  return given.filter(([how]) => how >= 4).reduce(damageText, JSON.stringify(document));
}

function checkAct({ kind, recipients, items, text, messageId }: DescribedAct): void {
  if (kind !== 'send') {
    expect(items).toBeGreaterThan(0);
    expect(new Set(text.match(/msg-[af]:[\w:-]+/g)).size).toBe(items);
    return;
  }
  expect(Object.values(recipients ?? {}).flat().length).toBeGreaterThan(0);
  expect(messageId).toMatch(/^msg-/);
}

it(`a damaged request never throws, never sends to nobody, and is never a draft that sends (${RUNS} requests)`, () => {
  const all = originals();
  const kinds = new Map<string, number>();
  const note = (of: string) => kinds.set(of, (kinds.get(of) ?? 0) + 1);
  fc.assert(
    fc.property(fc.nat(1_000), steps, (which, given) => {
      const text = damaged(all[which % all.length] ?? '[]', given);
      const described: Described = sync(readPageBody(text, new URLSearchParams('hl=en&c=7')));
      note(described.kind);
      if (described.kind === 'acts') for (const each of described.acts) checkAct(each);
      if (saysSend(text)) expect(['acts', 'unreadable-act']).toContain(described.kind);
    }),
    { numRuns: RUNS },
  );
  console.info(`${RUNS} damaged requests: ${[...kinds].map(([kind, count]) => `${count} ${kind}`).join(', ')}`);
  // Otherwise the damage was so great that nothing was tested.
  expect([...kinds.keys()].sort()).toEqual(['acts', 'not-an-act', 'unknown', 'unreadable-act']);
}, 600_000);

function sync(body: RequestBody): Described {
  return describeRequest({ method: 'POST', path: '/sync/u/0/i/s', body });
}
