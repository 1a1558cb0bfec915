import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  approve,
  askAgain,
  consume,
  covers,
  deny,
  expired,
  HOLD_LIFETIME_MS,
  type Hold,
  loseDraft,
  RELEASE_LIFETIME_MS,
  regainDraft,
  reopenDraft,
} from '../../src/core/hold.ts';
import { type Entry, GENESIS, type Head, nextEntry, verifyLedger } from '../../src/core/ledger.ts';

const T = 1_000_000;
const D = 'd'.repeat(64);
const hold: Hold = {
  id: 'h',
  digest: D,
  action: {
    kind: 'reply',
    site: 'forum',
    thread: 'topic:1',
    place: '',
    audience: { kind: 'everyone', name: '' },
    text: '',
    quoted: '',
    recipients: null,
    messageId: null,
    items: 1,
    attachments: [],
  },
  labelIds: [],
  verdict: { level: 'WARN', review: 'light', proof: 'window', reasons: [], labelIds: [] },
  attribution: { actor: 'agent', evidence: [], source: 'browser' },
  tab: 1,
  frame: 0,
  session: 'tab:1',
  channel: 'gesture',
  draft: 'composer',
  requests: [],
  at: T,
  repeats: 0,
  state: { kind: 'pending' },
};
const yes = { digest: D, proof: 'window' as const, at: T + 5_000 };
const released = (): Hold => {
  const after = approve(hold, yes);
  if (typeof after === 'string') throw new Error(after);
  return after;
};

describe('a text that has left its page', () => {
  it('goes on waiting, cannot be approved meanwhile, and takes an unused release back', () => {
    const lost = loseDraft(released());
    expect(lost.state).toEqual({ kind: 'pending' });
    expect(approve(lost, yes)).toBe('draft-gone');
    expect(covers(lost, { digest: D, messageId: null, tab: 1 }, T + 6_000)).toBe(false);
  });

  it('can be approved again once a composer shows it', () => {
    const opening = reopenDraft(loseDraft(hold), 7);
    expect(opening).toMatchObject({ tab: 7, channel: 'gesture', draft: 'opening' });
    expect(approve(opening, yes)).toBe('draft-gone');
    expect(approve(regainDraft(opening), yes)).toMatchObject({ state: { kind: 'released' }, tab: 7 });
  });

  it('that was sent or refused before has nothing to lose', () => {
    for (const over of [consume(released(), T + 6_000), deny(hold, T + 6_000, 'person')]) {
      expect(loseDraft(over)).toBe(over);
      expect(reopenDraft(over, 7)).toBe(over);
      expect(regainDraft(over)).toBe(over);
    }
  });
});

describe('an approval', () => {
  it('releases the act for a short time', () => {
    expect(released().state).toEqual({
      kind: 'released',
      proof: 'window',
      at: yes.at,
      until: yes.at + RELEASE_LIFETIME_MS,
    });
  });

  it.each<[string, Hold, Partial<typeof yes>, string]>([
    ['for another digest', hold, { digest: 'e'.repeat(64) }, 'other-digest'],
    ['after the act was denied', deny(hold, T, 'person'), {}, 'not-pending'],
    ['twice', released(), {}, 'not-pending'],
    ['after a working day', hold, { at: T + HOLD_LIFETIME_MS }, 'expired'],
    ['from before the act, by a clock set back', hold, { at: T - 1 }, 'expired'],
    ['for what policy blocks', { ...hold, verdict: { ...hold.verdict, level: 'BLOCK' } }, {}, 'blocked'],
    [
      'with less proof than asked',
      { ...hold, verdict: { ...hold.verdict, proof: 'authenticator' } },
      {},
      'proof-too-weak',
    ],
  ])('does not count %s', (_name, which, change, word) => {
    expect(approve(which, { ...yes, ...change })).toBe(word);
  });

  it.each<[string, Hold, string, number, number, boolean]>([
    ['covers its digest in its tab', released(), D, 1, yes.at, true],
    ['covers no other digest', released(), 'e'.repeat(64), 1, yes.at, false],
    ['covers no other tab', released(), D, 2, yes.at, false],
    ['ends', released(), D, 1, yes.at + RELEASE_LIFETIME_MS, false],
    ['is not in force before it was given, by a clock set back', released(), D, 1, yes.at - 1, false],
    ['covers nothing once used', consume(released(), yes.at), D, 1, yes.at, false],
    ['covers nothing once taken back', deny(released(), yes.at, 'killed'), D, 1, yes.at, false],
    ['covers nothing before it is given', hold, D, 1, yes.at, false],
  ])('%s', (_name, which, digest, tab, now, expected) => {
    expect(covers(which, { digest, messageId: null, tab }, now)).toBe(expected);
  });

  it('covers one message where the site names it, and its retries, but no other that says the same', () => {
    const after = approve({ ...hold, action: { ...hold.action, messageId: 'msg-a:r1' } }, yes);
    if (typeof after === 'string') throw new Error(after);
    const attempt = (messageId: string | null) => covers(after, { digest: D, messageId, tab: 1 }, T + 6_000);
    expect(attempt('msg-a:r1')).toBe(true);
    expect(attempt('msg-a:r2')).toBe(false);
    expect(attempt(null)).toBe(false);
  });

  it('whose use came to nothing that anybody can tell is asked about again', () => {
    expect(askAgain(consume(released(), T + 6_000)).state).toEqual({ kind: 'pending' });
    expect(askAgain(deny(hold, T, 'person')).state.kind).toBe('denied');
  });

  it('that was used stays used', () => {
    expect(deny(consume(released(), yes.at), yes.at, 'person').state.kind).toBe('consumed');
  });

  it('that nobody gave in time is over', () => {
    expect([
      expired(hold, T),
      expired(hold, T + HOLD_LIFETIME_MS),
      expired(hold, T - 1),
      expired(released(), yes.at + RELEASE_LIFETIME_MS),
    ]).toEqual([false, true, true, true]);
  });
});

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
