/** The scan as a whole: in pieces or at once it finds the same, in order, within its limits, and no text makes it stand still. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { SECRET_RULES } from '../../../src/core/sensitive/secret-rules.ts';
import {
  DETECTOR_IDS,
  FINDINGS_MAX,
  type Finding,
  findSensitive,
  scan,
  TEXT_MAX,
} from '../../../src/core/sensitive.ts';
import { ALNUM, drawn, prose } from './made-up.ts';

/** Some of these scan a million letters, also on a machine that does other work. */
vi.setConfig({ testTimeout: 120_000 });

const token = `${'gh'}p_${drawn(ALNUM, 36)}`;
const card = `4${'1'.repeat(15)}`;
const iban = 'DE89 3704 0044 0532 0130 00';
const find = (text: string) => findSensitive(text, DETECTOR_IDS, SECRET_RULES);

describe('a scan', () => {
  it('finds each detector’s own, in the order of the text', () => {
    const text = `Pay ${iban} with ${card}; the token is ${token}.\nAHV 756.9217.0769.85`;
    expect(find(text).map(({ detector, rule }) => [detector, rule])).toEqual([
      ['iban', 'DE'],
      ['card', 'visa'],
      ['secret', 'github-pat'],
      ['ch-ahv', 'ch-ahv'],
    ]);
  });

  it('tells of two at one place the shorter first, whatever was looked for first', () => {
    const longer = { id: 'longer', regex: '4\\d+ exp', keywords: ['exp'] };
    const rule = { ...longer, flags: '', before: 20, after: 0, entropy: 0, group: 0, allowlists: [] };
    for (const detectors of [['secret', 'card'] as const, ['card', 'secret'] as const])
      expect(findSensitive(`pan ${card} exp`, detectors, [rule])).toEqual([
        { detector: 'card', rule: 'visa', span: { from: 4, to: 20 } },
        { detector: 'secret', rule: 'longer', span: { from: 4, to: 24 } },
      ]);
  });

  it('looks once for what it is asked for twice', () => {
    const findings = [...scan(`${card} `, ['card', 'iban', 'card'], [])].filter((each) => each !== 'pause');
    expect(findings).toHaveLength(1);
  });

  it('looks only for what it is asked for', () => {
    const text = `${card} ${token} 536-90-4399`;
    expect(findSensitive(text, [], SECRET_RULES)).toEqual([]);
    expect(findSensitive(text, ['card', 'card'], SECRET_RULES).map((each) => each.detector)).toEqual(['card']);
    expect(findSensitive(text, ['secret'], [])).toEqual([]);
  });

  it('says where, never what', () => {
    const findings = JSON.stringify(find(`${card} ${token} ${iban}`));
    for (const each of [card, token, iban]) expect(findings).not.toContain(each);
    expect(Object.keys(find(card)[0] ?? {})).toEqual(['detector', 'rule', 'span']);
  });

  it('counts in UTF-16 units', () => {
    expect(find(`😀 ${card}`)[0]?.span).toEqual({ from: 3, to: 19 });
    // Letters whose small form has another length do not shift what comes after.
    expect(find(`${'İ'.repeat(50)} ${token}`)[0]?.span.from).toBe(51);
  });

  it('stops a detector at its limit, and goes on with the next', () => {
    const found = findSensitive(`${`${card} `.repeat(FINDINGS_MAX + 100)}${iban}`, ['card', 'iban'], []);
    expect(found.filter((each) => each.detector === 'card')).toHaveLength(FINDINGS_MAX);
    expect(found.at(-1)?.detector).toBe('iban');
  });

  it('goes on however often it has paused', () => {
    const key = { id: 'key', regex: 'key=\\w+', keywords: ['key'] };
    const rule = { ...key, flags: '', before: 4, after: 10, entropy: 0, group: 0, allowlists: [] };
    const text = `${'key'.padEnd(30).repeat(FINDINGS_MAX + 100)}key=abc`;
    expect(findSensitive(text, ['secret'], [rule]).map((each) => each.rule)).toEqual(['key']);
  });

  it('does not take a text that is too long for one go, and does not pass over it either', () => {
    expect(findSensitive('a'.repeat(TEXT_MAX), DETECTOR_IDS, SECRET_RULES)).toEqual([]);
    expect(() => findSensitive('a'.repeat(TEXT_MAX + 1), DETECTOR_IDS, SECRET_RULES)).toThrow(
      new RangeError('a text of 1000001 units is not scanned in one go'),
    );
  });

  it('pauses often in a long text', () => {
    const pauses = [...scan(prose(TEXT_MAX), DETECTOR_IDS, SECRET_RULES)].filter((each) => each === 'pause');
    expect(pauses.length).toBeGreaterThan(300);
  });

  it('finds in pieces what it finds at once, and the same again', () => {
    const some = fc.array(fc.oneof(fc.constantFrom(card, token, iban, 'key = ', '\n', ' '), fc.string()), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(some, (parts) => {
        const text = parts.join(' ');
        const pieces = [...scan(text, DETECTOR_IDS, SECRET_RULES)].filter((each): each is Finding => each !== 'pause');
        const once = find(text);
        expect(new Set(pieces.map((each) => JSON.stringify(each)))).toEqual(
          new Set(once.map((each) => JSON.stringify(each))),
        );
        expect(find(text)).toEqual(once);
      }),
      { numRuns: 100, seed: 3 },
    );
  });
});

describe('a text made to hold it up ends soon', () => {
  /** What was slowest of 7,200 tried (each keyword in 30 surroundings, repeated): 0.3 s at 100 kB here; the bound is for a loaded machine. */
  it.each([
    'curl ',
    'curl -u "a:',
    'bedrock-api-key-=',
    'sumo',
    'okta-',
    'key',
    'ey',
    '-----BEGIN ',
    'data: a: ',
    '1234 ',
    'AA11 ',
  ])('%s', (unit) => {
    const began = performance.now();
    find(unit.repeat(Math.ceil(100_000 / unit.length)));
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
