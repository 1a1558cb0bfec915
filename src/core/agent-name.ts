/**
 * The agents that are known by name. A name says whom to ask and what to put down; nothing is held or let go by it, since
 * any page or program can leave another's marks.
 */

/** From the most telling to the least: some agents leave the marks of the tools that they are built from. */
export const AGENT_IDS = [
  'claude-in-chrome',
  'codex',
  'comet',
  'openclaw',
  'browseros',
  'manus',
  'do-browser',
  'nanobrowser',
  'stagehand',
  'agent-browser',
  'skyvern',
  'page-agent',
  'browser-use',
  'selenium',
  'puppeteer',
] as const;

export type AgentId = (typeof AGENT_IDS)[number];

/** Proper names, the same in all languages. */
export const AGENT_NAMES: Readonly<Record<AgentId, string>> = {
  'claude-in-chrome': 'Claude in Chrome',
  codex: 'ChatGPT (Codex)',
  comet: 'Comet',
  openclaw: 'OpenClaw',
  browseros: 'BrowserOS',
  manus: 'Manus',
  'do-browser': 'Do Browser',
  nanobrowser: 'Nanobrowser',
  stagehand: 'Stagehand',
  'agent-browser': 'agent-browser',
  skyvern: 'Skyvern',
  'page-agent': 'page-agent',
  'browser-use': 'browser-use',
  selenium: 'Selenium',
  puppeteer: 'Puppeteer',
};

/** Whether one name says more than another. */
export function saysMore(name: AgentId, than: AgentId): boolean {
  return AGENT_IDS.indexOf(name) < AGENT_IDS.indexOf(than);
}
