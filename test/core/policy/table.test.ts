/** "Who must say yes": what the table may not say, what it says of each act, and what the presets start from. */
import { describe, expect, it } from 'vitest';
import { PRESETS } from '../../../src/core/policy/presets.ts';
import {
  type ApprovalTable,
  BALANCED,
  CELLS,
  demanded,
  STRICT,
  tableFaults,
  tableOf,
} from '../../../src/core/policy/table.ts';

/** Every cell as mild as it may be at all. */
const MILDEST: ApprovalTable = {
  human: { readersDiffer: 'allow', leak: 'report' },
  unknown: { readersDiffer: 'allow', leak: 'report', askFromNewReaders: 5 },
  agent: { readersDiffer: 'allow', leak: 'light', topLabel: 'grave' },
};
const NOTHING_ASKED: ApprovalTable = {
  human: { readersDiffer: 'allow', leak: 'allow' },
  unknown: { readersDiffer: 'allow', leak: 'allow', askFromNewReaders: 5 },
  agent: { readersDiffer: 'allow', leak: 'allow', topLabel: 'allow' },
};
const said = (table: ApprovalTable) => tableFaults(table).map(({ path, message }) => `${path} ${message}`);

describe('the table of who must say yes', () => {
  it('has its steps from nothing asked to never', () => {
    expect(CELLS).toEqual(['allow', 'report', 'light', 'grave', 'authenticator', 'block']);
  });

  it.each<[string, ApprovalTable]>([
    ['balanced', BALANCED],
    ['strict', STRICT],
    ['mildest', MILDEST],
  ])('may be the %s one', (_name, table) => {
    expect(said(table)).toEqual([]);
  });

  it('lets no leak pass unheard of, and none of an agent unasked', () => {
    expect(said(NOTHING_ASKED)).toEqual([
      'approval.human.leak must be at least "report"',
      'approval.unknown.leak must be at least "report"',
      'approval.agent.leak must be at least "light"',
      'approval.agent.topLabel must be at least "grave"',
    ]);
  });

  it.each<[string, Partial<ApprovalTable>, readonly string[]]>([
    [
      'a person’s leak looser than their new readers',
      { human: { readersDiffer: 'light', leak: 'report' } },
      ['approval.human.leak "report" is looser than human.readersDiffer: set at least "light"'],
    ],
    [
      'a leak of nobody knows whom looser than their new readers',
      { unknown: { readersDiffer: 'light', leak: 'report', askFromNewReaders: 5 } },
      ['approval.unknown.leak "report" is looser than unknown.readersDiffer: set at least "light"'],
    ],
    [
      'an agent’s leak looser than its new readers',
      { agent: { readersDiffer: 'grave', leak: 'light', topLabel: 'grave' } },
      ['approval.agent.leak "light" is looser than agent.readersDiffer: set at least "grave"'],
    ],
    [
      'an agent’s top label looser than its leak',
      { agent: { readersDiffer: 'allow', leak: 'block', topLabel: 'authenticator' } },
      ['approval.agent.topLabel "authenticator" is looser than agent.leak: set at least "block"'],
    ],
    [
      'nobody knows who looser than a person',
      { human: { readersDiffer: 'allow', leak: 'light' } },
      ['approval.unknown.leak "report" is looser than human.leak: set at least "light"'],
    ],
    [
      'an agent looser than nobody knows who',
      { unknown: { readersDiffer: 'allow', leak: 'grave', askFromNewReaders: 5 } },
      ['approval.agent.leak "light" is looser than unknown.leak: set at least "grave"'],
    ],
  ])('has no %s', (_name, rows, faults) => {
    expect(said({ ...MILDEST, ...rows })).toEqual(faults);
  });
});

describe('an act demands', () => {
  const table: ApprovalTable = {
    human: { readersDiffer: 'light', leak: 'grave' },
    unknown: { readersDiffer: 'light', leak: 'grave', askFromNewReaders: 5 },
    agent: { readersDiffer: 'grave', leak: 'authenticator', topLabel: 'block' },
  };
  type Case = readonly [string, keyof ApprovalTable, 'readersDiffer' | 'leak' | 'topLabel', number, string];

  it.each<Case>([
    ['of a person with new readers, however few', 'human', 'readersDiffer', 1, 'light'],
    ['of a person with many new readers', 'human', 'readersDiffer', 1_000, 'light'],
    ['of a person with a leak', 'human', 'leak', 1, 'grave'],
    ['of a person with the top label', 'human', 'topLabel', 1, 'grave'],
    ['of nobody knows whom with a few new readers: a line in the record', 'unknown', 'readersDiffer', 4, 'report'],
    ['of nobody knows whom with as many as are asked about', 'unknown', 'readersDiffer', 5, 'light'],
    ['of nobody knows whom with a leak to a few', 'unknown', 'leak', 1, 'grave'],
    ['of nobody knows whom with the top label', 'unknown', 'topLabel', 1, 'grave'],
    ['of an agent with new readers, however few', 'agent', 'readersDiffer', 1, 'grave'],
    ['of an agent with a leak', 'agent', 'leak', 1, 'authenticator'],
    ['of an agent with the top label', 'agent', 'topLabel', 1, 'block'],
  ])('%s', (_name, actor, column, newReaders, cell) => {
    expect(demanded(table, actor, column, newReaders)).toBe(cell);
  });

  it('nothing for a few new readers where many demand nothing either', () => {
    expect(demanded(MILDEST, 'unknown', 'readersDiffer', 1)).toBe('allow');
  });
});

it('takes each cell that policy sets, and the preset’s where a key is there and says nothing', () => {
  expect(tableOf(BALANCED, { agent: { leak: undefined, topLabel: 'block' }, human: undefined })).toEqual({
    ...BALANCED,
    agent: { readersDiffer: 'allow', leak: 'grave', topLabel: 'block' },
  });
  const unknown = { readersDiffer: 'report', leak: 'block', askFromNewReaders: 9 } as const;
  const human = { readersDiffer: 'report', leak: 'grave' } as const;
  expect(tableOf(STRICT, { unknown, human })).toEqual({ ...STRICT, unknown, human });
});

it('starts from one of three presets', () => {
  expect(PRESETS).toEqual({
    balanced: {
      enforcement: 'enforce',
      table: BALANCED,
      mandates: { gmail: 'draft', discourse: 'ask', nodebb: 'ask', generic: 'draft' },
    },
    strict: {
      enforcement: 'enforce',
      table: STRICT,
      mandates: { gmail: 'draft', discourse: 'draft', nodebb: 'draft', generic: 'draft' },
    },
    shadow: {
      enforcement: 'shadow',
      table: BALANCED,
      mandates: { gmail: 'draft', discourse: 'ask', nodebb: 'ask', generic: 'draft' },
    },
  });
  expect([BALANCED, STRICT]).toEqual([
    {
      human: { readersDiffer: 'allow', leak: 'light' },
      unknown: { readersDiffer: 'light', leak: 'light', askFromNewReaders: 5 },
      agent: { readersDiffer: 'allow', leak: 'grave', topLabel: 'authenticator' },
    },
    {
      human: { readersDiffer: 'report', leak: 'grave' },
      unknown: { readersDiffer: 'light', leak: 'grave', askFromNewReaders: 1 },
      agent: { readersDiffer: 'light', leak: 'block', topLabel: 'block' },
    },
  ]);
});
