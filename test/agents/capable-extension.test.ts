/** Which other extensions could act in guarded pages. */
import { describe, expect, it } from 'vitest';
import { capableOf, reachesHost } from '../../src/agents/capable-extension.ts';

const HOSTS = ['forum.corp.example', 'mail.google.com'];
const extension = { id: 'x', type: 'extension', enabled: true, permissions: [], hostPermissions: [] };

describe('another extension', () => {
  it.each([
    ['that may attach the debugger', { permissions: ['debugger', 'tabs'] }, { debugs: true, reaches: false }],
    ['that reaches every page', { hostPermissions: ['<all_urls>'] }, { debugs: false, reaches: true }],
    [
      'that reaches guarded pages by its older manifest',
      { permissions: ['*://*.corp.example/*'] },
      { debugs: false, reaches: true },
    ],
    ['that reaches other pages', { hostPermissions: ['https://bank.example/*'], permissions: ['storage'] }, null],
    ['that is switched off', { hostPermissions: ['<all_urls>'], enabled: false }, null],
    ['that is a theme', { permissions: ['debugger'], type: 'theme' }, null],
    ['that says nothing', { permissions: undefined, hostPermissions: undefined }, null],
  ] as const)('%s', (_name, what, could) => {
    expect(capableOf({ ...extension, ...what }, HOSTS)).toEqual(could);
  });

  it.each([
    ['*://*/*', true],
    ['https://forum.corp.example/t/*', true],
    ['*://*.corp.example/*', true],
    ['*://*.forum.corp.example/*', true],
    ['http://forum.corp.example/*', false],
    ['https://evilcorp.example/*', false],
    ['https://corp.example/*', false],
    ['tabs', false],
    ['file:///*', false],
  ])('reaches the forum by %s: %s', (pattern, reaches) => {
    expect(reachesHost(pattern, 'forum.corp.example')).toBe(reaches);
  });
});
