/** What the organisation and the person have set, as the options page shows it. Copies; long lists are cut and counted. */
import { topRules } from '../core/trial.ts';
import type { RuleView, SettingsView, SiteView, TrialView } from '../messages/views.ts';
import { isAgentAtWork } from './settings.ts';
import { type GuardState, isTrial } from './state.ts';

/** Groups and rules shown by name. */
const MOST_SHOWN = 200;

/** Rules named in a trial's summary. */
const MOST_TOP_RULES = 10;

export function sitesView({ policy, organisationPolicy }: GuardState): readonly SiteView[] {
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
      own: given === undefined,
      label: named(site.label),
      areas: site.areas.map((area) => ({
        area: area.area,
        name: area.name ?? area.area,
        label: named(area.label),
        readers: area.readers?.map(nameOfGroup) ?? null,
      })),
    };
  });
}

export function settingsView(state: GuardState): SettingsView {
  const { policy, settings } = state;
  const rankNames = new Map(policy.labels.map((label) => [label.rank, label.name]));
  const nameOfLabel = new Map(policy.labels.map((label) => [label.id, label.name]));
  const groups = [...policy.groups.values()];
  const detectors = [...policy.sensitive.detectors].map(([detector, label]) => ({ detector, name: null, label }));
  const patterns = policy.sensitive.patterns.map(({ id, name, label }) => ({ detector: id, name, label }));
  return {
    mine: settings,
    userMay: policy.userMay,
    locked: isAgentAtWork(state),
    preset: policy.preset,
    enforcement: policy.enforcement,
    approval: policy.approval,
    labels: policy.labels.map(({ id, name, rank, system }) => ({ id, name, rank, system })),
    groups: {
      total: groups.length,
      first: groups.slice(0, MOST_SHOWN).map((group) => ({
        name: group.name,
        size: group.size,
        clearance: rankNames.get(group.clearance) ?? String(group.clearance),
        outside: group.outside,
      })),
    },
    rules: { total: policy.rules.length, first: policy.rules.slice(0, MOST_SHOWN).map(ruleView) },
    sensitive: [...detectors, ...patterns].map((each) => ({
      ...each,
      label: nameOfLabel.get(each.label) ?? each.label,
    })),
    collector: policy.collector,
    trial: isTrial(state) ? trialView(state) : null,
  };
}

function ruleView(rule: GuardState['policy']['rules'][number]): RuleView {
  const levels = rule.restrictions.map((each) => each.level);
  const level = (['BLOCK', 'WARN'] as const).find((each) => levels.includes(each)) ?? 'REPORT';
  return { ruleId: rule.ruleId, name: rule.name, level, exceptionsEnd: rule.except.map((each) => each.until) };
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
