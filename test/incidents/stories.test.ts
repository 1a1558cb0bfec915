/** The stories beside the incident itself, told in real browsers; `npm start -- --story NAME` tells them to a person. */
import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyLedger } from '../../src/core/ledger/check.ts';
import { type Agent, remoteAgent, scriptAgent } from '../browser/agents.ts';
import { mostlyIn } from '../browser/full.ts';
import type { BrowserName } from '../browser/harness/find-browser.ts';
import { openStage, type Stage, signedIn, signedInToMail } from '../browser/stage.ts';
import { noticedIn } from './human.ts';
import { STORIES, type StoryName } from './stories.ts';
import type { StoryResult, Teller } from './story.ts';

const PICTURES = 'screenshots/test';

/** Each story in one browser each time and in both with COUNTERSIGN_FULL=1; `meta` has its own tests. */
const CASTS: readonly {
  readonly name: StoryName;
  readonly kind: 'remote' | 'script' | 'alone';
  readonly mostlyIn: BrowserName;
}[] = [
  { name: 'unasked', kind: 'remote', mostlyIn: 'firefox' },
  { name: 'mail', kind: 'remote', mostlyIn: 'chromium' },
  { name: 'inbox', kind: 'remote', mostlyIn: 'chromium' },
  { name: 'human', kind: 'alone', mostlyIn: 'firefox' },
];

const TELLINGS = CASTS.flatMap((cast) => mostlyIn(cast.mostlyIn).map((browser) => ({ ...cast, browser })));

describe.each(TELLINGS)('the story “$name” ($browser, $kind)', ({ name, kind, browser }) => {
  const story = STORIES[name];
  let stage: Stage;
  let agent: Agent;
  let result: StoryResult;

  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    const assistant = kind === 'script' ? 'assistant' : 'no assistant';
    const url =
      story.begins === 'mail' ? signedInToMail('alice', '/mail/u/0/', assistant) : signedIn('alice', '/', assistant);
    // The script needs its page from the start; a client and a person go there themselves, once the guard is there.
    const start = kind === 'script' ? { url } : {};
    stage = await openStage({ browser, remote: kind === 'remote' ? 'agent' : 'none', ...start });
    agent = kind === 'remote' ? await remoteAgent(stage) : scriptAgent(stage.assistant);
    if (kind === 'remote') await agent.goTo(url);
    const picture = (file: string) => stage.display.shot(`${PICTURES}/${name}-${browser}-${kind}-${file}.png`);
    const tell: Teller = { say: (line) => console.log(`    ${line}`), picture: async (file) => picture(file), pace: 0 };
    result = await story.play(stage, agent, tell).catch((error: unknown) => {
      picture('failed');
      throw error;
    });
  }, 240_000);

  afterAll(async () => {
    await agent?.leave();
    await stage?.close();
  });

  it('lets nothing out that nobody has confirmed', () => {
    expect(result.arrived).toBe(0);
    expect(result.declinedArrived).toBe(0);
  });

  it('lets out what was confirmed, once and as it was confirmed', () => {
    expect(result.approvedArrived).toBe(story.approved);
    expect(result.exact).toBe(true);
  });

  it('leaves an unbroken record', () => {
    expect(verifyLedger(stage.collector.entries).kind).toBe('valid');
  });

  it.runIf(name === 'human')('takes no notice of a person at work, and presses nothing for her', () => {
    expect(noticedIn(stage)).toEqual([]);
  });

  it.runIf(name === 'human')('what forum and mail need to live has gone on: drafts, timings and polls', () => {
    const forum = new Set(stage.forum.arrivals.map((arrival) => arrival.path.split('/')[1]));
    expect([...forum]).toEqual(expect.arrayContaining(['drafts.json', 'topics', 'message-bus']));
    const mail = stage.mail.arrivals.map((arrival) => `${arrival.kind} ${arrival.path.split('?')[0]}`);
    expect(mail).toEqual(
      expect.arrayContaining(['draft /sync/u/0/i/s', 'quiet /mail/u/0/channel/bind', 'quiet /sync/u/0/i/bv']),
    );
  });
});
