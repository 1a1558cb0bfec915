/** A person at work, with no remote protocol at all, is not asked, not slowed and not recorded. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pause, until } from './harness/until.ts';
import { openStage, type Stage, signedIn, wantedBrowsers } from './stage.ts';

/** Where the large Reply button lies in a window of this browser on our display. */
const REPLY = { chromium: { x: 79, y: 780 }, firefox: { x: 439, y: 836 } } as const;

describe.each(wantedBrowsers())('Alice posts something ordinary by hand (%s)', (browser) => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage({ browser, remote: 'none', url: signedIn('alice', '/t/lunch-on-thursday/102') });
  }, 120_000);

  afterAll(() => stage?.close());

  it('it arrives at once, as she wrote it, without a question', async () => {
    await stage.person.turnTo(/Lunch on Thursday/);
    await pause(1_000);
    await stage.person.click(REPLY[browser].x, REPLY[browser].y);
    await pause(800);
    await stage.person.type('Thanks, see you at the canal on Thursday.');
    await until(
      'the forum to save her draft',
      () => stage.forum.arrivals.some((each) => each.kind === 'draft') || undefined,
    );
    await stage.person.press('ctrl+Return');
    await until('her post to arrive', () => stage.forum.published().length > 0 || undefined, 15_000);
    expect(stage.forum.published().map((arrival) => arrival.raw)).toEqual([
      'Thanks, see you at the canal on Thursday.',
    ]);
    const kinds = stage.collector.entries.map((entry) => entry.kind);
    expect(kinds.filter((kind) => !['guard-started', 'policy-loaded'].includes(String(kind)))).toEqual([]);
  });

  it('what the forum needs to live has gone on: drafts, timings and polls', async () => {
    const kinds = await until('drafts and polls', () => {
      const seen = new Set(stage.forum.arrivals.map((arrival) => arrival.path.split('/')[1]));
      return ['drafts.json', 'topics', 'message-bus'].every((path) => seen.has(path)) ? seen : undefined;
    });
    expect(kinds.size).toBeGreaterThanOrEqual(3);
  });
});
