/** What an act draws on: readings whose words stand in it, and what an acting agent has read, in the words of the policy. */
import type { Attribution } from './actor.ts';
import type { Match, Reading } from './exposure.ts';
import { keptWith, keptWithBoth } from './kept-with.ts';
import { type Label, sortedUnion } from './label.ts';
import { labelById, type Policy } from './policy.ts';
import type { Source } from './reason.ts';
import type { RuleSource } from './rule.ts';

/** A reading that bears on the act, and how. */
export interface Drawn {
  readonly reading: Reading;
  readonly how: Source['how'];
}

/**
 * Every source once: where its words stand in the text if they do, else that the agent's session has read it, else that
 * the agent which wrote the draft had.
 */
export function sourcesOf(facts: {
  readonly matches: readonly Match[];
  readonly tainted: readonly Reading[];
  readonly drafted: readonly Reading[];
  readonly attribution: Attribution;
}): readonly Drawn[] {
  const matched = facts.matches.map((m) => ({ reading: m.reading, how: { kind: 'match', spans: m.spans } as const }));
  const known = new Set(matched.map((m) => m.reading.id));
  const unknown = ({ id }: Reading) => !known.has(id);
  const read = facts.attribution.actor === 'agent' ? facts.tainted.filter(unknown) : [];
  for (const { id } of read) known.add(id);
  return [
    ...matched,
    ...read.map((reading) => ({ reading, how: { kind: 'session' } as const })),
    ...facts.drafted.filter(unknown).map((reading) => ({ reading, how: { kind: 'draft' } as const })),
  ];
}

/** The same as people are told of it. */
export function sourceOf(reading: Reading, how: Source['how'], policy: Policy): Source {
  return {
    id: reading.id,
    site: reading.site,
    thread: reading.thread,
    title: reading.title,
    labels: reading.label.marks.map((m) => labelById(policy, m)?.name ?? m),
    readers: readerNames(reading.label, policy),
    how,
  };
}

/** The same as rules look at it: of those that are alike to every rule one. Of two hundred things that were read most are. */
export function ruleSources(sources: readonly Drawn[]): readonly RuleSource[] {
  const found = new Map<string, RuleSource>();
  for (const { reading } of sources) {
    const { site, label } = reading;
    const { marks, categories } = label;
    found.set(`${site} ${marksKey(label)}`, { labels: marks, categories, site, detectors: [] });
  }
  return [...found.values()];
}

/** The same for labels that are alike to every rule. */
const marksKey = keptWith(({ marks, categories }: Label) => JSON.stringify([marks, categories]));

/** Each thing that was read is named again for each act. */
const readerNames = keptWithBoth((label: Label, policy: Policy): readonly string[] => {
  if (label.readers.kind === 'everyone') return [];
  const names = label.readers.sets.flatMap((set) =>
    set.kind === 'unknown' ? [] : [...set.groups.map((g) => policy.groups.get(g)?.name ?? g), ...set.people],
  );
  return sortedUnion(names, []);
});
