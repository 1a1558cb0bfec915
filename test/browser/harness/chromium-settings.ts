/** Chromium's policies and flags: the guard by force, our authority and proxy, and nothing in the way. */
import { createHash, X509Certificate } from 'node:crypto';
import type { LaunchOptions } from './launched.ts';
import { withPolicies } from './policy-file.ts';
import { proxyScript } from './proxy.ts';
import type { Surroundings } from './surroundings.ts';

/** Quiet flags; background networking stays on, since without it a fresh profile installs nothing by policy. */
const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-component-update',
  '--disable-sync',
  '--disable-features=Translate,MediaRouter,OptimizationHints,DisableLoadExtensionCommandLineSwitch',
  '--hide-crash-restore-bubble',
  '--password-store=basic',
  '--window-position=0,0',
  // A software keyboard of a test must not depend on the machine's language.
  '--lang=en-US',
  // Names are asked of the proxy, never of a resolver.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
] as const;

/** Policies that keep bubbles and background traffic away. */
const QUIET_POLICIES = {
  BrowserSignin: 0,
  PasswordManagerEnabled: false,
  AutofillAddressEnabled: false,
  AutofillCreditCardEnabled: false,
  TranslateEnabled: false,
  DefaultBrowserSettingEnabled: false,
  PromotionsEnabled: false,
  BackgroundModeEnabled: false,
  BrowserNetworkTimeQueriesEnabled: false,
  ComponentUpdatesEnabled: false,
  MetricsReportingEnabled: false,
  SafeBrowsingProtectionLevel: 0,
  SearchSuggestEnabled: false,
  CommandLineFlagSecurityWarningsEnabled: false,
  ShowHomeButton: false,
  BookmarkBarEnabled: false,
};

/** The whole policy file; `more` is added to ours. */
export function chromiumPolicies(
  around: Surroundings,
  options: LaunchOptions,
  managed: LaunchOptions['managed'],
  more: Readonly<Record<string, unknown>>,
): object {
  const { chromiumId: id, port } = around.packages;
  const ours = {
    ...QUIET_POLICIES,
    ExtensionSettings:
      options.guard === 'absent'
        ? {}
        : {
            [id]: {
              installation_mode: 'force_installed',
              update_url: `http://127.0.0.1:${port}/update.xml`,
              toolbar_pin: 'force_pinned',
            },
          },
    ...(managed === undefined ? {} : { '3rdparty': { extensions: { [id]: managed } } }),
    CACertificates: [options.certificates.caDerBase64],
    ProxySettings: {
      ProxyMode: 'pac_script',
      ProxyPacUrl: proxyScriptUrl(around.proxy.port),
      ProxyPacMandatory: true,
    },
    DeveloperToolsAvailability: options.tools === 'inspector' ? 1 : 0,
  };
  return withPolicies(ours, more);
}

/** The command line; `port` is that of the remote protocol, null for none. */
export function chromiumArguments(around: Surroundings, options: LaunchOptions, port: number | null): string[] {
  const linux = process.platform === 'linux';
  // Chromium's own sandbox neither works as root nor inside a user namespace.
  const open = linux && (process.getuid?.() === 0 || around.form.kind === 'policy');
  const unpacked = [...(around.form.kind === 'demo' ? [around.dist] : []), ...(options.extensions ?? [])];
  return [
    ...FLAGS,
    ...(linux ? ['--ozone-platform=x11'] : []),
    ...(open ? ['--no-sandbox'] : []),
    `--user-data-dir=${around.profile}`,
    ...(port === null ? [] : [`--remote-debugging-port=${port}`]),
    // Of several such switches Chromium hears only the last.
    ...(unpacked.length > 0 ? [`--load-extension=${unpacked.join(',')}`] : []),
    ...(around.form.kind === 'demo' ? demoArguments(around, options) : []),
    ...(options.extraArgs ?? []),
    options.url ?? 'about:blank',
  ];
}

/** The demo has no policy: the unpacked build, our authority and proxy by flags, for this run and profile only. */
function demoArguments(around: Surroundings, options: LaunchOptions): readonly string[] {
  const key = new X509Certificate(options.certificates.caPem).publicKey.export({ type: 'spki', format: 'der' });
  return [
    `--ignore-certificate-errors-spki-list=${createHash('sha256').update(key).digest('base64')}`,
    `--proxy-pac-url=${proxyScriptUrl(around.proxy.port)}`,
    // Without policy, only this keeps the bar about these flags away.
    '--test-type',
  ];
}

function proxyScriptUrl(port: number): string {
  return `data:application/x-ns-proxy-autoconfig;base64,${Buffer.from(proxyScript(port)).toString('base64')}`;
}
