/** "Who must say yes" as a table in plain words. Pure. */
import type { ApprovalTable, Cell } from '../core/policy/table.ts';
import { numberText, type Say } from './words.ts';

const CELLS: Readonly<Record<Cell, string>> = {
  allow: 'cellAllow',
  report: 'cellReport',
  light: 'cellLight',
  grave: 'cellGrave',
  authenticator: 'cellKey',
  block: 'cellBlock',
};

/** From nothing to never, each with what it means. */
const MEANINGS = [
  ['allow', 'meansCellAllow'],
  ['report', 'meansCellReport'],
  ['light', 'meansCellLight'],
  ['grave', 'meansCellGrave'],
  ['authenticator', 'meansCellKey'],
  ['block', 'meansCellBlock'],
] as const;

export interface ApprovalRow {
  readonly who: string;
  /** In the order of the columns; whether it is one of the severe ones shows by its shape too. */
  readonly cells: readonly { readonly text: string; readonly weight: 'none' | 'light' | 'grave' }[];
}

/** What the columns say of the act, from harmless to worst. */
export function approvalColumns(say: Say): readonly string[] {
  return [say('ifNobodyNew'), say('ifReadersDiffer'), say('ifProtected'), say('ifStrictest')];
}

/** Who acts, and what happens then. */
export function approvalRows({ agent, unknown, human }: ApprovalTable, say: Say): readonly ApprovalRow[] {
  const cell = (each: Cell) => ({ text: say(CELLS[each]), weight: weightOf(each) });
  // Where the table lets an agent pass, what agents may do on the site still decides.
  const bySite = { text: say('cellBySite'), weight: 'none' } as const;
  const ofAgent = (each: Cell) => (each === 'allow' || each === 'report' ? bySite : cell(each));
  return [
    { who: say('whoAgent'), cells: [bySite, ...[agent.readersDiffer, agent.leak, agent.topLabel].map(ofAgent)] },
    { who: say('whoUnknown'), cells: ['allow' as const, unknown.readersDiffer, unknown.leak, unknown.leak].map(cell) },
    { who: say('whoHuman'), cells: ['allow' as const, human.readersDiffer, human.leak, human.leak].map(cell) },
  ];
}

/** What the table alone does not say. */
export function approvalNotes({ unknown }: ApprovalTable, say: Say): readonly string[] {
  const many = unknown.askFromNewReaders;
  const few = unknown.readersDiffer !== 'allow' && many > 1 ? [say('askedFrom', numberText(many))] : [];
  return [...few, say('stricterCounts')];
}

/** The words of the table that stand in it, explained. */
export function cellsExplained(
  table: ApprovalTable,
  say: Say,
): readonly { readonly name: string; readonly meaning: string }[] {
  const shown = new Set(approvalRows(table, say).flatMap((row) => row.cells.map((each) => each.text)));
  return MEANINGS.map(([cell, meaning]) => ({ name: say(CELLS[cell]), meaning: say(meaning) })).filter(({ name }) =>
    shown.has(name),
  );
}

function weightOf(cell: Cell): 'none' | 'light' | 'grave' {
  if (cell === 'allow' || cell === 'report') return 'none';
  return cell === 'light' ? 'light' : 'grave';
}
