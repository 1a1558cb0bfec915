/** One row of recipients as Gmail had it before October 2021, and still has in places: a text area, and chips before it. */
import { element, html } from './markup.js';
import { personOf } from './start.js';
import { word } from './words.js';

/** With the same answers as `peopleField`. */
export function classicField(name, label, changed) {
  const row = element(
    `<table><tbody><tr class="bzf"><td class="ok"><span class="gO aQY" role="link">${word(label)}</span></td><td class="eV"><div class="oj"><div class="wO nr"><input class="wA" tabindex="-1" aria-hidden="true"><div class="chips"></div><textarea rows="1" class="vO" name="${name}" spellcheck="false" autocomplete="off" dir="ltr" role="combobox" aria-autocomplete="list" aria-label="${word(label)}" tabindex="1"></textarea></div></div></td></tr></tbody></table>`,
  ).querySelector('tr');
  const box = row.querySelector('.chips');
  const input = row.querySelector('textarea');
  const chip = ({ address, name: called }) =>
    box.append(
      element(
        `<div class="vR"><span class="vN" email="${html(address)}"><div class="vT">${html(called || address)}</div></span><input type="hidden" name="${name}" value="${html(called ? `${called} <${address}>` : address)}"></div>`,
      ),
    );
  const commit = () => {
    const typed = input.value.split(/[,;\n]/).filter((each) => each.trim());
    input.value = '';
    for (const each of typed) chip(personOf(each.trim()));
    if (typed.length > 0) changed();
  };
  input.addEventListener('input', () => {
    if (/[,;\n]/.test(input.value)) commit();
  });
  input.addEventListener('blur', commit);
  return {
    name,
    row,
    input,
    people: () => [...box.querySelectorAll('span[email]')].map((each) => personOf(each.getAttribute('email'))),
    commit,
    set(people) {
      box.replaceChildren();
      for (const person of people) chip(person);
    },
    invalid: () => undefined,
  };
}
