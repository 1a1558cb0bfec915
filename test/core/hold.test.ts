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
  isOpen,
  keepBack,
  loseDraft,
  MOST_REQUESTS,
  type Proof,
  RELEASE_LIFETIME_MS,
  regainDraft,
  reopenDraft,
} from '../../src/core/hold.ts';

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
const yes: { digest: string; proof: Proof; at: number } = { digest: D, proof: 'window', at: T + 5_000 };
const released: Hold = {
  ...hold,
  state: { kind: 'released', proof: 'window', at: yes.at, until: yes.at + RELEASE_LIFETIME_MS },
};

describe('a text that has left its page', () => {
  it('goes on waiting, cannot be approved meanwhile, and takes an unused release back', () => {
    const lost = loseDraft(released);
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
    for (const over of [consume(released, T + 6_000), deny(hold, T + 6_000, 'person')]) {
      expect(loseDraft(over)).toBe(over);
      expect(reopenDraft(over, 7)).toBe(over);
      expect(regainDraft(over)).toBe(over);
    }
  });
});

describe('the lifetimes', () => {
  it('are a working day for what waits, and a minute for what may go', () => {
    expect([HOLD_LIFETIME_MS, RELEASE_LIFETIME_MS]).toEqual([28_800_000, 60_000]);
  });
});

describe('an approval', () => {
  it('releases the act for a short time', () => {
    expect(approve(hold, yes)).toEqual(released);
  });

  it.each<[string, Hold, Partial<typeof yes>, string]>([
    ['for another digest', hold, { digest: 'e'.repeat(64) }, 'other-digest'],
    ['after the act was denied', deny(hold, T, 'person'), {}, 'not-pending'],
    ['twice', released, {}, 'not-pending'],
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

  it.each<[string, Hold, Partial<typeof yes>]>([
    ['in the moment in which the act is held', hold, { at: T }],
    ['in the last moment of the working day', hold, { at: T + HOLD_LIFETIME_MS - 1 }],
    [
      'with the proof that was asked for',
      { ...hold, verdict: { ...hold.verdict, proof: 'authenticator' } },
      { proof: 'authenticator' },
    ],
    ['with more proof than asked', hold, { proof: 'authenticator' }],
  ])('counts %s', (_name, which, change) => {
    const { at, proof } = { ...yes, ...change };
    expect(approve(which, { ...yes, ...change })).toEqual({
      ...which,
      state: { kind: 'released', proof, at, until: at + RELEASE_LIFETIME_MS },
    });
  });

  it.each<[string, Hold, string, number, number, boolean]>([
    ['covers its digest in its tab', released, D, 1, yes.at, true],
    ['covers no other digest', released, 'e'.repeat(64), 1, yes.at, false],
    ['covers no other tab', released, D, 2, yes.at, false],
    ['covers it to its last moment', released, D, 1, yes.at + RELEASE_LIFETIME_MS - 1, true],
    ['ends', released, D, 1, yes.at + RELEASE_LIFETIME_MS, false],
    ['is not in force before it was given, by a clock set back', released, D, 1, yes.at - 1, false],
    ['covers nothing once used', consume(released, yes.at), D, 1, yes.at, false],
    ['covers nothing once taken back', deny(released, yes.at, 'killed'), D, 1, yes.at, false],
    ['covers nothing before it is given', hold, D, 1, yes.at, false],
  ])('%s', (_name, which, digest, tab, now, expected) => {
    expect(covers(which, { digest, messageId: null, tab }, now)).toBe(expected);
  });

  it('covers one message where the site names it, and its retries, but no other that says the same', () => {
    const after = { ...released, action: { ...hold.action, messageId: 'msg-a:r1' } };
    const attempt = (messageId: string | null) => covers(after, { digest: D, messageId, tab: 1 }, T + 6_000);
    expect(attempt('msg-a:r1')).toBe(true);
    expect(attempt('msg-a:r2')).toBe(false);
    expect(attempt(null)).toBe(false);
  });

  it('covers the act under any name where the site named no message when it was held', () => {
    expect(covers(released, { digest: D, messageId: 'msg-a:r1', tab: 1 }, T + 6_000)).toBe(true);
  });

  it('whose use came to nothing that anybody can tell is asked about again', () => {
    expect(askAgain(consume(released, T + 6_000)).state).toEqual({ kind: 'pending' });
    expect(askAgain(deny(hold, T, 'person')).state.kind).toBe('denied');
  });

  it('that was used stays used', () => {
    expect(deny(consume(released, yes.at), yes.at, 'person').state.kind).toBe('consumed');
  });

  it.each<[string, Hold, number, boolean]>([
    ['that has just begun', hold, T, false],
    ['in its last moment', hold, T + HOLD_LIFETIME_MS - 1, false],
    ['after a working day', hold, T + HOLD_LIFETIME_MS, true],
    ['before it began, by a clock set back', hold, T - 1, true],
    ['that was confirmed just now', released, yes.at, false],
    ['that was confirmed, in the last moment of that', released, yes.at + RELEASE_LIFETIME_MS - 1, false],
    ['that was confirmed and not sent', released, yes.at + RELEASE_LIFETIME_MS, true],
    ['confirmed later than now, by a clock set back', released, yes.at - 1, true],
    ['that was sent', consume(released, yes.at), yes.at + 2 * HOLD_LIFETIME_MS, false],
    ['that was sent later than now, by a clock set back', consume(released, yes.at + 1), yes.at, false],
    ['that was refused', deny(hold, T, 'person'), T + 2 * HOLD_LIFETIME_MS, false],
  ])('is over with a wait %s', (_name, which, now, over) => {
    expect(expired(which, now)).toBe(over);
  });
});

describe('what can still become of an act', () => {
  const sent = consume(released, yes.at + 1);
  const refused = deny(hold, yes.at, 'blocked');
  const pending = { kind: 'pending' };

  it.each<[string, Hold, boolean]>([
    ['waits', hold, true],
    ['was confirmed', released, true],
    ['was sent', sent, false],
    ['was refused', refused, false],
  ])('that %s: whether it can still go out', (_name, which, open) => {
    expect(isOpen(which)).toBe(open);
  });

  it('is one use of a confirmation, when it happened, and none without', () => {
    expect(sent).toEqual({ ...hold, state: { kind: 'consumed', at: yes.at + 1 } });
    for (const without of [hold, sent, refused]) expect(consume(without, yes.at + 2)).toBe(without);
  });

  it('is a no, with its time and reason, as long as nothing was sent', () => {
    expect(refused.state).toEqual({ kind: 'denied', at: yes.at, why: 'blocked' });
    expect(deny(released, yes.at + 1, 'killed').state).toEqual({ kind: 'denied', at: yes.at + 1, why: 'killed' });
    for (const over of [sent, refused]) expect(deny(over, yes.at + 2, 'person')).toBe(over);
  });

  it('is another question only after a use', () => {
    expect(askAgain(sent)).toEqual({ ...hold, state: pending });
    for (const unused of [hold, released, refused]) expect(askAgain(unused)).toBe(unused);
  });

  it('is a wait without its page, and in another tab, with nothing of the old page left', () => {
    const request = { frame: 3, attempt: 'a', digest: D };
    const kept = keepBack({ ...hold, frame: 3, channel: 'request' }, request);
    const lost = loseDraft(kept);
    expect(lost).toEqual({ ...kept, state: pending, draft: 'gone' });
    expect(reopenDraft(lost, 7)).toEqual({ ...hold, tab: 7, draft: 'opening' });
    expect(regainDraft(reopenDraft(lost, 7))).toEqual({ ...hold, tab: 7 });
    expect(regainDraft(lost).draft).toBe('composer');
  });

  it('is not reopened while a release is under way', () => {
    for (const change of [(each: Hold) => reopenDraft(each, 7), regainDraft]) expect(change(released)).toBe(released);
  });

  it('is asked with the newest requests of a page that floods', () => {
    const attempts = Array.from({ length: 22 }, (_, i) => ({ frame: 0, attempt: `${i}`, digest: D }));
    const after = attempts.reduce(keepBack, hold);
    expect(MOST_REQUESTS).toBe(20);
    expect(after.requests).toEqual(attempts.slice(2));
    expect({ ...after, requests: [] }).toEqual(hold);
  });
});
