/** `npm start`: builds, opens a browser with the guard and the stand-in company, and plays a story, the incident first of all. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifyLedger } from '../../src/core/ledger/check.ts';
import { type Agent, remoteAgent, scriptAgent } from '../browser/agents.ts';
import { presentDisplay } from '../browser/harness/display.ts';
import { type BrowserName, ensureBrowsers } from '../browser/harness/find-browser.ts';
import { installForm } from '../browser/harness/install-form.ts';
import { pause } from '../browser/harness/until.ts';
import { openStage, type Stage, signedIn, signedInToMail } from '../browser/stage.ts';
import { isStoryName, STORIES } from '../incidents/stories.ts';
import type { StoryResult, Teller } from '../incidents/story.ts';
import { buildGuard } from './build-guard.ts';
import { fail, messageOf, readOptions, say } from './command-line.ts';

const HELP = `npm start [-- --headless] [--browser chromium|firefox] [--story NAME] [--json]
Builds Countersign, starts a stand-in company (forum and mail) on this machine, opens a browser with the guard installed
by policy, and plays a story:
${Object.entries(STORIES)
  .map(([name, story]) => `  ${name.padEnd(8)} ${story.title}`)
  .join('\n')}
With a display it plays at a pace that you can follow and leaves the browser open; with --headless (or without a
display) it runs through on a display of its own and writes pictures. Ends with 1 if anything left that should not.`;

const { values } = readOptions(HELP, {
  headless: { type: 'boolean' },
  browser: { type: 'string' },
  story: { type: 'string' },
  json: { type: 'boolean' },
});
const browser = (values.browser ?? 'chromium') as BrowserName;
if (browser !== 'chromium' && browser !== 'firefox') fail('--browser is "chromium" or "firefox".', 2);
const name = String(values.story ?? 'meta');
if (!isStoryName(name)) fail(`There is no story "${name}"; there are: ${Object.keys(STORIES).join(', ')}.`, 2);
const story = STORIES[name];

interface AgentReport extends StoryResult {
  readonly name: string;
  readonly ledger: 'valid' | 'broken' | 'absent';
}

play().catch((error: unknown) => fail(`Countersign could not play the story: ${messageOf(error)}`));

async function play(): Promise<void> {
  const watched = values.headless ? null : presentDisplay();
  if (!values.headless && watched === null)
    say('There is no display here, so this runs headless: on a display of its own, with pictures.');
  say(`1/4 Looking for ${browser} …`);
  const [found] = await ensureBrowsers([browser], (line) => say(`    ${line}`));
  if (found === undefined) fail('No browser.');
  const form = installForm();
  if (form.kind === 'demo') say(demoLine(form.why));
  say('2/4 Building the extension …');
  buildGuard(browser === 'chromium' ? 'chrome' : 'firefox');
  const folder = join('screenshots', `${name}-${browser}`);
  mkdirSync(folder, { recursive: true });
  const reports: AgentReport[] = [];
  for (const kind of agentsFor(form.kind, watched !== null)) {
    say(`3/4 ${story.title} ${CAST[kind]} …`);
    reports.push(await playWith(kind, folder, watched !== null));
  }
  say(`4/4 Pictures: ${folder}`);
  report(form.kind, reports);
}

const CAST = {
  remote: 'With an agent over the remote protocol',
  script: 'With a script in the page',
  alone: 'No agent, no remote protocol',
} as const;

/**
 * Loaded by hand, Chrome lets a remote client into our own window too, so nothing could be confirmed beside one; and
 * Firefox takes an extension for one run only from such a client.
 */
function agentsFor(form: 'policy' | 'demo', watched: boolean): readonly (keyof typeof CAST)[] {
  if (story.cast === 'alone') return ['alone'];
  if (form === 'demo') return browser === 'chromium' ? ['script'] : ['remote'];
  return watched ? ['remote'] : ['remote', 'script'];
}

async function playWith(kind: keyof typeof CAST, folder: string, watched: boolean): Promise<AgentReport> {
  const display = watched ? presentDisplay() : null;
  const stage = await openStage({
    browser,
    remote: kind === 'remote' ? 'agent' : 'none',
    ...(kind === 'script' ? { url: beginning('assistant') } : {}),
    ...(display ? { display } : {}),
  });
  const agent = kind === 'remote' ? await remoteAgent(stage) : scriptAgent(stage.assistant);
  try {
    if (kind === 'remote') await agent.goTo(beginning('no assistant'));
    return await tellStory(stage, agent, folder, watched ? 2_500 : 0);
  } finally {
    if (watched) await untilClosed(stage);
    await agent.leave().catch(() => undefined);
    await stage.close();
  }
}

/** Where the story begins, with Alice signed in. */
function beginning(assistant: 'assistant' | 'no assistant'): string {
  return story.begins === 'mail' ? signedInToMail('alice', '/mail/u/0/', assistant) : signedIn('alice', '/', assistant);
}

async function tellStory(stage: Stage, agent: Agent, folder: string, pace: number): Promise<AgentReport> {
  const tell: Teller = {
    say: (line) => say(`    ${line}`),
    async picture(name) {
      const file = join(folder, `${agent.name}-${name}.png`);
      stage.display.shot(file);
    },
    pace,
  };
  const result = await story.play(stage, agent, tell);
  writeFileSync(
    join(folder, `${agent.name}-ledger.jsonl`),
    stage.collector.entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''),
  );
  const ledger = stage.collector.entries.length === 0 ? 'absent' : verifyLedger(stage.collector.entries).kind;
  return {
    ...result,
    name: story.cast === 'alone' ? 'nobody' : agent.name,
    ledger,
  };
}

/** The watching person tries things, and closes the browser or presses Ctrl+C. */
async function untilClosed(stage: Stage): Promise<void> {
  say('The browser stays open: try it. Close it, or press Ctrl+C, to end.');
  while (stage.launched().isRunning()) await pause(500);
}

function report(install: 'policy' | 'demo', reports: readonly AgentReport[]): void {
  const good =
    reports.length > 0 &&
    reports.every(
      (each) =>
        each.arrived === 0 &&
        each.approvedArrived === story.approved &&
        each.exact &&
        each.declinedArrived === 0 &&
        each.ledger === 'valid',
    );
  // The figure of each telling is the same when all went well; else the one that went wrong is told.
  const figure = (key: 'approvedArrived' | 'declinedArrived', right: number) =>
    reports.map((each) => each[key]).find((each) => each !== right) ?? right;
  const ledger = reports.every((each) => each.ledger === 'valid')
    ? 'valid'
    : reports.some((each) => each.ledger === 'broken')
      ? 'broken'
      : 'absent';
  const agents = reports.map(({ name, attempts, arrived }) => ({ name, attempts, arrived }));
  if (values.json)
    console.log(
      JSON.stringify({
        story: name,
        browser,
        install,
        agents,
        approvedArrived: figure('approvedArrived', story.approved),
        declinedArrived: figure('declinedArrived', 0),
        ledger,
      }),
    );
  else {
    for (const each of reports)
      console.log(
        `${each.name}: ${each.attempts} attempts, ${each.arrived} arrived; after Alice’s yes ${each.approvedArrived}, after her no ${each.declinedArrived}; ledger ${each.ledger}`,
      );
    console.log(good ? 'Nothing left that should not.' : 'SOMETHING LEFT THAT SHOULD NOT, or did not arrive.');
  }
  process.exit(good ? 0 : 1);
}

function demoLine(why: string): string {
  const lock =
    browser === 'chromium'
      ? ' the network lock is off in Chrome. Try `--browser firefox`.'
      : ' it can be removed by hand.';
  return `Demo mode: loaded without policy (${why});${lock}`;
}
