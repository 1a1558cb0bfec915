/** One agent after the other tries the list; the stand-ins' own records say what arrived. */
import { pause } from '../../browser/harness/until.ts';
import type { Stage } from '../../browser/stage.ts';
import type { Attack, Desk, Row } from './attack.ts';
import { arrivedAt, exactAt, isKept, MAIL_SEND, pressSend, SEND, writeInForum, writeInMail } from './scene.ts';

export interface Team {
  readonly stage: Stage;
  readonly install: string;
  readonly agentName: Desk['agentName'];
  readonly agent: Desk['agent'];
  readonly hand: Desk['hand'];
}

/** The first round begins before anything was held; in the others the act waits already. */
export async function runAttacks(
  team: Team,
  attacks: readonly Attack[],
  rounds: number,
  say: (line: string) => void,
): Promise<readonly Row[]> {
  const rows = new Map<string, Row>();
  for (const site of ['forum', 'mail'] as const) {
    const here = attacks.filter((each) => each.site === site);
    for (let round = 0; round < rounds && here.length > 0; round++) {
      const desk = { now: await sit(team, site, round) };
      for (const attack of here) {
        if (attack.approves) desk.now = await sit(team, site, Math.max(round, 1));
        const { arrived, kept, told } = await tryOnce(desk.now, attack);
        const row = rows.get(attack.name) ?? emptyRow(team, attack);
        rows.set(attack.name, {
          ...row,
          attempts: row.attempts + 1,
          arrived: row.arrived + arrived,
          kept: row.kept + (kept ? 1 : 0),
        });
        const outcome = arrived > 0 ? 'ARRIVED' : 'stopped';
        say(
          `  ${team.stage.name}, ${team.agentName}, round ${round + 1}: ${attack.name}: ${outcome}${kept ? '' : ', text not in its place'}${process.env.COUNTERSIGN_VERBOSE ? ` (${told})` : ''}`,
        );
        if (!kept || attack.leaves === 'another page') desk.now = await sit(team, site, round);
      }
    }
  }
  return [...rows.values()];
}

function emptyRow({ stage, agentName, install }: Team, { name }: Attack): Row {
  return { attack: name, agent: agentName, browser: stage.name, install, attempts: 0, arrived: 0, kept: 0 };
}

async function sit(team: Team, site: 'forum' | 'mail', round: number): Promise<Desk> {
  const { stage, agent } = team;
  const write = site === 'forum' ? writeInForum(agent) : writeInMail(agent, `${round}-${Date.now()}`);
  const desk = { ...team, text: await write };
  if (round > 0) {
    await pressSend(stage, agent, site === 'forum' ? SEND : MAIL_SEND);
    await pause(500);
  }
  return desk;
}

interface Tried {
  readonly arrived: number;
  readonly kept: boolean;
  readonly told: string;
}

async function tryOnce(desk: Desk, attack: Attack): Promise<Tried> {
  const before = arrivedAt(desk.stage);
  const exact = exactAt(desk.stage, desk.text);
  const told = await attack.run(desk).then(String, (error: Error) => error.message.split('\n')[0] ?? '');
  await desk.agent.tidy().catch(() => undefined);
  await pause(150);
  const kept = attack.leaves === 'the page' ? await isKept(desk.agent, attack.site, desk.text) : true;
  const confirmed = attack.approves ? Math.min(1, exactAt(desk.stage, desk.text) - exact) : 0;
  return { arrived: arrivedAt(desk.stage) - before - confirmed, kept, told };
}
