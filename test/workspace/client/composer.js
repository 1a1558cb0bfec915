/** The composer: drafts save themselves, Ctrl+Enter sends, and what was written stays until the forum has it. */
import { chosen, composerClass, composerMarkup } from './composer-view.js';
import { watchEditor } from './editor.js';
import { getJson, send } from './network.js';
import { categoryById } from './pieces.js';
import { present, trackGesture } from './quiet.js';

const DRAFT_AFTER_MS = 2_000;

const control = document.getElementById('reply-control');
/** What is being written; null when the composer is closed. */
let writing = null;
let draftDue;

/** Opens the composer; `posted` is called with the post when the forum has it. */
export async function openComposer(target, posted) {
  const key = draftKey(target);
  if (writing?.key === key && writing.target.kind === target.kind) return turnTo(target);
  if (writing) closeComposer();
  const opened = { target, posted, key, openedAt: Date.now(), typingMs: 0, lastTyped: 0, saving: false };
  writing = opened;
  draw();
  if (target.kind === 'reply') present(target.topic.id, true);
  if (target.raw || target.title) return fill({ reply: target.raw, title: target.title });
  if (target.kind === 'edit') return fill({ reply: target.post.raw });
  const saved = await getJson(`/drafts/${key}.json`).catch(() => null);
  if (writing === opened && saved?.draft && opened.text.editor.value === '') fill(JSON.parse(saved.draft));
}

function draftKey({ kind, topic, post }) {
  if (kind === 'reply') return `topic_${topic.id}`;
  return kind === 'edit' ? `post_${post.id}` : kind === 'message' ? 'new_private_message' : 'new_topic';
}

function draw() {
  control.innerHTML = composerMarkup(writing.target);
  setState('open');
  writing.text = watchEditor(control, typed);
  const on = (selector, event, act) => control.querySelector(selector)?.addEventListener(event, act);
  on('.reply-area', 'keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save(event);
  });
  on('button.create', 'click', save);
  on('button.cancel', 'click', closeComposer);
  on('button.discard', 'click', discard);
  on('.toggle-minimize', 'click', () => setState('draft'));
  on('.composer-bar', 'click', () => setState('open'));
  on('.category-chooser select', 'change', ({ target }) => {
    target.parentElement.dataset.value = target.value;
    control.querySelector('.category-chooser .badge-color').style.background = `#${categoryById(target.value).color}`;
  });
  const first =
    writing.target.kind === 'message' && !writing.target.to ? '.users-input' : '#reply-title, .d-editor-input';
  control.querySelector(first).focus();
}

/** `open` with everything, `draft` as a bar at the foot of the page, `closed`. */
function setState(state) {
  control.className = writing ? composerClass(writing.target, state) : 'closed';
  document.documentElement.classList.toggle('composer-open', state === 'open');
  if (!writing) return;
  control.querySelector('.reply-area').hidden = state !== 'open';
  control.querySelector('.composer-bar').hidden = state !== 'draft';
}

/** Another post of the same topic: the text stays. */
function turnTo(target) {
  const text = writing.text.editor.value;
  writing.target = target;
  draw();
  writing.text.fill(text);
}

function fill({ reply, title }) {
  writing.text.fill(reply ?? '');
  const titleInput = control.querySelector('#reply-title');
  if (titleInput && title) titleInput.value = title;
}

function closeComposer() {
  if (writing?.target.kind === 'reply') present(writing.target.topic.id, false);
  clearTimeout(draftDue);
  if (writing && !writing.sent && writing.text.editor.value.trim() !== '') saveDraft();
  writing = null;
  setState('closed');
  control.innerHTML = '';
}

function discard() {
  send('DELETE', `/drafts/${writing.key}.json`, { draft_key: writing.key, sequence: 0 }).catch(() => undefined);
  writing.sent = true;
  closeComposer();
}

function typed() {
  const now = Date.now();
  // A pause is not typing.
  writing.typingMs += Math.min(now - writing.lastTyped, 1_000);
  writing.lastTyped = now;
  clearTimeout(draftDue);
  draftDue = setTimeout(saveDraft, DRAFT_AFTER_MS);
}

async function saveDraft() {
  const { target, key, text } = writing;
  if (target.kind === 'edit') return;
  const status = control.querySelector('.draft-status');
  const data = JSON.stringify({
    reply: text.editor.value,
    action: target.kind,
    ...headFields(target),
    archetypeId: archetype(target),
  });
  const saved = await send('POST', '/drafts.json', { draft_key: key, data, sequence: 0 }).then(
    () => true,
    () => false,
  );
  status.textContent = saved ? 'saved' : 'drafts offline';
  status.classList.toggle('offline', !saved);
}

function archetype({ kind, topic }) {
  return kind === 'message' ? 'private_message' : (topic?.archetype ?? 'regular');
}

/** Title and place of something new. */
function headFields({ kind }) {
  if (kind !== 'topic' && kind !== 'message') return {};
  const title = control.querySelector('#reply-title').value.trim();
  if (kind === 'message') return { title, target_recipients: control.querySelector('.users-input').value.trim() };
  return { title, category: control.querySelector('.category-chooser').dataset.value };
}

function postFields({ target, key, text, openedAt, typingMs }) {
  const { kind, topic, post } = target;
  const place =
    kind === 'reply'
      ? { topic_id: topic.id, ...(topic.category_id ? { category: topic.category_id } : {}) }
      : headFields(target);
  return {
    raw: text.editor.value,
    ...place,
    ...(kind === 'reply' && post ? { reply_to_post_number: post.post_number } : {}),
    ...(chosen().whisper ? { whisper: true } : {}),
    archetype: archetype(target),
    typing_duration_msecs: typingMs,
    composer_open_duration_msecs: Date.now() - openedAt,
    draft_key: key,
    nested_post: true,
  };
}

async function save(event) {
  if (!writing || writing.saving) return;
  trackGesture(event);
  const mine = writing;
  const problem = missing(mine);
  showError(problem);
  if (problem !== '') return;
  setSaving(mine, true);
  clearTimeout(draftDue);
  try {
    const { target, text } = mine;
    const answer =
      target.kind === 'edit'
        ? await send('PUT', `/posts/${target.post.id}`, { 'post[raw]': text.editor.value, 'post[edit_reason]': '' })
        : await send('POST', '/posts', postFields(mine));
    mine.sent = true;
    if (writing === mine) closeComposer();
    mine.posted(answer.post);
  } catch (error) {
    if (writing !== mine) return;
    showError(
      error.status >= 400 ? error.message : 'Sorry, an error has occurred. Your text is still here; please try again.',
    );
    setSaving(mine, false);
  }
}

function missing({ target, text }) {
  if (text.editor.value.trim() === '') return 'Post can’t be empty.';
  const { title, target_recipients: to } = headFields(target);
  if (title === '') return 'Title is required.';
  return to === '' ? 'Please name at least one recipient.' : '';
}

function showError(problem) {
  const bar = control.querySelector('.composer-error');
  bar.hidden = problem === '';
  bar.textContent = problem;
}

function setSaving(mine, saving) {
  mine.saving = saving;
  const button = control.querySelector('button.create');
  const label = button.querySelector('.d-button-label');
  mine.label ??= label.textContent;
  button.disabled = saving;
  label.textContent = saving ? 'Saving…' : mine.label;
}
