/** The conversations that stand in the mailboxes before any story begins; times are counted back from its start. */
import { MORE_THREADS, paragraphs } from './mail-content-more.ts';

export interface Person {
  readonly address: string;
  readonly name: string;
}

export interface WrittenMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly cc?: readonly string[];
  readonly minutesAgo: number;
  readonly unread?: boolean;
  readonly html: string;
}

export interface WrittenThread {
  /** Hexadecimal, as in the address of the conversation. */
  readonly id: string;
  readonly subject: string;
  /** Labels of the conversation beside those of the mailbox: "^x_…", named in MARKS. */
  readonly marks?: readonly string[];
  readonly mails: readonly WrittenMail[];
}

/** Labels with names, as pages show them. */
export const MARKS: Readonly<Record<string, string>> = { '^x_1': 'Confidential', '^x_2': 'Partners' };

/** People and senders outside of the company, and addresses that are no persons. */
export const OUTSIDERS: readonly Person[] = [
  { address: 'dave@northwind.example', name: 'Dave Ellison' },
  { address: 'noor@northwind.example', name: 'Noor Haddad' },
  { address: 'hello@runbookweekly.example', name: 'The Runbook Weekly' },
  { address: 'builds@corp.example', name: 'Corp Builds' },
  { address: 'everyone@corp.example', name: 'Everyone' },
  { address: 'oncall@corp.example', name: 'On-call rota' },
];

const ALICE = 'alice@corp.example';
const PRIYA = 'priya@corp.example';
const MARIA = 'maria@corp.example';

export const THREADS: readonly WrittenThread[] = [
  {
    id: '19a3f40c7b1e2d01',
    subject: 'Q4 restructuring: list of teams',
    marks: ['^x_1'],
    mails: [
      {
        from: MARIA,
        to: [ALICE, PRIYA],
        minutesAgo: 205,
        html: paragraphs(
          'Classification: Confidential',
          'Alice, Priya, the leadership decides this evening. You get the list from me as soon as I have it, in this thread and nowhere else. Priya, please think about access already; Alice, about who could run what.',
          'Maria',
        ),
      },
      {
        from: MARIA,
        to: [ALICE, PRIYA],
        minutesAgo: 48,
        unread: true,
        html: paragraphs(
          'Classification: Confidential',
          'This is the list as the leadership agreed on it. Identity platform and Developer experience become one group under Ken at the turn of the year. Data tooling is closed: six positions in Lyon and four in Porto end with the quarter, and Yusuf takes over the two pipelines that remain. Payments backend keeps its size but moves to Bob’s new unit, together with the on-call budget of 184,000 euros.',
          'Nobody below director level has been told, and the works council hears it first, on the 14th at ten. Until then the list stays between the three of us; please do not put names into tickets or calendars. What I need from you by Friday is a note for each affected team: which systems it runs, who else could run them, and what would break if half of the people left early.',
          'Maria',
        ),
      },
    ],
  },
  {
    id: '19a3f21b5c8d4e02',
    subject: 'Bike rack, and lunch on Thursday',
    mails: [
      {
        from: 'ken@corp.example',
        to: [ALICE, 'bob@corp.example', 'helen@corp.example'],
        minutesAgo: 312,
        html: paragraphs(
          'Hi all,',
          'the new bike rack behind building B is open. It takes 24 bikes, the code for the gate is on the noticeboard, and there is a pump now. Please use the upper row if you can lift your bike; the lower one is for the heavy ones.',
          'And: lunch on Thursday at the noodle place, 12:15? They keep a table for us if I call before noon.',
          'Ken',
        ),
      },
    ],
  },
  {
    id: '19a3e7d2904b1f03',
    subject: 'Northwind integration: retries of webhooks',
    marks: ['^x_2'],
    mails: [
      {
        from: 'dave@northwind.example',
        to: [ALICE],
        cc: ['yusuf@corp.example', 'noor@northwind.example'],
        minutesAgo: 1_730,
        html: paragraphs(
          'Hi Alice,',
          'we see deliveries from your side repeated after 30 seconds when our endpoint is slow, and about 2 % of the orders arrive twice. Could you tell us how often you retry and whether the event id stays the same? Then we can drop the second one.',
          'Best,<br>Dave',
        ),
      },
      {
        from: ALICE,
        to: ['dave@northwind.example'],
        cc: ['yusuf@corp.example', 'noor@northwind.example'],
        minutesAgo: 1_588,
        html: paragraphs(
          'Hi Dave,',
          'five times, after 30 s, 2 min, 10 min, 1 h and 6 h. The event id in the header stays the same over all of them, so you can rely on it.',
          'Alice',
        ),
      },
      {
        from: 'dave@northwind.example',
        to: [ALICE],
        cc: ['yusuf@corp.example', 'noor@northwind.example'],
        minutesAgo: 640,
        html: paragraphs(
          'That is all we needed, thank you. Noor has put it into the next release. One more question: is there a sandbox that sends failing deliveries on purpose? We would like to test the last retry without waiting for six hours.',
          'Dave',
        ),
      },
    ],
  },
  ...MORE_THREADS,
];
