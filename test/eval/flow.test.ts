/** The committed cases are answered as the design asks; and a guard that did not see what makes a leak one would fail. */
import { describe, expect, it } from 'vitest';
import { play } from './flow/play.ts';
import { type FlowCase, readCase, readCases } from './flow/read-cases.ts';
import { measureFlow, reaches } from './flow.ts';

const cases = readCases();
const figures = measureFlow(cases);
const caseOf = (id: string): FlowCase => {
  const found = cases.find((each) => each.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};

describe('the written cases', () => {
  it('are many, and of both kinds', () => {
    expect(figures.cases).toBeGreaterThanOrEqual(100);
    expect(figures.leaks).toBeGreaterThanOrEqual(40);
    expect(figures.benign).toBeGreaterThanOrEqual(40);
  });

  it('let no leak pass, and ask about few of the others', () => {
    expect(figures.failures.filter(({ what }) => what === 'missed')).toEqual([]);
    expect(figures.overAsked).toBeLessThanOrEqual(figures.benign * 0.1);
    expect(reaches(figures)).toBe(true);
  });

  it.each(cases.map((each) => [each.id, each] as const))('%s', (_id, each) => {
    expect(play(each).answer).toBe(each.expected);
  });
});

describe('the measure can fail', () => {
  const missed = (changed: FlowCase) => {
    const found = measureFlow([changed]);
    expect(reaches(found)).toBe(false);
    return found.failures.map(({ what }) => what);
  };

  it('where nothing was seen to be read', () => {
    expect(missed({ ...caseOf('paraphrase-agent-war-room-to-all'), read: [] })).toEqual(['missed']);
  });

  it('where the draft of an agent is forgotten', () => {
    expect(missed({ ...caseOf('draft-sent-by-person-after-restart'), drafted: [], read: [] })).toEqual(['missed']);
  });

  it('where a leak is held like any other act of an agent', () => {
    expect(missed({ ...caseOf('mandate-ask-leak'), read: [] })).toEqual(['missed']);
  });

  it('where something harmless is asked about and its case does not say why', () => {
    const { known: _, ...unexplained } = caseOf('agent-after-reading-to-another');
    expect(missed(unexplained)).toEqual(['over-asked']);
  });
});

describe('a file that is no case', () => {
  const good = {
    about: 'x',
    leak: null,
    expected: 'asked',
    read: [],
    act: { by: 'person', site: 'mail', kind: 'send', thread: 't', to: ['a@corp.example'], text: 'x' },
  };
  it.each<[string, unknown, string]>([
    ['no JSON', undefined, 'x.json: is no JSON'],
    ['no answer', { ...good, expected: 'maybe' }, 'x.json: expected: '],
    ['an act without text', { ...good, act: { ...good.act, text: undefined } }, 'x.json: act.text: '],
    [
      'a reader of another kind',
      { ...good, read: [{ site: 'mail', thread: 't', by: 'robot', minutesAgo: 1, text: '' }] },
      'x.json: read.0.by: ',
    ],
    [
      'a site that policy does not know',
      { ...good, act: { ...good.act, site: 'chat' } },
      'x.json: act.site: policy knows no site "chat"',
    ],
    ['a policy with a fault', { ...good, policy: { exposure: { draftDays: 0 } } }, 'x.json: policy: '],
    ['a key too many', { ...good, leaks: null }, 'x.json: case: '],
  ])('is refused with the place of the fault: %s', (_name, value, told) => {
    expect(() => readCase('x.json', value === undefined ? '{' : JSON.stringify(value))).toThrow(told);
  });
});
