/** NodeBB's page (4.9.2, measured): the topic or room in view, its composers and their send controls. Read only. */
import { composerOfPage } from '../composer.ts';
import { forumAct } from '../forum-act.ts';
import type { Composer, DocumentReader, ThreadInView } from '../site.ts';

/** Every selector used, in one table; `component` is NodeBB's own and the same in all themes and languages. */
const SELECTORS = {
  title: '[component="topic/title"]',
  tags: '[component="topic/tags"] [data-tag], [component="topic/tags"] .tag',
  posts: '[component="post/content"]',
  room: '[component="chat/messages"][data-roomid]',
  messages: '[component="chat/message/body"]',
  composer: '[component="composer"]',
  editor: 'textarea.write',
  send: '.composer-submit[data-action="post"]',
  quickReply: '[component="topic/quickreply/container"]',
  quickText: 'textarea[component="topic/quickreply/text"]',
  quickTopic: 'form input[name="tid"]',
  quickSend: '[component="topic/quickreply/button"]',
  chat: '[component="chat/composer"]',
  chatText: '[component="chat/input"]',
  chatSend: '[data-action="send"]',
} as const;

/** The topic or room in view; null when the page shows neither. */
export function threadInView(page: Document): ThreadInView | null {
  const topic = topicOf(page);
  if (topic !== null && page.querySelector(SELECTORS.posts) !== null) {
    const tags = [...page.querySelectorAll(SELECTORS.tags)].map(textOf);
    return { thread: `topic:${topic}`, title: textOf(page.querySelector(SELECTORS.title)), tags, account: null };
  }
  const room = roomOf(page.querySelector(SELECTORS.room));
  return room === null ? null : { thread: `chat:${room}`, title: '', tags: [], account: null };
}

/** Its posts, or the lines of the room. Who may read them is the place's business, not the page's. */
export const documents: DocumentReader = {
  selector: `${SELECTORS.posts}, ${SELECTORS.messages}`,
  read(element) {
    const named = element.closest('[data-username]')?.getAttribute('data-username') ?? null;
    return { author: named, text: textOf(element), people: [] };
  },
};

/** By the address, which changes before the page does; where it says none, by the class that the body has then. */
function topicOf(page: Document): number | null {
  const address = /^(?:\/[\w-]+)?\/topic\/(\d{1,15})(?:\/|$)/.exec(page.defaultView?.location.pathname ?? '')?.[1];
  const body = /(?:^|\s)page-topic-(\d{1,15})(?:\s|$)/.exec(page.body?.className ?? '')?.[1];
  const found = address ?? body;
  return found === undefined ? null : Number(found);
}

function roomOf(element: Element | null): number | null {
  const room = element?.closest('[data-roomid]')?.getAttribute('data-roomid') ?? '';
  return /^\d{1,15}$/.test(room) ? Number(room) : null;
}

/** Every open composer: windows, the box for quick replies, and the line of a chat; the one with the focus first. */
export function composers(page: Document): readonly Composer[] {
  const all = [
    ...found(page, SELECTORS.composer, SELECTORS.editor, readWindow),
    ...found(page, SELECTORS.quickReply, SELECTORS.quickText, readQuickReply),
    ...found(page, SELECTORS.chat, SELECTORS.chatText, readChat),
  ];
  return [...all].sort((a, b) => rankOf(a, page) - rankOf(b, page));
}

function rankOf({ root }: Composer, page: Document): number {
  return root.contains(page.activeElement) ? 0 : 1;
}

function found(
  page: Document,
  selector: string,
  editorSelector: string,
  read: (root: Element, text: string) => Pick<Composer, 'draft' | 'reads'>,
): readonly Composer[] {
  return [...page.querySelectorAll(selector)].flatMap((root) => {
    const editor = root.querySelector(editorSelector);
    return editor instanceof HTMLTextAreaElement ? [composerOfPage(root, editor, () => read(root, editor.value))] : [];
  });
}

/**
 * A composer window says nowhere which topic it answers or which post it changes, and stays when the page goes to
 * another topic: only its request tells. Until then it is taken for a reply where it stands.
 */
function readWindow(root: Element, text: string): Pick<Composer, 'draft' | 'reads'> {
  const topic = root.classList.contains('reply') ? topicOf(root.ownerDocument) : null;
  const thread = topic === null ? 'new:' : `topic:${topic}`;
  return { draft: forumAct({ kind: topic === null ? 'post' : 'reply', thread, text }), reads: 'part' };
}

function readQuickReply(root: Element, text: string): Pick<Composer, 'draft' | 'reads'> {
  const named = root.querySelector<HTMLInputElement>(SELECTORS.quickTopic)?.value ?? '';
  const topic = topicOf(root.ownerDocument);
  const thread = `topic:${topic ?? ''}`;
  return {
    draft: forumAct({ kind: 'reply', thread, text }),
    // The form posts the topic that it names itself, the script the page's.
    reads: topic !== null && named === String(topic) ? 'all' : 'part',
  };
}

function readChat(root: Element, text: string): Pick<Composer, 'draft' | 'reads'> {
  const room = roomOf(root);
  const edits = root.querySelector(SELECTORS.chatText)?.getAttribute('data-mid') ?? '';
  return {
    draft: forumAct({ kind: 'message', thread: `chat:${room ?? ''}`, text }),
    reads: room !== null && edits === '' ? 'all' : 'part',
  };
}

/** The send control that an element is or lies in. */
export function sendControl(target: Element): Element | null {
  const window = target.closest(SELECTORS.send);
  if (window?.closest(SELECTORS.composer)) return window;
  const chat = target.closest(SELECTORS.chatSend);
  return chat?.closest(SELECTORS.chat) ? chat : target.closest(SELECTORS.quickSend);
}

/** The control that sends a composer; of the window's two the one that shows. */
export function sendOf({ root }: Composer): HTMLElement | null {
  const all = [
    ...root.querySelectorAll<HTMLElement>(`${SELECTORS.send}, ${SELECTORS.quickSend}, ${SELECTORS.chatSend}`),
  ];
  return all.find((control) => control.getClientRects().length > 0) ?? all[0] ?? null;
}

/** Ctrl+Enter and Cmd+Enter send from a text field; in a chat Enter does. */
export function sendsByKey(event: KeyboardEvent, { root, editor }: Composer): boolean {
  if (event.key !== 'Enter' || event.target !== editor) return false;
  return root.matches(SELECTORS.chat) ? !event.shiftKey && !event.isComposing : event.ctrlKey || event.metaKey;
}

function textOf(element: Element | null): string {
  if (!element) return '';
  return (element instanceof HTMLElement ? element.innerText : (element.textContent ?? '')).trim();
}
