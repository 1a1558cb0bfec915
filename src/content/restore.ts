/** Brings the text of a waiting act back into a composer of its site. Nothing is sent, and nothing that stands there is overwritten. */
import { peopleOf } from '../core/action.ts';
import { canonicalText } from '../core/canonical.ts';
import type { Draft, Restore } from '../messages.ts';
import type { Composer, Site } from '../sites/site.ts';
import { writtenIn } from './composers.ts';
import { byOwnHand } from './own-hand.ts';

/** A site has this long to draw its page and its composer, in milliseconds. */
const WAIT_MS = 20_000;
const LOOK_EVERY_MS = 200;
/** A composer that does not open is asked for again after this time, in milliseconds. */
const PRESS_EVERY_MS = 2_000;
/** A site fills in the draft that it kept itself within this time after its composer has opened, in milliseconds. */
const OWN_DRAFT_MS = 1_500;

/** The draft as the composer shows it in the end, or null when it could not be brought back whole. */
export async function restoreDraft(site: Site, { draft }: Restore): Promise<Composer | null> {
  let pressedAt = 0;
  const open = await until(() => {
    const found = fitting(site, draft);
    if (found === null && Date.now() - pressedAt >= PRESS_EVERY_MS) {
      pressedAt = Date.now();
      pressOpen(site, draft);
    }
    return found;
  });
  if (open === null) return null;
  await pause(OWN_DRAFT_MS);
  const now = isSame(again(site, open), draft);
  if (now !== null) return now;
  const empty = again(site, open);
  if (empty === null || writtenIn(empty.editor).trim() !== '') return null;
  byOwnHand(() => write(empty.editor, bodyOf(draft, empty)));
  await pause(LOOK_EVERY_MS);
  return isSame(again(site, empty), draft);
}

/** The composer for this act; a mail that is written anew has a thread of its own. */
function fitting(site: Site, draft: Draft): Composer | null {
  const all = site.composers(document);
  const anew = draft.recipients === null ? undefined : all[0];
  return all.find((each) => each.draft.thread === draft.thread) ?? anew ?? null;
}

function pressOpen(site: Site, draft: Draft): void {
  const control = site.composers(document).length === 0 ? site.openControl(document, draft) : null;
  if (control !== null) byOwnHand(() => control.click());
}

function again(site: Site, before: Composer): Composer | null {
  return site.composers(document).find((each) => each.root === before.root) ?? null;
}

function isSame(open: Composer | null, draft: Draft): Composer | null {
  if (open === null || canonicalText(open.draft.text) !== canonicalText(draft.text)) return null;
  return JSON.stringify(peopleOf(open.draft.recipients)) === JSON.stringify(peopleOf(draft.recipients)) ? open : null;
}

/** The text without what the composer shows in fields of its own (title or subject). */
function bodyOf(draft: Draft, open: Composer): string {
  const head = open.draft.text.trimEnd();
  return head !== '' && draft.text.startsWith(head) ? draft.text.slice(head.length).replace(/^\n+/, '') : draft.text;
}

/** As an editor notices it: by value and an input event, or by the editing command of the browser. */
function write(editor: Element, text: string): void {
  if (editor instanceof HTMLTextAreaElement) {
    editor.value = text;
    editor.dispatchEvent(new InputEvent('input', { bubbles: true }));
    return;
  }
  if (!(editor instanceof HTMLElement)) return;
  editor.focus();
  document.execCommand('insertText', false, text);
}

async function until<T>(look: () => T | null): Promise<T | null> {
  const latest = Date.now() + WAIT_MS;
  while (Date.now() < latest) {
    const found = look();
    if (found !== null) return found;
    await pause(LOOK_EVERY_MS);
  }
  return null;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
