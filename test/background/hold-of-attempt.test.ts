/** Which waiting act an attempt belongs to, and which acts share one request. */
import { describe, expect, it } from 'vitest';
import { isInPlaceOf, waitsForAnother } from '../../src/background/hold-of-attempt.ts';
import type { Action } from '../../src/core/action.ts';
import type { Hold, HoldState } from '../../src/core/hold.ts';

function action(kind: Action['kind'], thread: string): Action {
  const audience = { kind: 'known', name: '', people: [], outsiders: [], lookAlikes: [], groups: [] } as const;
  const empty = { quoted: '', recipients: null, messageId: null, attachments: [], items: 1 } as const;
  return { kind, thread, site: 'mail', place: '', audience, text: kind, ...empty };
}

describe('an act takes the place of what waits', () => {
  it.each<[string, Action, Action, boolean]>([
    ['a text in the same place', action('send', 'thread-f:1'), action('send', 'thread-f:1'), true],
    ['a text in another place', action('send', 'thread-f:1'), action('send', 'thread-f:2'), false],
    [
      'archiving a thread, where an answer to it waits',
      action('send', 'thread-f:1'),
      action('archive', 'thread-f:1'),
      false,
    ],
    [
      'an answer, where archiving its thread waits',
      action('archive', 'thread-f:1'),
      action('send', 'thread-f:1'),
      false,
    ],
    ['another change of the same thread', action('trash', 'thread-f:1'), action('archive', 'thread-f:1'), false],
  ])('%s', (_name, waiting, now, expected) => {
    expect(isInPlaceOf(waiting, now)).toBe(expected);
  });
});

describe('a request with several acts', () => {
  const hold = (id: string, kind: HoldState['kind'], attempt: string, tab = 1): Hold => {
    const states = {
      pending: { kind: 'pending' },
      released: { kind: 'released', proof: 'window', at: 0, until: 1 },
      consumed: { kind: 'consumed', at: 0 },
      denied: { kind: 'denied', at: 0, why: 'person' },
    } as const;
    return {
      id,
      digest: id,
      action: action('send', id),
      labelIds: [],
      verdict: { level: 'WARN', review: 'light', proof: 'window', reasons: [], labelIds: [] },
      attribution: { actor: 'agent', evidence: [], source: 'browser' },
      tab,
      frame: 0,
      session: 's',
      channel: 'request',
      draft: 'composer',
      requests: [{ frame: 0, attempt, digest: id }],
      at: 0,
      repeats: 0,
      state: states[kind],
    };
  };
  const first = hold('a', 'released', 'r1');

  it.each<[string, Hold, boolean]>([
    ['waits for one that nobody has answered', hold('b', 'pending', 'r1'), true],
    ['goes when the other was confirmed before', hold('b', 'released', 'r1'), false],
    ['does not wait for one that was refused: it is stopped by that', hold('b', 'denied', 'r1'), false],
    ['does not wait for another request', hold('b', 'pending', 'r2'), false],
    ['does not wait for the request of another tab', hold('b', 'pending', 'r1', 2), false],
    ['does not wait for itself', hold('a', 'pending', 'r1'), false],
  ])('%s', (_name, other, waits) => {
    expect(waitsForAnother([first, other], first, 'r1')).toBe(waits);
  });
});
