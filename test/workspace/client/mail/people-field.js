/** One row of recipients: addresses become chips, and a chip can be taken away by mouse and by keyboard. */
import { avatar, element, html } from './markup.js';
import { press } from './snackbar.js';
import { personOf } from './start.js';
import { word } from './words.js';

const ADDRESS = /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/;

/** `changed` is called whenever the people are others. */
export function peopleField(name, label, changed) {
  const row = element(
    `<table><tbody><tr class="bzf"><td class="ok"><span class="gO aQY" role="link">${word(label)}</span></td><td class="eV"><div class="anm" name="${name}"><div class="aUy"><div class="afx" role="listbox" aria-label="${word(label)}" aria-orientation="horizontal"></div></div><div class="aGb"><input class="agP aFw" peoplekit-id="BbVjBd" type="text" role="combobox" aria-autocomplete="list" aria-expanded="false" aria-label="${word(label)} ${word('recipients')}" autocomplete="off" autocapitalize="off" spellcheck="false" tabindex="1"></div></div></td></tr></tbody></table>`,
  ).querySelector('tr');
  const field = { row, name, changed, box: row.querySelector('.afx'), input: row.querySelector('input') };
  row.querySelector('.anm').addEventListener('mousedown', (event) => {
    if (event.target.closest('[role=option], input')) return;
    event.preventDefault();
    field.input.focus();
  });
  field.input.addEventListener('keydown', (event) => keyInInput(field, event));
  field.input.addEventListener('input', () => {
    if (/[,;\n]/.test(field.input.value)) commit(field);
  });
  field.input.addEventListener('blur', () => commit(field));
  field.box.addEventListener('keydown', (event) => keyOnChip(field, event));
  return {
    name,
    row,
    input: field.input,
    people: () => [...field.box.children].map(({ dataset }) => personIn(dataset)),
    /** What is typed and not yet a chip counts as well. */
    commit: () => commit(field),
    set(people) {
      field.box.replaceChildren(...people.map((person) => chip(field, person)));
    },
    invalid: () => field.box.querySelector('.agi')?.dataset.hovercardId,
  };
}

function personIn({ hovercardId, name }) {
  return { address: hovercardId, name: name === hovercardId ? '' : name };
}

function commit(field) {
  const typed = field.input.value
    .split(/[,;\n]/)
    .map((each) => each.trim())
    .filter(Boolean);
  field.input.value = '';
  for (const text of typed) {
    const [, name = '', inBrackets] = /^"?([^"<]*?)"?\s*<([^>]+)>$/.exec(text) ?? [];
    const person = personOf(inBrackets ?? text, name);
    const known = [...field.box.children].some((each) => each.dataset.hovercardId === person.address);
    if (!known) field.box.append(chip(field, person));
  }
  if (typed.length > 0) field.changed();
}

function chip(field, { address, name }) {
  const wrong = ADDRESS.test(address) ? '' : ' agi';
  const option = element(
    `<div class="afV${wrong}" role="option" aria-selected="false" tabindex="-1" data-name="${html(name || address)}" data-hovercard-id="${html(address)}" title="${html(address)}">${avatar(name || address)}<span class="afW">${html(name || address)}</span><div class="agh" role="button" aria-label="${word('Remove')} ${html(name || address)}">×</div></div>`,
  );
  press(option.querySelector('.agh'), (event) => {
    event.stopPropagation();
    take(field, option);
  });
  return option;
}

function take(field, option) {
  const next = option.nextElementSibling;
  option.remove();
  (next ?? field.input).focus();
  field.changed();
}

function keyInInput(field, event) {
  if (event.isComposing || event.ctrlKey || event.metaKey) return;
  const { key } = event;
  const last = field.box.lastElementChild;
  const isEmpty = field.input.value === '';
  if ((key === 'Enter' || key === ',' || key === ';' || key === 'Tab') && field.input.value.trim() !== '') {
    // Tab goes on to the next field as well.
    if (key !== 'Tab') event.preventDefault();
    commit(field);
  } else if (key === 'Enter') event.preventDefault();
  else if (key === 'Backspace' && isEmpty && last) take(field, last);
  else if (key === 'ArrowLeft' && isEmpty) last?.focus();
}

function keyOnChip(field, event) {
  const option = event.target.closest('[role=option]');
  if (!option) return;
  if (event.key === 'Delete' || event.key === 'Backspace') {
    event.preventDefault();
    take(field, option);
  }
  if (event.key === 'ArrowLeft') option.previousElementSibling?.focus();
  if (event.key === 'ArrowRight') (option.nextElementSibling ?? field.input).focus();
}
