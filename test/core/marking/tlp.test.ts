/** The Traffic Light Protocol: how a label is written, where it counts, and texts that explain labels. */
import { describe, expect, it } from 'vitest';
import { type Marked, marksOf } from '../../../src/core/marking.ts';

function labels(page: Partial<Marked>): readonly string[] {
  return marksOf({ title: '', tags: [], head: '', ...page }, [], ['tlp']).map((mark) => mark.label);
}

type Row = readonly [page: Partial<Marked>, expected: readonly string[]];
const RED = ['tlp-red'];
const STRICT = ['tlp-amber-strict'];
const UNKNOWN = ['unknown-mark'];
const NONE: readonly string[] = [];

describe('a tag', () => {
  it.each<readonly [string, readonly string[]]>([
    ['TLP:RED', RED],
    ['tlp red', RED],
    ['TLP-RED', RED],
    ['TLP_RED', RED],
    ['TLPRED', RED],
    ['TLP : RED', RED],
    ['TLP: RED', RED],
    ['TLP:GREEN', ['tlp-green']],
    ['TLP:CLEAR', ['tlp-clear']],
    ['TLP:WHITE', ['tlp-clear']],
    ['TLP:AMBER', ['tlp-amber']],
    ['TLP:AMBER+STRICT', STRICT],
    ['TLP:AMBER + STRICT', STRICT],
    ['TLP:AMBER-STRICT', STRICT],
    ['TLP:AMBER_STRICT', STRICT],
    ['TLP:AMBER STRICT', STRICT],
    ['TLP level: red', RED],
    ['Traffic light protocol: red', RED],
    ['TLP:PINK', UNKNOWN],
    ['TLP:REDX', UNKNOWN],
    ['TLP:AMBERSTRICT', UNKNOWN],
    ['XTLP:RED', NONE],
    ['TLP::RED', NONE],
    ['red', NONE],
    ['Classification: red', NONE],
    ['TLP:AMBER | TLP:RED', ['tlp-amber', 'tlp-red']],
    ['TLP:AMBER | TLP:RED | HR', ['tlp-amber', 'tlp-red']],
    ['TLP:AMBER | TLP:RED | TLP:GREEN', NONE],
  ])('%j: %j', (tag, expected) => {
    expect(labels({ tags: [tag] })).toEqual(expected);
  });

  it('is told by the name of an attribute, too', () => {
    expect(labels({ declared: [{ name: 'x-tlp-label', value: 'red' }] })).toEqual(RED);
    expect(labels({ declared: [{ name: 'classification', value: 'red' }] })).toEqual(NONE);
    expect(labels({ declared: [{ name: 'xtlp', value: 'red' }] })).toEqual(NONE);
  });
});

describe('a title', () => {
  it.each<readonly [string, readonly string[]]>([
    ['plan tlp:red now', RED],
    ['plan TLP:AMBER+STRICT now', STRICT],
    ['plan TLP:AMBER STRICT now', STRICT],
    ['plan TLP:RED? now', RED],
    ['plan tlp:red and TLP:RED', RED],
    ['plan TLP:RED', RED],
    ['plan tlp:red or tlp:green now', NONE],
    ['plan TLP:RED?', NONE],
    ['plan TLP:RED? ', NONE],
    ['TLP:RED meaning', NONE],
    ['plan x:TLP:RED now', NONE],
    ['plan xTLP:RED now', NONE],
    ['plan TLP:REDs now', NONE],
    ['plan TLP:RED+ now', NONE],
    ['plan tlp: red now', NONE],
  ])('%j: %j', (title, expected) => {
    expect(labels({ title })).toEqual(expected);
  });
});

describe('a line with the meaning of its label', () => {
  it.each<readonly [string, readonly string[]]>([
    ['TLP:RED – this is for you', RED],
    ['TLP: RED - this is for you', RED],
    ['tlp:red | this is for you', RED],
    ['TLP:RED · this is for you', RED],
    ['TLP:RED Recipients may not share this', RED],
    ['tlp:red recipient must not share this', RED],
    ['TLP:RED Limited disclosure, this is for you', RED],
    ['TLP:RED Not for those', RED],
    ['tlp:red disclosure is limited', RED],
    ['tlp:red subject to what we said', RED],
    ['tlp:red information is here', RED],
    ['tlp:red informations are here', NONE],
    ['tlp:red means that this is red', NONE],
    ['tlp:red –this is for you', NONE],
    ['We say tlp:red – this is for you', NONE],
  ])('%j: %j', (line, expected) => {
    expect(labels({ head: `${line}\n\nText` })).toEqual(expected);
  });

  it('is none in a tag', () => {
    expect(labels({ tags: ['tlp:red recipients must not share this'] })).toEqual(NONE);
  });
});

describe('a text with several labels', () => {
  it.each<Row>([
    [{ head: 'TLP:RED\nText', foot: 'TLP:GREEN' }, ['tlp-green', 'tlp-red']],
    [{ head: 'TLP:RED\nTLP:GREEN' }, NONE],
    [{ foot: 'TLP:RED\nTLP:GREEN' }, NONE],
    [{ head: 'TLP:RED\nTLP:GREEN', foot: 'TLP:RED' }, RED],
    [{ tags: ['TLP:RED'], head: 'TLP:GREEN\nTLP:AMBER' }, RED],
    [{ tags: ['TLP:RED'], head: 'TLP:GREEN\nText' }, ['tlp-green', 'tlp-red']],
    [{ foot: 'TLP:RED\n2\n3\n4\n5\nTLP:GREEN' }, NONE],
  ])('%j: %j', (page, expected) => {
    expect(labels(page)).toEqual(expected);
  });

  it.each<Row>([
    [{ head: 'TLP:RED\nThe colours\nTLP:RED – x\nTLP:GREEN – y' }, RED],
    [{ head: '*TLP:RED*\nThe colours\ntlp: red is\nTLP:GREEN – y' }, RED],
    [{ head: 'TLP:WHITE\nThe colours\nTLP:CLEAR is\nTLP:GREEN – y' }, ['tlp-clear']],
    [{ head: 'TLP:AMBER STRICT\nThe colours\nTLP:AMBER+STRICT is\nTLP:GREEN – y' }, STRICT],
    [{ foot: 'TLP:GREEN – y\nTLP:RED – x\nThe colours\nTLP:RED' }, RED],
    [{ head: 'TLP:RED\nThe colours\nTLP:AMBER – x\nTLP:GREEN – y' }, NONE],
    [{ head: 'TLP:AMBER\nThe colours\nTLP:AMBERS is\nTLP:GREEN – y' }, NONE],
    [{ head: 'TLP:RED\nThe colours\nSay TLP:RED\nTLP:GREEN – y' }, NONE],
    [{ head: 'TLP:RED\nTLP:AMBER\nTLP:RED – x\nTLP:GREEN – y' }, NONE],
    [{ head: 'The colours\nTLP:RED\nTLP:RED – x\nTLP:GREEN – y' }, NONE],
    [{ head: '- TLP:RED\nThe colours\nTLP:RED – x\nTLP:GREEN – y' }, NONE],
    [{ head: 'TLP:RED\n- The colours\nTLP:RED – x\nTLP:GREEN – y' }, RED],
  ])('is set by the outermost line that it explains once more: %j', (page, expected) => {
    expect(labels(page)).toEqual(expected);
  });
});
