/** The agent's hand over the remote protocols: CDP for Chromium, WebDriver BiDi for Firefox. Never the person's. */
import { type Browser, chromium, type Page } from 'playwright-core';
import puppeteer, { type Browser as FirefoxBrowser, type Page as FirefoxPage } from 'puppeteer-core';

export interface ChromiumAgent {
  readonly browser: Browser;
  /** The first page that is open. */
  readonly page: Page;
  /** Disconnects; the browser stays. */
  close(): Promise<void>;
}

/** Connects as playwright does, which attaches to every page at once. Throws when the browser shows no page. */
export async function connectAgent(cdpUrl: string): Promise<ChromiumAgent> {
  const browser = await chromium.connectOverCDP(cdpUrl);
  const context = browser.contexts()[0];
  const page = context?.pages()[0] ?? (await context?.newPage());
  if (page === undefined) {
    await browser.close();
    throw new Error('Chromium gave the agent no page: was it started with a url?');
  }
  return { browser, page, close: () => browser.close() };
}

export interface FirefoxAgent {
  readonly browser: FirefoxBrowser;
  /** The first page that is open. */
  readonly page: FirefoxPage;
  /** Ends the session, so that another client may connect (Firefox takes one at a time). */
  close(): Promise<void>;
}

/** Connects as puppeteer does; only the demo must accept our certificates unseen. */
export async function connectFirefoxAgent(remoteUrl: string, certificates?: 'accept'): Promise<FirefoxAgent> {
  const browser = await puppeteer.connect({
    browserWSEndpoint: `${remoteUrl}/session`,
    protocol: 'webDriverBiDi',
    acceptInsecureCerts: certificates === 'accept',
    defaultViewport: null,
  });
  const page = (await browser.pages())[0] ?? (await browser.newPage());
  return { browser, page, close: () => browser.disconnect() };
}

/** Loads the unpacked build for this run, as a person does on about:debugging. */
export async function installTemporarily(remoteUrl: string, folder: string): Promise<void> {
  const { browser, close } = await connectFirefoxAgent(remoteUrl, 'accept');
  await browser.installExtension(folder);
  await close();
}

/** What a CDP client gets to hear when it tries to attach to the guard's targets: "attached", or Chromium's refusal. */
export async function tryToAttach(
  cdpUrl: string,
  guardOrigin: string,
): Promise<readonly { readonly type: string; readonly url: string; readonly answer: string }[]> {
  return withSession(cdpUrl, async (session) => {
    const targets = await targetsOf(session, guardOrigin);
    return Promise.all(
      targets.map(async ({ type, url, targetId }) => ({
        type,
        url,
        answer: await session.send('Target.attachToTarget', { targetId, flatten: true }).then(
          () => 'attached',
          (error: Error) => error.message.split('\n')[0] ?? '',
        ),
      })),
    );
  });
}

/** Stops the guard's worker as any CDP client can; false when none was running. */
export async function stopWorker(cdpUrl: string, guardOrigin: string): Promise<boolean> {
  return withSession(cdpUrl, async (session) => {
    const worker = (await targetsOf(session, guardOrigin)).find((target) => target.type === 'service_worker');
    if (worker === undefined) return false;
    await session.send('Target.closeTarget', { targetId: worker.targetId });
    return true;
  });
}

type Session = Awaited<ReturnType<Browser['newBrowserCDPSession']>>;

async function withSession<T>(cdpUrl: string, use: (session: Session) => Promise<T>): Promise<T> {
  const browser = await chromium.connectOverCDP(cdpUrl);
  try {
    return await use(await browser.newBrowserCDPSession());
  } finally {
    await browser.close();
  }
}

async function targetsOf(session: Session, guardOrigin: string) {
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{}] });
  return targetInfos.filter((target) => target.url.startsWith(guardOrigin));
}
