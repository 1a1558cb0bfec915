/** From pressing Send until others have it; until then, and ten seconds after, it can be taken back. */
import { drop, enqueue } from './queue.js';
import { sendOperations, undoOperations } from './shapes.js';
import { quiet, say } from './snackbar.js';
import { refresh } from './store.js';
import { word } from './words.js';

const pending = new Map();

/** `saves()` tells how often the draft has been saved; `reopen` opens a composer for it again. */
export function sendDraft(draft, { saves, reopen, how = {} }) {
  const current = () => ({ ...draft, saves: saves() });
  const entry = enqueue({
    kind: 'send',
    messageId: draft.id,
    operations: () => sendOperations(current(), how),
    done() {
      pending.delete(entry);
      say(word(how.later ? 'Send scheduled' : 'Message sent'), {
        undo: () => takeBack(current(), reopen),
        view: () => view(draft),
      });
      refresh();
    },
  });
  pending.set(entry, current);
  say(word('Sending…'), {
    stays: true,
    undo() {
      drop(entry);
      pending.delete(entry);
      quiet();
      reopen({ ...current(), isUnsaved: true });
    },
  });
}

/** What has been sent and others do not have yet. */
export function unsentDrafts() {
  return [...pending.values()].map((current) => current());
}

function takeBack(draft, reopen) {
  say('Undoing…', { stays: true });
  enqueue({
    kind: 'change',
    messageId: draft.id,
    operations: () => undoOperations(draft),
    done() {
      say('Sending undone.');
      reopen({ ...draft, saves: Math.max(draft.saves, 1), isUnsaved: false });
      refresh();
    },
  });
}

function view({ thread }) {
  location.hash = `#sent/${thread}`;
}
