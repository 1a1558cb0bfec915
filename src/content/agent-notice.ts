/**
 * Tells an agent in plain page text that its act is held, or was not sent, so that it stops trying and goes on with other work. Agents
 * read the page's own tree, in which the card's closed shadow root does not show. It holds no authority: a page that
 * changes or removes it changes nothing else, and people are shown the card.
 */

/** Out of sight, and still part of the page's text. */
const UNSEEN =
  'position:fixed;inset:auto auto 0 0;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap;margin:0';

/** One line at the end of the page's body while an act waits, or since one could not be judged. */
export class AgentNotice {
  readonly #words: ReadonlyMap<'forAgents' | 'guardAway', string>;
  #line: HTMLElement | null = null;

  constructor(say: (key: string) => string) {
    // Read now: an extension that has gone has no words any more.
    this.#words = new Map((['forAgents', 'guardAway'] as const).map((key) => [key, say(key)]));
  }

  /** Says this, and nothing else; null takes it away. */
  show(key: 'forAgents' | 'guardAway' | null): void {
    this.#line?.remove();
    this.#line = null;
    const text = key === null ? '' : (this.#words.get(key) ?? '');
    if (text === '') return;
    const line = document.createElement('p');
    line.setAttribute('role', 'note');
    line.dataset.countersign = key === 'forAgents' ? 'held' : 'away';
    line.style.cssText = UNSEEN;
    line.textContent = text;
    (document.body ?? document.documentElement).append(line);
    this.#line = line;
  }
}
