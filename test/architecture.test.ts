/** The design, enforced: rooms, purity, length, permissions. Each rule is first seen failing on a planted violation. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import manifest from '../manifest.json' with { type: 'json' };
import {
  forbiddenImports,
  impurities,
  PERMISSIONS,
  type SourceFile,
  unlistedPermissions,
  unreadable,
} from './architecture/rules.ts';

const files: readonly SourceFile[] = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({ path: `src/${path.replaceAll('\\', '/')}`, text: readFileSync(`src/${path}`, 'utf8') }));
const built = ['dist/chrome/manifest.json', 'dist/firefox/manifest.json'].filter((path) => existsSync(path));

describe('the house', () => {
  it('has files in every room', () => {
    const rooms = new Set(files.map((file) => file.path.split('/')[1]?.replace(/\.ts$/, '')));
    expect([...rooms].sort()).toEqual(['agents', 'background', 'content', 'core', 'messages', 'page', 'sites', 'ui']);
  });

  it('imports only what its table of rooms allows', () => {
    expect(files.flatMap(forbiddenImports)).toEqual([]);
  });

  it('has a core without clock, chance or outside world', () => {
    expect(files.flatMap(impurities)).toEqual([]);
  });

  it('has no file over 250 and no function over 40 lines, and no hole in its types', () => {
    expect(files.flatMap(unreadable)).toEqual([]);
  });

  it('asks for no permission without a written reason, and gives no reason for nothing', () => {
    expect(unlistedPermissions(manifest)).toEqual([]);
    expect(Object.keys(PERMISSIONS).filter((each) => !manifest.permissions.includes(each))).toEqual([]);
  });

  it.each(built)('is built so: %s', (path) => {
    const made = JSON.parse(readFileSync(path, 'utf8')) as typeof manifest & {
      content_scripts: { js: string[]; run_at: string }[];
    };
    expect(unlistedPermissions(made)).toEqual([]);
    // A loader that imports asynchronously loses against the page's first script (measured): the files must run themselves.
    for (const script of made.content_scripts) {
      expect(script.run_at).toBe('document_start');
      for (const file of script.js)
        expect(readFileSync(path.replace('manifest.json', file), 'utf8')).not.toMatch(/\bimport\s*\(|^import /m);
    }
  });
});

describe('the rules see', () => {
  const planted = (path: string, text: string): SourceFile => ({ path, text });
  it.each<[string, readonly string[]]>([
    [
      'a browser API in the core',
      forbiddenImports(planted('src/core/x.ts', "import browser from 'webextension-polyfill';")),
    ],
    [
      'the background in the core',
      forbiddenImports(planted('src/core/x.ts', "export { y } from '../background/y.ts';")),
    ],
    ['the core’s validator in the page', forbiddenImports(planted('src/page/x.ts', "import * as z from 'zod/mini';"))],
    [
      'the background in the content world',
      forbiddenImports(planted('src/content/x.ts', "const late = import('../background/y.ts');")),
    ],
    [
      'the approving pages in the content world',
      forbiddenImports(planted('src/content/x.ts', "import { Review } from '../ui/review.tsx';")),
    ],
    ['a new room', forbiddenImports(planted('src/utils/x.ts', ''))],
    ['the clock in the core', impurities(planted('src/core/x.ts', 'export const now = Date.now();'))],
    ['chance in the core', impurities(planted('src/core/x.ts', 'const dice = Math.random();'))],
    ['a long function', unreadable(planted('src/ui/x.ts', `function long() {\n${'  a();\n'.repeat(40)}}`))],
    ['a long file', unreadable(planted('src/ui/x.ts', 'a();\n'.repeat(251)))],
    ['a hole in the types', unreadable(planted('src/ui/x.ts', 'const x = y as any;'))],
    ['a name that says nothing', unreadable(planted('src/ui/utils.ts', ''))],
    ['a permission without a reason', unlistedPermissions({ permissions: ['storage', 'cookies'] })],
    ['a host permission more', unlistedPermissions({ host_permissions: ['file:///*'] })],
  ])('%s', (_name, found) => {
    expect(found).toHaveLength(1);
  });

  it('nothing where nothing is wrong', () => {
    const fine = planted(
      'src/core/x.ts',
      "import { z } from './label.ts';\n/** Knows no Date.now(). */\nexport const x = z;",
    );
    expect([...forbiddenImports(fine), ...impurities(fine), ...unreadable(fine)]).toEqual([]);
  });
});
