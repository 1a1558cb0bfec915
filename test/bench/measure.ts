/** What takes how long in a large company. `npm run bench` builds this as the extension is built, and prints what it says. */
import { canonicalJson, sha256Hex } from '../../src/core/canonical.ts';
import { decide, type Facts } from '../../src/core/decide.ts';
import { fingerprint } from '../../src/core/exposure/fingerprint.ts';
import { matchReadings } from '../../src/core/exposure.ts';
import { readPolicy } from '../../src/core/policy/read.ts';
import type { Policy } from '../../src/core/policy.ts';
import { companyPolicy, factsOf, KEY, NOW, readings, text } from './company.ts';

const RUNS = 500;
const WARM_UP = 200;
/** What takes long is measured less often. */
const FEW = 11;

export interface Measurement {
  readonly name: string;
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly runs: number;
  /** How many times as long as the hash of the act's text. */
  readonly ratio: number;
}

/** Measures everything; `say` is told what is being measured. */
export function measureAll(say: (line: string) => void): readonly Measurement[] {
  say('Making a company …');
  const raw = companyPolicy();
  const policy = good(raw);
  const known = readings();
  const acts = (kind: 'mail' | 'post' | 'wide') => (n: number) => factsOf(policy, known, kind, n);
  const texts = Array.from({ length: WARM_UP + RUNS }, (_, n) => text(n, 5_000));
  const textOf = (n: number) => texts[n] ?? '';
  const many = <T>(name: string, make: (n: number) => T, run: (given: T) => unknown, runs = RUNS) => {
    say(`${name} …`);
    return { name, runs, ...timesOf(make, run, runs) };
  };
  const measured = [
    many('canonical JSON + SHA-256 of 5 kB', textOf, (each) => sha256Hex(canonicalJson(['text', each]))),
    many('decide() on a mail to 8 people and 2 groups', acts('mail'), decide),
    many('decide() on a post to a forum area', acts('post'), decide),
    many('decide() on a post to all employees', acts('wide'), decide),
    many('the first decide() after a change of policy', (n) => unknownTo(acts('mail')(n)), decide, FEW),
    many('fingerprint() of a 5 kB post', textOf, (each) => fingerprint(each, KEY)),
    many('matchReadings() of it with 200 readings', textOf, (each) => matchReadings(each, known, KEY)),
    many('readPolicy()', () => raw, good, FEW),
  ];
  const hash = measured[0]?.medianMs ?? 1;
  return measured.map((each) => ({ ...each, ratio: each.medianMs / hash }));
}

function good(raw: unknown): Policy {
  const reading = readPolicy(raw, NOW);
  if (reading.kind !== 'good') throw new Error(`the company's policy is ${JSON.stringify(reading).slice(0, 500)}`);
  return reading.policy;
}

/** The same facts under a policy of which nothing has been looked up yet. */
function unknownTo(facts: Facts): Facts {
  return { ...facts, policy: { ...facts.policy, groups: new Map(facts.policy.groups) } };
}

/** Each run is about something else, made before its time is taken. */
function timesOf<T>(
  make: (n: number) => T,
  run: (given: T) => unknown,
  runs: number,
): Pick<Measurement, 'medianMs' | 'p95Ms'> {
  const warmUp = runs === RUNS ? WARM_UP : 1;
  const times: number[] = [];
  for (let n = 0; n < warmUp + runs; n++) {
    const given = make(n);
    const start = performance.now();
    run(given);
    if (n >= warmUp) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor((times.length - 1) * share)] ?? 0;
  return { medianMs: at(0.5), p95Ms: at(0.95) };
}
