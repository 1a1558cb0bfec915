/** Secrets: every rule finds what it was made for, nothing innocent is found, and the windows lose nothing against the whole text. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { isSecret, matchOf, regexOf, type SecretRule } from '../../../src/core/sensitive/secret-rule.ts';
import { RULES_SOURCE, SECRET_RULES } from '../../../src/core/sensitive/secret-rules.ts';
import { DETECTOR_IDS, findSensitive } from '../../../src/core/sensitive.ts';
import { NEGATIVES } from './innocent.ts';
import { ALNUM, DIGITS, drawn, HEX, LOWER, prose, UPPER } from './made-up.ts';

/** Some of these scan long texts many times, also on a machine that does other work. */
vi.setConfig({ testTimeout: 120_000 });

const find = (text: string) => findSensitive(text, ['secret'], SECRET_RULES);
const foundIn = (text: string) => find(text).map((each) => text.slice(each.span.from, each.span.to));

describe('the rules', () => {
  it('are those of gitleaks that rest on the text alone, and our own', () => {
    expect(SECRET_RULES).toHaveLength(215);
    expect(new Set(SECRET_RULES.map((rule) => rule.id)).size).toBe(215);
    expect(RULES_SOURCE).toContain('gitleaks 8.27.2');
  });

  it('all compile, also without flag groups (node 20), and so do their allowlists', () => {
    for (const rule of SECRET_RULES) {
      expect(() => regexOf(rule), rule.id).not.toThrow();
      for (const list of rule.allowlists) for (const each of list.regexes) expect(() => regexOf(each)).not.toThrow();
    }
  });

  it('all have keywords, in small letters', () => {
    for (const rule of SECRET_RULES) {
      expect(rule.keywords.length, rule.id).toBeGreaterThan(0);
      for (const word of rule.keywords) expect(word).toBe(word.toLowerCase());
    }
  });
});

describe('a token is found', () => {
  const pem = (kind: string, length: number) =>
    `-----BEGIN ${kind} ${'PRIVATE'} KEY-----\n${drawn(`${ALNUM}+/`, length).replace(/.{64}/g, '$&\n')}\n-----END ${kind} ${'PRIVATE'} KEY-----`;
  const jwt = (claims: number) =>
    `${'ey'}J${drawn(ALNUM, 33)}.${'ey'}J${drawn(ALNUM, claims)}.${drawn(`${ALNUM}_-`, 43)}`;

  it.each<[rule: string, token: string, around?: (token: string) => string]>([
    ['aws-access-token', `${'AK'}IA${drawn('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 16)}`],
    ['github-pat', `${'gh'}p_${drawn(ALNUM, 36)}`],
    ['github-fine-grained-pat', `${'github'}_pat_${drawn(ALNUM, 82)}`],
    ['gitlab-pat', `${'gl'}pat-${drawn(ALNUM, 20)}`],
    ['slack-bot-token', `${'xo'}xb-${drawn(DIGITS, 12)}-${drawn(DIGITS, 12)}-${drawn(ALNUM, 24)}`],
    ['stripe-access-token', `${'sk'}_live_${drawn(ALNUM, 24)}`],
    ['openai-api-key', `${'sk'}-proj-${drawn(ALNUM, 74)}${'T3Blbk'}FJ${drawn(ALNUM, 74)}`],
    ['anthropic-token', `${'sk-a'}nt-api03-${drawn(`${ALNUM}_-`, 93)}AA`],
    ['anthropic-token', `${'sk-a'}nt-oat01-${drawn(`${ALNUM}_-`, 93)}AA`],
    ['aws-bedrock-key', `${'ABSK'}QmVkcm9ja0FQSUtleS0${drawn(ALNUM, 105)}=`],
    ['aws-bedrock-session-key', `${'bedrock-api'}-key-${drawn(ALNUM, 900)}`],
    ['airtable-personal-token', `${'pa'}t${drawn(ALNUM, 14)}.${drawn(HEX, 64)}`],
    ['npm-access-token', `${'np'}m_${drawn(ALNUM, 36)}`],
    ['gcp-api-key', `${'AI'}za${drawn(ALNUM, 35)}`],
    ['sendgrid-api-token', `${'S'}G.${drawn(ALNUM, 22)}.${drawn(ALNUM, 43)}`],
    ['huggingface-access-token', `${'h'}f_${drawn(LOWER + UPPER, 34)}`],
    ['twilio-api-key', `${'S'}K${drawn(HEX, 32)}`],
    ['vault-service-token', `${'hv'}s.${drawn(ALNUM, 95)}`],
    ['age-secret-key', `${'AGE'}-SECRET-KEY-1${drawn('QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L', 58)}`],
    ['vault-batch-token', `${'hv'}b.${drawn(ALNUM, 150)}`],
    [
      '1password-secret-key',
      `${'A3'}-${[6, 11, 5, 5, 5].map((length, index) => drawn(UPPER + DIGITS, length, index)).join('-')}`,
    ],
    ['clickhouse-cloud-api-secret-key', `${'4b'}1d${drawn(ALNUM, 38)}`],
    ['easypost-api-token', `${'EZ'}AK${drawn(ALNUM, 54)}`],
    ['openshift-user-token', `${'sha'}256~${drawn(ALNUM, 43)}`],
    [
      'slack-webhook-url',
      `https://${'hooks.slack'}.com/services/T${drawn(UPPER, 8)}/B${drawn(UPPER, 10)}/${drawn(ALNUM, 24)}`,
    ],
    ['slack-config-access-token', `${'xo'}xe.xoxp-1-${drawn(UPPER + DIGITS, 165)}`],
    ['jwt', jwt(80)],
    ['jwt', jwt(2_500)],
    ['private-key', pem('RSA', 1_600)],
    ['private-key', pem('RSA', 12_700)],
    ['private-key', pem('OPENSSH', 350)],
    ['okta-access-token', `00${drawn(ALNUM, 40)}`, (token) => `OKTA_TOKEN=${token}`],
    ['datadog-access-token', drawn(LOWER + DIGITS, 40), (token) => `datadog_api_key: "${token}"`],
    ['cisco-meraki-api-key', drawn(HEX, 40), (token) => `Meraki key => '${token}'`],
    ['facebook-secret', drawn(HEX, 32), (token) => `FACEBOOK_APP_SECRET = '${token}'`],
    [
      'facebook-access-token',
      `${drawn(DIGITS, 16)}|${drawn(ALNUM, 27)}`,
      (token) => `for Facebook take ${token} please`,
    ],
    [
      'curl-auth-header',
      drawn(ALNUM, 40),
      (token) => `curl https://x.example \\\n  -H "Authorization: Bearer ${token}"`,
    ],
    ['curl-auth-user', `"bob:${drawn(ALNUM, 20)}"`, (token) => `curl -u ${token} https://x.example`],
    [
      'kubernetes-secret-yaml',
      `password: ${drawn(ALNUM, 24)}`,
      (token) => `kind: Secret\nmetadata:\n  name: x\ndata:\n  ${token}\n`,
    ],
    ['generic-api-key', drawn(ALNUM, 32), (token) => `client_secret = "${token}"`],
    ['generic-api-key', drawn(ALNUM, 24), (token) => `The password: ${token} (until Monday)`],
  ])('%s', (rule, token, around = (each) => `please use ${each} for now`) => {
    for (const text of [around(token), `${prose(3_000)} ${around(token)} ${prose(3_000, 2)}`]) {
      const found = find(text);
      expect(found.map((each) => each.rule)).toEqual([rule]);
      expect(foundIn(text)).toEqual([token]);
    }
  });

  it('wherever it stands: at the start, at the end, across the border of a piece, among letters of several units', () => {
    const token = `${'gh'}p_${drawn(ALNUM, 36)}`;
    for (const before of [0, 1, 32_750, 32_768, 65_530, 200_001]) {
      const text = `${'ö😀 '.repeat(before).slice(0, before)} ${token}`;
      expect(foundIn(text)).toEqual([token]);
      expect(foundIn(`${text}\n${prose(400)}`)).toEqual([token]);
    }
  });

  it('and named by the rule that knows its kind, not twice', () => {
    const token = `${'gh'}p_${drawn(ALNUM, 36)}`;
    expect(find(`GITHUB_TOKEN = "${token}"`).map((each) => each.rule)).toEqual(['github-pat']);
  });

  it('each of several', () => {
    const tokens = [1, 2, 3].map((seed) => `${'gl'}pat-${drawn(ALNUM, 20, seed)}`);
    expect(foundIn(tokens.join(' '))).toEqual(tokens);
  });

  it('but not a part of something longer', () => {
    const token = `${'AK'}IA${drawn('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 16)}`;
    expect(foundIn(`X${token}`)).toEqual([]);
    expect(foundIn(`${token}${drawn(UPPER, 700)}`)).toEqual([]);
  });
});

describe('nothing is found in', () => {
  it('at least 40 texts', () => expect(NEGATIVES.length).toBeGreaterThan(40));

  it.each(NEGATIVES.map((text) => [text.slice(0, 60), text]))('%s', (_start, text) => {
    expect(findSensitive(text, DETECTOR_IDS, SECRET_RULES)).toEqual([]);
  });
});

/** What the rules would find if each were run over the whole text whose keywords it has. */
function foundInTheWhole(text: string) {
  const lower = text.toLowerCase();
  const near = SECRET_RULES.filter((rule) => rule.keywords.some((word) => lower.includes(word)));
  return near.flatMap((rule) =>
    [...text.matchAll(regexOf(rule))].flatMap((each) => {
      const match = matchOf(rule, each as RegExpExecArray);
      return isSecret(rule, match) ? [{ id: rule.id, span: match.secret }] : [];
    }),
  );
}

/** Something that a rule's expression matches. What stands around it (\b, lookaheads) is left to the text. */
function shapedAs(rule: SecretRule): fc.Arbitrary<string> {
  return fc.stringMatching(new RegExp(rule.regex.replace(/\\[bB]|\(\?![^)]*\)/g, '')), { size: 'small' });
}

describe('laws', () => {
  /** Their keyword is not in the token but beside it. */
  const BESIDE = ['facebook-access-token', 'sourcegraph-access-token'];

  it('what each rule finds in a whole text it finds around its keywords too', () => {
    const missed: string[] = [];
    const tried = new Set<string>();
    for (const rule of SECRET_RULES) {
      for (const sample of fc.sample(shapedAs(rule), { seed: 7, numRuns: 3 })) {
        const beside = BESIDE.includes(rule.id) ? `${rule.keywords.at(-1)}: ` : '';
        const text = `${prose(700)}\n${beside}${sample}\n${prose(900, 3)}`;
        const found = find(text);
        for (const { id, span } of foundInTheWhole(text)) {
          tried.add(id);
          if (!found.some((each) => each.span.from < span.to && span.from < each.span.to)) missed.push(id);
        }
      }
    }
    expect(missed).toEqual([]);
    // The others want more chance than a sample has (a line of a manifest, a name in the middle of base64).
    expect(tried.size).toBeGreaterThan(190);
  });

  it('what is found lies within the text and does not overlap', () => {
    const pieces = fc.array(fc.oneof(fc.constantFrom(...SECRET_RULES).chain(shapedAs), fc.string()), { maxLength: 6 });
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join(' ');
        const found = find(text);
        for (const [index, each] of found.entries()) {
          expect(each.span.from).toBeGreaterThanOrEqual(found[index - 1]?.span.to ?? 0);
          expect(each.span.to).toBeGreaterThan(each.span.from);
          expect(each.span.to).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 60, seed: 5 },
    );
  });
});
