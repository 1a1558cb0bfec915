/**
 * What a NodeBB forum itself says about a place when the background asks (4.9.2, measured): its category, and who is in
 * a chat. It never says who may read a category: that is policy's to say, and unknown otherwise.
 */

import { placeOf, requestOf } from '../forum-act.ts';
import { plainText } from '../plain-text.ts';
import type { DescribedAct, DrawnThread, ThreadFacts } from '../site.ts';

const NOTHING = { restricted: false, people: [], groups: [], tags: [], text: '' };

/** The thread that a GET shows its reader: topic and room pages, their JSON and feeds, single posts. */
export function threadOfRead(path: string): string | null {
  const plain = path.toLowerCase();
  const topic = /^(?:\/api)?(?:\/v3)?\/topics?\/(?:teaser\/|pagination\/)?(\d{1,15})(?:\.rss)?(?:\/|$)/.exec(
    plain,
  )?.[1];
  if (topic !== undefined) return `topic:${Number(topic)}`;
  const post = /^(?:\/api)?(?:\/v3)?\/posts?\/(\d{1,15})(?:\/|$)/.exec(plain)?.[1];
  if (post !== undefined) return `post:${Number(post)}`;
  const chat = /^(?:\/api)?(?:\/v3)?(?:\/user\/[^/]+)?\/chats\/(\d{1,15})(?:\/|$)/.exec(plain)?.[1];
  return chat === undefined ? null : `chat:${Number(chat)}`;
}

/** Where to ask about a thread; null when there is nothing to ask. */
export function factsPath(thread: string): string | null {
  const [kind = '', id = ''] = placeOf(thread).split(':');
  if (!/^\d{1,15}$/.test(id)) return null;
  const paths: Readonly<Record<string, string>> = {
    topic: `/api/topic/${id}`,
    post: `/api/v3/posts/${id}`,
    chat: `/api/v3/chats/${id}`,
    members: `/api/v3/chats/${id}/users`,
  };
  return Object.hasOwn(paths, kind) ? (paths[kind] ?? null) : null;
}

/** Facts of threads that say all themselves. */
export function plainFacts(thread: string): ThreadFacts | null {
  const place = placeOf(thread);
  const category = /^new:(\d{1,15})$/.exec(place)?.[1];
  if (category !== undefined) return { ...NOTHING, title: '', area: `category:${category}`, areaName: '' };
  if (place === 'profile') return { ...NOTHING, title: '', area: 'profiles', areaName: '' };
  if (!place.startsWith('people:')) return null;
  const people = place
    .slice('people:'.length)
    .split(',')
    .filter((name) => name !== '');
  return { ...NOTHING, title: people.join(', '), area: 'people', areaName: '', people, restricted: true };
}

/** Facts from the forum's JSON answer; null when it has another shape, or does not say all. */
export function readFacts(thread: string, answer: unknown): ThreadFacts | { readonly instead: string } | null {
  const [kind = '', id = ''] = placeOf(thread).split(':');
  if (!isRecord(answer)) return null;
  if (kind === 'topic') return topicFacts(answer);
  const { response } = answer;
  if (!isRecord(response)) return null;
  if (kind === 'post') return typeof response.tid === 'number' ? { instead: `topic:${response.tid}` } : null;
  // Whoever is in one of its groups can come into a public room.
  if (kind === 'chat') return response.public === 0 || response.public === false ? { instead: `members:${id}` } : null;
  return kind === 'members' ? roomFacts(response) : null;
}

function topicFacts(answer: Readonly<Record<string, unknown>>): ThreadFacts | null {
  if (typeof answer.cid !== 'number') return null;
  const category = isRecord(answer.category) ? answer.category : {};
  return {
    ...NOTHING,
    title: textOf(answer.titleRaw) || textOf(answer.title),
    area: `category:${answer.cid}`,
    areaName: textOf(category.name),
    tags: listOf(answer.tags)
      .map((tag) => textOf(tag.value))
      .filter((tag) => tag !== ''),
    text: listOf(answer.posts)
      .map((post) => plainText(textOf(post.content)))
      .join('\n\n'),
  };
}

/** The forum lists forty members at once (its sources); a longer list may go on. */
const MOST_LISTED = 40;

function roomFacts(response: Readonly<Record<string, unknown>>): ThreadFacts | null {
  const users = listOf(response.users);
  const people = users.map((user) => textOf(user.username).toLowerCase());
  if (users.length === 0 || users.length >= MOST_LISTED || people.includes('')) return null;
  return { ...NOTHING, title: people.join(', '), area: 'people', areaName: '', people, restricted: true };
}

/** More threads than anybody quotes; the text's own words are compared all the same. */
const MOST_THREADS = 50;

/** Threads that an act names itself: a quotation links to its post, a move and an invitation say what others will read. */
export function drawsOn({
  kind,
  thread,
  text,
}: Pick<DescribedAct, 'kind' | 'thread' | 'text'>): readonly DrawnThread[] {
  const request = kind === 'move' || kind === 'invite' ? requestOf(thread) : null;
  const [, what = '', id = ''] = /^\/api\/v3\/(topic|post|chat)s\/(\d+)(?:\/|$)/.exec(request?.path ?? '') ?? [];
  const found: DrawnThread[] = id === '' ? [] : [{ thread: `${what}:${Number(id)}`, from: 0, to: text.length }];
  // "alice said in [Title](/post/7):" in any language, and the quotation in the lines below it.
  for (const quoted of text.matchAll(/\/post\/(\d{1,15})\)[^\n]{0,200}\n{1,3}>(?:[^\n]*(?:\n>)?)*/g)) {
    if (found.length >= MOST_THREADS) break;
    found.push({ thread: `post:${Number(quoted[1])}`, from: quoted.index, to: quoted.index + quoted[0].length });
  }
  return found;
}

function listOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
