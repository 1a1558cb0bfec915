/** What the small texts of a policy may look like: names, hosts, domains, addresses, days. */
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { rule } from '../../../src/core/policy/schema-lists.ts';
import {
  address,
  cell,
  domain,
  exactDomain,
  id,
  mandate,
  matchPattern,
  member,
} from '../../../src/core/policy/schema-parts.ts';
import { ledger } from '../../../src/core/policy/schema-record.ts';

const EMPTY = 'must not be empty';
const ID = 'use small letters, digits, ".", "_" and "-", 64 at most';
const HOST = 'must name one https host in ASCII, like "https://forum.corp.example/*" (write "xn--…" for other letters)';
const MAIL = 'must be one mail address with an ASCII domain';
const MEMBER = 'must be a user name, or one mail address with an ASCII domain';
const EXACT = 'must be a domain in ASCII, like "corp.example"';
const DOMAIN = 'must be a domain in ASCII, like "corp.example" or "*.corp.example" (write "xn--…" for other letters)';
const URL = 'must be an https URL, or http on this machine';
const DAY = 'must be the last day, like "2026-12-31"';

const until = {
  ruleId: 'r',
  name: 'R',
  restrictions: [{ class: 'ANY', level: 'WARN' }],
};
const exportTo = (header: object) => ({ export: { format: 'otlp', url: 'https://a.b/', headers: [header] } });
const shaped = (schema: z.core.$ZodType, wrap: (text: string) => unknown = (text) => text) => ({ schema, wrap });
const SHAPES = {
  id: shaped(id),
  host: shaped(matchPattern),
  address: shaped(address),
  member: shaped(member),
  'exact domain': shaped(exactDomain),
  domain: shaped(domain),
  collector: shaped(ledger, (collector) => ({ collector })),
  header: shaped(ledger, (name) => exportTo({ name, value: 'x' })),
  'header value': shaped(ledger, (value) => exportTo({ name: 'Authorization', value })),
  'last day': shaped(rule, (day) => ({ ...until, except: [{ sites: ['s'], reason: 'R', until: day }] })),
} as const;

/** All that is said about one such text. */
function saidOf(shape: keyof typeof SHAPES, text: string): readonly string[] {
  const { schema, wrap } = SHAPES[shape];
  return z.safeParse(schema, wrap(text)).error?.issues.map((issue) => issue.message) ?? [];
}

describe('as it must be', () => {
  it.each<[keyof typeof SHAPES, readonly string[]]>([
    ['id', ['a', '7', 'sev-team', 'a.b_c-d', '0--', 'a'.repeat(64)]],
    [
      'host',
      ['https://a.b/*', 'https://forum.corp.example/*', 'https://xn--brse-5qa.example/*', 'https://127.0.0.1/*'],
    ],
    ['address', ['a@b.c', 'Ann.Lee+x@Corp.Example', 'o’hara@mail.corp-1.example', 'börse@xn--brse-5qa.example']],
    ['member', ['a', 'Ann Lee', 'ann@corp.example', 'Ann.Lee+x@Mail.Corp.Example', 'a'.repeat(254)]],
    ['exact domain', ['a.b', 'corp.example', 'Mail.Corp-1.Example', 'xn--brse-5qa.example']],
    ['domain', ['a.b', 'corp.example', '*.corp.example', '*.Mail.Corp-1.Example']],
    [
      'collector',
      [
        'https://collector.corp.example',
        'https://collector.corp.example/',
        'https://collector:8443/in?x=1',
        'https://collector:1',
        'https://collector:65535',
        'http://localhost',
        'http://127.0.0.1:9/ledger',
      ],
    ],
    ['header', ['Authorization', 'X-Scope-OrgID', 'dd-api-key', 'Datex']],
    ['header value', ['Bearer abc', 'Splunk 00000000-0000', 'x', 'a\tb', 'x'.repeat(4_000)]],
    ['last day', ['2026-12-31', '2027-01-09']],
  ])('%s', (shape, texts) => {
    expect(texts.flatMap((text) => saidOf(shape, text))).toEqual([]);
  });
});

describe('wrong, with what to write instead', () => {
  it.each<[keyof typeof SHAPES, string, readonly string[]]>([
    ['id', ID, ['', '-a', '.a', '_a', ' a', 'a b', 'aB', 'Ab', 'é', 'aé', 'a '.repeat(1), 'a'.repeat(65)]],
    [
      'host',
      HOST,
      [
        'see https://a.b/*',
        'https://a.b/*x',
        'https://a.b/',
        'https://a.b',
        'https://a.b*',
        'https://localhost/*',
        'https://a..b/*',
        'https://.b/*',
        'https://a./*',
        'https://a.b:443/*',
        'https://a@b.c/*',
        'https://*.b.c/*',
        'https://é.example/*',
        'https://a.é/*',
      ],
    ],
    [
      'address',
      MAIL,
      [
        'a',
        '@b.c',
        'a@b',
        'a@b.',
        'a@.c',
        'a@b..c',
        'a@é.example',
        'a@b.é',
        'a@b.c,d@b.c',
        'a@b.c ',
        ' a@b.c',
        'a@b@c.d',
        'Ann <a@b.c>',
        'a b@c.d',
        'a;b@c.d',
        'a"b@c.d',
      ],
    ],
    ['member', MEMBER, ['@', 'a@', '@b.c', 'a@b', 'a b@c.d', 'a@b.c,d', 'Ann <a@b.c>', 'a@b@c.d', 'a@é.example']],
    [
      'exact domain',
      EXACT,
      ['', 'corp', '.corp', 'corp.', 'a..b', '*.corp.example', 'é.example', 'a.é', 'a@b.c', ' a.b', 'a.b '],
    ],
    [
      'domain',
      DOMAIN,
      ['', '*', '*.de', '*corp.example', 'x*.corp.example', '**.corp.example', 'corp.', 'a..b', ' a.b', 'a.b ', 'é.b'],
    ],
    [
      'collector',
      URL,
      [
        'http://collector.example/',
        'http://localhost.example/',
        'http://127.0.0.1.example/',
        'http://1270001/',
        'https://',
        'https://é.example',
        'https://a b',
        'https://a/b c',
        'https://a:',
        'https://a:x',
        'https://a:123456',
        'see https://a.example',
        'ftp://a.example',
        'https://user@a.example',
      ],
    ],
    ['header', 'is not the name of a header', ['', 'a b', 'a:', 'a\r\nb', 'é', 'x'.repeat(101)]],
    [
      'header',
      'is a header that the browser sets itself',
      [
        'Cookie',
        'host',
        'Content-Length',
        'content-type',
        'Transfer-Encoding',
        'Sec-Fetch-Site',
        'Proxy-Authorization',
      ],
    ],
    [
      'header value',
      'must be one line of visible ASCII characters',
      ['', ' x', 'x ', 'a\r\nHost: evil', 'a\nb', 'a\u0000b', 'é', 'x'.repeat(4_001)],
    ],
    [
      'last day',
      DAY,
      [
        '',
        '2026-12-3',
        '2026-1-31',
        '26-12-31',
        '2026-12-311',
        '12026-12-31',
        '2026/12/31',
        '2026-ab-31',
        '2026-12-cd',
        'abcd-12-31',
      ],
    ],
  ])('%s: %s', (shape, message, texts) => {
    for (const text of texts) expect([text, saidOf(shape, text)]).toEqual([text, [message]]);
  });

  it('member: neither empty nor longer than an address can be', () => {
    expect(saidOf('member', '')).toEqual([EMPTY, MEMBER]);
    expect(saidOf('member', 'a'.repeat(255))).toEqual(['is longer than 254 characters']);
  });
});

it('knows what agents may do and how hard it is to say yes', () => {
  expect(mandate.options).toEqual(['observe', 'draft', 'ask', 'flow']);
  expect(cell.options).toEqual(['allow', 'report', 'light', 'grave', 'authenticator', 'block']);
});
