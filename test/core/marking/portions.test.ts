/** Marks of single paragraphs, told from lists, copyright and acronyms. */
import { describe, expect, it } from 'vitest';
import { portionsOf } from '../../../src/core/marking/portions.ts';

type Row = readonly [text: string, expected: readonly string[]];

describe('the portions of a text', () => {
  it.each<Row>([
    ['(S) Two.\n\n(U) Fair.', ['S', 'U']],
    ['1. (S) Two.\n12) (U) Fair.\n3.(U) Rain.', ['S', 'U', 'U']],
    ['a. (TS) Two.', []],
    ['1: (TS) Two.', []],
    ['Two (TS) ships', []],
    ['(TS)', []],
    ['(S//NF) Two.', ['S//NF']],
    ['(s) Two.\n(u) Fair.', []],
    ['(Cui) Two.', []],
    ['(C) 2024 Acme\n(U) Fair.', []],
    ['(C) All rights reserved\n(U) Fair.\n(S) Two.', ['U', 'S']],
    ['(S) In 2024 two.\n(U) Fair.', ['S', 'U']],
    ['(C) Walk.\n(U) Fair.', ['C', 'U']],
    ['(C) 20244 steps.\n(C) 120 24 steps.\n(U) Fair.', ['C', 'C', 'U']],
    ['(C) 20x4 steps.\n(C) 201x steps.\n(U) Fair.', ['C', 'C', 'U']],
    ['(A) Rent.\n(B) Buy.\n(C) Walk.', []],
    ['(S) Two.\n(M) Medium.\n(CUI) Roster.', ['CUI']],
    ['(XS) Small.\n(U) Fair.', ['XS']],
    ['(S) Two.', []],
    ['(U) Fair.', []],
    ['(TS) Two.', ['TS']],
    ['(S) Two.\n(S) Three.', []],
    ['(S) Two.\n(C) Three.', []],
    ['(S) Two.\n(TS) Three.', ['S', 'TS']],
    ['(CUI) is the number.', []],
    ['(CUI//X) is the mark.', ['CUI//X']],
    [`${'x'.repeat(3_990)}\n(CUI) R`, ['CUI']],
    [`${'x'.repeat(3_994)}\n(CUI) R`, []],
  ])('%j', (head, expected) => {
    expect(portionsOf({ title: '', tags: [], head })).toEqual(expected);
  });
});

describe('the portion of a title', () => {
  it.each<Row>([
    ['(TS) Plan', ['TS']],
    ['Re: FW:(TS) Plan', ['TS']],
    ['Subj: (TS) Plan', ['TS']],
    ['(S) Plan', ['S']],
    ['(re: TS) Plan', []],
    ['Plan (TS) two', []],
    [`${'re: '.repeat(123)}(TS) Plan`, ['TS']],
    [`${'re: '.repeat(124)}(TS) Plan`, []],
  ])('%j', (title, expected) => {
    expect(portionsOf({ title, tags: [], head: '' })).toEqual(expected);
  });
});
