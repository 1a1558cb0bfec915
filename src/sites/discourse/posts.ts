/**
 * Posts on a Discourse forum as requests write them (sources of 2026, PostsController). Every field is either known here
 * or makes the act unreadable, so that nothing travels beside what a person approved; what changes who reads it or what
 * is read is never among the silent ones.
 */

import { canBeRead, listIn, peopleThread, threadOf, unreadable, type Write } from '../forum-act.ts';
import type { Described } from '../site.ts';
import { act, isOn, newTopicText, strangerIn, tagsIn } from './act.ts';

/** Fields of `POST /posts` that change nothing that others read, or only how it is counted and listed. */
const SILENT = [
  'draft_key',
  'typing_duration_msecs',
  'composer_open_duration_msecs',
  'composer_version',
  'locale',
  'nested_post',
  'no_bump',
  'auto_track',
  'reply_to_post_number',
  'image_sizes',
  'authenticity_token',
  'utf8',
] as const;

/** Fields that are read into the act. */
const READ = [
  'raw',
  'title',
  'topic_id',
  'category',
  'archetype',
  'target_recipients',
  'target_usernames',
  'tags',
  'featured_link',
  'unlist_topic',
  'is_warning',
  'whisper',
  'shared_draft',
] as const;

const CREATE = new Set<string>([...SILENT, ...READ]);

/** `POST /posts`: a reply, a new topic or message, a whisper, a shared draft. */
export function describeCreate({ fields: given, bare }: Write): Described {
  const fields = new Map([...given].filter(([name]) => !name.startsWith('image_sizes[')));
  const stranger = strangerIn(fields, CREATE);
  if (stranger !== null) return unreadable(`the field "${stranger}" is not known`);
  // The server compares them with the text "true": JSON's own true is none to it, and the whisper would be public.
  const unclear = ['whisper', 'shared_draft', 'is_warning', 'unlist_topic'].find(
    (name) => isOn(fields, name) === 'unclear' || (isOn(fields, name) === true && bare?.has(name)),
  );
  if (unclear !== undefined) return unreadable(`the field "${unclear}" is neither true nor false`);
  const raw = fields.get('raw') ?? '';
  if (raw === '') return unreadable('there is no text');
  const topic = fields.get('topic_id') ?? '';
  return topic === '' ? describeNew(fields, raw) : describeReply(fields, topic, raw);
}

function describeReply(fields: ReadonlyMap<string, string>, topic: string, raw: string): Described {
  if (!/^\d{1,15}$/.test(topic)) return unreadable('the topic is not a number');
  // A draft that is shared is a topic; what a server makes of both, nobody has said.
  if (isOn(fields, 'shared_draft') === true) return unreadable('a shared draft has no topic yet');
  const thread = `topic:${Number(topic)}`;
  // Only some of those who read the topic read whispers in it, and the forum does not say who.
  const where = isOn(fields, 'whisper') === true ? `whispers<${thread}` : thread;
  return act({ kind: 'reply', thread: where, text: raw });
}

function describeNew(fields: ReadonlyMap<string, string>, raw: string): Described {
  const archetype = fields.get('archetype') ?? '';
  const message = archetype === 'private_message';
  if (!message && archetype !== '' && archetype !== 'regular') return unreadable(`it is to become a ${archetype}`);
  if (isOn(fields, 'whisper') === true) return unreadable('a whisper that starts a topic');
  const shared = isOn(fields, 'shared_draft') === true;
  if (shared && message) return unreadable('a shared draft to people');
  const text = newTopicText(fields.get('title') ?? '', raw, tagsIn(fields), marksOf(fields));
  if (message) return describeMessage(fields, text);
  const category = fields.get('category') ?? '';
  if (!/^\d{0,15}$/.test(category)) return unreadable('the category is not a number');
  const thread = `new:${category}`;
  return act({ kind: 'post', thread: shared ? `shared-drafts<${thread}` : thread, text });
}

function describeMessage(fields: ReadonlyMap<string, string>, text: string): Described {
  const recipients = fields.get('target_recipients') ?? '';
  const usernames = fields.get('target_usernames') ?? '';
  if (recipients !== '' && usernames !== '') return unreadable('its recipients stand there twice');
  const names = recipients || usernames;
  if (!canBeRead(names)) return unreadable('a recipient cannot be read');
  return act({ kind: 'message', thread: peopleThread(names), text });
}

/** What a reader sees beside title and text. */
function marksOf(fields: ReadonlyMap<string, string>): readonly string[] {
  const link = fields.get('featured_link') ?? '';
  return [
    ...(isOn(fields, 'is_warning') === true ? ['[official warning]'] : []),
    ...(isOn(fields, 'unlist_topic') === true ? ['[not listed]'] : []),
    ...(link === '' ? [] : [`[link: ${link}]`]),
  ];
}

/** Fields of `PUT /posts/:id`, with or without "post[…]" around them. */
const EDIT_SILENT = [
  'raw_old',
  'original_text',
  'cooked',
  'topic_id',
  'locale',
  'reply_to_post_number',
  'bypass_bump',
  'image_sizes',
  'authenticity_token',
] as const;
const EDIT = new Set<string>([...EDIT_SILENT, 'raw', 'edit_reason', 'title', 'category_id']);

/** `PUT /posts/:id`: another text, of a first post another title and category too. */
export function describeEdit(write: Write): Described {
  const known = new Map<string, string>();
  for (const [name, value] of write.fields) {
    if (name.startsWith('image_sizes[')) continue;
    const plain = /^post\[(\w+)\]$/.exec(name)?.[1] ?? name;
    if (known.has(plain)) return unreadable(`the field "${plain}" stands there more than once`);
    known.set(plain, value);
  }
  const stranger = strangerIn(known, EDIT);
  if (stranger !== null) return unreadable(`the field "${stranger}" is not known`);
  const raw = known.get('raw');
  if (raw === undefined) return unreadable('there is no text');
  const thread = `post:${Number(write.parts[0])}`;
  const reason = known.get('edit_reason') ?? '';
  // Whoever may see the history of a post reads why it was changed.
  const text = newTopicText(known.get('title') ?? '', raw, '', reason === '' ? [] : [`[reason: ${reason}]`]);
  const category = known.get('category_id');
  if (category === undefined) return act({ kind: 'edit', thread, text });
  if (!/^\d{0,15}$/.test(category)) return unreadable('the category is not a number');
  return act({ kind: 'move', thread: threadOf(`new:${category}`, write), text: `→ category ${category}\n\n${text}` });
}

/** `DELETE /posts/:id` and `/posts/destroy_many`. */
export function describeDelete(write: Write): Described {
  const [id] = write.parts;
  if (id !== undefined) return act({ kind: 'delete', thread: `post:${Number(id)}`, text: `post ${Number(id)}` });
  const posts = [...listIn(write.fields, 'post_ids'), ...listIn(write.fields, 'reply_post_ids')];
  if (posts.length === 0 || posts.some((each) => !/^\d{1,15}$/.test(each)))
    return unreadable('which posts cannot be read');
  return act({
    kind: 'delete',
    thread: threadOf('posts', write),
    text: posts.map((each) => `post ${Number(each)}`).join('\n'),
    items: posts.length,
  });
}

/** `PUT /posts/:id/notice`: a note of the staff that stands above the post. */
export function describeNotice(write: Write): Described {
  return act({
    kind: 'edit',
    thread: threadOf(`post:${Number(write.parts[0])}`, write),
    text: write.fields.get('notice') ?? '',
  });
}
