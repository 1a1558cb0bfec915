/** A small good policy and its changes: what the tables of wrong policies start from. */

export const LABELS = [
  { id: 'open', name: 'Open', rank: 0 },
  { id: 'internal', name: 'Internal', rank: 1 },
  { id: 'secret', name: 'Secret', rank: 9 },
];
export const GROUPS = [
  { id: 'employees', name: 'E', size: 3 },
  { id: 'board', name: 'B', members: ['a@corp.example'] },
];
export const FORUM = { id: 'forum', name: 'F', kind: 'discourse', match: ['https://forum.corp.example/*'] };
export const RULE = { ruleId: 'r1', name: 'R', restrictions: [{ class: 'ANY', level: 'WARN' }] };

export const over = (values: object): object => ({
  policyVersion: 1,
  labels: LABELS,
  groups: GROUPS,
  sites: [FORUM],
  ...values,
});
export const site = (change: object) => over({ sites: [{ ...FORUM, ...change }] });
export const group = (change: object) => over({ groups: [...GROUPS, { id: 'all', name: 'All', ...change }] });
export const rule = (change: object) => over({ rules: [{ ...RULE, ...change }] });
export const except = (change: object) =>
  rule({ except: [{ sites: ['forum'], reason: 'Merger', until: '2026-12-31', ...change }] });
