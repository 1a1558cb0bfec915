/**
 * "Who must say yes", the design's table with each cell of it settable: how hard it is to let an act through, by who
 * acts and by what would leak. An agent's act without any leak goes by the site's mandate and has no cell.
 */
import type { PolicyFault } from './faults.ts';
import type { RawPolicy } from './schema.ts';

/** From nothing asked to never; `authenticator` refuses until the person has a key of their own. */
export const CELLS = ['allow', 'report', 'light', 'grave', 'authenticator', 'block'] as const;
export type Cell = (typeof CELLS)[number];

export interface ApprovalTable {
  readonly human: { readonly readersDiffer: Cell; readonly leak: Cell };
  readonly unknown: { readonly readersDiffer: Cell; readonly leak: Cell; readonly askFromNewReaders: number };
  readonly agent: { readonly readersDiffer: Cell; readonly leak: Cell; readonly topLabel: Cell };
}

/** The design's default, measured by the day of `npm run eval -- day`. */
export const BALANCED: ApprovalTable = {
  human: { readersDiffer: 'allow', leak: 'light' },
  unknown: { readersDiffer: 'light', leak: 'light', askFromNewReaders: 5 },
  agent: { readersDiffer: 'allow', leak: 'grave', topLabel: 'authenticator' },
};

/** For organisations that would rather be asked: every new reader counts, and an agent never leaks a label. */
export const STRICT: ApprovalTable = {
  human: { readersDiffer: 'report', leak: 'grave' },
  unknown: { readersDiffer: 'light', leak: 'grave', askFromNewReaders: 1 },
  agent: { readersDiffer: 'light', leak: 'block', topLabel: 'block' },
};

/** What each cell may be at least. No setting lets an agent's leak pass unasked. */
const FLOORS: readonly { readonly path: readonly [Actor, Column]; readonly least: Cell }[] = [
  { path: ['human', 'leak'], least: 'report' },
  { path: ['unknown', 'leak'], least: 'report' },
  { path: ['agent', 'leak'], least: 'light' },
  { path: ['agent', 'topLabel'], least: 'grave' },
];
type Actor = keyof ApprovalTable;
type Column = 'readersDiffer' | 'leak' | 'topLabel';

/** The preset's table with the cells that policy sets. */
export function tableOf(preset: ApprovalTable, raw: RawPolicy['approval']): ApprovalTable {
  return {
    human: { ...preset.human, ...given(raw?.human) },
    unknown: { ...preset.unknown, ...given(raw?.unknown) },
    agent: { ...preset.agent, ...given(raw?.agent) },
  };
}

/** Cells that are too loose, or looser than what must not be stricter: a worse leak, or a less known actor. */
export function tableFaults(table: ApprovalTable): readonly PolicyFault[] {
  const found: PolicyFault[] = [];
  for (const { path, least } of FLOORS)
    if (looser(cellOf(table, path), least))
      found.push({ path: `approval.${path.join('.')}`, message: `must be at least "${least}"` });
  const pairs: readonly [readonly [Actor, Column], readonly [Actor, Column]][] = [
    [
      ['human', 'readersDiffer'],
      ['human', 'leak'],
    ],
    [
      ['unknown', 'readersDiffer'],
      ['unknown', 'leak'],
    ],
    [
      ['agent', 'readersDiffer'],
      ['agent', 'leak'],
    ],
    [
      ['agent', 'leak'],
      ['agent', 'topLabel'],
    ],
    [
      ['human', 'leak'],
      ['unknown', 'leak'],
    ],
    [
      ['unknown', 'leak'],
      ['agent', 'leak'],
    ],
  ];
  for (const [lesser, greater] of pairs)
    if (looser(cellOf(table, greater), cellOf(table, lesser)))
      found.push({
        path: `approval.${greater.join('.')}`,
        message: `"${cellOf(table, greater)}" is looser than ${lesser.join('.')}: set at least "${cellOf(table, lesser)}"`,
      });
  return found;
}

/** The cell for a leak: by who acts, by how bad it is, and for an act of unknown origin by how many would newly see it. */
export function demanded(table: ApprovalTable, actor: Actor, column: Column, newReaders: number): Cell {
  if (actor === 'agent') return table.agent[column];
  if (column !== 'readersDiffer') return table[actor].leak;
  const cell = table[actor].readersDiffer;
  // A few new readers are worth a line in the record and no question.
  return actor === 'unknown' && newReaders < table.unknown.askFromNewReaders && cell !== 'allow' ? 'report' : cell;
}

function looser(a: Cell, b: Cell): boolean {
  return CELLS.indexOf(a) < CELLS.indexOf(b);
}

function cellOf(table: ApprovalTable, [actor, column]: readonly [Actor, Column]): Cell {
  const row: Partial<Record<Column, Cell>> = table[actor];
  return row[column] ?? 'block';
}

/** Without the keys that are there but say nothing. */
function given<T extends object>(row: T | undefined): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(row ?? {}).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> };
}
