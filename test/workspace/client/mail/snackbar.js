/** The one line above everything that says what happens, with what one can do about it. */
import { element, html, icon } from './markup.js';
import { word } from './words.js';

const SHOWN_MS = 10_000;

const place = document.querySelector('.snackbars');
let hiding;

/** `undo` and `view` are called when somebody presses them; with `stays` it is there until the next one. */
export function say(text, { undo, view, stays = false } = {}) {
  clearTimeout(hiding);
  const bar = element(
    `<div class="b8 UC" role="alert"><div class="vh"><span class="aT"><span class="bAq">${html(text)}</span></span><span class="bAo">${
      undo ? `<span id="link_undo" class="ag a8k" role="link" tabindex="0">${word('Undo')}</span>` : ''
    }${
      view ? `<span id="link_vsm" class="ag a8k" role="link" tabindex="0">${word('View message')}</span>` : ''
    }</span><div class="bBe" role="button" tabindex="0" aria-label="Close">${icon('close')}</div></div></div>`,
  );
  press(bar.querySelector('#link_undo'), undo);
  press(bar.querySelector('#link_vsm'), view);
  press(bar.querySelector('.bBe'), quiet);
  place.replaceChildren(bar);
  if (!stays) hiding = setTimeout(quiet, SHOWN_MS);
}

export function quiet() {
  clearTimeout(hiding);
  place.replaceChildren();
}

/** A control that is no button of the browser: a click, Enter or Space. */
export function press(control, act) {
  if (!control) return;
  control.addEventListener('click', act);
  control.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    act(event);
  });
}
