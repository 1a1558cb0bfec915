/** Whom a group reaches: every group that somebody in it is in too, and the domains of everybody in it. */
import { describe, expect, it } from 'vitest';
import type { Directory } from '../../src/core/membership.ts';
import { reachOf } from '../../src/core/reach.ts';
import { group } from './facts.ts';

const COMPANY: Directory = new Map([
  group('all', { size: 90, includes: ['board'], domains: ['corp.example'] }),
  group('board', { members: ['ann@corp.example', 'ken'], size: 2 }),
  group('chess', { members: ['ken'], size: 1 }),
  group('clubs', { size: 9, includes: ['chess'] }),
  group('press', { members: ['zoe@corp.example', 'yan@corp.example'], size: 2 }),
  group('partners', { size: 9, domains: ['*.partner.example'], outside: true }),
  group('south', { members: ['zoe@south.partner.example'], size: 1, outside: true }),
  group('south-office', { size: 3, domains: ['south.partner.example'], outside: true }),
  group('alone', { size: 3 }),
]);

describe('whom a group reaches', () => {
  it.each<[group: string, groups: readonly string[], domains: readonly string[]]>([
    // The board lies in it, Ken of the board plays chess in a club, and the press has addresses in its domain.
    ['all', ['all', 'board', 'chess', 'clubs', 'press'], ['corp.example']],
    // Ann has an address at Corp, so she is one of all; that does not make her one of the press.
    ['board', ['all', 'board', 'chess', 'clubs'], ['corp.example']],
    ['chess', ['all', 'board', 'chess', 'clubs'], []],
    ['press', ['all', 'press'], ['corp.example']],
    ['partners', ['partners', 'south', 'south-office'], ['*.partner.example']],
    ['south', ['partners', 'south', 'south-office'], ['south.partner.example']],
    ['south-office', ['partners', 'south', 'south-office'], ['south.partner.example']],
    ['alone', ['alone'], []],
    ['nobody-knows', ['nobody-knows'], []],
  ])('%s: %j, and %j', (id, groups, domains) => {
    const directory = new Map(COMPANY);
    for (const reach of [reachOf(id, directory), reachOf(id, directory)])
      expect([[...reach.groups].sort(), reach.domains]).toEqual([groups, domains]);
  });

  it('is found once for each directory', () => {
    expect(reachOf('all', COMPANY)).toBe(reachOf('all', COMPANY));
    expect([...reachOf('all', new Map()).groups]).toEqual(['all']);
  });
});
