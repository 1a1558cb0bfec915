/** Small pieces of markup that every view uses: escaped text, elements, icons, faces, times. */

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function html(text) {
  return String(text).replace(/[&<>"]/g, (each) => ENTITIES[each]);
}

export function element(markup) {
  const template = document.createElement('template');
  template.innerHTML = markup.trim();
  return template.content.firstElementChild;
}

const ICONS = {
  menu: '<path d="M4 7h16M4 12h16M4 17h16"/>',
  pen: '<path d="m4 20 1-4L16.5 4.5a2.1 2.1 0 0 1 3 3L8 19zM14.5 6.5l3 3"/>',
  inbox: '<path d="M4 13 6.5 5h11L20 13v6H4zM4 13h4.5l1.5 3h4l1.5-3H20"/>',
  sent: '<path d="m4 12 16-8-5 17-3.5-7.5zM11.5 13.5 20 4"/>',
  drafts: '<path d="M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h4"/>',
  trash: '<path d="M4 7h16M9 7V4h6v3M6 7l1 14h10l1-14M10 11v6M14 11v6"/>',
  archive: '<path d="M4 5h16v4H4zM5.5 9v11h13V9M9.5 13h5"/>',
  spam: '<path d="M8 3h8l5 5v8l-5 5H8l-5-5V8zM12 8v5M12 16.5v.01"/>',
  unread: '<path d="M3 6h18v12H3zM3 7l9 7 9-7"/>',
  read: '<path d="M3 10v10h18V10l-9-6zM3 10l9 6 9-6"/>',
  settings: '<path d="M4 8h9M17 8h3M4 16h3M11 16h9"/><circle cx="15" cy="8" r="2.2"/><circle cx="9" cy="16" r="2.2"/>',
  star: '<path d="m12 4 2.4 5.1 5.600.7-4.1 3.9 1.1 5.6-5-2.8-5 2.8 1.1-5.6L4 9.8l5.6-.7z"/>',
  back: '<path d="M20 12H5M11 6l-6 6 6 6"/>',
  reply: '<path d="M10 7V4L3 10.5 10 17v-4c5 0 8.5 1.5 11 5.5-.5-6-4.5-11-11-11.5z"/>',
  replyAll: '<path d="M8 7 3.5 11.5 8 16M13 7V5l-6 6.5 6 6.5v-4c4 0 6.5 1.5 8.5 4.5-.4-5-3.5-9-8.5-9.5z"/>',
  forward: '<path d="M14 7V4l7 6.5-7 6.5v-4c-5 0-8.5 1.5-11 5.500.5-6 4.5-11 11-11.5z"/>',
  close: '<path d="m6 6 12 12M18 6 6 18"/>',
  minimize: '<path d="M6 18h12"/>',
  expand: '<path d="M14 4h6v6M20 4l-7 7M10 20H4v-6M4 20l7-7"/>',
  more: '<path d="M6 12h.01M12 12h.01M18 12h.01"/>',
  down: '<path d="m7 10 5 5 5-5"/>',
  clip: '<path d="M19 11.5 12 18.5a4.5 4.5 0 0 1-6.4-6.4l7.5-7.5a3 3 0 0 1 4.3 4.3L10 16.3a1.5 1.5 0 0 1-2.1-2.1l6.6-6.6"/>',
  lock: '<path d="M6 11h12v9H6zM9 11V8a3 3 0 0 1 6 0v3"/>',
  link: '<path d="M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 6 6l1-1"/>',
  search: '<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4.5 4.5"/>',
};

export function icon(name) {
  return `<svg class="icon icon-${name}" viewBox="0 0 24 24" aria-hidden="true">${ICONS[name]}</svg>`;
}

/** A round picture of somebody: initials, on one of eight colours that stay the same for a name. */
export function avatar(name) {
  const initials = name
    .split(/[\s@.]+/)
    .slice(0, 2)
    .map((word) => word[0] ?? '')
    .join('')
    .toUpperCase();
  const colour = [...name].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 8, 7);
  return `<span class="avatar avatar-${colour}" aria-hidden="true">${html(initials)}</span>`;
}

/** Today the time, this year the day, else the date. */
export function shortTime(at) {
  const date = new Date(at);
  if (date.toDateString() === new Date().toDateString()) return clock(date);
  const year = date.getFullYear() === new Date().getFullYear() ? undefined : 'numeric';
  return date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year });
}

/** As a conversation shows it, and as quotations do. */
export function longTime(at) {
  const day = new Date(at).toLocaleDateString('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  return `${day}, ${clock(new Date(at))}`;
}

function clock(date) {
  return date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}
