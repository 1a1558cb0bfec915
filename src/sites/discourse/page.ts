/** Discourse's page (2026 sources): the thread in view, the composer and its send control. Read only. */
import { composerOfPage } from '../composer.ts';
import { LONGEST_THREAD, peopleThread } from '../forum-act.ts';
import type { Composer, DescribedAct, DocumentReader, ThreadInView } from '../site.ts';
import { discourseAct, newTopicText } from './act.ts';

/** Every selector used, in one table; from Discourse's sources of 2026. */
const SELECTORS = {
  title: '#topic-title h1, .topic-title h1',
  fancyTitle: '.fancy-title',
  tags: '#topic-title .discourse-tag, .title-wrapper .discourse-tag',
  posts: '.topic-post',
  postText: '.cooked',
  author: '.names [data-user-card], [data-user-card]',
  composer: '#reply-control.open, #reply-control.fullscreen',
  editor: 'textarea.d-editor-input, .d-editor-input[contenteditable="true"], .ProseMirror[contenteditable="true"]',
  reply: '#topic-footer-buttons .create',
  send: '.save-or-cancel button.create, .save-or-cancel button.btn-primary',
  replyTarget: '.composer-action-title .topic-link[data-topic-id]',
  topicTitle: '#reply-title',
  category: '.category-input [data-value], .category-input .category-chooser [data-category-id]',
  recipients: '.user-selector .users-input',
  /** On the composer itself (its sources). */
  whisper: '.composing-whisper',
  sharedDraft: '.composing-shared-draft',
  /** What a topic or message gets beside its words: not listed, a warning, chosen tags. */
  more: '.unlist, .add-warning input:checked, .mini-tag-chooser [data-value], .tag-chooser [data-value], .selected-choice',
} as const;

/** The thread in view; null when the page shows no thread. */
export function threadInView(page: Document): ThreadInView | null {
  const address = page.defaultView?.location.pathname ?? '';
  const topic = /^\/t\/(?:[^/]+\/)?(\d{1,15})(?:\/|$)/.exec(address)?.[1];
  if (topic === undefined || page.querySelector(SELECTORS.posts) === null) return null;
  const title = page.querySelector(SELECTORS.title);
  return {
    thread: `topic:${Number(topic)}`,
    title: textOf(title?.querySelector(SELECTORS.fancyTitle) ?? title),
    tags: [...page.querySelectorAll(SELECTORS.tags)].map(textOf),
    account: null,
  };
}

/** Its posts. Who may read them is the place's business, not the page's. */
export const documents: DocumentReader = {
  selector: SELECTORS.posts,
  read(post) {
    const text = post.querySelector(SELECTORS.postText);
    const author = post.querySelector(SELECTORS.author)?.getAttribute('data-user-card') ?? null;
    return text === null ? null : { author, text: textOf(text), people: [] };
  },
};

/** The open composer with its draft; there is never more than one. */
export function composers(page: Document): readonly Composer[] {
  const root = page.querySelector(SELECTORS.composer);
  const editor = root?.querySelector(SELECTORS.editor);
  if (!root || !editor) return [];
  return [composerOfPage(root, editor, () => readComposer(root, editor))];
}

/**
 * What the page shows of a draft is what the request will say only for plain replies, topics and messages written as
 * Markdown. The rich editor makes its Markdown when it sends; which post is edited and why stands nowhere in the page.
 */
function readComposer(root: Element, editor: Element): Pick<Composer, 'draft' | 'reads'> {
  const draft = discourseAct(describeDraft(root, editor));
  const plain = ['reply', 'createtopic', 'privatemessage', ''].includes(actionOf(root));
  const shown = draft.thread.length <= LONGEST_THREAD && root.querySelector(SELECTORS.more) === null;
  const whole = plain && shown && editor instanceof HTMLTextAreaElement;
  return { draft, reads: whole ? 'all' : 'part' };
}

/** "reply", "edit", "createshareddraft": what the composer is for; "" where it does not say. */
function actionOf(root: Element): string {
  const found = [...root.classList].flatMap((name) => /^composer-action-(.+)$/.exec(name)?.[1] ?? []);
  return (found[0] ?? '').replaceAll('-', '').toLowerCase();
}

/** The control that sends a composer. */
export function sendOf(open: Composer): HTMLElement | null {
  return open.root.querySelector<HTMLElement>(SELECTORS.send);
}

/** The control that opens a composer for a reply on its topic's page. */
export function openControl(page: Document, act: Pick<DescribedAct, 'kind' | 'thread'>): HTMLElement | null {
  return act.kind === 'reply' ? page.querySelector<HTMLElement>(SELECTORS.reply) : null;
}

/** The send control that an element is or lies in. */
export function sendControl(target: Element): Element | null {
  const control = target.closest(SELECTORS.send);
  return control?.closest('#reply-control') ? control : null;
}

/** Ctrl+Enter and Cmd+Enter send from anywhere in the composer. */
export function sendsByKey(event: KeyboardEvent, open: Composer): boolean {
  return (
    event.key === 'Enter' &&
    (event.ctrlKey || event.metaKey) &&
    event.target instanceof Node &&
    open.root.contains(event.target)
  );
}

function describeDraft(root: Element, editor: Element): Pick<DescribedAct, 'kind' | 'thread' | 'text'> {
  const raw = editor instanceof HTMLTextAreaElement ? editor.value : (editor as HTMLElement).innerText;
  // Which post it is only the request says.
  if (actionOf(root).startsWith('edit')) return { kind: 'edit', thread: 'post:', text: raw };
  const topic = root.querySelector(SELECTORS.replyTarget)?.getAttribute('data-topic-id');
  if (topic) {
    const thread = `topic:${Number(topic)}`;
    const whisper = root.matches(SELECTORS.whisper);
    return { kind: 'reply', thread: whisper ? `whispers<${thread}` : thread, text: raw };
  }
  const text = newTopicText(fieldValue(root.querySelector(SELECTORS.topicTitle)), raw, '');
  const recipients = root.querySelector(SELECTORS.recipients);
  if (recipients) return { kind: 'message', thread: peopleThread(fieldValue(recipients)), text };
  const category = root.querySelector(SELECTORS.category);
  const id = category?.getAttribute('data-value') ?? category?.getAttribute('data-category-id') ?? '';
  const thread = `new:${id}`;
  return { kind: 'post', thread: root.matches(SELECTORS.sharedDraft) ? `shared-drafts<${thread}` : thread, text };
}

function fieldValue(element: Element | null): string {
  if (element instanceof HTMLInputElement || element instanceof HTMLSelectElement) return element.value;
  return element?.getAttribute('data-value') ?? element?.querySelector('input')?.value ?? textOf(element);
}

function textOf(element: Element | null): string {
  if (!element) return '';
  return (element instanceof HTMLElement ? element.innerText : (element.textContent ?? '')).trim();
}
