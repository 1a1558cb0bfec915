/** What the forum says about itself, in the shapes of Discourse's JSON. */

import { cook } from './client/markdown.js';
import { CATEGORIES, type Category, GROUPS, type Group, type User } from './content.ts';
import { categoryOf, type ForumData, listedTopics, membersOf, type Post, type Topic, userNamed } from './forum-data.ts';

export function topicJson(data: ForumData, topic: Topic, reader: User): object {
  const message = topic.categoryId === null;
  const draft = data.drafts.get(`${reader.username} topic_${topic.id}`);
  const [first] = topic.posts;
  const last = topic.posts.at(-1);
  return {
    ...topicBasics(topic),
    post_stream: {
      posts: topic.posts.map((post) => postJson(topic, post, reader)),
      stream: topic.posts.map((post) => post.id),
    },
    suggested_topics: message ? [] : suggested(data, topic, reader),
    draft: draft?.data ?? null,
    draft_key: `topic_${topic.id}`,
    draft_sequence: draft?.sequence ?? 0,
    details: {
      created_by: basicUser(first?.username ?? ''),
      last_poster: basicUser(last?.username ?? ''),
      participants: participants(topic),
      ...(message ? { allowed_users: topic.people.map(basicUser), allowed_groups: messageGroups(topic) } : {}),
      can_create_post: true,
    },
  };
}

function topicBasics(topic: Topic): object {
  const last = topic.posts.at(-1);
  return {
    id: topic.id,
    title: topic.title,
    fancy_title: topic.title,
    slug: topic.slug,
    posts_count: topic.posts.length,
    reply_count: topic.posts.length - 1,
    highest_post_number: topic.posts.length,
    created_at: topic.posts[0]?.createdAt ?? null,
    last_posted_at: last?.createdAt ?? null,
    bumped_at: last?.createdAt ?? null,
    archetype: topic.categoryId === null ? 'private_message' : 'regular',
    ...(topic.categoryId === null ? {} : { category_id: topic.categoryId }),
    tags: topic.tags,
    views: topic.views,
    like_count: topic.posts.reduce((sum, post) => sum + post.likes, 0),
    closed: false,
    archived: false,
    visible: true,
  };
}

/** People who are in one of the allowed groups are not among the allowed users, as in Discourse. */
function messageGroups(topic: Topic): readonly object[] {
  return GROUPS.filter((group) => topic.groups.includes(group.name)).map(groupJson);
}

function participants(topic: Topic): readonly object[] {
  const names = [...new Set(topic.posts.map((post) => post.username))];
  return names.map((name) => ({
    ...basicUser(name),
    post_count: topic.posts.filter((post) => post.username === name).length,
  }));
}

/** Nothing restricted is suggested below other threads. */
function suggested(data: ForumData, topic: Topic, reader: User): readonly object[] {
  return listedTopics(data, reader)
    .filter((other) => other.id !== topic.id && !categoryOf(other)?.restricted)
    .slice(0, 4)
    .map(listedJson);
}

export function postJson(topic: Topic, post: Post, reader: User | undefined): object {
  const author = userNamed(post.username);
  return {
    id: post.id,
    name: author?.name ?? post.username,
    username: post.username,
    display_username: author?.name ?? post.username,
    avatar_template: avatar(post.username),
    user_id: author?.id ?? null,
    user_title: author?.title ?? null,
    primary_group_name: author?.groups.at(-1) ?? null,
    created_at: post.createdAt,
    updated_at: post.createdAt,
    cooked: cook(post.raw),
    raw: post.raw,
    post_number: topic.posts.indexOf(post) + 1,
    post_type: 1,
    reply_to_post_number: post.replyTo,
    version: post.edited ? 2 : 1,
    yours: post.username === reader?.username,
    can_edit: post.username === reader?.username,
    actions_summary: [{ id: 2, count: post.likes }],
    topic_id: topic.id,
    topic_slug: topic.slug,
  };
}

export function topicListJson(topics: readonly Topic[]): object {
  const names = [...new Set(topics.flatMap((topic) => topic.posts.map((post) => post.username)))];
  return {
    users: names.map(basicUser),
    topic_list: { can_create_topic: true, draft_key: 'new_topic', per_page: 30, topics: topics.map(listedJson) },
  };
}

function listedJson(topic: Topic): object {
  const posters = [...new Set(topic.posts.map((post) => post.username))];
  return {
    ...topicBasics(topic),
    excerpt: (topic.posts[0]?.raw ?? '').split('\n')[0]?.replace(/[`*]/g, '').slice(0, 170),
    last_poster_username: topic.posts.at(-1)?.username ?? null,
    posters: posters.map((name, index) => ({
      user_id: userNamed(name)?.id ?? null,
      description: index === 0 ? 'Original Poster' : 'Frequent Poster',
      username: name,
      name: userNamed(name)?.name ?? name,
    })),
  };
}

export function categoryJson(data: ForumData, category: Category): object {
  const topics = [...data.topics.values()].filter((topic) => categoryOf(topic) === category);
  return {
    id: category.id,
    name: category.name,
    slug: category.slug,
    color: category.color,
    text_color: 'FFFFFF',
    description_text: category.about,
    read_restricted: category.restricted,
    permission: 1,
    topic_count: topics.length,
    post_count: topics.reduce((sum, topic) => sum + topic.posts.length, 0),
  };
}

/** What the page knows from the start. Restricted categories are named to their readers alone. */
export function siteJson(data: ForumData, reader: User): object {
  const seen = CATEGORIES.filter((category) => category.readers.some((group) => reader.groups.includes(group)));
  return {
    categories: seen.map((category) => categoryJson(data, category)),
    groups: GROUPS.map(groupJson),
    archetypes: [
      { id: 'regular', name: 'Regular Topic' },
      { id: 'private_message', name: 'Message' },
    ],
    post_types: { regular: 1, moderator_action: 2, small_action: 3, whisper: 4 },
  };
}

export function groupJson(group: Group): object {
  return {
    id: group.id,
    name: group.name,
    display_name: group.fullName,
    full_name: group.fullName,
    bio_excerpt: group.about,
    user_count: group.size,
    automatic: false,
    mentionable_level: 3,
    messageable_level: 3,
    members_visibility_level: 1,
    can_see_members: true,
  };
}

export function membersJson(group: Group): object {
  const members = membersOf(group.name).map((user) => ({ ...basicUser(user.username), title: user.title }));
  return { members, owners: [], meta: { total: group.size, limit: 50, offset: 0 } };
}

export function basicUser(username: string): object {
  const user = userNamed(username);
  return { id: user?.id ?? null, username, name: user?.name ?? username, avatar_template: avatar(username) };
}

/** A person as their own page and `currentUser` show them. */
export function userJson(user: User): object {
  const groups = GROUPS.filter((group) => user.groups.includes(group.name)).map(({ id, name }) => ({ id, name }));
  const primary = user.groups.at(-1) ?? null;
  const standing = { trust_level: 2, admin: false, moderator: false, staff: false };
  return { ...basicUser(user.username), title: user.title, groups, primary_group_name: primary, ...standing };
}

function avatar(username: string): string {
  return `/letter_avatar/${encodeURIComponent(username)}/{size}.svg`;
}
