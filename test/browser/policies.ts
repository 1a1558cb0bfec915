/**
 * Right and wrong policies as an administrator might deliver them, each with what the guard must report and what then
 * becomes of an agent's post. The wrong ones come after one that lets agents send alone: they must not go on doing so.
 */

type Values = Readonly<Record<string, unknown>>;

export interface DeliveredPolicy {
  readonly name: string;
  /** The managed values; null takes the policy away. Numbered by the caller. */
  readonly values: Values | null;
  /** Paths of faults that must be among those reported; `good` for none at all. */
  readonly chromium: Reported;
  readonly firefox: Reported;
  /** What becomes of the agent's harmless reply; "WARN" waits for a person, "BLOCK" is refused. */
  readonly reply: 'sent' | 'WARN' | 'BLOCK';
  /** The reply's text, where it matters. */
  readonly text?: string;
}

export type Reported = 'good' | 'absent' | readonly string[];

/** The table over a good policy of the stand-in company. */
export function deliveredPolicies(corp: Values): readonly DeliveredPolicy[] {
  return [...rightPolicies(corp), ...wrongPolicies(corp)];
}

function withKeys(values: Values): Values {
  return { ...values, policyKeys: Object.keys(values).filter((key) => key !== 'policyKeys') };
}

function forum(corp: Values, change: Values): Values {
  const sites = corp.sites as readonly Values[];
  return withKeys({ ...corp, sites: sites.map((site) => (site.id === 'forum' ? { ...site, ...change } : site)) });
}

function without(values: Values, key: string): Values {
  return Object.fromEntries(Object.entries(values).filter(([each]) => each !== key));
}

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

const RULE = {
  ruleId: 'no-agents',
  name: 'No agent posts for everybody',
  destinations: { groups: ['employees'] },
  actors: ['agent'],
  restrictions: [{ class: 'ANY', level: 'BLOCK' }],
};

const PATTERN = { id: 'projects', name: 'Project numbers', pattern: 'PRJ-\\d{4}', label: 'confidential' };

/** Looks like an access token of GitHub and is none; put together here, so that nobody's scanner finds one in this file. */
function madeUpToken(): string {
  return ['gh', 'p_', 'a8F3kQ9zL2', 'mX7vB4nT6w', 'R1yC5uD0eH', 'jS8pGo'].join('');
}

function rightPolicies(corp: Values): readonly DeliveredPolicy[] {
  const flow = forum(corp, { mandate: 'flow' });
  const right = (name: string, values: Values, reply: DeliveredPolicy['reply'], text?: string): DeliveredPolicy => ({
    name,
    values,
    chromium: 'good',
    firefox: 'good',
    reply,
    ...(text === undefined ? {} : { text }),
  });
  const rule = (change: Values) => withKeys({ ...flow, rules: [{ ...RULE, ...change }] });
  return [
    right('agents ask', corp, 'WARN'),
    right('agents write drafts', forum(corp, { mandate: 'draft' }), 'WARN'),
    right('agents only read', forum(corp, { mandate: 'observe' }), 'BLOCK'),
    right('a preset alone decides', withKeys({ ...forum(corp, { mandate: undefined }), preset: 'strict' }), 'WARN'),
    right('one string with everything', { policyJson: JSON.stringify(without(flow, 'policyKeys')) }, 'sent'),
    right('values nested under "policy"', { policy: flow }, 'sent'),
    right('a trial', withKeys({ ...corp, enforcement: 'shadow' }), 'sent'),
    right('a trial by preset', withKeys({ ...corp, preset: 'shadow' }), 'sent'),
    right('all agents stopped, in a trial', withKeys({ ...corp, preset: 'shadow', killSwitch: true }), 'BLOCK'),
    right('a rule that forbids', rule({}), 'BLOCK'),
    right('a rule that asks', rule({ restrictions: [{ class: 'REPLY', level: 'WARN' }] }), 'WARN'),
    right('a rule for another kind of act', rule({ restrictions: [{ class: 'SEND', level: 'BLOCK' }] }), 'sent'),
    right('an exception', rule({ except: [{ groups: ['employees'], until: inDays(30), reason: 'launch' }] }), 'sent'),
    right(
      'an exception that has ended',
      rule({ except: [{ groups: ['employees'], until: inDays(-2), reason: 'x' }] }),
      'BLOCK',
    ),
    right('a mark that not everybody may see', flow, 'WARN', '[Confidential]\n\nThe plan for the office move.'),
    right(
      'a pattern of the organisation’s own',
      withKeys({ ...flow, sensitive: { patterns: [PATTERN] } }),
      'WARN',
      'PRJ-4711 starts on Monday.',
    ),
    right('a key in the text', flow, 'BLOCK', `Take ${madeUpToken()} for the build.`),
    right('agents send alone', forum(corp, { mandate: 'flow', name: 'Forum of Corp' }), 'sent'),
  ];
}

function wrongPolicies(corp: Values): readonly DeliveredPolicy[] {
  const flow = forum(corp, { mandate: 'flow' });
  const wrong = (name: string, values: Values, chromium: Reported, firefox: Reported = chromium): DeliveredPolicy => ({
    name,
    values,
    chromium,
    firefox,
    reply: 'WARN',
  });
  const json = (text: string) => ({ policyJson: text });
  const rule = (change: Values) => withKeys({ ...flow, rules: [{ ...RULE, ...change }] });
  return [
    wrong('a key that nobody knows', withKeys({ ...flow, sitez: [] }), ['policyKeys[7]'], ['sitez', 'policyKeys[7]']),
    wrong('a whole key of the wrong type', { ...flow, groups: 'all' }, ['groups']),
    wrong(
      'one wrong type deep inside',
      forum(flow, { match: 'https://forum.corp.example/*' }),
      ['sites'],
      ['sites[0].match'],
    ),
    wrong('a word that means nothing', forum(flow, { mandate: 'trust' }), ['sites[0].mandate']),
    wrong('a label that is not defined', forum(flow, { label: 'geheim' }), ['sites[0].label']),
    wrong('a pattern for everything', forum(flow, { match: ['<all_urls>'] }), ['sites[0].match[0]']),
    wrong('no list of keys', without(flow, 'policyKeys'), ['policyKeys']),
    wrong('a listed key that is not there', without(flow, 'groups'), ['groups']),
    wrong('no sites at all', withKeys(without(without(flow, 'sites'), 'policyKeys')), ['sites']),
    wrong('an empty list of labels', withKeys({ ...flow, labels: [] }), ['labels']),
    wrong('a string that is no JSON', json('{"policyVersion": 9,'), ['policyJson']),
    wrong('a string with other keys beside it', { ...flow, ...json('{}') }, ['policyJson']),
    wrong('a rule without restrictions', rule({ restrictions: [] }), ['rules[0].restrictions']),
    wrong('an exception without end', rule({ except: [{ groups: ['employees'], reason: 'x' }] }), [
      'rules[0].except[0].until',
    ]),
    wrong('an exception for a year', rule({ except: [{ groups: ['employees'], until: inDays(365), reason: 'x' }] }), [
      'rules[0].except[0].until',
    ]),
    wrong('an agent’s leak unasked', withKeys({ ...flow, approval: { agent: { leak: 'report' } } }), [
      'approval.agent.leak',
    ]),
    wrong(
      'a pattern that cannot run',
      withKeys({ ...flow, sensitive: { patterns: [{ ...PATTERN, pattern: '(?=PRJ)' }] } }),
      ['sensitive.patterns[0].pattern'],
    ),
    wrong(
      'a selector that is none',
      withKeys({ ...flow, labels: (flow.labels as readonly Values[]).map((each) => ({ ...each, selectors: ['a['] })) }),
      ['labels[0].selectors[0]'],
    ),
    wrong('no way of enforcing', withKeys({ ...flow, enforcement: 'off' }), ['enforcement']),
    { name: 'nothing any more', values: null, chromium: 'absent', firefox: 'absent', reply: 'sent' },
  ];
}
