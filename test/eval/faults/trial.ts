/** One browser with the guard that can be made to fail, and one trial after the other in it. */
import { type Agent, scriptAgent } from '../../browser/agents.ts';
import type { BrowserName } from '../../browser/harness/find-browser.ts';
import { pause, until } from '../../browser/harness/until.ts';
import { FORUM, MAIL, openStage, type Stage, signedIn, signedInToMail } from '../../browser/stage.ts';
import { entriesOf } from '../../incidents/story.ts';
import { type How, type InPage, onTheForum, onTheMail, READ_SECRET } from './attack.ts';
import { wired } from './build.ts';
import { openSwitchboard, type Switchboard } from './switchboard.ts';

/** What fails, and how: "background/network", "throw". */
export interface Fault {
  readonly module: string;
  readonly how: How;
}

/** What came of one trial. */
export interface Outcome extends Fault {
  readonly browser: BrowserName;
  readonly attempts: number;
  /** Sends that reached a server. */
  readonly arrived: number;
  /** What they were, for whoever looks for the hole. */
  readonly what: readonly string[];
  readonly textKept: boolean;
  /** Where a person or the agent is told: a card or a line in the page, the toolbar button. */
  readonly told: readonly string[];
  /** Whether the module was called at all while it failed. */
  readonly reached: boolean;
  /** Why the trial could not be ended. */
  readonly brokenOff?: string;
}

export interface Trials {
  readonly stage: Stage;
  /** Tries it in the forum and in mail, or in the forum alone. */
  run(fault: Fault, where?: 'everywhere' | 'forum'): Promise<Outcome>;
  close(): Promise<void>;
}

/** Where each request of the page waits for an answer that never comes, all of it takes long, in milliseconds. */
const LONGEST_MS = 150_000;

const TOPIC = `${FORUM}/t/token-service-keeps-rejecting-my-new-hosts/101`;

/** Opens a browser with this build (see `buildFaulty`), and signs Alice in at the forum and at mail. */
export async function openTrials(browser: BrowserName, dist: string): Promise<Trials> {
  const board = await openSwitchboard();
  const stage = await openStage({
    browser,
    remote: 'none',
    dist: wired(dist, board.url, ''),
    url: signedIn('alice', '/t/sev1-key-leak/77', 'assistant'),
  });
  try {
    await board.connected();
    await stage.assistant.connected();
    const agent = scriptAgent(stage.assistant);
    const secret = await agent.run<string>(READ_SECRET);
    const toMail = signedInToMail('alice', '/mail/u/0/', 'assistant');
    await agent.run(`setTimeout(() => { location.href = ${JSON.stringify(toMail)}; }, 50);`);
    await until('mail', () =>
      agent.run<boolean>(`return location.origin === ${JSON.stringify(MAIL)};`).catch(() => false),
    );
    return {
      stage,
      run: (fault, where = 'everywhere') => runTrial({ stage, board, agent, secret }, fault, where),
      async close() {
        await stage.close();
        await board.close();
      },
    };
  } catch (error) {
    await stage.close();
    await board.close();
    throw error;
  }
}

interface Room {
  readonly stage: Stage;
  readonly board: Switchboard;
  readonly agent: Agent;
  readonly secret: string;
}

async function runTrial(room: Room, fault: Fault, where: 'everywhere' | 'forum'): Promise<Outcome> {
  const { stage, board, secret } = room;
  await startAnew(stage, board);
  stage.forum.reset();
  stage.mail.reset();
  const words = `${fault.module} ${fault.how}`;
  const seen = [await inPage(room, TOPIC, words, onTheForum(words, fault.how, secret))];
  if (where === 'everywhere')
    seen.push(await inPage(room, `${MAIL}/mail/u/0/?n=${Date.now()}`, words, onTheMail(words, fault.how, secret)));
  // What was let go may still be on its way.
  await pause(300);
  const sends = stage.mail.arrivals.filter(({ accepted, kind }) => accepted && kind === 'send');
  const what = [...stage.forum.published(), ...sends];
  return {
    ...fault,
    browser: stage.name,
    attempts: seen.reduce((sum, { attempts }) => sum + attempts, 0),
    arrived: what.length,
    what: what.map(({ method, path, contentType }) => `${method} ${path} ${contentType}`),
    textKept: seen.every(({ textKept }) => textKept),
    told: [...new Set(seen.flatMap(({ shown }) => shown))],
    reached: seen.some(({ reached }) => reached > 0),
  };
}

/** Nothing of the trial before may help or hinder the next. */
async function startAnew(stage: Stage, board: Switchboard): Promise<void> {
  const starts = entriesOf(stage, 'guard-started');
  await board.reload();
  await until('the guard to start anew', () => entriesOf(stage, 'guard-started') > starts || undefined);
}

async function inPage({ stage, board, agent }: Room, url: string, fault: string, attack: string): Promise<InPage> {
  await agent.goTo(url);
  await board.set(fault);
  try {
    const seen = await stage.assistant.run<InPage>(attack, LONGEST_MS);
    const { reached, badge } = await board.report();
    const shown = badge === '' ? seen.shown : [...seen.shown, 'button'];
    return { ...seen, shown, reached: seen.reached + reached };
  } finally {
    await board.set('');
  }
}
