/**
 * Attacks on an approval, each in a browser of its own: what one has left waiting in our window would lie under the
 * hand of the person who confirms the next.
 */
import { atOnce } from '../at-once.ts';
import type { AgentName, Attack, Row } from './attack.ts';
import { type Assault, attackWithClient, attackWithoutClient, clientOf } from './teams.ts';

interface Trial {
  readonly agentName: AgentName;
  readonly attack: Attack;
}

/** Every attack by the page's script and by a client, in all rounds; rows as of one run. */
export async function attackApprovals(assault: Assault): Promise<readonly Row[]> {
  // Into a Firefox that nobody drives nothing can be loaded for a time.
  const script: readonly AgentName[] = assault.install === 'temporary' ? [] : ['page script'];
  const names = [...script, clientOf(assault.browser)];
  const trials = Array.from({ length: assault.rounds }, () =>
    assault.attacks.flatMap((attack) => names.map((agentName): Trial => ({ attack, agentName }))),
  ).flat();
  return together(await atOnce(trials, (left) => tryEach(assault, left)));
}

async function tryEach(assault: Assault, left: Iterable<Trial>): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const { attack, agentName } of left) {
    if (attack.agents?.includes(agentName) === false) continue;
    const alone = { ...assault, rounds: 1, attacks: [{ ...attack, agents: [agentName] }] };
    const run = agentName === 'page script' ? attackWithoutClient : attackWithClient;
    await run(alone).then(
      (found) => rows.push(...found),
      (error: Error) => assault.report.unfinished(`${assault.browser}, ${agentName}, ${attack.name}: ${error.message}`),
    );
  }
  return rows;
}

/** The rows of one attack by one agent, summed. */
function together(rows: readonly Row[]): readonly Row[] {
  const found = new Map<string, Row>();
  for (const row of rows) {
    const key = `${row.agent} ${row.attack}`;
    const known = found.get(key);
    found.set(key, known === undefined ? row : sum(known, row));
  }
  return [...found.values()];
}

function sum(a: Row, b: Row): Row {
  return {
    ...a,
    attempts: a.attempts + b.attempts,
    arrived: a.arrived + b.arrived,
    looked: a.looked + b.looked,
    kept: a.kept + b.kept,
  };
}
