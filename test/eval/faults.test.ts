/** No module can be forgotten by the fault injection, and what is shipped knows nothing of it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { instrumented, modulesOf, sourceFiles } from './faults/instrument.ts';
import { faultsOf } from './faults.ts';

describe('the modules that are made to fail', () => {
  const modules = modulesOf('.');

  it('are all that are built, but for our own pages, which only show', () => {
    const all = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .map((path) => `src/${path.replaceAll('\\', '/')}`)
      .filter((path) => /\.tsx?$/.test(path));
    expect(sourceFiles('.')).toEqual(all.filter((path) => !path.startsWith('src/ui/')).sort());
    expect(modules.map(({ file }) => file)).toEqual(sourceFiles('.'));
  });

  it('throw, each that has a function; what has none is data or types and can only fail to load', () => {
    for (const { file, failures } of modules) {
      const hasFunction = /^export (async )?function |^export class /m.test(readFileSync(file, 'utf8'));
      expect([file, hasFunction && failures.length === 0]).toEqual([file, false]);
      expect(['throw', undefined]).toContain(failures[0]);
    }
    expect(faultsOf().length).toBeGreaterThan(modules.length);
  });

  it.each<[string, string, string]>([
    ['a function', 'export function f(): void {\n  go();\n}', `export function f(): void {${asks('now')}\n  go();\n}`],
    ['a promise', 'export async function f() {}', `export async function f() {${asks('later')}}`],
    [
      'a promise that is only said',
      'export function f(): Promise<void> {}',
      `export function f(): Promise<void> {${asks('later')}}`,
    ],
    [
      'a table of functions',
      'export const t = { f: (x) => x };',
      `export const t = { f: (x) => {${asks('now')} return (x);} };`,
    ],
    [
      'a class',
      'export class C { constructor() {} m() {} }',
      `export class C { constructor() {__fault("core/x", 'now');} m() {${asks('now')}} }`,
    ],
    [
      'nothing within functions',
      'export const f = () => { const g = () => 1; };',
      `export const f = () => {${asks('now')} const g = () => 1; };`,
    ],
  ])('ask in %s', (_name, text, made) => {
    const [first = '', ...rest] = instrumented('src/core/x.ts', text).split('\n');
    expect(first).toBe(`import { fault as __fault } from "../fault-switch.ts"; __fault("core/x", 'load');`);
    expect(rest.join('\n')).toBe(made);
  });

  it.each(['dist/chrome', 'dist/firefox'].filter((path) => existsSync(path)))('leave no trace in %s', (dist) => {
    const scripts = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(0);
    for (const path of scripts)
      expect(readFileSync(`${dist}/${path}`, 'utf8')).not.toMatch(/countersign-fault|@@FAULT@@|as it was told/);
  });
});

function asks(answers: string): string {
  return `const __failed = __fault("core/x", '${answers}'); if (__failed) return __failed as never;`;
}
