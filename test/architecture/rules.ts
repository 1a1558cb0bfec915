/** The house rules as functions over source texts, so that each can be seen failing on a planted violation. */
import { parseSync } from 'vite';

export interface SourceFile {
  /** From the repository's top, with slashes: "src/core/label.ts". */
  readonly path: string;
  readonly text: string;
}

/** What a room may import: other rooms and files by prefix, packages by name. The design's table. */
const ROOMS: Readonly<Record<string, { readonly inside: readonly string[]; readonly packages: readonly string[] }>> = {
  core: { inside: ['src/core/'], packages: ['zod/mini', '@noble/hashes'] },
  agents: { inside: ['src/agents/', 'src/core/'], packages: [] },
  sites: { inside: ['src/sites/', 'src/core/'], packages: [] },
  page: { inside: ['src/page/', 'src/core/', 'src/agents/', 'src/sites/'], packages: [] },
  // Beside its own rooms, content shows the overlay and knows the shape of the page world's questions.
  content: {
    inside: [
      'src/content/',
      'src/core/',
      'src/agents/',
      'src/sites/',
      'src/messages.ts',
      'src/ui/overlay/',
      'src/page/bridge.ts',
    ],
    packages: ['webextension-polyfill', 'preact'],
  },
  background: {
    inside: ['src/background/', 'src/core/', 'src/agents/', 'src/sites/', 'src/messages.ts', 'src/messages/'],
    packages: ['webextension-polyfill', 'css-what', 'idb', 're2js'],
  },
  ui: {
    inside: ['src/ui/', 'src/core/', 'src/messages.ts', 'src/messages/'],
    packages: ['webextension-polyfill', 'preact'],
  },
  'messages.ts': { inside: ['src/core/', 'src/messages/'], packages: ['zod/mini'] },
  messages: { inside: ['src/core/', 'src/messages.ts', 'src/messages/'], packages: ['zod/mini'] },
};

/** What makes the core impure: the clock, chance, timers and the world outside. */
const IMPURE =
  /\b(Date|performance|setTimeout|setInterval|crypto|fetch|console|globalThis|process|document|window|navigator)\b|Math\.random/;

const LONGEST_FILE = 250;
const LONGEST_FUNCTION = 40;

/** Every permission with its reason; a build that asks for another one fails. */
export const PERMISSIONS: Readonly<Record<string, string>> = {
  storage: 'managed policy, and what must survive the worker',
  unlimitedStorage: 'half a year of ledger',
  alarms: 'to sweep what is over and to try the collector again',
  tabs: 'which site a tab shows, and to tell its pages',
  scripting: 'content scripts for the sites that policy names',
  webNavigation: 'which tab a tab was opened from, so that an agent takes none of its own making',
  webRequest: 'to see every write to a guarded site',
  webRequestBlocking: 'to refuse it (honoured when installed by policy)',
  declarativeNetRequest: 'rules that stand when our process falls',
  management: 'to name other extensions that could act in guarded pages',
  debugger: 'getTargets only: which tabs somebody else drives (Chrome)',
};

/** Imports that the table of rooms does not allow. */
export function forbiddenImports(file: SourceFile): readonly string[] {
  const room = roomOf(file.path);
  const allowed = ROOMS[room];
  if (allowed === undefined) return [`${file.path}: "${room}" is no room of the house`];
  return importsOf(file).flatMap((name) => {
    const inside = name.startsWith('.') ? resolve(file.path, name) : null;
    const fine =
      inside === null
        ? allowed.packages.some((each) => name === each || name.startsWith(`${each}/`))
        : allowed.inside.some((prefix) => inside.startsWith(prefix));
    return fine ? [] : [`${file.path}: ${room} may not import ${inside ?? name}`];
  });
}

/** Clock, chance and the outside world in the core. */
export function impurities(file: SourceFile): readonly string[] {
  if (!file.path.startsWith('src/core/')) return [];
  return withoutComments(file.text)
    .split('\n')
    .flatMap((line, i) => {
      const found = IMPURE.exec(line.replace(/'[^']*'/g, "''"))?.[0];
      return found === undefined ? [] : [`${file.path}:${i + 1}: the core knows no ${found}`];
    });
}

/** Files and functions that are too long, and holes in the types. */
export function unreadable(file: SourceFile): readonly string[] {
  const lines = file.text.trimEnd().split('\n').length;
  const long = lines > LONGEST_FILE ? [`${file.path}: ${lines} lines`] : [];
  const holes = /\bas any\b|: any\b|<any>|@ts-ignore|@ts-expect-error/.test(withoutComments(file.text))
    ? [`${file.path}: a hole in the types`]
    : [];
  const functions = functionsOf(file).flatMap(({ name, length }) =>
    length > LONGEST_FUNCTION ? [`${file.path}: ${name} has ${length} lines`] : [],
  );
  const names = /(^|\/)(utils|helpers|manager|misc|common)(\.|\/)/.test(file.path)
    ? [`${file.path}: says nothing about its subject`]
    : [];
  return [...long, ...holes, ...functions, ...names];
}

/** Permissions that the written list does not give. */
export function unlistedPermissions(manifest: {
  readonly permissions?: readonly string[];
  readonly optional_permissions?: readonly string[];
  readonly host_permissions?: readonly string[];
}): readonly string[] {
  const asked = [...(manifest.permissions ?? []), ...(manifest.optional_permissions ?? [])];
  const hosts = (manifest.host_permissions ?? []).filter((host) => host !== '<all_urls>');
  return [...asked.filter((each) => !Object.hasOwn(PERMISSIONS, each)), ...hosts];
}

function roomOf(path: string): string {
  return path.split('/')[1] ?? '';
}

interface Tree {
  readonly type?: string;
  readonly start?: number;
  readonly end?: number;
  readonly source?: { readonly value?: unknown } | null;
  readonly id?: { readonly name?: string } | null;
  readonly key?: { readonly name?: string } | null;
  readonly importKind?: string;
}

function importsOf(file: SourceFile): readonly string[] {
  const names: string[] = [];
  walk(parseSync(file.path, file.text).program as unknown as Tree, (node) => {
    const imports = [
      'ImportDeclaration',
      'ExportNamedDeclaration',
      'ExportAllDeclaration',
      'ImportExpression',
    ].includes(node.type ?? '');
    if (imports && typeof node.source?.value === 'string') names.push(node.source.value);
  });
  return names;
}

function functionsOf(file: SourceFile): readonly { readonly name: string; readonly length: number }[] {
  const found: { name: string; length: number }[] = [];
  walk(parseSync(file.path, file.text).program as unknown as Tree, (node) => {
    if (!['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'].includes(node.type ?? '')) return;
    const length = file.text.slice(node.start, node.end).split('\n').length;
    found.push({ name: node.id?.name ?? 'a function', length });
  });
  return found;
}

function walk(node: unknown, see: (node: Tree) => void): void {
  if (Array.isArray(node)) for (const each of node) walk(each, see);
  else if (typeof node === 'object' && node !== null) {
    if ('type' in node) see(node as Tree);
    for (const child of Object.values(node)) walk(child, see);
  }
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, '')).replace(/(^|\s)\/\/.*$/gm, '$1');
}

function resolve(from: string, name: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of name.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
