/** What stands behind a government's level: caveats, or something else that makes no marking of it. */
import { describe, expect, it } from 'vitest';
import { caveatsOf } from '../../../src/core/vocabularies/caveats.ts';

describe('caveats', () => {
  it.each<readonly [string, readonly string[] | null]>([
    ['', []],
    ['//NOFORN', ['NOFORN']],
    [' // SP-CTI/SP-EXPT // FED ONLY', ['SP-CTI', 'SP-EXPT', 'FED ONLY']],
    ['//REL TO USA, GBR', ['REL TO USA, GBR']],
    ['//A&B+C-D', ['A&B+C-D']],
    ['//X', ['X']],
    ['//NOFORN//for staff', null],
    ['//Noforn', null],
    ['//NOFORN.', null],
    ['//.NOFORN', null],
    ['//3A', null],
    ['//A   B', null],
    [`//${'A'.repeat(24)}`, ['A'.repeat(24)]],
    [`//${'A'.repeat(25)}`, null],
    [`//A${' B'.repeat(15)}`, [`A${' B'.repeat(15)}`]],
    [`//A${' B'.repeat(16)}`, null],
    [`//${'A/'.repeat(20)}`, Array.from({ length: 20 }, () => 'A')],
    [`//${'A/'.repeat(21)}`, null],
  ])('of %j are %j', (text, expected) => {
    expect(caveatsOf(text)).toEqual(expected);
  });
});
