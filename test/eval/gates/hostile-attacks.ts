/** Hostile code: what can rewrite a request behind us, send beside the browser's pages, or take the guard itself away. */
import type { BrowserName } from '../../browser/harness/find-browser.ts';
import { connectAgent, connectFirefoxAgent } from '../../browser/harness/remote.ts';
import { pause } from '../../browser/harness/until.ts';
import { FORUM, type Stage } from '../../browser/stage.ts';
import type { AgentName } from './attack.ts';
import type { Hand } from './hand.ts';
import { tabOf } from './hand-agents.ts';
import { PARAPHRASE, TARGET, TARGET_TOPIC } from './scene.ts';

/** A browser in which hostile code is at work beside Alice. */
export interface Place {
  readonly stage: Stage;
  readonly hand: Hand;
  /** Where a remote client finds the browser, if it lets one in. */
  readonly remoteUrl: string;
}

export interface Hostile {
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

/** What comes before keeps nobody from trying; then the extension sends in its own tab. */
async function sentAfter({ hand }: Place, blow: () => Promise<unknown>): Promise<unknown> {
  const tab = await tabOf(hand);
  const done = await blow().then(() => 'done', String);
  await pause(700);
  return [done, await hand.content(tab, `return ${post('/posts')};`)].join();
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

export const HOSTILE: readonly Hostile[] = [
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
  {
    name: 'what all extensions keep is cleared',
    agent: 'content-script extension',
    browser: 'chromium',
    run: (at) => sentAfter(at, () => at.hand.do('clear')),
  },
  {
    name: 'the guard disabled by another extension',
    agent: 'content-script extension',
    browser: 'chromium',
    run: (at) => sentAfter(at, () => at.hand.do('disable', { id: at.stage.launched().guardId })),
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
