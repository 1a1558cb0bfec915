/** People are told what was seen, with its numbers, and never more than was seen. */
import { describe, expect, it } from 'vitest';
import type { InputFacts, SignId } from '../../src/core/actor.ts';
import { SIGN_IDS } from '../../src/core/actor.ts';
import { agentName, agentWorksHere, capableLine, sessionEvidence, sessionLine } from '../../src/ui/agent-words.ts';
import { evidenceLines, evidenceSentence } from '../../src/ui/evidence-words.ts';
import { AT_ONCE as FACTS } from '../agents/counted.ts';
import { reply, say } from './held.ts';

describe('why somebody is taken for an agent', () => {
  it.each<[string, SignId, Partial<InputFacts>, string]>([
    ['all at once', 'text-not-typed', {}, 'All 205 characters appeared at once; no key typed any of them.'],
    ['all at once after keys', 'text-by-program', { keys: 3 }, 'All 205 characters appeared at once.'],
    ['most at once', 'text-by-program', { atOnce: 180, keys: 9 }, '180 of 205 characters appeared at once.'],
    ['piece by piece', 'text-not-typed', { atOnce: 1 }, '205 of 205 characters came without any key.'],
    ['unseen', 'text-not-typed', { atOnce: 0, unexplained: 190 }, '190 of 205 characters came without any key.'],
    [
      'a rhythm',
      'machine-rhythm',
      { keys: 1_205, pace: { heldMs: 2, apartMs: 10 } },
      '1,205 keys were each down for 2 ms and came 10 ms apart; no hand types so.',
    ],
    [
      'a rhythm whose times are no longer known',
      'machine-rhythm',
      { keys: 205 },
      'The keys came faster or more evenly than a hand types.',
    ],
    [
      'capitals',
      'bare-capitals',
      { capitals: 6, bareCapitals: 5 },
      '5 of 6 capital letters came without the Shift key.',
    ],
    [
      'jumps',
      'pointer-jumps',
      { presses: 3, jumps: 2 },
      'At 2 of 3 presses the pointer had jumped there instead of moving.',
    ],
    ['typing', 'typed-by-hand', { typed: 200 }, '200 of 205 characters were typed key by key.'],
    ['an empty text', 'text-not-typed', { characters: 0 }, 'The text was put in all at once; nobody typed it.'],
  ])('counts %s', (_name, sign, facts, sentence) => {
    expect(evidenceSentence({ sign, source: 'page', facts: { ...FACTS, ...facts } }, say)).toBe(sentence);
  });

  it('says whose word each is', () => {
    const evidence = [
      { sign: 'text-not-typed', source: 'page', facts: FACTS },
      { sign: 'debugger', source: 'browser' },
    ] as const;
    expect(evidenceLines({ ...reply, evidence }, say)).toEqual([
      'All 205 characters appeared at once; no key typed any of them. (claimed by the page)',
      'A debugger is attached to the tab and can press keys and buttons in it. (seen by the browser)',
    ]);
  });

  it('says a reason once, on the browser’s word where it has both', () => {
    const evidence = [
      { sign: 'webdriver', source: 'page' },
      { sign: 'text-not-typed', source: 'page', facts: FACTS },
      { sign: 'webdriver', source: 'browser' },
      { sign: 'text-by-program', source: 'page', facts: FACTS },
    ] as const;
    expect(evidenceLines({ evidence }, say)).toEqual([
      'The browser says that a program is driving it. (seen by the browser)',
      'All 205 characters appeared at once; no key typed any of them. (claimed by the page)',
    ]);
  });

  it('has a sentence for every sign where nothing was counted', () => {
    for (const sign of SIGN_IDS) expect(evidenceSentence({ sign, source: 'page' }, say)).toMatch(/^[A-Z].*\.$/);
  });

  it('never says that somebody works with a screen reader or by voice', () => {
    const [aided, unclear] = (['assistive-press', 'press-unclear'] as const).map((sign) =>
      evidenceSentence({ sign, source: 'page' }, say),
    );
    expect(aided).toBe(unclear);
  });
});

describe('an agent at work', () => {
  const session = {
    id: 'remote',
    agent: { kind: 'named', name: 'openclaw' },
    begun: new Date(2026, 10, 23, 14, 3).getTime(),
    tabs: 2,
    acts: 1,
    evidence: [{ sign: 'debugger', source: 'browser' }],
  } as const;

  it('stands in one line, with its name, and why', () => {
    expect(agentName(session.agent, say)).toBe('OpenClaw');
    expect(sessionLine(session, say)).toMatch(/^since 2:03\sPM · 2 tabs · 1 act$/);
    expect(sessionEvidence(session, say)).toEqual([
      'A debugger is attached to the tab and can press keys and buttons in it. (seen by the browser)',
      'Its name comes from a mark that it leaves in pages. (claimed by the page)',
    ]);
  });

  it('says in one glance what the browser saw, and then what a page claims', () => {
    const page = (['untrusted-event', 'text-by-program'] as const).map((sign) => ({ sign, source: 'page' }) as const);
    const agent = { kind: 'unnamed', way: 'debugger' } as const;
    expect(sessionEvidence({ ...session, agent, evidence: [...page, ...session.evidence] }, say)).toEqual([
      'A debugger is attached to the tab and can press keys and buttons in it. (seen by the browser)',
      'A key press or click came from a program, not from a keyboard or mouse. (claimed by the page)',
    ]);
  });

  it('says of a driven browser once that it is driven, and then the next reason', () => {
    const evidence = [
      { sign: 'webdriver', source: 'page' },
      { sign: 'bare-capitals', source: 'page' },
      { sign: 'webdriver', source: 'browser' },
    ] as const;
    expect(sessionEvidence({ ...session, agent: { kind: 'unnamed', way: 'webdriver' }, evidence }, say)).toEqual([
      'The browser says that a program is driving it. (seen by the browser)',
      'Capital letters were typed without the Shift key. (claimed by the page)',
    ]);
  });

  it('is called by how it works where nobody knows its name', () => {
    const agent = { kind: 'unnamed', way: 'debugger' } as const;
    expect(agentName(agent, say)).toBe('An agent attached through the debugger');
    expect(agentWorksHere(agent, say)).toBe('An agent is working in this tab');
    expect(agentWorksHere(session.agent, say)).toBe('OpenClaw is working in this tab');
    expect(sessionEvidence({ ...session, agent }, say)).toHaveLength(1);
    expect(sessionLine({ ...session, tabs: 1, acts: 0 }, say)).toMatch(/· 1 tab · nothing sent or changed yet$/);
  });

  it('may be an extension, which is named by what it could do', () => {
    const extension = { name: 'Claude', known: true, debugs: true, reaches: false };
    expect(capableLine(extension, say)).toBe('Claude can press keys and buttons in any tab. It is known as an agent.');
    expect(capableLine({ name: 'Spell\u200b', known: false, debugs: false, reaches: true }, say)).toBe(
      'Spell⟨U+200B⟩ can read and change guarded pages.',
    );
  });
});
