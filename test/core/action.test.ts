import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Action, audienceKeys, digestOf, peopleOf, toWellFormed } from '../../src/core/action.ts';

const act: Action = {
  kind: 'reply',
  site: 'forum',
  thread: 'topic:101',
  place: 'Token service',
  audience: {
    kind: 'known',
    name: 'Engineering Help',
    people: [],
    outsiders: [],
    lookAlikes: [],
    groups: ['employees'],
  },
  text: 'Hi Bob,\nrun tokenctl.',
  quoted: '',
  recipients: null,
  messageId: null,
  items: 1,
  attachments: [],
};

describe('the digest of an act', () => {
  it('is SHA-256 over the canonical JSON that the design names, checked by another implementation', () => {
    const text =
      '["countersign/act/1","reply","forum","topic:101",["group:employees"],"Hi Bob,\\nrun tokenctl.",[],["restricted"]]';
    expect(digestOf(act, ['restricted'])).toBe(createHash('sha256').update(text).digest('hex'));
  });

  it.each<[string, Action, readonly string[]]>([
    ['kind', { ...act, kind: 'post' }, ['restricted']],
    ['site', { ...act, site: 'other' }, ['restricted']],
    ['thread', { ...act, thread: 'topic:102' }, ['restricted']],
    [
      'a group',
      {
        ...act,
        audience: {
          kind: 'known',
          name: 'Engineering Help',
          people: [],
          outsiders: [],
          lookAlikes: [],
          groups: ['sev-team'],
        },
      },
      ['restricted'],
    ],
    [
      'a person more',
      {
        ...act,
        audience: {
          kind: 'known',
          name: 'Engineering Help',
          people: ['bob'],
          outsiders: [],
          lookAlikes: [],
          groups: ['employees'],
        },
      },
      ['restricted'],
    ],
    [
      'a person called like the group',
      {
        ...act,
        audience: {
          kind: 'known',
          name: 'Engineering Help',
          people: ['employees'],
          outsiders: [],
          lookAlikes: [],
          groups: [],
        },
      },
      ['restricted'],
    ],
    ['everyone', { ...act, audience: { kind: 'everyone', name: 'Engineering Help' } }, ['restricted']],
    ['unknown audience', { ...act, audience: { kind: 'unknown', name: 'Engineering Help', why: '' } }, ['restricted']],
    ['text', { ...act, text: 'Hi Bob,\nrun tokenctl!' }, ['restricted']],
    ['a hidden character', { ...act, text: 'Hi Bob,\nrun token\u200bctl.' }, ['restricted']],
    ['an attachment', { ...act, attachments: ['0'.repeat(64)] }, ['restricted']],
    ['an unknown attachment', { ...act, attachments: 'unknown' }, ['restricted']],
    ['labels', act, ['restricted', 'secret']],
    ['no label', act, []],
  ])('changes with %s', (_what, changed, labels) => {
    expect(digestOf(changed, labels)).not.toBe(digestOf(act, ['restricted']));
  });

  it.each<[string, Action]>([
    ['what the place is called', { ...act, place: 'Something else' }],
    ['what the audience is called', { ...act, audience: { ...act.audience, name: 'Help' } }],
    [
      'what is said of those in it',
      {
        ...act,
        audience: {
          kind: 'known',
          name: 'Help',
          people: [],
          outsiders: ['x@c0rp.example'],
          lookAlikes: [{ person: 'x@c0rp.example', own: 'corp.example' }],
          groups: ['employees'],
        },
      },
    ],
    ['line ends', { ...act, text: 'Hi Bob,\r\nrun tokenctl.' }],
    ['blanks at line ends', { ...act, text: 'Hi Bob,  \nrun tokenctl.\n' }],
  ])('does not change with %s', (_what, same) => {
    expect(digestOf(same, ['restricted'])).toBe(digestOf(act, ['restricted']));
  });

  it('does not depend on order or repetition of people, groups, files and labels', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 2 }), (names) => {
        const known = (people: readonly string[]): Action => ({
          ...act,
          audience: { kind: 'known', name: '', people, outsiders: [], lookAlikes: [], groups: people },
          attachments: people,
        });
        expect(digestOf(known(names), names)).toBe(digestOf(known([...names].reverse()), [...names, ...names]));
      }),
    );
  });

  it('does not depend on the order in which labels were found', () => {
    expect(digestOf(act, ['secret', 'restricted'])).toBe(digestOf(act, ['restricted', 'secret']));
  });

  it('exists for every text, also for one with lone surrogates, and tells different texts apart', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        expect(digestOf({ ...act, text: `${a}|${b}x` }, [])).not.toBe(digestOf({ ...act, text: `${a}|${b}y` }, []));
      }),
    );
  });
});

describe('an audience in plain strings', () => {
  it.each<[string, Action['audience'], readonly string[]]>([
    ['everybody', { kind: 'everyone', name: 'web' }, ['everyone']],
    ['nobody knows whom', { kind: 'unknown', name: 'x', why: 'y' }, ['unknown']],
    ['nobody', { kind: 'known', name: '', people: [], outsiders: [], lookAlikes: [], groups: [] }, []],
    [
      'people and groups, each once, sorted',
      { kind: 'known', name: '', people: ['b', 'a', 'b'], outsiders: ['a'], lookAlikes: [], groups: ['g', 'f', 'g'] },
      ['group:f', 'group:g', 'person:a', 'person:b'],
    ],
  ])('is %s', (_name, audience, keys) => {
    expect(audienceKeys(audience)).toEqual(keys);
  });
});

describe('the people of a mail', () => {
  const recipients = { to: ['b', 'a'], cc: ['c', 'a'], bcc: ['d', 'b'] };
  const mail: Action = { ...act, recipients };
  const digest = (change: Partial<typeof recipients>) =>
    digestOf({ ...mail, recipients: { ...recipients, ...change } }, []);

  it('are all whom it names, each once, and nothing in a forum', () => {
    expect(peopleOf(recipients)).toEqual(['a', 'b', 'c', 'd']);
    expect([peopleOf({ to: [], cc: [], bcc: [] }), peopleOf(null)]).toEqual([[], null]);
  });

  it('are signed as hidden where they are hidden, in whichever order, and else by the audience', () => {
    const text =
      '["countersign/act/1","reply","forum","topic:101",["group:employees","hidden:b","hidden:d"],"Hi Bob,\\nrun tokenctl.",[],[]]';
    expect(digestOf(mail, [])).toBe(createHash('sha256').update(text).digest('hex'));
    expect(digest({ bcc: ['b', 'd'], to: [], cc: [] })).toBe(digest({}));
    expect(digest({ bcc: ['b'] })).not.toBe(digest({}));
  });

  it('are signed beside files that nobody could read, as such', () => {
    const text =
      '["countersign/act/1","reply","forum","topic:101",["group:employees"],"Hi Bob,\\nrun tokenctl.","unknown",[]]';
    expect(digestOf({ ...act, attachments: 'unknown' }, [])).toBe(createHash('sha256').update(text).digest('hex'));
  });
});

it.each<[string, string, string]>([
  ['nothing', 'a😀b', 'a😀b'],
  ['a first half alone', 'a\ud83db', 'a\ufffdb'],
  ['a second half alone', 'a\ude00b', 'a\ufffdb'],
  ['a first half at the end', 'a\ud83d', 'a\ufffd'],
  ['a second half at the start', '\ude00a', '\ufffda'],
  ['a first half before a whole', '\ud83d😀', '\ufffd😀'],
  ['a second half after a whole', '😀\ude00', '😀\ufffd'],
  ['both in the wrong order', '\ude00\ud83d', '\ufffd\ufffd'],
])('replaces what no encoder can write: %s', (_name, text, expected) => {
  expect(toWellFormed(text)).toBe(expected);
});
