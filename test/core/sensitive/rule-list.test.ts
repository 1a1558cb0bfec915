/** The list of rules for secrets: our own beside those of gitleaks, and what clears a match in each of them. */
import { describe, expect, it } from 'vitest';
import { SECRET_RULES } from '../../../src/core/sensitive/secret-rules.ts';
import { findSensitive } from '../../../src/core/sensitive.ts';
import { ALNUM, drawn, HEX } from './made-up.ts';

/** None of the rules stays prepared for the tests before. */
const rulesIn = (text: string) =>
  findSensitive(text, ['secret'], [...SECRET_RULES]).map((each) => `${each.rule} ${each.span.from}-${each.span.to}`);

/** Our own: the rule, how its token begins, and how it goes on. */
const OWN: readonly (readonly [rule: string, begins: string, goesOn: (letters: string) => string])[] = [
  ['anthropic-token', `${'sk-a'}nt-api03-`, (letters) => letters.slice(0, 95)],
  ['aws-bedrock-key', `${'ABSK'}QmVkcm9ja0FQSUtleS`, (letters) => `${letters.slice(0, 108)}==`],
  ['aws-bedrock-session-key', `${'bedrock-api'}-key-`, (letters) => letters],
  [
    'airtable-personal-token',
    `${'pa'}t${drawn(ALNUM, 14)}.`,
    (letters) => letters.replace(/[^a-f0-9]/g, '').slice(0, 64),
  ],
];

describe('our own rules', () => {
  it('come first', () => {
    expect(SECRET_RULES.slice(0, 4).map((rule) => rule.id)).toEqual(OWN.map(([id]) => id));
  });

  it.each(OWN)('%s is only tried near what each such token begins with', (rule, begins) => {
    const keywords = SECRET_RULES.find((each) => each.id === rule)?.keywords ?? [];
    expect(keywords.length).toBeGreaterThan(0);
    for (const word of keywords) {
      expect(word.length).toBeGreaterThanOrEqual(3);
      expect(begins.toLowerCase()).toContain(word);
    }
  });

  it.each(OWN)('%s', (rule, begins, goesOn) => {
    const letters = drawn(HEX, 700);
    const token = begins + goesOn(letters);
    expect(rulesIn(`use ${token} now`)).toEqual([`${rule} 4-${4 + token.length}`]);
    expect(rulesIn(token)).toEqual([`${rule} 0-${token.length}`]);
    // Of one letter alone it is made up, and so is what has the whole alphabet in it.
    expect(rulesIn(`use ${begins}${goesOn('a'.repeat(700))} now`)).toEqual([]);
    expect(rulesIn(`use x${token} now`)).toEqual([]);
  });

  it('know no token in which the alphabet stands', () => {
    const alphabet = 'abcdefghijklmnopqrstuvwxyz';
    for (const [, begins, goesOn] of OWN.slice(0, 3))
      expect(rulesIn(begins + goesOn(`${drawn(ALNUM, 60)}${alphabet}${drawn(ALNUM, 600)}`))).toEqual([]);
  });
});

describe('a match of gitleaks’ rules is cleared', () => {
  const secret = drawn(ALNUM, 32);
  it.each<[what: string, text: string, found: boolean]>([
    ['not where nothing does', `client_secret = "${secret}"`, true],
    ['by what its whole line says', `RUN --mount=type=secret, client_secret = "${secret}"`, false],
    [
      'not by what another line says',
      `--mount=type=secret,\n${'and so on, '.repeat(8)}\nclient_secret = "${secret}"`,
      true,
    ],
    ['by what the match is called', `public_key = "${secret}"`, false],
    ['by what the secret looks like', `client_secret = "${secret.replace(/\d/g, '-')}"`, false],
  ])('%s', (_what, text, found) => {
    expect(rulesIn(text).map((each) => each.split(' ')[0])).toEqual(found ? ['generic-api-key'] : []);
  });

  it('with each list looking at the secret, the match or the line', () => {
    const targets = SECRET_RULES.flatMap((rule) => rule.allowlists.map((list) => list.target));
    expect([...new Set(targets)].sort()).toEqual(['line', 'match', 'secret']);
    for (const rule of SECRET_RULES)
      expect(rule.allowlists[0]?.stopwords, rule.id).toContain('abcdefghijklmnopqrstuvwxyz');
  });
});
