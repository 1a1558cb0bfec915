/** Without a policy folder the demo packs its policy into a copy of the build. */
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './processes.ts';

/** A copy of the built extension with this policy inside; removed when this process ends. */
export function demoBuild(dist: string, managed: Readonly<Record<string, unknown>> | undefined): string {
  const copy = temporaryFolder('demo');
  cpSync(dist, copy, { recursive: true });
  writeFileSync(join(copy, 'policy.json'), JSON.stringify(managed ?? {}));
  return copy;
}
