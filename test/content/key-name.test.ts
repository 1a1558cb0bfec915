/** Which keys are ours, as a manifest writes them. */
import { describe, expect, it } from 'vitest';
import { isKey } from '../../src/content/key-name.ts';

const NONE = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };
const OURS = { ...NONE, altKey: true, shiftKey: true };

describe('a key of ours', () => {
  it.each([
    ['by its place', { ...OURS, code: 'Period', key: '>' }, 'Alt+Shift+Period'],
    ['by its place, as a letter', { ...OURS, code: 'KeyC', key: 'Ç' }, 'Alt+Shift+C'],
    ['by its letter, on another keyboard', { ...OURS, code: 'KeyI', key: 'c' }, 'Alt+Shift+C'],
  ])('is known %s', (_how, event, key) => {
    expect(isKey(event, key)).toBe(true);
  });

  it.each([
    ['without its modifiers', { ...NONE, code: 'Period', key: '.' }],
    ['with one more', { ...OURS, ctrlKey: true, code: 'Period', key: '>' }],
    ['another key', { ...OURS, code: 'Comma', key: '<' }],
  ])('is not %s', (_how, event) => {
    expect(isKey(event, 'Alt+Shift+Period')).toBe(false);
  });
});
