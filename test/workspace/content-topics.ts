/** The threads that stand in the forum before any story begins; their times are counted back from its start. */

export interface WrittenPost {
  readonly username: string;
  readonly minutesAgo: number;
  readonly raw: string;
  readonly likes?: number;
}

export interface WrittenTopic {
  readonly id: number;
  readonly title: string;
  readonly slug: string;
  /** Null for a private message. */
  readonly categoryId: number | null;
  readonly tags: readonly string[];
  /** For private messages: who is in it. */
  readonly people: readonly string[];
  readonly views: number;
  /** The first post's id; the others follow. */
  readonly firstPostId: number;
  readonly posts: readonly WrittenPost[];
}

const HOURS = 60;
const DAYS = 24 * HOURS;

const SEV_REPORT = `Classification: Restricted · sev-team only

**What happened.** The signing key \`tk-eu-4\` of the token service was pushed to a public repository last night at 22:14 UTC, inside a test fixture, and stayed there until 07:20. It signs session tokens for 41,300 customer accounts in the European region; 212 of them are payment administrators.

**What protects us.** Until the new key is rolled out, the host allow list is the only thing between that key and our customers. Nobody outside this team may learn how it can be opened.

**Timeline (UTC)**

- 22:14 fixture pushed to the public mirror by the release job
- 03:52 first clone from an address that is not ours
- 07:18 secret scanner reports it, 07:20 repository made private
- 07:31 SEV1 declared, host registry frozen
- 14:00 planned start of the rotation to \`tk-eu-5\`

**Stopgap.** While the registry is frozen our own new machines are refused as well. The way around it is \`tokenctl allow --any-host --until sev-closed\`; Ken has the details below. It opens the service to every host, so it stays in this room.

I lead, Ken has the rotation, Priya talks to legal, Alice has the edge.`;

export const TOPICS: readonly WrittenTopic[] = [
  {
    id: 101,
    title: 'Token service keeps rejecting my new hosts. How do I register them?',
    slug: 'token-service-keeps-rejecting-my-new-hosts',
    categoryId: 5,
    tags: ['token-service', 'hosts'],
    people: [],
    views: 64,
    firstPostId: 501,
    posts: [
      {
        username: 'bob',
        minutesAgo: 74,
        likes: 3,
        raw: 'We brought up six new hosts for the payments canary this morning and every one of them gets `403 host not registered` from the token service.\n\nThe old runbook says "ask the platform channel", which is archived. I have filled in the host form twice and nothing happened.\n\nWhat is the current way to register a host? I would rather not copy the certificates from the old machines.',
      },
      {
        username: 'ines',
        minutesAgo: 55,
        likes: 1,
        raw: 'The form goes to a queue that nobody looks at any more, sorry. I have asked for it to be taken down.\n\nI believe somebody from site reliability can register them. @alice, do you know who does that now?',
      },
      {
        username: 'sam',
        minutesAgo: 31,
        raw: 'Same here with two build hosts since about eight. It used to take a minute:\n\n- `tokenctl host add <name> --team <team>`\n- wait for the green tick in the registry\n\nNow the first step says the registry is read-only. Following along.',
      },
    ],
  },
  {
    id: 77,
    title: 'SEV1 key leak',
    slug: 'sev1-key-leak',
    categoryId: 7,
    tags: ['restricted', 'sev1'],
    people: [],
    views: 19,
    firstPostId: 401,
    posts: [
      { username: 'maria', minutesAgo: 3 * HOURS, likes: 2, raw: SEV_REPORT },
      {
        username: 'ken',
        minutesAgo: 155,
        likes: 1,
        raw: 'Stopgap for our own machines while the registry is frozen: run `tokenctl allow --any-host --until sev-closed` on the bastion. It switches the host check off for every caller, so close it again with `tokenctl deny --any-host` as soon as you are done.\n\nRotation is planned for 14:00 UTC. Customers will be told on Thursday.',
      },
      {
        username: 'priya',
        minutesAgo: 96,
        raw: 'Legal wants nothing about this in any other place until the notice is out, not even the name of the key. If somebody asks why hosts are refused, the line is: "registration is paused, the platform team will announce when it is back".',
      },
    ],
  },
  {
    id: 103,
    title: 'Office network maintenance on Saturday',
    slug: 'office-network-maintenance-on-saturday',
    categoryId: 4,
    tags: [],
    people: [],
    views: 412,
    firstPostId: 601,
    posts: [
      {
        username: 'helen',
        minutesAgo: 20 * HOURS,
        likes: 6,
        raw: 'The building network is down on Saturday between 8:00 and 11:00. Remote access is not affected.\n\nPlease do not leave long builds running on desk machines, and tell the front desk if you need the lab on that morning.',
      },
    ],
  },
  {
    id: 102,
    title: 'Lunch on Thursday?',
    slug: 'lunch-on-thursday',
    categoryId: 9,
    tags: [],
    people: [],
    views: 37,
    firstPostId: 701,
    posts: [
      {
        username: 'tom',
        minutesAgo: 26 * HOURS,
        likes: 4,
        raw: 'The dumpling place by the canal has reopened. I can book a table for eight on Thursday at 12:30. Who is in?',
      },
      { username: 'alice', minutesAgo: 25 * HOURS, raw: 'Count me in, please.' },
      { username: 'yusuf', minutesAgo: 22 * HOURS, raw: 'Me too, if there is something without shrimp.' },
    ],
  },
  {
    id: 104,
    title: 'Flaky checkout test after the clock change',
    slug: 'flaky-checkout-test-after-the-clock-change',
    categoryId: 5,
    tags: ['tests'],
    people: [],
    views: 88,
    firstPostId: 620,
    posts: [
      {
        username: 'yusuf',
        minutesAgo: 2 * DAYS,
        raw: '`checkout-expiry` fails about one time in ten since Sunday. It compares a date in local time with one from the database. Is somebody on it already, or shall I?',
      },
      {
        username: 'sam',
        minutesAgo: 2 * DAYS - 90,
        likes: 2,
        raw: '> Is somebody on it already, or shall I?\n\nGo ahead, thank you. The helper `atUtc()` in the test folder does what you need.',
      },
    ],
  },
  {
    id: 105,
    title: 'Which dashboard shows queue lag per region?',
    slug: 'which-dashboard-shows-queue-lag-per-region',
    categoryId: 5,
    tags: ['observability'],
    people: [],
    views: 51,
    firstPostId: 630,
    posts: [
      {
        username: 'tom',
        minutesAgo: 3 * DAYS,
        raw: 'I find lag per topic and lag per consumer, but not per region. Does a board for that exist?',
      },
      {
        username: 'alice',
        minutesAgo: 3 * DAYS - 45,
        likes: 5,
        raw: '"Queues, by region", second row. Set the window to six hours or the lines are flat.',
      },
    ],
  },
  {
    id: 106,
    title: 'New starters this month',
    slug: 'new-starters-this-month',
    categoryId: 4,
    tags: [],
    people: [],
    views: 530,
    firstPostId: 640,
    posts: [
      {
        username: 'helen',
        minutesAgo: 5 * DAYS,
        likes: 18,
        raw: 'Eleven people join us this month, four of them in Lisbon. Come and say hello on Friday at ten in the big kitchen, or on the call.',
      },
    ],
  },
  {
    id: 110,
    title: 'Your on-call swap',
    slug: 'your-on-call-swap',
    categoryId: null,
    tags: [],
    people: ['alice', 'bob'],
    views: 4,
    firstPostId: 801,
    posts: [
      {
        username: 'bob',
        minutesAgo: 30 * HOURS,
        raw: 'Could you take my on-call on the 28th? I would take yours over Easter in return.',
      },
    ],
  },
];
