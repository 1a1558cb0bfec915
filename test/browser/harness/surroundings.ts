/**
 * What a launch of either browser has around it: proxy, package server, private policy folder, profile, and a home of
 * its own, so that the browser neither reads nor leaves anything in the user's folders.
 */
import type { ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { demoBuild } from './demo-build.ts';
import { noHomeFolders } from './display.ts';
import { type PackageServer, servePackages } from './extension-package.ts';
import type { FoundBrowser } from './find-browser.ts';
import { type InstallForm, installForm, NAMESPACE_SCRIPT, namespaceEnvironment } from './install-form.ts';
import type { Launched, LaunchOptions } from './launched.ts';
import type { PolicyFile } from './policy-file.ts';
import { descendants, killAll, type SeenProcess } from './process-tree.ts';
import { end, removeFolder, start, temporaryFolder } from './processes.ts';
import { type ConnectProxy, openProxy } from './proxy.ts';

export interface Surroundings {
  readonly form: InstallForm;
  /** The build to install; in the demo a copy with the policy inside. */
  readonly dist: string;
  readonly proxy: ConnectProxy;
  readonly packages: PackageServer;
  /** Seen by the browser, and by it alone, as its policy folder under /etc. */
  readonly policyFolder: string;
  readonly profile: string;
  readonly environment: NodeJS.ProcessEnv;
  close(profile: 'keep' | 'remove'): Promise<void>;
}

/** Makes all of it; throws when `install: 'policy'` is wanted and not possible here. */
export async function makeSurroundings(found: FoundBrowser, options: LaunchOptions): Promise<Surroundings> {
  const form = formFor(options);
  const dist = form.kind === 'demo' ? demoBuild(options.dist, options.managed) : options.dist;
  const run = temporaryFolder('run');
  const policyFolder = join(run, 'policy');
  const layer = join(run, 'layer');
  for (const folder of [policyFolder, layer]) mkdirSync(folder);
  const profile = options.profile ?? temporaryFolder('profile');
  const packages = await servePackages({ [found.name === 'chromium' ? 'chrome' : 'firefox']: dist }, profile);
  const proxy = await openProxy(options.hosts);
  return {
    form,
    dist,
    proxy,
    packages,
    policyFolder,
    profile,
    environment: {
      ...ownHome(run),
      ...namespaceEnvironment(policyFolder, found.policyFolder, layer),
      DISPLAY: options.display,
    },
    async close(kept) {
      await Promise.all([proxy.close(), packages.close()]);
      for (const folder of [run, dist, ...(kept === 'keep' ? [] : [profile])]) removeFolder(folder);
    },
  };
}

export interface Running {
  readonly child: ChildProcess;
  /** The last of what it wrote. */
  output(): string;
  /** Rejects when the browser ends; never resolves. */
  readonly failed: Promise<never>;
  readonly closed: Promise<void>;
}

/** Starts the browser inside its private namespace, or plainly in the demo. */
export function startBrowser(found: FoundBrowser, around: Surroundings, args: readonly string[]): Running {
  const options = { env: around.environment, stdio: ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe'] };
  const child =
    around.form.kind === 'policy'
      ? start('unshare', [...around.form.unshare, 'sh', '-c', NAMESPACE_SCRIPT, 'sh', found.path, ...args], options)
      : start(found.path, args, options);
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (data: Buffer) => (output = `${output}${data}`.slice(-20_000)));
  const failed = new Promise<never>((_, reject) => {
    child.once('error', (error) => reject(new Error(`${found.path} did not start: ${error.message}`)));
    child.once('exit', (code, signal) =>
      reject(new Error(`${found.path} ended (${signal ?? code}): ${output.trim().split('\n').at(-1) ?? ''}`)),
    );
  });
  return { child, output: () => output, failed, closed: failed.catch(() => undefined) };
}

/** Joins what both browsers tell of themselves; `isExtensionProcess` knows one among the browser's processes. */
export function launchedFrom(
  around: Surroundings,
  running: Running,
  policy: PolicyFile,
  isExtensionProcess: (process: SeenProcess) => boolean,
  facts: Pick<Launched, 'browser' | 'guardId' | 'guardOrigin' | 'remoteUrl'>,
): Launched {
  const { child, closed } = running;
  const processId = child.pid ?? -1;
  const extensionProcesses = () =>
    process.platform === 'linux'
      ? descendants(processId)
          .filter(isExtensionProcess)
          .map((each) => each.id)
      : [];
  const shutDown = async (profile: 'keep' | 'remove') => {
    await end(child);
    await around.close(profile);
  };
  return {
    ...facts,
    install: around.form.kind,
    profile: around.profile,
    processId,
    refusedHosts: around.proxy.refused,
    closed,
    setManaged: policy.setManaged,
    setPolicies: policy.setPolicies,
    writePolicyFile: policy.write,
    extensionProcesses,
    killExtensionProcesses: () => killAll(extensionProcesses()),
    isRunning: () => child.exitCode === null && child.signalCode === null,
    stop: () => shutDown('keep'),
    close: () => shutDown('remove'),
  };
}

function formFor(options: LaunchOptions): InstallForm {
  if (options.install === 'demo') return { kind: 'demo', why: 'asked for' };
  const form = installForm();
  if (form.kind === 'demo' && options.install === 'policy')
    throw new Error(`Policy cannot be installed here: ${form.why}. Run as root or where user namespaces are allowed.`);
  return form;
}

/** On Linux alone: macOS and Windows find their key stores by the real home. */
function ownHome(run: string): NodeJS.ProcessEnv {
  if (process.platform !== 'linux') return { ...process.env };
  const [home, temporary] = [join(run, 'home'), join(run, 'tmp')];
  for (const folder of [home, temporary]) mkdirSync(folder);
  return {
    ...process.env,
    ...noHomeFolders,
    HOME: home,
    TMPDIR: temporary,
    // The key to the present display lies in the real home.
    XAUTHORITY: process.env.XAUTHORITY ?? join(homedir(), '.Xauthority'),
    // On the display that was asked for, even when the person's own desktop is Wayland.
    WAYLAND_DISPLAY: undefined,
    GDK_BACKEND: 'x11',
    MOZ_ENABLE_WAYLAND: '0',
    // A test must not depend on the machine's language.
    LANG: 'C.UTF-8',
    LANGUAGE: 'en_US',
    LC_ALL: undefined,
  };
}
