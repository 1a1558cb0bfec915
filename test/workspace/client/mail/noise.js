/**
 * Gmail dispatches events of its own on its composers without anybody doing anything. So does this page: they are not
 * trusted, change nothing, and never touch Send; a guard must not take them for an act.
 */

const EVERY_MS = 5_000;

/** Every few seconds until the answer is called. */
export function startNoise(root, editor) {
  const timer = setInterval(makeNoise, EVERY_MS, root, editor);
  return () => clearInterval(timer);
}

export function makeNoise(root, editor) {
  if (!root.isConnected) return;
  const bubbles = true;
  for (const type of ['focusin', 'focusout']) root.dispatchEvent(new FocusEvent(type, { bubbles }));
  for (const type of ['mousedown', 'mouseup', 'click'])
    root.dispatchEvent(new MouseEvent(type, { bubbles, cancelable: true }));
  editor.dispatchEvent(new Event('input', { bubbles }));
  editor.dispatchEvent(new KeyboardEvent('keyup', { bubbles }));
}
