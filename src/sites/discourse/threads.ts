/**
 * What a Discourse forum itself says about a place when the background asks: its category, whether that is
 * restricted, who is in a private message, and what stands there.
 */

import { placeOf } from '../forum-act.ts';
import { plainText } from '../plain-text.ts';
import type { ThreadFacts } from '../site.ts';

/** The thread that a GET shows its reader: topic pages, their JSON, feed and raw forms, single posts, chat channels. */
export function threadOfRead(path: string): string | null {
  const topic =
    // "n" is the nested view of 2026.
    /^\/[tn]\/(?:[^/]+\/)?(\d{1,15})(?:\/\d+|\/posts|\/excerpts|\/last|\/summary|\/print)?(?:\.json|\.rss)?\/?$/.exec(
      path,
    ) ??
    /^\/raw\/(\d{1,15})(?:\/|$)/.exec(path) ??
    /^\/posts\/by(?:_number|-date)\/(\d{1,15})\//.exec(path);
  if (topic) return `topic:${Number(topic[1])}`;
  const post =
    /^\/posts\/(\d{1,15})(?:\/raw|\/cooked|\/replies|\/reply-history|\/revisions\/\w+)?(?:\.json)?$/.exec(path) ??
    /^\/p\/(\d{1,15})(?:\/\d+)?$/.exec(path);
  if (post) return `post:${Number(post[1])}`;
  const channel =
    /^\/chat\/(?:c|channel)\/(?:[^/]+\/)?(\d{1,15})(?:\/|$)/.exec(path) ??
    /^\/chat\/api\/channels\/(\d{1,15})\/(?:messages|threads)(?:[/.]|$)/.exec(path);
  return channel ? `chat:${Number(channel[1])}` : null;
}

/** Where to ask about a thread; null when there is nothing to ask. */
export function factsPath(thread: string): string | null {
  const [kind, id] = placeOf(thread).split(':');
  if (kind === 'topic' && /^\d+$/.test(id ?? '')) return `/t/${id}.json`;
  if (kind === 'post' && /^\d+$/.test(id ?? '')) return `/posts/${id}.json`;
  return null;
}

const NOTHING = { restricted: false, people: [], groups: [], tags: [], text: '' };

/** Facts of threads that say all themselves. */
export function plainFacts(thread: string): ThreadFacts | null {
  const place = placeOf(thread);
  // Rails takes "007" for 7.
  const category = /^new:0*([1-9]\d{0,8})$/.exec(place)?.[1];
  if (category !== undefined) return { ...NOTHING, title: '', area: `category:${category}`, areaName: '' };
  if (place.startsWith('people:')) return namedPeople(place.slice('people:'.length));
  if (place === 'profile') return { ...NOTHING, title: '', area: 'profiles', areaName: '' };
  // Only some of those who are signed in read there, and nobody but policy says who.
  const closed = place === 'whispers' || place === 'shared-drafts' || /^chat:[\w-]+$/.test(place);
  return closed ? { ...NOTHING, title: '', area: place, areaName: place, restricted: true } : null;
}

function namedPeople(list: string): ThreadFacts {
  const names = list.split(',').filter((name) => name !== '');
  const isGroup = (name: string) => name.startsWith('group:');
  const groups = names.filter(isGroup).map((name) => ({ id: name.slice('group:'.length), size: 0 }));
  const people = names.filter((name) => !isGroup(name));
  const title = [...people, ...groups.map(({ id }) => id)].join(', ');
  return { ...NOTHING, title, area: 'people', areaName: '', people, groups, restricted: true };
}

/** Facts from the forum's JSON answer; a post points to its topic; null when the answer has another shape. */
export function readFacts(thread: string, answer: unknown): ThreadFacts | { readonly instead: string } | null {
  if (!isRecord(answer)) return null;
  if (placeOf(thread).startsWith('post:'))
    return typeof answer.topic_id === 'number' ? { instead: `topic:${answer.topic_id}` } : null;
  const details = isRecord(answer.details) ? answer.details : {};
  const message = answer.archetype === 'private_message';
  if (!message && typeof answer.category_id !== 'number') return null;
  const stream = isRecord(answer.post_stream) ? listOf(answer.post_stream.posts) : [];
  return {
    title: textOf(answer.title),
    area: message ? 'people' : `category:${answer.category_id}`,
    areaName: textOf(answer.category_name),
    restricted: message,
    people: message
      ? listOf(details.allowed_users)
          .map((user) => textOf(user.username).toLowerCase())
          .filter((name) => name !== '')
      : [],
    groups: message
      ? listOf(details.allowed_groups).map((group) => ({ id: textOf(group.name), size: Number(group.user_count) || 0 }))
      : [],
    tags: tagNames(answer.tags),
    text: stream.map((post) => plainText(textOf(post.cooked))).join('\n\n'),
  };
}

/** Where the forum says of a category whether it is closed; a topic's own answer does not. */
export function areaPath({ area }: ThreadFacts): string | null {
  const id = /^category:(\d+)$/.exec(area)?.[1];
  return id === undefined ? null : `/c/${id}/show.json`;
}

/** `read_restricted` of a category, which everybody who sees it is told. */
export function isClosedArea(answer: unknown): boolean | null {
  const category = isRecord(answer) && isRecord(answer.category) ? answer.category : {};
  return typeof category.read_restricted === 'boolean' ? category.read_restricted : null;
}

/** Tags are names in older versions and objects in newer ones. */
function tagNames(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [];
  return value.map((tag: unknown) => (isRecord(tag) ? textOf(tag.name) : textOf(tag))).filter((name) => name !== '');
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
