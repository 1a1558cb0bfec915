/** The code that is read to a help desk: what is made of it again, however it was typed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HelpFacts, helpCode, parseHelpCode, sameRule } from '../../src/core/help-code.ts';
import { faultsDigest, policyPrint } from '../../src/core/policy/print.ts';
import { DEFAULT_RULES } from '../../src/core/rule-that-decided.ts';

const rule = (ruleId: string): HelpFacts['verdict'] => ({
  level: 'BLOCK',
  review: 'none',
  reasons: [{ kind: 'rule', ruleId, name: ruleId, level: 'BLOCK' }],
});
const facts: HelpFacts = {
  digest: `3bc73${'0'.repeat(59)}`,
  verdict: rule('r12'),
  actor: 'human',
  version: '1.4.2',
  policyPrint: '9a1c',
};
const CODE = { act: '7F3K', digestStart: '3bc73', rule: 'r12', version: '1.4.2', policy: '9a1c' };

describe('a help code', () => {
  it('says act, rule, version and policy', () => {
    expect(helpCode(facts)).toBe('CS-7F3K · rule r12 · 1.4.2 · policy 9a1c');
    expect(helpCode({ ...facts, verdict: 'policy-damaged', policyPrint: 'none' })).toBe(
      'CS-7F3K · rule policy-damaged · 1.4.2 · policy none',
    );
  });

  it('is not made of what is no digest', () => {
    const error = new RangeError('a digest is written in hexadecimal digits');
    for (const digest of ['act', '', '3bc7', 'x3bc73', '3BC73'])
      expect(() => helpCode({ ...facts, digest })).toThrow(error);
  });

  it.each([
    'CS-7F3K · rule R12 · 1.4.2 · policy 9a1c',
    'cs-7f3k · rule r12 · 1.4.2 · policy 9a1c',
    'CS7F3K rule R12 1.4.2 policy 9A1C',
    'CS-7F3K - rule R12 - 1.4.2 - policy 9a1c',
    'CS/7F3K/rule/R12/1.4.2/policy/9a1c',
    'CS–7F3K — rule R12 — 1.4.2 — policy 9a1c',
    'CS 7F3K, rule: R12, v1.4.2, policy: 9a1c.',
    'cs7f3krule r12 1.4.2policy9a1c',
    '  CS-7F3K\n rule R12\n 1.4.2\n policy 9a1c\n',
    'CS-7F3K•rule R12•l.4.2•policy 9alc',
    'CS-7F3K · ruIe R12 · I.4.2 · pOl1cy 9aIc',
  ])('is read as it was typed: %j', (text) => {
    expect(parseHelpCode(text)).toEqual(CODE);
  });

  it.each([
    ['00000', '0000'],
    ['0001f', '000Z'],
    ['00020', '0010'],
    ['fffff', 'ZZZZ'],
    ['89abc', 'H6NW'],
  ])('writes twenty bits, %s, as four characters, %s, and reads them', (digest, act) => {
    const code = helpCode({ ...facts, digest });
    expect(code).toBe(`CS-${act} · rule r12 · 1.4.2 · policy 9a1c`);
    expect(parseHelpCode(code)).toMatchObject({ act, digestStart: digest });
  });

  it.each([...'\u00b7\u2022\u2219\u22c5\u2027,;:|/\\_-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\t\n\u00a0'])(
    'is read with %j between its parts',
    (between) => {
      const parts = ['', 'CS', '7F3K', 'rule', 'r12'];
      expect(parseHelpCode([...parts, '1.4.2', 'policy', '9a1c', ''].join(between))).toEqual(CODE);
    },
  );

  it.each<[string, Partial<typeof CODE>]>([
    ['CS.7F3K.rule.r12 1.4.2.policy.9a1c.', {}],
    ['CS-7F3K rule r12 1.4 policy 9a1c', { version: '1.4' }],
    ['CS-7F3K rule r12 10.22.333.65535 policy 9a1c', { version: '10.22.333.65535' }],
    ['CS-7F3K rule a.b_c-9 1.4.2 policy 9a1c', { rule: 'a.b_c-9' }],
    [`CS-7F3K rule ${'r'.repeat(64)} 1.4.2 policy 9a1c`, { rule: 'r'.repeat(64) }],
    ['CS-7F3K rule r12 1.4.2 policy none', { policy: 'none' }],
    [`CS-7F3K rule r12 1.4.2 policy 9a1c${' '.repeat(166)}`, {}],
  ])('is read: %j', (text, change) => {
    expect(parseHelpCode(text)).toEqual({ ...CODE, ...change });
  });

  it('is read with the letters that people confuse', () => {
    expect(parseHelpCode('CS-OIL0 · rule agent-leak · 1.O.2 · policy OO1L')).toEqual({
      act: '0110',
      digestStart: '00420',
      rule: 'agent-leak',
      version: '1.0.2',
      policy: '0011',
    });
    expect(parseHelpCode('CS-7F3K rule none 1.4.2 policy n0ne')).toMatchObject({ rule: 'none', policy: 'none' });
    expect([sameRule('agent-leak', 'AGENT-1EAK'), sameRule('r10', 'rlo'), sameRule('r1', 'r2')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it.each([
    '',
    'xCS-7F3K · rule r12 · 1.4.2 · policy 9a1c',
    'CS-7F3K · rule r121.4.2 · policy 9a1c',
    'CS-7F3K · rule +r12 1.4.2 · policy 9a1c',
    'CS-7F3K · rule r12 · 1.4.2.3.4 · policy 9a1c',
    'CS-7F3K · rule r12 · 123456.4 · policy 9a1c',
    'CS-7F3K · rule r12 · 1.123456 · policy 9a1c',
    `CS-7F3K rule ${'r'.repeat(65)} 1.4.2 policy 9a1c`,
    `CS-7F3K rule r12 1.4.2 policy 9a1c${' '.repeat(167)}`,
    'CS-7F3K',
    'CS-7F3U · rule r12 · 1.4.2 · policy 9a1c',
    'CS-7F3KK · rule r12 · 1.4.2 · policy 9a1c',
    'CS-7F3K · rule · 1.4.2 · policy 9a1c',
    'CS-7F3K · rule r12 · 1 · policy 9a1c',
    'CS-7F3K · rule r12 · 1.4.2 · policy 9a1',
    'CS-7F3K · rule r12 · 1.4.2 · policy 9a1g',
    'CS-7F3K · rule r12 · 1.4.2 · policy 9a1c and more',
    'CS-7F3K · rule r12 · 1.4.2 · policy 9a1c İ',
    `CS-7F3K · rule r12 · 1.4.2 · policy 9a1c${' '.repeat(200)}`,
  ])('is none: %j', (text) => {
    expect(parseHelpCode(text)).toBeNull();
  });

  it('says again what it was made of', () => {
    const hex = (length: number) => fc.stringMatching(new RegExp(`^[0-9a-f]{${length}}$`));
    const ids = fc.oneof(fc.constantFrom(...DEFAULT_RULES), fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,63}$/));
    const versions = fc.array(fc.nat(65_535), { minLength: 2, maxLength: 4 }).map((parts) => parts.join('.'));
    fc.assert(
      fc.property(hex(64), ids, versions, fc.oneof(hex(4), fc.constant('none')), (digest, id, version, print) => {
        const code = helpCode({ ...facts, digest, verdict: rule(id), version, policyPrint: print });
        for (const typed of [code, code.toUpperCase(), code.replaceAll(' · ', '  ')])
          expect(parseHelpCode(typed)).toMatchObject({
            digestStart: digest.slice(0, 5),
            rule: id,
            version,
            policy: print,
          });
      }),
    );
  });

  it('is looked for in any text without throwing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => [null, 'object'].includes(parseHelpCode(text) && 'object')),
    );
  });
});

describe('a policy’s print', () => {
  const policy = { policyVersion: 7, support: { name: 'Desk', phone: '5' } };
  it('is the same in whichever form and order it comes', () => {
    const forms = [
      policy,
      { support: { phone: '5', name: 'Desk' }, policyVersion: 7 },
      { policy },
      { policyJson: JSON.stringify(policy) },
      { policyVersion: 7, policyJson: JSON.stringify(policy, null, 2) },
      { ...policy, rules: undefined },
    ];
    expect(new Set(forms.map(policyPrint)).size).toBe(1);
    expect(policyPrint(policy)).toMatch(/^[0-9a-f]{4}$/);
  });

  it('differs for another policy, also for a damaged one', () => {
    const others = [policy, { ...policy, policyVersion: 8 }, { ...policy, rules: 'x' }, { policyJson: '{' }, [], 'x'];
    expect(new Set(others.map(policyPrint)).size).toBe(others.length);
  });

  it('is "none" without a policy', () => {
    expect([{}, { policy: {} }, null, undefined].map(policyPrint)).toEqual(['none', 'none', 'none', 'none']);
  });

  it('exists for every value', () => {
    fc.assert(fc.property(fc.anything(), (value) => /^([0-9a-f]{4}|none)$/.test(policyPrint(value))));
    const deep = JSON.parse(['{"policy":'.repeat(20_000), '1', '}'.repeat(20_000)].join('')) as unknown;
    expect(policyPrint(deep)).toMatch(/^[0-9a-f]{4}$/);
    expect(policyPrint({ policyVersion: 1, support: { name: '\ud800' } })).toMatch(/^[0-9a-f]{4}$/);
  });
});

it('gives a banner’s faults a digest of their own', () => {
  const faults = [{ path: 'sites', message: 'is missing' }];
  expect(faultsDigest(faults)).toMatch(/^[0-9a-f]{64}$/);
  expect(faultsDigest(faults)).not.toBe(faultsDigest([]));
  expect(faultsDigest([{ path: '\udc00', message: '' }])).toMatch(/^[0-9a-f]{64}$/);
});
