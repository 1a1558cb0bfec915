/** One browser with the guard that can be made to fail, and one trial after the other in it. */
import { type Agent, scriptAgent } from '../../browser/agents.ts';
import type { BrowserName } from '../../browser/harness/find-browser.ts';
import { pause, until } from '../../browser/harness/until.ts';
import { FORUM, MAIL, openStage, type Stage, signedIn, signedInToMail } from '../../browser/stage.ts';
import { arrivedSends } from '../../incidents/mail.ts';
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
  run(fault: Fault): Promise<Outcome>;
  close(): Promise<void>;
}

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
      run: (fault) => runTrial(browser, stage, board, agent, secret, fault),
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

async function runTrial(
  browser: BrowserName,
  stage: Stage,
  board: Switchboard,
  agent: Agent,
  secret: string,
  fault: Fault,
): Promise<Outcome> {
  await startAnew(stage, board);
  stage.forum.reset();
  stage.mail.reset();
  const words = `${fault.module} ${fault.how}`;
  const inForum = await inPage(board, agent, TOPIC, words, onTheForum(words, fault.how, secret));
  const inMail = await inPage(
    board,
    agent,
    `${MAIL}/mail/u/0/?n=${Date.now()}`,
    words,
    onTheMail(words, fault.how, secret),
  );
  // What was let go may still be on its way.
  await pause(300);
  return {
    ...fault,
    browser,
    attempts: inForum.attempts + inMail.attempts,
    arrived: stage.forum.published().length + arrivedSends(stage),
    what: [
      ...stage.forum.published().map(({ method, path, contentType }) => `${method} ${path} ${contentType}`),
      ...stage.mail.arrivals
        .filter(({ accepted, kind }) => accepted && kind === 'send')
        .map(({ method, path, contentType }) => `mail ${method} ${path} ${contentType}`),
    ],
    textKept: inForum.textKept && inMail.textKept,
    told: [...new Set([...inForum.shown, ...inMail.shown])],
    reached: inForum.reached + inMail.reached > 0,
  };
}

/** Nothing of the trial before may help or hinder the next. */
async function startAnew(stage: Stage, board: Switchboard): Promise<void> {
  const starts = entriesOf(stage, 'guard-started');
  await board.reload();
  await until('the guard to start anew', () => entriesOf(stage, 'guard-started') > starts || undefined);
}

async function inPage(board: Switchboard, agent: Agent, url: string, fault: string, attack: string): Promise<InPage> {
  await agent.goTo(url);
  await board.set(fault);
  try {
    const seen = await agent.run<InPage>(attack);
    const { reached, badge } = await board.report();
    const shown = badge === '' ? seen.shown : [...seen.shown, 'button'];
    return { ...seen, shown, reached: seen.reached + reached };
  } finally {
    await board.set('');
  }
}
