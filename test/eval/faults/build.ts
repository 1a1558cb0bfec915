/** Builds the guard from a copy of its source in which every module can be made to fail. The shipped build knows nothing of it. */
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../../browser/harness/processes.ts';
import type { Target } from '../../run/build-guard.ts';
import { instrumented, SWITCH_FILE, sourceFiles } from './instrument.ts';

/** The folder of the source. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

const BACKGROUND = 'src/background/main.ts';

/** The build's folder; `obeys` is what stands in the built files where the evaluation's line and first order go. */
export function buildFaulty(target: Target): string {
  const tree = temporaryFolder('faulty');
  for (const each of ['src', 'public', 'manifest.json', 'package.json', 'tsconfig.json', 'vite.config.ts'])
    cpSync(join(ROOT, each), join(tree, each), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(tree, 'node_modules'));
  for (const file of sourceFiles(ROOT)) {
    const text = instrumented(file, readFileSync(join(ROOT, file), 'utf8'));
    writeFileSync(join(tree, file), file === BACKGROUND ? obeying(text) : text);
  }
  cpSync(fileURLToPath(new URL('./fault-switch.ts', import.meta.url)), join(tree, SWITCH_FILE));
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [vite, 'build'], {
    cwd: tree,
    env: { ...process.env, BROWSER: target },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`vite could not build what can fail for ${target}:\n${stdout}${stderr}`);
  return join(tree, 'dist', target);
}

function obeying(text: string): string {
  return `import { obeyTheEvaluation as __obey } from '../fault-switch.ts'; void __obey();\n${text}`;
}

/** A copy of the build that listens at this address, and in which this fails from its first turn on ("" for nothing). */
export function wired(dist: string, line: string, fromTheStart: string): string {
  const copy = temporaryFolder('wired');
  cpSync(dist, copy, { recursive: true });
  for (const path of readdirSync(copy, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.js')) continue;
    const text = readFileSync(join(copy, path), 'utf8');
    const wiredText = text.replaceAll('@@LINE@@', line).replaceAll('@@FAULT@@', fromTheStart);
    if (wiredText !== text) writeFileSync(join(copy, path), wiredText);
  }
  return copy;
}
