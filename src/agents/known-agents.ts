/**
 * Marks by which known agents can be named: elements and attributes that they put into pages, names that they put into
 * the page's own world, and their extensions. For naming alone. "Measured" were seen in our own recordings of
 * 2026-11-23; the others stand in public descriptions of that date and were not seen by us.
 */
import { AGENT_IDS, type AgentId, saysMore } from '../core/agent-name.ts';

interface Marks {
  /** Selectors of what only this agent puts into a page. */
  readonly elements: readonly string[];
  /** Names on the page's own window. */
  readonly globals: readonly string[];
  /** Ids of its extensions. */
  readonly extensions: readonly string[];
}

const KNOWN: Readonly<Record<AgentId, Partial<Marks>>> = {
  'claude-in-chrome': {
    elements: [
      '#claude-agent-glow-border',
      '#claude-agent-stop-container',
      '#claude-phantom-cursor',
      '#claude-static-indicator-container',
      'style#claude-agent-animation-styles',
    ],
    extensions: ['fcoeoabgfenejglbffodgkkbkcdhcgfn'],
  },
  codex: {
    elements: ['#codex-agent-overlay-root', '[data-codex-agent-overlay-root]', 'link[data-codex-favicon-badge]'],
    globals: ['__codexAgentPopupInterceptor', '__browserUseClipboardBridge'],
    extensions: ['hehggadaopoacecdllhhajmbjkdcmajg'],
  },
  comet: {
    elements: ['#pplx-agent-overlay', '[id^="pplx-agent-"][id*="-overlay"]'],
    extensions: ['npclhjbddhklpbnacpjloidibaggcgon'],
  },
  // Elements measured (2026.9.6), with labelled or interactive snapshots only.
  openclaw: {
    elements: ['#__openclaw-annotations__', '[data-openclaw-labels]', '[data-openclaw-browser-ref]'],
    extensions: ['kcdjddhmeafeomebliikmbpblkmkfoig'],
  },
  browseros: { elements: ['#browseros-glow-overlay', '#browseros-glow-styles', 'browseros-pointer'] },
  manus: {
    elements: ['#manus-action-mask-host', '[data-manus_clickable]', '[data-manus_click_id]'],
    extensions: ['mljmkmodkfigdopcpgboaalildgijkoc'],
  },
  'do-browser': { extensions: ['hjcibkpfgnljonndnnanhkholafmgmip'] },
  nanobrowser: { extensions: ['imbddededgmcgfhfpcjmijokokekbkal'] },
  // Global measured (3.7.3).
  stagehand: { elements: ['#__v3_cursor_overlay__'], globals: ['__stagehandLocatorScripts', '__stagehandV3__'] },
  // Measured (0.41.2), while it looks for text.
  'agent-browser': { elements: ['[data-agent-browser-located]'] },
  skyvern: { elements: ['skyvern-control-indicator'], globals: ['GlobalSkyvernFrameIndex'] },
  // Measured (1.12.4); the highlight alone is browser-use's as well.
  'page-agent': {
    elements: ['#page-agent-runtime_simulator-mask', '[data-page-agent-ignore]'],
    globals: ['_highlightCleanupFunctions'],
  },
  'browser-use': {
    elements: [
      '#playwright-highlight-container',
      '[browser-user-highlight-id]',
      '[data-browser-use-highlight]',
      '[data-browser-use-interaction-highlight]',
      '#browser-use-debug-highlights',
    ],
  },
  // Globals measured (4.49 with chromedriver 156).
  selenium: { globals: ['ret_nodes', 'se_exportedFunctionSymbol'] },
  // Globals measured (25.16), after a look at the accessibility tree; chrome-devtools-mcp is built on it.
  puppeteer: { globals: ['__ariaQuerySelector', 'puppeteer___ariaQuerySelector'] },
};

/** All names that agents put on a page's window. */
export const AGENT_GLOBALS: readonly string[] = AGENT_IDS.flatMap((id) => KNOWN[id].globals ?? []);

/** The agent whose elements stand in a document; null when there are none. */
export function agentInDocument(root: ParentNode): AgentId | null {
  // One query tells nearly always that there is nothing.
  if (root.querySelector(ALL_ELEMENTS) === null) return null;
  return AGENT_IDS.find((id) => (KNOWN[id].elements ?? []).some((each) => root.querySelector(each) !== null)) ?? null;
}

const ALL_ELEMENTS = AGENT_IDS.flatMap((id) => KNOWN[id].elements ?? []).join(',');

/** The agent that has put these names on the page's window; null when none of them is known. */
export function agentByGlobals(names: readonly string[]): AgentId | null {
  return AGENT_IDS.find((id) => KNOWN[id].globals?.some((each) => names.includes(each)) === true) ?? null;
}

/** The agent that comes as this extension; null for any other extension. */
export function agentByExtension(extension: string): AgentId | null {
  return AGENT_IDS.find((id) => KNOWN[id].extensions?.includes(extension) === true) ?? null;
}

/** Of two names that were found, the one that says more; null when there is none. */
export function tellingName(a: AgentId | null, b: AgentId | null): AgentId | null {
  if (a === null || b === null) return a ?? b;
  return saysMore(b, a) ? b : a;
}
