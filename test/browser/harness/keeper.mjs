/**
 * Outlives the process that started it by a moment: when its input ends, however that process has died, it ends the
 * process groups and removes the folders that it was told of. A line is "+" or "-", a kind, and a value: `g` a group to
 * kill, `a` a group only to ask (a package manager must finish its step), `f` a file or folder to remove.
 */
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';

const kept = { g: new Set(), a: new Set(), f: new Set() };

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);

createInterface({ input: process.stdin })
  .on('line', (line) => {
    const [sign, kind, value] = [line[0], line[1], line.slice(2)];
    if (sign === '+') kept[kind]?.add(value);
    if (sign === '-') kept[kind]?.delete(value);
  })
  .on('close', () => {
    for (const group of kept.g) end(group, 'SIGKILL');
    for (const group of kept.a) end(group, 'SIGTERM');
    for (const path of kept.f) rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  });

function end(group, signal) {
  try {
    process.kill(-Number(group), signal);
  } catch {
    // It has ended already.
  }
}
