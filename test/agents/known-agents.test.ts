/** Known agents are named by what they leave in pages; whoever leaves nothing has no name. */
import { describe, expect, it } from 'vitest';
import {
  AGENT_GLOBALS,
  agentByExtension,
  agentByGlobals,
  agentInDocument,
  tellingName,
} from '../../src/agents/known-agents.ts';

/** A document that has these selectors' elements and no others. */
function documentWith(...present: readonly string[]): ParentNode {
  const found = (selector: string) => selector.split(',').some((each) => present.includes(each));
  return { querySelector: (selector: string) => (found(selector) ? {} : null) } as unknown as ParentNode;
}

describe('a known agent', () => {
  it.each([
    [['[data-openclaw-browser-ref]'], 'openclaw'],
    [['#claude-agent-glow-border'], 'claude-in-chrome'],
    [['#playwright-highlight-container'], 'browser-use'],
    [['#playwright-highlight-container', '#page-agent-runtime_simulator-mask'], 'page-agent'],
    [[], null],
  ] as const)('is named by its elements: %j', (present, name) => {
    expect(agentInDocument(documentWith(...present))).toBe(name);
  });

  it.each([
    [['__ariaQuerySelector'], 'puppeteer'],
    [['__ariaQuerySelector', '__stagehandLocatorScripts'], 'stagehand'],
    [['ret_nodes'], 'selenium'],
    [['_highlightCleanupFunctions'], 'page-agent'],
    [['jQuery'], null],
  ] as const)('is named by what it puts on the window: %j', (names, name) => {
    expect(agentByGlobals(names)).toBe(name);
  });

  it('is named by its extension, and no other is', () => {
    expect(agentByExtension('fcoeoabgfenejglbffodgkkbkcdhcgfn')).toBe('claude-in-chrome');
    expect(agentByExtension('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')).toBeNull();
  });

  it('keeps of two names the one that says more', () => {
    expect([tellingName('puppeteer', 'openclaw'), tellingName(null, 'selenium'), tellingName(null, null)]).toEqual([
      'openclaw',
      'selenium',
      null,
    ]);
  });

  it('asks the page for plain names only', () => {
    expect(AGENT_GLOBALS.every((name) => /^\w+$/.test(name))).toBe(true);
  });
});
