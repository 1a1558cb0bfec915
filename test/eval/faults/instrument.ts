/**
 * Makes a module of the guard able to fail: a copy of its text in which every function that others can reach asks first
 * whether its module fails just now. The list of modules comes from the source tree, so that none can be forgotten.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path/posix';
import { parseSync } from 'vite';

/** How a module fails: it throws, or what it promises never comes. */
export type Failure = 'throw' | 'never';

export interface Module {
  /** Its path below src, without its ending ("background/network"). */
  readonly name: string;
  readonly file: string;
  /** What can be made to fail in it; none in a module of data or types, which can only fail to load. */
  readonly failures: readonly Failure[];
}

/** Where the switch lies in the copied tree. */
export const SWITCH_FILE = 'src/fault-switch.ts';

/** The rooms whose failure could let something out; our own pages only show. */
const ROOMS = /^src\/(background|core|sites|content|page|agents|messages)(\/|\.ts$)/;

/** Every module of these rooms. */
export function modulesOf(root: string): readonly Module[] {
  return sourceFiles(root).map((file) => {
    const { points } = reach(file, readFileSync(join(root, file), 'utf8'));
    const failures: Failure[] = points.length === 0 ? [] : ['throw'];
    if (points.some(({ answers }) => answers === 'later')) failures.push('never');
    return { name: nameOf(file), file, failures };
  });
}

/** The files of these rooms, "src/background/main.ts". */
export function sourceFiles(root: string): readonly string[] {
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((path) => `src/${path.replaceAll('\\', '/')}`)
    .filter((path) => ROOMS.test(path) && /\.tsx?$/.test(path))
    .sort();
}

/** The text of a module with the question in each of its functions. */
export function instrumented(file: string, text: string): string {
  const { points, statementsFrom } = reach(file, text);
  const name = JSON.stringify(nameOf(file));
  const edits = points.flatMap((point) => editsOf(point, name));
  const path = relative(dirname(file), SWITCH_FILE);
  const from = path.startsWith('.') ? path : `./${path}`;
  const start = {
    at: statementsFrom,
    text: `import { fault as __fault } from ${JSON.stringify(from)}; __fault(${name}, 'load');\n`,
  };
  return [...edits, start]
    .map((edit, order) => ({ ...edit, order }))
    .sort((a, b) => b.at - a.at || b.order - a.order)
    .reduce((made, { at, text: added }) => made.slice(0, at) + added + made.slice(at), text);
}

function nameOf(file: string): string {
  return file.slice('src/'.length).replace(/(\.iife)?\.tsx?$/, '');
}

/** A function's body, and whether it answers now or by a promise. */
interface Point {
  readonly answers: 'now' | 'later';
  readonly constructs: boolean;
  readonly body: { readonly start: number; readonly end: number };
  readonly isExpression: boolean;
}

function editsOf({ answers, constructs, body, isExpression }: Point, name: string): { at: number; text: string }[] {
  const ask = `__fault(${name}, '${answers}')`;
  if (constructs) return [{ at: body.start + 1, text: `${ask};` }];
  const asked = `const __failed = ${ask}; if (__failed) return __failed as never;`;
  if (!isExpression) return [{ at: body.start + 1, text: asked }];
  return [
    { at: body.start, text: `{${asked} return (` },
    { at: body.end, text: ');}' },
  ];
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/**
 * The functions of a module that can be called from outside: those at its top and those in what stands at its top (the
 * methods of a class, the functions of a table), and not those within functions.
 */
function reach(file: string, text: string): { readonly points: readonly Point[]; readonly statementsFrom: number } {
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const points: Point[] = [];
  visit(program as unknown as Node, text, points);
  return { points, statementsFrom: (program.body[0] as Node | undefined)?.start ?? text.length };
}

const FUNCTIONS = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'];

function visit(node: Node, text: string, points: Point[], parent?: Node): void {
  if (FUNCTIONS.includes(node.type)) {
    // An overload and a declaration have no body.
    const body = node.body as Node | null;
    if (body === null || isPredicate(node)) return;
    const type = (node.returnType as Node | null)?.start;
    const later = node.async === true || (type !== undefined && /\bPromise</.test(text.slice(type, body.start)));
    points.push({
      answers: later ? 'later' : 'now',
      constructs: parent?.kind === 'constructor' || parent?.kind === 'set',
      body,
      isExpression: body.type !== 'BlockStatement',
    });
    return;
  }
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child, text, points, node);
}

/** What a call at the top of a module makes use of while it loads cannot wait for the first act. */
function isPredicate(node: Node): boolean {
  return node.declare === true || node.generator === true;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}
