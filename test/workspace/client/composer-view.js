/** The composer's markup: what it writes to, its fields, its editor and its buttons. */
import { html } from './markdown.js';
import { avatar, categoryById, icon, site } from './pieces.js';

const LABELS = { reply: 'Reply', topic: 'Create Topic', message: 'Message', edit: 'Save Edit' };
const ACTIONS = { reply: 'reply', topic: 'createTopic', message: 'privateMessage', edit: 'edit' };
const TOOLS = [
  ['bold', 'Strong'],
  ['italic', 'Emphasis'],
  ['code', 'Code'],
  ['quote', 'Quote'],
  ['list', 'List'],
];

export function composerClass(target, state) {
  return `${state} composer-action-${ACTIONS[target.kind]}${chosen().whisper ? ' composing-whisper' : ''}`;
}

/** Discourse's other editor, which people can choose, stands in place of the text field. */
const RICH = '<div class="d-editor-input ProseMirror" contenteditable="true" role="textbox" aria-label="Text"></div>';
const PLAIN =
  '<textarea class="d-editor-input" aria-label="Text" placeholder="Type here. Use Markdown to format."></textarea>';

/** `rich` and `whisper` stand in the address: a person's choice of editor, and a reply that only the staff reads. */
export const chosen = () => {
  const query = new URLSearchParams(location.search);
  return { rich: query.has('rich'), whisper: query.has('whisper') };
};

export function composerMarkup(target) {
  return `<div class="reply-area" role="dialog" aria-label="Composer">
    <div class="reply-to"><div class="composer-action-title"><span class="action-title">${title(target)}</span></div><button class="btn-flat toggle-minimize" title="minimize the composer" aria-label="Minimize the composer">–</button></div>
    ${fields(target)}
    <div class="d-editor"><div class="d-editor-textarea-column"><div class="d-editor-button-bar" role="toolbar" aria-label="Format">${TOOLS.map(tool).join('')}</div>${chosen().rich ? RICH : PLAIN}</div><div class="d-editor-preview-wrapper"><div class="d-editor-preview" aria-label="Preview"></div></div></div>
    <div class="composer-error" role="alert" hidden></div>
    <div class="save-or-cancel"><button class="btn btn-primary create" title="Ctrl+Enter">${icon(target.kind === 'message' ? 'envelope' : target.kind === 'topic' ? 'plus' : 'reply')}<span class="d-button-label">${LABELS[target.kind]}</span></button><button class="btn cancel">Close</button><button class="btn-flat discard">Discard</button><span class="draft-status" role="status"></span></div></div>
    <button class="composer-bar" hidden>${icon('reply')}<span>${html(target.topic?.title ?? LABELS[target.kind])}</span></button>`;
}

function title(target) {
  if (target.kind === 'topic') return `${icon('plus')}Create a new Topic`;
  if (target.kind === 'message') return `${icon('envelope')}New Message`;
  const { topic, post } = target;
  const path = `/t/${topic.slug}/${topic.id}`;
  if (target.kind === 'edit')
    return `Edit <a class="post-link" href="${path}/${post.post_number}">post #${post.post_number}</a>`;
  const to = post
    ? `${avatar(post.username, 20, post.name)}<a class="user-link" href="${path}/${post.post_number}">${html(post.name)}</a><span class="in">in</span>`
    : '';
  return `${icon('reply')}${to}<a class="topic-link" data-topic-id="${topic.id}" href="${path}">${html(topic.title)}</a>`;
}

function fields(target) {
  if (target.kind === 'reply' || target.kind === 'edit') return '';
  const titleInput =
    '<div class="title-input"><input id="reply-title" type="text" placeholder="What is it about, in one short sentence?" aria-label="Title" autocomplete="off"></div>';
  if (target.kind === 'message') {
    return `<div class="composer-fields"><div class="user-selector"><input class="users-input" type="text" value="${html(target.to)}" placeholder="Add users or groups, separated by commas" aria-label="Recipients" autocomplete="off"></div>${titleInput}</div>`;
  }
  return `<div class="composer-fields">${titleInput}<div class="category-input">${chooser(target.categoryId)}</div></div>`;
}

/** The chosen category's id stands in `data-value`, as in Discourse's own chooser. */
function chooser(categoryId) {
  const options = site.categories.map(
    (each) =>
      `<option value="${each.id}"${each.id === categoryId ? ' selected' : ''}>${html(each.name)}${each.read_restricted ? ' (restricted)' : ''}</option>`,
  );
  return `<div class="category-chooser" data-value="${categoryId}"><span class="badge-color" style="background:#${categoryById(categoryId)?.color}"></span><select aria-label="Category">${options.join('')}</select></div>`;
}

function tool([name, label]) {
  return `<button class="btn-flat" type="button" data-tool="${name}" title="${label}" aria-label="${label}">${icon(name)}</button>`;
}
