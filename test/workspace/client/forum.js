/** The forum's client: draws from the preloaded data, navigates without reloading, as Discourse does. */
import { closeComposer, openComposer } from './composer.js';
import { getJson, html, poll, send } from './network.js';

const preloaded = JSON.parse(document.getElementById('data-preloaded').textContent);
const site = JSON.parse(preloaded.site);
const outlet = document.getElementById('main-outlet');
const LOCK =
  '<svg class="d-icon-lock" viewBox="0 0 16 16" width="12" height="12" role="img" aria-label="restricted"><path fill="currentColor" d="M4 7V5a4 4 0 118 0v2h1v8H3V7zm2 0h4V5a2 2 0 10-4 0z"/></svg>';

function badge(id) {
  const category = site.categories.find((each) => each.id === id);
  if (!category) return '<span class="badge-category message">Message</span>';
  const closed = category.read_restricted;
  return `<a class="badge-category__wrapper" href="/c/${category.slug}/${category.id}"><span class="badge-category${closed ? ' restricted' : ''}" data-category-id="${category.id}" style="--badge:#${category.color}">${closed ? LOCK : ''}${html(category.name)}</span></a>`;
}

function when(time) {
  return new Date(time).toLocaleString('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
}

function tags(list) {
  return list.map((tag) => `<a class="discourse-tag" data-tag-name="${html(tag)}">${html(tag)}</a>`).join('');
}

function drawList(list, category) {
  document.body.className = category ? `category category-${category.slug}` : '';
  const rows = list.topics
    .map(
      (topic) =>
        `<tr class="topic-list-item" data-topic-id="${topic.id}"><td class="main-link"><a class="title" href="/t/${topic.slug}/${topic.id}">${html(topic.title)}</a><div class="below">${badge(topic.category_id)} ${tags(topic.tags)}<p>${html(topic.excerpt || '')}</p></div></td><td class="posters">${topic.posters.map((name) => `<span class="avatar" title="${html(name)}">${html(name.slice(0, 1).toUpperCase())}</span>`).join('')}</td><td class="num">${topic.posts_count - 1}</td><td class="age">${when(topic.last_posted_at)}</td></tr>`,
    )
    .join('');
  outlet.innerHTML = `<div class="list-head"><h1>${category ? html(category.name) : 'Latest'}</h1>${category ? `<p>${html(category.description_text)}</p>` : ''}<button class="btn btn-primary" id="create-topic">New topic</button></div><table class="topic-list"><thead><tr><th>Topic</th><th></th><th class="num">Replies</th><th>Activity</th></tr></thead><tbody>${rows}</tbody></table>`;
  document
    .getElementById('create-topic')
    .addEventListener('click', () =>
      openComposer({ kind: 'topic', categoryId: category ? category.id : 5, site }, posted),
    );
}

function drawPost(post, topic) {
  return `<div class="topic-post"><article id="post_${post.post_number}" data-post-id="${post.id}" data-topic-id="${topic.id}" data-user-id="${post.user_id}"><div class="topic-avatar"><span class="avatar large">${html((post.name || post.username).slice(0, 1))}</span></div><div class="topic-body"><div class="topic-meta-data"><span class="names"><span class="first username"><a data-user-card="${html(post.username)}">${html(post.name || post.username)}</a></span><span class="user-title">${html(post.user_title || '')}</span></span><span class="post-date">${when(post.created_at)}</span></div><div class="cooked">${post.cooked}</div><nav class="post-controls"><button class="reply create" data-reply="${post.post_number}">Reply</button></nav></div></article></div>`;
}

function drawTopic(topic) {
  const category = site.categories.find((each) => each.id === topic.category_id);
  document.body.className = `archetype-${topic.archetype} ${category ? `category category-${category.slug}` : ''}`;
  document.title = `${topic.title} - Corp Engineering Forum`;
  outlet.innerHTML = `<div id="topic-title"><h1 data-topic-id="${topic.id}"><a class="fancy-title" href="/t/${topic.slug}/${topic.id}">${html(topic.title)}</a></h1><div class="topic-category">${badge(topic.category_id)}<span class="discourse-tags">${tags(topic.tags)}</span></div></div><div class="post-stream">${topic.post_stream.posts.map((post) => drawPost(post, topic)).join('')}</div><div id="topic-footer-buttons"><button class="btn btn-primary create" data-reply="">Reply</button></div>`;
  for (const button of outlet.querySelectorAll('[data-reply]')) {
    button.addEventListener('click', () =>
      openComposer({ kind: 'reply', topic, replyTo: button.dataset.reply, site }, posted),
    );
  }
  timings(topic);
}

function posted(post) {
  closeComposer();
  show(`/t/${post.topic_slug}/${post.topic_id}`, true).then(() =>
    document.getElementById(`post_${post.post_number}`)?.scrollIntoView({ block: 'center' }),
  );
}

/** How long one reads is reported, as Discourse does; nobody but the reader sees it. */
let timer;
function timings(topic) {
  clearTimeout(timer);
  timer = setTimeout(function again() {
    send('POST', '/topics/timings', { topic_id: topic.id, topic_time: 10000, 'timings[1]': 10000 }).catch(() => {});
    timer = setTimeout(again, 15000);
  }, 5000);
}

async function show(address, fresh) {
  const topic = /^\/t\/(?:[^/]+\/)?(\d+)/.exec(address)?.[1];
  const category = /^\/c\/(?:[^/]+\/)*?(\d+)/.exec(address)?.[1];
  if (fresh && location.pathname !== address) history.pushState(null, '', address);
  try {
    if (topic)
      drawTopic(
        !fresh && preloaded[`topic_${topic}`]
          ? JSON.parse(preloaded[`topic_${topic}`])
          : await getJson(`/t/${topic}.json`),
      );
    else if (category) {
      const answer = await getJson(`/c/${category}.json`);
      drawList(answer.topic_list, answer.category);
    } else drawList((fresh ? await getJson('/latest.json') : JSON.parse(preloaded.topic_list)).topic_list);
  } catch {
    document.body.className = '';
    outlet.innerHTML =
      '<div class="denied"><h1>Sorry, you don’t have access to that topic.</h1><p><a href="/">Back to the latest topics</a></p></div>';
  }
}

document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href^="/"]');
  if (!link || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  scrollTo(0, 0);
  show(link.getAttribute('href'), true);
});
addEventListener('popstate', () => show(location.pathname, true));
show(location.pathname, false);
poll();
