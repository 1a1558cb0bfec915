/**
 * Forms of the page that wait to be sent: a form that posts itself is no request that the page's world could keep back,
 * so it is kept back here, asked about like one, and submitted again once it may go.
 */
import type { Ask } from '../page/bridge.ts';
import { requestOfForm } from '../sites/generic/form.ts';

/** Forms that wait at once; of a page that floods the newest count. */
const MOST_WAITING = 20;

export class WaitingForms {
  readonly #waiting = new Map<string, () => void>();

  /** The question about a form as this control would submit it; null when it posts nothing here. */
  ask(form: HTMLFormElement, submitter: Element | null): Ask | null {
    const request = requestOfForm(form, submitter);
    if (request === null) return null;
    const { method, url, text } = request;
    return { attempt: `form-${Math.random()}`, method, url, body: text, readable: text !== null, canWait: true };
  }

  /** Keeps a form until it is told; `send` submits it again. */
  keep({ attempt }: Ask, send: () => void): void {
    this.#waiting.set(attempt, send);
    for (const oldest of this.#waiting.keys()) {
      if (this.#waiting.size <= MOST_WAITING) break;
      this.#waiting.delete(oldest);
    }
  }

  /** Tells the form that waits under this name; false when none does. */
  tell(attempt: string, told: 'go' | 'stop'): boolean {
    const send = this.#waiting.get(attempt);
    if (send === undefined) return false;
    this.#waiting.delete(attempt);
    if (told === 'go') send();
    return true;
  }
}

/** As its own control submits it; by itself where that has gone. */
export function submitAgain(form: HTMLFormElement, submitter: HTMLElement | null): void {
  try {
    form.requestSubmit(submitter);
  } catch {
    form.requestSubmit();
  }
}
