/** One imagined act, as an administrator writes it down to ask what would happen, and the facts that the core judges. */
import * as z from 'zod/mini';
import { circleOf, knownAudience } from '../../../src/background/belonging.ts';
import { sensitiveIn } from '../../../src/background/sensitive.ts';
import type { Action } from '../../../src/core/action.ts';
import type { Audience } from '../../../src/core/audience.ts';
import type { Facts } from '../../../src/core/decide.ts';
import type { Reading } from '../../../src/core/exposure.ts';
import { joinLabels, type Label, only, type Readers, sortedUnion, UNMARKED } from '../../../src/core/label.ts';
import { nearest, type PolicyFault, schemaFaults } from '../../../src/core/policy/faults.ts';
import { labelById, type Policy, type PolicySite } from '../../../src/core/policy.ts';
import type { FoundContent } from '../../../src/core/reason.ts';
import { KINDS } from './words.ts';

/** What --help says about it. */
export const CASE_HELP = `CASE.json is one imagined act:
  {
    "actor": "agent",                  agent, human or unknown (not sure who)
    "site": "forum",                   id of a site of the policy: where it is sent
    "kind": "reply",                   post, reply, message, edit or send (mail)
    "text": "…",                       optional: what is written; sensitive content in it is found
    "people": ["a@corp.example"],      who will be able to read it; without people and
    "groups": ["employees"],           groups: whoever reads that site by policy
    "audience": "everyone",            instead of both: "everyone" or "unknown"
    "sources": [                       what its words come from
      { "site": "forum", "labels": ["restricted"], "readers": ["sev-team"], "how": "copied" }
    ],                                 how: "copied" (default), or "read" by the same agent
    "marks": ["confidential"],         labels that the text itself carries
    "found": ["card"],                 what else is found in it: detectors and patterns
    "mandate": "flow",                 optional: instead of the site's own
    "killed": false                    optional: while all agents are stopped
  }`;

const text = z.string();
const names = z.optional(z.array(text));

const caseSchema = z.strictObject({
  actor: z.enum(['agent', 'human', 'unknown']),
  site: text,
  kind: z.enum(KINDS),
  text: z.optional(text),
  people: names,
  groups: names,
  audience: z.optional(z.enum(['everyone', 'unknown'])),
  sources: z.optional(
    z.array(
      z.strictObject({
        site: text,
        labels: names,
        readers: names,
        how: z.optional(z.enum(['copied', 'read'])),
      }),
    ),
  ),
  marks: names,
  found: names,
  mandate: z.optional(z.enum(['observe', 'draft', 'ask', 'flow'])),
  killed: z.optional(z.boolean()),
});

export type Case = z.infer<typeof caseSchema>;

/** A case re-made from JSON, or everything that is wrong with it under this policy. */
export function parseCase(value: unknown, policy: Policy): Case | readonly PolicyFault[] {
  const parsed = z.safeParse(caseSchema, value);
  if (!parsed.success) return schemaFaults('', caseSchema, value);
  const faults = caseFaults(parsed.data, policy);
  return faults.length > 0 ? faults : parsed.data;
}

function caseFaults(given: Case, policy: Policy): readonly PolicyFault[] {
  const known = {
    site: policy.sites.map((site) => site.id),
    group: [...policy.groups.keys()],
    label: policy.labels.map((label) => label.id),
    detector: [...policy.sensitive.detectors.keys(), ...policy.sensitive.patterns.map((each) => each.id)],
  };
  const unknown = (what: keyof typeof known, path: string, named: readonly string[] | undefined) =>
    (named ?? []).flatMap((name, i) => {
      if (known[what].includes(name)) return [];
      const meant = nearest(name, known[what]);
      const hint = meant === null ? '' : `; it defines "${meant}"`;
      return [
        {
          path: path.replace('*', String(i)),
          message: `names the ${what} "${name}", which the policy does not define${hint}`,
        },
      ];
    });
  const both = given.audience !== undefined && (given.people !== undefined || given.groups !== undefined);
  return [
    ...unknown('site', 'site', [given.site]),
    ...(both ? [{ path: 'audience', message: 'stands instead of people and groups' }] : []),
    ...unknown('group', 'groups[*]', given.groups),
    ...(given.sources ?? []).flatMap((source, i) => [
      ...unknown('site', `sources[${i}].site`, [source.site]),
      ...unknown('label', `sources[${i}].labels[*]`, source.labels),
      ...unknown('group', `sources[${i}].readers[*]`, source.readers),
    ]),
    ...unknown('label', 'marks[*]', given.marks),
    ...unknown('detector', 'found[*]', given.found),
  ];
}

/** What the core is asked; `now` in milliseconds since the epoch. */
export function factsOf(given: Case, policy: Policy, now: number): Facts {
  const site = policy.sites.find((each) => each.id === given.site);
  const inText = sensitiveIn(policy, given.text ?? '');
  const known = new Set(inText.found.map((each) => each.detector));
  const named = (given.found ?? []).filter((id) => !known.has(id)).map((id) => findingOf(id, policy));
  const readings = (given.sources ?? []).map((source, i) => ({
    how: source.how ?? 'copied',
    reading: readingOf(source, i, policy),
  }));
  return {
    action: actionOf(given, site, policy),
    attribution: { actor: given.actor, evidence: [], source: 'browser' },
    ownLabel: labelOf(
      [...(given.marks ?? []), ...inText.labels, ...named.flatMap((each) => each.labels)],
      { kind: 'everyone' },
      policy,
    ),
    found: [...inText.found, ...named.map((each) => each.found)],
    matches: readings.filter(({ how }) => how === 'copied').map(({ reading }) => ({ reading, spans: [] })),
    tainted: readings.filter(({ how }) => how === 'read').map(({ reading }) => reading),
    drafted: [],
    chain: 0,
    mandate: given.mandate ?? site?.mandate ?? 'draft',
    killed: given.killed ?? policy.killSwitch,
    stop: null,
    grant: null,
    policyDamaged: false,
    siteChanged: [],
    itemsLately: 0,
    policy,
    now,
  };
}

/** Something that is said to be found in the text, and the labels that follow from it. */
function findingOf(
  id: string,
  { sensitive }: Policy,
): { readonly found: FoundContent; readonly labels: readonly string[] } {
  const pattern = sensitive.patterns.find((each) => each.id === id);
  const label = sensitive.detectors.get(id) ?? pattern?.label;
  return { found: { detector: id, name: pattern?.name ?? null, count: 1 }, labels: label === undefined ? [] : [label] };
}

function actionOf(given: Case, site: PolicySite | undefined, policy: Policy): Action {
  const people = given.people ?? [];
  return {
    kind: given.kind,
    site: given.site,
    thread: 'case',
    place: '',
    audience: audienceOf(given, site, policy),
    text: given.text ?? '',
    quoted: '',
    recipients: given.kind === 'send' ? { to: people, cc: [], bcc: [] } : null,
    messageId: null,
    items: 1,
    attachments: [],
  };
}

function audienceOf(given: Case, site: PolicySite | undefined, policy: Policy): Audience {
  const name = site?.name ?? given.site;
  if (given.audience === 'everyone') return { kind: 'everyone', name: 'the open internet' };
  const nothing = given.people === undefined && given.groups === undefined;
  if (given.audience === 'unknown' || (nothing && (site?.readers ?? null) === null))
    return { kind: 'unknown', name, why: 'the case does not say who will be able to read it' };
  const { people, groups } = circleOf(
    policy,
    (given.people ?? []).map((person) => person.toLowerCase()),
  );
  return knownAudience(policy, name, people, [...groups, ...(given.groups ?? (nothing ? (site?.readers ?? []) : []))]);
}

function readingOf(source: NonNullable<Case['sources']>[number], index: number, policy: Policy): Reading {
  const readers: Readers = source.readers === undefined ? { kind: 'everyone' } : only([], source.readers);
  return {
    id: `source ${index + 1}`,
    site: source.site,
    thread: `source:${index + 1}`,
    title: `source ${index + 1}`,
    label: labelOf(source.labels ?? [], readers, policy),
    at: 0,
    actor: 'agent',
    session: 'case',
    depth: 0,
    prints: { words: [], signs: [], rare: [] },
  };
}

function labelOf(marks: readonly string[], readers: Readers, policy: Policy): Label {
  const labels = marks.map((id): Label => {
    const label = labelById(policy, id);
    return { ...UNMARKED, rank: label?.rank ?? 0, marks: [id], categories: sortedUnion(label?.categories ?? [], []) };
  });
  return labels.reduce(joinLabels, { ...UNMARKED, readers });
}
