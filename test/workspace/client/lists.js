/** Lists: the latest topics, one category, search results, the categories themselves. */
import { html } from './markdown.js';
import { avatar, badge, categoryPath, counted, icon, setPage, tags, when } from './pieces.js';

/** A table of topics, as every list shows it. */
export function topicTable(topics, { category = true, excerpts = false } = {}) {
  if (topics.length === 0) return '<p class="empty">There is nothing here yet.</p>';
  return `<table class="topic-list"><thead><tr><th scope="col">Topic</th><th scope="col" class="posters"><span class="sr-only">People</span></th><th scope="col" class="num">Replies</th><th scope="col" class="num views">Views</th><th scope="col" class="num">Activity</th></tr></thead>
    <tbody class="topic-list-body">${topics.map((topic) => row(topic, category, excerpts)).join('')}</tbody></table>`;
}

function row(topic, category, excerpts) {
  const path = `/t/${topic.slug}/${topic.id}`;
  const posters = topic.posters.map((poster) => avatar(poster.username, 26, poster.name)).join('');
  const excerpt = excerpts && topic.excerpt ? `<p class="topic-excerpt">${html(topic.excerpt)}</p>` : '';
  const below = `${category ? badge(topic.category_id) : ''}${tags(topic.tags)}`;
  return `<tr class="topic-list-item" data-topic-id="${topic.id}"><td class="main-link"><a class="title raw-topic-link" href="${path}" data-topic-id="${topic.id}">${html(topic.title)}</a>${below === '' ? '' : `<div class="link-bottom-line">${below}</div>`}${excerpt}</td>
    <td class="posters">${posters}</td><td class="num posts">${topic.reply_count}</td><td class="num views">${topic.views}</td><td class="num activity">${when(topic.last_posted_at)}</td></tr>`;
}

/** Draws the latest topics or those of a category; `create` opens the composer for a new one. */
export function drawList(outlet, answer, create) {
  const { category, topic_list: list } = answer;
  setPage(category?.name ?? '', category ? `category category-${category.slug}` : '');
  const lock = category?.read_restricted ? icon('lock', 'restricted') : '';
  const head = category
    ? `<div class="category-heading" style="--badge:#${category.color}"><h1>${lock}${html(category.name)}</h1><p>${html(category.description_text)}</p></div>`
    : '<h1 class="sr-only">Latest topics</h1>';
  outlet.innerHTML = `${head}<div class="list-controls"><ul class="nav-pills">${pill('/latest', 'Latest', !category)}${pill('/categories', 'Categories', false)}${category ? pill(categoryPath(category), html(category.name), true) : ''}</ul>
    <button class="btn btn-primary" id="create-topic">${icon('plus')}<span>New topic</span></button></div>${topicTable(list.topics, { category: !category, excerpts: Boolean(category) })}`;
  outlet.querySelector('#create-topic').addEventListener('click', () => create(category?.id));
}

function pill(path, label, active) {
  return `<li><a href="${path}"${active ? ' class="active" aria-current="page"' : ''}>${label}</a></li>`;
}

export function drawSearch(outlet, answer, words) {
  setPage(`Search results for ${words}`);
  outlet.innerHTML = `<h1 class="page-title">Results for “${html(words)}”</h1>${topicTable(answer.topic_list.topics, { excerpts: true })}`;
}

export function drawCategories(outlet, categories) {
  setPage('Categories', 'categories-list');
  const cards = categories.map(
    (category) =>
      `<li><a class="category-card" href="${categoryPath(category)}" style="--badge:#${category.color}"><h2>${category.read_restricted ? icon('lock', 'restricted') : ''}${html(category.name)}</h2><p>${html(category.description_text)}</p><span class="soft">${counted(category.topic_count, 'topic')} · ${counted(category.post_count, 'post')}</span></a></li>`,
  );
  outlet.innerHTML = `<h1 class="sr-only">Categories</h1><div class="list-controls"><ul class="nav-pills">${pill('/latest', 'Latest', false)}${pill('/categories', 'Categories', true)}</ul></div><ul class="category-cards">${cards.join('')}</ul>`;
}

/** What one may not see, or what is not there. */
export function drawProblem(outlet, status) {
  const [title, text] =
    status === 403
      ? ['This is private', 'Sorry, you don’t have access to that. If you think you should, ask somebody who is in.']
      : status === 404
        ? ['There is nothing at this address', 'The page may have moved, or it was never here.']
        : ['The forum does not answer', 'Please try again in a moment.'];
  setPage(title);
  outlet.innerHTML = `<div class="page-problem">${status === 403 ? icon('lock') : ''}<h1>${title}</h1><p>${text}</p><p><a class="btn" href="/">Latest topics</a></p></div>`;
}
