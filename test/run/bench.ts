/** `npm run bench`: how long the guard takes to decide in a large company, in milliseconds and against a plain hash. */
import { writeFileSync } from 'node:fs';
import { measureGates } from '../bench/gates.ts';
import { measureListeners } from '../bench/listeners.ts';
import type { Measurement, measureAll } from '../bench/measure.ts';
import { measureReading } from '../bench/reading.ts';
import type { ThreadCost } from '../bench/reading-page.ts';
import { asBuilt } from './as-built.ts';
import { benchLedger } from './bench-ledger.ts';
import { benchMatching } from './bench-matching.ts';
import { browsersNamed } from './browsers-named.ts';
import { fail, messageOf, readOptions, say } from './command-line.ts';

const HELP = `npm run bench [-- --json FILE]
npm run bench -- gates [--browser chrome|firefox] [--pairs 20] [--json FILE]
npm run bench -- listeners [--pairs 8] [--json FILE]
npm run bench -- ledger [--json FILE]
npm run bench -- matching [--plot artifacts/matching.svg] [--json FILE]
Measures with 10,000 groups, 1,000 rules and 200 readings, half of which leak: the median of 500 runs, each of another act.
Then what it costs to read a mail thread of 10 and of 300 messages in Chromium, and one more message of each.
The ratio is to canonical JSON and SHA-256 of the act's text (5 kB) in the same run, so that machines can be compared.
With "gates": what the gates add to a person's permitted reply and to an agent's 20 permitted mails, as ratios to the same
without the guard; about 15 minutes a browser for 20 pairs on a quiet machine. Ends with 0 when no ratio is above 1.05.
With "listeners": for how long the page's main thread is busy with one pointer move, key and input, as a ratio to the same
page without the guard (Chromium); some minutes. Ends with 0.
With "ledger": appending, reading, saving and verifying a record of 1,000 to 200,000 entries in Chromium, and how many months fit.
With "matching": finding which of 100 to 100,000 documents stand in a draft of 5 kB, drawn as an SVG file; takes 2 GB of memory.
Ends with 0 when decide() takes less than 1 ms and one more message costs the same in both threads, 1 when not, 2 when the options make no sense.`;

const MOST_MS = 1;
/** The ratio of a permitted task with the gates to the same without them. */
const MOST_ADDED = 1.05;

const { values, rest } = readOptions(HELP, {
  json: { type: 'string' },
  browser: { type: 'string' },
  pairs: { type: 'string' },
  plot: { type: 'string' },
});
if (rest.join() === 'gates') process.exit(await benchGates());
if (rest.join() === 'listeners') process.exit(await benchListeners());
if (rest.join() === 'ledger') {
  const { passed, costs } = await benchLedger();
  if (typeof values.json === 'string') writeJson(values.json, { node: process.version, ledger: costs });
  process.exit(passed ? 0 : 1);
}
if (rest.join() === 'matching') {
  const plot = typeof values.plot === 'string' ? values.plot : 'artifacts/matching.svg';
  const { passed, ...matching } = await benchMatching(plot);
  if (typeof values.json === 'string') writeJson(values.json, { node: process.version, matching });
  process.exit(passed ? 0 : 1);
}
if (rest.length > 0) fail(HELP, 2);
const module = await asBuilt('test/bench/measure.ts');
const measurements = (module as { readonly measureAll: typeof measureAll }).measureAll(say);
print(measurements);
const slow = measurements.filter(({ name, medianMs }) => name.startsWith('decide(') && medianMs >= MOST_MS);
for (const { name } of slow) say(`${name} takes ${MOST_MS} ms or more.`);
const reading = await measureReading();
const grows = printReading(reading);
if (typeof values.json === 'string') writeJson(values.json, { node: process.version, measurements, reading });
process.exit(slow.length === 0 && !grows ? 0 : 1);

/** What the gates add, browser by browser; 0 when it is little enough. */
async function benchGates(): Promise<number> {
  const pairs = Number(values.pairs ?? 20);
  const browsers = browsersNamed(typeof values.browser === 'string' ? values.browser : undefined);
  if (!Number.isInteger(pairs) || pairs < 1 || browsers === null) fail(HELP, 2);
  const costs = [];
  for (const browser of browsers) costs.push(...(await measureGates(browser, pairs)));
  for (const { browser, task, ratio, from, to, confidence } of costs)
    console.log(
      `${browser}: ${task}: ${ratio.toFixed(3)} (${from.toFixed(3)} to ${to.toFixed(3)}, ${(confidence * 100).toFixed(1)} %, ${pairs} pairs)`,
    );
  if (typeof values.json === 'string') writeJson(values.json, { node: process.version, gates: costs });
  return costs.every(({ task, ratio }) => task === 'from the press of keys to the server' || ratio <= MOST_ADDED)
    ? 0
    : 1;
}

/** What each event costs; no bound is asked of it. */
async function benchListeners(): Promise<number> {
  const pairs = Number(values.pairs ?? 8);
  if (!Number.isInteger(pairs) || pairs < 1) fail(HELP, 2);
  const costs = await measureListeners(pairs);
  for (const { event, withGuardUs, withoutUs, ratio, from, to, confidence } of costs)
    console.log(
      `${event.padEnd(12)} ${withGuardUs.toFixed(0).padStart(6)} µs with the guard, ${withoutUs.toFixed(0).padStart(6)} µs without: ${ratio.toFixed(2)} (${from.toFixed(2)} to ${to.toFixed(2)}, ${(confidence * 100).toFixed(1)} %, ${pairs} pairs)`,
    );
  if (typeof values.json === 'string') writeJson(values.json, { node: process.version, listeners: costs });
  return 0;
}

function print(all: readonly Measurement[]): void {
  const width = Math.max(...all.map(({ name }) => name.length));
  console.log(`${''.padEnd(width)}   median ms      95 %   runs      × hash`);
  for (const { name, medianMs, p95Ms, runs, ratio } of all)
    console.log(
      `${name.padEnd(width)} ${medianMs.toFixed(3).padStart(11)} ${p95Ms.toFixed(3).padStart(9)} ${String(runs).padStart(6)} ${ratio.toFixed(1).padStart(11)}`,
    );
}

/** Whether one more message of a long thread costs more queries than one of a short thread. */
function printReading(costs: readonly ThreadCost[] | null): boolean {
  if (costs === null) {
    say('No Chromium was found: what it costs to read a thread is not measured.');
    return false;
  }
  for (const { messages, whole, oneMore } of costs)
    console.log(
      `reading ${messages} messages: ${whole.queries} queries, ${whole.ms.toFixed(1)} ms; one more: ${oneMore.queries} queries, ${oneMore.ms.toFixed(1)} ms`,
    );
  const [short, long] = [costs[0], costs.at(-1)];
  const grows = short !== undefined && long !== undefined && long.oneMore.queries > short.oneMore.queries;
  if (grows) say('One more message of a long thread costs more than one of a short thread.');
  return grows;
}

function writeJson(file: string, value: object): void {
  try {
    writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
  } catch (error) {
    fail(`${file}: ${messageOf(error)}`, 2);
  }
}
