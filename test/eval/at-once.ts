/** Browsers at once: most of the time one waits, for a word of the guard's or for the person. */
const AT_ONCE = 3;

/** Gives the tasks to some workers at once, each of which takes the next that is left; what all of them have found. */
export async function atOnce<Task, Found>(
  tasks: readonly Task[],
  work: (left: Iterable<Task>) => Promise<readonly Found[]>,
): Promise<readonly Found[]> {
  const left = tasks.values();
  const all = Array.from({ length: Math.min(AT_ONCE, tasks.length) }, () => work(left));
  return (await Promise.all(all)).flat();
}
