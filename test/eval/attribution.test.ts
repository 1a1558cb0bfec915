/** Recordings through the code that ships: a few that are part of the repository, and all where they are at hand. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { MEASURED } from '../../src/agents/measured.ts';
import { agentFigures, seeSessions } from './attribution/agents.ts';
import { assistiveSend, PRESSES, TEXTS } from './attribution/assistive.ts';
import { composeSends, humanFigures, upperBound } from './attribution/people.ts';
import { attributionBy, signsIn } from './attribution/replay.ts';
import { faultsIn } from './attribution.ts';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A folder beside the repository; skipped, and said so, where it is not. */
function beside(name: string): string | null {
  const path = folder(`../../../shared/data/${name}/`);
  if (existsSync(path)) return path;
  console.info(`The recordings of ${name} are not at hand: their checks are skipped.`);
  return null;
}

describe('recorded agents', () => {
  it('of six tools are seen in the page alone', () => {
    const figures = agentFigures(seeSessions(folder('./attribution/recordings/'), MEASURED));
    expect(figures).toMatchObject({ sessions: 6, agent: 6, unknown: 0, human: 0 });
    expect(figures.driven.sessions).toBe(5);
  });

  const agents = beside('agent-traces');
  it.skipIf(agents === null)('of all tools are seen, and none is taken for a person', () => {
    const figures = agentFigures(seeSessions(agents ?? '', MEASURED));
    expect(
      faultsIn({ agents: figures, humans: null, assistive: { sends: 0, agent: 0, unknown: 0, human: 0 } }),
    ).toEqual([]);
    expect(Object.keys(figures.leaveOneToolOut)).toContain('xdotool');
  });
});

describe('recorded people', () => {
  const humans = beside('human-input');
  it.skipIf(humans === null)('are not taken for agents, and most are recognised', () => {
    const some = composeSends(humans ?? '').filter((_, index) => index % 25 === 0);
    const { desktop, byDevice } = humanFigures(some, MEASURED);
    expect(desktop.sends).toBeGreaterThan(500);
    expect(desktop.agent + (byDevice.touch?.agent ?? 0)).toBeLessThanOrEqual(1);
    expect(desktop.typedHuman / desktop.typed).toBeGreaterThan(0.9);
  });

  it.each(PRESSES.flatMap((press) => TEXTS.map((text) => [press, text] as const)))(
    'who press by assistive technology in %s, the text %s, are neither',
    (press, text) => {
      expect(attributionBy(signsIn(assistiveSend(press, text), MEASURED), []).actor).toBe('unknown');
    },
  );
});

describe('an upper bound of 95 %', () => {
  it.each([
    [0, 1_000, 0.003],
    [1, 20_767, 0.00023],
    [3, 14_499, 0.00053],
  ])('of %i in %i is %f', (count, of, bound) => {
    expect(upperBound(count, of)).toBeCloseTo(bound, 4);
  });
});
