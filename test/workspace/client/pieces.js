/** Small pieces that every page of the forum shows: badges, tags, avatars, times, icons. */
import { html } from './markdown.js';

const preloaded = JSON.parse(document.getElementById('data-preloaded').textContent);
export const site = JSON.parse(preloaded.site);
export const me = JSON.parse(preloaded.currentUser);
export const settings = JSON.parse(preloaded.siteSettings);

/** What the server has sent along with the page, once: it is stale on the next visit. */
export function takePreloaded(name) {
  const value = preloaded[name];
  delete preloaded[name];
  return value === undefined ? null : JSON.parse(value);
}

const ICONS = {
  lock: '<path d="M7 11V8a5 5 0 0 1 10 0v3M6 11h12v9H6z"/>',
  reply: '<path d="M10 8V4L3 11l7 7v-4c5 0 8 1.5 11 6 0-7-4-12-11-12z"/>',
  link: '<path d="M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 6 6l1-1"/>',
  search: '<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4.5 4.5"/>',
  layers: '<path d="m12 4 9 5-9 5-9-5zM4 14l8 4.5 8-4.5"/>',
  list: '<path d="M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01"/>',
  envelope: '<path d="M3 6h18v12H3zM3 7l9 7 9-7"/>',
  users:
    '<circle cx="9" cy="9" r="3.5"/><path d="M3 19c.500-3.5 3-5 6-5s5.5 1.5 6 5M16 6a3.5 3.5 0 0 1 0 6.5M18 14.5c1.8.7 2.700 2 3 4.5"/>',
  plus: '<path d="M12 5v14M5 12h14"/>',
  heart: '<path d="M12 20S4 15 4 9.5A4.200 4.200 0 0 1 12 7.5 4.200 4.200 0 0 1 20 9.5C20 15 12 20 12 20z"/>',
  bold: '<path d="M7 5h6a3.5 3.5 0 0 1 0 7H7zM7 12h7a3.5 3.5 0 0 1 0 7H7z"/>',
  italic: '<path d="M10 5h7M7 19h7M14 5l-4 14"/>',
  quote: '<path d="M5 7h5v6c0 2-1 4-4 5M14 7h5v6c0 2-1 4-4 5"/>',
  code: '<path d="m8 7-5 5 5 5M16 7l5 5-5 5"/>',
  exit: '<path d="M14 5h-9v14h9M10 12h11M17 8l4 4-4 4"/>',
};

export function icon(name, label = '') {
  const named = label === '' ? 'aria-hidden="true"' : `role="img" aria-label="${html(label)}"`;
  return `<svg class="d-icon d-icon-${name}" viewBox="0 0 24 24" ${named}>${ICONS[name]}</svg>`;
}

export function categoryById(id) {
  return site.categories.find((each) => each.id === Number(id));
}

export function categoryPath(category) {
  return `/c/${category.slug}/${category.id}`;
}

export function badge(id, link = true) {
  const category = categoryById(id);
  if (!category) return '';
  const lock = category.read_restricted ? icon('lock', 'restricted') : '';
  const inner = `<span class="badge-category__wrapper"><span class="badge-category${lock ? ' restricted' : ''}" data-category-id="${category.id}" title="${html(category.description_text)}"><span class="badge-color" style="background:#${category.color}"></span>${lock}<span class="badge-category__name">${html(category.name)}</span></span></span>`;
  return link ? `<a class="badge-link" href="${categoryPath(category)}">${inner}</a>` : inner;
}

export function tags(list) {
  if (list.length === 0) return '';
  const links = list.map(
    (tag) =>
      `<a class="discourse-tag" data-tag-name="${html(tag)}" href="/search?q=${encodeURIComponent(tag)}">${html(tag)}</a>`,
  );
  return `<span class="discourse-tags">${links.join('')}</span>`;
}

export function avatar(username, size, name = username) {
  return `<img class="avatar" width="${size}" height="${size}" src="/letter_avatar/${encodeURIComponent(username)}/48.svg" alt="" title="${html(name)}">`;
}

/** A time as people say it; the exact one is in the title. */
export function when(time) {
  const date = new Date(time);
  const minutes = Math.round((Date.now() - date.getTime()) / 60_000);
  const exact = date.toLocaleString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  const text =
    minutes < 1
      ? 'now'
      : minutes < 60
        ? `${minutes}m`
        : minutes < 1440
          ? `${Math.round(minutes / 60)}h`
          : `${Math.round(minutes / 1440)}d`;
  return `<time class="relative-date" datetime="${html(time)}" title="${exact}">${text}</time>`;
}

/** A number of things in words. */
export function counted(count, one, many = `${one}s`) {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

export function setPage(title, bodyClass = '') {
  document.title = title === '' ? settings.title : `${title} - ${settings.title}`;
  document.body.className = bodyClass;
}
