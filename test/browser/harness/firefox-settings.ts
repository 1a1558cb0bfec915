/** Firefox's policies and preferences: the guard by force, our authority and proxy, and nothing in the way. */
import { FIREFOX_ID } from './extension-package.ts';
import type { LaunchOptions } from './launched.ts';
import { withPolicies } from './policy-file.ts';
import { proxyScript } from './proxy.ts';

/** Quiet preferences: no first-run pages, no traffic of its own. */
const PREFERENCES: Readonly<Record<string, string | number | boolean>> = {
  // A page's own access keys would take our popup's shortcut (MediaWiki's "c", seen in ESR 153).
  'ui.key.contentAccess': 0,
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.newtabpage.activity-stream.showSponsored': false,
  'browser.newtabpage.activity-stream.showSponsoredTopSites': false,
  'browser.preonboarding.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.safebrowsing.downloads.enabled': false,
  'browser.safebrowsing.provider.mozilla.updateURL': '',
  // A run that was killed is not continued by the next one with its profile.
  'browser.sessionstore.resume_from_crash': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage': 'about:blank',
  'browser.startup.page': 0,
  'browser.translations.enable': false,
  'browser.region.network.url': '',
  'browser.search.update': false,
  'datareporting.healthreport.uploadEnabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'dom.push.connection.enabled': false,
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
  'toolkit.startup.max_resumed_crashes': -1,
  'toolkit.telemetry.server': '',
  'toolkit.telemetry.reportingpolicy.firstRun': false,
};

/** The whole policies.json; `packages` is the package server's port, `authority` our CA's file as Firefox sees it. */
export function firefoxPolicies(
  packages: number,
  authority: string,
  managed: LaunchOptions['managed'],
  more: Readonly<Record<string, unknown>>,
  guard: LaunchOptions['guard'],
): object {
  const installed = {
    installation_mode: 'force_installed',
    install_url: `http://127.0.0.1:${packages}/guard.xpi`,
    default_area: 'navbar',
    private_browsing: true,
  };
  const ours = {
    ExtensionSettings: guard === 'absent' ? {} : { [FIREFOX_ID]: installed },
    ...(managed === undefined ? {} : { '3rdparty': { Extensions: { [FIREFOX_ID]: managed } } }),
    Preferences: { 'xpinstall.signatures.required': { Value: false, Status: 'locked' } },
    Certificates: { Install: [authority] },
    DisableAppUpdate: true,
    DisableTelemetry: true,
    DontCheckDefaultBrowser: true,
    NoDefaultBookmarks: true,
    OverrideFirstRunPage: '',
  };
  return { policies: withPolicies(ours, more) };
}

/** The profile's user.js; everything that is not on loopback goes to the proxy. */
export function firefoxPreferences(proxy: number): string {
  const all = {
    ...PREFERENCES,
    'network.proxy.type': 2,
    'network.proxy.autoconfig_url': `data:text/plain,${encodeURIComponent(proxyScript(proxy))}`,
  };
  return Object.entries(all)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`)
    .join('\n');
}
