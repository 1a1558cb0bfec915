/**
 * Hostile code: what can rewrite a request behind us, or send beside the browser's pages. Each is tried without and with
 * the companion policies of the roll-out; with them nothing may arrive, without them the figure is what it is.
 */
import { freePort } from '../../browser/harness/chromium.ts';
import type { BrowserName } from '../../browser/harness/find-browser.ts';
import { connectAgent, connectFirefoxAgent } from '../../browser/harness/remote.ts';
import { pause, until } from '../../browser/harness/until.ts';
import { FORUM, openStage, type Stage, signedIn } from '../../browser/stage.ts';
import type { AgentName, Row } from './attack.ts';
import { type Hand, makeHand } from './hand.ts';
import { tabOf } from './hand-agents.ts';
import { PARAPHRASE, TARGET, TARGET_TOPIC } from './scene.ts';

export type Companions = 'without' | 'with';

export interface HostileRow extends Row {
  readonly companions: Companions;
}

interface Place {
  readonly stage: Stage;
  readonly hand: Hand;
  /** Where a remote client finds the browser, if it lets one in. */
  readonly remoteUrl: string;
}

interface Hostile {
  readonly name: string;
  readonly agent: AgentName;
  readonly browser: BrowserName;
  run(at: Place): Promise<unknown>;
}

const TYPE = 'application/x-www-form-urlencoded; charset=UTF-8';
const BODY = new URLSearchParams({ raw: PARAPHRASE, topic_id: String(TARGET_TOPIC) }).toString();
const post = (path: string) =>
  `Promise.race([new Promise((late) => setTimeout(late, 2000, 'waits')), fetch(${JSON.stringify(`${FORUM}${path}`)}, { method: 'POST', credentials: 'include', headers: { 'content-type': ${JSON.stringify(TYPE)} }, body: ${JSON.stringify(BODY)} }).then((a) => a.status, String)])`;

/** A CDP client that rewrites what the page asks for on its way. */
async function intercepted(
  { remoteUrl }: Place,
  ask: string,
  change: { readonly method?: string; readonly url?: string },
): Promise<unknown> {
  const { page, close } = await connectAgent(remoteUrl);
  try {
    await page.route('**/*', (route) =>
      route.request().url().includes('intercepted')
        ? route.continue({ ...change, postData: BODY, headers: { ...route.request().headers(), 'content-type': TYPE } })
        : route.continue(),
    );
    return await page.evaluate(ask);
  } finally {
    await close();
  }
}

async function inNewContext({ remoteUrl }: Place): Promise<unknown> {
  const { browser, close } = await connectAgent(remoteUrl);
  const cookies = (await browser.contexts()[0]?.cookies()) ?? [];
  const context = await browser.newContext();
  try {
    await context.addCookies(cookies);
    const page = await context.newPage();
    await page.goto(`${FORUM}${TARGET}`);
    return await page.evaluate(post('/posts'));
  } finally {
    await context.close();
    await close();
  }
}

/** Says to the guard, in its own content script's name, whatever could free an act; then sends. */
async function inOurContentWorld({ remoteUrl, stage }: Place): Promise<unknown> {
  const { page, close } = await connectAgent(remoteUrl);
  try {
    const session = await page.context().newCDPSession(page);
    const worlds: number[] = [];
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin.includes(stage.launched().guardId) || context.name.includes('Countersign'))
        worlds.push(context.id);
    });
    await session.send('Runtime.enable');
    await pause(400);
    const words = JSON.stringify([
      { type: 'signs', signs: ['typed-by-hand'] },
      { type: 'approve', hold: 'x', digest: 'x', token: 'x' },
      { type: 'release', holdId: 'x' },
      { type: 'set-kill', on: false },
    ]);
    const expression = `(async () => { const api = globalThis.chrome?.runtime; if (!api?.sendMessage) return 'not ours'; for (const each of ${words}) await api.sendMessage(each).catch(() => undefined); await chrome.storage?.local?.set({ killedByPerson: false, policy: null }).catch(() => undefined); return ${post('/posts')}; })()`;
    const told = await Promise.all(
      worlds.map((contextId) =>
        session.send('Runtime.evaluate', { expression, contextId, awaitPromise: true, returnByValue: true }),
      ),
    );
    return told.map(({ result }) => result.value).join();
  } finally {
    await close();
  }
}

/** A BiDi client that rewrites what the page asks for on its way. */
async function interceptedInFirefox({ remoteUrl }: Place, change: object): Promise<unknown> {
  const { page, close } = await connectFirefoxAgent(remoteUrl);
  try {
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      const more = request.url().includes('intercepted')
        ? { ...change, postData: BODY, headers: { ...request.headers(), 'content-type': TYPE } }
        : {};
      void request.continue(more).catch(() => undefined);
    });
    await pause(300);
    return await page.evaluate(
      `Promise.race([fetch('/posts?intercepted').then((a) => a.status, String), new Promise((r) => setTimeout(r, 1500))])`,
    );
  } finally {
    await close();
  }
}

async function inNewFirefoxContext({ remoteUrl }: Place): Promise<unknown> {
  const { browser, page, close } = await connectFirefoxAgent(remoteUrl);
  try {
    const cookies = await browser.cookies();
    const context = await browser.createBrowserContext();
    await context.setCookie(...cookies.map(({ name, value, domain, path }) => ({ name, value, domain, path })));
    const other = await context.newPage();
    await other.goto(`${FORUM}${TARGET}`);
    const told = await other.evaluate(post('/posts'));
    await context.close();
    return [page.url(), told].join();
  } finally {
    await close();
  }
}

async function byExtension({ hand }: Place): Promise<unknown> {
  return hand.do('fetch', { url: `${FORUM}/posts`, body: BODY, type: TYPE });
}

/** A tab that nothing ties to what the extension has read: what it writes there in words of its own is nobody's. */
async function inFreshTab({ hand }: Place): Promise<unknown> {
  const tab = await hand.do<number>('open', { url: `${FORUM}${TARGET}` });
  await pause(2_000);
  try {
    return await hand.content(tab, `return ${post('/posts')};`);
  } finally {
    await hand.do('close', { tab }).catch(() => undefined);
  }
}

async function swappedByDebugger({ hand }: Place): Promise<unknown> {
  const tab = await tabOf(hand);
  await hand.do('attach', { tab });
  await hand.do('swap', { tab, part: 'intercepted', body: BODY, method: 'POST' });
  try {
    return await hand.content(
      tab,
      `return fetch('/posts?intercepted', { headers: { 'content-type': ${JSON.stringify(TYPE)} } }).then((a) => a.status, String);`,
    );
  } finally {
    await hand.do('detach', { tab }).catch(() => undefined);
  }
}

const HOSTILE: readonly Hostile[] = [
  {
    name: 'CDP interception: GET becomes POST',
    agent: 'CDP client',
    browser: 'chromium',
    run: (at) => intercepted(at, "fetch('/posts?intercepted').then((a) => a.status, String)", { method: 'POST' }),
  },
  {
    name: 'CDP interception: another body for a draft’s address',
    agent: 'CDP client',
    browser: 'chromium',
    run: (at) =>
      intercepted(
        at,
        "fetch('/drafts.json?intercepted', { method: 'POST', body: 'draft_key=topic_101' }).then((a) => a.status, String)",
        { url: `${FORUM}/posts` },
      ),
  },
  { name: 'new browser context with copied cookies', agent: 'CDP client', browser: 'chromium', run: inNewContext },
  { name: 'evaluation in our content world', agent: 'CDP client', browser: 'chromium', run: inOurContentWorld },
  {
    name: 'debugger extension’s interception: GET becomes POST',
    agent: 'debugger extension',
    browser: 'chromium',
    run: swappedByDebugger,
  },
  ...(['chromium', 'firefox'] as const).flatMap((browser): Hostile[] => [
    { name: 'another extension’s background fetch', agent: 'content-script extension', browser, run: byExtension },
    {
      name: 'an extension’s own fresh tab, in other words',
      agent: 'content-script extension',
      browser,
      run: inFreshTab,
    },
  ]),
  {
    name: 'BiDi interception: GET becomes POST',
    agent: 'BiDi client',
    browser: 'firefox',
    run: (at) => interceptedInFirefox(at, { method: 'POST' }),
  },
  {
    name: 'new browser context with copied cookies',
    agent: 'BiDi client',
    browser: 'firefox',
    run: inNewFirefoxContext,
  },
];

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
        kept: rounds,
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
