/** What the options page and the popup may ask about settings: save, check, import, export, try, find by name. */
import type { FromOwnPage, PolicyCheck, SettingsAnswer, TryAnswer } from '../messages/from-own-page.ts';
import type { GuardedTab, SitePreview } from '../messages/site-preview.ts';
import type { FoundGroups, FoundRules } from '../messages/views.ts';
import { groupsNamed, rulesNamed } from './policy-lists.ts';
import { guardedTabs, previewSite } from './preview-site.ts';
import { recordLines } from './record-view.ts';
import { checkPolicyFile, importPolicy, saveSettings } from './settings.ts';
import type { GuardState } from './state.ts';
import { tryCase } from './try-case.ts';

export type SettingsPageAnswer =
  | readonly GuardedTab[]
  | SitePreview
  | SettingsAnswer
  | PolicyCheck
  | TryAnswer
  | FoundGroups
  | FoundRules
  | string
  | null;

type SettingsMessage = Extract<
  FromOwnPage,
  {
    type:
      | 'save-settings'
      | 'check-policy'
      | 'import-policy'
      | 'export-policy'
      | 'record-lines'
      | 'try'
      | 'guarded-tabs'
      | 'preview-site'
      | 'find-groups'
      | 'find-rules';
  }
>;

export async function answerSettings(state: GuardState, message: SettingsMessage): Promise<SettingsPageAnswer> {
  switch (message.type) {
    case 'save-settings':
      return saveSettings(state, message.settings);
    case 'check-policy':
      return checkPolicyFile(message.text);
    case 'import-policy':
      return importPolicy(state, message.text);
    case 'export-policy':
      return exported(state.policyValues);
    case 'record-lines':
      return recordLines(message.after);
    case 'try':
      return tryCase(state, message.trying);
    case 'guarded-tabs':
      return guardedTabs(state);
    case 'preview-site':
      return previewSite(state, message.tab, message.description);
    case 'find-groups':
      return groupsNamed(state.policy, message.text);
    case 'find-rules':
      return rulesNamed(state.policy, message.text);
  }
}

/** The values in force as a file holds them; "" for the built-in rules. */
function exported(values: unknown): string {
  if (values === null) return '';
  const { policyJson } = values as { policyJson?: unknown };
  return typeof policyJson === 'string' ? policyJson : JSON.stringify(values, null, 2);
}
