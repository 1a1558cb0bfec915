/** The composer's markup: Gmail's classes and fields around the parts that a person sees. */
import { html, icon } from './markup.js';
import { word } from './words.js';

/** U+202A and U+202C stand around the keys in Gmail's tooltips. */
const keys = (text) => `\u202A(${text})\u202C`;
const tooltip = (text, shortcut = '') => {
  const whole = shortcut ? `${word(text)} ${keys(shortcut)}` : word(text);
  return `data-tooltip="${whole}" aria-label="${whole}"`;
};

/** All but the recipient rows, which are put into `.bze`. */
export function composerMarkup(draft, place) {
  const inline = place === 'inline';
  return `<div class="M9 aaZ" role="region" aria-label="${html(inline ? word('Reply') : titleOf(draft))}">${inline ? '' : titleBar(draft)}<div class="aoI"><form class="bAs" autocomplete="off"><div class="fX aXjCH"><table class="GS" tabindex="-1"><tbody class="bze"></tbody></table><span class="aA6"><span class="aB gQ pE" role="link" tabindex="-1" ${tooltip('Cc', 'Ctrl-Shift-C')}>${word('Cc')}</span><span class="aB gQ pB" role="link" tabindex="-1" ${tooltip('Bcc', 'Ctrl-Shift-B')}>${word('Bcc')}</span></span></div>${summaryMarkup(draft, inline)}<div class="aoD az6"><input class="aoT" name="subjectbox" placeholder="${word('Subject')}" aria-label="${word('Subject')}" autocomplete="off" spellcheck="true" tabindex="1"></div>${hiddenFields(draft)}</form>${editorMarkup()}${trayMarkup(draft)}${footMarkup(draft, inline)}</div></div>`;
}

export function titleOf({ subject }) {
  return subject || word('New Message');
}

function titleBar(draft) {
  return `<table class="cf Ht"><tbody><tr><td><div class="Hp"><h2 class="a3E"><div class="aYF">${html(titleOf(draft))}</div></h2><span class="oG" aria-live="polite"></span></div></td><td class="Hm"><button class="Hl" type="button" tabindex="-1" ${tooltip('Minimize')}>${icon('minimize')}</button><button class="Hq aUG" type="button" tabindex="-1" ${tooltip('Full screen (Shift for pop-out)')}>${icon('expand')}</button><button class="Ha" type="button" tabindex="-1" ${tooltip('Save &amp; close')}>${icon('close')}</button></td></tr></tbody></table>`;
}

function hiddenFields(draft) {
  const values = {
    composeid: draft.composeId,
    from: draft.from,
    subject: draft.subject,
    draft: `#${draft.id}`,
    rt: `#${draft.thread}`,
    lts: draft.answers?.legacyThread ?? '',
    rm: draft.answers ? `#${draft.answers.id}` : '',
    uet: '',
    ishtml: '1',
    body: '',
  };
  return Object.entries(values)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${html(value)}">`)
    .join('');
}

function editorMarkup() {
  return `<table class="iN"><tbody><tr><td class="GQ"><div class="GP"><div class="qz aXjCH"><div class="et"><table class="cf An"><tbody><tr><td class="Aq"></td><td class="Ap"><div class="Ar Au"><div class="Am Al editable LW-avf tS-tW" hidefocus="true" aria-label="${word('Message Body')}" g_editable="true" role="textbox" aria-multiline="true" contenteditable="true" spellcheck="true" tabindex="1"></div></div></td><td class="Aq"></td></tr></tbody></table><div class="ajR" role="button" tabindex="1" hidden ${tooltip('Show trimmed content')}><div class="uC">${icon('more')}</div></div></div></div></div></td></tr></tbody></table>`;
}

/** What a reply shows of its people until somebody goes into their fields. */
function summaryMarkup({ to, cc }, inline) {
  if (!inline || to.length === 0) return '';
  const people = [...to, ...cc].map(
    ({ address, name }) =>
      `<span email="${html(address)}" data-hovercard-id="${html(address)}">${html(name || address)}</span>`,
  );
  return `<div class="aoD hl" tabindex="1"><div class="oL aDm az9">${people.join(', ')}</div></div>`;
}

/** The files below the text; an empty tray is there all the time, as in Gmail. */
function trayMarkup({ files }) {
  const cards = files.map(
    ([, name]) =>
      `<div class="dL"><div class="vI">${html(name)}</div><input type="hidden" name="attach" value="1"></div>`,
  );
  return `<div class="GM"><div class="a8v">${cards.join('')}</div></div>`;
}

function footMarkup(draft, inline) {
  const archive = draft.answers
    ? `<div class="T-I J-J5-Ji Uo v7 T-I-atl L3" role="button" tabindex="1" ${tooltip('Send and archive')}>${icon('archive')}</div>`
    : '';
  return `<div class="aDg"><div class="aDh"><table class="IZ" role="group"><tbody><tr class="btC"><td class="gU Up"><div class="J-J5-Ji btA"><div class="dC"><div class="T-I J-J5-Ji aoO v7 T-I-atl L3" role="button" tabindex="1" ${tooltip('Send', 'Ctrl-Enter')} data-tooltip-delay="800">${word('Send')}</div>${archive}<div class="T-I J-J5-Ji hG T-I-atl L3" role="button" tabindex="1" aria-haspopup="true" aria-expanded="false" ${tooltip('More send options')}>${icon('down')}</div></div></div></td><td class="gU a8X"><div class="bAK"><div class="wG J-Z-I" command="Files" role="button" tabindex="1" ${tooltip('Attach files')}>${icon('clip')}</div><div class="wG J-Z-I" command="locker" role="button" tabindex="1" aria-pressed="false" ${tooltip('Confidential mode')}>${icon('lock')}</div><div class="wG J-Z-I" command="+link" role="button" tabindex="1" ${tooltip('Insert link', 'Ctrl-K')}>${icon('link')}</div></div></td><td class="gU status-cell">${inline ? '<span class="oG" aria-live="polite"></span>' : ''}</td><td class="gU az5"><div class="oh J-Z-I J-J5-Ji T-I-ax7" role="button" tabindex="1" ${tooltip('Discard draft', 'Ctrl-Shift-D')}>${icon('trash')}</div></td></tr></tbody></table></div></div>`;
}
