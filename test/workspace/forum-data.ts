/** The forum's memory and the answers that it gives about it, in the shapes of Discourse's JSON. */
import { CATEGORIES, type Category, GROUPS, type Post, TOPICS, type Topic, USERS, type User } from './content.ts';
import { cook } from './markdown.ts';

export interface ForumData {
  topics: Map<number, Topic>;
  drafts: Map<string, string>;
  nextId: number;
}

export function freshData(): ForumData {
  return { topics: new Map(TOPICS.map((topic) => [topic.id, topic])), drafts: new Map(), nextId: 1_000 };
}

/** Whether a user may read a topic. */
export function mayRead(user: User | undefined, topic: Topic): boolean {
  if (user === undefined) return false;
  if (topic.categoryId === null) return topic.people.includes(user.username);
  return mayReadCategory(user, categoryOf(topic));
}

export function mayReadCategory(user: User | undefined, category: Category | undefined): boolean {
  return (
    category !== undefined &&
    user !== undefined &&
    (category.onlyFor === null || user.groups.includes(category.onlyFor))
  );
}

export function categoryOf(topic: Topic): Category | undefined {
  return CATEGORIES.find((category) => category.id === topic.categoryId);
}

export function topicJson(topic: Topic): object {
  const message = topic.categoryId === null;
  const [first] = topic.posts;
  return {
    id: topic.id,
    title: topic.title,
    fancy_title: topic.title,
    slug: topic.slug,
    archetype: message ? 'private_message' : 'regular',
    ...(message ? {} : { category_id: topic.categoryId }),
    posts_count: topic.posts.length,
    created_at: first?.created_at,
    tags: topic.tags,
    post_stream: {
      posts: topic.posts.map((post, index) => postJson(topic, post, index + 1)),
      stream: topic.posts.map((post) => post.id),
    },
    details: {
      created_by: userJson(first?.username ?? ''),
      participants: [...new Set(topic.posts.map((post) => post.username))].map(userJson),
      ...(message ? { allowed_users: topic.people.map(userJson), allowed_groups: [] } : {}),
    },
  };
}

export function postJson(topic: Topic, post: Post, number: number): object {
  const user = USERS.find((each) => each.username === post.username);
  return {
    id: post.id,
    name: user?.name,
    username: post.username,
    user_id: user?.id,
    user_title: user?.title,
    primary_group_name: user?.groups.at(-1),
    created_at: post.created_at,
    cooked: cook(post.raw),
    raw: post.raw,
    post_number: number,
    topic_id: topic.id,
    topic_slug: topic.slug,
  };
}

export function userJson(username: string): object {
  const user = USERS.find((each) => each.username === username);
  return { id: user?.id, username, name: user?.name, title: user?.title };
}

export function siteJson(): object {
  return {
    categories: CATEGORIES.map(categoryJson),
    groups: Object.values(GROUPS).map((group, index) => ({ id: 41 + index, name: group.name })),
    archetypes: [{ id: 'regular' }, { id: 'private_message' }],
  };
}

export function categoryJson(category: Category): object {
  return {
    id: category.id,
    name: category.name,
    slug: category.slug,
    color: category.color,
    text_color: 'FFFFFF',
    description_text: category.about,
    read_restricted: category.onlyFor !== null,
    permission: 1,
  };
}

/** The list of topics that a user sees, newest first. */
export function latestJson(data: ForumData, user: User | undefined, category?: number): object {
  const topics = [...data.topics.values()].filter(
    (topic) =>
      mayRead(user, topic) && topic.categoryId !== null && (category === undefined || topic.categoryId === category),
  );
  return {
    topic_list: {
      topics: topics.map((topic) => ({
        id: topic.id,
        title: topic.title,
        slug: topic.slug,
        category_id: topic.categoryId,
        tags: topic.tags,
        posts_count: topic.posts.length,
        last_posted_at: topic.posts.at(-1)?.created_at,
        excerpt: topic.posts[0]?.raw.split('\n')[0]?.slice(0, 140),
        posters: [...new Set(topic.posts.map((post) => post.username))],
      })),
    },
  };
}
