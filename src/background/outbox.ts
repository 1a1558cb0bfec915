/** What the collector has not had yet, sent in order and in batches, one sender at a time. */
import {
  type Answered,
  afterFailure,
  afterSuccess,
  answeredBy,
  type DeliveryState,
  deliveryOf,
  mayTry,
  parseDelivery,
} from '../core/ledger/delivery.ts';
import type { Collector } from '../core/ledger/keeping.ts';
import type { Producer } from '../core/ledger/ocsf.ts';
import type { Entry } from '../core/ledger.ts';
import { database, readDurable, writeDurable } from './database.ts';

/** The collector has this long to answer before the attempt counts as failed. */
const COLLECTOR_TIMEOUT_MS = 10_000;

/** An answer is read so far; no collector's is longer. */
const LONGEST_ANSWER = 65_536;

/** How an attempt to send went: all is there, there was nothing, it waits for its next time, or it failed. */
export type Sending = 'sent' | 'nothing-to-do' | 'waiting' | 'failed';

let sending: Promise<Sending> | null = null;

/** An entry came while others were being sent, perhaps after the last look for more. */
let more = false;

/** Failure is no exception: it is kept in the state, and tried again later. */
export function send(collector: Collector, by: Producer, when: 'when-due' | 'at-once'): Promise<Sending> {
  if (sending !== null) more = true;
  sending ??= sendAll(collector, by, when)
    .catch((): Sending => 'failed')
    .finally(() => {
      sending = null;
      if (!more) return;
      more = false;
      void send(collector, by, 'when-due');
    });
  return sending;
}

/** How sending goes, and how far it has come. */
export async function deliveryState(): Promise<DeliveryState & { readonly upTo: number }> {
  const [state, upTo] = await Promise.all([readDurable('ledgerDelivery'), readDurable('ledgerSentUpTo')]);
  return { ...parseDelivery(state), upTo: Number(upTo) || 0 };
}

async function sendAll(collector: Collector, by: Producer, when: 'when-due' | 'at-once'): Promise<Sending> {
  let batch = collector.batch;
  for (let sent = false; ; sent = true) {
    const { upTo, ...state } = await deliveryState();
    if (!mayTry(state, Date.now()) && when === 'when-due') return 'waiting';
    const range = IDBKeyRange.lowerBound(upTo, true);
    const entries = await (await database()).getAll('ledger', range, batch);
    const last = entries.at(-1);
    if (last === undefined) return sent ? 'sent' : 'nothing-to-do';
    const answered = await post(collector, entries, by);
    if (answered.kind === 'too-large' && batch > 1) {
      batch = Math.ceil(batch / 2);
      continue;
    }
    if (answered.kind !== 'delivered') {
      const [why, afterMs] = answered.kind === 'again' ? [answered.why, answered.afterMs] : ['HTTP 413', null];
      await writeDurable('ledgerDelivery', afterFailure(state, why, Date.now(), afterMs, Math.random()));
      return 'failed';
    }
    await noteDelivered(last.seq, afterSuccess(state, Date.now(), answered.refused));
  }
}

async function post(collector: Collector, entries: readonly Entry[], by: Producer): Promise<Answered> {
  const { contentType, body } = deliveryOf(collector.format, entries, by);
  try {
    const answer = await fetch(collector.url, {
      method: 'POST',
      headers: {
        ...Object.fromEntries(collector.headers.map(({ name, value }) => [name, value])),
        'content-type': contentType,
      },
      body,
      credentials: 'omit',
      // Another address would get the token, and perhaps without TLS.
      redirect: 'error',
      signal: AbortSignal.timeout(COLLECTOR_TIMEOUT_MS),
    });
    const text = (await answer.text()).slice(0, LONGEST_ANSWER);
    return answeredBy(collector.format, answer.status, text, answer.headers.get('retry-after'));
  } catch (error) {
    const isLate = error instanceof DOMException && error.name === 'TimeoutError';
    return { kind: 'again', why: isLate ? 'no answer in time' : 'no connection', afterMs: null };
  }
}

/** In one transaction: how far it has come, and that it worked. */
async function noteDelivered(upTo: number, state: DeliveryState): Promise<void> {
  const transaction = (await database()).transaction('durable', 'readwrite', { durability: 'strict' });
  await Promise.all([
    transaction.store.put(upTo, 'ledgerSentUpTo'),
    transaction.store.put(state, 'ledgerDelivery'),
    transaction.done,
  ]);
}
