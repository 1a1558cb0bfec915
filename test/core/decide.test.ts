import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action } from '../../src/core/action.ts';
import type { Actor } from '../../src/core/actor.ts';
import { decide, type Facts, LEVELS, type Verdict } from '../../src/core/decide.ts';
import type { Reading } from '../../src/core/exposure.ts';
import { type Label, only, UNMARKED } from '../../src/core/label.ts';
import type { Mandate } from '../../src/core/policy.ts';
import type { Rule } from '../../src/core/rule.ts';
import { DIRECTORY, group, NOW, POLICY } from './facts.ts';
import { RUNS, runsUpTo } from './runs.ts';

const act: Action = {
  kind: 'reply',
  site: 'forum',
  thread: 'topic:101',
  place: 'Help',
  audience: { kind: 'known', name: 'Help', people: [], outsiders: [], lookAlikes: [], groups: ['employees'] },
  text: 'text',
  quoted: '',
  recipients: null,
  messageId: null,
  items: 1,
  attachments: [],
};
const by = (actor: Actor) => ({ actor, evidence: [], source: 'browser' as const });
const base: Facts = {
  action: act,
  attribution: by('agent'),
  ownLabel: UNMARKED,
  matches: [],
  tainted: [],
  mandate: 'ask',
  killed: false,
  policyDamaged: false,
  itemsLately: 0,
  policy: POLICY,
  found: [],
  now: NOW,
};
const read = (label: Label, thread = 'topic:77'): Reading => ({
  id: `forum ${thread}`,
  site: 'forum',
  thread,
  title: 'SEV1',
  label,
  at: 0,
  actor: 'agent',
  session: 'tab:1',
  depth: 0,
  prints: { words: [], chars: [] },
});
const restricted: Label = { rank: 3, marks: ['restricted'], categories: [], readers: only([], ['sev-team']) };
const secret: Label = { rank: 4, marks: ['secret'], categories: [], readers: only([], ['sev-team']) };
/** No label; four readers against 1,240. */
const unlabelled: Label = { rank: 0, marks: [], categories: [], readers: only([], ['sev-team']) };
/** No label; one reader less. */
const nearly: Label = { rank: 0, marks: [], categories: [], readers: only(['ken', 'maria', 'priya'], []) };
const matching = (label: Label) => [{ reading: read(label), spans: [{ from: 0, to: 4 }] }];
const severity = (verdict: Verdict) => LEVELS.indexOf(verdict.level);

describe('who must say yes', () => {
  const smallAudience: Action = {
    ...act,
    audience: { kind: 'known', name: 'sev', people: [], outsiders: [], lookAlikes: [], groups: ['sev-team'] },
  };
  it.each<[string, Actor, Partial<Facts>, string]>([
    ['a person, no leak', 'human', {}, 'ALLOW none'],
    ['a person, only readers differ', 'human', { matches: matching(unlabelled) }, 'ALLOW none'],
    ['a person, a label leaks', 'human', { matches: matching(restricted) }, 'WARN light'],
    ['nobody knows who, no leak', 'unknown', {}, 'ALLOW none'],
    ['nobody knows who, 1,236 new readers', 'unknown', { matches: matching(unlabelled) }, 'WARN light'],
    [
      'nobody knows who, one new reader',
      'unknown',
      { action: smallAudience, matches: matching(nearly) },
      'REPORT none',
    ],
    ['nobody knows who, a label leaks', 'unknown', { matches: matching(restricted) }, 'WARN light'],
    ['an agent, no leak, ask', 'agent', {}, 'WARN light'],
    ['an agent, no leak, draft', 'agent', { mandate: 'draft' }, 'WARN light'],
    ['an agent, no leak, observe', 'agent', { mandate: 'observe' }, 'BLOCK none'],
    ['an agent, no leak, flow', 'agent', { mandate: 'flow' }, 'REPORT none'],
    ['an agent, only readers differ, flow', 'agent', { mandate: 'flow', matches: matching(unlabelled) }, 'REPORT none'],
    ['an agent, a label leaks', 'agent', { matches: matching(restricted) }, 'WARN grave'],
    [
      'an agent, a label leaks although it may send alone',
      'agent',
      { mandate: 'flow', matches: matching(restricted) },
      'WARN grave',
    ],
    ['an agent that has only read it', 'agent', { mandate: 'flow', tainted: [read(restricted)] }, 'WARN grave'],
    ['a person’s act is not tainted by what an agent has read', 'human', { tainted: [read(restricted)] }, 'ALLOW none'],
    ['an agent, the top label', 'agent', { matches: matching(secret) }, 'BLOCK none'],
    ['a person, the top label', 'human', { matches: matching(secret) }, 'WARN light'],
    [
      'an agent answering where it has read',
      'agent',
      { mandate: 'flow', matches: [{ reading: read(restricted, 'topic:101'), spans: [] }] },
      'REPORT none',
    ],
    [
      'an agent, marked by its own text',
      'agent',
      { mandate: 'flow', ownLabel: { rank: 3, marks: ['restricted'], categories: [], readers: { kind: 'everyone' } } },
      'WARN grave',
    ],
    [
      'an agent, what is sent cannot be read',
      'agent',
      { mandate: 'flow', action: { ...act, kind: 'unreadable' } },
      'BLOCK none',
    ],
    ['a person, what is sent cannot be read', 'human', { action: { ...act, kind: 'unreadable' } }, 'WARN light'],
    ['an agent, while stopped', 'agent', { mandate: 'flow', killed: true }, 'BLOCK none'],
    ['a person, while agents are stopped', 'human', { killed: true }, 'WARN light'],
    ['an agent that may send alone, policy damaged', 'agent', { mandate: 'flow', policyDamaged: true }, 'WARN light'],
    ['an agent that may only read, policy damaged', 'agent', { mandate: 'observe', policyDamaged: true }, 'BLOCK none'],
  ])('%s', (_name, actor, facts, expected) => {
    const verdict = decide({ ...base, attribution: by(actor), ...facts });
    expect(`${verdict.level} ${verdict.review}`).toBe(expected);
  });

  it('says that the damage to policy, not policy, wants drafts', () => {
    expect(decide({ ...base, mandate: 'ask', policyDamaged: true }).reasons).toEqual([{ kind: 'policy-damaged' }]);
    expect(decide({ ...base, mandate: 'draft', policyDamaged: true }).reasons).toMatchObject([{ mandate: 'draft' }]);
  });

  it('asks for the person’s own key at the top label', () => {
    expect(decide({ ...base, matches: matching(secret) })).toMatchObject({ level: 'BLOCK', proof: 'authenticator' });
  });

  it('names the source, its label and how many would newly see it', () => {
    const [reason] = decide({ ...base, matches: matching(restricted) }).reasons.filter((each) => each.kind === 'leak');
    expect(reason).toMatchObject({
      source: { title: 'SEV1', labels: ['Restricted'], readers: ['sev-team'], how: { kind: 'match' } },
    });
    expect(reason?.leaks).toContainEqual(
      expect.objectContaining({ kind: 'readers', newcomers: { count: 1236, exact: true } }),
    );
  });
});

describe('the laws of a verdict', () => {
  const label: fc.Arbitrary<Label> = fc.record({
    rank: fc.integer({ min: 0, max: 4 }),
    marks: fc.constant<readonly string[]>(['restricted']),
    categories: fc.subarray(['noforn', 'crypto']),
    readers: fc.oneof(
      fc.constant(UNMARKED.readers),
      fc.constant(only([], ['sev-team'])),
      fc.constant(only(['bob'], ['office'])),
    ),
  });
  const readings = fc.array(label, { maxLength: 4 }).map((labels) => labels.map((each, i) => read(each, `topic:${i}`)));
  const actors = fc.constantFrom<Actor>('human', 'agent', 'unknown');
  const mandates = fc.constantFrom<Mandate>('observe', 'draft', 'ask', 'flow');
  const groups = fc.subarray([...DIRECTORY.keys()], { minLength: 1 });
  const toGroups = (ids: readonly string[]): Action => ({
    ...act,
    audience: { kind: 'known', name: '', people: [], outsiders: [], lookAlikes: [], groups: ids },
  });
  const facts = fc.record({
    actor: actors,
    mandate: mandates,
    matched: readings,
    tainted: readings,
    ids: groups,
    killed: fc.boolean(),
  });
  const of = (
    f: {
      actor: Actor;
      mandate: Mandate;
      matched: Reading[];
      tainted: Reading[];
      ids: readonly string[];
      killed: boolean;
    },
    action = toGroups(f.ids),
  ): Verdict =>
    decide({
      ...base,
      action,
      attribution: by(f.actor),
      mandate: f.mandate,
      matches: f.matched.map((reading) => ({ reading, spans: [] })),
      tainted: f.tainted,
      killed: f.killed,
    });

  it('the same facts give the same verdict', () => {
    fc.assert(
      fc.property(facts, (f) => void expect(of(f)).toEqual(of(f))),
      runsUpTo(300),
    );
  });

  it('one more reading never loosens it', () => {
    fc.assert(
      fc.property(facts, label, (f, more) => {
        expect(severity(of({ ...f, matched: [...f.matched, read(more, 'topic:900')] }))).toBeGreaterThanOrEqual(
          severity(of(f)),
        );
        expect(severity(of({ ...f, tainted: [...f.tainted, read(more, 'topic:901')] }))).toBeGreaterThanOrEqual(
          severity(of(f)),
        );
      }),
      RUNS,
    );
  });

  it('one more group of readers never loosens it', () => {
    fc.assert(
      fc.property(facts, groups, (f, more) => {
        expect(severity(of({ ...f, ids: [...new Set([...f.ids, ...more])] }))).toBeGreaterThanOrEqual(severity(of(f)));
      }),
      RUNS,
    );
  });

  it('an unknown audience is never asked about less than a known one', () => {
    fc.assert(
      fc.property(facts, (f) => {
        const unknown = of(f, { ...act, audience: { kind: 'unknown', name: '', why: 'not said' } });
        const labelled = [...f.matched, ...(f.actor === 'agent' ? f.tainted : [])].some(
          (r) => r.label.rank > 0 || r.label.readers.kind !== 'everyone',
        );
        if (labelled)
          expect(severity(unknown)).toBeGreaterThanOrEqual(Math.min(severity(of(f)), LEVELS.indexOf('WARN')));
      }),
      RUNS,
    );
  });

  it('stopping agents never loosens it', () => {
    fc.assert(
      fc.property(
        facts,
        (f) =>
          void expect(severity(of({ ...f, killed: true }))).toBeGreaterThanOrEqual(
            severity(of({ ...f, killed: false })),
          ),
      ),
      RUNS,
    );
  });
});

describe('a rule about people outside', () => {
  it('applies to a group with people outside in a group inside it', () => {
    const rule: Rule = {
      ruleId: 'no-outside',
      name: 'Nothing outside',
      sources: null,
      destinations: { sites: null, groups: null, domains: null, audience: ['outside'] },
      actors: null,
      restrictions: [{ class: 'ANY', level: 'BLOCK' }],
      except: [],
    };
    const groups = new Map([...DIRECTORY, group('partners', { size: 120, includes: ['contractors'] })]);
    const level = (id: string) =>
      decide({
        ...base,
        action: {
          ...act,
          audience: { kind: 'known', name: '', people: [], outsiders: [], lookAlikes: [], groups: [id] },
        },
        attribution: by('human'),
        policy: { ...POLICY, groups, rules: [rule] },
      }).level;
    expect([level('partners'), level('contractors'), level('office')]).toEqual(['BLOCK', 'BLOCK', 'ALLOW']);
  });
});

describe('mail', () => {
  const thread: Reading = {
    ...read(
      { rank: 2, marks: ['confidential'], categories: [], readers: only(['alice@c.example', 'maria@c.example'], []) },
      'thread-f:1',
    ),
    site: 'mail',
  };
  const mail = (people: readonly string[], outsiders: readonly string[] = []): Action => ({
    ...act,
    kind: 'send',
    site: 'mail',
    thread: 'thread-f:1',
    recipients: { to: people, cc: [], bcc: [] },
    audience: { kind: 'known', name: people[0] ?? '', people, outsiders, lookAlikes: [], groups: [] },
  });
  const matches = [{ reading: thread, spans: [{ from: 0, to: 4 }] }];
  const verdict = (action: Action, actor: Actor) =>
    decide({ ...base, action, attribution: by(actor), matches, mandate: 'draft' });

  it('lets a person answer those who are on the thread already, quoting it', () => {
    expect(verdict(mail(['maria@c.example']), 'human').level).toBe('ALLOW');
    expect(verdict(mail(['maria@c.example']), 'unknown').level).toBe('ALLOW');
  });

  it('asks about an answer on the thread whose addressees cannot be told', () => {
    const audience = { kind: 'unknown', name: 'x', why: 'a recipient cannot be read' } as const;
    for (const actor of ['human', 'unknown', 'agent'] as const)
      expect(verdict({ ...mail(['maria@c.example']), audience }, actor).level).toBe('WARN');
  });

  it('asks about one new person on a labelled thread, whoever acts', () => {
    for (const actor of ['human', 'unknown', 'agent'] as const) {
      const found = verdict(mail(['maria@c.example', 'bob@c.example']), actor);
      expect(found.level).toBe('WARN');
      expect(found.reasons).toContainEqual(
        expect.objectContaining({
          kind: 'leak',
          leaks: [expect.objectContaining({ kind: 'readers', names: ['bob@c.example'] })],
        }),
      );
    }
  });

  it('names the outsider, and looks grave for an agent', () => {
    const found = verdict(mail(['dave@x.example'], ['dave@x.example']), 'agent');
    expect(found).toMatchObject({ level: 'WARN', review: 'grave' });
    expect(found.reasons).toContainEqual(
      expect.objectContaining({
        kind: 'leak',
        leaks: expect.arrayContaining([{ kind: 'outside', who: ['dave@x.example'] }]),
      }),
    );
  });

  it('asks in the same thread, too, where nobody can say who will read it', () => {
    const answer = { ...mail(['maria@c.example']), audience: { kind: 'unknown', name: '', why: 'x' } as const };
    expect(decide({ ...base, action: answer, matches, attribution: by('human'), mandate: 'draft' }).level).toBe('WARN');
  });

  it('asks about everybody where nobody can say who is on the thread', () => {
    const closed: Reading = {
      ...thread,
      label: { ...thread.label, readers: { kind: 'allOf', sets: [{ kind: 'unknown', why: 'not shown' }] } },
    };
    const answer = { ...base, action: mail(['maria@c.example']), attribution: by('human'), mandate: 'draft' } as const;
    expect(decide({ ...answer, matches: [{ reading: closed, spans: [] }] }).level).toBe('WARN');
  });

  it('says of an outsider that he only looks like one of us, with the leak or without', () => {
    const person = 'bob@c0rp.example';
    const plain = mail([person], [person]);
    const action: Action = {
      ...plain,
      audience: {
        kind: 'known',
        name: '',
        people: [person],
        outsiders: [person],
        lookAlikes: [{ person, own: 'corp.example' }],
        groups: [],
      },
    };
    const said = { kind: 'look-alike', who: 'c0rp.example', own: 'corp.example' };
    const leaking = verdict(action, 'human');
    expect(leaking).toMatchObject({
      level: 'WARN',
      reasons: [{ kind: 'leak', leaks: expect.arrayContaining([said]) }],
    });
    const harmless = (actor: Actor) => decide({ ...base, action, attribution: by(actor), mandate: 'draft' });
    expect(harmless('human')).toMatchObject({ level: 'ALLOW', reasons: [said] });
    expect(harmless('agent')).toMatchObject({ level: 'WARN', reasons: [{ kind: 'mandate' }, said] });
  });

  it('an ordinary mail to an outsider is nobody’s question but an agent’s', () => {
    const plain = (actor: Actor) =>
      decide({ ...base, action: mail(['d@x.example'], ['d@x.example']), attribution: by(actor), mandate: 'draft' });
    expect(plain('human').level).toBe('ALLOW');
    expect(plain('unknown').level).toBe('ALLOW');
    expect(plain('agent')).toMatchObject({ level: 'WARN', review: 'light' });
  });
});
