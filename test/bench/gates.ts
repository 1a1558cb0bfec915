/**
 * What the gates add to sends that are permitted: the same task in the same browser with the guard and without it, in
 * turn. A person replies on the forum by hand; an agent that may send alone sends twenty mails.
 */
import { type Agent, remoteAgent } from '../browser/agents.ts';
import type { BrowserName } from '../browser/harness/find-browser.ts';
import { pause, until } from '../browser/harness/until.ts';
import { MAIL, openStage, type Stage, type StageOptions, signedIn, signedInToMail } from '../browser/stage.ts';
import { goTo } from '../incidents/human.ts';
import { arrivedSends, SEND } from '../incidents/mail.ts';
import { say } from '../run/command-line.ts';
import { compare, type Paired } from './paired.ts';

export interface GateCost extends Paired {
  readonly browser: BrowserName;
  readonly task: 'a person’s reply' | 'from the press of keys to the server' | 'an agent’s 20 mails';
}

const MAILS = 20;
const LUNCH = '/t/lunch-on-thursday/102';
/** Where the large Reply button lies in a window of this browser on our display. */
const REPLY = { chromium: { x: 79, y: 780 }, firefox: { x: 439, y: 836 } } as const;

/** One task that can be done again and again; times in milliseconds. */
interface Task {
  run(): Promise<readonly number[]>;
  close(): Promise<void>;
}

/** Measures both tasks in so many pairs. */
export async function measureGates(browser: BrowserName, pairs: number): Promise<readonly GateCost[]> {
  const [whole, press] = await inPairs(`${browser}, a person`, pairs, (guard) => personsReply(browser, guard));
  const [mails] = await inPairs(`${browser}, an agent`, pairs, (guard) => agentsMails(browser, guard));
  return [
    { browser, task: 'a person’s reply', ...compare(whole ?? []) },
    { browser, task: 'from the press of keys to the server', ...compare(press ?? []) },
    { browser, task: 'an agent’s 20 mails', ...compare(mails ?? []) },
  ];
}

type Pair = { readonly withGuard: number; readonly without: number };

/** Both are open all the time, and each begins every other pair, so that neither has the quieter machine. */
async function inPairs(
  name: string,
  pairs: number,
  open: (guard: StageOptions['guard']) => Promise<Task>,
): Promise<readonly (readonly Pair[])[]> {
  const guarded = await open(undefined);
  const bare = await open('absent').catch(async (error: unknown) => {
    await guarded.close();
    throw error;
  });
  const found: Pair[][] = [];
  try {
    // The first of each fills caches.
    for (let n = -1; n < pairs; n++) {
      const first = await (n % 2 === 0 ? guarded : bare).run();
      const second = await (n % 2 === 0 ? bare : guarded).run();
      const [withGuard, without] = n % 2 === 0 ? [first, second] : [second, first];
      if (n < 0) continue;
      withGuard.forEach((ms, which) => {
        found[which] = [...(found[which] ?? []), { withGuard: ms, without: without[which] ?? Number.NaN }];
      });
      say(
        `${name}: pair ${n + 1} of ${pairs}, ${withGuard.map((ms, which) => (ms / (without[which] ?? 1)).toFixed(3)).join(', ')}`,
      );
    }
    return found;
  } finally {
    await guarded.close();
    await bare.close();
  }
}

/** From the press of Reply over the typing to the server; and from the press of the keys that send alone. */
async function personsReply(browser: BrowserName, guard: StageOptions['guard']): Promise<Task> {
  const stage = await openStage({
    browser,
    remote: 'none',
    url: signedIn('alice', LUNCH, 'assistant'),
    ...absent(guard),
  });
  await stage.person.waitForWindow(/Lunch on Thursday/, 60_000);
  let count = 0;
  // The page's own script only looks whether the page is there.
  const shows = (code: string) =>
    until(code, () => stage.assistant.run<boolean>(`return ${code};`, 10_000).catch(() => false), 60_000);
  const run = async () => {
    stage.forum.reset();
    count += 1;
    await goTo(stage, signedIn('alice', `${LUNCH}?n=${count}`, 'assistant'), /Lunch on Thursday/);
    await shows(
      `location.search === '?n=${count}' && document.readyState === 'complete' && document.querySelector('#topic-footer-buttons .create') !== null`,
    );
    await pause(1_000);
    const start = performance.now();
    await stage.person.click(REPLY[browser].x, REPLY[browser].y);
    await shows("document.activeElement?.matches('.d-editor-input') === true");
    await stage.person.type('Count me in for lunch.');
    await pause(1_000);
    const pressed = performance.now();
    const pressing = stage.person.press('ctrl+Return');
    await until('the reply', () => stage.forum.published().length > 0 || undefined, 30_000, 2);
    const there = performance.now();
    await pressing;
    return [there - start, there - pressed];
  };
  return { run, close: () => stage.close() };
}

async function agentsMails(browser: BrowserName, guard: StageOptions['guard']): Promise<Task> {
  const stage = await openStage({ browser, remote: 'agent', mailMandate: 'flow', ...absent(guard) });
  const agent = await remoteAgent(stage);
  await agent.goTo(signedInToMail('alice', '/mail/u/0/'));
  const run = async () => {
    await agent.goTo(`${MAIL}/mail/u/0/?n=${Date.now()}`);
    stage.mail.reset();
    const start = performance.now();
    for (let n = 1; n <= MAILS; n++) await sendOne(stage, agent, n);
    return [performance.now() - start];
  };
  return {
    run,
    async close() {
      await agent.leave();
      await stage.close();
    },
  };
}

async function sendOne(stage: Stage, agent: Agent, n: number): Promise<void> {
  await agent.click('[gh=cm]');
  await agent.write('.M9 [name="to"] input.agP', 'bob@corp.example,');
  await agent.write('.M9 [name="subjectbox"]', `Lunch ${n}`);
  await agent.insert('.M9 [g_editable="true"]', `Table ${n} is free on Thursday.`);
  await agent.click(SEND);
  await until(`mail ${n}`, () => arrivedSends(stage) >= n || undefined, 30_000, 5);
  const gone = "return document.querySelector('.M9') === null;";
  await until('the composer to close', () => agent.run<boolean>(gone), 10_000, 5);
}

function absent(guard: StageOptions['guard']): Pick<StageOptions, 'guard'> {
  return guard === undefined ? {} : { guard };
}
