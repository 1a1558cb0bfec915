/** Reads the processes below one of ours from /proc. */
import { readdirSync, readFileSync } from 'node:fs';

export interface SeenProcess {
  readonly id: number;
  readonly parent: number;
  /** Command line with spaces between the arguments. */
  readonly command: string;
  /** The name that the process gives itself. */
  readonly name: string;
}

/** All processes below a process. */
export function descendants(root: number): readonly SeenProcess[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => read(Number(name)));
  const below: SeenProcess[] = [];
  let parents = new Set([root]);
  while (parents.size > 0) {
    const children = all.filter((each) => parents.has(each.parent));
    below.push(...children);
    parents = new Set(children.map((each) => each.id));
  }
  return below;
}

/** Kills the processes of the list; those that have ended meanwhile do not count. */
export function killAll(ids: readonly number[]): number {
  return ids.filter((id) => {
    try {
      return process.kill(id, 'SIGKILL');
    } catch {
      return false;
    }
  }).length;
}

function read(id: number): readonly SeenProcess[] {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    const name = readFileSync(`/proc/${id}/comm`, 'utf8').trim();
    return [{ id, parent, name, command: readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ') }];
  } catch {
    // It has ended between the listing and the reading.
    return [];
  }
}
