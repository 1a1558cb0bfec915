/** What the policy's short words mean, in the words of summary, reference and explanation alike. */
import type { ActionKind } from '../../../src/core/action.ts';
import type { Actor } from '../../../src/core/actor.ts';
import type { Cell } from '../../../src/core/policy/table.ts';
import type { Mandate, Policy, SiteKind } from '../../../src/core/policy.ts';
import type { Rule } from '../../../src/core/rule.ts';

export const MANDATE_WORDS: Readonly<Record<Mandate, string>> = {
  observe: 'agents may only read',
  draft: 'agents write drafts, people send them',
  ask: 'agents check with the person before anything is sent',
  flow: 'agents send alone where nothing leaks',
};

export const CELL_WORDS: Readonly<Record<Cell, string>> = {
  allow: 'goes',
  report: 'goes, and is recorded',
  light: 'asked with one line and one button',
  grave: 'asked with the full review',
  authenticator: 'needs the person’s own key, and is refused until there is one',
  block: 'refused',
};

export const ACTOR_WORDS: Readonly<Record<Actor, string>> = {
  human: 'a person',
  unknown: 'not sure who',
  agent: 'an agent',
};

const DOER_WORDS: Readonly<Record<Actor, string>> = { ...ACTOR_WORDS, unknown: 'nobody knows whom' };

export const SITE_WORDS: Readonly<Record<SiteKind, string>> = {
  discourse: 'Discourse forum',
  gmail: 'Gmail',
  nodebb: 'NodeBB forum',
  generic: 'described site',
};

export const PRESET_WORDS: Readonly<Record<Policy['preset'], string>> = {
  balanced: 'people are asked where something would leak, agents check in forums and draft in mail',
  strict: 'every new reader counts, agents draft everywhere and never leak a label',
  shadow: 'like "balanced", but nothing is held: what would have been asked is counted',
};

const LEVEL_WORDS = { BLOCK: 'refuse', WARN: 'ask about', REPORT: 'record' } as const;
const CLASS_WORDS: Readonly<Record<Rule['restrictions'][number]['class'], string>> = {
  ANY: 'anything',
  POST: 'new topics',
  REPLY: 'replies',
  MESSAGE: 'private messages',
  EDIT: 'edits',
  SEND: 'mails',
};
const AUDIENCE_WORDS = {
  inside: 'people inside',
  outside: 'people outside',
  everyone: 'everybody on the internet',
  unknown: 'nobody knows whom',
} as const;

/** The kinds of act that a case may name. */
export const KINDS: readonly Exclude<ActionKind, 'unreadable'>[] = ['post', 'reply', 'message', 'edit', 'send'];

/** A rule in one sentence, with its exceptions after it. */
export function ruleSentence(rule: Rule, policy: Policy): string {
  const what = rule.restrictions.map((each) => `${LEVEL_WORDS[each.level]} ${CLASS_WORDS[each.class]}`).join(', ');
  const conditions = [...sourceWords(rule, policy), ...destinationWords(rule, policy)];
  const when = conditions.length === 0 ? '' : `, if it ${conditions.join(' and ')}`;
  return `${what}${actorWords(rule)}${when}`;
}

/** "Restricted", "Strictly confidential" instead of ids. */
export function labelName(policy: Policy, id: string): string {
  return policy.labels.find((label) => label.id === id)?.name ?? id;
}

/** Names of things in a sentence: "a, b or c". */
export function either(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
}

/** A name of a group instead of its id. */
export function groupName(policy: Policy, id: string): string {
  return policy.groups.get(id)?.name ?? id;
}

export function siteName(policy: Policy, id: string): string {
  return policy.sites.find((site) => site.id === id)?.name ?? id;
}

function actorWords({ actors }: Rule): string {
  return actors === null ? '' : ` by ${either(actors.map((each) => DOER_WORDS[each]))}`;
}

function sourceWords({ sources }: Rule, policy: Policy): readonly string[] {
  if (sources === null) return [];
  const { labels, categories, sites, detectors } = sources;
  const pattern = (id: string) => policy.sensitive.patterns.find((each) => each.id === id)?.name ?? id;
  return [
    ...(labels ? [`is labelled ${either(labels.map((id) => labelName(policy, id)))}`] : []),
    ...(categories ? [`is of category ${either(categories)}`] : []),
    ...(sites ? [`comes from ${either(sites.map((id) => siteName(policy, id)))}`] : []),
    ...(detectors ? [`has ${either(detectors.map(pattern))} in it`] : []),
  ];
}

function destinationWords({ destinations }: Rule, policy: Policy): readonly string[] {
  if (destinations === null) return [];
  const { sites, groups, domains, audience } = destinations;
  return [
    ...(sites ? [`is sent on ${either(sites.map((id) => siteName(policy, id)))}`] : []),
    ...(groups ? [`reaches somebody in ${either(groups.map((id) => groupName(policy, id)))}`] : []),
    ...(domains ? [`reaches an address at ${either(domains)}`] : []),
    ...(audience ? [`reaches ${either(audience.map((each) => AUDIENCE_WORDS[each]))}`] : []),
  ];
}
