/** The rest of an ordinary mailbox: reviews, releases, builds, a newsletter. */
import type { WrittenThread } from './mail-content.ts';

const ALICE = 'alice@corp.example';

/** Paragraphs as a mail client writes them. */
export function paragraphs(...texts: readonly string[]): string {
  return `<div dir="ltr">${texts.map((text) => `<div>${text}</div>`).join('<div><br></div>')}</div>`;
}

export const MORE_THREADS: readonly WrittenThread[] = [
  {
    id: '19a3e11f6a2c7d04',
    subject: 'The Runbook Weekly #212: what to write down before the pager rings',
    mails: [
      {
        from: 'hello@runbookweekly.example',
        to: [ALICE],
        minutesAgo: 128,
        unread: true,
        html: `<div><h2>The Runbook Weekly</h2><p>Good morning! Four things worth your coffee:</p><ul><li><b>Checklists that shrink.</b> A team halved its runbooks and got faster. The trick: each step says how you see that it worked.</li><li><b>The quiet alert.</b> Why one of our readers sends the first page to nobody for ninety seconds.</li><li><b>Handover in five lines.</b> A template you can steal.</li><li><b>Reader’s question.</b> “Who owns the thing that nobody owns?”</li></ul><p>See you next week.<br>Lena and the crew</p><p><small>You get this because you subscribed with ${ALICE}. Unsubscribe at any time.</small></p></div>`,
      },
    ],
  },
  {
    id: '19a3dd5508f13b05',
    subject: 'Guide for new people on call: could you read it?',
    mails: [
      {
        from: 'ines@corp.example',
        to: [ALICE],
        cc: ['maria@corp.example'],
        minutesAgo: 1_120,
        html: paragraphs(
          'Hi Alice,',
          'I have rewritten the guide for people in their first week on call. It is half as long as the old one. Could you read the part about escalation? You know best what people really do at three in the morning.',
          'No hurry, the end of next week is fine.',
          'Ines',
        ),
      },
    ],
  },
  {
    id: '19a3d90e4471aa06',
    subject: 'Release train 47: freeze moves to Wednesday',
    mails: [
      {
        from: 'sam@corp.example',
        to: ['everyone@corp.example', ALICE],
        minutesAgo: 1_465,
        html: paragraphs(
          'Because of the holiday on Friday the freeze for train 47 is on Wednesday at 16:00. What is merged by then goes out; everything else takes train 48.',
          'If you need an exception, answer to me alone, with a reason and a way back.',
          'Sam',
        ),
      },
    ],
  },
  {
    id: '19a3d2c8b9305e07',
    subject: '[builds] payments-api main is green again',
    mails: [
      {
        from: 'builds@corp.example',
        to: [ALICE, 'bob@corp.example'],
        minutesAgo: 1_502,
        html: paragraphs(
          'payments-api, main: build 8841 passed in 6 min 12 s.',
          'Fixed since build 8838: “refund twice within a second”. Commits by Bob Okafor and Alice Chen.',
        ),
      },
    ],
  },
  {
    id: '19a3c51a27de6408',
    subject: 'Numbers for the latency dashboard',
    mails: [
      {
        from: 'yusuf@corp.example',
        to: [ALICE],
        minutesAgo: 2_890,
        html: paragraphs(
          'The backfill is through. The 99th percentile of checkout was 412 ms last month and is 388 ms so far this month. The step on the 3rd is the new cache.',
          'I left the raw tables in the usual place in case you want other cuts.',
          'Yusuf',
        ),
      },
      {
        from: ALICE,
        to: ['yusuf@corp.example'],
        minutesAgo: 2_840,
        html: paragraphs('Lovely, thank you. I will put the two graphs into the monthly review.', 'Alice'),
      },
    ],
  },
  {
    id: '19a3bf80d16c2b09',
    subject: 'Your new hardware key is ready',
    mails: [
      {
        from: 'priya@corp.example',
        to: [ALICE],
        minutesAgo: 4_330,
        html: paragraphs(
          'Your second key lies at the security desk on floor 3, in an envelope with your name. Bring your badge. Please enrol it within two weeks and keep it somewhere else than the first one.',
          'Priya',
        ),
      },
    ],
  },
  {
    id: '19a3b6e3f05a910a',
    subject: 'Desks in building B move on Tuesday',
    mails: [
      {
        from: 'helen@corp.example',
        to: ['everyone@corp.example', ALICE],
        minutesAgo: 5_870,
        html: paragraphs(
          'Good morning,',
          'on Tuesday between 7 and 11 the desks on the second floor of building B are moved to the window side. Please take home what is dear to you, put the rest into the grey boxes, and label your screens.',
          'Coffee stands on the third floor meanwhile.',
          'Helen, Workplace',
        ),
      },
    ],
  },
  {
    id: '19a3a94c1be87f0b',
    subject: 'Swap of on-call weeks?',
    mails: [
      {
        from: 'bob@corp.example',
        to: [ALICE, 'oncall@corp.example'],
        minutesAgo: 7_205,
        html: paragraphs(
          'Hi Alice, would you take my week from the 20th? I would do yours from the 3rd. My sister marries on the 22nd, and they will notice if I bring a laptop.',
          'Bob',
        ),
      },
      {
        from: ALICE,
        to: ['bob@corp.example', 'oncall@corp.example'],
        minutesAgo: 7_160,
        html: paragraphs('Of course. I have changed it in the rota. Dance well!', 'Alice'),
      },
    ],
  },
];
