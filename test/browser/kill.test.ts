/**
 * "Stop all agents" in short: pressed by the person while an agent sends, attacked while it stands, over a crash and a
 * restart. `npm run eval -- kill` measures it in full.
 */
import { describe, expect, it } from 'vitest';
import type { Sender, Tab } from '../eval/kill/sender.ts';
import { runTrials } from '../eval/kill/trials.ts';
import { entriesOf } from '../incidents/story.ts';
import { pageAttempts } from './attempts.ts';
import { FULL } from './full.ts';
import { pause } from './harness/until.ts';
import { type Stage, wantedBrowsers } from './stage.ts';

/** What is tried each time; all of it with COUNTERSIGN_FULL=1. */
const SHORT =
  /^(sendBeacon|worker’s|shared worker’s|service worker’s|unloaded frame’s pristine fetch|pristine form into a new tab|WebSocket)/;

describe.each(wantedBrowsers())('Stop all agents (%s)', (browser) => {
  it('stops what an agent sends, whatever it tries, over a crash and a restart', async () => {
    const run = await runTrials(browser, 1, () => undefined, attack);
    expect(run.trials.map(({ late }) => late)).toEqual([0]);
    expect(run).toMatchObject({ afterWorkerKill: 0, afterRestart: 0 });
  }, 240_000);
});

/** The agent is still attached everywhere, and agents are stopped. */
async function attack(stage: Stage, { first }: Sender): Promise<void> {
  stage.display.shot(`screenshots/test/stopped-${stage.name}.png`);
  stage.forum.reset();
  for (const { code } of pageAttempts(102, 'Sent while stopped').filter(({ name }) => FULL || SHORT.test(name)))
    await first.evaluate(`(async () => { ${code} })().catch(() => undefined)`).catch(() => undefined);
  // Over a line that was open before the stop.
  expect(await first.evaluate('window.line.readyState')).toBeGreaterThan(1);
  await first.evaluate(`try { window.line.send('Over the open line'); } catch {} 0`);
  // As the page goes.
  await first.evaluate(
    `addEventListener('pagehide', () => navigator.sendBeacon('/posts', new URLSearchParams({ raw: 'On leaving', topic_id: '102' }))); 0`,
  );
  await trustedInputDoesNothing(first);
  await first.goto('https://forum.corp.example/t/lunch-on-thursday/102?again=1');
  await trustedInputDoesNothing(first);
  await pause(1_000);
  expect(stage.forum.published()).toEqual([]);
  expect(entriesOf(stage, 'revived')).toBe(0);
}

/** The page hears nothing of clicks and keys, not even where its script has taken what lies over it away. */
async function trustedInputDoesNothing(tab: Tab): Promise<void> {
  await tab.evaluate(`window.heard = []; for (const type of ['mousedown', 'click', 'keydown', 'beforeinput']) addEventListener(type, (event) => heard.push(type), true);
    const field = document.createElement('textarea'); field.id = 'field'; field.style.cssText = 'position:fixed;inset:100px auto auto 100px;width:300px;height:200px;z-index:9'; document.body.append(field);
    for (const each of [...document.documentElement.children]) if (!['HEAD', 'BODY'].includes(each.tagName)) each.remove();
    field.focus(); 0`);
  await tab.mouse.click(200, 200);
  await tab.evaluate(`document.getElementById('field').focus(); 0`);
  await tab.keyboard.type('abc');
  expect(await tab.evaluate(`JSON.stringify([heard, document.getElementById('field').value])`)).toBe('[[],""]');
}
