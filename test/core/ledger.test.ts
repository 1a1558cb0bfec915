import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyLedger } from '../../src/core/ledger/check.ts';
import { type Entry, type EntryKind, GENESIS, type Head, nextEntry, parseEntry } from '../../src/core/ledger.ts';

const GENESIS_BY_HAND: Head = { seq: 0, hash: '0000000000000000000000000000000000000000000000000000000000000000' };

/** An entry as another implementation writes it: its fields sorted by name, hashed, and the hash beside them. */
function written({ seq, hash: prev }: Head, at: number, kind: EntryKind): Entry {
  const open = { at, body: { about: kind }, kind, prev, seq: seq + 1 };
  return { ...open, hash: createHash('sha256').update(JSON.stringify(open)).digest('hex') };
}

describe('the ledger', () => {
  const chain = fc
    .array(
      fc.record({
        at: fc.nat(),
        kind: fc.constantFrom('held', 'approved', 'released'),
        body: fc.dictionary(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' })),
      }),
      { minLength: 2, maxLength: 12 },
    )
    .map((bodies) => {
      const entries: Entry[] = [];
      let head: Head = GENESIS;
      for (const { at, kind, body } of bodies) {
        const entry = nextEntry(head, at, kind as Entry['kind'], body);
        entries.push(entry);
        head = entry;
      }
      return entries;
    });
  const place = fc.nat();

  it('is valid as it was written, and when nothing was', () => {
    fc.assert(fc.property(chain, (entries) => void expect(verifyLedger(entries).kind).toBe('valid')));
    expect(verifyLedger([]).kind).toBe('valid');
  });

  it.each<[string, (entries: Entry[], at: number) => unknown[]]>([
    ['a changed body', (e, i) => e.map((x, k) => (k === i ? { ...x, body: { ...x.body, more: 1 } } : x))],
    ['a changed time', (e, i) => e.map((x, k) => (k === i ? { ...x, at: x.at + 1 } : x))],
    ['a changed kind', (e, i) => e.map((x, k) => (k === i ? { ...x, kind: 'denied' } : x))],
    [
      'a changed hash',
      (e, i) =>
        e.map((x, k) => (k === i ? { ...x, hash: `${x.hash.startsWith('0') ? '1' : '0'}${x.hash.slice(1)}` } : x)),
    ],
    ['a field more', (e, i) => e.map((x, k) => (k === i ? { ...x, note: 'fine' } : x))],
    ['a dropped first entry', (e) => e.slice(1)],
    ['two entries in the other order', (e) => [e[1], e[0], ...e.slice(2)]],
    ['an entry twice', (e, i) => [...e.slice(0, i + 1), e[i], ...e.slice(i + 1)]],
    ['something that is no entry', (e, i) => [...e.slice(0, i), 'x', ...e.slice(i)]],
  ])('shows %s', (_name, tamper) => {
    fc.assert(
      fc.property(
        chain,
        place,
        (entries, at) => void expect(verifyLedger(tamper([...entries], at % entries.length)).kind).toBe('broken'),
      ),
    );
  });

  it('shows a dropped entry in the middle, and a rewritten tail that has another head than the one known', () => {
    fc.assert(
      fc.property(chain, (entries) => {
        const head = entries.at(-1) as Entry;
        if (entries.length > 2) expect(verifyLedger([...entries.slice(0, 1), ...entries.slice(2)]).kind).toBe('broken');
        const before: Head = entries.at(-2) ?? GENESIS;
        const forged = nextEntry(before, head.at, head.kind, { forged: true });
        expect(verifyLedger([...entries.slice(0, -1), forged]).kind).toBe('valid');
        expect(verifyLedger([...entries.slice(0, -1), forged], head).kind).toBe('broken');
      }),
    );
  });

  it('shows a cut-off tail to whoever knows the head', () => {
    fc.assert(
      fc.property(
        chain,
        (entries) =>
          void expect(verifyLedger(entries.slice(0, -1), entries.at(-1))).toMatchObject({
            kind: 'broken',
            why: 'cut-off',
          }),
      ),
    );
  });
});

/** Whole, and signed by nobody. */
const valid = (head: Head) => ({ kind: 'valid', head, first: 1, signedUpTo: 0, key: null, clockBackAt: null });

describe('what is wrong with a ledger, and where', () => {
  const first = written(GENESIS_BY_HAND, 100, 'guard-started');
  const second = written(first, 101, 'held');
  const third = written(second, 102, 'approved');
  const fourth = written(third, 103, 'released');

  it.each<[string, readonly unknown[], Head | undefined, object]>([
    ['nothing', [first, second, third, fourth], undefined, valid({ seq: 4, hash: fourth.hash })],
    ['nothing, when nothing was written', [], undefined, valid({ seq: 0, hash: '0'.repeat(64) })],
    ['nothing, up to the head that is known', [first, second], second, valid({ seq: 2, hash: second.hash })],
    [
      'nothing, with entries after the head that is known',
      [first, second, third],
      second,
      valid({ seq: 3, hash: third.hash }),
    ],
    ['an entry missing at the start', [second, third], undefined, { kind: 'broken', at: 1, line: 1, why: 'missing' }],
    ['an entry missing within', [first, second, fourth], undefined, { kind: 'broken', at: 3, line: 3, why: 'missing' }],
    [
      'an entry twice',
      [first, second, second, third],
      undefined,
      { kind: 'broken', at: 3, line: 3, why: 'duplicated' },
    ],
    [
      'a later entry before its place',
      [first, third, second, fourth],
      undefined,
      { kind: 'broken', at: 2, line: 2, why: 'reordered' },
    ],
    [
      'a changed body',
      [first, { ...second, body: {} }, third],
      undefined,
      { kind: 'broken', at: 2, line: 2, why: 'changed' },
    ],
    [
      'a changed hash of the entry before',
      [first, second, { ...third, prev: first.hash }],
      undefined,
      { kind: 'broken', at: 3, line: 3, why: 'changed' },
    ],
    [
      'a changed body of the last entry',
      [first, { ...second, body: {} }],
      undefined,
      { kind: 'broken', at: 2, line: 2, why: 'changed' },
    ],
    [
      'a text that no ledger writes',
      [{ ...first, body: { x: '\ud800' } }],
      undefined,
      { kind: 'broken', at: 1, line: 1, why: 'changed' },
    ],
    [
      'something else than an entry',
      [first, 'x', third],
      undefined,
      { kind: 'broken', at: 2, line: 2, why: 'not-an-entry' },
    ],
    [
      'a tail cut off before the known head',
      [first, second],
      third,
      { kind: 'broken', at: 3, line: 3, why: 'cut-off' },
    ],
    ['everything cut off', [], fourth, { kind: 'broken', at: 1, line: 1, why: 'cut-off' }],
    [
      'another entry where the known head was',
      [first, second, third],
      { seq: 2, hash: third.hash },
      { kind: 'broken', at: 2, line: 2, why: 'rewritten' },
    ],
    [
      'the end of another ledger',
      [first, second, written({ seq: 2, hash: first.hash }, 102, 'denied')],
      undefined,
      { kind: 'broken', at: 3, line: 3, why: 'spliced' },
    ],
    [
      'an entry of another ledger that was here before',
      [first, second, written(first, 200, 'denied')],
      undefined,
      { kind: 'broken', at: 3, line: 3, why: 'spliced' },
    ],
  ])('%s', (_name, given, known, expected) => {
    expect(verifyLedger(given, known)).toEqual(expected);
  });
});

describe('an entry', () => {
  const entry = written(GENESIS_BY_HAND, 5, 'held');

  it('carries the hash of the one before and of all that it says itself', () => {
    expect(GENESIS).toEqual(GENESIS_BY_HAND);
    expect(nextEntry(GENESIS, 5, 'held', { about: 'held' })).toEqual(entry);
    expect(nextEntry(entry, 6, 'denied', { about: 'denied' })).toEqual(written(entry, 6, 'denied'));
  });

  it('is re-made as it was', () => {
    expect(parseEntry(JSON.parse(JSON.stringify(entry)))).toEqual(entry);
  });

  const { hash: _, ...without } = entry;
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'held'],
    ['a list', [1, 5, 'held', {}, '', '']],
    ['an entry without its hash', without],
    ['an entry with a field more', { ...entry, note: 'fine' }],
    ['an entry with another field instead', { ...without, note: 'fine' }],
    ['a number that is a text', { ...entry, seq: '1' }],
    ['a time that is a text', { ...entry, at: '5' }],
    ['a kind that is a number', { ...entry, kind: 5 }],
    ['a body that is a text', { ...entry, body: 'act' }],
    ['a body that is nothing', { ...entry, body: null }],
    ['a hash of the one before that is a number', { ...entry, prev: 0 }],
    ['a hash that is a number', { ...entry, hash: 0 }],
  ])('is not made of %s', (_name, value) => {
    expect(parseEntry(value)).toBeNull();
  });
});
