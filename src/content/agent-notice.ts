/**
 * Tells an agent in plain page text that its act is held, so that it stops trying and goes on with other work. Agents
 * read the page's own tree, in which the card's closed shadow root does not show. It holds no authority: a page that
 * changes or removes it changes nothing else, and people are shown the card.
 */

/** Out of sight, and still part of the page's text. */
const UNSEEN =
  'position:fixed;inset:auto auto 0 0;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap;margin:0';

/** One line at the end of the page's body while an act waits. */
export class AgentNotice {
  readonly #text: string;
  #line: HTMLElement | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  show(waits: boolean): void {
    this.#line?.remove();
    this.#line = null;
    if (!waits || this.#text === '') return;
    const line = document.createElement('p');
    line.setAttribute('role', 'note');
    line.dataset.countersign = 'held';
    line.style.cssText = UNSEEN;
    line.textContent = this.#text;
    (document.body ?? document.documentElement).append(line);
    this.#line = line;
  }
}
