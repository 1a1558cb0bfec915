/** The composers that are open: several windows at the foot of the page, one below a message, one alone on a page. */
import { closeComposer, currentDraft, isUnsaved, makeComposer, saveNow, started } from './composer.js';
import { newDraft } from './drafts.js';
import { element } from './markup.js';
import { enqueue, forgetDrafts } from './queue.js';
import { sendDraft, unsentDrafts } from './sending.js';
import { draftOperations, labelOperations, syncRequest } from './shapes.js';
import { say } from './snackbar.js';
import { sync } from './start.js';

const windows = document.querySelector('.dw .no');
const open = new Set();

export function compose(draft = newDraft()) {
  const dialog = element('<div class="AD"><div class="nH Hd" role="dialog" aria-label="Compose"></div></div>');
  return place(draft, 'window', windows, dialog, dialog.firstElementChild);
}

/** Below the message that it answers; the window takes it when that message is not in view. */
export function composeBelow(draft) {
  const message = document.querySelector(`.adn[data-message-id="#${draft.answers?.id}"]`);
  if (!message) return compose(draft);
  for (const other of inlineOnes()) close(other);
  const frame = element('<div class="ip adB"></div>');
  return place(draft, 'inline', message, frame, frame);
}

/** Alone on the page, as an address with `view=cm` opens it. */
export function composeAlone(draft) {
  document.body.classList.add('xE', 'xp');
  const frame = element(
    '<div class="aSs"><div class="aSt"><div class="AD"><div class="nH Hd" role="dialog" aria-label="Compose"></div></div></div></div>',
  );
  return place(draft, 'alone', document.body, frame, frame.querySelector('[role=dialog]'));
}

/** Opens a draft again where it was. */
export function reopen(draft, where) {
  return where === 'inline' ? composeBelow(draft) : compose(draft);
}

/** Whether this message is in a composer, or on its way. */
export function isInUse(id) {
  return [...[...open].map(({ draft }) => draft), ...unsentDrafts()].some((draft) => draft.id === id);
}

/** A view that goes takes the composers in it along; what they hold is saved. */
export function leaveView() {
  for (const composer of inlineOnes()) close(composer);
}

/** The page goes: what is neither saved nor sent is handed to the browser, as drafts. */
export function saveOnLeaving() {
  const unsaved = [...open].filter(isUnsaved).map(currentDraft);
  for (const draft of [...unsaved, ...unsentDrafts()]) {
    const { query, body } = syncRequest(draftOperations({ ...draft, at: Date.now() }), false);
    navigator.sendBeacon(sync('s') + query, new Blob([body], { type: 'application/json' }));
  }
}

function inlineOnes() {
  return [...open].filter((composer) => composer.place === 'inline');
}

function place(draft, where, into, frame, box) {
  const composer = makeComposer(draft, where, { send, discard, close });
  composer.frame = frame;
  box.append(composer.root);
  into.append(frame);
  open.add(composer);
  started(composer);
  frame.scrollIntoView({ block: 'nearest' });
  return composer;
}

function close(composer) {
  for (const field of composer.fields) field.commit();
  saveNow(composer);
  end(composer);
}

function end(composer) {
  open.delete(composer);
  closeComposer(composer);
  if (composer.place !== 'alone') return;
  document.body.classList.remove('xE', 'xp');
  history.replaceState(null, '', `${location.pathname}#inbox`);
  dispatchEvent(new HashChangeEvent('hashchange'));
}

function send(composer, draft, how) {
  end(composer);
  sendDraft(draft, {
    how,
    saves: () => composer.draft.saves,
    reopen: (again) => reopen(again, composer.place),
  });
}

function discard(composer) {
  const { id, thread, saves } = composer.draft;
  forgetDrafts(id);
  end(composer);
  if (saves > 0) {
    enqueue({
      kind: 'change',
      messageId: id,
      operations: () => labelOperations(thread, ['^k'], ['^r', '^r_bt'], [id]),
    });
  }
  say('Draft discarded.');
}
