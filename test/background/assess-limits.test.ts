/** What is too much to be looked at counts as the worst, and never as nothing. */
import { describe, expect, it } from 'vitest';
import { packed } from '../../src/background/packed-prints.ts';
import { boundReadings } from '../../src/core/bounded-readings.ts';
import { LONGEST_COMPARED } from '../../src/core/exposure/fingerprint.ts';
import type { Reading } from '../../src/core/exposure.ts';
import { UNMARKED } from '../../src/core/label.ts';
import { readPolicy } from '../../src/core/policy/read.ts';
import type { DescribedAct } from '../../src/sites/site.ts';
import { NOW } from '../core/facts.ts';
import { corpPolicy } from '../workspace/policy.ts';

// The background's rooms touch the browser's interface when they are loaded.
Object.assign(globalThis, { chrome: { runtime: { id: 'x', getURL: () => 'chrome-extension://x/' } } });
const { assess } = await import('../../src/background/assess.ts');
const { emptyState } = await import('../../src/background/state.ts');

const reading = readPolicy(corpPolicy('http://127.0.0.1:1/'), NOW);
if (reading.kind !== 'good') throw new Error(JSON.stringify(reading));
const { policy } = reading;
const mail = policy.sites.find(({ kind }) => kind === 'gmail');

function mailOf(text: string): DescribedAct {
  const recipients = { to: ['dave@northwind.example'], cc: [], bcc: [] };
  return {
    kind: 'send',
    thread: 'thread-a:r1',
    text,
    quoted: '',
    recipients,
    attachments: [],
    messageId: null,
    items: 1,
  };
}

describe('a mail with more text than is compared with what was read', () => {
  it('counts as carrying the worst', () => {
    if (mail === undefined) throw new Error('no mail');
    const state = { ...emptyState(), policy, policyState: 'good' as const };
    const levelOf = (length: number) =>
      assess(state, mail, 1, mailOf('Hi\n\n'.padEnd(length, 'tick tock '))).verdict.level;
    expect(levelOf(1_000)).toBe('ALLOW');
    expect(levelOf(LONGEST_COMPARED + 1)).toBe('WARN');
  });
});

describe('fingerprints of much that was read', () => {
  const prints = (n: number) => Array.from({ length: n }, (_, i) => i * 7_919);
  const read = (id: number, rank: number): Reading => ({
    id: `${id}`,
    site: 'forum',
    thread: `topic:${id}`,
    title: '',
    label: { ...UNMARKED, rank },
    at: id,
    actor: 'agent',
    session: 'tab:1',
    depth: 0,
    prints: { words: prints(10_000), signs: prints(20_000), rare: [] },
  });
  /** As many characters as the store keeps of their prints. */
  const size = (all: readonly Reading[]) => all.reduce((sum, { prints }) => sum + packed(prints).join('').length, 0);

  it('fit into what the browser keeps of a session, and the label of each stays', () => {
    const many = boundReadings([read(0, 3), ...Array.from({ length: 100 }, (_, i) => read(i + 1, i % 2))], 200);
    expect(many).toHaveLength(101);
    // A browser takes 10 MB of a session.
    expect(size(many)).toBeLessThan(8_000_000);
    expect(many.map(({ label }) => label.rank)).toContain(3);
  });

  it('are lost of the least sensitive first, then of the oldest', () => {
    const many = boundReadings([read(0, 3), ...Array.from({ length: 100 }, (_, i) => read(i + 1, i < 5 ? 1 : 0))], 200);
    const kept = many.filter(({ prints: { words } }) => words.length > 0).map(({ id }) => Number(id));
    expect(kept).toEqual(expect.arrayContaining([0, 1, 2, 3, 4, 5, 100]));
    expect(kept).not.toContain(6);
  });
});
