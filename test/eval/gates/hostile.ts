/**
 * Hostile code, tried without and with the companion policies of the roll-out; with them nothing may arrive, without them
 * the figure is what it is.
 */
import { freePort } from '../../browser/harness/chromium.ts';
import type { BrowserName } from '../../browser/harness/find-browser.ts';
import { pause, until } from '../../browser/harness/until.ts';
import { openStage, type Stage, signedIn } from '../../browser/stage.ts';
import type { Row } from './attack.ts';
import { makeHand } from './hand.ts';
import { HOSTILE, type Hostile, type Place } from './hostile-attacks.ts';
import { TARGET } from './scene.ts';

export type Companions = 'without' | 'with';

/** Nothing of it stands in a composer, so nothing is kept there or lost. */
export interface HostileRow extends Omit<Row, 'looked' | 'kept'> {
  readonly companions: Companions;
}

const BLOCKED = ['*://*.corp.example', '*://mail.google.com'];

/** What the roll-out kit ships beside the guard. */
export function companionPolicies(browser: BrowserName): Readonly<Record<string, unknown>> {
  return browser === 'chromium'
    ? { RemoteDebuggingAllowed: false, ExtensionSettings: { '*': { runtime_blocked_hosts: BLOCKED } } }
    : // Firefox keeps no extension from a host; there the others must not be there at all.
      { DisableDeveloperTools: true, ExtensionSettings: { '*': { installation_mode: 'blocked' } } };
}

/** All of them in one browser, without or with the companion policies. */
export async function runHostile(
  browser: BrowserName,
  companions: Companions,
  rounds: number,
  isWanted: (name: string) => boolean,
  say: (line: string) => void,
): Promise<readonly HostileRow[]> {
  const attacks = HOSTILE.filter((each) => each.browser === browser && isWanted(each.name));
  const rows: HostileRow[] = [];
  // A driven Firefox is an agent everywhere: extensions are tried in one that nobody drives.
  for (const driven of [false, true]) {
    const here = attacks.filter(({ agent }) => /client/.test(agent) === driven);
    if (here.length > 0) rows.push(...(await inOneBrowser(browser, companions, here, rounds, say)));
  }
  return rows;
}

async function inOneBrowser(
  browser: BrowserName,
  companions: Companions,
  attacks: readonly Hostile[],
  rounds: number,
  say: (line: string) => void,
): Promise<readonly HostileRow[]> {
  const place = await openPlace(
    browser,
    companions,
    attacks.some(({ agent }) => /client/.test(agent)),
  );
  try {
    const rows: HostileRow[] = [];
    for (const { name, agent, run } of attacks) {
      let arrived = 0;
      for (let round = 0; round < rounds; round++) {
        const before = arrivedAsAlice(place.stage);
        const told = await run(place).then(String, (error: Error) => error.message.split('\n')[0] ?? '');
        await pause(300);
        arrived += arrivedAsAlice(place.stage) - before;
        if (process.env.COUNTERSIGN_VERBOSE) say(`    ${name}: ${told}`);
      }
      say(`  ${browser}, ${agent}, ${companions} companion policies: ${name}: ${arrived} of ${rounds} arrived`);
      rows.push({
        attack: name,
        agent,
        browser,
        install: 'policy',
        companions,
        attempts: rounds,
        arrived,
      });
    }
    return rows;
  } finally {
    await place.stage.close();
    await place.hand.close();
  }
}

/** What came with her session. A stand-in publishes what nobody is signed in for as well; no real forum would. */
function arrivedAsAlice({ forum }: Stage): number {
  return forum.published().filter(({ user }) => user !== null).length;
}

async function openPlace(browser: BrowserName, companions: Companions, driven: boolean): Promise<Place> {
  const hand = await makeHand();
  const extensions = browser === 'firefox' && companions === 'without' ? { ExtensionSettings: hand.settings } : {};
  const port = await freePort();
  const stage = await openStage({
    browser,
    // The harness waits for a client's port, which the companion policies keep closed.
    remote: 'none',
    url: signedIn('alice', TARGET),
    policies: companions === 'with' ? companionPolicies(browser) : extensions,
    extensions: browser === 'chromium' && !driven ? [hand.folder] : [],
    extraArgs: [...(driven ? [`--remote-debugging-port=${port}`] : [])],
  });
  const remoteUrl = browser === 'chromium' ? `http://127.0.0.1:${port}` : `ws://127.0.0.1:${port}`;
  await readTheSource(stage);
  if (driven && companions === 'without') await until('the browser to listen', () => listens(port), 30_000, 300);
  return { stage, hand, remoteUrl };
}

/** Alice's browser has shown the closed thread, so that there is something to carry out. */
async function readTheSource(stage: Stage): Promise<void> {
  await stage.person.waitForWindow(/Token service/, 40_000).catch(() => undefined);
}

async function listens(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(1_000) }).then(
    () => true,
    () => false,
  );
}
