/**
 * What requests do with whole topics of a Discourse forum (sources of 2026, TopicsController): another title, another
 * place with other readers, people let in. What only its doer sees, or what has no words and no new readers, is left to
 * people and refused to agents (`QUIET`).
 */

import { canBeRead, listIn, peopleThread, threadOf, unreadable, type Write } from '../forum-act.ts';
import type { Described } from '../site.ts';
import { act, newTopicText, strangerIn, tagsIn } from './act.ts';

/** Paths of topics and posts that change no words and no readers: own marks, votes, what is open, pinned or locked. */
export const QUIET_TOPIC_PATHS = [
  /^\/t\/\d+\/(?:bookmark|remove_bookmarks|notifications|timings|clear-pin|re-pin|mute|unmute)$/,
  /^\/t\/\d+\/(?:archive-message|move-to-inbox|reset-bump-date|slow_mode|recover|star)$/,
  // Who is put out reads less; nobody reads more.
  /^\/t\/\d+\/remove-allowed-(?:user|group)$/,
  /^\/posts\/\d+\/(?:bookmark|locked|wiki|rebake|recover)$/,
] as const;

const SILENT = ['original_title', 'original_tags', 'keep_existing_draft', 'locale', 'authenticity_token'] as const;
const EDIT = new Set<string>([...SILENT, 'title', 'category_id', 'tags', 'featured_link']);

/** `PUT /t/:id` and `PUT /t/:id/tags`: with a category it moves, since only the forum knows whether it is another one. */
export function describeTopicEdit(write: Write): Described {
  const { fields, parts } = write;
  const stranger = strangerIn(withoutOriginals(fields), EDIT);
  if (stranger !== null) return unreadable(`the field "${stranger}" is not known`);
  const topic = `topic ${Number(parts[0])}`;
  const link = fields.get('featured_link');
  const marks = [...(link === undefined ? [] : [`[link: ${link}]`])];
  const title = fields.get('title') ?? '';
  const words = newTopicText(title, '', tagsIn(fields), marks);
  const category = fields.get('category_id');
  if (category === undefined)
    return act({ kind: 'edit', thread: threadOf(`topic:${Number(parts[0])}`, write), text: words || topic });
  if (!/^\d{0,15}$/.test(category)) return unreadable('the category is not a number');
  return act({
    kind: 'move',
    thread: threadOf(`new:${category}`, write),
    text: newTopicText(`${topic} → category ${category}`, words, ''),
  });
}

/** "original_tags[0][name]" says what stood there before. */
function withoutOriginals(fields: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...fields].filter(([name]) => !name.startsWith('original_tags[')));
}

/** `DELETE /t/:id`. */
export function describeTopicDelete(write: Write): Described {
  return act({
    kind: 'delete',
    thread: threadOf(`topic:${Number(write.parts[0])}`, write),
    text: `topic ${Number(write.parts[0])}`,
  });
}

/** `PUT /t/:id/status`: listing it again, or no more, changes who finds it; the rest has neither words nor readers. */
export function describeStatus(write: Write): Described {
  if (write.fields.get('status') !== 'visible') return { kind: 'unknown' };
  const listed = write.fields.get('enabled') ?? '';
  const topic = Number(write.parts[0]);
  return act({ kind: 'edit', thread: threadOf(`topic:${topic}`, write), text: `topic ${topic} [listed: ${listed}]` });
}

const MOVE = new Set([
  'post_ids',
  'title',
  'destination_topic_id',
  'category_id',
  'tags',
  'tag_ids',
  'participants',
  'archetype',
  'chronological_order',
  'freeze_original',
  'authenticity_token',
]);

/** `POST /t/:id/move-posts` and `/merge-topic`: posts go where others read them. */
export function describeMoveOfPosts(write: Write): Described {
  const { fields, parts } = write;
  const stranger = strangerIn(fields, MOVE);
  if (stranger !== null) return unreadable(`the field "${stranger}" is not known`);
  const posts = listIn(fields, 'post_ids');
  const where = destinationOf(fields);
  if (where === null) return unreadable('where the posts go cannot be read');
  const what = posts.length === 0 ? [] : [posts.map((id) => `post ${id}`).join(', ')];
  const text = newTopicText(
    `topic ${Number(parts[0])} → ${where}`,
    newTopicText(fields.get('title') ?? '', '', tagsIn(fields), what),
    '',
  );
  return act({ kind: 'move', thread: threadOf(where, write), text, items: Math.max(1, posts.length) });
}

/** The place that the posts go to; null where a request names more than one, or none that can be read. */
function destinationOf(fields: ReadonlyMap<string, string>): string | null {
  const topic = fields.get('destination_topic_id') ?? '';
  const people = listIn(fields, 'participants').join(',');
  const message = fields.get('archetype') === 'private_message';
  if (topic !== '')
    return /^\d{1,15}$/.test(topic) && people === '' && !fields.has('title') ? `topic:${Number(topic)}` : null;
  if (message) return canBeRead(people) ? peopleThread(people) : null;
  const category = fields.get('category_id') ?? '';
  return /^\d{0,15}$/.test(category) && people === '' ? `new:${category}` : null;
}

/** `PUT /t/:id/convert-topic/:type`, `/publish` and `POST /t/:id/timer`: now or at a time, other people read it. */
export function describePublication(write: Write): Described {
  const { fields, parts, path } = write;
  const timed = path.endsWith('/timer');
  if (timed && fields.get('status_type') !== 'publish_to_category') return { kind: 'unknown' };
  // Each address reads one of the two, and the other says nothing.
  const [read, other] = path.endsWith('/publish')
    ? (['destination_category_id', 'category_id'] as const)
    : (['category_id', 'destination_category_id'] as const);
  if (fields.has(other)) return unreadable(`the field "${other}" is not known`);
  const category = fields.get(read) ?? '';
  if (!/^\d{0,15}$/.test(category)) return unreadable('the category is not a number');
  const where = path.endsWith('/private') ? 'people:' : `new:${category}`;
  const time = fields.get('time') ?? fields.get('duration_minutes') ?? '';
  const text = `topic ${Number(parts[0])} → ${where}${timed ? ` [at: ${time}]` : ''}`;
  return act({ kind: 'move', thread: threadOf(where, write), text });
}

/** `POST /t/:id/change-owner`: the posts get another author's name. */
export function describeNewOwner(write: Write): Described {
  const posts = listIn(write.fields, 'post_ids');
  const text = `${posts.map((id) => `post ${id}`).join(', ')} [author: ${write.fields.get('username') ?? ''}]`;
  const thread = threadOf(`topic:${Number(write.parts[0])}`, write);
  return act({ kind: 'edit', thread, text, items: Math.max(1, posts.length) });
}

/** `PUT /topics/bulk`: moving and deleting many; the rest has neither words nor readers. */
export function describeBulk(write: Write): Described {
  const { fields } = write;
  const topics = listIn(fields, 'topic_ids');
  const type = fields.get('operation[type]') ?? '';
  if (type !== 'change_category' && type !== 'delete') return { kind: 'unknown' };
  // "All unread topics of a list" names none of them.
  if (topics.length === 0 || topics.some((id) => !/^\d{1,15}$/.test(id)))
    return unreadable('which topics cannot be read');
  const named = topics.map((id) => `topic ${Number(id)}`).join('\n');
  const items = topics.length;
  if (type === 'delete') return act({ kind: 'delete', thread: threadOf('topics', write), text: named, items });
  const category = fields.get('operation[category_id]') ?? '';
  if (!/^\d{0,15}$/.test(category)) return unreadable('the category is not a number');
  return act({
    kind: 'move',
    thread: threadOf(`new:${category}`, write),
    text: `→ category ${category}\n\n${named}`,
    items,
  });
}
