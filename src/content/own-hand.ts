/** What the guard itself does in the page: pressing Send after an approval, writing a text back. It is nobody's sign. */

let busy = false;

/** Does something in the page as the guard; events that it makes are not taken for an agent's. */
export function byOwnHand<T>(act: () => T): T {
  busy = true;
  try {
    return act();
  } finally {
    busy = false;
  }
}

/** Whether the guard itself is acting at this moment. */
export function isOwnHand(): boolean {
  return busy;
}
