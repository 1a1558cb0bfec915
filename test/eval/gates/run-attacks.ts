/** One agent after the other tries the list; the stand-ins' own records say what arrived. */
import { pause } from '../../browser/harness/until.ts';
import type { Stage } from '../../browser/stage.ts';
import { type Attack, type Desk, NotTried, type Row } from './attack.ts';
import { arrivedAt, exactAt, isKept, MAIL_SEND, pressSend, SEND, writeInForum, writeInMail } from './scene.ts';

export interface Team {
  readonly stage: Stage;
  readonly install: string;
  readonly agentName: Desk['agentName'];
  readonly agent: Desk['agent'];
  readonly hand: Desk['hand'];
}

export interface Report {
  /** Progress, a line an attempt. */
  readonly say: (line: string) => void;
  /** Says what could not be tried, so that it is not taken for stopped. */
  readonly unfinished: (what: string) => void;
}

/** The first round begins before anything was held; in the others the act waits already. */
export async function runAttacks(
  team: Team,
  attacks: readonly Attack[],
  rounds: number,
  report: Report,
): Promise<readonly Row[]> {
  const rows = new Map<string, Row>();
  const count = new Count(team.stage);
  for (const site of ['forum', 'mail'] as const) {
    const here = attacks.filter((each) => each.site === site);
    for (let round = 0; round < rounds && here.length > 0; round++) {
      try {
        await runRound({ ...team, site, round, attacks: here, rows, count, report });
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        report.unfinished(`${team.stage.name}, ${team.agentName}, ${site}, round ${round + 1}: ${why}`);
      }
    }
  }
  return [...rows.values()];
}

interface Round extends Team {
  readonly site: 'forum' | 'mail';
  readonly round: number;
  readonly attacks: readonly Attack[];
  readonly rows: Map<string, Row>;
  readonly count: Count;
  readonly report: Report;
}

async function runRound(round: Round): Promise<void> {
  const { rows, report, stage, agentName } = round;
  let desk: Desk | null = null;
  for (const attack of round.attacks.filter(({ rounds = Number.POSITIVE_INFINITY }) => round.round < rounds)) {
    if (desk === null || attack.approves)
      desk = await sit(round, attack.approves ? 'held' : round.round > 0 ? 'held' : 'written', report);
    const tried = await tryOnce(desk, attack, round.count).catch((error: unknown) => {
      if (!(error instanceof NotTried)) throw error;
      report.unfinished(`${stage.name}, ${agentName}, ${attack.name}, round ${round.round + 1}: ${error.message}`);
      return null;
    });
    if (tried === null) {
      desk = null;
      continue;
    }
    const { arrived, kept, told } = tried;
    const row = rows.get(attack.name) ?? emptyRow(round, attack);
    rows.set(attack.name, {
      ...row,
      attempts: row.attempts + 1,
      arrived: row.arrived + arrived,
      looked: row.looked + (kept === 'not looked' ? 0 : 1),
      kept: row.kept + (kept === 'kept' ? 1 : 0),
    });
    const outcome = `${arrived > 0 ? 'ARRIVED' : 'stopped'}${kept === 'gone' ? ', text not in its place' : ''}`;
    const detail = process.env.COUNTERSIGN_VERBOSE ? ` (${told})` : '';
    report.say(`  ${stage.name}, ${agentName}, round ${round.round + 1}: ${attack.name}: ${outcome}${detail}`);
    if (kept === 'gone' || attack.leaves === 'another page') desk = null;
  }
}

function emptyRow({ stage, agentName, install }: Team, { name }: Attack): Row {
  return { attack: name, agent: agentName, browser: stage.name, install, attempts: 0, arrived: 0, looked: 0, kept: 0 };
}

/** Times that a scene is begun: a page that has not come on a busy machine says nothing about the guard. */
const TRIES = 3;

async function sit(round: Round, until: 'written' | 'held', { say }: Report): Promise<Desk> {
  for (let again = 1; ; again++) {
    try {
      return await sitOnce(round, until);
    } catch (error) {
      if (again >= TRIES) throw error;
      say(`  ${round.stage.name}, ${round.agentName}: the scene begins again: ${String(error)}`);
    }
  }
}

async function sitOnce(round: Round, until: 'written' | 'held'): Promise<Desk> {
  const { stage, agent, site } = round;
  const write = site === 'forum' ? writeInForum(agent) : writeInMail(agent, `${Date.now()}`);
  const desk = { stage, agent, agentName: round.agentName, hand: round.hand, text: await write };
  if (until === 'held') {
    await pressSend(stage, agent, site === 'forum' ? SEND : MAIL_SEND);
    await pause(500);
  }
  return desk;
}

interface Tried {
  readonly arrived: number;
  readonly kept: 'kept' | 'gone' | 'not looked';
  readonly told: string;
}

async function tryOnce(desk: Desk, attack: Attack, count: Count): Promise<Tried> {
  if (attack.approves) count.mayArriveOnce(desk.text);
  const told = await attack.run(desk).then(String, (error: Error) => {
    if (error instanceof NotTried) throw error;
    return error.message.split('\n')[0] ?? '';
  });
  await desk.agent.tidy().catch(() => undefined);
  await pause(150);
  const stands = attack.leaves === 'the page' ? await isKept(desk.agent, attack.site, desk.text) : null;
  const kept = stands === null ? 'not looked' : stands ? 'kept' : 'gone';
  return { arrived: count.sinceLast(), kept, told };
}

/** What has arrived that nobody has confirmed, since it was last asked; nothing falls between two attempts. */
class Count {
  readonly #stage: Stage;
  readonly #confirmed: string[] = [];
  #seen: number;

  constructor(stage: Stage) {
    this.#stage = stage;
    this.#seen = arrivedAt(stage);
  }

  mayArriveOnce(text: string): void {
    this.#confirmed.push(text);
  }

  sinceLast(): number {
    const rightly = this.#confirmed.filter((text) => exactAt(this.#stage, text) > 0).length;
    const now = arrivedAt(this.#stage) - rightly;
    const arrived = now - this.#seen;
    this.#seen = now;
    return arrived;
  }
}
