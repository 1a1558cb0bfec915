/** Descriptions of sites with one wrong value each, and all that is said about it. */
import { WIKI_DESCRIPTION, WIKI_SITE } from '../../workspace/wiki/policy.ts';
import type { Wrong } from './wrong-values.ts';

const { readers: _readers, areas: _areas, ...WIKI } = WIKI_SITE;
const site = (change: object): object => ({ policyVersion: 1, sites: [{ ...WIKI, ...change }] });
const described = (change: object) => site({ description: { ...WIKI_DESCRIPTION, ...change } });
const POST = { method: 'POST', address: '/t/{thread}', act: 'reply', text: ['raw'] };
const request = (change: object) => described({ requests: [{ ...POST, ...change }] });
const facts = (change: object) => ({ ...site({}), siteFacts: [{ site: 'wiki', ...change }] });
const AT = 'sites[0].description';
const FIRST = `${AT}.requests[0]`;
const ADDRESS = 'must be a path like "/wiki/{thread*}", without spaces and "#"';
const FIELD = 'must be the name of a form’s field, or a path into JSON like "$.message.text" or "$.blocks[*].text"';

export const WRONG_DESCRIPTIONS: readonly Wrong[] = [
  [
    'a generic site without a description',
    site({ description: undefined }),
    [[`${AT}`, 'must be there: kind "generic" is read by it alone']],
  ],
  [
    'a description of a built-in kind',
    site({ kind: 'discourse' }),
    [[`${AT}`, 'is for kind "generic"; what mends kind "discourse" stands in "siteFacts"']],
  ],
  ['a description without requests', described({ requests: undefined }), [[`${AT}.requests`, 'is missing']]],
  [
    'a description of no requests',
    described({ requests: [] }),
    [[`${AT}.requests`, 'is an empty list: leave the key out, or name at least one']],
  ],
  ['a description without threads', described({ threads: undefined }), [[`${AT}.threads`, 'is missing']]],
  [
    'a mistyped selector',
    described({ page: { documnts: 'p' } }),
    [[`${AT}.page.documnts`, 'is not a key here; "documents" is']],
  ],
  [
    'a mistyped key of an editor',
    described({ composers: [{ root: 'f', editor: 't', sent: 'b' }] }),
    [
      [`${AT}.composers[0].send`, 'is missing'],
      [`${AT}.composers[0].sent`, 'is not a key here; "send" is'],
    ],
  ],
  [
    'a thread’s address that names none',
    described({ threads: ['/t/{any}'] }),
    [[`${AT}.threads[0]`, 'names no {thread}, so nobody could tell which one it shows']],
  ],
  [
    'a thread’s address with another variable',
    described({ threads: ['/t/{page}'] }),
    [[`${AT}.threads[0]`, 'names {page}, which nothing knows; there are {thread} and {any}']],
  ],
  [
    'an editor’s address that is none',
    described({ composers: [{ root: 'f', editor: 't', send: 'b', at: 'edit' }] }),
    [[`${AT}.composers[0].at`, ADDRESS]],
  ],
  ['a whole address', request({ address: 'https://wiki.corp.example/t/{thread}' }), [[`${FIRST}.address`, ADDRESS]]],
  [
    'a request without text',
    request({ text: undefined }),
    [[`${FIRST}.text`, 'names no text: without it nobody could see what is sent']],
  ],
  [
    'a request without a thread',
    request({ address: '/posts' }),
    [
      [
        `${FIRST}.thread`,
        'takes {thread} from the address, which does not name it: put it there, or name a field in braces',
      ],
    ],
  ],
  [
    'a thread from what does not matter',
    request({ thread: '{any}' }),
    [[`${FIRST}.thread`, 'takes {any}, which stands for what does not matter: use {thread}']],
  ],
  [
    'a thread with half a brace',
    request({ thread: 'topic:{topic_id' }),
    [[`${FIRST}.thread`, 'has braces that nobody can read']],
  ],
  [
    'a field that is read and ignored',
    request({ ignored: ['token', 'raw'] }),
    [[`${FIRST}.ignored[1]`, '"raw" is read already: it cannot be ignored too']],
  ],
  [
    'recipients in no field',
    request({ act: 'send', recipients: {} }),
    [[`${FIRST}.recipients`, 'names no field: leave the key out, or name one']],
  ],
  ['a path into JSON with a number', request({ text: ['$.blocks[0].text'] }), [[`${FIRST}.text[0]`, FIELD]]],
  [
    'an act that is none of ours',
    request({ act: 'publish' }),
    [
      [
        `${FIRST}.act`,
        'must be one of "post", "reply", "message", "edit", "send", "archive", "trash", "label", "spam", "delete", "move", "invite", "share", "delegate", "forwarding", "filter", "auto-reply", "signature", "profile", "export", "import", "none", but is "publish"',
      ],
    ],
  ],
  [
    'nothing for everything',
    request({ act: 'none', address: '/{any*}', text: undefined }),
    [[`${FIRST}.act`, 'must not be "none" for every address: nothing would be held']],
  ],
  [
    'an area with a star in the middle',
    { ...site({ areas: [{ area: 'Board*papers' }] }) },
    [['sites[0].areas[0].area', 'must be a thread’s name, or a beginning with "*" at its end']],
  ],
  [
    'facts of a site that is not there',
    { ...site({}), siteFacts: [{ site: 'wikis' }] },
    [['siteFacts[0].site', 'names the site "wikis", which this policy does not define; it defines "wiki"']],
  ],
  [
    'facts of one site twice',
    { ...site({}), siteFacts: [{ site: 'wiki' }, { site: 'wiki' }] },
    [['siteFacts[1].site', '"wiki" is the site of siteFacts[0] already']],
  ],
  ['a mistyped key of facts', facts({ request: [] }), [['siteFacts[0].request', 'is not a key here; "requests" is']]],
  ['facts with an address that is none', facts({ threads: ['wiki'] }), [['siteFacts[0].threads[0]', ADDRESS]]],
];
