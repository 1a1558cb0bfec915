/** One thread: its title, its posts, and the buttons that open the composer. */
import { topicTable } from './lists.js';
import { html } from './markdown.js';
import { avatar, badge, categoryById, counted, icon, me, setPage, tags, when } from './pieces.js';

/** Draws a topic; `reply` opens the composer, for one post or (with null) for the topic; `edit` for an own post. */
export function drawTopic(outlet, topic, { reply, edit }) {
  const category = categoryById(topic.category_id);
  const classes = category ? `category category-${category.slug}` : '';
  setPage(
    category ? `${topic.title} - ${category.name}` : topic.title,
    `archetype-${topic.archetype} ${classes}`.trim(),
  );
  const path = `/t/${topic.slug}/${topic.id}`;
  const posts = topic.post_stream.posts.map((post) => drawPost(post, topic, path)).join('');
  outlet.innerHTML = `<div id="topic-title"><div class="title-wrapper"><h1 data-topic-id="${topic.id}">${category?.read_restricted ? icon('lock', 'restricted') : category ? '' : icon('envelope', 'message')}<a class="fancy-title" href="${path}">${html(topic.title)}</a></h1><div class="topic-category">${badge(topic.category_id)}${tags(topic.tags)}${audience(topic, category)}</div></div></div>
    <div class="container posts"><section class="topic-area" id="topic" data-topic-id="${topic.id}"><div class="post-stream">${posts}</div></section>
    <div id="topic-footer-buttons"><button class="btn btn-primary create" title="begin composing a reply to this topic">${icon('reply')}<span>Reply</span></button></div>${more(topic)}</div>`;
  outlet.querySelector('#topic-footer-buttons .create').addEventListener('click', () => reply(null));
  for (const article of outlet.querySelectorAll('article[data-post-id]')) {
    const post = topic.post_stream.posts.find((each) => each.id === Number(article.dataset.postId));
    article.querySelector('button.reply').addEventListener('click', () => reply(post));
    article.querySelector('button.edit')?.addEventListener('click', () => edit(post));
  }
}

/** Who is in a message, or to whom a restricted category is open. */
function audience(topic, category) {
  if (category?.read_restricted) return `<span class="topic-audience">${html(category.description_text)}</span>`;
  if (category) return '';
  const people = topic.details.allowed_users.map(
    (user) =>
      `<a class="user" data-id="${user.id}" href="/u/${html(user.username)}">${avatar(user.username, 22, user.name)}<span class="username">${html(user.username)}</span></a>`,
  );
  const groups = topic.details.allowed_groups.map(
    (group) =>
      `<a class="user group" data-id="${group.id}" href="/g/${html(group.name)}">${icon('users')}<span class="group-name">${html(group.name)}</span></a>`,
  );
  return `<span class="participants">${people.join('')}${groups.join('')}</span>`;
}

function drawPost(post, topic, path) {
  const number = post.post_number;
  const likes = post.actions_summary[0].count;
  const team =
    post.primary_group_name && post.primary_group_name !== 'employees'
      ? `<span class="user-group">${html(post.primary_group_name)}</span>`
      : '';
  const map = number === 1 ? topicMap(topic) : '';
  const answered = post.reply_to_post_number
    ? `<a class="reply-to-tab" href="${path}/${post.reply_to_post_number}">${icon('reply')}#${post.reply_to_post_number}</a>`
    : '';
  return `<div class="topic-post clearfix ${number === 1 ? 'topic-owner regular' : 'regular'}" data-post-number="${number}"><article id="post_${number}" class="boxed" data-post-id="${post.id}" data-topic-id="${topic.id}" data-user-id="${post.user_id}" aria-label="post #${number} by ${html(post.name)}"><div class="row">
    <div class="topic-avatar"><a class="trigger-user-card" href="/u/${html(post.username)}" data-user-card="${html(post.username)}" tabindex="-1" aria-hidden="true">${avatar(post.username, 45, post.name)}</a></div>
    <div class="topic-body"><div class="topic-meta-data"><span class="names"><span class="first full-name username"><a href="/u/${html(post.username)}" data-user-card="${html(post.username)}">${html(post.name)}</a></span>${post.user_title ? `<span class="user-title">${html(post.user_title)}</span>` : ''}${team}</span><span class="post-infos">${answered}${post.version > 1 ? '<span class="edits">edited</span>' : ''}<a class="post-date" href="${path}/${number}">${when(post.created_at)}</a></span></div>
    <div class="regular contents"><div class="cooked">${post.cooked}</div><nav class="post-controls" aria-label="Post">${likes > 0 ? `<span class="like-count" title="${counted(likes, 'person', 'people')} liked this">${likes}${icon('heart', 'likes')}</span>` : ''}${post.username === me.username ? '<button class="post-action edit">Edit</button>' : ''}<button class="post-action reply create" title="begin composing a reply to this post">${icon('reply')}<span>Reply</span></button></nav></div>${map}</div></div></article></div>`;
}

function topicMap(topic) {
  if (topic.posts_count < 2) return '';
  const people = topic.details.participants.map((user) => avatar(user.username, 26, user.name)).join('');
  return `<div class="topic-map"><span><b>${topic.reply_count}</b> ${topic.reply_count === 1 ? 'reply' : 'replies'}</span><span><b>${topic.views}</b> views</span><span><b>${topic.like_count}</b> ${topic.like_count === 1 ? 'like' : 'likes'}</span><span>last reply ${when(topic.last_posted_at)}</span><span class="people">${people}</span></div>`;
}

function more(topic) {
  if (topic.suggested_topics.length === 0) return '';
  return `<section class="more-topics"><h2 class="page-part">Suggested topics</h2>${topicTable(topic.suggested_topics)}</section>`;
}
