/** An agent's session: it begins with the first sighting, keeps what was seen, and ends when nothing is seen any more. */
import { describe, expect, it } from 'vitest';
import { evidenceOf } from '../../src/agents/evidence.ts';
import { AGENT_LIMITS } from '../../src/core/agent-limits.ts';
import { AGENT_IDS, AGENT_NAMES } from '../../src/core/agent-name.ts';
import { type AgentSession, acted, isIn, isOver, named, seen, seenBy, wayOf } from '../../src/core/agent-session.ts';

const QUIET_MS = AGENT_LIMITS.quietMs;
const debuggerAt = (at: number) => evidenceOf('debugger', 'browser', at);
const begin = (at = 1_000): AgentSession =>
  seen(undefined, { id: 'tab:7', tab: 7, evidence: [debuggerAt(at)], at }, QUIET_MS);

describe('a session of an agent', () => {
  it('begins with the first sighting and goes on with the next', () => {
    const later = seen(begin(), { id: 'tab:7', tab: 9, evidence: [debuggerAt(61_000)], at: 61_000 }, QUIET_MS);
    expect(later).toMatchObject({ begun: 1_000, seenAt: 61_000, acts: 0, name: null });
    expect(later.tabs.map(({ tab }) => tab)).toEqual([7, 9]);
    expect(later.evidence).toEqual([debuggerAt(61_000)]);
  });

  it('is over when nothing was seen for as long as is said, and what comes then is another', () => {
    const first = named(acted(begin()), 'openclaw');
    expect(isOver(first, 1_000 + QUIET_MS - 1, QUIET_MS)).toBe(false);
    expect(isOver(first, 1_000 + QUIET_MS, QUIET_MS)).toBe(true);
    const second = seen(first, { id: 'tab:7', tab: 7, evidence: [debuggerAt(999_000)], at: 999_000 }, QUIET_MS);
    expect(second).toMatchObject({ begun: 999_000, acts: 0, name: null });
  });

  it('is not ended by a clock that was set back', () => {
    expect(isOver(begin(10_000_000), 5, QUIET_MS)).toBe(false);
  });

  it('is in a tab as long as it was seen there lately', () => {
    const both = seen(begin(), { id: 'tab:7', tab: 9, evidence: [], at: 1_000 + QUIET_MS - 1 }, QUIET_MS);
    expect([
      isIn(both, 7, 2_000, QUIET_MS),
      isIn(both, 7, 1_000 + QUIET_MS, QUIET_MS),
      isIn(both, 9, 1_000 + QUIET_MS, QUIET_MS),
    ]).toEqual([true, false, true]);
    expect(isIn(both, 8, 2_000, QUIET_MS)).toBe(false);
  });

  it('keeps the word of page and browser apart, and nothing that speaks for a hand', () => {
    const evidence = [evidenceOf('webdriver', 'page', 1), evidenceOf('typed-by-hand', 'page', 1)];
    const page = seen(undefined, { id: 'remote', tab: 1, evidence, at: 1 }, QUIET_MS);
    expect([seenBy(page), page.evidence.length]).toEqual(['page', 1]);
    const both = seen(
      page,
      { id: 'remote', tab: 1, evidence: [evidenceOf('webdriver', 'browser', 2)], at: 2 },
      QUIET_MS,
    );
    expect([seenBy(both), both.evidence.length]).toEqual(['browser', 2]);
  });

  it('stays bounded, whatever is opened', () => {
    let session = begin();
    for (let tab = 0; tab < 500; tab++)
      session = seen(session, { id: 'tab:7', tab, evidence: [], at: 2_000 }, QUIET_MS);
    expect(session.tabs.length).toBe(50);
    expect(isIn(session, 499, 2_000, QUIET_MS)).toBe(true);
  });

  it('takes the name that says most, in whatever order names are found', () => {
    expect(named(named(begin(), 'puppeteer'), 'openclaw').name).toBe('openclaw');
    expect(named(named(begin(), 'openclaw'), 'puppeteer').name).toBe('openclaw');
  });

  it.each([
    [['debugger', 'untrusted-event'], 'debugger'],
    [['webdriver'], 'webdriver'],
    [['text-by-program'], 'script'],
    [['machine-rhythm', 'bare-capitals'], 'input'],
  ] as const)('is called by how it works where nobody knows its name: %s', (signs, way) => {
    expect(wayOf(signs.map((sign) => evidenceOf(sign, 'page', 0)))).toBe(way);
  });
});

it('every known agent has a name of its own', () => {
  expect(new Set(AGENT_IDS.map((id) => AGENT_NAMES[id])).size).toBe(AGENT_IDS.length);
});
