/** Chromium with the guard force-installed by policy, in a private mount namespace, on our own display. */
import { mkdirSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { demoBuild } from './demo-build.ts';
import { servePackages } from './extension-package.ts';
import type { FoundBrowser } from './find-browser.ts';
import { installForm, NAMESPACE_SCRIPT } from './install-form.ts';
import type { Launched, LaunchOptions } from './launched.ts';
import { descendants, killAll } from './process-tree.ts';
import { end, removeFolder, start, temporaryFolder } from './processes.ts';
import { openProxy, proxyScript } from './proxy.ts';
import { until } from './until.ts';

/** Quiet flags; background networking stays on, since without it a fresh profile installs nothing by policy. */
const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-component-update',
  '--disable-sync',
  '--disable-features=Translate,MediaRouter,OptimizationHints,DisableLoadExtensionCommandLineSwitch',
  '--password-store=basic',
  '--window-position=0,0',
  // A software keyboard of a test must not depend on the machine's language.
  '--lang=en-US',
] as const;

/** Policies that keep bubbles and background traffic away. */
const QUIET_POLICIES = {
  BrowserSignin: 0,
  PasswordManagerEnabled: false,
  AutofillAddressEnabled: false,
  TranslateEnabled: false,
  DefaultBrowserSettingEnabled: false,
  PromotionsEnabled: false,
  BackgroundModeEnabled: false,
  MetricsReportingEnabled: false,
  SafeBrowsingProtectionLevel: 0,
  SearchSuggestEnabled: false,
  CommandLineFlagSecurityWarningsEnabled: false,
  ShowHomeButton: false,
  BookmarkBarEnabled: false,
};

/** Starts Chromium; resolves when it runs (the guard may still be installing itself). */
export async function launchChromium(found: FoundBrowser, options: LaunchOptions): Promise<Launched> {
  const form = installForm();
  const proxy = await openProxy(options.hosts);
  const dist = form.kind === 'demo' ? demoBuild(options.dist, options.managed) : options.dist;
  const profile = options.profile ?? temporaryFolder('profile');
  const packages = await servePackages({ chrome: dist, keyFolder: profile });
  const policy = temporaryFolder('policy');
  const file = join(policy, 'policies', 'managed', 'countersign.json');
  mkdirSync(join(policy, 'policies', 'managed'), { recursive: true });
  const write = (managed: LaunchOptions['managed'] | null) =>
    writeFileSync(
      file,
      JSON.stringify(
        policiesFor(options, packages.chromiumId, packages.port, proxy.port, managed ?? undefined),
        null,
        2,
      ),
    );
  write(options.managed);
  const port = options.remote === 'agent' ? await freePort() : null;
  const args = argumentsFor({ ...options, dist }, form.kind, profile, port, proxy.port);
  const environment = {
    ...process.env,
    DISPLAY: options.display,
    POLICY_SOURCE: policy,
    POLICY_TARGET: found.policyFolder,
  };
  const child =
    form.kind === 'policy'
      ? start('unshare', [...form.unshare, 'sh', '-c', NAMESPACE_SCRIPT, 'sh', found.path, ...args], {
          env: environment,
        })
      : start(found.path, args, { env: environment });
  const failed = new Promise<never>((_, reject) =>
    child.once('exit', (code) => reject(new Error(`Chromium ended at once (${code})`))),
  );
  failed.catch(() => undefined);
  if (port !== null) await Promise.race([failed, until('Chromium to listen', () => listens(port), 60_000)]);

  const shutDown = async (keep: boolean) => {
    await end(child);
    await Promise.all([proxy.close(), packages.close()]);
    removeFolder(policy);
    if (!keep) removeFolder(profile);
  };
  const root = child.pid ?? -1;
  const extensionProcesses = () =>
    descendants(root)
      .filter((p) => p.command.includes('--extension-process'))
      .map((p) => p.id);
  return {
    browser: 'chromium',
    install: form.kind,
    guardOrigin: form.kind === 'policy' ? `chrome-extension://${packages.chromiumId}/` : '',
    profile,
    processId: root,
    remoteUrl: port === null ? null : `http://127.0.0.1:${port}`,
    refusedHosts: proxy.refused,
    setManaged: write,
    writePolicyFile: (content) => writeFileSync(file, content),
    extensionProcesses,
    killExtensionProcesses: () => killAll(extensionProcesses()),
    isRunning: () => child.exitCode === null && child.signalCode === null,
    stop: () => shutDown(true),
    close: () => shutDown(false),
  };
}

function policiesFor(
  options: LaunchOptions,
  id: string,
  packages: number,
  proxy: number,
  managed: LaunchOptions['managed'],
): object {
  return {
    ...QUIET_POLICIES,
    ExtensionSettings: {
      [id]: {
        installation_mode: 'force_installed',
        update_url: `http://127.0.0.1:${packages}/update.xml`,
        toolbar_pin: 'force_pinned',
      },
    },
    ...(managed === undefined ? {} : { '3rdparty': { extensions: { [id]: managed } } }),
    CACertificates: [options.certificates.caDerBase64],
    ProxySettings: {
      ProxyMode: 'pac_script',
      ProxyPacUrl: `data:application/x-ns-proxy-autoconfig;base64,${Buffer.from(proxyScript(proxy)).toString('base64')}`,
      ProxyPacMandatory: true,
    },
    DeveloperToolsAvailability: options.tools === 'inspector' ? 1 : 0,
  };
}

function argumentsFor(
  options: LaunchOptions,
  form: 'policy' | 'demo',
  profile: string,
  port: number | null,
  proxy: number,
): readonly string[] {
  const root = process.getuid?.() === 0 || form === 'policy';
  return [
    ...FLAGS,
    ...(root ? ['--no-sandbox'] : []),
    `--user-data-dir=${profile}`,
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ...(port === null ? [] : [`--remote-debugging-port=${port}`]),
    // The demo has no policy: the unpacked build, our certificate and proxy by flags, for this run and profile only.
    ...(form === 'demo'
      ? [
          `--load-extension=${options.dist}`,
          '--ignore-certificate-errors',
          `--proxy-pac-url=data:application/x-ns-proxy-autoconfig;base64,${Buffer.from(proxyScript(proxy)).toString('base64')}`,
        ]
      : []),
    options.url ?? 'about:blank',
  ];
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
