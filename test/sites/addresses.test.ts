import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAddress, parseAddressList, uniqueAddresses } from '../../src/sites/addresses.ts';

describe('the address of one mailbox', () => {
  it.each<[string, string, string | null]>([
    ['alone', 'bob@corp.example', 'bob@corp.example'],
    ['in brackets', '<bob@corp.example>', 'bob@corp.example'],
    ['with a name', 'Bob B. <Bob@Corp.Example>', 'bob@corp.example'],
    ['with blanks', '  < bob@corp.example >  ', 'bob@corp.example'],
    ['with a quoted name', '"Smith, Bob" <bob@corp.example>', 'bob@corp.example'],
    ['with a name that is an address', '"ceo@corp.example" <x@evil.example>', 'x@evil.example'],
    ['with an unquoted name that is an address', 'ceo@corp.example <x@evil.example>', 'x@evil.example'],
    ['with brackets in the quoted name', '"<ceo@corp.example>" <x@evil.example>', 'x@evil.example'],
    ['with an escaped quote in the name', '"a\\" <b@c.example>, \\"" <x@evil.example>', 'x@evil.example'],
    ['with a tag and dots', 'b.o_b+t-1@corp.example', 'b.o_b+t-1@corp.example'],
    ['with an international domain', 'bob@Bücher.example', 'bob@xn--bcher-kva.example'],
    ['with a domain that looks like another', 'bob@c\u043erp.example', 'bob@xn--crp-sed.example'],
    ['with a local part that looks like another', 'b\u043eb@corp.example', 'b\u043eb@corp.example'],
    ['with a last dot', 'bob@corp.example.', 'bob@corp.example'],
    ['empty', '', null],
    ['only blanks', '  ', null],
    ['no address', 'Bob', null],
    ['two addresses', 'a@x.example b@x.example', null],
    ['two signs', 'a@b@x.example', null],
    ['two brackets', '<a@x.example> <b@x.example>', null],
    ['text after the brackets', '<a@x.example> b@x.example', null],
    ['a bracket that does not close', 'Bob <a@x.example', null],
    ['a quote that does not close', '"Bob <a@x.example>', null],
    ['only a quoted address', '"a@x.example"', null],
    ['no local part', '@x.example', null],
    ['no domain', 'a@', null],
    ['a domain of two dots', 'a@x..example', null],
    ['a number as domain', 'a@1', null],
    ['an IP address', 'a@[127.0.0.1]', null],
    ['a path in the domain', 'a@x.example/y', null],
    ['a port in the domain', 'a@x.example:25', null],
    ['an escape in the domain', 'a@x%2eexample', null],
    ['a zero-width space', 'a\u200b@x.example', null],
    ['a sign that turns the direction', 'a\u202eb@x.example', null],
    ['a soft hyphen in the domain', 'a@x\u00ad.example', null],
    ['a control character', 'a\u0007@x.example', null],
    ['a line end', 'a\n@x.example', null],
    ['a variation selector', 'a\ufe0f@x.example', null],
    ['something endless', `${'a'.repeat(5_000)}@x.example`, null],
  ])('%s', (_name, text, address) => {
    expect(parseAddress(text)).toBe(address);
  });

  it('is its own address, and never throws', () => {
    const mail = fc.array(fc.constantFrom(...'ab@.,<>"\\ \u200b:é1'.split('')), { maxLength: 20 });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          mail.map((signs) => signs.join('')),
          fc.emailAddress(),
        ),
        (text) => {
          const address = parseAddress(text);
          if (address !== null) expect(parseAddress(address)).toBe(address);
        },
      ),
      { numRuns: 5_000 },
    );
  });
});

describe('a list of addresses', () => {
  it.each<[string, string, readonly (string | null)[]]>([
    ['nobody', '', []],
    ['only commas', ' , ,', []],
    ['two', 'a@x.example, B <b@x.example>', ['a@x.example', 'b@x.example']],
    ['a comma in quotes', '"B, A" <a@x.example>, c@x.example', ['a@x.example', 'c@x.example']],
    ['semicolons and lines', 'a@x.example; b@x.example\nc@x.example', ['a@x.example', 'b@x.example', 'c@x.example']],
    ['one that is no address', 'a@x.example, Bob', ['a@x.example', null]],
    ['the same twice', 'a@x.example, A@X.example', ['a@x.example', 'a@x.example']],
    ['a quote that does not close', '"a@x.example, b@x.example', [null]],
    ['a comma in brackets', '<a@x.example, b@x.example>', [null]],
  ])('%s', (_name, text, addresses) => {
    expect(parseAddressList(text)).toEqual(addresses);
  });

  it('names each once', () => {
    expect(uniqueAddresses(['b@x.example', 'a@x.example', 'b@x.example'])).toEqual(['b@x.example', 'a@x.example']);
  });
});
