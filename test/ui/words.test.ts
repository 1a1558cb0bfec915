import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import catalogue from '../../public/_locales/en/messages.json' with { type: 'json' };
import type { HoldView } from '../../src/messages.ts';
import {
  audienceLine,
  evidenceLines,
  headline,
  otherReasons,
  outcome,
  points,
  repeatLine,
  type Say,
  visible,
} from '../../src/ui/words.ts';

const texts = catalogue as Readonly<Record<string, { readonly message: string }>>;
const say: Say = (key, ...values) =>
  (texts[key]?.message ?? `[${key}]`).replace(/\$(\d)/g, (_, n: string) => values[Number(n) - 1] ?? '');
const source = {
  id: 's',
  site: 'forum',
  thread: 'topic:77',
  title: 'SEV1 key leak',
  labels: ['Restricted'],
  readers: ['sev-team'],
  how: { kind: 'match', spans: [] } as const,
};
const held: HoldView = {
  id: 'h',
  digest: '',
  state: 'pending',
  at: 0,
  actor: 'agent',
  evidence: [{ sign: 'debugger', source: 'browser' }],
  kind: 'reply',
  channel: 'gesture',
  siteName: 'Corp Forum',
  place: 'Token service',
  audience: { kind: 'known', name: 'Engineering Help', size: { count: 1240, exact: true }, people: [], groups: [] },
  text: 'x',
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
  repeats: 0,
  replayable: true,
  support: {},
};

describe('what people read', () => {
  it('says in one glance who would newly see what', () => {
    expect(headline(held, say)).toBe('An agent is about to reply to “Token service”.');
    expect(audienceLine(held, say)).toBe('Engineering Help · 1,240 people can read there.');
    expect(points(held, say)).toEqual([
      {
        text: 'It contains text from “SEV1 key leak” (Restricted · sev-team).',
        strong: '1,236 of these people cannot open that source.',
      },
    ]);
  });

  it.each<[string, Partial<HoldView>, string]>([
    ['a person', { actor: 'human' }, 'You are about to reply to “Token service”.'],
    ['nobody known', { actor: 'unknown' }, 'A reply to “Token service” is about to go out.'],
    ['a message', { kind: 'message', place: 'bob' }, 'An agent is about to write to bob.'],
    ['what cannot be read', { kind: 'unreadable', place: '' }, 'An agent is about to change something on Corp Forum.'],
    [
      'a name with markup and tricks',
      { place: '<b>\u202eevil\u200b</b>\n\nline' },
      'An agent is about to reply to “<b>⟨U+202E⟩evil⟨U+200B⟩</b> line”.',
    ],
    ['a name without end', { place: 'x'.repeat(5_000) }, `An agent is about to reply to “${'x'.repeat(89)}…”.`],
  ])('has a sentence for %s', (_name, change, sentence) => {
    expect(headline({ ...held, ...change }, say)).toBe(sentence);
  });

  it.each<[string, HoldView['reasons'], string]>([
    [
      'an upper bound',
      [
        {
          kind: 'leak',
          source,
          leaks: [
            {
              kind: 'readers',
              newcomers: { count: 300, exact: false },
              audience: { count: 300, exact: true },
              names: [],
            },
          ],
        },
      ],
      'Up to 300 of these people cannot open that source.',
    ],
    [
      'one person',
      [
        {
          kind: 'leak',
          source,
          leaks: [
            { kind: 'readers', newcomers: { count: 1, exact: true }, audience: { count: 1, exact: true }, names: [] },
          ],
        },
      ],
      'One of these people cannot open that source.',
    ],
    [
      'people outside',
      [{ kind: 'leak', source, leaks: [{ kind: 'outside', who: ['Contractors'] }] }],
      'Contractors is outside your organisation.',
    ],
    [
      'clearance',
      [{ kind: 'leak', source, leaks: [{ kind: 'clearance', group: 'All employees', rank: 3 }] }],
      'Restricted is not meant for everyone in All employees.',
    ],
    [
      'an unknown audience',
      [{ kind: 'leak', source, leaks: [{ kind: 'unknown-audience', why: 'the forum did not say' }] }],
      'It is not known who will read this (the forum did not say).',
    ],
  ])('weighs %s in one sentence', (_name, reasons, sentence) => {
    expect(points({ ...held, reasons }, say)[0]?.strong).toBe(sentence);
  });

  it('does not name in the page what was not read there', () => {
    const unnamed = points(
      { ...held, reasons: [{ kind: 'leak', source: { ...source, title: '', how: { kind: 'session' } }, leaks: [] }] },
      say,
    );
    expect(unnamed[0]?.text).toBe(
      'The agent has read a page that was not opened here (Restricted · sev-team) and may have used it.',
    );
  });

  it('tells evidence with its source, repeats, reasons and endings', () => {
    expect(evidenceLines(held, say)).toEqual([
      'A program is attached to this tab and can press keys and buttons in it. (seen by the browser)',
    ]);
    expect([
      repeatLine(held, say),
      repeatLine({ ...held, repeats: 1 }, say),
      repeatLine({ ...held, repeats: 1_234 }, say),
    ]).toEqual(['', 'Tried once more since.', 'Tried 1,234 more times since.']);
    expect(
      otherReasons(
        { ...held, reasons: [{ kind: 'mandate', mandate: 'ask', actor: 'agent' }, { kind: 'killed' }] },
        say,
      ),
    ).toEqual(['Agents check with you before anything is sent here.', 'All agents are stopped.']);
    expect(outcome({ ...held, state: 'denied' }, say)).toBe('Not sent. The text is still in the editor.');
  });

  it('makes visible what hides or reorders text, and leaves the rest', () => {
    expect(visible('a\u200bb\u202ec\ufeff é 한 👍')).toBe('a⟨U+200B⟩b⟨U+202E⟩c⟨U+FEFF⟩ é 한 👍');
  });
});

describe('the catalogue', () => {
  const sources = readdirSync('src/ui', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(`src/ui/${file}`, 'utf8'))
    .concat(readFileSync('src/content/main.iife.tsx', 'utf8'), JSON.stringify(manifest))
    .join('\n');

  it('speaks to people, never in the words of the trade', () => {
    const words =
      /\b(hold|mandate|ledger|exposure|taint|verdict|digest|proof|depth|breaker|posture|kill switch|attribution|provenance)\b/i;
    expect(
      Object.entries(texts)
        .filter(([, { message }]) => words.test(message))
        .map(([key]) => key),
    ).toEqual([]);
  });

  it('has every text that is asked for, and none that nobody asks for', () => {
    const built = ['headAgent', 'headHuman', 'headUnknown']
      .flatMap((actor) => ['Reply', 'Post', 'Message', 'Edit', 'Unreadable'].map((kind) => actor + kind))
      .concat('containsTextUnnamed', 'hasReadUnnamed');
    const unused = Object.keys(texts).filter(
      (key) => !built.includes(key) && !new RegExp(`['"_]${key}['"_]`).test(sources),
    );
    expect(unused).toEqual([]);
    const asked = [...sources.matchAll(/say\('(\w+)'/g)].map((found) => found[1] ?? '');
    expect(asked.concat(built).filter((key) => texts[key] === undefined)).toEqual([]);
  });
});
