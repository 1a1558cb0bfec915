/** Finds the browsers and tools of this machine, and on Debian installs what is missing, saying so. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { start } from './processes.ts';

export type BrowserName = 'chromium' | 'firefox';

/** Which build it is; policy folders differ between them. */
export type Flavour = 'chromium' | 'chrome' | 'firefox' | 'firefox-esr';

export interface FoundBrowser {
  readonly kind: 'found';
  readonly name: BrowserName;
  readonly flavour: Flavour;
  readonly path: string;
  /** As the browser tells it, "Chromium 156.0.8078.79 …"; "version unknown" when it does not. */
  readonly version: string;
  /** Where this browser reads its enterprise policy on Linux. */
  readonly policyFolder: string;
}

/** A browser, or the places that were looked at in vain. */
export type BrowserSearch = FoundBrowser | { readonly kind: 'missing'; readonly lookedFor: readonly string[] };

const VARIABLES: Readonly<Record<BrowserName, string>> = {
  chromium: 'COUNTERSIGN_CHROMIUM',
  firefox: 'COUNTERSIGN_FIREFOX',
};

/** Debian's /usr/bin/chromium is a wrapper; the browser itself comes first. */
const PLACES: Readonly<Record<BrowserName, readonly string[]>> = {
  chromium: [
    '/usr/lib/chromium/chromium',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/opt/google/chrome/chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files\\Chromium\\Application\\chrome.exe',
  ],
  firefox: [
    '/usr/bin/firefox-esr',
    '/usr/lib/firefox-esr/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    'C:\\Program Files (x86)\\Mozilla Firefox\\firefox.exe',
  ],
};

/** What the harness needs beside the browsers; all are Debian packages. */
const TOOLS = {
  Xvfb: 'xvfb',
  openbox: 'openbox',
  xdotool: 'xdotool',
  import: 'imagemagick',
  unshare: 'util-linux',
} as const;
type Tool = keyof typeof TOOLS;
const FONTS = ['fonts-dejavu-core', 'fonts-liberation'] as const;
const POLICY_FOLDERS: Readonly<Record<Flavour, string>> = {
  chromium: '/etc/chromium',
  chrome: '/etc/opt/chrome',
  firefox: '/etc/firefox',
  'firefox-esr': '/etc/firefox',
};
const PACKAGES: Readonly<Record<BrowserName, string>> = { chromium: 'chromium', firefox: 'firefox-esr' };

/** Looks for a browser; an environment variable that names one is the only place looked at. */
export function findBrowser(name: BrowserName): BrowserSearch {
  const named = process.env[VARIABLES[name]];
  const places = named ? [named] : PLACES[name];
  const path = places.find((place) => existsSync(place));
  if (path === undefined) return { kind: 'missing', lookedFor: named ? [`${VARIABLES[name]}=${named}`] : places };
  const version = versionOf(path);
  const flavour = flavourOf(name, path, version);
  return { kind: 'found', name, flavour, path, version, policyFolder: POLICY_FOLDERS[flavour] };
}

/** Known by what it says of itself, else by where it lies. */
function flavourOf(name: BrowserName, path: string, version: string): Flavour {
  if (name === 'chromium') return /google/i.test(version) || /google/i.test(path) ? 'chrome' : 'chromium';
  return /esr/i.test(version) || /esr/i.test(path) ? 'firefox-esr' : 'firefox';
}

/** Where a tool lies, or null. */
export function findTool(tool: string): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, tool)).find((place) => existsSync(place)) ?? null;
}

/** Where each tool of the harness lies, or null. */
export function findTools(): Readonly<Record<Tool, string | null>> {
  return Object.fromEntries(toolNames().map((tool) => [tool, findTool(tool)])) as Record<Tool, string | null>;
}

/** The tools of the harness that are not there. */
export function missingTools(): readonly Tool[] {
  return toolNames().filter((tool) => findTool(tool) === null);
}

function toolNames(): readonly Tool[] {
  return Object.keys(TOOLS) as Tool[];
}

/** Finds the wanted browsers and tools; installs them with apt where that is possible; else one clear line says what to do. */
export async function ensureBrowsers(
  wanted: readonly BrowserName[],
  say: (line: string) => void,
): Promise<readonly FoundBrowser[]> {
  // One that was named and is not there is a mistake to be told, not a package to be installed.
  const absent = wanted.filter((name) => !process.env[VARIABLES[name]] && findBrowser(name).kind === 'missing');
  const tools = process.platform === 'linux' ? missingTools() : [];
  if (absent.length > 0 || tools.length > 0) await install(absent, tools, say);
  return wanted.map((name) => {
    const search = findBrowser(name);
    if (search.kind === 'missing') throw new Error(missingLine(name, search.lookedFor));
    say(`${name}: ${search.version} (${search.path})`);
    return search;
  });
}

/** What to tell a person when a browser is not there. */
export function missingLine(name: BrowserName, lookedFor: readonly string[]): string {
  return `No ${name} found. Looked for: ${lookedFor.join(', ')}. Install one, or name it in ${VARIABLES[name]}.`;
}

/** With apt and as root it installs; else it says which tools are missing (a missing browser is told by the caller). */
async function install(
  browsers: readonly BrowserName[],
  tools: readonly Tool[],
  say: (line: string) => void,
): Promise<void> {
  const ofTools = tools.map((tool) => TOOLS[tool]);
  if (findTool('apt-get') === null || process.getuid?.() !== 0) {
    if (tools.length > 0) say(`Not here: ${tools.join(', ')} (Debian packages: ${ofTools.join(', ')}).`);
    return;
  }
  const packages = [...browsers.map((name) => PACKAGES[name]), ...ofTools, ...FONTS];
  say(`Installing from Debian: ${packages.join(', ')} (once; this takes a minute) …`);
  await apt(['update', '-qq'], say);
  await apt(['install', '-y', '-qq', '--no-install-recommends', ...packages], say);
  say('Installed.');
}

/** Runs apt-get to its end; throws with its last words when it fails. */
export async function apt(args: readonly string[], say: (line: string) => void): Promise<void> {
  const child = start(
    'apt-get',
    args,
    { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: ['ignore', 'pipe', 'pipe'] },
    'ask',
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (data: Buffer) => (output = `${output}${data}`.slice(-4_000)));
  const began = Date.now();
  const tick = setInterval(() => say(`  … still installing (${Math.round((Date.now() - began) / 1000)} s)`), 10_000);
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  clearInterval(tick);
  if (code !== 0) throw new Error(`apt-get ${args[0]} failed (${code}): ${output.trim().split('\n').at(-1)}`);
}

function versionOf(path: string): string {
  if (process.platform === 'win32') return 'version not asked';
  try {
    return execFileSync(path, ['--version', '--no-sandbox'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 60_000,
    }).trim();
  } catch {
    return 'version unknown';
  }
}

/** Whether a program with these arguments ends well; false too when it is not there or takes over 20 s. */
export function succeeds(
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): boolean {
  const env = { ...process.env, ...environment };
  return spawnSync(program, [...args], { stdio: 'ignore', timeout: 20_000, env }).status === 0;
}
