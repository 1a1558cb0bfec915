/** A forum reply and a mail that wait, as the background tells them, and the catalogue's texts. */
import catalogue from '../../public/_locales/en/messages.json' with { type: 'json' };
import type { HoldView } from '../../src/messages.ts';
import type { Say } from '../../src/ui/words.ts';

export const texts = catalogue as Readonly<Record<string, { readonly message: string }>>;

/** Text and substitutions as the browser puts them together; a missing text shows. */
export const say: Say = (key, ...values) =>
  (texts[key]?.message ?? `[${key}]`).replace(/\$(\d)/g, (_, n: string) => values[Number(n) - 1] ?? '');

export const source = {
  id: 's',
  site: 'forum',
  thread: 'topic:77',
  title: 'SEV1 key leak',
  labels: ['Restricted'],
  readers: ['sev-team'],
  how: { kind: 'match', spans: [] } as const,
};

export const reply: HoldView = {
  id: 'h',
  digest: '',
  state: 'pending',
  draft: 'composer',
  at: 0,
  actor: 'agent',
  evidence: [{ sign: 'debugger', source: 'browser' }],
  kind: 'reply',
  items: 1,
  channel: 'gesture',
  siteName: 'Corp Forum',
  siteKind: 'discourse',
  place: 'Token service',
  audience: {
    kind: 'known',
    name: 'Engineering Help',
    size: { count: 1240, exact: true },
    people: [],
    outsiders: [],
    lookAlikes: [],
    groups: [],
  },
  text: 'x',
  quoted: '',
  recipients: null,
  attachments: [],
  level: 'WARN',
  review: 'grave',
  reasons: [
    {
      kind: 'leak',
      source,
      leaks: [
        { kind: 'readers', newcomers: { count: 1236, exact: true }, audience: { count: 1240, exact: true }, names: [] },
      ],
    },
  ],
  newcomers: { count: 1236, exact: true },
  helpCode: 'CS-7F3K · rule agent-leak · 0.1.0 · policy 9a1c',
  repeats: 0,
  support: {},
};

const people = ['priya@corp.example', 'ken@corp.example', 'tom@partner.example'];

export const mail: HoldView = {
  ...reply,
  id: 'm',
  kind: 'send',
  siteName: 'Corp Mail',
  siteKind: 'gmail',
  place: 'Quarterly numbers',
  audience: {
    kind: 'known',
    name: 'Corp Mail',
    size: { count: 3, exact: true },
    people,
    outsiders: ['tom@partner.example'],
    lookAlikes: [],
    groups: [],
  },
  recipients: { to: ['priya@corp.example', 'tom@partner.example'], cc: ['ken@corp.example'], bcc: [] },
  reasons: [{ kind: 'leak', source, leaks: [{ kind: 'outside', who: ['tom@partner.example'] }] }],
  newcomers: null,
};
