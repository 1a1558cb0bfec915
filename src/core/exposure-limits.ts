/** How long what was read bears on what is written, and how many agents may answer each other. */
export interface ExposureLimits {
  /** So long a reading counts at all, by its words or by its session. */
  readonly readingMs: number;
  /** So long what an agent's session has read bears on whatever it writes. */
  readonly sessionMs: number;
  /** So long a draft of an agent's that nobody has sent keeps what it rests on. */
  readonly draftMs: number;
  /** So many agents may write one after the other, each in answer to the one before, until a person is asked. */
  readonly longestChain: number;
}

const HOUR_MS = 3_600_000;

/**
 * A working day for readings, as they are in memory only; two weeks for a draft, the longest that somebody is away and
 * still sends it. Three in a row: the agent that answers, the one that was asked, and the one that asked for it; the
 * incident that this guard is made for (a post of an agent taken for advice by the next reader) took two.
 */
export const EXPOSURE_LIMITS: ExposureLimits = {
  readingMs: 8 * HOUR_MS,
  sessionMs: 8 * HOUR_MS,
  draftMs: 14 * 24 * HOUR_MS,
  longestChain: 3,
};

/** The limits from policy's numbers, each with its default. A session's readings never count longer than readings do. */
export function exposureLimits(
  given:
    | {
        readonly readingHours?: number | undefined;
        readonly sessionHours?: number | undefined;
        readonly draftDays?: number | undefined;
        readonly longestChain?: number | undefined;
      }
    | undefined,
): ExposureLimits {
  const readingMs = given?.readingHours === undefined ? EXPOSURE_LIMITS.readingMs : given.readingHours * HOUR_MS;
  const sessionMs = given?.sessionHours === undefined ? EXPOSURE_LIMITS.sessionMs : given.sessionHours * HOUR_MS;
  return {
    readingMs,
    sessionMs: Math.min(readingMs, sessionMs),
    draftMs: given?.draftDays === undefined ? EXPOSURE_LIMITS.draftMs : given.draftDays * 24 * HOUR_MS,
    longestChain: given?.longestChain ?? EXPOSURE_LIMITS.longestChain,
  };
}
