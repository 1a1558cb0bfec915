/** What `explain` says of an imagined act. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NOW } from '../../core/facts.ts';
import { corpPolicy } from '../../workspace/policy.ts';
import { explainCase } from './explain-case.ts';
import { writtenFiles } from './written-file.ts';

const { directory, file } = writtenFiles('explain');

const values: Readonly<Record<string, unknown>> = {
  ...corpPolicy('https://collector.example/'),
  sensitive: {
    detectors: [{ detector: 'card', label: 'confidential' }],
    patterns: [{ id: 'case', name: 'Case number', pattern: 'C-[0-9]+', label: 'internal' }],
  },
  rules: [
    {
      ruleId: 'r12',
      name: 'No case numbers outside',
      sources: { detectors: ['case'] },
      destinations: { audience: ['outside'] },
      restrictions: [{ class: 'ANY', level: 'BLOCK' }],
    },
  ],
};
const policy = file(values);
const leaking = { site: 'forum', labels: ['restricted'], readers: ['sev-team'] };

function explained(act: object, changed: object = {}): Readonly<Record<string, unknown>> {
  const path = file({ actor: 'agent', site: 'forum', kind: 'reply', ...act });
  const { code, text } = explainCase(
    Object.keys(changed).length === 0 ? policy : file({ ...values, ...changed }),
    path,
    NOW,
    true,
  );
  expect(code).toBe(0);
  return JSON.parse(text) as Readonly<Record<string, unknown>>;
}

describe('an imagined act', () => {
  it.each<[string, object, object]>([
    ['of an agent, harmless: it checks with the person', {}, { level: 'WARN', review: 'light', rule: 'mandate-ask' }],
    [
      'of an agent in mail',
      { site: 'mail', kind: 'send', people: ['ken@corp.example'] },
      { level: 'WARN', rule: 'mandate-draft' },
    ],
    ['of an agent that may send alone', { mandate: 'flow' }, { level: 'REPORT', rule: 'mandate-flow' }],
    [
      'of an agent with what few may read',
      { sources: [leaking] },
      { level: 'WARN', review: 'grave', rule: 'agent-leak', labels: ['restricted'] },
    ],
    [
      'of an agent that has only read it',
      { mandate: 'flow', sources: [{ ...leaking, how: 'read' }] },
      { level: 'WARN', rule: 'agent-leak' },
    ],
    [
      'of an agent with the top label',
      { sources: [{ site: 'forum', labels: ['secret'] }] },
      { level: 'BLOCK', proof: 'authenticator', rule: 'top-label' },
    ],
    [
      'of an agent to those who may read it',
      { groups: ['sev-team'], mandate: 'flow', sources: [leaking] },
      { level: 'REPORT', rule: 'mandate-flow' },
    ],
    ['of a person, harmless', { actor: 'human' }, { level: 'ALLOW', review: 'none', rule: 'none', reasons: [] }],
    [
      'of a person with a mark',
      { actor: 'human', marks: ['confidential'] },
      { level: 'WARN', review: 'light', rule: 'human-leak' },
    ],
    [
      'of a person who has only read it',
      { actor: 'human', sources: [{ ...leaking, how: 'read' }] },
      { level: 'ALLOW' },
    ],
    [
      'of nobody knows whom, to many colleagues',
      { actor: 'unknown', sources: [{ site: 'forum', readers: ['sev-team'] }] },
      { level: 'WARN', rule: 'unknown-readers' },
    ],
    [
      'with a card number',
      { actor: 'human', found: ['card'] },
      { level: 'WARN', rule: 'human-leak', labels: ['confidential'] },
    ],
    [
      'to everybody',
      { actor: 'human', audience: 'everyone', marks: ['internal'] },
      { level: 'WARN', rule: 'human-leak' },
    ],
    [
      'to nobody knows whom',
      { actor: 'human', audience: 'unknown', marks: ['internal'] },
      { level: 'WARN', rule: 'human-leak' },
    ],
    [
      'in mail that names nobody',
      { actor: 'human', site: 'mail', kind: 'send', marks: ['internal'] },
      { level: 'WARN', rule: 'human-leak' },
    ],
    [
      'to somebody outside, with a pattern of a rule',
      { actor: 'human', site: 'mail', kind: 'send', people: ['Bob@elsewhere.example'], found: ['case'] },
      { level: 'BLOCK', rule: 'r12', rules: ['r12'] },
    ],
    [
      'to colleagues, with a pattern of a rule',
      { actor: 'human', site: 'mail', kind: 'send', people: ['ken@corp.example'], found: ['case'] },
      { level: 'ALLOW', rules: [] },
    ],
    ['while agents are stopped', { killed: true }, { level: 'BLOCK', rule: 'killed' }],
  ])('%s', (_name, act, expected) => {
    expect(explained(act)).toMatchObject(expected);
  });

  it('is searched for what policy looks for', () => {
    expect(
      explained({
        actor: 'human',
        kind: 'post',
        audience: 'everyone',
        text: 'Case C-4711, paid with 4111 1111 1111 1111',
      }),
    ).toMatchObject({
      level: 'BLOCK',
      rule: 'r12',
      labels: ['confidential', 'internal'],
      reasons: [
        { kind: 'rule' },
        { kind: 'marked', words: expect.stringContaining('what looks like a card number, “Case number”') },
      ],
    });
  });

  it('knows whom a group’s address reaches, and who only looks like one of us', () => {
    const mail = { actor: 'human', site: 'mail', kind: 'send', marks: ['restricted'] };
    expect(explained({ ...mail, people: ['all@corp.example'] })).toMatchObject({
      reasons: [{ words: expect.stringContaining('All employees') }],
    });
    expect(explained({ ...mail, people: ['ken@c0rp.example'] })).toMatchObject({
      reasons: [{ words: expect.stringContaining('c0rp.example') }],
    });
  });

  it('is stopped where policy stops all agents', () => {
    expect(explained({}, { killSwitch: true })).toMatchObject({ level: 'BLOCK', rule: 'killed' });
  });

  it('is explained in the words that people read', () => {
    const act = file({
      actor: 'agent',
      site: 'forum',
      kind: 'reply',
      text: 'Hello',
      sources: [leaking],
      found: ['case'],
    });
    expect(explainCase(policy, act, NOW, false).text.split('\n')).toEqual([
      'WARN: an agent acts, and it is held until the person confirms it.',
      'review    grave (the full review)',
      'proof     window (a button in our own window)',
      'rule      agent-leak',
      'reasons',
      '  mandate: Agents check with you before anything is sent here.',
      '  leak: It contains text from “source 1” (Restricted · sev-team). 1,236 of these 1,240 people cannot open that source.',
    ]);
    const ruled = file({ actor: 'human', site: 'forum', kind: 'post', audience: 'everyone', found: ['case'] });
    expect(explainCase(policy, ruled, NOW, false).text).toContain(
      'rule      r12: refuse anything, if it has Case number in it and reaches people outside',
    );
    expect(explainCase(policy, ruled, NOW, false).text).toContain(
      '  rule r12: A rule of your organisation forbids this: No case numbers outside.',
    );
  });

  it.each<[string, unknown, readonly string[]]>([
    [
      'with another actor and kind',
      { actor: 'robot', site: 'forum', kind: 'unreadable' },
      [
        'CASE:2: actor: must be one of "agent", "human", "unknown", but is "robot"',
        'CASE:4: kind: must be one of "post", "reply", "message", "edit", "send", but is "unreadable"',
      ],
    ],
    ['without a site', { actor: 'agent', kind: 'reply' }, ['CASE:1: site: is missing']],
    [
      'with a mistyped key',
      { actor: 'agent', site: 'forum', kind: 'reply', group: [] },
      ['CASE:5: group: is not a key here; "groups" is'],
    ],
    [
      'with names that are not in the policy',
      {
        actor: 'agent',
        site: 'forums',
        kind: 'reply',
        groups: ['employes'],
        sources: [{ site: 'forum', labels: ['geheim'] }],
        found: ['iban'],
      },
      [
        'CASE:3: site: names the site "forums", which the policy does not define; it defines "forum"',
        'CASE:6: groups[0]: names the group "employes", which the policy does not define; it defines "employees"',
        'CASE:12: sources[0].labels[0]: names the label "geheim", which the policy does not define',
        'CASE:17: found[0]: names the detector "iban", which the policy does not define',
      ],
    ],
    [
      'with people and everybody',
      { actor: 'agent', site: 'forum', kind: 'reply', people: [], audience: 'everyone' },
      ['CASE:6: audience: stands instead of people and groups'],
    ],
    ['that is no JSON', '{\n "actor": agent }', ['CASE:2: agent is no value of JSON']],
    ['that is a list', [], ['CASE:1: must be an object, but is a list']],
  ])('%s is not judged', (_name, act, lines) => {
    const path = file(act);
    const { code, text } = explainCase(policy, path, NOW, false);
    expect([code, text.replaceAll(path, 'CASE').split('\n')]).toEqual([1, lines]);
  });

  it('is not judged under a policy with a fault, nor without its files', () => {
    const act = file({ actor: 'agent', site: 'forum', kind: 'reply' });
    expect(explainCase(file({ killSwitch: true }), act, NOW, false)).toMatchObject({
      code: 1,
      text: expect.stringContaining('policyVersion: is missing'),
    });
    expect(explainCase(join(directory, 'none'), act, NOW, false).code).toBe(2);
    expect(explainCase(policy, join(directory, 'none'), NOW, false).code).toBe(2);
  });
});
