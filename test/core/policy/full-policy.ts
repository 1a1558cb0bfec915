/** A good policy that uses every key, at every place. */
import { POLICY_KEYS } from '../../../src/core/policy/schema.ts';

/** A site's description that says everything. */
export const WHOLE = {
  threads: ['/t/{any}/{thread}'],
  page: {
    title: 'h1',
    documents: '.post',
    author: '.by',
    labels: '.chip',
    readers: '.reader',
    account: '#me',
  },
  composers: [
    {
      root: 'form',
      editor: 'textarea',
      send: 'button',
      title: '#title',
      act: 'post',
      keys: 'ctrl-enter',
      at: '/t/{thread}',
    },
  ],
  requests: [
    {
      method: 'POST',
      address: '/notes/{thread}',
      when: ['save'],
      unless: ['preview'],
      act: 'post',
      text: ['body'],
      title: 'head',
      thread: 'note:{thread}',
      recipients: { to: ['who'], cc: ['also'], bcc: ['hidden'] },
      files: ['file'],
      ignored: ['token'],
    },
  ],
} as const;

export const FULL: Readonly<Record<string, unknown>> = {
  policyVersion: 42,
  policyKeys: Object.keys(POLICY_KEYS).filter((key) => key !== 'policyKeys'),
  preset: 'balanced',
  enforcement: 'enforce',
  organization: { name: 'Corp', domains: ['corp.example', '*.corp.example'] },
  labels: [
    { id: 'public', name: 'Public', rank: 0 },
    { id: 'internal', name: 'Internal', rank: 1, aliases: ['Intern'], categories: ['HR'] },
    { id: 'secret', name: 'Secret', rank: 9, patterns: ['S-\\d+'], selectors: ['.secret'] },
  ],
  vocabularies: [{ id: 'corporate', levels: [{ level: 'public', label: 'public' }] }],
  sensitive: {
    detectors: [{ detector: 'iban', label: 'internal' }],
    patterns: [{ id: 'case', name: 'Case number', pattern: 'C-\\d+', label: 'internal' }],
  },
  groups: [
    {
      id: 'employees',
      name: 'All employees',
      size: 1240,
      includes: ['board'],
      addresses: ['all@corp.example'],
      domains: ['corp.example'],
      clearance: 'internal',
      categories: ['HR'],
    },
    { id: 'board', name: 'Board', members: ['ann@corp.example', 'ken'], clearance: 'secret' },
    { id: 'contractors', name: 'Contractors', size: 86, outside: true },
  ],
  sites: [
    {
      id: 'forum',
      name: 'Forum',
      kind: 'discourse',
      match: ['https://forum.corp.example/*'],
      mandate: 'ask',
      label: 'internal',
      userDomain: 'corp.example',
      readers: ['employees'],
      areas: [{ area: 'category:7', name: 'Board room', label: 'secret', readers: ['board'] }],
    },
    { id: 'mail', name: 'Mail', kind: 'gmail', match: ['https://mail.google.com/*'] },
    { id: 'board', name: 'Board', kind: 'generic', match: ['https://board.corp.example/*'], description: WHOLE },
  ],
  siteFacts: [{ site: 'forum', ...WHOLE }],
  rules: [
    {
      ruleId: 'r1',
      name: 'R',
      description: 'D',
      sources: { labels: ['secret'], categories: ['HR'], sites: ['forum'], detectors: ['case'] },
      destinations: { sites: ['mail'], groups: ['contractors'], domains: ['*.rival.example'], audience: ['outside'] },
      actors: ['agent'],
      restrictions: [{ class: 'ANY', level: 'BLOCK' }],
      except: [{ groups: ['employees'], sites: ['forum'], until: '2026-12-31', reason: 'Audit' }],
    },
  ],
  approval: {
    human: { readersDiffer: 'report', leak: 'light' },
    unknown: { readersDiffer: 'light', leak: 'light', askFromNewReaders: 3 },
    agent: { readersDiffer: 'light', leak: 'grave', topLabel: 'block' },
  },
  breakers: { actsPerMinute: 40, audiences: 12, newReaders: 30, items: 15, refusals: 2 },
  agents: { latchMinutes: 45, quietMinutes: 5 },
  exposure: { readingHours: 6, sessionHours: 2, draftDays: 5, longestChain: 4 },
  ledger: { collector: 'https://collector.corp.example/' },
  killSwitch: false,
  support: { name: 'Desk', url: 'https://desk.corp.example/', phone: '5555' },
  userMay: ['tighten'],
};
