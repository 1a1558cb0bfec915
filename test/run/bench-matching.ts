/** `npm run bench -- matching`: measures, tells, draws. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { MatchingCosts, measureMatching } from '../bench/matching.ts';
import { matchingPlot } from '../bench/matching-plot.ts';
import { asBuilt } from './as-built.ts';
import { say } from './command-line.ts';

/** What the design asks. */
const MOST = { p99Ms: 5, indexBytes: 60_000_000, documents: 10_000, taskMs: 50 } as const;
const LEAST_MBS = 20;

/** The measurements, written to the drawing as well; `passed` when they are as the design asks. */
export async function benchMatching(plot: string): Promise<MatchingCosts & { readonly passed: boolean }> {
  const module = await asBuilt('test/bench/matching.ts');
  const measured = (module as { readonly measureMatching: typeof measureMatching }).measureMatching(say);
  for (const line of report(measured)) console.log(line);
  mkdirSync(dirname(plot), { recursive: true });
  writeFileSync(plot, matchingPlot(measured.costs));
  console.log(`Drawn in ${plot}.`);
  const faults = faultsIn(measured);
  for (const fault of faults) say(fault);
  return { ...measured, passed: faults.length === 0 };
}

function report({ fingerprintMBs, timesHash, longestTaskMs, costs }: MatchingCosts): readonly string[] {
  return [
    `Fingerprints: ${fingerprintMBs.toFixed(1)} MB/s, ${timesHash.toFixed(2)} × SHA-256; the longest text that is compared (400 kB) in ${longestTaskMs.toFixed(1)} ms.`,
    'documents   median ms      99 %   longest   × of 100    index MB    prints MB    built in s   found   by mistake',
    ...costs.map(
      (each) =>
        `${String(each.documents).padStart(9)} ${fixed(each.medianMs, 11)} ${fixed(each.p99Ms, 9)} ${fixed(each.longestMs, 9)} ${fixed(each.ratio, 10)} ${fixed(each.indexBytes / 1e6, 11)} ${fixed(each.printBytes / 1e6, 12)} ${fixed(each.buildMs / 1_000, 13)} ${(each.found * 100).toFixed(1).padStart(6)}% ${(each.foundByMistake * 100).toFixed(1).padStart(11)}%`,
    ),
  ];
}

function fixed(value: number, width: number): string {
  return value.toFixed(2).padStart(width);
}

/** Where it is not as the design asks, in sentences. */
export function faultsIn({ fingerprintMBs, longestTaskMs, costs }: MatchingCosts): readonly string[] {
  const [fewest, most] = [costs[0], costs.at(-1)];
  const many = costs.find(({ documents }) => documents === MOST.documents);
  const faults = [
    fingerprintMBs < LEAST_MBS && `Fingerprinting takes in less than ${LEAST_MBS} MB a second.`,
    longestTaskMs > MOST.taskMs && `The longest text takes more than ${MOST.taskMs} ms at once.`,
    many !== undefined &&
      many.p99Ms > MOST.p99Ms &&
      `Among ${MOST.documents} documents one in a hundred takes more than ${MOST.p99Ms} ms.`,
    many !== undefined &&
      many.indexBytes > MOST.indexBytes &&
      `The index of ${MOST.documents} documents is larger than 60 MB.`,
    fewest !== undefined &&
      most !== undefined &&
      most.medianMs / fewest.medianMs >= most.documents / fewest.documents &&
      'The time grows as fast as the number of documents.',
  ];
  return faults.filter((each) => each !== false);
}
