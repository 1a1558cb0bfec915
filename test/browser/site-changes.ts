/**
 * Thirty ways in which a site may change overnight. None may make the guard blind in silence: what was read is still
 * known, or the change is reported; and whatever it is, nothing of an agent's gets through.
 */
import type { Disguise } from '../workspace/disguise.ts';

export interface SiteChange {
  readonly name: string;
  readonly site: 'forum' | 'mail';
  /** How the agent works after the change: by a request of its own, or in the site's composer. */
  readonly by: 'request' | 'composer';
  readonly disguise: Disguise;
}

export const SITE_CHANGES: readonly SiteChange[] = [
  ...pages('forum', 'request', {
    'posts are called otherwise': [['topic-post', 't9a1']],
    'texts are called otherwise': [
      ['.cooked', '.x7text'],
      ['"cooked"', '"x7text"'],
      ['post.cooked', 'post.x7text'],
    ],
    'posts and texts are called otherwise': [
      ['topic-post', 't9a1'],
      ['cooked', 'x7text'],
    ],
    'titles are called otherwise': [
      ['topic-title', 'ttl'],
      ['fancy-title', 'ttl-link'],
    ],
    'tags are called otherwise': [['discourse-tag', 'chip']],
    'authors are called otherwise': [['data-user-card', 'data-person']],
    'the topic’s frame is another': [
      ['title-wrapper', 'tw1'],
      ['topic-area', 'ta1'],
      ['post-stream', 'ps1'],
    ],
  }),
  ...pages('forum', 'composer', {
    'the composer is called otherwise': [
      ['reply-control', 'writer'],
      ['reply-area', 'writer-area'],
    ],
    'the editor is called otherwise': [['d-editor-input', 'editor-box']],
    'the buttons are called otherwise': [['save-or-cancel', 'foot-actions']],
    'the topic that is answered is named otherwise': [['data-topic-id', 'data-tid']],
    'composer, editor and buttons are called otherwise': [
      ['reply-control', 'writer'],
      ['d-editor-input', 'editor-box'],
      ['save-or-cancel', 'foot-actions'],
    ],
  }),
  request('forum', 'posts go to another address', [['/posts', '/entries']]),
  request('forum', 'the text has another field', [['raw', 'md']]),
  request('forum', 'the topic has another field', [['topic_id', 'thread_ref']]),
  ...pages('mail', 'request', {
    'titles are called otherwise': [['hP', 'qZ']],
    'messages are called otherwise': [['adn', 'b7m']],
    'texts are called otherwise': [['a3s', 'c2t']],
    'messages and texts are called otherwise': [
      ['adn', 'b7m'],
      ['a3s', 'c2t'],
    ],
    'senders and receivers are called otherwise': [
      ['gD', 'sN'],
      ['g2', 'rC'],
      ['gF', 'sF'],
      ['hb', 'rL'],
    ],
    'addresses stand in another attribute': [['email', 'data-mail']],
    'threads are named otherwise': [
      ['data-thread-perm-id', 'data-tp'],
      ['data-legacy-thread-id', 'data-lt'],
    ],
    'the whole conversation is drawn anew': [
      ['hP', 'qZ'],
      ['adn', 'b7m'],
      ['a3s', 'c2t'],
      ['gD', 'sN'],
      ['g2', 'rC'],
    ],
  }),
  ...pages('mail', 'composer', {
    'the composer is called otherwise': [
      ['M9', 'w5'],
      ['ip', 'iq'],
    ],
    'the editor’s frame is called otherwise': [['Ap', 'Aw']],
    'the send button’s frame is called otherwise': [
      ['IZ', 'Jz'],
      ['Up', 'Uq'],
    ],
    'recipients are called otherwise': [
      ['data-hovercard-id', 'data-hc'],
      ['hovercardId', 'hc'],
      ['dataset.hovercardId', 'dataset.hc'],
    ],
  }),
  request('mail', 'mail goes to another address', [['/i/s', '/i/w']]),
  request('mail', 'what sends is called otherwise', [['^pfg', '^outgo']]),
  request('mail', 'messages are named otherwise', [
    ['msg-a', 'm-a'],
    ['msg-f', 'm-f'],
  ]),
];

type Renamings = Disguise['served'];

function pages(
  site: SiteChange['site'],
  by: SiteChange['by'],
  table: Readonly<Record<string, Renamings>>,
): SiteChange[] {
  return Object.entries(table).map(([name, served]) => ({ name, site, by, disguise: { served } }));
}

function request(site: SiteChange['site'], name: string, served: Renamings): SiteChange {
  return { name, site, by: 'request', disguise: { served, asked: served.map(([from, to]) => [to, from] as const) } };
}
