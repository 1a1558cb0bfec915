/** How names read at a glance: a letter for each of the Latin ones that are imitated, and signs that are taken for each other. */
import { describe, expect, it } from 'vitest';
import { inLatinLetters, shapeOf } from '../../src/core/confusables.ts';

describe('a letter of another alphabet reads as the Latin one that it looks like', () => {
  it.each<[latin: string, letters: string]>([
    ['2', '\u01bb'],
    ['3', '\u0437'],
    ['6', '\u0431'],
    ['8', '\u0223'],
    ['a', '\u03b1\u0430\u1d00'],
    ['ae', '\u00e6\u04d5'],
    ['b', '\u0180\u048d\u0432\u044c'],
    ['c', '\u0441\u1d04'],
    ['d', '\u0501\u0111'],
    ['e', '\u0435\u04bd\u0454\u03b5'],
    ['f', '\u0584\u0192'],
    ['g', '\u0581\u0261'],
    ['h', '\u04bb\u0570\u043d\u029c'],
    ['i', '\u0456\u0131\u03b9'],
    ['j', '\u0458\u03f3'],
    ['k', '\u0199\u043a\u03ba'],
    ['l', '\u01c0\u0142'],
    ['m', '\u043c\u1d0d'],
    ['n', '\u0578\u057c\u03c0\u043f'],
    ['o', '\u043e\u03bf\u0585\u00f8'],
    ['oe', '\u0153'],
    ['oo', '\ua699\ua74f'],
    ['p', '\u0440\u03c1\u00fe'],
    ['q', '\u051b\u0566'],
    ['r', '\u0433\u1d26\u0280'],
    ['rn', '\u0271'],
    ['s', '\u0455\ua731'],
    ['t', '\u0167\u0442\u03c4'],
    ['u', '\u057d\u03c5\u03bc'],
    ['v', '\u03bd\u0475'],
    ['w', '\u051d\u0461\u0448\u03c9'],
    ['x', '\u0445\u03c7'],
    ['y', '\u0443\u03b3'],
    ['z', '\u01b6\u1d22'],
  ])('%s: %s', (latin, letters) => {
    expect([...letters].map(inLatinLetters)).toEqual([...letters].map(() => latin));
  });

  it.each<[text: string, reads: string]>([
    ['', ''],
    ['corp-1.example', 'corp-1.example'],
    ['c\u043er\u0440', 'corp'],
    // Accents are gone, as one sign with the letter or as a sign of their own.
    ['m\u00fcller', 'muller'],
    ['mu\u0308ller', 'muller'],
    ['\u00e9\u0301\u0302', 'e'],
    // What looks like no Latin letter stays.
    ['\u4e2d\u6587', '\u4e2d\u6587'],
    ['\u{10330}a', '\u{10330}a'],
  ])('%s reads %s', (text, reads) => {
    expect(inLatinLetters(text)).toBe(reads);
  });
});

describe('signs that are taken for each other are one', () => {
  it.each<[text: string, shape: string]>([
    ['c00p', 'coop'],
    ['1il', 'lll'],
    ['i1i1', 'llll'],
    ['modern rn', 'modem m'],
    ['vvovv', 'wow'],
    ['clcl', 'dd'],
    ['\u0441l', 'd'],
    ['\u0271', 'm'],
    ['corp', 'corp'],
  ])('%s and %s', (text, shape) => {
    expect(shapeOf(text)).toBe(shape);
  });
});
