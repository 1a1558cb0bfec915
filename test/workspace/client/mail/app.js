/** The mail's page: from the address to a view, and what the toolbar does there. */
import { compose, composeAlone, isInUse, leaveView, saveOnLeaving } from './composers.js';
import { draftFromAddress, savedDraft } from './drafts.js';
import { drawFrame, drawSide, drawTools, inboxTitle, setTitle } from './frame.js';
import { drawList } from './list-view.js';
import { askForNews, keepChannel, keepLog } from './quiet.js';
import { drawSettings } from './settings-view.js';
import { say } from './snackbar.js';
import { fetchList, fetchThread, fullId, isUnread, MAILBOXES, onChange, relabel, shortId } from './store.js';
import { drawThread } from './thread-view.js';

const view = document.querySelector('.view');
const chosen = new Set();
let filter = '';
/** The place in view: `{ mailbox, thread }`. */
let place = { mailbox: 'inbox', thread: null };
let shown = [];

function placeOf(hash) {
  const [mailbox, thread = ''] = decodeURIComponent(hash.replace(/^#/, '')).split('/');
  if (mailbox === 'settings') return { mailbox, thread: null };
  return { mailbox: MAILBOXES[mailbox] ? mailbox : 'inbox', thread: thread === '' ? null : fullId(thread) };
}

async function go() {
  leaveView();
  place = placeOf(location.hash);
  chosen.clear();
  if (place.mailbox === 'settings') return showSettings();
  if (place.thread) return showThread();
  showList();
  await news();
}

/** Fetches what the list shows and draws it, unless somebody has gone elsewhere meanwhile. */
async function news() {
  const { mailbox } = place;
  if (mailbox === 'settings') return;
  await fetchList(MAILBOXES[mailbox].label).catch(() => undefined);
  if (place.mailbox !== mailbox) return;
  drawSide(mailbox);
  if (!place.thread) showList();
}

function showSettings() {
  drawSide('settings');
  drawTools([], {});
  setTitle('Settings');
  drawSettings(view);
}

function showList() {
  const { mailbox } = place;
  const { name, label } = MAILBOXES[mailbox];
  drawSide(mailbox);
  setTitle(inboxTitle(name, label));
  const acts = { open, choose, archive, remove, redraw: showList };
  shown = drawList(view, { mailbox, label, filter, chosen, acts });
  drawListTools();
}

function drawListTools() {
  const picked = shown.filter(({ id }) => chosen.has(id));
  const names = picked.length === 0 ? [] : ['archive', 'spam', 'remove', picked.some(isUnread) ? 'read' : 'unread'];
  const state = picked.length === 0 ? 'false' : picked.length === shown.length ? 'true' : 'mixed';
  const toggle = () => {
    const all = picked.length === 0 ? shown.map(({ id }) => id) : [];
    chosen.clear();
    for (const id of all) chosen.add(id);
    showList();
  };
  const acts = {
    archive: () => archive(picked),
    remove: () => remove(picked),
    spam: () => move(picked, { add: ['^s'], remove: ['^i'] }, 'Reported as spam.'),
    read: () => mark(picked, { add: ['^o'], remove: ['^u', '^us'] }),
    unread: () => mark(picked, { add: ['^u'], remove: ['^o'] }),
  };
  drawTools(names, acts, { state, toggle });
}

async function showThread() {
  const { thread: id, mailbox } = place;
  const thread = await fetchThread(id).catch(() => null);
  if (place.thread !== id) return;
  if (!thread) return say('The conversation that you requested no longer exists.');
  drawSide(mailbox);
  setTitle(thread.subject);
  drawThread(view, thread);
  const back = () => {
    location.hash = `#${mailbox}`;
  };
  drawTools(['back', 'archive', 'spam', 'remove', 'unread'], {
    back,
    archive: () => archive([thread]).then(back),
    remove: () => remove([thread]).then(back),
    spam: () => move([thread], { add: ['^s'], remove: ['^i'] }, 'Reported as spam.').then(back),
    unread: () => mark([thread], { add: ['^u'], remove: ['^o'] }).then(back),
  });
  if (isUnread(thread)) relabel([thread], { add: ['^o'], remove: ['^u', '^us'] }, news);
}

function open(thread) {
  const only = thread.messages.every(({ labels }) => labels.has('^r'));
  if (only) return openDraft(thread);
  location.hash = `#${place.mailbox}/${shortId(thread)}`;
}

async function openDraft({ id }) {
  const thread = await fetchThread(id);
  const draft = thread?.messages.at(-1);
  if (draft && !isInUse(draft.id)) compose(savedDraft(thread, draft));
}

function choose({ id }) {
  if (!chosen.delete(id)) chosen.add(id);
  showList();
}

function archive(threads) {
  return move(
    threads,
    { add: ['^a'], remove: ['^i'] },
    threads.length > 1 ? `${threads.length} conversations archived.` : 'Conversation archived.',
  );
}

function remove(threads) {
  return move(
    threads,
    { add: ['^k'], remove: ['^i'] },
    threads.length > 1 ? `${threads.length} conversations moved to Trash.` : 'Conversation moved to Trash.',
  );
}

async function move(threads, change, said) {
  await mark(threads, change);
  say(said);
}

/** Changes labels, and shows the list as it is then. */
function mark(threads, change) {
  chosen.clear();
  return new Promise((resolve) => {
    relabel(threads, change, () => news().then(resolve));
    if (!place.thread) showList();
    if (place.thread) resolve();
  });
}

drawFrame((text) => {
  filter = text;
  if (place.mailbox === 'settings' || place.thread) location.hash = '#inbox';
  else showList();
});
onChange(() => (place.thread && !document.querySelector('.ip.adB') ? showThread() : news()));
addEventListener('hashchange', go);
addEventListener('pagehide', saveOnLeaving);
go();
const query = new URLSearchParams(location.search);
if (query.get('view') === 'cm') {
  composeAlone(draftFromAddress(query));
  setTitle('New Message');
}
keepChannel();
keepLog();
askForNews(news);
