/** Gmail's open composers, read so that their text equals what the request will say. Read only. */
import type { Recipients } from '../../core/action.ts';
import { parseAddress, parseAddressList, uniqueAddresses } from '../addresses.ts';
import { composerOfPage } from '../composer.ts';
import type { Composer, DescribedAct } from '../site.ts';
import { SELECTORS } from './selectors.ts';
import { isMessageId, threadIdOf } from './shapes.ts';
import { mailText, quotedText } from './text.ts';

const FIELDS = ['to', 'cc', 'bcc'] as const;

/** Every open composer; the one with the focus first, then those that stand last in the page. */
export function composers(page: Document): readonly Composer[] {
  const roots = [...page.querySelectorAll(SELECTORS.composer)].filter(
    (root) => !root.parentElement?.closest(SELECTORS.composer),
  );
  const focused = roots.filter((root) => root.contains(page.activeElement));
  return [...focused, ...roots.filter((root) => !focused.includes(root)).reverse()].flatMap((root) => {
    const editor = root.querySelector(SELECTORS.editor) ?? root.querySelector(SELECTORS.editorElse);
    return editor ? [composerOfPage(root, editor, () => readComposer(root, editor))] : [];
  });
}

function readComposer(root: Element, editor: Element): Pick<Composer, 'draft' | 'reads'> {
  const recipients = readRecipients(root);
  const thread = threadIdOf(inputValue(root, SELECTORS.thread).replace(/^#/, ''));
  const messageId = inputValue(root, SELECTORS.draft).replace(/^#/, '');
  const subject = inputValue(root, SELECTORS.subject) || inputValue(root, SELECTORS.subjectElse);
  const parts = [{ kind: 0, html: editor.innerHTML }] as const;
  const draft: DescribedAct = {
    kind: 'send',
    thread: thread ?? '',
    text: mailText(subject, parts),
    quoted: quotedText(parts),
    recipients: recipients.known,
    attachments: hasAttachments(root, editor) ? 'unknown' : [],
    messageId: isMessageId(messageId) ? messageId : null,
    items: 1,
  };
  // Which files they are only the request says.
  const whole =
    recipients.whole &&
    thread !== null &&
    draft.attachments !== 'unknown' &&
    !hidesText(root, editor) &&
    !asksWhen(root.ownerDocument);
  return { draft, reads: whole ? 'all' : 'part' };
}

/** The recipients that can be read, and whether these are all: a chip without an address is not passed over. */
function readRecipients(root: Element): { readonly known: Recipients; readonly whole: boolean } {
  const [to = [], cc = [], bcc = []] = FIELDS.map((name) => readField(root, name));
  const listed = new Set([...to, ...cc, ...bcc]);
  const summary = [...root.querySelectorAll(SELECTORS.summary)].map((chip) => addressOf(chip, 'email'));
  // Whoever only the summary names is in a field that the page does not tell.
  const unplaced = summary.filter((address) => !listed.has(address));
  return {
    known: { to: addresses([...to, ...unplaced]), cc: addresses(cc), bcc: addresses(bcc) },
    whole: unplaced.length === 0 && !listed.has(null) && hasFields(root),
  };
}

/** One field's chips and typed text, in both forms; null stands for what is no address. */
function readField(root: Element, name: (typeof FIELDS)[number]): readonly (string | null)[] {
  const area = `[name="${name}"]:not(input):not(textarea)`;
  const chips = [...root.querySelectorAll(area)].flatMap((each) => [...each.querySelectorAll(SELECTORS.chips)]);
  // A chip may hold another element with the address; the outermost counts.
  const outer = chips.filter((chip) => !chips.some((other) => other !== chip && other.contains(chip)));
  const row = root.querySelector(`${SELECTORS.classicRow}[name="${name}"]`)?.closest('tr');
  const hidden = [...root.querySelectorAll<HTMLInputElement>(SELECTORS.classicHidden)]
    .filter((input) => input.name === name)
    .map((input) => parseAddress(input.value));
  const shown = [...(row?.querySelectorAll(SELECTORS.classicChips) ?? [])].map((chip) => addressOf(chip, 'email'));
  return [
    ...outer.map((chip) => addressOf(chip, 'data-hovercard-id')),
    ...hidden,
    ...shown.filter((address) => !hidden.includes(address)),
    ...typedIn(root, `${area} :is(${SELECTORS.typed}), ${SELECTORS.classicRow}[name="${name}"]`),
  ];
}

/** What is typed into recipient inputs and no chip yet: Gmail sends to it as well. */
function typedIn(root: Element, selector: string): readonly (string | null)[] {
  return [...root.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(selector)].flatMap((input) =>
    parseAddressList(input.value),
  );
}

/** Whether the page shows a place for recipients at all; without one, nobody does not mean nobody. */
function hasFields(root: Element): boolean {
  return root.querySelector(`${SELECTORS.classicRow}[name="to"], [name="to"]:not(input):not(textarea)`) !== null;
}

function addressOf(chip: Element, attribute: string): string | null {
  const inner = chip.hasAttribute(attribute) ? chip : chip.querySelector(`[${attribute}]`);
  return parseAddress(inner?.getAttribute(attribute) ?? '');
}

function addresses(read: readonly (string | null)[]): readonly string[] {
  return uniqueAddresses(read.filter((address) => address !== null));
}

function hasAttachments(root: Element, editor: Element): boolean {
  const tray = root.querySelector(SELECTORS.attachmentTray);
  const inTray =
    tray !== null && (tray.querySelector(':scope > * > *') !== null || (tray.textContent ?? '').trim() !== '');
  return inTray || [...root.querySelectorAll(SELECTORS.attachments)].some((each) => !editor.contains(each));
}

/** Whether the mail will say more than the editor shows: a trimmed quotation, plain text mode, own pictures. */
function hidesText(root: Element, editor: Element): boolean {
  const trimmed = [...root.querySelectorAll<HTMLElement>(SELECTORS.trimmed)].filter((each) => !editor.contains(each));
  const plain = root.querySelector<HTMLTextAreaElement>(SELECTORS.plainEditor);
  const rich = root.querySelector<HTMLElement>(SELECTORS.richArea);
  return (
    trimmed.some((each) => !each.hidden && each.style.display !== 'none') ||
    (plain?.value ?? '') !== '' ||
    rich?.style.display === 'none' ||
    editor.querySelector(SELECTORS.ownPictures) !== null
  );
}

/** Whether the page offers to send later: when it will be sent only the request says, and Send would send it now. */
function asksWhen(page: Document): boolean {
  return [...page.querySelectorAll(SELECTORS.scheduledSend)].some((item) => item.getClientRects().length > 0);
}

function inputValue(root: Element, selector: string): string {
  const found = root.querySelector(selector);
  return found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement ? found.value : '';
}
