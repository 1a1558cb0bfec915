/** Keys as manifests name them. */

/** Whether a key was pressed as a manifest writes it ("Alt+Shift+Period"). */
export function isKey(
  event: Pick<KeyboardEvent, 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'code' | 'key'>,
  key: string,
): boolean {
  const [name = '', ...modifiers] = key.split('+').reverse();
  const isHeld = (modifier: string) => modifiers.includes(modifier);
  return (
    event.altKey === isHeld('Alt') &&
    event.shiftKey === isHeld('Shift') &&
    event.ctrlKey === isHeld('Ctrl') &&
    event.metaKey === isHeld('Command') &&
    (event.code === name || event.code === `Key${name}` || event.key.toUpperCase() === name)
  );
}
