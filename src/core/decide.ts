/**
 * Facts and policy in, verdict and reasons out. The table is the design's "Who must say yes": the check of data
 * against audience runs for every act, whoever acts; the actor only sets how hard it is to say yes.
 */
import type { Action } from './action.ts';
import type { Attribution } from './actor.ts';
import { addsReaders, type Leak, lookAlikesOf } from './audience.ts';
import type { Match, Reading } from './exposure.ts';
import { type Grant, underGrant } from './grant.ts';
import { judgeActor } from './judge-actor.ts';
import { type Label, sortedUnion } from './label.ts';
import { leakFinder } from './leak-finder.ts';
import { type Cell, demanded } from './policy/table.ts';
import { labelById, type Mandate, type Policy, topRank } from './policy.ts';
import type { FoundContent, Reason, StopFact } from './reason.ts';
import { applyRules, type RuleSource } from './rule.ts';
import type { SitePart } from './site-part.ts';
import { type Drawn, ruleSources, sourceOf, sourcesOf } from './sources.ts';

/** From permitted to refused; the most severe of all reasons wins. */
export const LEVELS = ['ALLOW', 'REPORT', 'WARN', 'BLOCK'] as const;
export type Level = (typeof LEVELS)[number];

/** How the question looks: light is one line and one button, grave is the full review. */
export type Review = 'none' | 'light' | 'grave';
const REVIEWS: readonly Review[] = ['none', 'light', 'grave'];

export interface Verdict {
  readonly level: Level;
  readonly review: Review;
  /** The least proof that an approval needs. */
  readonly proof: 'window' | 'authenticator';
  readonly reasons: readonly Reason[];
  /** Ids of all labels that bear on the act; part of its digest. */
  readonly labelIds: readonly string[];
}

export interface Facts {
  readonly action: Action;
  readonly attribution: Attribution;
  /** The label of the text by its own marks, and by sensitive content that was found in it. */
  readonly ownLabel: Label;
  /** That content: what kind and how often, never the content itself. */
  readonly found: readonly FoundContent[];
  /** Readings whose words stand in the text. */
  readonly matches: readonly Match[];
  /** Readings of the acting agent's session that carry a label. */
  readonly tainted: readonly Reading[];
  /** What the agents had read that wrote the draft, or parts of it, whoever sends it now. */
  readonly drafted: readonly Reading[];
  /** How many agents have written before this act, each in answer to the one before; 0 for none. */
  readonly chain: number;
  readonly mandate: Mandate;
  /** Items that the acting session has changed lately without being asked, beside those of this act. */
  readonly itemsLately: number;
  readonly killed: boolean;
  /** A safety stop that stands against what agents do here, or that this act opens; null for none. */
  readonly stop: StopFact | null;
  /** What a person has let agents do in this place; it counts only where nothing but the mandate would ask. */
  readonly grant: Grant | null;
  /** The policy in force is the last good one, because the present one is damaged. */
  readonly policyDamaged: boolean;
  /** Parts of the site's page that cannot be read since the site has changed; [] when all is well. */
  readonly siteChanged: readonly SitePart[];
  readonly policy: Policy;
  /** Milliseconds since the epoch: exceptions to rules have an end. */
  readonly now: number;
}

/** What one consideration demands, and why. */
export interface Judgement {
  readonly level: Level;
  /** What it asks, if it asks, needs the full review. */
  readonly grave?: boolean;
  readonly reason: Reason;
}

/** The verdict on one act. Same facts, same verdict; more readings or a wider audience can only make it stricter. */
export function decide(facts: Facts): Verdict {
  const sources = sourcesOf(facts);
  const content = judgeContent(facts, sources);
  const all = [...judgeActor(facts), ...content, ...judgeByRules(facts, sources), ...judgeLookAlikes(facts, content)];
  const judgements = [...underGrant(facts, all)].sort((a, b) => severity(b.level) - severity(a.level));
  const level = judgements[0]?.level ?? 'ALLOW';
  const grave = judgements.some((j) => j.level === 'WARN' && j.grave === true);
  return {
    level,
    review: level !== 'WARN' ? 'none' : grave ? 'grave' : 'light',
    proof: judgements.some((j) => j.reason.kind === 'authenticator') ? 'authenticator' : 'window',
    reasons: judgements.map((j) => j.reason),
    labelIds: labelIdsOf(facts),
  };
}

/** The stricter of two verdicts on one act; of equal ones the graver, and then the first. */
export function stricter(a: Verdict, b: Verdict): Verdict {
  const more = severity(b.level) - severity(a.level) || REVIEWS.indexOf(b.review) - REVIEWS.indexOf(a.review);
  return more > 0 ? b : a;
}

/** The marks of everything that bears on the act, as its join would have them; the readers of a join take long to find. */
function labelIdsOf({ ownLabel, matches, tainted, drafted, attribution }: Facts): readonly string[] {
  const read = [
    ...matches.map((match) => match.reading),
    ...(attribution.actor === 'agent' ? tainted : []),
    ...drafted,
  ];
  return sortedUnion(
    ownLabel.marks,
    read.flatMap(({ label }) => label.marks),
  );
}

/** An addressee who looks like one of ours is named, also where nothing leaks; the table asks nothing about it alone. */
function judgeLookAlikes({ action }: Facts, others: readonly Judgement[]): readonly Judgement[] {
  if (action.audience.kind !== 'known') return [];
  const isSaid = (who: string) =>
    others.some(
      ({ reason }) => 'leaks' in reason && reason.leaks.some((leak) => leak.kind === 'look-alike' && leak.who === who),
    );
  return lookAlikesOf(action.audience)
    .filter(({ who }) => !isSaid(who))
    .map((each) => ({ level: 'ALLOW', reason: { kind: 'look-alike', ...each } }));
}

function judgeContent(facts: Facts, sources: readonly Drawn[]): readonly Judgement[] {
  const { action, policy } = facts;
  const found: Judgement[] = [];
  const leaksOf = leakFinder(action.audience, policy.groups);
  const own = leaksOf(facts.ownLabel);
  if (own.length > 0) {
    const reason: Reason = {
      kind: 'marked',
      labels: facts.ownLabel.marks.map((m) => labelById(policy, m)?.name ?? m),
      found: facts.found,
      leaks: own,
    };
    found.push(...judgeLeak(facts, reason, facts.ownLabel, own));
  }
  for (const { reading, how } of sources) {
    const { label } = reading;
    const through = leaksOf(label);
    if (through.length === 0 || isNothingNew(reading, facts)) continue;
    found.push(
      ...judgeLeak(facts, { kind: 'leak', source: sourceOf(reading, how, policy), leaks: through }, label, through),
    );
  }
  return found;
}

/** What the table of "who must say yes" demands for a leak. */
function judgeLeak(facts: Facts, reason: Reason, label: Label, through: readonly Leak[]): readonly Judgement[] {
  const cell = cellFor(facts, label, through);
  if (cell !== 'authenticator') return [{ ...CELL_LEVELS[cell], reason }];
  // None can be enrolled in this version, so what asks for the person's own key is refused.
  const top = label.marks.map((m) => labelById(facts.policy, m)).find((l) => l?.rank === label.rank);
  return [
    { level: 'WARN', reason },
    { level: 'BLOCK', reason: { kind: 'authenticator', label: top?.name ?? '' } },
  ];
}

const CELL_LEVELS: Readonly<Record<Exclude<Cell, 'authenticator'>, Pick<Judgement, 'level' | 'grave'>>> = {
  allow: { level: 'ALLOW' },
  report: { level: 'REPORT' },
  light: { level: 'WARN' },
  grave: { level: 'WARN', grave: true },
  block: { level: 'BLOCK' },
};

/** A leak of a label, or to the outside, weighs more than readers who merely differ. */
function cellFor({ attribution, policy }: Facts, label: Label, through: readonly Leak[]): Cell {
  const top = label.rank > 0 && label.rank >= topRank(policy);
  const severe = label.rank > 0 || through.some((leak) => leak.kind !== 'readers');
  const column = top ? 'topLabel' : severe ? 'leak' : 'readersDiffer';
  return demanded(policy.approval, attribution.actor, column, newcomers(through));
}

/** What the organisation's own rules say; a question about an agent's act is a full review. */
function judgeByRules(facts: Facts, sources: readonly Drawn[]): readonly Judgement[] {
  const { action, attribution, policy, now } = facts;
  if (policy.rules.length === 0) return [];
  const own: RuleSource = {
    labels: facts.ownLabel.marks,
    categories: facts.ownLabel.categories,
    site: null,
    detectors: facts.found.map((each) => each.detector),
  };
  const applied = applyRules(
    { action, actor: attribution.actor, sources: [own, ...ruleSources(sources)], now },
    policy,
  );
  const grave = attribution.actor === 'agent';
  return applied.map(({ rule: { ruleId, name }, level }) => ({
    level,
    grave,
    reason: { kind: 'rule', ruleId, name, level },
  }));
}

/** A reply into the thread that was read shows nobody anything new; a mail does when it adds people to that thread. */
function isNothingNew({ site, thread, label }: Reading, { action, policy }: Facts): boolean {
  if (site !== action.site || thread !== action.thread) return false;
  if (action.recipients === null) return true;
  // Nobody knows whom is not nobody new.
  if (action.audience.kind !== 'known') return false;
  return !addsReaders(label.readers, action.audience, policy.groups);
}

function newcomers(through: readonly Leak[]): number {
  return through.reduce(
    (most, leak) => (leak.kind === 'readers' ? Math.max(most, leak.newcomers.count ?? Number.POSITIVE_INFINITY) : most),
    0,
  );
}

function severity(level: Level): number {
  return LEVELS.indexOf(level);
}
