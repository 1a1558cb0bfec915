import { describe, expect, it } from 'vitest';
import { rulesNamed } from '../../src/background/policy-lists.ts';
import { readPolicy, STRICT_DEFAULTS } from '../../src/core/policy/read.ts';
import { BALANCED, STRICT } from '../../src/core/policy/table.ts';
import type { RuleView } from '../../src/messages/views.ts';
import { approvalColumns, approvalNotes, approvalRows, cellsExplained } from '../../src/ui/approval-words.ts';
import { checkLine } from '../../src/ui/file-words.ts';
import { countsLike, systemsOf, unknownMarkText } from '../../src/ui/label-words.ts';
import { exceptionText, ruleName, ruleSentences } from '../../src/ui/rule-words.ts';
import { NOW } from '../core/facts.ts';
import { corpPolicy } from '../workspace/policy.ts';
import { say } from './held.ts';

const corp = corpPolicy('https://collector.example/');

function rule(values: object): RuleView {
  const whole = { ruleId: 'r', name: 'R', restrictions: [{ class: 'ANY', level: 'BLOCK' }], ...values };
  const reading = readPolicy({ ...corp, rules: [whole] }, NOW);
  if (reading.kind !== 'good') throw new Error(JSON.stringify(reading));
  const [first] = rulesNamed(reading.policy, '').first;
  if (first === undefined) throw new Error('no rule');
  return first;
}

describe('a rule of the organisation', () => {
  it.each<[string, object, readonly string[]]>([
    ['without conditions', {}, ['Refuses everything sent by anybody.']],
    [
      'with all conditions',
      {
        sources: { labels: ['restricted', 'secret'], sites: ['mail'], detectors: ['secret'], categories: ['HR'] },
        destinations: {
          sites: ['forum'],
          groups: ['contractors'],
          domains: ['rival.example'],
          audience: ['outside', 'unknown'],
        },
        actors: ['agent', 'unknown'],
        restrictions: [{ class: 'REPLY', level: 'WARN' }],
      },
      [
        'Asks first about replies by an agent or somebody we are not sure of, if the content is marked Restricted or Strictly confidential, belongs to HR, comes from Corp Mail, contains what looks like a password, key or token, goes to Corp Engineering Forum, reaches somebody in Contractors, reaches an address at rival.example, and reaches people outside your organisation or people whom nobody can name.',
      ],
    ],
    [
      'that is stricter for some',
      {
        restrictions: [
          { class: 'POST', level: 'REPORT' },
          { class: 'EDIT', level: 'REPORT' },
          { class: 'SEND', level: 'BLOCK' },
        ],
        actors: ['human'],
      },
      ['Refuses mails by you.', 'Notes in the record new topics or changes to posts by you.'],
    ],
    [
      'with many names',
      { destinations: { domains: ['a.example', 'b.example', 'c.example', 'd.example', 'e.example'] } },
      [
        'Refuses everything sent by anybody, if the content reaches an address at a.example, b.example, c.example, d.example and 1 more.',
      ],
    ],
  ])('says what it does: %s', (_name, values, sentences) => {
    expect(ruleSentences(rule(values), say)).toEqual(sentences);
  });

  it('names a pattern of the organisation’s own', () => {
    const view = { ...rule({}), detectors: { first: ['Project names'], total: 1 } };
    expect(ruleSentences(view, say)).toEqual([
      'Refuses everything sent by anybody, if the content contains “Project names”.',
    ]);
  });

  it('says until which day an exception counts, that day included', () => {
    const { exceptions } = rule({ except: [{ sites: ['forum'], until: '2026-12-31', reason: 'the audit' }] });
    expect(exceptions.map((each) => exceptionText(each, say))).toEqual([
      'Not applied in some cases until December 31, 2026: the audit',
    ]);
  });
});

describe('the name of a rule', () => {
  it.each<[string, string | null, string]>([
    ['no-sev-outside', 'Incidents stay inside', 'Incidents stay inside'],
    ['agent-leak', null, 'content that not all its new readers may see (an agent)'],
    ['mandate', null, 'what agents may do on the site'],
    ['unknown-readers', null, 'people who could not see it before (somebody we are not sure of)'],
    ['top-label', null, 'what needs your own key'],
    ['policy-damaged', null, 'damaged settings'],
    ['something-else', null, 'something-else'],
  ])('%s (%s)', (id, name, text) => {
    expect(ruleName(id, name, say)).toBe(text);
  });
});

describe('who must say yes', () => {
  it('stands in plain words under every column', () => {
    const rows = approvalRows(BALANCED, say);
    expect(rows.map((row) => [row.who, ...row.cells.map((cell) => cell.text)])).toEqual([
      ['An agent', 'As set for the site', 'As set for the site', 'A full review', 'Your own key'],
      ['Not sure who', 'Nothing asked', 'A short question', 'A short question', 'A short question'],
      ['You', 'Nothing asked', 'Nothing asked', 'A short question', 'A short question'],
    ]);
    expect(rows.every((row) => row.cells.length === approvalColumns(say).length)).toBe(true);
  });

  it('says from how many new readers on somebody is asked, unless it is from the first', () => {
    expect(approvalNotes(BALANCED, say)[0]).toMatch(/from 5 new readers on/);
    expect(approvalNotes(STRICT, say)).toHaveLength(1);
  });

  it('explains each of its words once, and no other', () => {
    expect(cellsExplained(STRICT, say).map((each) => each.name)).toEqual([
      'Nothing asked',
      'Noted in the record',
      'A short question',
      'A full review',
      'Never',
    ]);
  });
});

describe('the labels', () => {
  const reading = readPolicy({ ...corp, vocabularies: [{ id: 'tlp' }] }, NOW);
  const { labels } = reading.kind === 'good' ? reading.policy : STRICT_DEFAULTS;

  it('stand by their marking system, the organisation’s own first, each from the strictest on', () => {
    const [own, other] = systemsOf([...labels].reverse(), say);
    expect([own?.name, other?.name]).toEqual(['Your organisation’s labels', 'Traffic Light Protocol']);
    expect(own?.labels.map((label) => label.name)).toEqual([
      'Strictly confidential',
      'Restricted',
      'Confidential',
      'Internal',
      'Public',
    ]);
  });

  it('say what they count like on the organisation’s scale, unless it has the same name', () => {
    const systems = systemsOf(labels, say);
    const likes = systems.flatMap((system) => system.labels.map((label) => countsLike(label, labels, say)));
    expect(likes).toContain('like Strictly confidential');
    expect(likes.slice(0, 5)).toEqual([null, null, null, null, null]);
  });

  it('say what a mark counts like that nobody knows', () => {
    expect(unknownMarkText(labels, say)).toBe('A mark that nobody knows counts like Strictly confidential.');
    expect(unknownMarkText([], say)).toBe('');
  });
});

describe('the check of a settings file', () => {
  it.each([
    ['whole', { kind: 'good', version: 7 } as const, 'a.json is complete: settings 7. Nothing has been changed.'],
    ['not checked', null, 'a.json could not be checked. It may be too long, or no text. Nothing has been changed.'],
    [
      'one fault',
      { kind: 'damaged', faults: [{ path: '', message: 'is empty' }] } as const,
      'One thing is wrong in a.json. Nothing has been changed.',
    ],
    [
      'more faults',
      {
        kind: 'damaged',
        faults: [
          { path: 'a', message: 'b' },
          { path: 'c', message: 'd' },
        ],
      } as const,
      '2 things are wrong in a.json. Nothing has been changed.',
    ],
  ])('%s', (_name, check, line) => {
    expect(checkLine(check, 'a.json', say)).toBe(line);
  });
});
