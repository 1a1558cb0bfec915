/** The frame around every view: the sidebar, the toolbar above the list, the page's title. */
import { compose } from './composers.js';
import { avatar, element, icon } from './markup.js';
import { press } from './snackbar.js';
import { counts, me } from './start.js';
import { MAILBOXES } from './store.js';
import { word } from './words.js';

const side = document.querySelector('.side');
const tools = document.querySelector('[gh=tm]');

const TOOLS = {
  back: { act: 19, label: 'Back to list', icon: 'back' },
  archive: { act: 7, label: 'Archive', icon: 'archive' },
  spam: { act: 9, label: 'Report spam', icon: 'spam' },
  remove: { act: 10, label: 'Delete', icon: 'trash' },
  read: { act: 1, label: 'Mark as read', icon: 'read' },
  unread: { act: 2, label: 'Mark as unread', icon: 'unread' },
};

/** Once, at the beginning. */
export function drawFrame(search) {
  const face = document.querySelector('.account .avatar');
  face.replaceWith(element(avatar(face.dataset.name)));
  const menu = document.querySelector('.menu-button');
  menu.innerHTML = icon('menu');
  menu.addEventListener('click', () => {
    menu.setAttribute('aria-expanded', String(document.body.classList.toggle('side-open')));
  });
  side.addEventListener('click', () => document.body.classList.remove('side-open'));
  const form = document.querySelector('[gh=sb]');
  form.prepend(element(icon('search')));
  form.addEventListener('submit', (event) => event.preventDefault());
  form.q.addEventListener('input', () => search(form.q.value.trim()));
  side.append(
    element(`<div class="T-I T-I-KE L3" role="button" tabindex="0" gh="cm">${icon('pen')}${word('Compose')}</div>`),
    element('<div class="boxes"></div>'),
  );
  press(side.querySelector('[gh=cm]'), () => compose());
}

export function drawSide(current) {
  const links = Object.entries(MAILBOXES).map(([path, { name, label }]) => {
    const { unread, all } = counts.get(label) ?? { unread: 0, all: 0 };
    const number = path === 'inbox' ? unread : path === 'drafts' ? all : 0;
    return link(path, name, icon(ICON[path]), current === path, number);
  });
  side.querySelector('.boxes').innerHTML = [
    ...links,
    '<hr>',
    link('settings/fwdandpop', 'Settings', icon('settings'), current === 'settings', 0),
  ].join('');
}

const ICON = { inbox: 'inbox', starred: 'star', sent: 'sent', drafts: 'drafts', all: 'archive', trash: 'trash' };

function link(path, name, picture, isCurrent, number) {
  const count = number > 0 ? `<span class="bsU">${number}</span>` : '';
  return `<a class="TO${isCurrent ? ' nZ' : ''}" href="#${path}"${isCurrent ? ' aria-current="page"' : ''}>${picture}<span class="nU">${name}</span>${count}</a>`;
}

/** Buttons by name; `selectAll` is put in front where a list is shown. */
export function drawTools(names, acts, selectAll) {
  const buttons = names.map((name) => {
    const tool = TOOLS[name];
    const button = element(
      `<div class="T-I J-J5-Ji ${name === 'remove' ? 'nX' : 'lR'} T-I-ax7 L3" act="${tool.act}" role="button" tabindex="0" data-tooltip="${word(tool.label)}" title="${word(tool.label)}" aria-label="${word(tool.label)}">${icon(tool.icon)}</div>`,
    );
    press(button, acts[name]);
    return button;
  });
  tools.replaceChildren(...(selectAll ? [selectAllBox(selectAll)] : []), ...buttons);
}

function selectAllBox({ state, toggle }) {
  const box = element(
    `<div class="T-I J-J5-Ji Pk"><span class="T-Jo J-J5-Ji" role="checkbox" tabindex="0" aria-checked="${state}" aria-label="Select all" title="Select"><div class="T-Jo-auh"></div></span></div>`,
  );
  press(box.firstElementChild, toggle);
  return box;
}

/** A composer alone on the page keeps its own name, whatever the list behind it shows. */
export function setTitle(text) {
  const name = document.body.classList.contains('xE') ? word('New Message') : text;
  document.title = `${name} - ${me.address} - Corp Mail`;
}

export function inboxTitle(name, label) {
  const unread = counts.get(label)?.unread ?? 0;
  return label === '^i' && unread > 0 ? `${name} (${unread})` : name;
}
