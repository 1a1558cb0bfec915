/**
 * Loaded into a tool before its own code: the stand-in company's names lie on this machine. The browser gets them from our
 * proxy, but some tools look a name up themselves before they let the browser go there. COUNTERSIGN_KNOWN_NAMES lists them
 * with commas; every other name is looked up as ever.
 */
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';

const known = new Set((process.env.COUNTERSIGN_KNOWN_NAMES ?? '').split(','));
const here = { address: '127.0.0.1', family: 4 };
const { lookup } = dns;
const { lookup: lookupLater } = dns.promises;

dns.lookup = (name, ...rest) => {
  if (!known.has(name)) return lookup(name, ...rest);
  const answer = rest.at(-1);
  const all = rest.length > 1 && rest[0]?.all === true;
  queueMicrotask(() => (all ? answer(null, [here]) : answer(null, here.address, here.family)));
};
dns.promises.lookup = async (name, options) => {
  if (!known.has(name)) return lookupLater(name, options);
  return options?.all === true ? [here] : here;
};
syncBuiltinESMExports();
