/** `npm run bench`: how long the guard takes to decide in a large company, in milliseconds and against a plain hash. */
import { writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { canonicalJson, sha256Hex } from '../../src/core/canonical.ts';
import { decide } from '../../src/core/decide.ts';
import { fingerprint, matchReadings } from '../../src/core/exposure.ts';
import { readPolicy } from '../../src/core/policy/read.ts';
import { companyPolicy, factsOf, KEY, NOW, readings, text } from '../bench/company.ts';
import { fail, messageOf, readOptions, say } from './command-line.ts';

const HELP = `npm run bench [-- --json FILE]
Measures with 10,000 groups, 1,000 rules and 200 readings, half of which leak: the median of 500 runs, each of another act.
The ratio is to canonical JSON and SHA-256 of the act's text (5 kB) in the same run, so that machines can be compared.
Ends with 0 when decide() takes less than 1 ms, 1 when it does not, 2 when the options make no sense.`;

const RUNS = 500;
const WARM_UP = 200;
/** What takes long is measured less often. */
const FEW = 11;
const MOST_MS = 1;

interface Measurement {
  readonly name: string;
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly runs: number;
  readonly ratio: number;
}

const { values, rest } = readOptions(HELP, { json: { type: 'string' } });
if (rest.length > 0) fail(HELP, 2);
const measurements = measureAll();
print(measurements);
if (typeof values.json === 'string') write(values.json, measurements);
const slow = measurements.filter(({ name, medianMs }) => name.startsWith('decide(') && medianMs >= MOST_MS);
for (const { name } of slow) say(`${name} takes ${MOST_MS} ms or more.`);
process.exit(slow.length === 0 ? 0 : 1);

function measureAll(): readonly Measurement[] {
  say('Making a company …');
  const raw = companyPolicy();
  const reading = readPolicy(raw, NOW);
  if (reading.kind !== 'good') fail(`The company's policy is not good: ${JSON.stringify(reading).slice(0, 500)}`);
  const { policy } = reading;
  const known = readings();
  const acts = (kind: 'mail' | 'post' | 'wide') =>
    Array.from({ length: WARM_UP + RUNS }, (_, n) => factsOf(policy, known, kind, n));
  const [mails, posts, wide] = [acts('mail'), acts('post'), acts('wide')];
  const texts = Array.from({ length: WARM_UP + RUNS }, (_, n) => text(n, 5_000));
  const cold = { ...policy, groups: new Map(policy.groups) };

  const reference = measure('canonical JSON + SHA-256 of 5 kB', RUNS, (n) =>
    sha256Hex(canonicalJson(['text', texts[n] ?? ''])),
  );
  const measured = [
    reference,
    measure('decide() on a mail to 8 people and 2 groups', RUNS, (n) => decide(mails[n] ?? never())),
    measure('decide() on a post to a forum area', RUNS, (n) => decide(posts[n] ?? never())),
    measure('decide() on a post to all employees', RUNS, (n) => decide(wide[n] ?? never())),
    once('the first decide() after a change of policy', () => decide({ ...(mails[0] ?? never()), policy: cold })),
    measure('fingerprint() of a 5 kB post', RUNS, (n) => fingerprint(texts[n] ?? '', KEY)),
    measure('matchReadings() of it with 200 readings', RUNS, (n) => matchReadings(texts[n] ?? '', known, KEY)),
    measure('readPolicy()', FEW, () => readPolicy(raw, NOW)),
  ];
  return measured.map((each) => ({ ...each, ratio: each.medianMs / reference.medianMs }));
}

function measure(name: string, runs: number, run: (n: number) => unknown): Measurement {
  say(`${name} …`);
  const warmUp = runs === FEW ? 1 : WARM_UP;
  for (let n = 0; n < warmUp; n++) run(n);
  const times: number[] = [];
  for (let n = 0; n < runs; n++) {
    const start = performance.now();
    run(warmUp + n);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor((times.length - 1) * share)] ?? 0;
  return { name, medianMs: at(0.5), p95Ms: at(0.95), runs, ratio: 0 };
}

/** What happens once and is remembered. */
function once(name: string, run: () => unknown): Measurement {
  const start = performance.now();
  run();
  const ms = performance.now() - start;
  return { name, medianMs: ms, p95Ms: ms, runs: 1, ratio: 0 };
}

function print(all: readonly Measurement[]): void {
  const width = Math.max(...all.map(({ name }) => name.length));
  console.log(`${'median of so many runs'.padEnd(width)}   median ms      95 %   runs      × hash`);
  for (const { name, medianMs, p95Ms, runs, ratio } of all)
    console.log(
      `${name.padEnd(width)} ${medianMs.toFixed(3).padStart(11)} ${p95Ms.toFixed(3).padStart(9)} ${String(runs).padStart(6)} ${ratio.toFixed(1).padStart(11)}`,
    );
}

function write(file: string, all: readonly Measurement[]): void {
  try {
    writeFileSync(file, `${JSON.stringify({ node: process.version, measurements: all }, null, 2)}\n`);
  } catch (error) {
    fail(`${file}: ${messageOf(error)}`, 2);
  }
}

function never(): never {
  throw new Error('there is no such act');
}
