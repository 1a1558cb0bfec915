import { describe, expect, it } from 'vitest';
import type { HoldView } from '../../src/messages.ts';
import { otherReasons, points } from '../../src/ui/reason-words.ts';
import { audienceLine, evidenceTitle, headline, outcome, repeatLine, sourceNote, visible } from '../../src/ui/words.ts';
import { mail, reply, say, source } from './held.ts';

describe('what people read', () => {
  it('says in one glance who would newly see what', () => {
    expect(headline(reply, say)).toBe('An agent is about to reply to “Token service”.');
    expect(audienceLine(reply, say)).toBe('Engineering Help · 1,240 people can read there.');
    expect(points(reply, say)).toEqual([
      {
        text: 'It contains text from “SEV1 key leak” (Restricted · sev-team).',
        strong: '1,236 of these 1,240 people cannot open that source.',
      },
    ]);
  });

  it.each<[string, Partial<HoldView>, string]>([
    ['a person', { actor: 'human' }, 'You are about to reply to “Token service”.'],
    ['nobody known', { actor: 'unknown' }, 'A reply to “Token service” is about to go out.'],
    ['a mail', { kind: 'send', place: 'Numbers' }, 'An agent is about to send “Numbers”.'],
    [
      'a mail of unknown origin',
      { kind: 'send', actor: 'unknown', place: 'Numbers' },
      '“Numbers” is about to be sent.',
    ],
    ['a mail without subject', { kind: 'send', place: ' ' }, 'An agent is about to send “(no subject)”.'],
    ['a message', { kind: 'message', place: 'bob' }, 'An agent is about to write to bob.'],
    ['what cannot be read', { kind: 'unreadable', place: '' }, 'An agent is about to change something on Corp Forum.'],
    [
      'a name with markup and tricks',
      { place: '<b>\u202eevil\u200b</b>\n\nline' },
      'An agent is about to reply to “<b>⟨U+202E⟩evil⟨U+200B⟩</b> line”.',
    ],
    ['a name without end', { place: 'x'.repeat(5_000) }, `An agent is about to reply to “${'x'.repeat(89)}…”.`],
  ])('has a sentence for %s', (_name, change, sentence) => {
    expect(headline({ ...reply, ...change }, say)).toBe(sentence);
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
      'many people outside',
      [
        {
          kind: 'leak',
          source,
          leaks: [{ kind: 'outside', who: ['a@x.example', 'b@x.example', 'c@x.example', 'd@x.example'] }],
        },
      ],
      'a@x.example, b@x.example, c@x.example and 1 more are outside your organisation.',
    ],
    [
      'people outside beside people who are new',
      [
        {
          kind: 'leak',
          source,
          leaks: [
            { kind: 'outside', who: ['tom@x.example'] },
            { kind: 'readers', newcomers: { count: 2, exact: true }, audience: { count: 3, exact: true }, names: [] },
          ],
        },
      ],
      '2 of these 3 people cannot open that source. tom@x.example is outside your organisation.',
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
    expect(points({ ...reply, reasons }, say)[0]?.strong).toBe(sentence);
  });

  it('does not name in the page what was not read there', () => {
    const unnamed = points(
      { ...reply, reasons: [{ kind: 'leak', source: { ...source, title: '', how: { kind: 'session' } }, leaks: [] }] },
      say,
    );
    expect(unnamed[0]?.text).toBe(
      'The agent has read a page that was not opened here (Restricted · sev-team) and may have used it.',
    );
  });

  it('tells repeats, reasons and endings', () => {
    expect([
      repeatLine(reply, say),
      repeatLine({ ...reply, repeats: 1 }, say),
      repeatLine({ ...reply, repeats: 1_234 }, say),
    ]).toEqual(['', 'Tried once more since.', 'Tried 1,234 more times since.']);
    expect(
      otherReasons(
        { ...reply, reasons: [{ kind: 'mandate', mandate: 'ask', actor: 'agent' }, { kind: 'killed' }] },
        say,
      ),
    ).toEqual(['Agents check with you before anything is sent here.', 'All agents are stopped.']);
  });

  it.each<[string, Partial<HoldView>, string]>([
    ['while it waits', {}, ''],
    ['when no was said', { state: 'denied' }, 'Not sent. The text is still in the editor.'],
    [
      'when no was said to a text that is open nowhere',
      { state: 'denied', draft: 'gone' },
      'Not sent. Its text was no longer open in the page.',
    ],
    ['when nobody answered', { state: 'expired', draft: 'gone' }, 'Not sent: nobody answered in time.'],
    ['when yes was said', { state: 'released' }, 'Confirmed. Sending…'],
    ['when it is out', { state: 'sent' }, 'Sent. You confirmed it.'],
  ])('tells how it stands %s', (_name, change, sentence) => {
    expect(outcome({ ...reply, ...change }, say)).toBe(sentence);
  });

  it.each<[string, HoldView['audience']['size'], string]>([
    ['three people', { count: 3, exact: true }, 'Corp Mail · 3 people will receive it.'],
    ['one person', { count: 1, exact: true }, 'Corp Mail · one person will receive it.'],
    ['at most many', { count: 1_243, exact: false }, 'Corp Mail · up to 1,243 people will receive it.'],
    ['nobody knows', { count: null, exact: false }, 'Corp Mail · nobody can say who will receive it.'],
  ])('says how many receive a mail: %s', (_name, size, sentence) => {
    expect(audienceLine({ ...mail, audience: { ...mail.audience, size } }, say)).toBe(sentence);
  });

  it('names at most three readers of a source', () => {
    expect(sourceNote({ labels: ['Restricted'], readers: ['a', 'b', 'c', 'd', 'e'] }, say)).toBe(
      'Restricted · a, b, c and 2 more',
    );
  });

  it('calls evidence by whom it speaks of', () => {
    expect((['agent', 'human', 'unknown'] as const).map((actor) => evidenceTitle({ ...reply, actor }, say))).toEqual([
      'Why we think an agent is acting',
      'Why we think it is you',
      'Not sure who is acting',
    ]);
  });

  it('makes visible what hides or reorders text, and leaves the rest', () => {
    expect(visible('a\u200bb\u202ec\ufeff é 한 👍')).toBe('a⟨U+200B⟩b⟨U+202E⟩c⟨U+FEFF⟩ é 한 👍');
  });
});
