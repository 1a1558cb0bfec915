/** The policy of the stand-in company, as its administrator would roll it out. */

/** The company's NodeBB community, which only some stories take place in. */
export const COMMUNITY_SITE = {
  id: 'community',
  name: 'Corp Community',
  kind: 'nodebb',
  match: ['https://community.corp.example/*'],
  mandate: 'ask',
  userDomain: 'corp.example',
  readers: ['employees'],
  areas: [{ area: 'category:5', name: 'Incident response', readers: ['sev-team'], label: 'restricted' }],
} as const;

export interface CorpOptions {
  /** What agents may do in mail; `draft` unless said otherwise. */
  readonly mailMandate?: 'draft' | 'flow' | undefined;
  /** What agents may do in the forum; `ask` unless said otherwise. */
  readonly forumMandate?: 'ask' | 'flow' | undefined;
  /** From how much on agents are stopped; the guard's own numbers unless said otherwise. */
  readonly breakers?: Readonly<Record<string, number>> | undefined;
  /** Sites beside the forum and the mail. */
  readonly sites?: readonly object[];
}

/** The managed values; `collector` is where the ledger goes. */
export function corpPolicy(
  collector: string,
  { mailMandate = 'draft', forumMandate = 'ask', breakers, sites = [] }: CorpOptions = {},
): Readonly<Record<string, unknown>> {
  return withKeys({
    policyVersion: 42,
    organization: { name: 'Corp', domains: ['corp.example'] },
    labels: [
      { id: 'public', name: 'Public', rank: 0 },
      { id: 'internal', name: 'Internal', rank: 1 },
      { id: 'confidential', name: 'Confidential', rank: 2 },
      { id: 'restricted', name: 'Restricted', rank: 3 },
      { id: 'secret', name: 'Strictly confidential', rank: 4 },
    ],
    groups: [
      {
        id: 'employees',
        name: 'All employees',
        size: 1240,
        includes: ['sev-team'],
        addresses: ['all@corp.example'],
        domains: ['corp.example'],
        clearance: 'internal',
      },
      {
        id: 'sev-team',
        name: 'sev-team',
        members: ['alice', 'maria', 'ken', 'priya'].map((name) => `${name}@corp.example`),
        clearance: 'secret',
      },
      { id: 'contractors', name: 'Contractors', size: 86, outside: true },
    ],
    sites: [
      {
        id: 'forum',
        name: 'Corp Engineering Forum',
        kind: 'discourse',
        match: ['https://forum.corp.example/*'],
        mandate: forumMandate,
        userDomain: 'corp.example',
        readers: ['employees'],
        areas: [
          { area: 'category:5', name: 'Engineering Help', readers: ['employees'], label: 'public' },
          { area: 'category:7', name: 'SEV war room', readers: ['sev-team'], label: 'restricted' },
        ],
      },
      {
        id: 'mail',
        name: 'Corp Mail',
        kind: 'gmail',
        match: ['https://mail.google.com/*'],
        mandate: mailMandate,
      },
      ...sites,
    ],
    ...(breakers === undefined ? {} : { breakers }),
    ledger: { collector },
    support: { name: 'Corp security desk', phone: '5555' },
  });
}

/** With one more site. */
export function withSite(
  policy: Readonly<Record<string, unknown>>,
  site: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return { ...policy, sites: [...(policy.sites as readonly unknown[]), site] };
}

/** With the list of its keys, by which the guard notices what a browser has dropped. */
export function withKeys(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return { ...values, policyKeys: Object.keys(values) };
}
