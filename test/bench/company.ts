/**
 * A large company for the measurements: 10,000 groups (teams and projects by name, departments and divisions that
 * include the teams), 1,000 rules, 200 readings of which half leak. The same each time, so that two runs can be compared.
 */
import type { Action } from '../../src/core/action.ts';
import type { Facts } from '../../src/core/decide.ts';
import { fingerprint } from '../../src/core/exposure/fingerprint.ts';
import type { Match, Reading } from '../../src/core/exposure.ts';
import { type Label, only, type Readers, UNMARKED } from '../../src/core/label.ts';
import type { Policy } from '../../src/core/policy.ts';

const TEAMS = 8_000;
const PROJECTS = 1_000;
const DEPARTMENTS = 900;
const DIVISIONS = 99;
const PEOPLE = 30_000;
const TEAMS_OF_DIVISION = 90;
const DIVISION_PEOPLE = 330;
const RULES = 1_000;
const READINGS = 200;
const AREAS = 24;
const MATCHES = 20;

export const NOW = Date.UTC(2026, 10, 24);
export const KEY = new Uint8Array(32).fill(7);

const LABELS = ['public', 'internal', 'confidential', 'restricted'] as const;
const CATEGORIES = ['merger', 'payroll', 'security', 'health'] as const;

/** Numbers that look random and are the same each time (mulberry32). */
export function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

function person(n: number): string {
  return `person${n}@corp.example`;
}

/** The managed values, as an administrator's tool writes them. */
export function companyPolicy(): Readonly<Record<string, unknown>> {
  const roll = dice(1);
  // People are in several teams of their own division, and in projects with people from anywhere.
  const teams = Array.from({ length: TEAMS }, (_, i) =>
    listed(`team-${i}`, i, roll, () => Math.floor(i / TEAMS_OF_DIVISION) * DIVISION_PEOPLE + roll(DIVISION_PEOPLE)),
  );
  const projects = Array.from({ length: PROJECTS }, (_, i) => listed(`project-${i}`, i, roll, () => roll(PEOPLE)));
  const departments = parents('department', DEPARTMENTS, 'team', TEAMS, 'confidential');
  const divisions = parents('division', DIVISIONS, 'department', DEPARTMENTS, 'internal');
  const employees = {
    id: 'employees',
    name: 'All employees',
    size: PEOPLE,
    includes: divisions.map((each) => each.id),
    domains: ['corp.example'],
    clearance: 'internal',
  };
  return {
    policyVersion: 1,
    organization: { name: 'Corp', domains: ['corp.example'] },
    labels: LABELS.map((id, rank) => ({ id, name: id, rank })),
    groups: [...teams, ...projects, ...departments, ...divisions, employees],
    sites: [
      { id: 'mail', name: 'Mail', kind: 'gmail', match: ['https://mail.google.com/*'] },
      {
        id: 'forum',
        name: 'Forum',
        kind: 'discourse',
        match: ['https://forum.corp.example/*'],
        readers: ['employees'],
      },
    ],
    rules: Array.from({ length: RULES }, (_, i) => rule(i, roll)),
  };
}

/** A group of 20 to 50 people by name. */
function listed(id: string, i: number, roll: (sides: number) => number, member: () => number): object {
  return {
    id,
    name: id,
    members: Array.from({ length: 20 + roll(31) }, () => person(member())),
    addresses: [`${id}@corp.example`],
    clearance: i % 3 === 0 ? 'restricted' : 'confidential',
    ...(i % 50 === 0 ? { categories: [CATEGORIES[roll(4)]] } : {}),
  };
}

/** Larger groups without names, each of which includes its share of the smaller ones. */
function parents(kind: string, count: number, inner: string, inners: number, clearance: string) {
  const share = Math.ceil(inners / count);
  return Array.from({ length: count }, (_, i) => ({
    id: `${kind}-${i}`,
    name: `${kind} ${i}`,
    size: Math.round(PEOPLE / count),
    includes: Array.from({ length: share }, (_unused, k) => i * share + k)
      .filter((n) => n < inners)
      .map((n) => `${inner}-${n}`),
    addresses: [`${kind}-${i}@corp.example`],
    clearance,
  }));
}

/** Rules of all shapes; most of them name some label and some place, as real ones do. */
function rule(i: number, roll: (sides: number) => number): object {
  const sources = [
    { labels: [LABELS[1 + roll(3)]] },
    { categories: [CATEGORIES[roll(4)]] },
    { labels: [LABELS[2 + roll(2)]], sites: ['forum'] },
    { detectors: ['secret'] },
  ][i % 4];
  const destinations = [
    { groups: Array.from({ length: 3 }, () => `department-${roll(DEPARTMENTS)}`) },
    { domains: [`*.partner${roll(500)}.example`, `partner${roll(500)}.example`] },
    { audience: ['outside', 'everyone'] },
    { sites: ['forum'], groups: [`division-${roll(DIVISIONS)}`] },
  ][roll(4)];
  return {
    ruleId: `rule-${i}`,
    name: `Rule ${i}`,
    ...(i % 10 === 0 ? {} : { sources }),
    destinations,
    ...(i % 5 === 0 ? { actors: ['agent'] } : {}),
    restrictions: [{ class: i % 3 === 0 ? 'SEND' : 'ANY', level: i % 7 === 0 ? 'BLOCK' : 'WARN' }],
    ...(i % 20 === 0
      ? { except: [{ groups: [`team-${roll(TEAMS)}`], until: '2026-12-31', reason: 'a project' }] }
      : {}),
  };
}

/**
 * What a session has read in some hours: 120 topics in 24 areas of the forum, and 80 mail threads with people of their
 * own each. Every second one is open to all who are written to; the others are of other teams and people.
 */
export function readings(): readonly Reading[] {
  const roll = dice(2);
  const areas = Array.from({ length: AREAS }, (_, i) => areaLabel(i, roll));
  return Array.from({ length: READINGS }, (_, i) => {
    const mail = i % 5 < 2;
    return {
      id: `${mail ? 'mail' : 'forum'} ${i} tab:1`,
      site: mail ? 'mail' : 'forum',
      thread: `thread:${i}`,
      title: `Thread ${i}`,
      // Each reading has a label of its own, as the background makes it.
      label: structuredClone(mail ? threadLabel(i, roll) : (areas[i % AREAS] ?? UNMARKED)),
      at: NOW,
      actor: 'agent',
      session: 'tab:1',
      depth: 0,
      prints: fingerprint(text(i, 2_000), KEY),
    };
  });
}

/** Every second area is read by all employees, the others by two teams. */
function areaLabel(i: number, roll: (sides: number) => number): Label {
  return i % 2 === 0 ? OPEN : closed(i, roll, only([], [`team-${roll(TEAMS)}`, `team-${roll(TEAMS)}`]));
}

/** Every second thread went to all employees, the others to three to eight people. */
function threadLabel(i: number, roll: (sides: number) => number): Label {
  const people = Array.from({ length: 3 + roll(6) }, () => person(roll(PEOPLE)));
  return i % 2 === 0 ? OPEN : closed(i, roll, only(people, []));
}

const OPEN: Label = { rank: 1, marks: ['internal'], categories: [], readers: only([], ['employees']) };

function closed(i: number, roll: (sides: number) => number, readers: Readers): Label {
  const rank = 1 + roll(3);
  const categories = i % 9 === 0 ? [CATEGORIES[roll(4)] ?? ''] : [];
  return { rank, marks: [LABELS[rank] ?? 'internal'], categories, readers };
}

/** An agent's act number `n`, each to others of the employee's circle: no act is measured twice. */
export function factsOf(policy: Policy, known: readonly Reading[], kind: keyof typeof ACTS, n: number): Facts {
  const matches = known.slice(0, MATCHES).map((reading): Match => ({ reading, spans: [{ from: 0, to: 40 }] }));
  return {
    action: ACTS[kind](n),
    attribution: { actor: 'agent', evidence: [], source: 'browser' },
    ownLabel: { ...UNMARKED, rank: 1, marks: ['internal'] },
    found: [],
    matches,
    tainted: known,
    drafted: [],
    chain: 0,
    mandate: 'ask',
    killed: false,
    stop: null,
    grant: null,
    policyDamaged: false,
    siteChanged: [],
    itemsLately: 0,
    policy,
    now: NOW,
  };
}

/** With whom one employee has to do: those with the first numbers. */
const CIRCLE = { people: 500, teams: 50, departments: 20 } as const;

const PLAIN = { place: '', quoted: '', messageId: null, items: 1, attachments: [] } as const;

/** A mail to 8 people, a team and a department. */
function mail(n: number): Action {
  const roll = dice(1_000 + n);
  const people = Array.from({ length: 8 }, () => person(roll(CIRCLE.people)));
  const groups = [`team-${roll(CIRCLE.teams)}`, `department-${roll(CIRCLE.departments)}`];
  return {
    ...PLAIN,
    kind: 'send',
    site: 'mail',
    thread: 'new',
    audience: { kind: 'known', name: 'mail', people, outsiders: [], lookAlikes: [], groups },
    text: text(n, 5_000),
    recipients: { to: people, cc: groups.map((id) => `${id}@corp.example`), bcc: [] },
  };
}

/** A post in an area that a department and a team of another one read. */
function post(n: number): Action {
  const roll = dice(5_000 + n);
  return postTo([`department-${roll(CIRCLE.departments)}`, `team-${roll(CIRCLE.teams)}`], n);
}

function postTo(groups: readonly string[], n: number): Action {
  return {
    ...PLAIN,
    kind: 'post',
    site: 'forum',
    thread: `new:${n}`,
    audience: { kind: 'known', name: 'area', people: [], outsiders: [], lookAlikes: [], groups },
    text: text(n, 5_000),
    recipients: null,
  };
}

const ACTS = { mail, post, wide: (n: number) => postTo(['employees'], n) } as const;

/** So many characters of words. */
export function text(seed: number, length: number): string {
  const roll = dice(seed + 77);
  let written = '';
  while (written.length < length) written += `${WORDS[roll(WORDS.length)]}${roll(12) === 0 ? '. ' : ' '}`;
  return written.slice(0, length);
}

const WORDS =
  'the a plan report customer team before after deploy service review budget access token retry window owner change because never always ledger invoice region store refund batch queue replica alert handover contract partner number date place open close move keep send read write ask tell'.split(
    ' ',
  );
