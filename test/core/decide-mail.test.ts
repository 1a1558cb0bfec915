import { describe, expect, it } from 'vitest';
import type { Action } from '../../src/core/action.ts';
import type { Actor } from '../../src/core/actor.ts';
import { decide } from '../../src/core/decide.ts';
import type { Reading } from '../../src/core/exposure.ts';
import { only, UNMARKED } from '../../src/core/label.ts';
import { ACT, by, carrying, FACTS, read } from './facts.ts';

describe('mail', () => {
  const thread: Reading = {
    ...read(
      { rank: 2, marks: ['confidential'], categories: [], readers: only(['alice@c.example', 'maria@c.example'], []) },
      'thread-f:1',
    ),
    site: 'mail',
  };
  const mail = (people: readonly string[], outsiders: readonly string[] = []): Action => ({
    ...ACT,
    kind: 'send',
    site: 'mail',
    thread: 'thread-f:1',
    recipients: { to: people, cc: [], bcc: [] },
    audience: { kind: 'known', name: people[0] ?? '', people, outsiders, lookAlikes: [], groups: [] },
  });
  const matches = [{ reading: thread, spans: [{ from: 0, to: 4 }] }];
  const verdict = (action: Action, actor: Actor) =>
    decide({ ...FACTS, action, attribution: by(actor), matches, mandate: 'draft' });

  it('lets a person answer those who are on the thread already, quoting it', () => {
    expect(verdict(mail(['maria@c.example']), 'human').level).toBe('ALLOW');
    expect(verdict(mail(['maria@c.example']), 'unknown').level).toBe('ALLOW');
  });

  it('lets a person answer an outsider who is on the thread already, labelled as it is', () => {
    const dave = { ...thread.label, readers: only(['dave@x.example', 'maria@c.example'], []) };
    const answer = { ...FACTS, action: mail(['dave@x.example'], ['dave@x.example']), attribution: by('human') };
    const levelIn = (where: string) =>
      decide({ ...answer, matches: [{ reading: { ...thread, thread: where, label: dave }, spans: [] }] }).level;
    expect([levelIn('thread-f:1'), levelIn('thread-f:2')]).toEqual(['ALLOW', 'WARN']);
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
    expect(decide({ ...FACTS, action: answer, matches, attribution: by('human'), mandate: 'draft' }).level).toBe(
      'WARN',
    );
  });

  it('asks about everybody where nobody can say who is on the thread', () => {
    const closed: Reading = {
      ...thread,
      label: { ...thread.label, readers: { kind: 'allOf', sets: [{ kind: 'unknown', why: 'not shown' }] } },
    };
    const answer = { ...FACTS, action: mail(['maria@c.example']), attribution: by('human'), mandate: 'draft' } as const;
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
    const harmless = (actor: Actor) => decide({ ...FACTS, action, attribution: by(actor), mandate: 'draft' });
    expect(harmless('human')).toMatchObject({ level: 'ALLOW', reasons: [said] });
    expect(harmless('agent')).toMatchObject({ level: 'WARN', reasons: [{ kind: 'mandate' }, said] });
  });

  it('says it of whom the leak does not: one who reads the thread already', () => {
    const [reader, other] = ['bob@c0rp.example', 'eve@corq.example'];
    const label = { ...UNMARKED, readers: only([reader], []) };
    const reasons = (people: readonly string[], outsiders: readonly string[]) => {
      const audience = { kind: 'known', name: '', people, outsiders, groups: [] } as const;
      const lookAlikes = outsiders.map((person) => ({ person, own: 'corp.example' }));
      const action = { ...mail(people), thread: 'thread-f:2', audience: { ...audience, lookAlikes } };
      return decide({ ...FACTS, action, attribution: by('human'), ...carrying(label) }).reasons;
    };
    const said = { kind: 'look-alike', who: 'c0rp.example', own: 'corp.example' };
    const leaks = expect.arrayContaining([{ kind: 'look-alike', who: 'corq.example', own: 'corp.example' }]);
    expect(reasons([reader, other], [reader, other])).toEqual([expect.objectContaining({ kind: 'leak', leaks }), said]);
    expect(reasons([reader, 'carl@corp.example'], [reader])).toEqual([expect.objectContaining({ kind: 'leak' }), said]);
  });

  it('an ordinary mail to an outsider is nobody’s question but an agent’s', () => {
    const plain = (actor: Actor) =>
      decide({ ...FACTS, action: mail(['d@x.example'], ['d@x.example']), attribution: by(actor), mandate: 'draft' });
    expect(plain('human').level).toBe('ALLOW');
    expect(plain('unknown').level).toBe('ALLOW');
    expect(plain('agent')).toMatchObject({ level: 'WARN', review: 'light' });
  });
});
