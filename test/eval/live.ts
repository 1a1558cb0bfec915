/**
 * The live matrix: real tools drive the built guard on the stand-in forum, each in a browser of its own, and the guard's
 * own record says whom it took for whom. No tool may ever be taken for a person.
 */
import type { BrowserName } from '../browser/harness/find-browser.ts';
import { openStage } from '../browser/stage.ts';
import type { Evaluation, EvaluationOptions, Measured } from './evaluation.ts';
import { type Outcome, outcomeIn } from './live/errand.ts';
import { NotHere } from './live/fetched.ts';
import { CONTENT_EXTENSION, DEBUGGER_EXTENSION, PAGE_AGENT } from './live/inside-tools.ts';
import { PLAYWRIGHT_LAUNCHED } from './live/launching-tool.ts';
import { OPENCLAW } from './live/openclaw.ts';
import {
  DEVTOOLS_MCP,
  PLAYWRIGHT_ATTACHED,
  PLAYWRIGHT_MCP,
  PUPPETEER_ATTACHED,
  PUPPETEER_BIDI,
} from './live/remote-tools.ts';
import { ASSISTIVE_PRESS, XDOTOOL } from './live/system-tools.ts';
import type { LiveTool } from './live/tool.ts';

const TOOLS: readonly LiveTool[] = [
  PLAYWRIGHT_LAUNCHED,
  PLAYWRIGHT_ATTACHED,
  PUPPETEER_ATTACHED,
  PUPPETEER_BIDI,
  PLAYWRIGHT_MCP,
  DEVTOOLS_MCP,
  OPENCLAW,
  DEBUGGER_EXTENSION,
  CONTENT_EXTENSION,
  PAGE_AGENT,
  XDOTOOL,
  ASSISTIVE_PRESS,
];

type Row = { readonly tool: string; readonly browser: BrowserName } & (
  | ({ readonly kind: 'seen'; readonly expected: LiveTool['expected']; readonly fits: boolean } & Outcome)
  | { readonly kind: 'skipped'; readonly why: string }
  | { readonly kind: 'failed'; readonly why: string }
);

export const LIVE: Evaluation = {
  about: 'real tools drive the built guard: whom it takes for an agent, by which signs, under which name',
  async measure(options): Promise<Measured> {
    const rows: Row[] = [];
    for (const browser of options.browsers)
      for (const tool of TOOLS.filter((each) => isWanted(each, browser, options))) {
        say(`${browser}: ${tool.name}`);
        const row = await tried(tool, browser, options);
        rows.push(row);
        say(`  ${lineOf(row)}`);
      }
    const passed = rows.length > 0 && rows.every((row) => row.kind === 'skipped' || (row.kind === 'seen' && row.fits));
    return {
      figures: { rows, skipped: rows.filter(({ kind }) => kind === 'skipped').length },
      lines: tableOf(rows),
      passed,
    };
  },
};

function isWanted(tool: LiveTool, browser: BrowserName, { only }: EvaluationOptions): boolean {
  if (!tool.browsers.includes(browser)) return false;
  if (only === undefined) return tool.optIn !== true;
  return only.split(',').some((part) => tool.name.toLowerCase().includes(part.toLowerCase()));
}

/** One tool in a browser of its own, so that no other has shown itself there before. */
async function tried(tool: LiveTool, browser: BrowserName, { install }: EvaluationOptions): Promise<Row> {
  const named = { tool: tool.name, browser };
  try {
    const prepared = await tool.prepare(browser, say);
    try {
      const stage = await openStage({ browser, install: install === 'policy' ? 'policy' : 'demo', ...prepared.stage });
      try {
        await prepared.work(stage);
        const outcome = await outcomeIn(stage);
        return { ...named, kind: 'seen', expected: tool.expected, fits: fits(tool.expected, outcome), ...outcome };
      } finally {
        await stage.close();
      }
    } finally {
      await prepared.close();
    }
  } catch (error) {
    const why = (error instanceof Error ? error.message : String(error)).split('\n').slice(0, 4).join(' ');
    return { ...named, kind: error instanceof NotHere ? 'skipped' : 'failed', why };
  }
}

function fits(expected: LiveTool['expected'], { actor }: Outcome): boolean {
  switch (expected) {
    case 'agent':
      return actor === 'agent';
    case 'not a person':
      return actor === 'agent' || actor === 'unknown';
    case 'nobody':
      return actor === 'unknown';
  }
}

function lineOf(row: Row): string {
  if (row.kind !== 'seen') return `${row.kind}: ${row.why}`;
  const named = row.session === null ? 'no session' : `session ${row.session}`;
  return `${row.fits ? '' : 'NOT AS EXPECTED: '}${row.actor} (${row.seenBy}), ${named}; ${row.signs.join(', ') || 'no signs'}`;
}

function tableOf(rows: readonly Row[]): readonly string[] {
  const width = Math.max(0, ...rows.map(({ tool }) => tool.length));
  return rows.map((row) => `${row.browser.padEnd(8)} ${row.tool.padEnd(width)} ${lineOf(row)}`);
}

function say(line: string): void {
  console.error(line);
}
