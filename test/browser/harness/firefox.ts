/** Firefox with the guard installed by policy, in a private mount namespace, on our own display. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { demoBuild } from './demo-build.ts';
import { FIREFOX_ID, servePackages } from './extension-package.ts';
import type { FoundBrowser } from './find-browser.ts';
import { installForm, NAMESPACE_SCRIPT } from './install-form.ts';
import type { Launched, LaunchOptions } from './launched.ts';
import { descendants, killAll } from './process-tree.ts';
import { end, removeFolder, start, temporaryFolder } from './processes.ts';
import { openProxy, proxyScript } from './proxy.ts';
import { until } from './until.ts';

/** Quiet preferences: no first-run pages, no traffic of its own. */
const PREFERENCES: Readonly<Record<string, string | number | boolean>> = {
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.preonboarding.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.safebrowsing.downloads.enabled': false,
  'browser.safebrowsing.provider.mozilla.updateURL': '',
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage': 'about:blank',
  'browser.startup.page': 0,
  'browser.translations.enable': false,
  'browser.region.network.url': '',
  'browser.search.update': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'intl.locale.requested': 'en-US',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disableIPv6': true,
  'services.settings.server': 'http://127.0.0.1:1/',
  'sidebar.revamp': false,
  'signon.rememberSignons': false,
  'termsofuse.bypassNotification': true,
  'toolkit.telemetry.server': '',
  'toolkit.telemetry.reportingpolicy.firstRun': false,
};

/** Starts Firefox; resolves when it runs (the guard may still be installing itself). */
export async function launchFirefox(found: FoundBrowser, options: LaunchOptions): Promise<Launched> {
  const form = installForm();
  const proxy = await openProxy(options.hosts);
  const profile = options.profile ?? temporaryFolder('profile');
  const packages = await servePackages({ firefox: options.dist, keyFolder: profile });
  const policy = temporaryFolder('policy');
  mkdirSync(join(policy, 'policies'));
  writeFileSync(join(policy, 'ca.pem'), options.certificates.caPem);
  const file = join(policy, 'policies', 'policies.json');
  const authority = form.kind === 'policy' ? join(found.policyFolder, 'ca.pem') : join(policy, 'ca.pem');
  const write = (managed: LaunchOptions['managed'] | null) =>
    writeFileSync(file, JSON.stringify(policiesFor(packages.port, authority, managed ?? undefined), null, 2));
  write(options.managed);
  writeFileSync(join(profile, 'user.js'), preferencesFor(proxy.port));
  const remote = options.remote === 'agent' ? ['--remote-debugging-port=0'] : [];
  const args = [
    '--no-remote',
    '--profile',
    profile,
    '--width',
    '1200',
    '--height',
    '900',
    ...remote,
    options.url ?? 'about:blank',
  ];
  const env = {
    ...process.env,
    DISPLAY: options.display,
    MOZ_CRASHREPORTER_DISABLE: '1',
    POLICY_SOURCE: policy,
    POLICY_TARGET: found.policyFolder,
  };
  const stdio: ['ignore', 'pipe', 'pipe'] = ['ignore', 'pipe', 'pipe'];
  const child =
    form.kind === 'policy'
      ? start('unshare', [...form.unshare, 'sh', '-c', NAMESPACE_SCRIPT, 'sh', found.path, ...args], { env, stdio })
      : start(found.path, args, { env, stdio });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (data: Buffer) => (output = `${output}${data}`.slice(-20_000)));
  const failed = new Promise<never>((_, reject) =>
    child.once('exit', (code) => reject(new Error(`Firefox ended at once (${code})`))),
  );
  failed.catch(() => undefined);
  const remoteUrl =
    remote.length === 0
      ? null
      : await Promise.race([
          failed,
          until('Firefox to listen', () => /listening on (ws:\/\/\S+)/.exec(output)?.[1], 90_000),
        ]);

  if (form.kind === 'demo' && remoteUrl !== null)
    await installTemporarily(remoteUrl, demoBuild(options.dist, options.managed));

  const shutDown = async (keep: boolean) => {
    await end(child);
    await Promise.all([proxy.close(), packages.close()]);
    removeFolder(policy);
    if (!keep) removeFolder(profile);
  };
  const root = child.pid ?? -1;
  const extensionProcesses = () =>
    descendants(root)
      .filter((p) => /^WebExt/.test(p.name))
      .map((p) => p.id);
  return {
    browser: 'firefox',
    install: form.kind,
    guardOrigin: '',
    profile,
    processId: root,
    remoteUrl,
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

/** Loads the unpacked build for this run, as a person does on about:debugging. */
async function installTemporarily(remoteUrl: string, folder: string): Promise<void> {
  const browser = await puppeteer.connect({
    browserWSEndpoint: `${remoteUrl}/session`,
    protocol: 'webDriverBiDi',
    acceptInsecureCerts: true,
  });
  await browser.installExtension(folder);
  await browser.disconnect();
}

function policiesFor(packages: number, authority: string, managed: LaunchOptions['managed']): object {
  return {
    policies: {
      ExtensionSettings: {
        [FIREFOX_ID]: {
          installation_mode: 'force_installed',
          install_url: `http://127.0.0.1:${packages}/guard.xpi`,
          default_area: 'navbar',
          private_browsing: true,
        },
      },
      ...(managed === undefined ? {} : { '3rdparty': { Extensions: { [FIREFOX_ID]: managed } } }),
      Preferences: { 'xpinstall.signatures.required': { Value: false, Status: 'locked' } },
      Certificates: { Install: [authority] },
      DisableAppUpdate: true,
      DontCheckDefaultBrowser: true,
      NoDefaultBookmarks: true,
      OverrideFirstRunPage: '',
    },
  };
}

function preferencesFor(proxy: number): string {
  const all = {
    ...PREFERENCES,
    'network.proxy.type': 2,
    'network.proxy.autoconfig_url': `data:text/plain,${encodeURIComponent(proxyScript(proxy))}`,
  };
  return Object.entries(all)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`)
    .join('\n');
}
