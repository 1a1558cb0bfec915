/** What `check` says of a file: every fault on a line that editors understand, or what the policy does. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { policyPrint } from '../../../src/core/policy/print.ts';
import { NOW } from '../../core/facts.ts';
import { corpPolicy } from '../../workspace/policy.ts';
import { check } from './check.ts';
import { samplePolicy } from './sample.ts';
import { writtenFiles } from './written-file.ts';

const { directory, file } = writtenFiles('check');

/** What is said of a file, without its directory. */
function said(content: unknown): readonly string[] {
  const path = file(content);
  return check(path, NOW, false).text.replaceAll(path, 'FILE').split('\n');
}

const FORUM = { id: 'forum', name: 'F', kind: 'discourse', match: ['https://f.corp.example/*'] };
const corp = corpPolicy('https://collector.example/') as Readonly<Record<string, unknown>>;

describe('a policy with faults', () => {
  it('has one line for each, then what that means', () => {
    const lines = said(
      '{\n "policyVersion": 1, "policyKeys": ["sites"],\n "killswitch": true,\n "sites": [{\n  "id": "forum", "name": "F",\n  "kind": "discourse",\n  "match": ["https://*/*"]\n }]\n}',
    );
    expect(lines).toEqual([
      'FILE:3: killswitch: is not a key here; "killSwitch" is',
      'FILE:7: sites[0].match[0]: must name one https host in ASCII, like "https://forum.corp.example/*" (write "xn--…" for other letters)',
      '',
      '2 faults. A policy with a fault is not applied: browsers keep the last good one, and agents may only write drafts.',
    ]);
  });

  it.each<[string, string, string]>([
    ['a comment', '{\n "policyVersion": 1 // mine\n}', 'FILE:2: JSON has no comments'],
    ['a comma too many', '{\n "policyVersion": 1,\n}', 'FILE:2: JSON has no comma after the last entry'],
    ['a byte order mark', '\ufeff{}', 'FILE:1: begins with a byte order mark: save it as UTF-8 without one ("BOM")'],
    [
      'a key twice',
      '{ "policyVersion": 1,\n "policyVersion": 2 }',
      'FILE:2: policyVersion: stands twice: only the last one counts',
    ],
    ['nothing in it', '{}', 'FILE:1: is empty'],
    ['no object', '[]', 'FILE:1: must be an object of policy keys'],
    [
      'a terminal’s commands in a key',
      '{ "policyVersion": 1, "\\u001b[2J\\u202e": 1 }',
      'FILE:1: ⟨U+001B⟩[2J⟨U+202E⟩: is not a key here',
    ],
  ])('by %s', (_name, text, line) => {
    const [first] = said(text);
    expect(first).toContain(line);
    expect(check(file(text), NOW, false).code).toBe(1);
  });

  it('is told of patterns and selectors that cannot work, as the browser would', () => {
    const patterns = [{ id: 'p1', name: 'P', pattern: '(?=x)', label: 'open' }];
    const labels = [{ id: 'open', name: 'Open', rank: 0, selectors: ['.chip', 'a >> b'], patterns: ['[a'] }];
    const lines = said({ policyVersion: 1, policyKeys: ['sites'], sites: [FORUM], labels, sensitive: { patterns } });
    expect(lines.map((line) => line.split(': ')[1]).slice(0, 3)).toEqual([
      'sensitive.patterns[0].pattern',
      'labels[0].patterns[0]',
      'labels[0].selectors[1]',
    ]);
  });

  it('is told to machines too', () => {
    const { code, text } = check(
      file(JSON.stringify({ ...corp, killSwitch: 1 }).replace('"killSwitch"', '\n"killSwitch"')),
      NOW,
      true,
    );
    expect([code, JSON.parse(text)]).toMatchObject([
      1,
      {
        kind: 'damaged',
        version: null,
        faults: [{ line: 2, path: 'killSwitch', message: 'must be true or false, but is 1' }],
      },
    ]);
  });
});

it.each<[string, string, string]>([
  ['that does not exist', join(directory, 'none.json'), 'does not exist.'],
  ['that is a directory', directory, 'is a directory.'],
  ['that is no file', '/dev/null', 'is no file.'],
])('cannot read a file %s', (_name, path, why) => {
  expect(check(path, NOW, false)).toEqual({ code: 2, text: `${path} ${why}` });
});

describe('a good policy', () => {
  it('is told in plain words', () => {
    const lines = said({
      ...corp,
      rules: [
        {
          ruleId: 'r12',
          name: 'No secrets to contractors',
          sources: { labels: ['secret', 'restricted'], sites: ['forum'] },
          destinations: { groups: ['contractors'], audience: ['outside'] },
          actors: ['agent', 'unknown'],
          restrictions: [
            { class: 'SEND', level: 'BLOCK' },
            { class: 'REPLY', level: 'WARN' },
          ],
          except: [
            { groups: ['employees'], until: '2026-12-04', reason: 'Audit' },
            { sites: ['mail'], until: '2026-11-01', reason: 'Move' },
          ],
        },
      ],
    });
    expect(lines[0]).toMatch(/^FILE: good \(policy [0-9a-f]{4}\)$/);
    const expected = [
      'Addresses at corp.example are inside, all others outside.',
      '  Corp Engineering Forum (Discourse forum, forum.corp.example): agents check with the person before anything is sent.',
      '    SEV war room (category:7): Restricted, read by sev-team',
      '  Corp Mail (Gmail, mail.google.com): agents write drafts, people send them.',
      '     1  Internal = ',
      '  looked for in texts: secret → Strictly confidential, card → Restricted',
      '  All employees: 1,240 people, cleared up to Internal',
      '  sev-team: 4 people by name, cleared up to Strictly confidential',
      '  r12 "No secrets to contractors": refuse mails, ask about replies by an agent or nobody knows whom, if it is labelled Strictly confidential or Restricted and comes from Corp Engineering Forum and reaches somebody in Contractors and reaches people outside',
      '    except what reaches only All employees until 2026-12-04 (11 days left): Audit',
      '    except all on Corp Mail until 2026-11-01 (ended: the rule stands again): Move',
      '  The record goes to https://collector.example/.',
      '  People can ask Corp security desk · 5555.',
      '  People may make it stricter for themselves and have more sites guarded.',
      '  rule "r12", except[1] has ended',
      '  policyKeys does not list rules',
    ];
    expect(expected.filter((start) => !lines.some((line) => line.startsWith(start)))).toEqual([]);
  });

  it('without anything in it is told what is on by default', () => {
    const lines = said({ policyVersion: 1, policyKeys: ['sites'], sites: [FORUM] });
    const expected = [
      'Every address is outside: the policy names no domains.',
      'Sites (1)',
      '     3  Restricted (corporate) = ',
      '  looked for in texts: secret → Restricted, card → Confidential',
      '  person   a label, a closed source or an address outside:  asked with one line and one button',
      '  agent    nothing of that:                                 as its site says',
      '  The record stays in each browser.',
      '  Nobody is named whom people can ask.',
      '  organization is absent: every address counts as outside',
    ];
    expect(expected.filter((start) => !lines.some((line) => line.startsWith(start)))).toEqual([]);
  });

  it('on trial and stopped is told so', () => {
    const lines = said({ ...corp, preset: 'shadow', killSwitch: true, userMay: [] });
    expect(lines).toContain('On trial: nothing is held, everything is counted.');
    expect(lines).toContain('ALL AGENTS ARE STOPPED (killSwitch).');
    expect(lines).toContain('  People may set nothing themselves.');
  });

  it('with what is worth a second look is told it', () => {
    const lines = said({
      policyVersion: 1,
      policyKeys: ['sites'],
      organization: { name: 'C', domains: ['gmail.com'] },
      groups: [{ id: 'all', name: 'All', size: 3 }],
      sites: [FORUM],
      rules: [
        {
          ruleId: 'r1',
          name: 'R',
          sources: { categories: ['Legla'] },
          restrictions: [{ class: 'ANY', level: 'WARN' }],
        },
      ],
    });
    expect(lines.slice(lines.indexOf('Worth a second look') + 1)).toEqual([
      '  policyKeys does not list policyVersion, organization, groups, rules',
      '  organization.domains: everybody can have an address at gmail.com, and would count as inside',
      '  site "forum" has no readers: who can read there is not known, which counts as outside',
      '  group "all" has no clearance: no label but public ones may reach it',
      '  rule "r1": no label carries the category "LEGLA"; only a mark in a text can name it',
    ]);
  });

  it('is told to machines with the print that help codes carry', () => {
    const { code, text } = check(file(corp), NOW, true);
    expect([code, JSON.parse(text)]).toMatchObject([
      0,
      { kind: 'good', version: 42, policy: policyPrint(corp), faults: [] },
    ]);
  });

  it('that uses every key leaves nothing to hint at', () => {
    expect(JSON.parse(check(file(samplePolicy(NOW)), NOW, true).text)).toMatchObject({ kind: 'good', hints: [] });
  });
});
