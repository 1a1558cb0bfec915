/** How long after its last sign an agent still counts as there. */
export interface AgentLimits {
  /** So long its tab stays an agent's: what is sent there is judged as an agent's, and its writes are closed. */
  readonly latchMs: number;
  /** So long its session goes on, which people and the record see; never longer than the latch. */
  readonly quietMs: number;
}

const MINUTE_MS = 60_000;

/**
 * Half an hour for the latch: agents stop in the middle of a task to ask their person, and may detach before they send;
 * what they then send by script in the page shows no sign. A person who takes the tab over before it is over is asked as
 * for an agent there, and in any fresh tab she is not. Three minutes for the session: agents pause to think for seconds,
 * seldom for minutes, and nobody is to read of one at work that has long gone.
 */
export const AGENT_LIMITS: AgentLimits = { latchMs: 30 * MINUTE_MS, quietMs: 3 * MINUTE_MS };

/** The limits from policy's numbers, each with its default. A latch is never shorter than a session that is told of. */
export function agentLimits(
  given: { readonly latchMinutes?: number | undefined; readonly quietMinutes?: number | undefined } | undefined,
): AgentLimits {
  const latchMs = given?.latchMinutes === undefined ? AGENT_LIMITS.latchMs : given.latchMinutes * MINUTE_MS;
  const quietMs = given?.quietMinutes === undefined ? AGENT_LIMITS.quietMs : given.quietMinutes * MINUTE_MS;
  return { latchMs: Math.max(latchMs, quietMs), quietMs };
}
