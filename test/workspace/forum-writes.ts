/** What a write changes in the forum, and the answer to it. Nothing is checked: neither rights, nor tokens, nor type. */
import { type ForumData, findPost, type Post, recipients, type Topic } from './forum-data.ts';
import { postJson } from './forum-json.ts';
import type { Arrival } from './forum-record.ts';
import { type Answer, json, notFound, type Request } from './forum-request.ts';
import { signInByForm, signOut } from './forum-session.ts';

export function answerWrite(data: ForumData, asked: Request, arrival: Arrival): Answer {
  switch (arrival.kind) {
    case 'draft':
      return keepDraft(data, asked);
    case 'quiet':
      if (/^\/session(\.json)?$/.test(asked.path) && asked.method === 'POST') return signInByForm(asked);
      return /^\/session\//.test(asked.path) ? signOut() : json({ success: 'OK' });
    case 'edit':
      return edit(data, asked, arrival);
    case 'unknown':
      return asked.path.startsWith('/posts')
        ? json({ action: 'create_post', errors: ['Body can’t be blank'] }, 422)
        : notFound();
    default:
      return publish(data, asked, arrival);
  }
}

/** The topic that a write concerns, for the record: edits name only the post. */
export function topicOfWrite(data: ForumData, path: string): number | null {
  const post = /^\/posts\/(\d+)/.exec(path)?.[1];
  if (post !== undefined) return findPost(data, Number(post))?.topic.id ?? null;
  const topic = /^\/t\/(?:[^/]+\/)?(\d+)/.exec(path)?.[1];
  return topic === undefined ? null : Number(topic);
}

function keepDraft(data: ForumData, { method, path, fields, user }: Request): Answer {
  const key = /^\/drafts\/(\w+)/.exec(path)?.[1] ?? fields.get('draft_key') ?? '';
  const name = `${user?.username ?? ''} ${key}`;
  const sequence = data.drafts.get(name)?.sequence ?? 0;
  if (method === 'DELETE') data.drafts.delete(name);
  else data.drafts.set(name, { data: fields.get('data') ?? '', sequence });
  return json({ success: 'OK', draft_sequence: sequence });
}

function edit(data: ForumData, { path, fields, user }: Request, arrival: Arrival): Answer {
  const topic = data.topics.get(arrival.topicId ?? -1);
  if (topic === undefined) return notFound();
  const id = /^\/posts\/(\d+)/.exec(path)?.[1];
  if (id === undefined) {
    data.topics.set(topic.id, { ...topic, title: fields.get('title') ?? topic.title });
    return json({ basic_topic: { id: topic.id, title: fields.get('title'), slug: topic.slug } });
  }
  const posts = topic.posts.map((post) =>
    post.id === Number(id) ? { ...post, raw: arrival.raw ?? post.raw, edited: true } : post,
  );
  const into = { ...topic, posts };
  data.topics.set(topic.id, into);
  const changed = posts.find((post) => post.id === Number(id));
  return changed ? json({ post: postJson(into, changed, user) }) : notFound();
}

function publish(data: ForumData, { fields, user }: Request, arrival: Arrival): Answer {
  const username = user?.username ?? 'anonymous';
  const post: Post = {
    id: data.nextId++,
    username,
    raw: arrival.raw ?? '',
    createdAt: new Date().toISOString(),
    likes: 0,
    replyTo: Number(fields.get('reply_to_post_number')) || null,
    edited: false,
  };
  const topic = data.topics.get(arrival.topicId ?? -1);
  const into =
    topic === undefined ? newTopic(data, fields, username, post) : { ...topic, posts: [...topic.posts, post] };
  data.topics.set(into.id, into);
  for (const key of [`topic_${into.id}`, fields.get('draft_key') ?? '']) data.drafts.delete(`${username} ${key}`);
  return json({ action: 'create_post', post: postJson(into, post, user), success: true });
}

function newTopic(data: ForumData, fields: ReadonlyMap<string, string>, author: string, post: Post): Topic {
  const message = fields.get('archetype') === 'private_message';
  const title = fields.get('title') ?? 'Untitled';
  const to = recipients(fields.get('target_recipients') ?? fields.get('target_usernames') ?? '');
  const tags = (fields.get('tags') ?? fields.get('tags[]') ?? '').split(',').filter((tag) => tag !== '');
  return {
    id: data.nextId++,
    title,
    slug:
      title
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '')
        .slice(0, 60) || 'topic',
    categoryId: message ? null : Number(fields.get('category')) || 5,
    tags,
    people: message ? [...new Set([author, ...to.people])] : [],
    groups: message ? to.groups : [],
    views: 1,
    posts: [post],
  };
}
