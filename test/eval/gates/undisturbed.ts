/**
 * What must go on as if nobody guarded anything: what sites do by themselves, and what a person does. The stand-ins'
 * records say whether it came; the page's console says whether we made a noise in it (the mail has a strict CSP).
 */
import type { BrowserName } from '../../browser/harness/find-browser.ts';
import { connectAgent, connectFirefoxAgent } from '../../browser/harness/remote.ts';
import { pause, until } from '../../browser/harness/until.ts';
import { FORUM, MAIL, openStage, type Stage, signedIn, signedInToMail } from '../../browser/stage.ts';
import { goTo, human, noticedIn } from '../../incidents/human.ts';
import { entriesOf, playsNothing } from '../../incidents/story.ts';

export interface UndisturbedRow {
  readonly what: string;
  readonly browser: BrowserName;
  readonly tried: number;
  readonly stopped: number;
}

const LUNCH = '/t/lunch-on-thursday/102';

/** By a person alone, and then by a client that only drafts. */
export async function runUndisturbed(
  browser: BrowserName,
  say: (line: string) => void,
): Promise<readonly UndisturbedRow[]> {
  const rows: UndisturbedRow[] = [];
  const note = (what: string, tried: number, stopped: number) => {
    rows.push({ what, browser, tried, stopped });
    say(`  ${browser}, undisturbed: ${what}: ${stopped === 0 ? 'went on' : `${stopped} of ${tried} STOPPED`}`);
  };
  await byAPerson(browser, note);
  await byAClient(browser, note);
  return rows;
}

type Note = (what: string, tried: number, stopped: number) => void;

async function byAPerson(browser: BrowserName, note: Note): Promise<void> {
  const stage = await openStage({ browser, remote: 'none' });
  try {
    await signIn(stage, note);
    const sent = await human.play(stage, NOBODY, playsNothing).then(
      ({ exact }) => exact,
      () => false,
    );
    // A mail and a post, and each of them once.
    note('the person’s own sends', 2, sent ? 0 : 2 - stage.mail.sent().length - stage.forum.published().length || 1);
    noteArrivals(stage, note, 'a person’s page');
    note('a person is asked or recorded', 1, noticedIn(stage).length);
    await byThePage(stage, note);
  } finally {
    await stage.close();
  }
}

/** The story of a person has no agent in it. */
const NOBODY = null as never;

/** She types her name on the forum's own page. */
async function signIn(stage: Stage, note: Note): Promise<void> {
  await goTo(stage, `${FORUM}/`, /Log in/);
  await pause(1_200);
  await stage.person.type('alice');
  await stage.person.press('Return');
  const came = () => stage.forum.arrivals.some(({ method, path }) => method === 'POST' && path.startsWith('/session'));
  await until('her to be signed in', () => came() || undefined, 15_000).catch(() => undefined);
  note('sign-in by the forum’s form', 1, came() ? 0 : 1);
}

const QUIET: Readonly<Record<string, (stage: Stage) => number>> = {
  'the forum’s draft autosave': ({ forum }) => forum.arrivals.filter(({ kind }) => kind === 'draft').length,
  'the forum’s polling': ({ forum }) => forum.arrivals.filter(({ path }) => path.startsWith('/message-bus/')).length,
  'the forum’s presence': ({ forum }) => forum.arrivals.filter(({ path }) => path.startsWith('/presence/')).length,
  'the mail’s draft autosave': ({ mail }) =>
    mail.arrivals.filter(({ kind, accepted }) => kind === 'draft' && accepted).length,
  'the mail’s polling': ({ mail }) => mail.arrivals.filter(({ path }) => path.includes('/channel/bind')).length,
};

function noteArrivals(stage: Stage, note: Note, whose: string): void {
  for (const [what, count] of Object.entries(QUIET)) {
    const came = count(stage);
    note(`${what}, ${whose}`, Math.max(came, 1), came === 0 ? 1 : 0);
  }
}

/** What a page does by itself in a tab where no agent is: an upload, and events of its own making. */
async function byThePage(stage: Stage, note: Note): Promise<void> {
  const refused = entriesOf(stage, 'refused');
  await goTo(stage, signedIn('alice', LUNCH, 'assistant'), /Lunch on Thursday/);
  await stage.assistant.connected();
  await stage.assistant.run(
    `const data = new FormData(); data.append('type', 'composer'); data.append('file', new File(['a list'], 'list.txt')); await fetch('/uploads.json', { method: 'POST', body: data }).catch(() => undefined); return null;`,
  );
  const uploads = stage.forum.arrivals.filter(({ path }) => path.startsWith('/uploads')).length;
  note('an attachment’s upload', 1, uploads === 1 ? 0 : 1);
  const [made, heard] = await stage.assistant.run<
    readonly [number, number]
  >(`let heard = 0; const types = ['click', 'keydown', 'input', 'submit', 'paste', 'change'];
    const place = document.createElement('form'); place.append(document.createElement('input')); document.body.append(place);
    for (const type of types) place.addEventListener(type, (event) => { if (!event.defaultPrevented) heard += 1; event.preventDefault(); });
    // Browsers stop a "submit" that does not begin at its form, with us or without.
    for (const type of types) (type === 'submit' ? place : place.firstChild).dispatchEvent(new Event(type, { bubbles: true, cancelable: true }));
    place.remove(); return [types.length, heard];`);
  note('events of the site’s own making', made, made - heard);
  note('requests of the page that were refused', 1, entriesOf(stage, 'refused') - refused);
}

interface Listening {
  goto(url: string): Promise<unknown>;
  type(selector: string, text: string): Promise<void>;
  click(selector: string): Promise<void>;
  errors(): readonly string[];
  close(): Promise<void>;
}

/** An agent that drafts and no more: its drafts are saved, its page lives, and the console stays quiet. */
async function byAClient(browser: BrowserName, note: Note): Promise<void> {
  const stage = await openStage({ browser, remote: 'agent' });
  const page = browser === 'chromium' ? await listenInChromium(stage) : await listenInFirefox(stage);
  try {
    await page.goto(signedIn('alice', LUNCH));
    await page.click('#topic-footer-buttons .create');
    await page.type('.d-editor-input', 'See you there, I shall bring the cards.');
    await pause(8_000);
    await page.goto(signedInToMail('alice', '/mail/u/0/'));
    await page.goto(`${MAIL}/mail/u/0/?view=cm&fs=1`);
    await page.type('.M9 [g_editable="true"]', 'Hi Bob, at the canal? Noon would suit me.');
    await until('the draft', () => QUIET['the mail’s draft autosave']?.(stage) || undefined, 20_000).catch(
      () => undefined,
    );
    noteArrivals(stage, note, 'an agent’s page');
    const errors = page.errors();
    if (process.env.COUNTERSIGN_VERBOSE) for (const each of errors) console.error(`    ${each}`);
    note('console without an error', Math.max(1, errors.length), errors.length);
  } finally {
    await page.close();
    await stage.close();
  }
}

async function listenInChromium(stage: Stage): Promise<Listening> {
  const { page, close } = await connectAgent(stage.launched().remoteUrl ?? '');
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(String(error)));
  return {
    goto: (url) => page.goto(url),
    async type(selector, text) {
      await page.focus(selector);
      await page.keyboard.type(text);
    },
    click: (selector) => page.click(selector),
    errors: () => errors,
    close,
  };
}

async function listenInFirefox(stage: Stage): Promise<Listening> {
  const { page, close } = await connectFirefoxAgent(stage.launched().remoteUrl ?? '');
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(String(error)));
  return {
    goto: (url) => page.goto(url),
    async type(selector, text) {
      await page.waitForSelector(selector);
      // Its window may still have the keyboard in the address bar, where focus alone does not take it from.
      await page.click(selector);
      await page.keyboard.type(text);
    },
    async click(selector) {
      await page.waitForSelector(selector);
      await page.click(selector);
    },
    errors: () => errors,
    close,
  };
}
