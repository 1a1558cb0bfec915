/** What only the background can check of a policy: whatever would be passed over in silence is a fault. */
import { describe, expect, it } from 'vitest';
import { checkedPolicy } from '../../src/background/check-policy.ts';
import { NOW } from '../core/facts.ts';
import { over } from '../core/policy/over.ts';

function faultsOf(values: unknown): readonly string[] {
  const reading = checkedPolicy(values, 'file', NOW);
  return reading.kind === 'damaged' ? reading.faults.map(({ path, message }) => `${path} ${message}`) : [reading.kind];
}

describe('a selector of a label', () => {
  const withSelector = (selector: string) =>
    over({
      labels: [
        { id: 'internal', name: 'Internal', rank: 1 },
        { id: 'secret', name: 'Secret', rank: 9, selectors: ['.chip', selector] },
      ],
    });

  it.each([
    '.chip:contains("Confidential")',
    '.chip:not(:icontains("public"))',
    '.chip:visible',
    '.chip:eq(1)',
    'a:no-such',
    'a[class!="public"]',
    'p < .chip',
    'a || b',
    '.chip::before',
    'svg|a',
    ':is(.chip, a:first)',
  ])('that no browser understands, or that shows nothing there, is a fault: %s', (selector) => {
    expect(faultsOf(withSelector(selector))[0]).toMatch(/^labels\[1\]\.selectors\[1\] is no CSS selector: /);
  });

  it.each([
    '.chip',
    '[data-label="x" i]',
    '.banner:has(> img) ~ p + a',
    ':is(.a, .b):not(.c, [hidden])',
    ':where(p):first-child:nth-child(2n+1 of .x)',
    '*|a:only-of-type',
    'a:lang(de):empty',
    ':root > body',
  ])('that browsers understand is good: %s', (selector) => {
    expect(faultsOf(withSelector(selector))).toEqual(['good']);
  });
});

describe('a host of a site', () => {
  const withHost = (host: string) =>
    over({
      sites: [{ id: 'f', name: 'F', kind: 'discourse', match: ['https://ok.corp.example/*', `https://${host}/*`] }],
    });

  it.each(['xn--a.example', '1.2.3.4.5', 'corp.123', '0x7f.1', '127.1', `${'a'.repeat(64)}.example`])(
    'that no address can have is a fault: %s',
    (host) => {
      expect(faultsOf(withHost(host))).toEqual([
        'sites[0].match[1] names a host that no page can have: nothing would be guarded',
      ]);
    },
  );

  it.each(['forum.corp.example', '127.0.0.1', 'xn--mnchen-3ya.example'])('that a page can have is good: %s', (host) => {
    expect(faultsOf(withHost(host))).toEqual(['good']);
  });
});
