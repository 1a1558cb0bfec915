/** A small question or notice in the middle of the page. */
import { element, html } from './markup.js';

export function notice(text) {
  const box = element(
    `<div class="Kj-JD-K7"><div class="Kj-JD" role="alertdialog" aria-modal="true" aria-labelledby="notice-text"><h2>Please check</h2><p id="notice-text">${html(
      text,
    )}</p><div class="Kj-JD-Jl"><button class="button primary" name="ok" type="button">OK</button></div></div></div>`,
  );
  const before = document.activeElement;
  const close = () => {
    box.remove();
    before?.focus?.();
  };
  box.querySelector('[name=ok]').addEventListener('click', close);
  box.addEventListener('keydown', (event) => {
    event.stopPropagation();
    if (event.key === 'Escape') close();
  });
  document.body.append(box);
  box.querySelector('[name=ok]').focus();
}
