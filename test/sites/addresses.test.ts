import secondOpinion from 'email-addresses';
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
    ['a domain that becomes endless', `a@${'\u00e9\u0436'.repeat(120)}.example`, null],
    ['a comma outside quotes', 'x@evil.example, Bob <bob@corp.example>', null],
    ['a line end outside quotes', 'x@evil.example\n<bob@corp.example>', null],
    ['a group of addresses', 'Team: a@x.example, b@x.example;', null],
    ['a comment', 'a@x.example(.evil.example)', null],
    ['a route', '<@evil.example:bob@corp.example>', null],
    ['a quoted local part', '"a@corp.example"@x.example', null],
  ])('%s', (_name, text, address) => {
    expect(parseAddress(text)).toBe(address);
  });

  it.each<[string, string, string | null]>([
    ['small letters', 'BOB@CORP.EXAMPLE', 'bob@corp.example'],
    ['full-width letters', 'bob@\uff23\uff4f\uff52\uff50.example', 'bob@corp.example'],
    ['ideographic full stops', 'bob@corp\u3002example\uff0e', 'bob@corp.example'],
    ['letters in circles', 'bob@\u24d2\u24de\u24e1\u24df.example', 'bob@corp.example'],
    ['capital letters elsewhere', 'bob@B\u00dcCHER.example', 'bob@xn--bcher-kva.example'],
    ['letters and marks apart', 'bob@bu\u0308cher.example', 'bob@xn--bcher-kva.example'],
    ['ASCII already', 'bob@xn--bcher-kva.example', 'bob@xn--bcher-kva.example'],
    ['another alphabet as it is', 'bob@\u0430\u0440\u0440\u04cf\u0435.com', 'bob@xn--80ak6aa92e.com'],
    ['a soft hyphen', 'bob@co\u00adrp.example', null],
    ['a zero-width space', 'bob@co\u200brp.example', null],
    ['a zero-width joiner', 'bob@co\u200drp.example', null],
    ['a word joiner', 'bob@co\u2060rp.example', null],
    ['a Mongolian variation selector', 'bob@co\u180brp.example', null],
    ['a variation selector of plane 14', 'bob@co\u{e0100}rp.example', null],
    ['an empty label that comes with mapping', 'bob@corp\u3002\u3002example', null],
    ['a first dot that comes with mapping', 'bob@\u3002corp.example', null],
    ['a slash that comes with mapping', 'bob@corp\uff0fx.example', null],
    ['an at sign that comes with mapping', 'bob@evil\uff20corp.example', null],
    ['a percent sign that comes with mapping', 'bob@corp\uff052eexample', null],
    ['an account sign that comes with mapping', 'bob@evil.example\u2100corp.example', null],
    ['a sign that no domain has', 'bob@co!rp.example', null],
    ['letters that are no punycode', 'bob@xn--\u00e9.example', null],
    ['a number in hexadecimal', 'bob@0x7f.1', null],
  ])('has a domain as browsers make it, or none: %s', (_name, text, address) => {
    expect(parseAddress(text)).toBe(address);
  });

  it.each([
    ['bob+x@corp.example', 'bob@corp.example'],
    ['b.ob@corp.example', 'bob@corp.example'],
    ['b\u043eb@corp.example', 'bob@corp.example'],
    ['\uff42ob@corp.example', 'bob@corp.example'],
  ])('%s is not %s: only the mail server knows whom it reaches', (one, other) => {
    expect(parseAddress(one)).not.toBeNull();
    expect(parseAddress(one)).not.toBe(parseAddress(other));
  });

  it('is the one that a parser of RFC 5322 finds, wherever that finds one as well', () => {
    const pieces =
      'bob|ceo@corp.example|x@evil.example|@|<|>|<x@evil.example>|"|"ceo@corp.example"|\\|(|)|(a@b.example)|,|;|:|.| |\t|\r\n|[|]|%|!|/|\'|1|-';
    const mailbox = fc.array(fc.constantFrom(...pieces.split('|')), { minLength: 1, maxLength: 9 });
    let both = 0;
    fc.assert(
      fc.property(
        mailbox.map((each) => each.join('')),
        (text) => {
          const ours = parseAddress(text);
          const theirs = secondOpinion({ input: text, rfc6532: true, strict: true })?.addresses;
          if (ours === null || theirs === undefined) return;
          both += 1;
          expect(theirs.map((each) => (each.type === 'mailbox' ? each.address.toLowerCase() : each))).toEqual([ours]);
        },
      ),
      { numRuns: 20_000 },
    );
    expect(both).toBeGreaterThan(200);
  });

  it('is its own address, and never throws', () => {
    const mail = fc.array(fc.constantFrom(...'ab@.,<>"\\ \u200b:é1'.split('')), { maxLength: 20 });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string({ unit: 'binary' }).map((domain) => `a@${domain}.example`),
          fc.string({ unit: 'binary' }).map((local) => `${local}@x.example`),
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
