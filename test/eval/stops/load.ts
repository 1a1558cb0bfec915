/** A script in the forum's page that sends what four people may read, through several channels, again and again. */
import { pageAttempts } from '../../browser/attempts.ts';
import { READ_SECRET } from '../faults/attack.ts';

/** Channels that fail fast and leave nothing behind, so that many can be tried at once. */
const WAYS = [
  'fetch urlencoded',
  'fetch keepalive',
  'XMLHttpRequest',
  'sendBeacon',
  'blank frame’s fetch',
  'unloaded frame’s pristine fetch',
  'form.submit into a frame',
  'worker’s fetch',
];

/** Reads the restricted thread; what every try then carries. */
export const READ = READ_SECRET;

/** The body of a function that tries every channel once, at these moments (ms), and says how many tries that were. */
export function burst(text: string, moments: readonly number[]): string {
  const ways = pageAttempts(101, text).filter(({ name }) => WAYS.includes(name));
  const tries = ways.map(({ code }) => `async () => {${code}\n}`);
  return `const tries = [${tries.join(',\n')}];
    const soon = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
    await Promise.all(${JSON.stringify(moments)}.map(async (at, index) => { await soon(at); await Promise.all(tries.filter((_, place) => place % ${moments.length} === index).map((each) => each().catch(() => undefined))); }));
    for (const frame of [...document.querySelectorAll('iframe')]) frame.remove();
    return tries.length;`;
}
