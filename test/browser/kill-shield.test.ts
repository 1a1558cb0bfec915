/**
 * While agents are stopped, an agent that is an extension with a debugger is thrown out of guarded tabs and its trusted
 * input does nothing; a person takes a tab back and works there. No remote protocol at all: the person's hand is X input.
 */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { entriesOf } from '../incidents/story.ts';
import { openPopup } from './alice.ts';
import { type DebuggerAgent, debuggerAgent } from './debugger-agent.ts';
import { FULL } from './full.ts';
import { pause, until } from './harness/until.ts';
import { openStage, type Stage, signedIn, wantedBrowsers } from './stage.ts';
import { showFailure } from './when-it-fails.ts';

const PICTURES = 'screenshots/test';
const MATCH = '/t/lunch-on-thursday/102';

// Not with every test: its agent attaches some hundred times, and what that comes to depends on how busy the machine is.
describe.runIf(FULL && wantedBrowsers().includes('chromium'))(
  'an agent’s debugger while agents are stopped (Chromium)',
  () => {
    let stage: Stage;
    let agent: DebuggerAgent;

    beforeAll(async () => {
      agent = await debuggerAgent();
      stage = await openStage({
        browser: 'chromium',
        remote: 'none',
        extraArgs: agent.extraArgs,
        url: signedIn('alice', MATCH),
      });
      await stage.person.waitForWindow(/Corp Engineering Forum/);
    }, 120_000);

    afterAll(async () => {
      await stage?.close();
      await agent?.close();
    });

    afterEach((context) => showFailure(context, stage, 'kill-shield'));

    const evaluate = async (expression: string) => {
      const steps = [['Runtime.evaluate', { expression, returnByValue: true }]];
      const [answer] = await agent.tell<{ result: { value: unknown } }[]>('drive', { match: MATCH, steps });
      return answer?.result.value;
    };
    const isAttached = () => agent.tell<boolean>('isAttached', { match: MATCH });
    const insist = (times: number) =>
      agent.tell<{ attached: number; clicked: number; refusals: string[] }>('insist', {
        match: MATCH,
        times,
        x: 600,
        y: 400,
      });
    const pressInThePopup = async (...keys: string[]) => {
      await openPopup(stage);
      await stage.person.press(...keys);
    };

    it('it drives the tab as long as it may', async () => {
      expect(await evaluate('1 + 1')).toBe(2);
      // What the page itself hears of clicks is the truth about them; the title says it to whoever is not attached.
      await evaluate(
        `addEventListener('click', () => { document.title = 'Corp Engineering Forum clicked ' + (Number(document.title.split(' ').at(-1)) + 1 || 1); }); 0`,
      );
      const { clicked } = await insist(1);
      expect(clicked).toBe(1);
      await stage.person.waitForWindow(/Forum clicked 1\b/);
      // One look of the guard's.
      await pause(1_500);
    });

    it('is thrown out by Stop all agents, and kept out', async () => {
      await pressInThePopup('Tab', 'space');
      await until('the stop in the record', () => entriesOf(stage, 'killed') > 0 || undefined);
      await until('it to be thrown out', async () => !(await isAttached()), 5_000);
      stage.display.shot(`${PICTURES}/kill-popup-chromium.png`);
      await stage.person.press('Escape');
      await pause(500);
      stage.display.shot(`${PICTURES}/kill-shield-chromium.png`);
      await expect(evaluate('1 + 1')).rejects.toThrow(/different extension/);
    });

    it('takes everything of ours out of the page, again and again, and no click of it reaches the page', async () => {
      const tried = await insist(40);
      expect(tried.attached).toBeGreaterThan(0);
      await pause(1_500);
      expect(stage.person.windows().some(({ title }) => /clicked (?!1\b)/.test(title))).toBe(false);
      await until('the attempt in the record', () => entriesOf(stage, 'shield-broken') > 0 || undefined);
      await until('it to be thrown out again', async () => !(await isAttached()), 5_000);
    });

    it('the person takes the tab back and writes there; the agent stays out', async () => {
      await openPopup(stage);
      stage.display.shot(`${PICTURES}/kill-popup-drive-chromium.png`);
      await stage.person.press('Tab', 'Tab', 'space');
      await until('it in the record', () => entriesOf(stage, 'taken-over') > 0 || undefined);
      await pause(700);
      stage.display.shot(`${PICTURES}/kill-driving-chromium.png`);
      await stage.person.press('Escape');
      await stage.person.click(600, 400);
      await stage.person.waitForWindow(/Forum clicked 2\b/);
      await expect(evaluate('1 + 1')).rejects.toThrow(/different extension/);
    });

    it('hands it back: the shield is up again', async () => {
      await pressInThePopup('Tab', 'Tab', 'space');
      await until('it in the record', () => entriesOf(stage, 'handed-back') > 0 || undefined);
      await stage.person.press('Escape');
      await stage.person.click(600, 400);
      await pause(700);
      expect(stage.person.windows().some(({ title }) => /clicked 3\b/.test(title))).toBe(false);
    });
  },
);
