/** Our own pages' line to the background. */
import browser from 'webextension-polyfill';
import type { UserSettings } from '../core/policy/user-settings.ts';
import type {
  ApproveAnswer,
  DrivingAnswer,
  FromOwnPage,
  PolicyCheck,
  SettingsAnswer,
  TryAnswer,
  Trying,
} from '../messages/from-own-page.ts';
import type { GuardedTab, SitePreview } from '../messages/site-preview.ts';
import type { FoundGroups, FoundRules } from '../messages/views.ts';
import type { GuardView, HoldView } from '../messages.ts';
import type { Say } from './words.ts';

/** The catalogue's texts. */
export const say: Say = (key, ...values) => browser.i18n.getMessage(key, values);

/** Everything that popup and options page show; null while the background is being restarted. */
export async function askView(): Promise<GuardView | null> {
  return (await ask({ type: 'view' })) as GuardView | null;
}

/** The act to review, when this is the surface that was opened for it; else null. */
export async function askReview(holdId: string, token: string | null): Promise<HoldView | null> {
  return (await ask({ type: 'review-view', holdId, token })) as HoldView | null;
}

/** Approves exactly what is shown. */
export async function askApprove(hold: HoldView, token: string | null): Promise<ApproveAnswer> {
  const answer = await ask({ type: 'approve', holdId: hold.id, digest: hold.digest, token });
  return (answer as ApproveAnswer | null) ?? { kind: 'refused', why: 'unknown' };
}

/** Saves what the person has set; null when there was no answer, so that nothing is known to have changed. */
export async function askSave(settings: UserSettings): Promise<SettingsAnswer | null> {
  const mandates = settings.mandates.map((each) => ({ ...each }));
  const sites = settings.sites.map((each) => ({ ...each }));
  const copied = { mandates, sites, review: settings.review };
  return (await ask({ type: 'save-settings', settings: copied })) as SettingsAnswer | null;
}

/** Checks a settings file and changes nothing; null when it cannot be checked. */
export async function askCheck(text: string): Promise<PolicyCheck | null> {
  return (await ask({ type: 'check-policy', text })) as PolicyCheck | null;
}

/** Takes a settings file in; "" takes it away again. */
export async function askImport(text: string): Promise<SettingsAnswer | null> {
  return (await ask({ type: 'import-policy', text })) as SettingsAnswer | null;
}

/** The settings in force as a file holds them; "" for the built-in rules. */
export async function askExport(): Promise<string> {
  return ((await ask({ type: 'export-policy' })) as string | null) ?? '';
}

/** Entries of the record after a number, as lines of JSON; "" for no more, null when there is no answer. */
export async function askRecord(after: number): Promise<string | null> {
  return (await ask({ type: 'record-lines', after })) as string | null;
}

/** What would happen to a made-up act; null when its places are not known. */
export async function askTry(trying: Trying): Promise<TryAnswer | null> {
  return (await ask({ type: 'try', trying })) as TryAnswer | null;
}

/** The open tabs with guarded pages; none when there is no answer. */
export async function askGuardedTabs(): Promise<readonly GuardedTab[]> {
  return ((await ask({ type: 'guarded-tabs' })) as readonly GuardedTab[] | null) ?? [];
}

/** What a description makes of a tab; null when there was no answer. */
export async function askPreview(tab: number, description: string): Promise<SitePreview | null> {
  return (await ask({ type: 'preview-site', tab, description })) as SitePreview | null;
}

export async function askGroups(text: string): Promise<FoundGroups | null> {
  return (await ask({ type: 'find-groups', text })) as FoundGroups | null;
}

export async function askRules(text: string): Promise<FoundRules | null> {
  return (await ask({ type: 'find-rules', text })) as FoundRules | null;
}

/** Takes a tab back from an agent, or hands it back; null when there was no answer. */
export async function askDriving(type: 'take-over' | 'hand-back', tab: number): Promise<DrivingAnswer | null> {
  return (await ask({ type, tab })) as DrivingAnswer | null;
}

/** Says something that has no answer. */
export async function tell(message: FromOwnPage): Promise<void> {
  await ask(message);
}

/**
 * Calls back whenever the background says that something has changed, with the act that our window shall turn to, or
 * null; the answer stops that.
 */
export function onChanged(hear: (show: string | null) => void): () => void {
  const listener = (message: unknown, sender: { id?: string | undefined; tab?: unknown }) => {
    // A content script has our id as well, and a debugger can speak in its world; the background speaks from no tab.
    if (isChanged(message) && sender.id === browser.runtime.id && sender.tab === undefined)
      hear('show' in message && typeof message.show === 'string' ? message.show : null);
    return undefined;
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}

function isChanged(message: unknown): message is object {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'changed';
}

async function ask(message: FromOwnPage): Promise<unknown> {
  try {
    return (await browser.runtime.sendMessage(message)) ?? null;
  } catch {
    return null;
  }
}
