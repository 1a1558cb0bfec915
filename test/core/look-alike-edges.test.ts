/** Where looking alike begins and ends: lengths of names, endings of countries, slips of one letter, whole domains in front. */
import { describe, expect, it } from 'vitest';
import { lookAlikeOf } from '../../src/core/look-alike.ts';

/** Asked with a list of its own, since what is found for a list is kept. */
const imitated = (domain: string, ...own: readonly string[]) => lookAlikeOf(domain, [...own]);

describe('looks like ours', () => {
  it.each<[domain: string, own: string, why: string]>([
    ['tarket.com', 'target.com', 'one slip in six letters'],
    ['barcloys.com', 'barclays.co.uk', 'one slip in eight letters, under another ending'],
    ['northawind.example', 'northwind.example', 'one letter more'],
    ['nothwind.example', 'northwind.example', 'one letter less'],
    ['norhtwind.example', 'northwind.example', 'two letters changed over'],
    ['northwidn.example', 'northwind.example', 'the last two changed over'],
    ['northwin.dexample', 'northwind.example', 'another ending, whatever it gives with the name'],
    ['acmme.com', 'acme.com', 'a letter twice'],
    ['corrrp.example', 'corp.example', 'a letter three times'],
    ['acme.net', 'acme.com', 'four letters under another ending'],
    ['\u0430b.com', 'ab.com', 'letters of another alphabet, in the shortest name'],
    ['corp.co.uk', 'corp.example', 'a name in front of a country’s second ending'],
    ['corp.comx.uk.evil.test', 'corp.comx.uk', 'a whole domain in front of a stranger’s'],
    ['corp-example.com', 'mail.corp.example', 'the registered part of ours'],
    ['corp.test', 'corp', 'a name of ours without ending'],
    ['ibmcom.test', 'ibm.com', 'six letters in one word'],
    ['ibm-com.test', 'ibm.com', 'six letters with a hyphen'],
    ['bp.de.test', 'bp.de', 'a short domain with its dots'],
  ])('%s like %s: %s', (domain, own) => {
    const ascii = new URL(`https://${domain}`).hostname;
    expect(imitated(ascii, own)).toBe(own);
    expect(imitated(ascii.toUpperCase(), own.toUpperCase())).toBe(own);
    expect(imitated(ascii, 'something.test', `*.${own}`)).toBe(own);
  });
});

describe('looks like none of ours', () => {
  it.each<[domain: string, own: string, why: string]>([
    ['forum.corp.example', 'mail.corp.example', 'of the same registered name'],
    ['corp.example', 'mail.corp.example', 'the registered name itself'],
    ['corp.corp', 'corp', 'below a name of ours without ending'],
    ['corp.evil.test', 'corp', 'a name of ours without ending in front of a stranger’s'],
    ['avve.com', 'awe.com', 'a shape like that of a short name of ours'],
    ['awe.com', 'avve.com', 'a short name with the shape of ours'],
    ['aabb.com', 'ab.com', 'letters twice that are one in a short name'],
    ['ab.com', 'aabb.com', 'letters once that are two in ours, in a short name'],
    ['acmme.net', 'acme.com', 'a letter twice and another ending'],
    ['acmme.couk', 'acme.co.uk', 'a letter twice and another ending, which only sounds the same'],
    ['dolta.com', 'delta.com', 'one slip in five letters'],
    ['targot.net', 'target.com', 'one slip in six letters, under another ending'],
    ['siemans.net', 'siemens.com', 'one slip in seven letters, under another ending'],
    ['norxtwind.example', 'northwind.example', 'two slips beside each other'],
    ['norhxwind.example', 'northwind.example', 'two slips beside each other, one of them our next letter'],
    ['norxhwimd.example', 'northwind.example', 'two slips'],
    ['northwindus.example', 'northwind.example', 'two letters more'],
    ['northwi.example', 'northwind.example', 'two letters less'],
    ['bpde.test', 'bp.de', 'a short domain in one word'],
    ['my-bp-de.test', 'bp.de', 'a short domain with hyphens'],
    ['corp.taco.uk', 'corp.example', 'a name in front of one that only ends like a country’s second ending'],
    ['corp.comx.uk', 'corp.example', 'a name in front of one that only begins like one'],
    ['corp.co.museum', 'corp.example', 'a name in front of one below an ending of no country'],
    ['mycorp.example.test', 'corp.example', 'another name in front'],
    ['corp.examples.test', 'corp.example', 'another ending in front'],
    ['corp-and-example.test', 'corp.example', 'its words apart'],
  ])('%s like %s: %s', (domain, own) => {
    expect(imitated(domain, own)).toBeNull();
  });

  it('the first of ours that it imitates is told', () => {
    expect(imitated('c0rp.test', 'other.test', 'corp.com', 'corp.example')).toBe('corp.com');
  });
});

describe('a provider imitates nobody, although its name under another ending would', () => {
  it.each(
    (
      'gmail.com googlemail.com outlook.com outlook.de hotmail.com hotmail.co.uk yahoo.com yahoo.co.uk yahoo.fr ' +
      'ymail.com icloud.com freenet.de posteo.de mailbox.org proton.me protonmail.com tutanota.com fastmail.com ' +
      'mail.ru yandex.com naver.com orange.fr libero.it bluewin.ch comcast.net verizon.net btinternet.com'
    )
      .split(' ')
      .map((each) => [each]),
  )('%s', (provider) => {
    const [name] = provider.split('.');
    expect(imitated(provider, `${name}.example`)).toBeNull();
    expect(imitated(`${name}.test`, `${name}.example`)).toBe(`${name}.example`);
  });
});
