/**
 * NodeBB's requests (4.9.2, measured; its write API by its sources): which ones others will see, and what exactly they
 * say. Every field is either known here or makes the act unreadable. What no line knows is unreadable where posts,
 * topics and chats live, and unknown elsewhere: a person's own business, and refused to agents.
 *
 * Its web socket carries no post (the server rejects `posts.reply`, measured), but the draft's text for its preview and
 * whatever its plugins take: an agent's is refused, without a word since it is tried again and again.
 */
import { flatFields } from '../flat-fields.ts';
import { escapePath, placeOf, sendPathOf, unreadable, type Write } from '../forum-act.ts';
import type { Described, DescribedAct, Site, SiteRequest } from '../site.ts';
import { describeChat, describeChatDelete, describeChatInvite, describeChatRoom } from './chats.ts';
import {
  describeCompose,
  describeDelete,
  describeEdit,
  describeInvite,
  describeMove,
  describeNewTopic,
  describeProfile,
  describeReply,
  describeReport,
  describeTags,
} from './posts.ts';

/** What the forum needs to live, by path: read marks, "is typing", signing in and out. Drafts stay in the browser. RE2. */
export const HARMLESS_PATHS = [
  '/api/v3/topics/\\d+/read',
  '/api/v3/chats/\\d+/(typing|state)',
  '/login',
  '/logout',
] as const;

/** The socket, and the polls that take its place. */
export const LIVE_PATHS = ['/socket\\.io/?'] as const;

const HARMLESS = new RegExp(`^(${HARMLESS_PATHS.join('|')})$`);

interface Line {
  readonly methods: string;
  readonly path: RegExp;
  describe(write: Write): Described;
}

/** The first line that fits counts. */
const LINES: readonly Line[] = [
  { methods: 'POST', path: /^\/compose$/, describe: describeCompose },
  { methods: 'POST', path: /^\/api\/v3\/topics$/, describe: describeNewTopic },
  { methods: 'POST', path: /^\/api\/v3\/topics\/(\d{1,15})$/, describe: describeReply },
  { methods: 'PUT', path: /^\/api\/v3\/posts\/(\d{1,15})$/, describe: describeEdit },
  { methods: 'PUT PATCH', path: /^\/api\/v3\/topics\/(\d{1,15})\/tags$/, describe: describeTags },
  { methods: 'DELETE', path: /^\/api\/v3\/(topics|posts)\/(\d{1,15})(?:\/state)?$/, describe: describeDelete },
  { methods: 'PUT POST', path: /^\/api\/v3\/(topics|posts)\/(\d{1,15})\/(?:move|crossposts)$/, describe: describeMove },
  { methods: 'POST', path: /^\/api\/v3\/flags$/, describe: describeReport },
  { methods: 'PUT', path: /^\/api\/v3\/users\/(\d{1,15})$/, describe: describeProfile },
  { methods: 'POST', path: /^\/api\/v3\/users\/\d{1,15}\/invites$/, describe: describeInvite },
  { methods: 'POST', path: /^\/api\/v3\/chats\/(\d{1,15})$/, describe: describeChat },
  { methods: 'PUT', path: /^\/api\/v3\/chats\/(\d{1,15})\/(?:messages\/)?\d{1,15}$/, describe: describeChat },
  {
    methods: 'DELETE',
    path: /^\/api\/v3\/chats\/(\d{1,15})\/(?:messages\/)?(\d{1,15})$/,
    describe: describeChatDelete,
  },
  { methods: 'POST', path: /^\/api\/v3\/chats$/, describe: describeChatRoom },
  { methods: 'PUT', path: /^\/api\/v3\/chats\/(\d{1,15})$/, describe: describeChatRoom },
  { methods: 'POST PUT', path: /^\/api\/v3\/chats\/(\d{1,15})\/users$/, describe: describeChatInvite },
];

/** Marks, votes and states that have neither words nor new readers. */
const QUIET = [
  /^\/api\/v3\/topics\/\d+\/(?:state|pin|lock|follow|ignore|bump|read|events\/\d+|thumbs(?:\/order)?)$/,
  /^\/api\/v3\/posts\/\d+\/(?:state|vote|bookmark)$/,
  /^\/api\/v3\/chats\/\d+\/(?:watch|state|typing|owners\/\d+|users\/\d+)$/,
  /^\/api\/v3\/chats\/\d+\/messages\/\d+(?:\/pin)?$/,
  /^\/api\/v3\/chats\/(?:unread|sort)$/,
];

/** What a request to a NodeBB forum is. Reads (GET, HEAD) are never asked about here. */
export function describeRequest(request: SiteRequest): Described {
  const { method } = request;
  // Express takes any case and a slash at the end.
  const path = request.path.toLowerCase().replace(/(?<=.)\/$/, '');
  if (HARMLESS.test(path)) return { kind: 'not-an-act' };
  const line = LINES.find((each) => each.methods.split(' ').includes(method) && each.path.test(path));
  if (line === undefined) return describeOther(method, path);
  const body = flatFields(request.body);
  if (body.kind === 'unreadable') return unreadable(body.why);
  const parts = (line.path.exec(path) ?? []).slice(1).filter((part) => part !== undefined);
  return line.describe({ method, path, fields: body.fields, parts });
}

function describeOther(method: string, path: string): Described {
  if (method !== 'POST' && QUIET.some((each) => each.test(path))) return { kind: 'unknown' };
  return /^(?:\/[\w-]+)?\/(?:api\/(?:v\d+\/)?)?(?:compose|topics?|posts?|chats?|flags)(?:\/|$)/.test(path) &&
    !/\/upload$/.test(path)
    ? unreadable(`${method} ${path}`)
    : { kind: 'unknown' };
}

/** The one request that sends an act, for the narrow rule that lets a released one pass. */
export function sendPath(act: Pick<DescribedAct, 'kind' | 'thread'>): ReturnType<Site['sendPath']> {
  const named = sendPathOf(act.thread);
  if (named !== null) return { ...named, path: `${named.path}/?` };
  const [place = '', id = ''] = placeOf(act.thread).split(':');
  if (place === 'post')
    return { method: act.kind === 'delete' ? 'delete' : 'put', path: `/api/v3/posts/${escapePath(id)}/?` };
  if (place === 'chat') return { method: 'post', path: `/api/v3/chats/${escapePath(id)}/?` };
  // A document posts to "/compose" what a script posts to the API.
  return {
    method: 'post',
    path: place === 'topic' ? `(/compose|/api/v3/topics/${escapePath(id)})/?` : '(/compose|/api/v3/topics)/?',
  };
}

/** Where this act can be written again: a topic's page has a box for replies, a room one for messages. */
export function draftAddress({ thread }: Pick<DescribedAct, 'thread'>): string | null {
  const [place = '', id = ''] = thread.split(':');
  if (thread.includes('<')) return null;
  if (place === 'topic') return `/topic/${id}`;
  return place === 'chat' ? `/chats/${id}` : null;
}
