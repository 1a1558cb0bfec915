/** What a good policy does, in plain words, so that its author can compare it with what was meant. */
import { isListed } from '../../../src/core/membership.ts';
import type { ApprovalTable, Cell } from '../../../src/core/policy/table.ts';
import type { Area, Policy, PolicySite } from '../../../src/core/policy.ts';
import type { Rule } from '../../../src/core/rule.ts';
import {
  CELL_WORDS,
  either,
  groupName,
  labelName,
  MANDATE_WORDS,
  PRESET_WORDS,
  ruleSentence,
  SITE_WORDS,
  siteName,
} from './words.ts';

/** Most groups that are told one by one. */
const MOST_GROUPS = 20;

const DAY_MS = 86_400_000;

/** One line each; `now` in milliseconds since the epoch. */
export function summary(policy: Policy, now: number): readonly string[] {
  return [
    ...headLines(policy),
    '',
    ...heading(
      `Sites (${policy.sites.length})`,
      policy.sites.flatMap((site) => siteLines(site, policy)),
    ),
    ...heading('Labels, from mild to strict', labelLines(policy)),
    ...heading(`Groups (${policy.groups.size})`, groupLines(policy)),
    ...heading(
      `Rules (${policy.rules.length})`,
      policy.rules.flatMap((rule) => ruleLines(rule, policy, now)),
    ),
    ...heading('Who must say yes', tableLines(policy.approval)),
    ...heading('Besides', otherLines(policy)),
  ].slice(0, -1);
}

function heading(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`), ''];
}

function headLines({ version, organization, preset, enforcement, killSwitch }: Policy): readonly string[] {
  const domains = organization?.domains ?? [];
  return [
    `Version ${version}${organization ? ` of ${organization.name}’s policy` : ''}, preset "${preset}": ${PRESET_WORDS[preset]}.`,
    ...(enforcement === 'shadow' ? ['On trial: nothing is held, everything is counted.'] : []),
    ...(killSwitch ? ['ALL AGENTS ARE STOPPED (killSwitch).'] : []),
    domains.length === 0
      ? 'Every address is outside: the policy names no domains.'
      : `Addresses at ${either(domains)} are inside, all others outside.`,
  ];
}

function siteLines(site: PolicySite, policy: Policy): readonly string[] {
  const hosts = site.match.map((pattern) => pattern.replace(/^https:\/\/|\/\*$/g, ''));
  const notes = readingNotes(site.label, site.readers, policy);
  return [
    `${site.name} (${SITE_WORDS[site.kind]}, ${hosts.join(', ')}): ${MANDATE_WORDS[site.mandate]}.`,
    ...(notes.length === 0 ? [] : [`  ${notes.join(', ')}`]),
    ...site.areas.map((area) => `  ${areaLine(area, policy)}`),
  ];
}

function areaLine(area: Area, policy: Policy): string {
  const notes = readingNotes(area.label, area.readers, policy);
  return `${area.name ?? area.area}${area.name === null ? '' : ` (${area.area})`}: ${notes.join(', ') || 'as the site'}`;
}

function readingNotes(label: string | null, readers: readonly string[] | null, policy: Policy): readonly string[] {
  return [
    ...(label === null ? [] : [labelName(policy, label)]),
    ...(readers === null ? [] : [`read by ${readers.map((id) => groupName(policy, id)).join(', ')}`]),
  ];
}

function labelLines(policy: Policy): readonly string[] {
  const ranked = [...policy.labels].sort((a, b) => a.rank - b.rank);
  const ranks = [...new Set(ranked.map((label) => label.rank))];
  const found = [...policy.sensitive.detectors].map(([what, label]) => `${what} → ${labelName(policy, label)}`);
  const patterns = policy.sensitive.patterns.map(
    (each) => `${each.name} (${each.pattern}) → ${labelName(policy, each.label)}`,
  );
  return [
    ...ranks.map((rank) => {
      const names = ranked
        .filter((label) => label.rank === rank)
        .map(({ name, system }) => `${name}${systemNote(system)}`);
      return `${String(rank).padStart(4)}  ${names.join(' = ')}`;
    }),
    `looked for in texts: ${[...found, ...patterns].join(', ') || 'nothing'}`,
  ];
}

function systemNote(system: string): string {
  return system === 'own' ? '' : ` (${system})`;
}

function groupLines(policy: Policy): readonly string[] {
  const groups = [...policy.groups.values()];
  const told = groups.slice(0, MOST_GROUPS).map((group) => {
    const { name, size, members, clearance, outside } = group;
    const label = [...policy.labels].filter((each) => each.rank <= clearance).sort((a, b) => b.rank - a.rank)[0];
    const people = `${size.toLocaleString('en')} ${size === 1 ? 'person' : 'people'}${members === null ? '' : isListed(group) ? ' by name' : `, ${members.length.toLocaleString('en')} of them by name`}`;
    return `${name}: ${people}, ${outside ? 'outside' : `cleared up to ${label?.name ?? 'nothing'}`}`;
  });
  const rest = groups.length - told.length;
  return rest > 0 ? [...told, `and ${rest.toLocaleString('en')} more`] : told;
}

function ruleLines(rule: Rule, policy: Policy, now: number): readonly string[] {
  const exceptions = rule.except.map(({ groups, sites, until, reason }) => {
    const whom = [
      ...(groups ? [`what reaches only ${either(groups.map((id) => groupName(policy, id)))}`] : ['all']),
      ...(sites ? [`on ${either(sites.map((id) => siteName(policy, id)))}`] : []),
    ].join(' ');
    const lastDay = new Date(until - DAY_MS).toISOString().slice(0, 10);
    const left = Math.ceil((until - now) / DAY_MS);
    return `  except ${whom} until ${lastDay} (${left > 0 ? `${left} days left` : 'ended: the rule stands again'}): ${reason}`;
  });
  return [`${rule.ruleId} "${rule.name}": ${ruleSentence(rule, policy)}`, ...exceptions];
}

function tableLines({ human, unknown, agent }: ApprovalTable): readonly string[] {
  const readers = 'shows it to more colleagues, no label';
  const leak = 'a label, a closed source or an address outside';
  const line = (who: string, what: string, then: string) => `${who.padEnd(9)}${`${what}:`.padEnd(49)}${then}`;
  // What is not asked because of a leak is still asked where the site says so.
  const agentCell = (cell: Cell) => (cell === 'allow' ? 'as its site says' : CELL_WORDS[cell]);
  return [
    line('person', readers, CELL_WORDS[human.readersDiffer]),
    line('person', leak, CELL_WORDS[human.leak]),
    line(
      'not sure',
      `shows it to ${unknown.askFromNewReaders} more colleagues or more`,
      CELL_WORDS[unknown.readersDiffer],
    ),
    line('not sure', leak, CELL_WORDS[unknown.leak]),
    line('agent', 'nothing of that', 'as its site says'),
    line('agent', readers, agentCell(agent.readersDiffer)),
    line('agent', leak, agentCell(agent.leak)),
    line('agent', 'the strictest label', agentCell(agent.topLabel)),
  ];
}

function otherLines({ agents, collector, support, userMay }: Policy): readonly string[] {
  const desk = [support.name, support.url, support.phone].filter((each) => each !== undefined);
  const may = [
    ...(userMay.includes('tighten') ? ['make it stricter for themselves'] : []),
    ...(userMay.includes('guard-sites') ? ['have more sites guarded'] : []),
  ];
  return [
    `A tab stays an agent’s for ${minutes(agents.latchMs)} after its last sign there; that one is at work is said for ${minutes(agents.quietMs)}.`,
    collector === null ? 'The record stays in each browser.' : `The record goes to ${collector}.`,
    desk.length === 0 ? 'Nobody is named whom people can ask.' : `People can ask ${desk.join(' · ')}.`,
    may.length === 0 ? 'People may set nothing themselves.' : `People may ${may.join(' and ')}.`,
  ];
}

function minutes(ms: number): string {
  return ms === 60_000 ? '1 minute' : `${ms / 60_000} minutes`;
}
