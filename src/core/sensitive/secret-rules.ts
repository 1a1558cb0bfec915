/**
 * The rules for secrets: those of gitleaks as data (MIT; see gitleaks/LICENSE), and our own for tokens that came after
 * its version, or that an agent at a person's mail and forum is likelier to hold than a repository.
 */
import gitleaks from './gitleaks/rules.json' with { type: 'json' };
import type { Allowlist, SecretRule } from './secret-rule.ts';

/** Where gitleaks' part comes from, in words. */
export const RULES_SOURCE: string = gitleaks.source;

/** Written from the public formats of the tokens. */
const OWN: readonly Pick<SecretRule, 'id' | 'regex' | 'keywords' | 'after' | 'entropy'>[] = [
  {
    // API, admin and OAuth tokens: sk-ant-api03-…, sk-ant-admin01-…, sk-ant-oat01-…
    id: 'anthropic-token',
    regex: String.raw`\bsk-ant-[a-z]{3,8}\d\d-[\w-]{80,120}(?![\w-])`,
    keywords: ['sk-ant-'],
    after: 140,
    entropy: 3.5,
  },
  {
    // A long-term key of Amazon Bedrock: "ABSK" and the base64 of "BedrockAPIKey-…".
    id: 'aws-bedrock-key',
    regex: String.raw`\bABSKQmVkcm9ja0FQSUtleS[A-Za-z0-9+/]{80,250}={0,2}`,
    keywords: ['abskqmvkcm9j'],
    after: 260,
    entropy: 3.5,
  },
  {
    // A short-term one: a presigned address in base64, which begins with the service's name.
    id: 'aws-bedrock-session-key',
    regex: String.raw`\bbedrock-api-key-[A-Za-z0-9+/]{100,}={0,2}`,
    keywords: ['bedrock-api-key-'],
    after: 600,
    entropy: 3.5,
  },
  {
    // A personal access token of Airtable: its id, a dot, 64 hexadecimal digits.
    id: 'airtable-personal-token',
    regex: String.raw`\bpat[A-Za-z0-9]{14}\.[a-f0-9]{64}\b`,
    keywords: ['pat'],
    after: 80,
    entropy: 3,
  },
];

/** What gitleaks clears in every rule: placeholders, variables, paths. */
const GENERAL: readonly Allowlist[] = gitleaks.allowlists.map(allowlistOf);

/** All rules for secrets. One list for all scans: what is prepared for it is kept. */
export const SECRET_RULES: readonly SecretRule[] = [
  ...OWN.map((rule) => ({ ...rule, flags: '', before: 8, group: 0, allowlists: GENERAL })),
  ...gitleaks.rules.map((rule) => ({ ...rule, allowlists: [...GENERAL, ...rule.allowlists.map(allowlistOf)] })),
];

/** The file is ours, converted; what its target is not, is the secret. */
function allowlistOf(list: Omit<Allowlist, 'target'> & { readonly target: string }): Allowlist {
  return { ...list, target: list.target === 'match' || list.target === 'line' ? list.target : 'secret' };
}
