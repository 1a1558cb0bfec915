/** What stands around every page: the header with search, and the sidebar. */
import { html } from './markdown.js';
import { send } from './network.js';
import { avatar, categoryPath, icon, me, settings, site } from './pieces.js';

const MESSAGES = `/u/${me.username}/messages`;
const PLACES = [
  ['/latest', 'layers', 'Topics'],
  [MESSAGES, 'envelope', 'Messages'],
  ['/categories', 'list', 'Categories'],
  ['/g', 'users', 'Groups'],
];

/** Draws header and sidebar; `go` leads to an address of the forum. */
export function drawFrame(go) {
  drawHeader();
  document.querySelector('.sidebar-wrapper').innerHTML = `<nav aria-label="Forum">
    <ul class="sidebar-section">${PLACES.map(([path, name, label]) => place(path, icon(name), label)).join('')}</ul>
    <h2>Categories</h2>
    <ul class="sidebar-section">${site.categories.map(categoryPlace).join('')}</ul>
    <p class="sidebar-foot">Corp Engineering · internal</p></nav>`;
  const header = document.querySelector('.d-header');
  header.querySelector('.search-menu').addEventListener('submit', (event) => {
    event.preventDefault();
    go(`/search?q=${encodeURIComponent(header.querySelector('#search-term').value)}`);
  });
  header.querySelector('.logout').addEventListener('click', async () => {
    await send('DELETE', `/session/${me.username}`).catch(() => undefined);
    location.href = '/login';
  });
}

function drawHeader() {
  const links = PLACES.slice(0, 3).map(([path, , label]) => `<a href="${path}" data-place="${path}">${label}</a>`);
  document.querySelector('.d-header').innerHTML = `<div class="wrap">
    <a class="title" href="/"><img src="/assets/favicon.svg" alt="" width="30" height="30"><span>${html(settings.title)}</span></a>
    <nav class="header-links" aria-label="Pages">${links.join('')}</nav>
    <form class="search-menu" role="search">${icon('search')}<input id="search-term" type="search" placeholder="Search" aria-label="Search the forum" autocomplete="off"></form>
    <details class="current-user" data-username="${html(me.username)}"><summary aria-label="${html(me.name)}, your account">${avatar(me.username, 32, me.name)}<span>${html(me.name)}</span></summary>
      <div class="user-menu"><a href="/u/${html(me.username)}">Profile</a><a href="${MESSAGES}">Messages</a><button class="logout">${icon('exit')}Log out</button></div></details></div>`;
}

function place(path, mark, label) {
  return `<li><a href="${path}" data-place="${path}">${mark}<span>${label}</span></a></li>`;
}

function categoryPlace(category) {
  const mark = `<span class="badge-color" style="background:#${category.color}"></span>`;
  const lock = category.read_restricted ? icon('lock', 'restricted') : '';
  return place(categoryPath(category), mark, `${html(category.name)}${lock}`);
}

/** Marks where one is, and folds the account menu away. */
export function markPlace(path) {
  document.querySelector('.current-user')?.removeAttribute('open');
  for (const link of document.querySelectorAll('[data-place]')) {
    const here = link.dataset.place === (path === '/' ? '/latest' : path);
    link.classList.toggle('active', here);
    if (here) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}
