/**
 * Everything that is to be written goes through one queue with one sync under way. What fails is tried again, later and
 * later, under the same message id; a send takes the place of the same message's waiting draft.
 */
import { post } from './network.js';
import { syncRequest } from './shapes.js';
import { keepCounts, sync } from './start.js';

const BACKOFF_MS = [1_000, 2_000, 4_000, 8_000, 15_000];

const waiting = [];
let flight = null;
let failures = 0;
let pause;

/**
 * `kind` is `draft`, `send` or `change`; `operations()` is asked anew for each attempt; `done`, `started` and `failed`
 * tell how it goes. The answer is the entry, by which it can be dropped.
 */
export function enqueue(entry) {
  if (entry.kind !== 'change') forgetDrafts(entry.messageId);
  waiting.push(entry);
  // A person who sends does not wait for the pause after somebody's failed draft.
  if (entry.kind === 'send') endPause();
  pump();
  return entry;
}

/** Takes an entry out, even one that is under way. */
export function drop(entry) {
  const index = waiting.indexOf(entry);
  if (index >= 0) waiting.splice(index, 1);
  if (!flight?.entries.includes(entry)) return;
  flight.dropped.add(entry);
  flight.request.abort();
}

/** A draft of this message that waits, and must not follow what came later. */
export function forgetDrafts(messageId) {
  for (let index = waiting.length - 1; index >= 0; index -= 1) {
    if (waiting[index].kind === 'draft' && waiting[index].messageId === messageId) waiting.splice(index, 1);
  }
}

function pump() {
  if (flight || pause || waiting.length === 0) return;
  const entries = takeBatch();
  for (const entry of entries) entry.started?.();
  const lists = entries.map((entry) => entry.operations());
  const { query, body } = syncRequest(
    lists.flat(),
    entries.some(({ kind }) => kind === 'send'),
  );
  flight = { entries, dropped: new Set(), request: post(sync('s') + query, body) };
  flight.request.done.then(succeeded, failed);
}

/** All that waits, but only one send. */
function takeBatch() {
  const second = waiting.findIndex(({ kind }, index) => kind === 'send' && waiting.findIndex(isSend) < index);
  return waiting.splice(0, second < 0 ? waiting.length : second);
}

function isSend({ kind }) {
  return kind === 'send';
}

function succeeded(text) {
  const { entries } = flight;
  flight = null;
  failures = 0;
  keepCounts(answerOf(text)?.[2]?.[0]);
  for (const entry of entries) entry.done?.();
  pump();
}

function answerOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function failed() {
  const { entries, dropped } = flight;
  flight = null;
  const overtaken = (entry) =>
    entry.kind === 'draft' && waiting.some(({ kind, messageId }) => kind !== 'change' && messageId === entry.messageId);
  const again = entries.filter((entry) => !dropped.has(entry) && !overtaken(entry));
  waiting.unshift(...again);
  if (dropped.size > 0) return pump();
  for (const entry of again) entry.failed?.();
  const wait = BACKOFF_MS[Math.min(failures, BACKOFF_MS.length - 1)];
  failures += 1;
  pause = setTimeout(() => {
    pause = undefined;
    pump();
  }, wait);
}

function endPause() {
  clearTimeout(pause);
  pause = undefined;
  failures = 0;
}
