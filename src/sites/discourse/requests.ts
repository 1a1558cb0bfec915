/**
 * Discourse's requests (2026 sources): which ones others will see, and what exactly they say. Every field is either
 * known here or makes the act unreadable, so that nothing travels beside what a person approved.
 */
import type { Described, DescribedAct, SiteRequest } from '../site.ts';

/** Fields of `POST /posts` that change nothing that others see, or only how it is counted. */
const SILENT_FIELDS = new Set([
  'draft_key',
  'typing_duration_msecs',
  'composer_open_duration_msecs',
  'composer_version',
  'locale',
  'nested_post',
  'no_bump',
  'reply_to_post_number',
  'unlist_topic',
  'is_warning',
  'shared_draft',
  'featured_link',
  'image_sizes',
  'authenticity_token',
  'utf8',
]);

/** Fields that are read into the act. */
const READ_FIELDS = new Set([
  'raw',
  'title',
  'topic_id',
  'category',
  'archetype',
  'target_recipients',
  'target_usernames',
  'tags',
  'tags[]',
]);

/** What the forum needs to live, by path; the method does not matter. Drafts are seen by their author alone. */
export const HARMLESS_PATHS = [
  '/message-bus/[A-Za-z0-9_-]+/poll(\\.json)?',
  '/topics/timings(\\.json)?',
  '/drafts(\\.json|/[A-Za-z0-9_]+(\\.json)?)?',
  '/presence/(update|get)(\\.json)?',
  '/session(\\.json|/[A-Za-z0-9_.-]+(\\.json)?)?',
  '/clicks/track(\\.json)?',
  '/notifications/mark-read(\\.json)?',
  '/srv/pv',
  '/logs/report_js_error',
] as const;

const HARMLESS = new RegExp(`^(${HARMLESS_PATHS.join('|')})$`);

/** What a request to a Discourse forum is. Reads (GET, HEAD) are never asked about here. */
export function describeRequest(request: SiteRequest): Described {
  const { method, body } = request;
  // Rails takes "//posts/" for "/posts".
  const path = request.path.replace(/\/{2,}/g, '/').replace(/(?<=.)\/$/, '');
  if (HARMLESS.test(path)) return { kind: 'not-an-act' };
  const creates = method === 'POST' && /^\/posts(\.json)?$/.test(path);
  const edited = /^\/posts\/(\d+)(\.json)?$/.exec(path);
  if (!creates && !(edited && (method === 'PUT' || method === 'PATCH'))) {
    return /^\/(posts|compose|t|chat)(\/|\.|$)/.test(path)
      ? { kind: 'unreadable-act', why: `${method} ${path}` }
      : { kind: 'unknown' };
  }
  if (body.kind === 'unreadable') return { kind: 'unreadable-act', why: body.why };
  if (body.kind === 'json') return { kind: 'unreadable-act', why: 'its fields are nested' };
  return edited ? describeEdit(edited[1] ?? '', body.fields) : describeCreate(body.fields);
}

function describeCreate(fields: ReadonlyMap<string, string>): Described {
  const stranger = [...fields.keys()].find(
    (name) => !SILENT_FIELDS.has(name) && !READ_FIELDS.has(name) && !name.startsWith('image_sizes['),
  );
  if (stranger !== undefined) return { kind: 'unreadable-act', why: `the field "${stranger}" is not known` };
  const raw = fields.get('raw');
  if (raw === undefined || raw === '') return { kind: 'unreadable-act', why: 'there is no text' };
  const topic = fields.get('topic_id') ?? '';
  const attachments: readonly string[] = [];
  if (topic !== '') {
    if (!/^\d{1,15}$/.test(topic)) return { kind: 'unreadable-act', why: 'the topic is not a number' };
    return act({ kind: 'reply', thread: `topic:${Number(topic)}`, text: raw, attachments });
  }
  const text = newTopicText(fields.get('title') ?? '', raw, fields.get('tags') ?? fields.get('tags[]') ?? '');
  if (fields.get('archetype') === 'private_message') {
    const names = fields.get('target_recipients') ?? fields.get('target_usernames') ?? '';
    return act({ kind: 'message', thread: peopleThread(names), text, attachments });
  }
  return act({ kind: 'post', thread: `new:${fields.get('category') ?? ''}`, text, attachments });
}

function describeEdit(post: string, fields: ReadonlyMap<string, string>): Described {
  const known = new Map(
    [...fields].map(([name, value]) => [/^post\[(\w+)\]$/.exec(name)?.[1] ?? name, value] as const),
  );
  const text = known.get('raw');
  const stranger = [...known.keys()].find(
    (name) => !['raw', 'edit_reason', 'raw_old', 'cooked', 'topic_id', 'original_text', 'locale'].includes(name),
  );
  if (stranger !== undefined) return { kind: 'unreadable-act', why: `the field "${stranger}" is not known` };
  if (known.size !== fields.size || text === undefined) return { kind: 'unreadable-act', why: 'there is no text' };
  return act({ kind: 'edit', thread: `post:${Number(post)}`, text, attachments: [] });
}

/** One canonical name for a set of recipients: lower case, sorted, each once. */
export function peopleThread(names: string): string {
  const people = names.split(',').map((name) => name.trim().toLowerCase());
  return `people:${[...new Set(people.filter((name) => name !== ''))].sort().join(',')}`;
}

/** What others will read of a new topic or message: title, tags, text. */
export function newTopicText(title: string, raw: string, tags: string): string {
  return [title, tags === '' ? '' : `#${tags}`, raw].filter((part) => part !== '').join('\n\n');
}

/** The one request that sends an act, for the narrow rule that lets a released one pass. */
export function sendPath(act: Pick<DescribedAct, 'kind' | 'thread'>): {
  readonly method: 'post' | 'put';
  readonly path: string;
} {
  const post = /^post:(\d+)$/.exec(act.thread)?.[1];
  return act.kind === 'edit' && post !== undefined
    ? { method: 'put', path: `/posts/${post}(\\.json)?` }
    : { method: 'post', path: '/posts(\\.json)?' };
}

function act(described: Pick<DescribedAct, 'kind' | 'thread' | 'text' | 'attachments'>): Described {
  return { kind: 'acts', acts: [forumAct(described)] };
}

/** In a forum the place alone decides who reads, quotations are the author's own, and messages have no name yet. */
export function forumAct(described: Pick<DescribedAct, 'kind' | 'thread' | 'text' | 'attachments'>): DescribedAct {
  return { ...described, quoted: '', recipients: null, messageId: null, items: 1 };
}

/** Where this act can be written again; the forum keeps its own draft of a reply. */
export function draftAddress(act: Pick<DescribedAct, 'kind' | 'thread' | 'text'>): string | null {
  const [place, id = ''] = act.thread.split(':');
  if (place === 'topic') return `/t/${id}`;
  if (place === 'post') return `/p/${id}`;
  const [title = '', ...rest] = act.text.split('\n\n');
  const body = rest.join('\n\n');
  const known = place === 'people' ? { username: id } : place === 'new' ? { category_id: id } : null;
  if (known === null) return null;
  const path = place === 'people' ? '/new-message' : '/new-topic';
  const query = { ...known, title, ...(body.length < LONGEST_BODY_IN_ADDRESS ? { body } : {}) };
  return `${path}?${new URLSearchParams(query)}`;
}

/** Servers refuse addresses beyond some 8 kB; a longer text is filled in after the page has opened. */
const LONGEST_BODY_IN_ADDRESS = 4_000;
