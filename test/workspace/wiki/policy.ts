/** What an administrator writes so that MediaWiki is guarded: a site as data, and nothing else. Seen in 1.39 (Debian 12). */

const EDIT = '/index.php?title={thread}&action=submit';

/** Fields of the edit form that change neither what is read nor by whom. */
const IGNORED = [
  ...['wpSave', 'wpUnicodeCheck', 'wpAntispam', 'wpSection', 'wpStarttime', 'wpEdittime', 'editRevId', 'wpScrolltop'],
  ...['wpAutoSummary', 'oldid', 'parentRevId', 'format', 'model', 'wpEditToken', 'mode', 'wpUltimateParam'],
  ...['wpMinoredit', 'wpWatchthis', 'wpWatchlistExpiry', 'wpIgnoreBlankSummary', 'undidRevision', 'section', 'redlink'],
];

export const WIKI_DESCRIPTION = {
  threads: ['/index.php/{thread*}', '/index.php?title={thread}'],
  page: { title: '#firstHeading', documents: '#mw-content-text .mw-parser-output', labels: '#mw-normal-catlinks li' },
  composers: [
    {
      root: '#editform',
      editor: '#wpTextbox1',
      send: '#wpSave',
      act: 'edit',
      at: '/index.php?title={thread}&action=edit',
    },
  ],
  requests: [
    { method: 'POST', address: EDIT, when: ['wpPreview'], act: 'none' },
    { method: 'POST', address: EDIT, when: ['wpDiff'], act: 'none' },
    { method: 'POST', address: EDIT, act: 'edit', text: ['wpSummary', 'wpTextbox1'], ignored: IGNORED },
    { method: 'POST', address: '/index.php?title=Special:UserLogin', act: 'none' },
    // While somebody writes, the page has the wiki parse the text beforehand; nobody else sees that.
    { method: 'POST', address: '/api.php', when: ['action=stashedit'], act: 'none' },
  ],
} as const;

/** The wiki as a site of the company's policy. */
export const WIKI_SITE = {
  id: 'wiki',
  name: 'Corp Wiki',
  kind: 'generic',
  match: ['https://wiki.corp.example/*'],
  mandate: 'ask',
  userDomain: 'corp.example',
  readers: ['employees'],
  areas: [{ area: 'Board papers*', name: 'Board papers', readers: ['sev-team'], label: 'restricted' }],
  description: WIKI_DESCRIPTION,
} as const;
