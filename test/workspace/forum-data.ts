/** The forum's memory: its threads and drafts, and who may read what. */
import { CATEGORIES, type Category, GROUPS, USERS, type User } from './content.ts';
import { TOPICS } from './content-topics.ts';

export interface Post {
  readonly id: number;
  readonly username: string;
  readonly raw: string;
  readonly createdAt: string;
  readonly likes: number;
  readonly replyTo: number | null;
  readonly edited: boolean;
}

export interface Topic {
  readonly id: number;
  readonly title: string;
  readonly slug: string;
  readonly categoryId: number | null;
  readonly tags: readonly string[];
  /** For private messages: who is in it, people and groups. */
  readonly people: readonly string[];
  readonly groups: readonly string[];
  readonly views: number;
  readonly posts: readonly Post[];
}

export interface ForumData {
  readonly topics: Map<number, Topic>;
  /** By user and draft key. */
  readonly drafts: Map<string, { readonly data: string; readonly sequence: number }>;
  nextId: number;
}

/** The forum as it is before any story begins. */
export function freshData(now: number = Date.now()): ForumData {
  const topics = TOPICS.map(
    ({ firstPostId, posts, ...topic }): Topic => ({
      ...topic,
      groups: [],
      posts: posts.map((post, index) => ({
        id: firstPostId + index,
        username: post.username,
        raw: post.raw,
        createdAt: new Date(now - post.minutesAgo * 60_000).toISOString(),
        likes: post.likes ?? 0,
        replyTo: null,
        edited: false,
      })),
    }),
  );
  return { topics: new Map(topics.map((topic) => [topic.id, topic])), drafts: new Map(), nextId: 1_000 };
}

export function userNamed(username: string): User | undefined {
  return USERS.find((user) => user.username === username.toLowerCase());
}

export function membersOf(group: string): readonly User[] {
  return USERS.filter((user) => user.groups.includes(group));
}

export function categoryOf(topic: Topic): Category | undefined {
  return CATEGORIES.find((category) => category.id === topic.categoryId);
}

export function mayRead(user: User | undefined, topic: Topic): boolean {
  if (user === undefined) return false;
  if (topic.categoryId !== null) return mayReadCategory(user, categoryOf(topic));
  return topic.people.includes(user.username) || topic.groups.some((group) => user.groups.includes(group));
}

export function mayReadCategory(user: User | undefined, category: Category | undefined): boolean {
  return user !== undefined && (category?.readers.some((group) => user.groups.includes(group)) ?? false);
}

/** The topics that a user may see in lists, the latest first; messages are listed apart. */
export function listedTopics(data: ForumData, user: User, only: 'topics' | 'messages' = 'topics'): readonly Topic[] {
  return [...data.topics.values()]
    .filter((topic) => mayRead(user, topic) && (topic.categoryId === null) === (only === 'messages'))
    .sort((a, b) => (b.posts.at(-1)?.createdAt ?? '').localeCompare(a.posts.at(-1)?.createdAt ?? ''));
}

/** A post and the topic that it stands in. */
export function findPost(data: ForumData, id: number): { readonly topic: Topic; readonly post: Post } | undefined {
  for (const topic of data.topics.values()) {
    const post = topic.posts.find((each) => each.id === id);
    if (post !== undefined) return { topic, post };
  }
  return undefined;
}

/** The people and the groups among a message's recipients; names that nobody has are left out. */
export function recipients(names: string): { readonly people: readonly string[]; readonly groups: readonly string[] } {
  const named = names.split(',').map((name) => name.trim().toLowerCase());
  return {
    people: named.filter((name) => userNamed(name) !== undefined),
    groups: named.filter((name) => GROUPS.some((group) => group.name === name)),
  };
}
