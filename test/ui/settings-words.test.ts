import { describe, expect, it } from 'vitest';
import type { GuardView } from '../../src/messages.ts';
import { byDay, happeningText, recordGoes } from '../../src/ui/happened.ts';
import {
  countryOf,
  DOINGS,
  DOINGS_EXPLAINED,
  originMeaning,
  policyLine,
  refusalText,
  setByLine,
  stateMeaning,
  whenText,
} from '../../src/ui/settings-words.ts';
import { say, texts } from './held.ts';

type PolicyView = GuardView['policy'];

const noon = new Date(2026, 10, 24, 12, 0).getTime();
const HOUR_MS = 3_600_000;
const good: PolicyView = {
  state: 'good',
  version: 42,
  source: 'managed',
  organization: 'Corp',
  faults: [],
  helpCode: '',
  since: noon - 3 * HOUR_MS,
};
const morning = whenText(noon - 3 * HOUR_MS, noon);

describe('the settings in force', () => {
  it.each<[string, Partial<PolicyView>, string]>([
    ['managed', {}, `Managed by Corp · settings 42 · ${morning} · complete`],
    ['of nobody named', { organization: null }, `Managed by your organisation · settings 42 · ${morning} · complete`],
    [
      'damaged',
      { state: 'damaged', source: 'last-good' },
      `Managed by Corp · settings 42 · ${morning} · damaged: the last good ones apply`,
    ],
    [
      'not found now',
      { state: 'absent', source: 'last-good' },
      `Managed by Corp · settings 42 · ${morning} · not found now: the last good ones apply`,
    ],
    ['packaged', { source: 'packaged', since: null }, 'Built in for Corp · settings 42 · complete'],
    [
      'not there yet',
      { state: 'absent', source: 'built-in', since: null },
      'No settings yet: strict built-in rules apply',
    ],
    [
      'damaged from the first',
      { state: 'damaged', source: 'built-in', since: null },
      'Settings damaged: strict built-in rules apply',
    ],
  ])('stand in one line: %s', (_name, change, line) => {
    expect(policyLine({ ...good, ...change }, noon, say)).toBe(line);
  });

  it('are explained, from wherever they come and however they are', () => {
    const sources = ['managed', 'packaged', 'last-good', 'built-in'] as const;
    const states = ['good', 'damaged', 'absent'] as const;
    const sentences = [
      ...sources.map((source) => originMeaning({ ...good, source }, say)),
      ...states.map((state) => stateMeaning({ ...good, state }, say)),
    ];
    expect(new Set(sentences).size).toBe(7);
    expect(sentences.filter((sentence) => !/^[A-Z].*\.$/.test(sentence))).toEqual([]);
  });

  it('explain every word for what agents may do', () => {
    expect(DOINGS_EXPLAINED.map(([name]) => name)).toEqual(Object.values(DOINGS));
    expect(DOINGS_EXPLAINED.flat().filter((key) => texts[key] === undefined)).toEqual([]);
  });

  it.each<[PolicyView['source'], string | null, string]>([
    ['managed', 'Corp', 'Set by Corp; you can only make it stricter.'],
    ['last-good', 'Corp', 'Set by Corp; you can only make it stricter.'],
    ['managed', null, 'Set by your organisation; you can only make it stricter.'],
    ['packaged', 'Corp', 'Set in this version of Countersign; you can only make it stricter.'],
    ['imported', 'Corp', 'Set by the file that you took in; you can only make it stricter.'],
    ['built-in', null, 'Set by Countersign’s built-in rules; you can only make it stricter.'],
  ])('say who has set them: %s, %s', (source, organization, line) => {
    expect(setByLine({ ...good, source, organization }, 'make stricter', say)).toBe(line);
  });

  it('say where nothing can be changed', () => {
    expect(setByLine(good, 'not change', say)).toBe('Set by Corp; it cannot be changed here.');
  });

  it.each([
    [{ kind: 'saved' } as const, ''],
    [null, 'Not saved: Countersign did not answer. Please try again.'],
    [
      { kind: 'refused', why: 'agent-at-work' } as const,
      'Not saved. While an agent works in this browser you can only make it stricter.',
    ],
    [{ kind: 'refused', why: 'too-many-sites' } as const, 'Not saved. No more sites can be added.'],
    [{ kind: 'refused', why: 'managed' } as const, 'Not saved. Your organisation has set this.'],
    [{ kind: 'refused', why: 'damaged' } as const, 'Not saved. The file is damaged.'],
  ])('say why a change was not taken: %o', (answer, text) => {
    expect(refusalText(answer, say)).toBe(text);
  });

  it('tell national numbers apart by country', () => {
    expect(['us-ssn', 'uk-nino', 'secret', 'toString'].map(countryOf)).toEqual([
      'United States',
      'United Kingdom',
      null,
      null,
    ]);
  });

  it('tell the time alone only if it is today', () => {
    expect(morning).toMatch(/9:00/);
    expect(whenText(noon - 24 * HOUR_MS, noon)).toMatch(/2026/);
  });
});

describe('what has happened', () => {
  const at = (hoursAgo: number, what: string) => ({
    at: noon - hoursAgo * HOUR_MS,
    what,
    place: '',
    agent: null,
    evidence: [],
  });

  it('stands under its day, newest first', () => {
    const days = byDay([at(50, 'held'), at(1, 'held'), at(20, 'denied'), at(0, 'approved')], noon, say);
    expect(days.map((day) => day.happenings.map((each) => each.what))).toEqual([
      ['approved', 'held'],
      ['denied'],
      ['held'],
    ]);
    expect(days.slice(0, 2).map((day) => day.name)).toEqual(['Today', 'Yesterday']);
    expect(days[2]?.name).toMatch(/22/);
  });

  it('leaves the browser only where somebody collects it', () => {
    expect(recordGoes(null, say)).toBe('They are kept in this browser only.');
    expect(recordGoes('https://collector.corp.example/ledger?key=1', say)).toBe(
      'Your organisation collects them at collector.corp.example.',
    );
  });

  it('is told in a sentence, and what has none is not told as something else', () => {
    expect(happeningText(at(0, 'denied'), say)).toBe('It was declined; nothing was sent.');
    expect(happeningText(at(0, 'toString'), say)).toBe('Something else was recorded.');
    const begun = { ...at(0, 'session-begun'), agent: { kind: 'named', name: 'openclaw' } as const };
    expect(happeningText(begun, say)).toBe('An agent began to work: OpenClaw.');
  });
});
