/** The pages of the stand-in community: NodeBB's components and body classes (4.9.2), a topic, a category, a room. */
import { html } from './client/markdown.js';
import { BOARD_CATEGORIES, type BoardTopic, type Room } from './nodebb-data.ts';

/** `focused`: the box for quick replies has the keyboard, for a person who cannot look for it. */
export function topicPage(topic: BoardTopic, focused: boolean): string {
  const { tid, cid, title } = topic;
  const posts = topic.posts.map(
    (post) => `<li component="post" data-pid="${post.pid}" data-username="${post.username}">
<div class="content text-break" component="post/content" itemprop="text"><p>${html(post.content)}</p></div>
<a component="post/reply" href="#">Reply</a> <a component="post/edit" href="#">Edit</a></li>`,
  );
  return page(
    title,
    `page-topic page-topic-${tid} template-topic page-topic-category-${cid}`,
    `<a href="/compose?tid=${tid}" component="topic/reply" hidden>Reply</a>
<h1><span class="topic-title" component="topic/title">${html(title)}</span></h1>
<div data-tid="${tid}" component="topic/tags"></div>
<div component="topic/reply/container"><a href="/compose?tid=${tid}" component="topic/reply" role="button">Reply</a></div>
<ul component="topic" class="posts" data-tid="${tid}" data-cid="${cid}">${posts.join('\n')}</ul>
<div component="topic/quickreply/container" class="quick-reply">
<form method="post" action="/compose">
<input type="hidden" name="tid" value="${tid}"><input type="hidden" name="_csrf" value="stand-in">
<textarea rows="4" name="content" component="topic/quickreply/text"${focused ? ' autofocus' : ''}></textarea>
<button type="submit" component="topic/quickreply/button" class="btn">Quick reply</button>
</form></div>`,
  );
}

export function categoryPage(cid: number): string {
  const name = BOARD_CATEGORIES.find((category) => category.cid === cid)?.name ?? 'Categories';
  return page(
    name,
    `page-category page-category-${cid} template-category`,
    `<h1>${html(name)}</h1><a component="category/post" data-cid="${cid}" href="/compose?cid=${cid}" role="button">New Topic</a>`,
  );
}

export function roomPage(room: Room): string {
  const messages = room.messages.map(
    (text) => `<li component="chat/message"><div component="chat/message/body">${html(text)}</div></li>`,
  );
  return page(
    `Chat with ${room.users.join(', ')}`,
    'page-user page-user-chats template-chats chat-loaded',
    `<div component="chat/main-wrapper" data-roomid="${room.roomId}"><div component="chat/messages" data-roomid="${room.roomId}">
<ul component="chat/message/content" data-roomid="${room.roomId}">${messages.join('\n')}</ul>
<div component="chat/composer"><textarea component="chat/input" placeholder="Type chat message" autofocus></textarea>
<button type="button" data-action="emoji">☺</button><button type="button" data-action="send">Send</button></div></div></div>`,
  );
}

function page(title: string, classes: string, content: string): string {
  return `<!doctype html><html lang="en-GB" data-dir="ltr"><head><meta charset="utf-8">
<title>${html(title)} | Corp Community</title>
<script defer src="/assets/nodebb.min.js?v=stand-in"></script>
<style>body { font: 16px/1.5 system-ui; max-width: 60rem; margin: 2rem auto } textarea { width: 100% } .d-none { display: none }
[component="composer"] { position: fixed; inset: auto 2rem 0; background: Canvas; border: 1px solid; padding: 1rem }</style></head>
<body class="${classes} page-status-200 theme-harmony user-loggedin"><main id="content">${content}</main></body></html>`;
}
