/** A complete policy that uses every key once, for the examples and the reference. Its comments are for whoever edits it. */

const DAY_MS = 86_400_000;

/** The sample's values; `now` in milliseconds since the epoch, since an exception must end within 90 days. */
export function samplePolicy(now: number): Readonly<Record<string, unknown>> {
  const inTwoMonths = new Date(now + 60 * DAY_MS).toISOString().slice(0, 10);
  return {
    ...who(),
    ...content(),
    groups: GROUPS,
    sites: SITES,
    siteFacts: SITE_FACTS,
    rules: rules(inTwoMonths),
    ...guard(),
  };
}

/** Number, starting point, and who is inside. */
function who() {
  return {
    // Raise it with every change; browsers show it.
    policyVersion: 1,
    // So that a key which a browser drops for a wrong type is missed: list all that stand here.
    policyKeys: [
      ...['policyVersion', 'preset', 'enforcement', 'organization', 'labels', 'vocabularies', 'sensitive', 'groups'],
      ...['sites', 'siteFacts', 'rules', 'approval', 'breakers', 'agents', 'exposure', 'ledger', 'killSwitch'],
      ...['support', 'userMay'],
    ],
    preset: 'balanced',
    enforcement: 'enforce',
    organization: { name: 'Corp', domains: ['corp.example', '*.corp.example'] },
  };
}

/** What is sensitive. */
function content() {
  return {
    // Higher rank is stricter; 0 is public.
    labels: [
      { id: 'public', name: 'Public', rank: 0 },
      { id: 'internal', name: 'Internal', rank: 10, aliases: ['Internal use only'] },
      {
        id: 'confidential',
        name: 'Confidential',
        rank: 20,
        patterns: ['(?i)\\bproject nightingale\\b'],
        selectors: ['.classification-chip'],
      },
      { id: 'secret', name: 'Strictly confidential', rank: 30, categories: ['Board'] },
    ],
    // The marking system's "restricted" is what is called "secret" here.
    vocabularies: [{ id: 'corporate', levels: [{ level: 'restricted', label: 'secret' }] }],
    sensitive: {
      detectors: [
        { detector: 'secret', label: 'secret' },
        { detector: 'card', label: 'confidential' },
      ],
      patterns: [{ id: 'case-number', name: 'Case number', pattern: '\\bCASE-[0-9]{6}\\b', label: 'confidential' }],
    },
  };
}

/** Who is who. Groups of a forum carry the forum's own names as ids. */
const GROUPS = [
  {
    id: 'employees',
    name: 'All employees',
    size: 1240,
    includes: ['board'],
    addresses: ['all@corp.example'],
    domains: ['corp.example'],
    clearance: 'internal',
  },
  {
    id: 'board',
    name: 'Board',
    members: ['alice@corp.example', 'maria@corp.example'],
    clearance: 'secret',
    categories: ['Board'],
  },
  { id: 'contractors', name: 'Contractors', size: 86, outside: true },
];

/** What is guarded, and who can read what there. */
const SITES = [
  {
    id: 'forum',
    name: 'Corp Forum',
    kind: 'discourse',
    match: ['https://forum.corp.example/*'],
    mandate: 'ask',
    label: 'internal',
    readers: ['employees'],
    userDomain: 'corp.example',
    areas: [{ area: 'category:7', name: 'Board room', label: 'secret', readers: ['board'] }],
  },
  { id: 'mail', name: 'Corp Mail', kind: 'gmail', match: ['https://mail.google.com/*'], mandate: 'draft' },
  // Any other site, read by what is written here alone.
  {
    id: 'tickets',
    name: 'Tickets',
    kind: 'generic',
    match: ['https://tickets.corp.example/*'],
    readers: ['employees'],
    areas: [{ area: 'BOARD-*', name: 'Tickets of the board', label: 'secret', readers: ['board'] }],
    description: {
      threads: ['/browse/{thread}'],
      page: {
        title: 'h1',
        documents: '.comment',
        author: '.author',
        labels: '.security-level',
        readers: '.watchers [data-email]',
        account: '#me',
      },
      composers: [
        {
          root: '#add-comment',
          editor: 'textarea',
          send: 'button[type="submit"]',
          title: 'input[name="summary"]',
          act: 'reply',
          keys: 'ctrl-enter',
          at: '/browse/{thread}?comment=new',
        },
      ],
      requests: [
        { method: 'POST', address: '/tickets/{thread}/comments', when: ['preview'], act: 'none' },
        {
          method: 'POST',
          address: '/tickets/{thread}/comments',
          unless: ['state=draft'],
          act: 'reply',
          title: 'summary',
          text: ['comment'],
          thread: '{thread}',
          files: ['attachment'],
          ignored: ['token'],
        },
        {
          method: 'POST',
          address: '/tickets/{thread}/mail',
          act: 'send',
          title: 'subject',
          text: ['body'],
          recipients: { to: ['to'], cc: ['cc'], bcc: ['bcc'] },
        },
      ],
    },
  },
];

/** What mends a site whose pages have changed, until a new version of the guard knows them. */
const SITE_FACTS = [
  {
    site: 'forum',
    threads: ['/topic/{thread}'],
    page: {
      title: '.topic-header h1',
      documents: '.topic-post .body',
      author: '.names',
      labels: '.topic-header .classification',
      readers: '.allowed-users a',
      account: '#current-user [data-email]',
    },
    composers: [
      {
        root: '#note-form',
        editor: 'textarea',
        send: 'button[type="submit"]',
        title: 'input[name="title"]',
        act: 'message',
        keys: 'ctrl-enter',
        at: '/notes/new?topic={thread}',
      },
    ],
    requests: [
      {
        method: 'POST',
        address: '/notes/{thread}',
        when: ['send'],
        unless: ['state=draft'],
        act: 'message',
        title: '$.title',
        text: ['$.blocks[*].text'],
        thread: 'note:{thread}',
        recipients: { to: ['$.to[*]'], cc: ['$.cc[*]'], bcc: ['$.bcc[*]'] },
        files: ['$.uploads[*]'],
        ignored: ['$.client'],
      },
    ],
  },
];

/** What else is asked or refused. Rules only make stricter; an exception takes back its own rule, and ends. */
function rules(until: string) {
  return [
    {
      ruleId: 'board-papers',
      name: 'Board papers stay with the board',
      description: 'Agreed with Legal on 3 November.',
      sources: { labels: ['secret'], categories: ['Board'], sites: ['forum'] },
      destinations: { audience: ['outside', 'everyone'] },
      restrictions: [{ class: 'ANY', level: 'BLOCK' }],
    },
    {
      ruleId: 'case-numbers',
      name: 'No case numbers to contractors',
      sources: { detectors: ['case-number'] },
      destinations: { sites: ['forum', 'mail'], groups: ['contractors'], domains: ['*.partner.example'] },
      actors: ['agent', 'unknown'],
      restrictions: [{ class: 'SEND', level: 'WARN' }],
      except: [{ groups: ['contractors'], sites: ['mail'], until, reason: 'Audit of this quarter' }],
    },
  ];
}

/** Who must say yes, where the record goes, whom people can ask. */
function guard() {
  return {
    approval: {
      human: { readersDiffer: 'allow', leak: 'light' },
      unknown: { readersDiffer: 'light', leak: 'light', askFromNewReaders: 5 },
      agent: { readersDiffer: 'allow', leak: 'grave', topLabel: 'authenticator' },
    },
    breakers: { actsPerMinute: 30, audiences: 21, newReaders: 50, items: 20, refusals: 3 },
    agents: { latchMinutes: 30, quietMinutes: 3 },
    exposure: { readingHours: 8, sessionHours: 8, draftDays: 14, longestChain: 3 },
    ledger: { collector: 'https://collector.corp.example/countersign' },
    killSwitch: false,
    support: { name: 'Corp security desk', url: 'https://help.corp.example/', phone: '5555' },
    userMay: ['tighten', 'guard-sites'],
  };
}
