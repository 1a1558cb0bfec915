/** Nothing a person has set may be made looser while something that may be an agent could be the one who asks. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { NO_SETTINGS, type UserSettings } from '../../src/core/policy/user-settings.ts';

const OWN = 'chrome-extension://x/';
let targets: readonly object[] = [];
vi.stubGlobal('navigator', {});
vi.stubGlobal('chrome', {
  runtime: { id: 'x', getURL: (path = '') => `${OWN}${path}` },
  debugger: { getTargets: async () => targets },
});
const { emptyState } = await import('../../src/background/state.ts');
const { importPolicy, isAgentAtWork, saveSettings } = await import('../../src/background/settings.ts');

const FORUM = { host: 'forum.example', kind: 'discourse', name: 'F' } as const;
const strict: UserSettings = { ...NO_SETTINGS, sites: [FORUM], review: 'full' };

describe('looser settings and a policy file', () => {
  beforeEach(() => {
    targets = [];
  });

  it.each<[string, readonly object[]]>([
    ['while a debugger is at our popup', [{ attached: true, url: `${OWN}src/ui/popup.html` }]],
    ['while a debugger is at our worker', [{ attached: true, url: `${OWN}worker.js` }]],
    [
      'while a debugger is at our options page, beside DevTools',
      [
        { attached: true, tabId: 3, url: `${OWN}src/ui/options.html` },
        { attached: true, tabId: 4, url: 'devtools://devtools/bundled/inspector.html' },
      ],
    ],
    [
      'while a debugger is at another page, beside DevTools',
      [
        { attached: true, tabId: 3, url: 'https://forum.corp.example/' },
        { attached: false, url: 'devtools://devtools/bundled/inspector.html' },
      ],
    ],
  ])('are refused %s', async (_name, present) => {
    targets = present;
    const state = { ...emptyState(), settings: strict };
    expect(await saveSettings(state, NO_SETTINGS)).toEqual({ kind: 'refused', why: 'agent-at-work' });
    expect(await importPolicy(state, '')).toEqual({ kind: 'refused', why: 'agent-at-work' });
    expect(state.settings).toBe(strict);
  });

  it('can be seen to be refused: open DevTools are no excuse', () => {
    expect(isAgentAtWork({ ...emptyState(), devtools: new Set([3]) })).toBe(true);
    expect(isAgentAtWork(emptyState())).toBe(false);
  });
});
