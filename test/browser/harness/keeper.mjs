/**
 * Outlives the process that started it by a moment: when its input ends, however that process has died, it ends the
 * process groups and removes the folders that it was told of.
 */
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';

const groups = new Set();
const folders = new Set();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);

createInterface({ input: process.stdin })
  .on('line', (line) => {
    const [what, value] = [line.slice(0, 2), line.slice(2)];
    if (what === '+g') groups.add(Number(value));
    if (what === '-g') groups.delete(Number(value));
    if (what === '+f') folders.add(value);
    if (what === '-f') folders.delete(value);
  })
  .on('close', () => {
    for (const group of groups) {
      try {
        process.kill(-group, 'SIGKILL');
      } catch {
        // It has ended already.
      }
    }
    for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  });
