/** Topics, posts and people on a NodeBB forum as its requests write them (4.9.2, measured; `src/api` of its sources). */
import { act, canBeRead, listIn, peopleThread, threadOf, unreadable, type Write } from '../forum-act.ts';
import type { Described } from '../site.ts';

/** Fields that change nothing that others read. */
const SILENT = ['uuid', 'topid', '_csrf', 'noscript'] as const;

/** The first field that is neither silent nor among the read ones; null when all are known. */
function strangerIn({ fields }: Write, ...read: readonly string[]): string | null {
  const known = new Set<string>([...SILENT, ...read]);
  const isList = (name: string) =>
    /^(?:tags|thumbs)\[\d{1,4}\](?:\[\w+\])?$/.test(name) && known.has(name.replace(/\[.*/, ''));
  return [...fields.keys()].find((name) => !known.has(name.toLowerCase()) && !isList(name)) ?? null;
}

/** The forum itself refuses a post without a text; nobody need be asked about one. */
const NOTHING_SAID: Described = { kind: 'unknown' };

/** `POST /api/v3/topics`. */
export function describeNewTopic(write: Write): Described {
  const { fields } = write;
  const stranger = strangerIn(write, 'cid', 'title', 'content', 'tags', 'thumb', 'thumbs', 'timestamp', 'handle');
  if (stranger !== null) return unreadable(`the field "${stranger}" is not known`);
  const content = fields.get('content') ?? '';
  const cid = fields.get('cid') ?? '';
  if (content.trim() === '') return NOTHING_SAID;
  // -1 is the world outside, where anybody reads.
  if (!/^(?:-1|\d{1,15})$/.test(cid)) return unreadable('the category is not a number');
  return act({ kind: 'post', thread: `new:${Number(cid)}`, text: textOf(write, content), ...filesOf(write) });
}

/** `POST /api/v3/topics/:tid`; the address decides, and a number in the body must be the same. */
export function describeReply(write: Write): Described {
  const { fields, parts } = write;
  const stranger = strangerIn(write, 'tid', 'content', 'handle');
  if (stranger !== null) return unreadable(`the field "${stranger}" is not known`);
  const content = fields.get('content') ?? '';
  if (content.trim() === '') return NOTHING_SAID;
  const tid = Number(parts[0]);
  if (fields.has('tid') && Number(fields.get('tid')) !== tid) return unreadable('two topics are named');
  return act({ kind: 'reply', thread: `topic:${tid}`, text: textOf(write, content) });
}

/** `POST /compose`, the document of old: a reply where it names a topic, else a new topic. */
export function describeCompose(write: Write): Described {
  const { fields } = write;
  const tid = fields.get('tid') ?? '';
  if (tid === '') return describeNewTopic(write);
  if (!/^\d{1,15}$/.test(tid)) return unreadable('the topic is not a number');
  // Beside a topic the forum reads nothing but the text.
  const rest = new Map([...fields].filter(([name]) => name !== 'cid' && name !== 'title'));
  return rest.size === fields.size
    ? describeReply({ ...write, parts: [tid] })
    : unreadable('a topic and a category are named');
}

/** `PUT /api/v3/posts/:pid`; of a first post title and tags as well. */
export function describeEdit(write: Write): Described {
  const { fields, parts } = write;
  const stranger = strangerIn(
    write,
    'content',
    'title',
    'tags',
    'thumb',
    'thumbs',
    'timestamp',
    'handle',
    'tid',
    'pid',
  );
  if (stranger !== null) return unreadable(`the field "${stranger}" is not known`);
  const pid = Number(parts[0]);
  if (fields.has('pid') && Number(fields.get('pid')) !== pid) return unreadable('two posts are named');
  const content = fields.get('content');
  if (content === undefined) return unreadable('there is no text');
  return act({ kind: 'edit', thread: `post:${pid}`, text: textOf(write, content), ...filesOf(write) });
}

/** What others read: title, tags, when it appears, under which guest's name, and the text. */
function textOf({ fields }: Write, content: string): string {
  const tags = listIn(fields, 'tags').join(',');
  const at = fields.get('timestamp') ?? '';
  const handle = fields.get('handle') ?? '';
  return [
    fields.get('title') ?? '',
    tags === '' ? '' : `#${tags}`,
    at === '' || at === '0' ? '' : `[at: ${at}]`,
    handle === '' ? '' : `[as: ${handle}]`,
    content,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Pictures of a topic are named by their place on the server, which says nothing of their content. */
function filesOf({ fields }: Write): { readonly attachments?: 'unknown' } {
  const has = [...fields].some(([name, value]) => /^thumbs?(?:\[|$)/.test(name) && value !== '');
  return has ? { attachments: 'unknown' } : {};
}

/** `PUT` and `PATCH /api/v3/topics/:tid/tags`. */
export function describeTags(write: Write): Described {
  const stranger = strangerIn(write, 'tags');
  if (stranger !== null) return unreadable(`the field "${stranger}" is not known`);
  const text = `#${listIn(write.fields, 'tags').join(',')}`;
  return act({ kind: 'edit', thread: threadOf(`topic:${Number(write.parts[0])}`, write), text });
}

/** `DELETE /api/v3/topics/:tid` and `/posts/:pid`, for good or not. */
export function describeDelete(write: Write): Described {
  const [what = '', id = ''] = write.parts;
  const name = `${what === 'topics' ? 'topic' : 'post'}`;
  return act({ kind: 'delete', thread: threadOf(`${name}:${Number(id)}`, write), text: `${name} ${Number(id)}` });
}

/** `PUT /api/v3/topics/:tid/move`, `/crossposts` and `PUT /api/v3/posts/:pid/move`: others will read it. */
export function describeMove(write: Write): Described {
  const { fields, parts } = write;
  const [what = '', id = ''] = parts;
  const stranger = strangerIn(write, 'cid', 'tid');
  if (stranger !== null) return unreadable(`the field "${stranger}" is not known`);
  const where = what === 'topics' ? `new:${fields.get('cid') ?? ''}` : `topic:${fields.get('tid') ?? ''}`;
  if (!/^(?:new:(?:-1|\d{1,15})|topic:\d{1,15})$/.test(where)) return unreadable('where it goes is not a number');
  const name = what === 'topics' ? 'topic' : 'post';
  return act({ kind: 'move', thread: threadOf(where, write), text: `${name} ${Number(id)} → ${where}` });
}

/** `POST /api/v3/flags`: its reason is read by the moderators. */
export function describeReport(write: Write): Described {
  const { fields } = write;
  const text = `${fields.get('type') ?? ''} ${fields.get('id') ?? ''}\n\n${fields.get('reason') ?? ''}`;
  return act({ kind: 'message', thread: threadOf('report', write), text });
}

/** `PUT /api/v3/users/:uid`: one's page; every field is signed. */
export function describeProfile(write: Write): Described {
  return act({ kind: 'profile', thread: threadOf('profile', write), text: linesOf(write) });
}

/** `POST /api/v3/users/:uid/invites`: addresses, and the groups that they will be in. */
export function describeInvite(write: Write): Described {
  const emails = listIn(write.fields, 'emails').join(',');
  if (!canBeRead(emails)) return unreadable('who is invited cannot be read');
  return act({ kind: 'invite', thread: threadOf(peopleThread(emails), write), text: linesOf(write) });
}

function linesOf({ fields }: Write): string {
  return [...fields].flatMap(([name, value]) => (name === '_csrf' ? [] : [`${name}: ${value}`])).join('\n');
}
