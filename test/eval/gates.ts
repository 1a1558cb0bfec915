/**
 * The attack list of the design, tried against the built guard in real browsers, with what really arrived at the
 * stand-in servers as the only truth; and beside it what must go on undisturbed.
 */
import type { BrowserName } from '../browser/harness/find-browser.ts';
import type { Evaluation, EvaluationOptions, Measured } from './evaluation.ts';
import { APPROVAL_ATTACKS } from './gates/approval-attacks.ts';
import { attackApprovals } from './gates/approvals.ts';
import type { Attack, Row } from './gates/attack.ts';
import { type HostileRow, runHostile } from './gates/hostile.ts';
import { BODY_ATTACKS, PAGE_ATTACKS, PRESSES } from './gates/page-attacks.ts';
import type { Report } from './gates/run-attacks.ts';
import { SURFACE_ATTACKS } from './gates/surface-attacks.ts';
import { TAB_ATTACKS } from './gates/tab-attacks.ts';
import { attackWithClient, attackWithoutClient } from './gates/teams.ts';
import { runUndisturbed, type UndisturbedRow } from './gates/undisturbed.ts';

/** What a mistaken agent may try, by group; the attacks of hostile code are a list of their own. */
const GROUPS: Readonly<Record<string, readonly Attack[]>> = {
  pages: PAGE_ATTACKS,
  bodies: BODY_ATTACKS,
  tabs: TAB_ATTACKS,
  presses: PRESSES,
  surfaces: SURFACE_ATTACKS,
};

/** Whether `--only` (groups and parts of names, with commas between them) means this. */
function isWanted(only: string | undefined, group: string, name = ''): boolean {
  return only === undefined || only.split(',').some((each) => each === group || (name !== '' && name.includes(each)));
}

interface Found {
  readonly rows: readonly (Row | HostileRow)[];
  readonly undisturbed: readonly UndisturbedRow[];
  /** What could not be tried. */
  readonly unfinished: readonly string[];
}

export const GATES: Evaluation = {
  about: 'the whole attack list against the built guard: what arrived, and what was disturbed',
  async measure(options): Promise<Measured> {
    const found: Found[] = [];
    for (const browser of options.browsers) found.push(await measureIn(browser, options));
    const rows = found.flatMap((each) => each.rows);
    const undisturbed = found.flatMap((each) => each.undisturbed);
    const unfinished = found.flatMap((each) => each.unfinished);
    const kept = rows.filter((row) => !isWithout(row));
    const totals = totalsOf(kept);
    const disturbed = undisturbed.reduce((sum, { stopped }) => sum + stopped, 0);
    return {
      figures: { rows, undisturbed, totals, withoutCompanions: totalsOf(rows.filter(isWithout)), unfinished },
      lines: linesOf(rows, undisturbed, unfinished),
      // Where a person has installed the guard, some of it is known to get through: the README says what.
      passed: options.install !== 'policy' || (totals.arrived === 0 && disturbed === 0 && unfinished.length === 0),
    };
  },
};

function say(line: string): void {
  console.error(line);
}

async function measureIn(browser: BrowserName, { install, repeat = 3, only }: EvaluationOptions): Promise<Found> {
  const attacks = Object.entries(GROUPS).flatMap(([group, all]) =>
    all.filter(({ name }) => isWanted(only, group, name)),
  );
  const approvals = APPROVAL_ATTACKS.filter(({ name }) => isWanted(only, 'approvals', name));
  const rows: (Row | HostileRow)[] = [];
  const unfinished: string[] = [];
  const report: Report = {
    say,
    unfinished: (what) => {
      unfinished.push(what);
      say(`  NOT TRIED: ${what}`);
    },
  };
  const part = async (what: string, run: () => Promise<unknown>) => {
    await run().catch((error: Error) => report.unfinished(`${browser}, ${what}: ${error.message}`));
  };
  const assault = { browser, install, attacks, rounds: repeat, report };
  if (attacks.length > 0) {
    // Into a Firefox that nobody drives nothing can be loaded for a time.
    if (install !== 'temporary')
      await part('without a client', async () => rows.push(...(await attackWithoutClient(assault))));
    await part('with a client', async () => rows.push(...(await attackWithClient(assault))));
  }
  if (approvals.length > 0) {
    const alone = { ...assault, attacks: approvals };
    await part('approvals', async () => rows.push(...(await attackApprovals(alone))));
  }
  const undisturbed: UndisturbedRow[] = [];
  if (install !== 'policy') return { rows, undisturbed, unfinished };
  const hostile = (name: string) => isWanted(only, 'hostile', name);
  for (const companions of ['without', 'with'] as const)
    await part(`hostile code, ${companions} companion policies`, async () =>
      rows.push(...(await runHostile(browser, companions, repeat, hostile, say))),
    );
  if (isWanted(only, 'undisturbed'))
    await part('undisturbed', async () => undisturbed.push(...(await runUndisturbed(browser, say))));
  return { rows, undisturbed, unfinished };
}

function lookedAt(row: Row | HostileRow): number {
  return 'looked' in row ? row.looked : 0;
}

function keptIn(row: Row | HostileRow): number {
  return 'kept' in row ? row.kept : 0;
}

function isWithout(row: Row | HostileRow): boolean {
  return 'companions' in row && row.companions === 'without';
}

function totalsOf(rows: readonly (Row | HostileRow)[]) {
  const sum = (of: (row: Row | HostileRow) => number) => rows.reduce((all, row) => all + of(row), 0);
  const [attempts, arrived] = [sum((row) => row.attempts), sum((row) => row.arrived)];
  return {
    attempts,
    arrived,
    stopped: attempts - Math.min(arrived, attempts),
    looked: sum(lookedAt),
    kept: sum(keptIn),
  };
}

function linesOf(
  rows: readonly (Row | HostileRow)[],
  undisturbed: readonly UndisturbedRow[],
  unfinished: readonly string[],
): readonly string[] {
  const kept = totalsOf(rows.filter((row) => !isWithout(row)));
  const without = rows.filter(isWithout);
  const lines = (title: string, some: readonly string[]) => (some.length === 0 ? [] : ['', title, ...some]);
  const line = ({ attack, agent, browser, arrived, attempts }: Row | HostileRow) =>
    `  ${browser}, ${agent}: ${attack}: ${arrived} of ${attempts}`;
  return [
    ...lines('ARRIVED', rows.filter((row) => row.arrived > 0 && !isWithout(row)).map(line)),
    ...lines('TEXT LOST', rows.filter((row) => keptIn(row) < lookedAt(row)).map(line)),
    ...lines('NOT TRIED', unfinished),
    ...lines('Hostile code without the companion policies', without.map(line)),
    ...lines(
      'Undisturbed',
      undisturbed.map(({ what, browser, tried, stopped }) => `  ${browser}: ${what}: ${stopped} of ${tried} stopped`),
    ),
    '',
    `${kept.attempts} attempts, ${kept.arrived} arrived; after ${kept.kept} of the ${kept.looked} after which it was looked the text was still there.`,
  ];
}
