/** The conversations as far as the server has told of them. */
import { post, postJson } from './network.js';
import { enqueue } from './queue.js';
import { labelOperations, readThread } from './shapes.js';
import { keepCounts, sync } from './start.js';

const AGAIN_AFTER_MS = [500, 1_000, 2_000, 4_000];

export const MAILBOXES = {
  inbox: { name: 'Inbox', label: '^i' },
  starred: { name: 'Starred', label: '^t' },
  sent: { name: 'Sent', label: '^f' },
  drafts: { name: 'Drafts', label: '^r' },
  all: { name: 'All Mail', label: '^all' },
  trash: { name: 'Trash', label: '^k' },
};

/** By label; kept to be shown at once on the next visit. */
const lists = new Map();
/** Called when conversations are others than before. */
let redraw = () => undefined;

export function onChange(listener) {
  redraw = listener;
}

export function listed(label) {
  return lists.get(label) ?? null;
}

/** A network that fails for a moment is asked again, like the original does. */
async function again(ask) {
  for (const wait of AGAIN_AFTER_MS) {
    try {
      return await ask();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return ask();
}

export async function fetchList(label) {
  const [threads, counts] = await again(() => postJson(sync('bv'), [[null, label, 50]]));
  lists.set(label, threads.map(readThread));
  keepCounts(counts);
}

export async function fetchThread(id) {
  const [threads] = await again(() => postJson(sync('fd'), [[[id]]]));
  return threads[0] ? readThread(threads[0]) : null;
}

/** A conversation's full name from the short one in addresses. */
export function fullId(short) {
  return /^[\da-f]{16}$/.test(short) ? `thread-f:${BigInt(`0x${short}`)}` : short;
}

export function shortId({ id, legacyId }) {
  return id.startsWith('thread-f:') ? legacyId : id;
}

/** Asks again for what is shown. */
export function refresh() {
  redraw();
}

/** Changes labels here at once, and at the server through the queue. */
export function relabel(threads, { add = [], remove = [] }, done) {
  for (const { labels } of threads.flatMap(({ messages }) => messages)) {
    for (const label of remove) labels.delete(label);
    for (const label of add) labels.add(label);
  }
  // However many are chosen, it is one request.
  const named = threads.map(({ id, messages }) => ({ id, ids: messages.map((message) => message.id) }));
  const operations = () => named.flatMap(({ id, ids }) => labelOperations(id, add, remove, ids));
  enqueue({ kind: 'change', messageId: named[0]?.id, operations, done });
}

export function isUnread({ messages }) {
  return messages.some(({ labels }) => labels.has('^u'));
}

/** Settings travel as a form, as they always have. */
export function saveSettings(account, fields) {
  const body = new URLSearchParams({ act: 'prefs', ...fields }).toString();
  return post(`/mail/u/${account}/?ui=2&act=prefs`, body, 'application/x-www-form-urlencoded;charset=UTF-8').done;
}
