/**
 * A quiet sign in the page: an agent is working in this tab. It takes no pointer and no focus, so that it is in nobody's
 * way, an agent's either; it keeps clear of where somebody writes; a screen reader says it once. It decides nothing: a
 * page that hides it hides a sign.
 */
import { render } from 'preact';
import type { PageOrders } from '../../messages.ts';
import { agentWorksHere } from '../agent-words.ts';
import type { Say } from '../words.ts';
import { addPlainRoot } from './root.ts';
import { freePlace, PLACES, type Place } from './sign-place.ts';
import { SIGN_STYLE } from './style.ts';

type Agent = NonNullable<PageOrders['agent']>;

export class AgentSign {
  readonly #say: Say;
  #shown: { readonly host: HTMLElement; readonly place: HTMLElement } | null = null;
  #text = '';
  #at: Place = PLACES[0];
  /** As it was when it stood somewhere. */
  #size = { width: 0, height: 0 };

  constructor(say: Say) {
    this.#say = say;
  }

  /** Says that this agent works here; null takes the sign away. */
  show(agent: Agent | null): void {
    this.#text = agent === null ? '' : agentWorksHere(agent, this.#say);
    if (this.#text === '') return this.#remove();
    this.#shown ??= addPlainRoot(SIGN_STYLE);
    this.#draw();
  }

  /** Moves to where it covers none of these; where there is no such place, only its line at the edge stays. */
  keepClearOf(taken: readonly DOMRect[]): void {
    if (this.#shown === null) return;
    // A page that is written anew loses it.
    if (!this.#shown.host.isConnected) this.#shown = addPlainRoot(SIGN_STYLE);
    const pill = this.#at === 'edge' ? undefined : this.#shown.place.querySelector('.sign')?.getBoundingClientRect();
    if (pill !== undefined) this.#size = { width: pill.width, height: pill.height };
    const at = freePlace(taken, this.#size, { width: innerWidth, height: innerHeight });
    if (at === this.#at && this.#shown.place.childElementCount > 0) return;
    this.#at = at;
    this.#draw();
  }

  #draw(): void {
    if (this.#shown === null) return;
    render(<Sign text={this.#text} at={this.#at} />, this.#shown.place);
  }

  #remove(): void {
    if (this.#shown === null) return;
    render(null, this.#shown.place);
    this.#shown.host.remove();
    this.#shown = null;
  }
}

/** Where there is no room, it is still there for a screen reader, and the edge for the eye. */
function Sign({ text, at }: { readonly text: string; readonly at: Place }) {
  return (
    <>
      <div class="edge" aria-hidden="true" />
      <p class={`sign ${at}`} role="status" aria-label={`Countersign: ${text}`}>
        <span class="dot" aria-hidden="true" />
        {text}
      </p>
    </>
  );
}
