/** A card in the page: the guard does not answer, so nothing was sent. It decides nothing; a person can put it away. */
import { render } from 'preact';
import type { Say } from '../words.ts';
import { addRoot } from './root.ts';

export class LostNotice {
  readonly #say: Say;
  #close: (() => void) | null = null;

  constructor(say: Say) {
    this.#say = say;
  }

  /** Shows the card, once. */
  show(): void {
    if (this.#close !== null) return;
    const { host, place } = addRoot();
    this.#close = () => {
      render(null, place);
      host.remove();
      this.#close = null;
    };
    host.showPopover();
    // Drawn after it is shown, so that a screen reader hears it.
    render(<Notice say={this.#say} onClose={() => this.hide()} />, place);
  }

  /** Takes it away: somebody tries again, or there is better news. */
  hide(): void {
    this.#close?.();
  }
}

function Notice({ say, onClose }: { readonly say: Say; onClose(): void }) {
  return (
    <section class="card" role="alert" aria-label="Countersign">
      <header>
        <span class="kicker">Countersign</span>
      </header>
      <h2>{say('guardAwayTitle')}</h2>
      <p class="reason">{say('guardAway')}</p>
      <p class="reason">{say('guardAwayText')}</p>
      <div class="buttons">
        <button type="button" class="quiet" onClick={(event) => event.isTrusted && onClose()}>
          {say('hide')}
        </button>
      </div>
    </section>
  );
}
