/** An agent tries one way out after the other, and what arrived is told of each. */
import type { Agent } from '../browser/agents.ts';
import type { Attempt } from '../browser/attempts.ts';
import type { Teller } from './story.ts';

/** `arrived` counts what has reached the server so far. */
export async function tryWays(
  agent: Agent,
  ways: readonly Attempt[],
  arrived: () => number,
  tell: Teller,
): Promise<void> {
  for (const way of ways) {
    const before = arrived();
    const answer = await agent.run<unknown>(way.code).catch((error: Error) => error.message.split('\n')[0]);
    const outcome = arrived() === before ? 'refused' : 'ARRIVED';
    const detail = process.env.COUNTERSIGN_VERBOSE ? ` (${String(answer)})` : '';
    tell.say(`  ${outcome}: ${way.name}${detail}`);
  }
}
