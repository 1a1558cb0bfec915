/** One browser with the guard, the stand-in company behind it, and the person's hand; everything ends with `close`. */
import { fileURLToPath } from 'node:url';
import { type Assistant, startAssistant } from '../workspace/assistant.ts';
import { type Collector, startCollector } from '../workspace/collector.ts';
import { type Forum, startForum } from '../workspace/forum.ts';
import { type Mail, startMail } from '../workspace/mail.ts';
import { type Nodebb, startNodebb } from '../workspace/nodebb.ts';
import { COMMUNITY_SITE, corpPolicy } from '../workspace/policy.ts';
import { WIKI_SITE } from '../workspace/wiki/policy.ts';
import { startWiki, WIKI_HOST, type Wiki } from '../workspace/wiki/wiki.ts';
import { makeCertificates } from './harness/certificates.ts';
import { launchChromium } from './harness/chromium.ts';
import { type Display, openDisplay } from './harness/display.ts';
import { type BrowserName, findBrowser, missingLine } from './harness/find-browser.ts';
import { launchFirefox } from './harness/firefox.ts';
import type { Launched, LaunchOptions } from './harness/launched.ts';
import { type Person, personAt } from './harness/person.ts';
import { pause, until } from './harness/until.ts';

export const FORUM = 'https://forum.corp.example';
export const MAIL = 'https://mail.google.com';
export const COMMUNITY = 'https://community.corp.example';

export interface Stage {
  readonly name: BrowserName;
  readonly forum: Forum;
  readonly mail: Mail;
  readonly community: Nodebb;
  /** Null unless it was asked for. */
  readonly wiki: Wiki | null;
  readonly assistant: Assistant;
  readonly collector: Collector;
  readonly display: Display;
  readonly person: Person;
  readonly policy: Readonly<Record<string, unknown>>;
  /** The running browser; another one after `restart`. */
  launched(): Launched;
  /** Ends the browser and starts it again with the same profile. */
  restart(options?: Partial<LaunchOptions>): Promise<void>;
  close(): Promise<void>;
}

export interface StageOptions {
  /** Where MediaWiki lies, to have the company's wiki beside the rest. */
  readonly mediaWiki?: string;
  readonly wikiPages?: Readonly<Record<string, string>>;
  readonly browser: BrowserName;
  /** By policy where that is possible, unless one of them is asked for. */
  readonly install?: LaunchOptions['install'];
  readonly remote: 'agent' | 'none';
  /** Address to open at the start. */
  readonly url?: string;
  readonly display?: Display;
  readonly tools?: 'locked' | 'inspector';
  /** The company's policy is there from the start, or not yet. */
  readonly policy?: 'from the start' | 'none';
  /** What agents may do in mail: `draft` unless said otherwise. */
  readonly mailMandate?: 'draft' | 'flow';
  /** What agents may do in the forum: `ask` unless said otherwise. */
  readonly forumMandate?: 'ask' | 'flow';
  /** From how much on agents are stopped; the guard's own numbers unless said otherwise. */
  readonly breakers?: Readonly<Record<string, number>>;
  /** Whether the company's policy names its NodeBB community. */
  readonly community?: 'guarded' | 'not guarded';
  /** `absent`: the same without the guard, to compare with. */
  readonly guard?: 'absent';
  /** A build other than the shipped one, by its folder. */
  readonly dist?: string;
  /** More command line arguments of the browser ("--force-dark-mode"). */
  readonly extraArgs?: readonly string[];
  /** Folders of more extensions, loaded unpacked (Chromium alone). */
  readonly extensions?: readonly string[];
  /** A program that starts the browser in its place, with the same arguments. */
  readonly program?: string;
  /** More policies of the browser itself. */
  readonly policies?: Readonly<Record<string, unknown>>;
}

/** The address at which a user is signed in and led on. */
export function signedIn(user: string, next: string, assistant: 'assistant' | 'no assistant' = 'no assistant'): string {
  return `${FORUM}/session/dev?user=${user}&next=${encodeURIComponent(next)}${assistant === 'assistant' ? '&assistant=on' : ''}`;
}

/** The same for the company's mail. */
export function signedInToMail(
  user: string,
  next: string,
  assistant: 'assistant' | 'no assistant' = 'no assistant',
): string {
  return `${MAIL}/mail/dev?user=${user}&next=${encodeURIComponent(next)}${assistant === 'assistant' ? '&assistant=on' : ''}`;
}

/** Starts everything and waits until the guard has reported its start to the collector. */
export async function openStage(options: StageOptions): Promise<Stage> {
  const found = findBrowser(options.browser);
  if (found.kind === 'missing') throw new Error(missingLine(options.browser, found.lookedFor));
  const certificates = await makeCertificates([
    'forum.corp.example',
    'mail.google.com',
    'community.corp.example',
    'assistant.corp.example',
    WIKI_HOST,
  ]);
  const forum = await startForum({ tls: certificates });
  const mail = await startMail({ tls: certificates });
  const community = await startNodebb(certificates);
  const assistant = await startAssistant({ tls: certificates });
  const collector = await startCollector();
  const display = options.display ?? (await openDisplay());
  const wiki =
    options.mediaWiki === undefined ? null : await startWiki(options.mediaWiki, certificates, options.wikiPages ?? {});
  const sites = [...(options.community === 'guarded' ? [COMMUNITY_SITE] : []), ...(wiki === null ? [] : [WIKI_SITE])];
  const policy = corpPolicy(collector.url, {
    mailMandate: options.mailMandate,
    forumMandate: options.forumMandate,
    breakers: options.breakers,
    sites,
  });
  const launch = options.browser === 'chromium' ? launchChromium : launchFirefox;
  const base: LaunchOptions = {
    dist:
      options.dist ??
      fileURLToPath(new URL(`../../dist/${options.browser === 'chromium' ? 'chrome' : 'firefox'}`, import.meta.url)),
    display: display.name,
    managed: options.policy === 'none' ? undefined : policy,
    hosts: {
      'forum.corp.example': forum.port,
      'mail.google.com': mail.port,
      'community.corp.example': community.port,
      'assistant.corp.example': assistant.port,
      ...(wiki === null ? {} : { [WIKI_HOST]: wiki.port }),
    },
    certificates,
    url: 'about:blank',
    remote: options.remote,
    guard: options.guard,
    install: options.install,
    tools: options.tools,
    extraArgs: options.extraArgs,
    extensions: options.extensions,
    policies: options.policies,
  };
  const goesLater = options.url !== undefined && mustGoLater(options);
  const started = options.program === undefined ? found : { ...found, path: options.program };
  let launched = await launch(started, { ...base, url: goesLater ? 'about:blank' : (options.url ?? 'about:blank') });
  if (options.policy !== 'none' && options.guard !== 'absent')
    await until(
      'the guard to start',
      () =>
        collector.entries.some((each) => each.kind === 'guard-started' && hasPolicy(each)) ||
        collector.entries.some((each) => each.kind === 'policy-loaded'),
      90_000,
    );
  const person = personAt(display.name);
  if (goesLater) await byAddressBar(person, options.url ?? '');
  return {
    name: options.browser,
    forum,
    mail,
    community,
    wiki,
    assistant,
    collector,
    display,
    person,
    policy,
    launched: () => launched,
    async restart(changes = {}) {
      const { profile } = launched;
      await launched.stop();
      const starts = collector.entries.filter((each) => each.kind === 'guard-started').length;
      launched = await launch(started, { ...base, ...changes, profile });
      await until(
        'the guard to start again',
        () => collector.entries.filter((each) => each.kind === 'guard-started').length > starts,
        90_000,
      );
    },
    async close() {
      await launched.close();
      await Promise.all([forum, mail, community, assistant, collector, wiki].map((each) => each?.close()));
      if (options.display === undefined) await display.close();
    },
  };
}

/**
 * A page that Chromium opens while it takes up its policy and installs the guard sometimes stays blank (156, some of a
 * hundred starts, more on a busy machine), so where only a person can go on from there she goes to it afterwards.
 */
function mustGoLater({ browser, remote, policy }: StageOptions): boolean {
  return browser === 'chromium' && remote === 'none' && policy !== 'none';
}

/** As a person goes to an address in Chromium, which does not hear its own shortcuts from X input. */
async function byAddressBar(person: Person, url: string): Promise<void> {
  await person.turnTo(/Chromium/);
  await person.click(487, 63);
  await person.press('ctrl+a');
  person.typeAtOnce(url);
  await pause(300);
  await person.press('Return');
}

function hasPolicy(entry: Readonly<Record<string, unknown>>): boolean {
  const body = entry.body as { readonly policyVersion?: number } | undefined;
  return body?.policyVersion === 42;
}

/** The browsers to test in: those of COUNTERSIGN_BROWSERS ("chromium,firefox"), else both. */
export function wantedBrowsers(): readonly BrowserName[] {
  const named = (process.env.COUNTERSIGN_BROWSERS ?? 'chromium,firefox').split(',').map((name) => name.trim());
  return (['chromium', 'firefox'] as const).filter((name) => named.includes(name));
}
