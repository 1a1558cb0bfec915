/** `npm run bench -- ledger`: measures and tells. */
import { LENGTHS, measureLedger, monthsIn } from '../bench/ledger.ts';
import type { LedgerCost } from '../bench/ledger-page.ts';
import { say } from './command-line.ts';

/** What the design asks for: half a year fits. */
const LEAST_MONTHS = 6;

/** The measurements; `passed` when half a year fits. */
export async function benchLedger(): Promise<{ readonly costs: readonly LedgerCost[]; readonly passed: boolean }> {
  console.log('entries   bytes each   append ms      99 %   newest ms   whole as file ms   verify ms');
  const costs = await measureLedger(LENGTHS, (each) => console.log(line(each)));
  if (costs === null) {
    say('No Chromium was found: nothing was measured.');
    return { costs: [], passed: false };
  }
  const months = Math.min(...costs.map(({ bytesPerEntry }) => monthsIn(bytesPerEntry)));
  console.log(`${months.toFixed(1)} months of 2,000 entries a day fit into 500 MB.`);
  if (months < LEAST_MONTHS) say(`That is less than ${LEAST_MONTHS} months.`);
  return { costs, passed: months >= LEAST_MONTHS };
}

function line({ entries, bytesPerEntry, appendMedian, appendP99, newest, save, verify }: LedgerCost): string {
  return [
    String(entries).padStart(7),
    fixed(bytesPerEntry, 12),
    fixed(appendMedian, 11),
    fixed(appendP99, 9),
    fixed(newest, 11),
    fixed(save, 18),
    fixed(verify, 11),
  ].join(' ');
}

function fixed(value: number, width: number): string {
  return value.toFixed(1).padStart(width);
}
