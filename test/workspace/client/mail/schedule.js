/** Sending later: the menu beside Send, and the question when. */
import { element } from './markup.js';
import { press } from './snackbar.js';
import { word } from './words.js';

/** Opens the menu; `chosen` is called with the time, once somebody has chosen one. */
export function openSendMenu(chosen) {
  document.querySelector('#sbddm')?.remove();
  const menu = element(
    `<div id="sbddm" class="J-M" role="menu"><div class="J-N yr" role="menuitem" tabindex="0" selector="scheduledSend">${word('Schedule send')}</div></div>`,
  );
  press(menu.firstElementChild, () => {
    menu.remove();
    askWhen(chosen);
  });
  document.body.append(menu);
}

function askWhen(chosen) {
  const box = element(
    `<div class="Kj-JD-K7"><div class="Kj-JD" role="dialog" aria-label="${word('Schedule send')}"><div class="Az" role="menuitem" tabindex="0">${word('Tomorrow morning')}</div></div></div>`,
  );
  press(box.querySelector('.Az'), () => {
    box.remove();
    chosen(Date.now() + 86_400_000);
  });
  document.body.append(box);
}
