/**
 * Discourse's requests (sources of 2026, `config/routes.rb`): which ones others will see, and what exactly they say.
 * What no line here knows is unreadable where posts, topics and chat live, and unknown elsewhere: a person's own
 * business, and refused to agents.
 */
import { flatFields } from '../flat-fields.ts';
import { escapePath, placeOf, sendPathOf, unreadable, type Write } from '../forum-act.ts';
import type { Described, DescribedAct, Site, SiteRequest } from '../site.ts';
import {
  describeChatDelete,
  describeChatFlag,
  describeChatInvite,
  describeChatMessage,
  describeChatMove,
  HARMLESS_CHAT_PATHS,
  QUIET_CHAT_PATHS,
} from './chat.ts';
import {
  describeInvite,
  describeMembers,
  describePostAction,
  describeProfile,
  describeStatusText,
  describeTopicInvite,
} from './people.ts';
import { describeCreate, describeDelete, describeEdit, describeNotice } from './posts.ts';
import {
  describeBulk,
  describeMoveOfPosts,
  describeNewOwner,
  describePublication,
  describeStatus,
  describeTopicDelete,
  describeTopicEdit,
  QUIET_TOPIC_PATHS,
} from './topics.ts';

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
  ...HARMLESS_CHAT_PATHS,
] as const;

const HARMLESS = new RegExp(`^(${HARMLESS_PATHS.join('|')})$`);

interface Line {
  readonly methods: string;
  readonly path: RegExp;
  describe(write: Write): Described;
}

/** By path without ".json"; the first line that fits counts. Rails takes a POST for a PUT where a header says so. */
const LINES: readonly Line[] = [
  { methods: 'POST', path: /^\/posts$/, describe: describeCreate },
  { methods: 'PUT PATCH', path: /^\/posts\/(\d{1,15})$/, describe: describeEdit },
  { methods: 'DELETE', path: /^\/posts\/(?:(\d{1,15})|destroy_many)$/, describe: describeDelete },
  { methods: 'PUT', path: /^\/posts\/(\d{1,15})\/notice$/, describe: describeNotice },
  { methods: 'PUT', path: /^\/t\/(\d{1,15})(?:\/tags)?$/, describe: describeTopicEdit },
  { methods: 'DELETE', path: /^\/t\/(\d{1,15})$/, describe: describeTopicDelete },
  { methods: 'PUT', path: /^\/t\/(\d{1,15})\/status$/, describe: describeStatus },
  { methods: 'POST', path: /^\/t\/(\d{1,15})\/(?:move-posts|merge-topic)$/, describe: describeMoveOfPosts },
  {
    methods: 'PUT',
    path: /^\/t\/(\d{1,15})\/(?:convert-topic\/(?:public|private)|publish)$/,
    describe: describePublication,
  },
  { methods: 'POST', path: /^\/t\/(\d{1,15})\/timer$/, describe: describePublication },
  { methods: 'POST', path: /^\/t\/(\d{1,15})\/change-owner$/, describe: describeNewOwner },
  { methods: 'POST', path: /^\/t\/(\d{1,15})\/invite(?:-group)?$/, describe: describeTopicInvite },
  { methods: 'PUT', path: /^\/topics\/bulk$/, describe: describeBulk },
  {
    methods: 'POST PUT',
    path: /^\/invites(?:\/(?:\d{1,15}|link|create-multiple|reinvite|reinvite-all))?$/,
    describe: describeInvite,
  },
  { methods: 'PUT', path: /^\/(?:admin\/)?(?:groups|g)\/([\w.-]{1,100})\/members$/, describe: describeMembers },
  { methods: 'POST', path: /^\/post_actions$/, describe: describePostAction },
  { methods: 'PUT POST', path: /^\/(?:u|users)\/([\w.%-]{1,100})$/, describe: describeProfile },
  {
    methods: 'PUT',
    path: /^\/(?:u|users)\/[\w.%-]{1,100}\/preferences\/(?:username|badge_title)$/,
    describe: describeStatusText,
  },
  { methods: 'PUT DELETE', path: /^\/user-status$/, describe: describeStatusText },
  { methods: 'POST', path: /^\/chat\/([\w-]{1,100})$/, describe: describeChatMessage },
  { methods: 'PUT', path: /^\/chat\/([\w-]{1,100})\/edit\/\d{1,15}$/, describe: describeChatMessage },
  { methods: 'PUT', path: /^\/chat\/api\/channels\/(\d{1,15})\/messages\/\d{1,15}$/, describe: describeChatMessage },
  {
    methods: 'DELETE',
    path: /^\/chat\/api\/channels\/(\d{1,15})\/messages(?:\/(\d{1,15}))?$/,
    describe: describeChatDelete,
  },
  {
    methods: 'POST',
    path: /^\/chat\/api\/channels\/(\d{1,15})\/(?:messages\/moves|archives)$/,
    describe: describeChatMove,
  },
  {
    methods: 'POST',
    path: /^\/chat\/api\/channels\/(\d{1,15})\/(?:invites|memberships)$/,
    describe: describeChatInvite,
  },
  { methods: 'POST', path: /^\/chat\/api\/channels\/\d{1,15}\/messages\/\d{1,15}\/flags$/, describe: describeChatFlag },
];

const QUIET = [...QUIET_TOPIC_PATHS, ...QUIET_CHAT_PATHS];

/** What a request to a Discourse forum is. Reads (GET, HEAD) are never asked about here. */
export function describeRequest(request: SiteRequest): Described {
  const { method } = request;
  // Rails takes "//posts/" for "/posts".
  const whole = request.path.replace(/\/{2,}/g, '/').replace(/(?<=.)\/$/, '');
  if (HARMLESS.test(whole)) return { kind: 'not-an-act' };
  // A topic's address may name it in words too; only its number counts.
  const path = whole.replace(/\.json$/, '').replace(/^\/t\/[^/]+\/(\d{1,15})(?=\/|$)/, '/t/$1');
  const line = LINES.find((each) => each.methods.split(' ').includes(method) && each.path.test(path));
  if (line === undefined) return describeOther(method, path);
  const body = flatFields(request.body);
  if (body.kind === 'unreadable') return unreadable(body.why);
  if (body.fields.has('_method')) return unreadable('it asks to be taken for another kind of request');
  const parts = (line.path.exec(path) ?? []).slice(1).filter((part) => part !== undefined);
  return line.describe({ method, path, fields: body.fields, bare: body.bare, parts });
}

function describeOther(method: string, path: string): Described {
  if (QUIET.some((each) => each.test(path))) return { kind: 'unknown' };
  return /^\/(posts|compose|t|chat)(\/|\.|$)/.test(path) || /^\/invites\/upload_csv$/.test(path)
    ? unreadable(`${method} ${path}`)
    : { kind: 'unknown' };
}

/** The one request that sends an act, for the narrow rule that lets a released one pass. */
export function sendPath(act: Pick<DescribedAct, 'kind' | 'thread'>): ReturnType<Site['sendPath']> {
  const named = sendPathOf(act.thread);
  if (named !== null) return { ...named, path: `${named.path.replace(/^\/t\//, '/t/([^/?]+/)?')}(\\.json)?` };
  const [place = '', id = ''] = placeOf(act.thread).split(':');
  if (place === 'post')
    return { method: act.kind === 'delete' ? 'delete' : 'put', path: `/posts/${escapePath(id)}(\\.json)?` };
  if (place === 'chat') return { method: 'post', path: `/chat/${escapePath(id)}(\\.json)?` };
  return { method: 'post', path: '/posts(\\.json)?' };
}

/** Where this act can be written again; the forum keeps its own draft of a reply. */
export function draftAddress(act: Pick<DescribedAct, 'kind' | 'thread' | 'text'>): string | null {
  const [place = '', id = ''] = act.thread.split(':');
  if (act.thread.includes('<')) return null;
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
