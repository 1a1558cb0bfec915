/** Firefox with the guard installed by policy, in a private mount namespace, on our own display. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FIREFOX_ID } from './extension-package.ts';
import type { FoundBrowser } from './find-browser.ts';
import { firefoxPolicies, firefoxPreferences } from './firefox-settings.ts';
import type { Launched, LaunchOptions } from './launched.ts';
import { openPolicyFile } from './policy-file.ts';
import { end } from './processes.ts';
import { installTemporarily } from './remote.ts';
import { launchedFrom, makeSurroundings, type Running, type Surroundings, startBrowser } from './surroundings.ts';
import { until } from './until.ts';

/** Starts Firefox; resolves when it runs (the guard may still be installing itself). */
export async function launchFirefox(found: FoundBrowser, options: LaunchOptions): Promise<Launched> {
  const around = await makeSurroundings(found, options);
  writeFileSync(join(around.policyFolder, 'ca.pem'), options.certificates.caPem);
  const policy = openPolicyFile(
    join(around.policyFolder, 'policies', 'policies.json'),
    (managed, more) =>
      firefoxPolicies(around.packages.port, join(found.policyFolder, 'ca.pem'), managed, more, options.guard),
    { managed: options.managed, policies: options.policies },
  );
  writeFileSync(join(around.profile, 'user.js'), firefoxPreferences(around.proxy.port));
  const running = startBrowser(
    found,
    { ...around, environment: { ...around.environment, MOZ_CRASHREPORTER_DISABLE: '1' } },
    firefoxArguments(around, options),
  );
  try {
    const remoteUrl = options.remote === 'agent' ? await listening(running) : null;
    if (around.form.kind === 'demo' && remoteUrl !== null) await installTemporarily(remoteUrl, around.dist);
    return launchedFrom(around, running, policy, (each) => /^WebExt/.test(each.name), {
      browser: 'firefox',
      guardId: FIREFOX_ID,
      guardOrigin: '',
      remoteUrl,
    });
  } catch (error) {
    await end(running.child);
    await around.close(options.profile === undefined ? 'remove' : 'keep');
    throw error;
  }
}

function firefoxArguments(around: Surroundings, options: LaunchOptions): readonly string[] {
  return [
    '--no-remote',
    '--profile',
    around.profile,
    '--width',
    '1200',
    '--height',
    '900',
    ...(options.remote === 'agent' ? ['--remote-debugging-port=0'] : []),
    ...(options.extraArgs ?? []),
    options.url ?? 'about:blank',
  ];
}

/** Firefox chooses the port itself and says which. */
function listening(running: Running): Promise<string> {
  return Promise.race([
    running.failed,
    until('Firefox to listen', () => /listening on (ws:\/\/\S+)/.exec(running.output())?.[1], 90_000),
  ]);
}
