/**
 * The chat of a Discourse forum (its chat plugin, sources of 2026). Who reads a channel, only policy can say; drafts and
 * read marks are their author's own.
 */

import { canBeRead, listIn, peopleThread, threadOf, unreadable, type Write } from '../forum-act.ts';
import type { Described } from '../site.ts';
import { act } from './act.ts';

/** Paths that nobody else sees anything of: drafts (kept for each user) and how far one has read. RE2. */
export const HARMLESS_CHAT_PATHS = [
  '/chat/drafts(\\.json)?',
  '/chat/api/channels/\\d+/(threads/\\d+/)?(drafts|read)(/\\d+)?(\\.json)?',
  '/chat/api/channels/read/?(\\.json)?',
  '/chat/\\d+/read/\\d+(\\.json)?',
] as const;

/** Reactions, one's own settings and memberships, and what only turns messages into a quotation. */
export const QUIET_CHAT_PATHS = [
  /^\/chat\/[\w-]+\/(?:react\/\d+|quote|\d+\/rebake)$/,
  /^\/chat\/api\/channels\/\d+\/(?:memberships\/me(?:\/follows)?|notifications-settings\/me)$/,
  /^\/chat\/api\/channels\/\d+\/threads\/\d+\/(?:notifications-settings|mark-thread-title-prompt-seen)\/me$/,
  /^\/chat\/api\/channels\/\d+\/messages\/\d+\/(?:restore|interactions|streaming)$/,
  /^\/chat\/api\/direct-message-channels$/,
  /^\/chat\/(?:dismiss-retention-reminder|user_chat_enabled\/\d+)$/,
] as const;

const FIELDS = new Set([
  'message',
  'new_message',
  'upload_ids',
  'staged_id',
  'staged_thread_id',
  'thread_id',
  'in_reply_to_id',
  'client_created_at',
  'context_topic_id',
  'context_post_ids',
  'authenticity_token',
]);

/** `POST /chat/:channel` and its edits (`PUT …/edit/:id`, `PUT /chat/api/channels/:channel/messages/:id`). */
export function describeChatMessage(write: Write): Described {
  const { fields, method, parts } = write;
  const stranger = [...fields.keys()].find((name) => !FIELDS.has(name.replace(/\[\d{1,4}\]$/, '')));
  if (stranger !== undefined) return unreadable(`the field "${stranger}" is not known`);
  if (fields.has('message') && fields.has('new_message')) return unreadable('its text stands there twice');
  const text = fields.get('message') ?? fields.get('new_message') ?? '';
  // A file is named by a number here, which says nothing of its content.
  const files = listIn(fields, 'upload_ids').length > 0;
  if (text === '' && !files) return unreadable('there is no text');
  const thread = `chat:${parts[0]}`;
  return act({
    kind: method === 'POST' ? 'message' : 'edit',
    thread: method === 'POST' ? thread : threadOf(thread, write),
    text,
    ...(files ? { attachments: 'unknown' } : {}),
  });
}

/** A flag with words is a message to the staff. */
export function describeChatFlag(write: Write): Described {
  const message = write.fields.get('message') ?? '';
  return message === ''
    ? { kind: 'unknown' }
    : act({ kind: 'message', thread: threadOf('flag:chat', write), text: message });
}

/** `DELETE …/messages/:id` or many of them at once. */
export function describeChatDelete(write: Write): Described {
  const [channel, message] = write.parts;
  const ids = message === undefined ? listIn(write.fields, 'message_ids') : [message];
  if (ids.length === 0) return unreadable('which messages cannot be read');
  const text = ids.map((id) => `message ${id}`).join('\n');
  return act({ kind: 'delete', thread: threadOf(`chat:${channel}`, write), text, items: ids.length });
}

/** `POST …/invites` and `/memberships`: who is named by user name; by number nobody can tell who that is. */
export function describeChatInvite(write: Write): Described {
  const groups = listIn(write.fields, 'groups').map((name) => name.toLowerCase());
  const names = listIn(write.fields, 'usernames').join(',');
  if (!canBeRead(names) || !groups.every(canBeRead)) return unreadable('who is let in cannot be read');
  const people = peopleThread(names).slice('people:'.length);
  const where = `people:${[people, ...groups.map((name) => `group:${name}`)].filter((each) => each !== '').join(',')}`;
  const numbers = listIn(write.fields, 'user_ids').join(', ');
  return act({
    kind: 'invite',
    thread: threadOf(where, write),
    text: `chat ${write.parts[0]}: ${names} ${groups} ${numbers}`.trim(),
  });
}

/** What moves or is archived stands below "move" or "archive" (sources of 2026); beside it nothing is read. */
function insideOf(fields: ReadonlyMap<string, string>, name: string): ReadonlyMap<string, string> {
  const below = (each: string) => each.replace(/^\w+\[(\w+)\]/, '$1');
  return new Map(
    [...fields].filter(([each]) => each.startsWith(`${name}[`)).map(([each, value]) => [below(each), value]),
  );
}

/** `POST …/messages/moves` and `/archives`: what was said in one channel is read in another, or in a topic. */
export function describeChatMove(write: Write): Described {
  const { parts, path } = write;
  const archives = path.endsWith('archives');
  const name = archives ? 'archive' : 'move';
  const stranger = [...write.fields.keys()].find(
    (each) => each !== 'authenticity_token' && !each.startsWith(`${name}[`),
  );
  if (stranger !== undefined) return unreadable(`the field "${stranger}" is not known`);
  const fields = insideOf(write.fields, name);
  const channel = archives ? '' : (fields.get('destination_channel_id') ?? '');
  const topic = archives ? (fields.get('topic_id') ?? '') : '';
  const category = archives ? (fields.get('category_id') ?? '') : '';
  if (![channel, topic, category].every((id) => /^\d{0,15}$/.test(id)))
    return unreadable('where it goes is not a number');
  const title = fields.get('title') ?? '';
  if (topic !== '' && category + title !== '') return unreadable('a topic and a new one are named');
  const where = channel !== '' ? `chat:${channel}` : topic !== '' ? `topic:${Number(topic)}` : `new:${category}`;
  const ids = listIn(fields, 'message_ids');
  const what = archives ? 'all messages' : ids.map((id) => `message ${id}`).join(', ');
  const tags = listIn(fields, 'tags').join(',');
  const text = [`chat ${parts[0]} → ${where}`, title, tags === '' ? '' : `#${tags}`, what]
    .filter((part) => part !== '')
    .join('\n\n');
  return act({ kind: 'move', thread: threadOf(where, write), text, items: Math.max(1, ids.length) });
}
