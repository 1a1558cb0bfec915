import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookAlikeOf } from '../../src/core/look-alike.ts';
import { HONEST, LOOK_ALIKES, OWN } from './look-alikes.ts';
import { RUNS, runsUpTo } from './runs.ts';

const ascii = (domain: string) => new URL(`https://${domain}`).hostname;
const own = OWN.map((each) => (each.startsWith('*.') ? `*.${ascii(each.slice(2))}` : ascii(each)));
const pairs = Object.entries(LOOK_ALIKES).flatMap(([imitated, all]) => all.map((each) => [each, imitated] as const));

describe('a domain that looks like one of ours', () => {
  it.each(pairs)('%s looks like %s', (domain, imitated) => {
    expect(lookAlikeOf(ascii(domain), own)).toBe(ascii(imitated));
  });

  it.each(HONEST)('%s looks like none', (domain) => {
    expect(lookAlikeOf(ascii(domain), own)).toBeNull();
  });

  it('is tried on enough of both', () => {
    expect(new Set(pairs.map(([domain]) => domain)).size).toBeGreaterThanOrEqual(60);
    expect(new Set(HONEST).size).toBeGreaterThanOrEqual(120);
  });

  it.each([
    'corp.example',
    'mail.corp.example',
    'a.b.northwind.example',
    'northwind.example',
    'eu.mail.barclays.co.uk',
    'xn--mller-werke-thb.example',
    'CORP.example',
  ])('is none of ours: %s', (domain) => {
    expect(lookAlikeOf(domain, own)).toBeNull();
  });

  it('is none of the providers where anybody has an address', () => {
    expect(lookAlikeOf('gmail.com', ['gmall.com'])).toBeNull();
    expect(lookAlikeOf('gmai1.com', ['gmail.com'])).toBe('gmail.com');
    expect(lookAlikeOf('gmx.net', ['gmx.example'])).toBeNull();
  });

  it('may be honest where only the ending differs: nobody can tell', () => {
    expect(lookAlikeOf('post.ch', own)).toBe('post.at');
  });

  it('is nothing without a domain of ours', () => {
    expect(lookAlikeOf('corp.example', [])).toBeNull();
  });

  it('is taken apart in time where there are many', () => {
    const many = Array.from({ length: 1_000 }, (_, i) => `company-number-${i}.example`);
    const strangers = runsUpTo(2_000).numRuns;
    const from = performance.now();
    for (let i = 0; i < strangers; i++) lookAlikeOf(`some-stranger-${i}.test`, many);
    expect(performance.now() - from).toBeLessThan(3_000);
  });
});

describe('the laws of look-alikes', () => {
  const label = fc.stringMatching(/^[a-z0-9](-?[a-z0-9]){0,4}$/);
  const domain = fc.array(label, { minLength: 2, maxLength: 4 }).map((labels) => labels.join('.'));
  const patterns = fc.array(fc.tuple(domain, fc.boolean()), { minLength: 1, maxLength: 5 });

  it('never flag an own domain, nor what stands below one', () => {
    fc.assert(
      fc.property(patterns, fc.nat(), label, (ours, at, below) => {
        const list = ours.map(([each, suffix]) => (suffix ? `*.${each}` : each));
        const [mine = ''] = ours[at % ours.length] ?? [];
        expect(lookAlikeOf(mine, list)).toBeNull();
        expect(lookAlikeOf(`${below}.${mine}`, list)).toBeNull();
      }),
      RUNS,
    );
  });

  it('answer for any text, always the same, and only with a domain of ours', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      domain,
      label.map((each) => `xn--${each}.test`),
    );
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 4 }), (foreign, ours) => {
        const found = lookAlikeOf(foreign, ours);
        expect(lookAlikeOf(foreign, [...ours])).toBe(found);
        if (found !== null) expect(ours.map((each) => each.toLowerCase().replace(/^\*\./, ''))).toContain(found);
      }),
      RUNS,
    );
  });

  it('see one letter of another alphabet in any name', () => {
    const cyrillic: Readonly<Record<string, string>> = {
      a: '\u0430',
      c: '\u0441',
      e: '\u0435',
      o: '\u043e',
      p: '\u0440',
    };
    fc.assert(
      fc.property(label, fc.constantFrom(...Object.keys(cyrillic)), label, (before, letter, after) => {
        const mine = `x${before}${letter}${after}y.example`;
        const theirs = `x${before}${cyrillic[letter]}${after}y.example`;
        expect(lookAlikeOf(ascii(theirs), [mine])).toBe(mine);
      }),
      RUNS,
    );
  });
});
