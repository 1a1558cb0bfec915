/** People and groups: a person's page, one's own messages, the groups and who is in them. */
import { topicTable } from './lists.js';
import { html } from './markdown.js';
import { avatar, counted, icon, setPage } from './pieces.js';

/** Draws a person's page; `write` opens the composer for a message to them. */
export function drawPerson(outlet, { user, topic_list: list }, write) {
  setPage(`Profile - ${user.name}`);
  const groups = user.groups.map(
    (group) => `<a class="group-link" href="/g/${html(group.name)}">${icon('users')}${html(group.name)}</a>`,
  );
  const button = user.can_send_private_message_to_user
    ? `<button class="btn btn-primary compose-pm">${icon('envelope')}<span>Message</span></button>`
    : '';
  outlet.innerHTML = `<div class="user-head">${avatar(user.username, 84, user.name)}<div><h1>${html(user.name)}</h1><p class="soft">@${html(user.username)} · ${html(user.title)}</p><p class="groups">${groups.join('')}</p></div>${button}</div><h2 class="page-part">Topics</h2>${topicTable(list.topics)}`;
  outlet.querySelector('.compose-pm')?.addEventListener('click', () => write(user.username));
}

export function drawMessages(outlet, { topic_list: list }, write) {
  setPage('Messages', 'user-messages-page');
  outlet.innerHTML = `<div class="list-controls"><h1 class="page-title">Messages</h1><button class="btn btn-primary new-private-message">${icon('envelope')}<span>New message</span></button></div>${topicTable(list.topics, { excerpts: true })}`;
  outlet.querySelector('.new-private-message').addEventListener('click', () => write(''));
}

export function drawGroups(outlet, { groups }) {
  setPage('Groups');
  const cards = groups.map(
    (group) =>
      `<li><a class="category-card" href="/g/${html(group.name)}"><h2>${icon('users')}${html(group.name)}</h2><p>${html(group.bio_excerpt)}</p><span class="soft">${counted(group.user_count, 'member')}</span></a></li>`,
  );
  outlet.innerHTML = `<h1 class="page-title">Groups</h1><ul class="category-cards">${cards.join('')}</ul>`;
}

export function drawGroup(outlet, group, { members, meta }) {
  setPage(group.name);
  const rest = meta.total - members.length;
  const people = members.map(
    (member) =>
      `<li><a href="/u/${html(member.username)}">${avatar(member.username, 40, member.name)}<span><strong>${html(member.name)}</strong><span class="soft">${html(member.title)}</span></span></a></li>`,
  );
  outlet.innerHTML = `<div class="user-head"><span class="group-mark">${icon('users')}</span><div><h1>${html(group.name)}</h1><p class="soft">${html(group.bio_excerpt)} ${counted(meta.total, 'member')}.</p></div></div><ul class="group-members">${people.join('')}</ul>${rest > 0 ? `<p class="soft">and ${rest.toLocaleString('en')} more</p>` : ''}`;
}
