/** The composer: drafts save themselves, Ctrl+Enter sends, and what was written stays until the forum has it. */
import { getJson, html, send } from './network.js';

const control = document.getElementById('reply-control');
let current = null;

export async function openComposer(target, posted) {
  const key = target.kind === 'reply' ? `topic_${target.topic.id}` : 'new_topic';
  current = { target, posted, key, opened: Date.now(), typed: 0 };
  draw();
  const saved = await getJson(`/drafts/${key}.json`).catch(() => null);
  const editor = control.querySelector('.d-editor-input');
  if (saved?.draft && editor && editor.value === '') {
    editor.value = saved.draft;
    preview();
  }
}

export function closeComposer() {
  current = null;
  control.className = 'closed';
  control.innerHTML = '';
}

function draw() {
  const { target } = current;
  const reply = target.kind === 'reply';
  const head = reply
    ? `<span class="action-title">Reply to <a class="topic-link" data-topic-id="${target.topic.id}" href="/t/${target.topic.slug}/${target.topic.id}">${html(target.topic.title)}</a></span>`
    : '<span class="action-title">Create a new topic</span>';
  const fields = reply
    ? ''
    : `<div class="composer-fields"><input id="reply-title" placeholder="Title" aria-label="Title"><div class="category-input"><div class="category-chooser" data-value="${target.categoryId}">${html(target.site.categories.find((each) => each.id === target.categoryId)?.name ?? '')}</div></div></div>`;
  control.className = `open composer-action-${reply ? 'reply' : 'createTopic'}`;
  control.innerHTML = `<div class="reply-area" role="dialog" aria-label="Composer"><div class="composer-action-title">${head}</div>${fields}<div class="editors"><textarea class="d-editor-input" aria-label="Text" placeholder="Type here. Use Markdown."></textarea><div class="d-editor-preview" aria-hidden="true"></div></div><div class="save-or-cancel"><button class="btn btn-primary create">${reply ? 'Reply' : 'Create Topic'}</button><button class="btn cancel">Close</button><span class="draft-status" role="status"></span></div><div class="composer-error" role="alert" hidden></div></div>`;
  const editor = control.querySelector('.d-editor-input');
  editor.addEventListener('input', () => {
    preview();
    saveSoon();
  });
  control.querySelector('.reply-area').addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
  });
  control.querySelector('button.create').addEventListener('click', save);
  control.querySelector('button.cancel').addEventListener('click', closeComposer);
  editor.focus();
}

function preview() {
  const text = control.querySelector('.d-editor-input').value;
  control.querySelector('.d-editor-preview').innerHTML = text
    .split(/\n{2,}/)
    .map(
      (part) =>
        `<p>${html(part)
          .replace(/`([^`]+)`/g, '<code>$1</code>')
          .replace(/\n/g, '<br>')}</p>`,
    )
    .join('');
}

let timer;
function saveSoon() {
  clearTimeout(timer);
  timer = setTimeout(async () => {
    const editor = control.querySelector('.d-editor-input');
    if (!current || !editor) return;
    const status = control.querySelector('.draft-status');
    const done = await send('POST', '/drafts.json', { draft_key: current.key, sequence: 0, data: editor.value }).then(
      () => true,
      () => false,
    );
    status.textContent = done ? 'Draft saved' : 'Draft could not be saved';
  }, 1500);
}

async function save() {
  if (!current) return;
  const { target, posted, opened } = current;
  const raw = control.querySelector('.d-editor-input').value;
  if (raw.trim() === '') return;
  const button = control.querySelector('button.create');
  const label = button.textContent;
  const error = control.querySelector('.composer-error');
  error.hidden = true;
  button.disabled = true;
  button.textContent = 'Saving…';
  const reply = target.kind === 'reply';
  const fields = {
    raw,
    ...(reply
      ? { topic_id: target.topic.id, ...(target.replyTo ? { reply_to_post_number: target.replyTo } : {}) }
      : { title: control.querySelector('#reply-title').value, category: target.categoryId }),
    ...(reply && target.topic.category_id ? { category: target.topic.category_id } : {}),
    archetype: reply ? target.topic.archetype : 'regular',
    draft_key: current.key,
    nested_post: true,
    typing_duration_msecs: 1000,
    composer_open_duration_msecs: Date.now() - opened,
  };
  try {
    posted((await send('POST', '/posts', fields)).post);
  } catch {
    error.textContent = 'Sorry, the post was not sent. Your text is still here.';
    error.hidden = false;
    button.disabled = false;
    button.textContent = label;
  }
}
