/** What the organisation and the person have set, as the options page shows it. Copies; long lists are cut and counted. */
import { topRules } from '../core/trial.ts';
import type { SettingsView, SiteView, TrialView } from '../messages/views.ts';
import { groupsNamed, rulesNamed } from './policy-lists.ts';
import { isAgentAtWork } from './settings.ts';
import { type GuardState, isTrial } from './state.ts';

/** Rules named in a trial's summary. */
const MOST_TOP_RULES = 10;

export function sitesView({ stoppedSites, policy, organisationPolicy }: GuardState): readonly SiteView[] {
  const nameOfLabel = new Map(policy.labels.map((label) => [label.id, label.name]));
  const nameOfGroup = (id: string) => policy.groups.get(id)?.name ?? id;
  const named = (label: string | null) => (label === null ? null : (nameOfLabel.get(label) ?? label));
  return policy.sites.map((site) => {
    const given = organisationPolicy.sites.find((each) => each.id === site.id);
    return {
      id: site.id,
      name: site.name,
      host: (site.match[0] ?? '').slice('https://'.length, -'/*'.length),
      kind: site.kind,
      mandate: site.mandate,
      atMost: given?.mandate ?? 'draft',
      stopped: stoppedSites.has(site.id),
      own: given === undefined,
      label: named(site.label),
      readers: site.readers?.map(nameOfGroup) ?? null,
      areas: site.areas.map((area) => ({
        area: area.area,
        name: area.name ?? area.area,
        label: named(area.label),
        readers: area.readers?.map(nameOfGroup) ?? null,
      })),
    };
  });
}

export function settingsView(state: GuardState, mayImport: boolean): SettingsView {
  const { policy, settings } = state;
  const nameOfLabel = new Map(policy.labels.map((label) => [label.id, label.name]));
  const detectors = [...policy.sensitive.detectors].map(([detector, label]) => ({ detector, name: null, label }));
  const patterns = policy.sensitive.patterns.map(({ id, name, label }) => ({ detector: id, name, label }));
  return {
    mine: settings,
    userMay: policy.userMay,
    mayImport,
    locked: isAgentAtWork(state),
    preset: policy.preset,
    enforcement: policy.enforcement,
    approval: policy.approval,
    labels: policy.labels.map(({ id, name, rank, system }) => ({ id, name, rank, system })),
    groups: groupsNamed(policy, ''),
    rules: rulesNamed(policy, ''),
    sensitive: [...detectors, ...patterns].map((each) => ({
      ...each,
      label: nameOfLabel.get(each.label) ?? each.label,
    })),
    collector: policy.collector?.url ?? null,
    trial: isTrial(state) ? trialView(state) : null,
  };
}

function trialView({ trial, policy }: GuardState): TrialView {
  const sum = (counts: typeof trial.asked) => counts.human + counts.agent + counts.unknown;
  return {
    since: trial.since,
    acts: trial.acts,
    asked: sum(trial.asked),
    refused: sum(trial.refused),
    top: topRules(trial, MOST_TOP_RULES).map(({ rule, times }) => ({
      rule,
      name: policy.rules.find((each) => each.ruleId === rule)?.name ?? null,
      times,
    })),
  };
}
