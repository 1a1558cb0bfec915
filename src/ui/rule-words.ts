/** What an organisation's rule does, in one sentence; and what the guard's own rules are called. Pure. */
import type { Actor } from '../core/actor.ts';
import type { AudienceClass, RuleClass } from '../core/rule.ts';
import type { CutList, RuleView } from '../messages/views.ts';
import { detectorName, isGuardsDetector } from './reason-words.ts';
import { nameOf, numberText, type Say } from './words.ts';

type Level = RuleView['restrictions'][number]['level'];

const VERBS: Readonly<Record<Level, string>> = { BLOCK: 'ruleRefuses', WARN: 'ruleAsks', REPORT: 'ruleNotes' };
const KINDS: Readonly<Record<RuleClass, string>> = {
  ANY: 'kindAny',
  POST: 'kindPosts',
  REPLY: 'kindReplies',
  MESSAGE: 'kindMessages',
  EDIT: 'kindEdits',
  SEND: 'kindMails',
};
const ACTORS: Readonly<Record<Actor, string>> = { agent: 'byAgent', human: 'byYou', unknown: 'byNotSure' };
const AUDIENCES: Readonly<Record<AudienceClass, string>> = {
  inside: 'toInside',
  outside: 'toOutside',
  everyone: 'toEveryone',
  unknown: 'toNotKnown',
};

/** From the most severe on. */
const LEVELS: readonly Level[] = ['BLOCK', 'WARN', 'REPORT'];

/** "Refuses mails by an agent, if it is marked Restricted and reaches people outside your organisation." One for each level. */
export function ruleSentences(rule: RuleView, say: Say): readonly string[] {
  const clauses = conditions(rule, say);
  const who = rule.actors === null ? say('byAnybody') : anyOf(rule.actors.map((actor) => say(ACTORS[actor])));
  return LEVELS.flatMap((level) => {
    const kinds = rule.restrictions.filter((each) => each.level === level).map((each) => each.class);
    if (kinds.length === 0) return [];
    const what = kinds.includes('ANY') ? say(KINDS.ANY) : anyOf(kinds.map((kind) => say(KINDS[kind])));
    const head = say(VERBS[level], what, who);
    return [clauses.length === 0 ? `${head}.` : say('ruleIf', head, allOf(clauses))];
  });
}

/** "Not until 31 December 2026: the audit." An end lies on midnight (UTC) behind its last day. */
export function exceptionText({ until, reason }: RuleView['exceptions'][number], say: Say): string {
  const lastDay = new Date(until - 1).toLocaleDateString(undefined, { dateStyle: 'long', timeZone: 'UTC' });
  return say('ruleException', lastDay, nameOf(reason));
}

function conditions(rule: RuleView, say: Say): readonly string[] {
  const named = (key: string, list: CutList | null, name = nameOf) =>
    list === null ? [] : [say(key, cutText(list, name, say))];
  return [
    ...named('ifMarked', rule.labels),
    ...named('ifCategory', rule.categories),
    ...named('ifFrom', rule.from),
    ...named('ifContains', rule.detectors, (id) => detectorName(id, isGuardsDetector(id) ? null : id, say)),
    ...named('ifTo', rule.to),
    ...named('ifReachesGroup', rule.groups),
    ...named('ifReachesDomain', rule.domains),
    ...(rule.audience === null ? [] : [say('ifReaches', anyOf(rule.audience.map((each) => say(AUDIENCES[each]))))]),
  ];
}

/** Names in one condition before the rest is counted. */
const MOST_NAMES = 4;

function cutText({ first, total }: CutList, name: (text: string) => string, say: Say): string {
  const shown = first.slice(0, MOST_NAMES).map(name);
  const rest = total - shown.length;
  return rest > 0 ? `${shown.join(', ')} ${say('andMore', numberText(rest))}` : anyOf(shown);
}

function anyOf(texts: readonly string[]): string {
  return new Intl.ListFormat(undefined, { type: 'disjunction' }).format(texts);
}

function allOf(texts: readonly string[]): string {
  return new Intl.ListFormat(undefined, { type: 'conjunction' }).format(texts);
}

/** The guard's own rules by the reason that decides; their ids may carry who acted ("agent-leak"). */
const OWN_RULES = [
  ['policy-damaged', 'ownRuleDamaged'],
  ['site-changed', 'ownRuleSiteChanged'],
  ['unreadable', 'ownRuleUnreadable'],
  ['top-label', 'ownRuleKey'],
  ['mandate', 'ownRuleDoings'],
  ['look-alike', 'ownRuleLookAlike'],
  ['readers', 'ownRuleReaders'],
  ['leak', 'ownRuleLeak'],
  ['killed', 'ownRuleKilled'],
  ['none', 'ownRuleNone'],
] as const;
const ACTOR_NAMES = [
  ['agent', 'byAgent'],
  ['human', 'byYou'],
  ['unknown', 'byNotSure'],
] as const;

/** What a rule is called: the organisation's own name for it, else what the guard's own rule is about, else its id. */
export function ruleName(rule: string, name: string | null, say: Say): string {
  if (name !== null) return nameOf(name);
  const [, own] = OWN_RULES.find(([id]) => isPartOf(id, rule)) ?? [];
  if (own === undefined) return nameOf(rule);
  const [, actor] = ACTOR_NAMES.find(([id]) => isPartOf(id, rule)) ?? [];
  return actor === undefined ? say(own) : `${say(own)} (${say(actor)})`;
}

function isPartOf(part: string, id: string): boolean {
  return id === part || id.startsWith(`${part}-`) || id.endsWith(`-${part}`);
}
