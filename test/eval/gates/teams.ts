/** The browsers in which the agents attack: one that nobody drives, with a script and an extension in it; one with a client. */
import { remoteAgent, scriptAgent } from '../../browser/agents.ts';
import type { BrowserName } from '../../browser/harness/find-browser.ts';
import { pause } from '../../browser/harness/until.ts';
import { FORUM, openStage, signedIn, signedInToMail } from '../../browser/stage.ts';
import type { AgentName, Attack, Install, Row } from './attack.ts';
import { type Hand, makeHand } from './hand.ts';
import { contentAgent, debuggerAgent, tabOf } from './hand-agents.ts';
import { type Report, runAttacks, type Team } from './run-attacks.ts';

export interface Assault {
  readonly browser: BrowserName;
  readonly install: Install;
  readonly attacks: readonly Attack[];
  readonly rounds: number;
  readonly report: Report;
}

/** The page's own script first, then the extension as a writer, then (in Chromium) as a debugger. */
export async function attackWithoutClient(assault: Assault): Promise<readonly Row[]> {
  const { browser, install } = assault;
  const hand = await makeHand();
  const rows: Row[] = [];
  const stage = await openStage({
    browser,
    install: install === 'policy' ? 'policy' : 'demo',
    remote: 'none',
    // Loaded by hand, the guard starts beside a first page only when that is empty (seen in Chromium 156).
    url: install === 'policy' ? START : 'about:blank',
    extensions: browser === 'chromium' ? [hand.folder] : [],
    policies: browser === 'firefox' ? { ExtensionSettings: hand.settings } : {},
  });
  const attack = async (team: Omit<Team, 'stage' | 'install'>) =>
    rows.push(
      ...(await runAttacks(
        { ...team, stage, install },
        ofAgent(assault, team.agentName),
        assault.rounds,
        assault.report,
      )),
    );
  try {
    if (install !== 'policy') await openFirst(hand);
    const script = scriptAgent(stage.assistant);
    await script.goTo(`${FORUM}/`);
    const toMail = signedInToMail('alice', '/mail/u/0/', 'assistant');
    await script.run(`location.href = ${JSON.stringify(toMail)}; return null;`).catch(() => undefined);
    await pause(1_500);
    await stage.assistant.connected();
    await attack({ agentName: 'page script', agent: script, hand: null });
    if (HANDS.some((name) => ofAgent(assault, name).length > 0)) await attackByHand(hand, browser, attack);
  } finally {
    await stage.close();
    await hand.close();
  }
  return rows;
}

const START = signedIn('alice', '/', 'assistant');

async function openFirst(hand: Hand): Promise<void> {
  const [first] = await hand.do<readonly { readonly id: number }[]>('tabs');
  if (first !== undefined) await hand.do('go', { tab: first.id, url: START });
}

/** Whom the agents' extension can be. */
const HANDS: readonly AgentName[] = ['content-script extension', 'debugger extension'];

async function attackByHand(
  hand: Hand,
  browser: BrowserName,
  attack: (team: Omit<Team, 'stage' | 'install'>) => Promise<unknown>,
): Promise<void> {
  const tab = await tabOf(hand);
  await attack({ agentName: 'content-script extension', agent: contentAgent(hand, tab), hand: { hand, tab } });
  if (browser !== 'chromium') return;
  const agent = await debuggerAgent(hand, tab);
  await attack({ agentName: 'debugger extension', agent, hand: { hand, tab } });
  await agent.leave();
}

/** What a client of the browser's remote protocol is called. */
export function clientOf(browser: BrowserName): AgentName {
  return browser === 'chromium' ? 'CDP client' : 'BiDi client';
}

/** A client of the browser's remote protocol. */
export async function attackWithClient(assault: Assault): Promise<readonly Row[]> {
  const { browser, install } = assault;
  const agentName = clientOf(browser);
  const attacks = ofAgent(assault, agentName);
  const stage = await openStage({ browser, remote: 'agent', install: install === 'policy' ? 'policy' : 'demo' });
  const agent = await remoteAgent(stage);
  try {
    await agent.goTo(signedIn('alice', '/'));
    await agent.goTo(signedInToMail('alice', '/mail/u/0/'));
    return await runAttacks({ stage, install, agentName, agent, hand: null }, attacks, assault.rounds, assault.report);
  } finally {
    await agent.leave();
    await stage.close();
  }
}

function ofAgent({ attacks, browser }: Assault, name: AgentName): readonly Attack[] {
  return attacks.filter(
    ({ agents, browsers }) => (agents?.includes(name) ?? true) && (browsers?.includes(browser) ?? true),
  );
}
