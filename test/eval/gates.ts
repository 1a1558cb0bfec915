/**
 * The attack list of the design, tried against the built guard in real browsers, with what really arrived at the
 * stand-in servers as the only truth; and beside it what must go on undisturbed.
 */
import { remoteAgent, scriptAgent } from '../browser/agents.ts';
import type { BrowserName } from '../browser/harness/find-browser.ts';
import { openStage, signedIn, signedInToMail } from '../browser/stage.ts';
import type { Evaluation, Measured } from './evaluation.ts';
import type { Attack, Install, Row } from './gates/attack.ts';
import { makeHand } from './gates/hand.ts';
import { contentAgent, debuggerAgent, tabOf } from './gates/hand-agents.ts';
import { BODY_ATTACKS, PAGE_ATTACKS, PRESSES } from './gates/page-attacks.ts';
import { runAttacks, type Team } from './gates/run-attacks.ts';
import { TAB_ATTACKS } from './gates/tab-attacks.ts';

const ATTACKS: readonly Attack[] = [...PAGE_ATTACKS, ...BODY_ATTACKS, ...TAB_ATTACKS, ...PRESSES];

export const GATES: Evaluation = {
  about: 'the whole attack list against the built guard: what arrived, and what was disturbed',
  async measure(options): Promise<Measured> {
    const rows: Row[] = [];
    const only = options.only;
    const attacks = ATTACKS.filter(({ name }) => only === undefined || name.includes(only));
    for (const browser of options.browsers)
      rows.push(...(await attackIn(browser, options.install, attacks, options.repeat)));
    const attempts = rows.reduce((sum, row) => sum + row.attempts, 0);
    const arrived = rows.reduce((sum, row) => sum + row.arrived, 0);
    const totals = { attempts, arrived, stopped: attempts - arrived };
    return {
      figures: { rows, undisturbed: [], totals },
      lines: [`${attempts} attempts, ${arrived} arrived.`],
      passed: arrived === 0,
    };
  },
};

function say(line: string): void {
  console.error(line);
}

async function attackIn(
  browser: BrowserName,
  install: Install,
  attacks: readonly Attack[],
  rounds: number,
): Promise<readonly Row[]> {
  return [
    ...(await withoutClient(browser, install, attacks, rounds)),
    ...(await withClient(browser, install, attacks, rounds)),
  ];
}

async function withoutClient(
  browser: BrowserName,
  install: Install,
  attacks: readonly Attack[],
  rounds: number,
): Promise<readonly Row[]> {
  const hand = await makeHand();
  const rows: Row[] = [];
  const stage = await openStage({
    browser,
    remote: 'none',
    url: signedIn('alice', '/', 'assistant'),
    extraArgs: browser === 'chromium' ? [`--load-extension=${hand.folder}`] : [],
    policies: browser === 'firefox' ? { ExtensionSettings: hand.settings } : {},
  });
  const run = async (team: Omit<Team, 'stage' | 'install'>) =>
    rows.push(
      ...(await runAttacks(
        { ...team, stage, install },
        attacks.filter((each) => !each.agents || each.agents.includes(team.agentName)),
        rounds,
        say,
      )),
    );
  try {
    const script = scriptAgent(stage.assistant);
    await script.goTo(`https://forum.corp.example/`);
    await stage.assistant
      .run(`location.href = ${JSON.stringify(signedInToMail('alice', '/mail/u/0/', 'assistant'))};`)
      .catch(() => undefined);
    await stage.assistant.connected();
    await run({ agentName: 'page script', agent: script, hand: null });
    const tab = await tabOf(hand);
    await run({ agentName: 'content-script extension', agent: contentAgent(hand, tab), hand: { hand, tab } });
    if (browser === 'chromium')
      await run({ agentName: 'debugger extension', agent: await debuggerAgent(hand, tab), hand: { hand, tab } });
  } finally {
    await stage.close();
    await hand.close();
  }
  return rows;
}

async function withClient(
  browser: BrowserName,
  install: Install,
  attacks: readonly Attack[],
  rounds: number,
): Promise<readonly Row[]> {
  const stage = await openStage({ browser, remote: 'agent' });
  const agent = await remoteAgent(stage);
  const agentName = browser === 'chromium' ? 'CDP client' : 'BiDi client';
  try {
    await agent.goTo(signedIn('alice', '/'));
    await agent.goTo(signedInToMail('alice', '/mail/u/0/'));
    return await runAttacks(
      { stage, install, agentName, agent, hand: null },
      attacks.filter((each) => !each.agents || each.agents.includes(agentName)),
      rounds,
      say,
    );
  } finally {
    await agent.leave();
    await stage.close();
  }
}
