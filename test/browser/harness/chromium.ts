/** Chromium with the guard force-installed by policy, in a private mount namespace, on our own display. */
import { realpathSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { chromiumArguments, chromiumPolicies } from './chromium-settings.ts';
import { extensionId } from './extension-package.ts';
import type { FoundBrowser } from './find-browser.ts';
import type { Launched, LaunchOptions } from './launched.ts';
import { openPolicyFile } from './policy-file.ts';
import { end } from './processes.ts';
import { launchedFrom, makeSurroundings, type Surroundings, startBrowser } from './surroundings.ts';
import { until } from './until.ts';

/** Starts Chromium; resolves when it runs (the guard may still be installing itself). */
export async function launchChromium(found: FoundBrowser, options: LaunchOptions): Promise<Launched> {
  const around = await makeSurroundings(found, options);
  const policy = openPolicyFile(
    join(around.policyFolder, 'policies', 'managed', 'countersign.json'),
    (managed, more) => chromiumPolicies(around, options, managed, more),
    { managed: options.managed, policies: options.policies },
  );
  const port = options.remote === 'agent' ? await freePort() : null;
  const running = startBrowser(found, around, chromiumArguments(around, options, port));
  try {
    if (port !== null) await Promise.race([running.failed, until('Chromium to listen', () => listens(port), 90_000)]);
  } catch (error) {
    await end(running.child);
    await around.close(options.profile === undefined ? 'remove' : 'keep');
    throw error;
  }
  const guardId = guardIdOf(around);
  return launchedFrom(around, running, policy, (each) => each.command.includes('--extension-process'), {
    browser: 'chromium',
    guardId,
    guardOrigin: `chrome-extension://${guardId}/`,
    remoteUrl: port === null ? null : `http://127.0.0.1:${port}`,
  });
}

/** An unpacked build is known by its path, a packed one by its key. */
function guardIdOf(around: Surroundings): string {
  if (around.form.kind === 'policy') return around.packages.chromiumId;
  const path = realpathSync(around.dist);
  return extensionId(Buffer.from(path, process.platform === 'win32' ? 'utf16le' : 'utf8'));
}

async function listens(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/json/version`, { signal: AbortSignal.timeout(2_000) }).then(
    (answer) => answer.ok,
    () => false,
  );
}

/** A port that was free a moment ago; a fixed port keeps `navigator.webdriver` false, as real agents' browsers have it. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
