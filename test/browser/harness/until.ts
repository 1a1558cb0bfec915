/** Waits on conditions, never on time alone: machines are slow and shared. */

/** Asks again until the probe answers something; throws, naming what it waited for, after `timeoutMs`. */
export async function until<T>(
  what: string,
  probe: () => T | undefined | null | false | Promise<T | undefined | null | false>,
  timeoutMs = 30_000,
  everyMs = 50,
): Promise<T> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const value = await probe();
    if (value !== undefined && value !== null && value !== false) return value;
    if (Date.now() > end) throw new Error(`waited ${Math.round(timeoutMs / 1000)} s for ${what}`);
    await pause(everyMs);
  }
}

/** A pause that a person would make, or that a poll needs. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
