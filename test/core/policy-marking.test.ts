import { describe, expect, it } from 'vitest';
import { attribute, type Evidence } from '../../src/core/actor.ts';
import { managedSchema } from '../../src/core/managed-schema.ts';
import { marksOf } from '../../src/core/marking.ts';
import { readPolicy } from '../../src/core/policy.ts';
import { corpPolicy } from '../workspace/policy.ts';
import { POLICY } from './facts.ts';

const good = corpPolicy('http://127.0.0.1:1/ledger') as Record<string, unknown>;
const site = (change: object) => ({
  ...good,
  sites: [{ id: 'forum', name: 'F', kind: 'discourse', match: ['https://forum.corp.example/*'], ...change }],
});

describe('a policy', () => {
  it('is read as the administrator wrote it', () => {
    const reading = readPolicy(good);
    expect(reading.kind).toBe('good');
    if (reading.kind !== 'good') return;
    expect(reading.policy).toMatchObject({ version: 42, collector: 'http://127.0.0.1:1/ledger', killSwitch: false });
    expect(reading.policy.sites[0]?.areas[1]).toMatchObject({
      area: 'category:7',
      label: 'restricted',
      readers: ['sev-team'],
    });
    expect(reading.policy.groups.get('sev-team')).toMatchObject({ size: 4, clearance: 4 });
  });

  it('is absent when the browser hands out nothing: not known yet', () => {
    expect(readPolicy({})).toEqual({ kind: 'absent' });
  });

  it.each<[string, unknown, string]>([
    ['no version', { ...good, policyVersion: undefined }, 'policyVersion'],
    ['a version that is text', { ...good, policyVersion: '42' }, 'policyVersion'],
    ['an unknown key', { ...good, policyVersoin: 1 }, 'policyVersoin'],
    ['a key of the language itself', { ...good, constructor: 1 }, 'constructor'],
    ['sites that are no list', { ...good, sites: {} }, 'sites'],
    ['a site without hosts', site({ match: [] }), 'sites[0].match'],
    ['a pattern that covers everything', site({ match: ['<all_urls>'] }), 'sites[0].match[0]'],
    ['a pattern for all hosts', site({ match: ['https://*/*'] }), 'sites[0].match[0]'],
    ['a host that is not ASCII', site({ match: ['https://fórum.example/*'] }), 'sites[0].match[0]'],
    ['plain http', site({ match: ['http://forum.corp.example/*'] }), 'sites[0].match[0]'],
    ['an unknown kind of site', site({ kind: 'usenet' }), 'sites[0].kind'],
    ['an unknown mandate', site({ mandate: 'trust' }), 'sites[0].mandate'],
    ['a typing error in a site', site({ mandat: 'ask' }), 'sites[0]'],
    ['a label that is not defined', site({ label: 'geheim' }), 'sites[0].label'],
    ['readers that are no group', site({ readers: ['everybody'] }), 'sites[0].readers[0]'],
    [
      'an area’s label that is not defined',
      site({ areas: [{ area: 'category:7', label: 'x1' }] }),
      'sites[0].areas[0].label',
    ],
    [
      'an area’s readers that are no group',
      site({ areas: [{ area: 'category:7', readers: ['x1'] }] }),
      'sites[0].areas[0].readers[0]',
    ],
    ['a group without members or size', { ...good, groups: [{ id: 'employees', name: 'E' }] }, 'groups[0]'],
    [
      'a group that includes nobody known',
      { ...good, groups: [{ id: 'employees', name: 'E', size: 3, includes: ['x1'] }] },
      'groups[0].includes[0]',
    ],
    [
      'a clearance that is not defined',
      { ...good, groups: [{ id: 'employees', name: 'E', size: 3, clearance: 'x1' }] },
      'groups[0].clearance',
    ],
    ['a negative rank', { ...good, labels: [{ id: 'a', name: 'A', rank: -1 }] }, 'labels[0].rank'],
    ['a rank with a fraction', { ...good, labels: [{ id: 'a', name: 'A', rank: 1.5 }] }, 'labels[0].rank'],
    ['an empty label name', { ...good, labels: [{ id: 'a', name: '', rank: 1 }] }, 'labels[0].name'],
    [
      'a collector in plain http elsewhere',
      { ...good, ledger: { collector: 'http://collector.example/' } },
      'ledger.collector',
    ],
    ['a kill switch that is text', { ...good, killSwitch: 'true' }, 'killSwitch'],
    ['no object at all', 'policy', ''],
    ['a list', [good], ''],
  ])('with %s is damaged, and the fault names the place', (_name, raw, path) => {
    const reading = readPolicy(raw);
    expect(reading.kind).toBe('damaged');
    expect(reading.kind === 'damaged' ? reading.faults.map((fault) => fault.path) : []).toContain(path);
  });

  it('has a managed schema of types alone, since Chromium drops a key silently for one wrong value', () => {
    const text = JSON.stringify(managedSchema());
    expect(text).not.toMatch(/enum|pattern|required|additionalProperties|minimum|anyOf|\$ref/);
    expect(managedSchema()).toMatchObject({
      type: 'object',
      properties: {
        policyVersion: { type: 'integer' },
        sites: { type: 'array', items: { type: 'object' } },
        killSwitch: { type: 'boolean' },
      },
    });
  });
});

describe('a mark', () => {
  const at = (page: Partial<Parameters<typeof marksOf>[0]>) =>
    marksOf({ title: '', tags: [], head: '', ...page }, POLICY.labels, ['tlp']).map((mark) => mark.label);
  it.each<[string, Parameters<typeof at>[0], readonly string[]]>([
    ['a tag', { tags: ['restricted'] }, ['restricted']],
    ['a tag in capitals', { tags: ['RESTRICTED'] }, ['restricted']],
    ['a bracket in the title', { title: '[Confidential] Budget' }, ['confidential']],
    ['a title’s first word with a colon', { title: 'Restricted: keys' }, ['restricted']],
    ['a title with a double slash', { title: 'CONFIDENTIAL // plans' }, ['confidential']],
    ['a bracket at the title’s end', { title: 'Budget (internal)' }, ['internal']],
    ['a classification line', { head: 'Classification: Restricted · sev-team only\n\nThe key' }, ['restricted']],
    ['a bold line', { head: '**Restricted**\ntext' }, ['restricted']],
    ['a line of its own in the head', { head: 'Hello\n\nConfidential\n\ntext' }, ['confidential']],
    ['a banner with more behind it', { head: 'Restricted // do not forward\ntext' }, ['restricted']],
    ['a sensitivity line', { head: 'Sensitivity: Confidential' }, ['confidential']],
    ['an alias', { head: 'Internal use only' }, ['internal']],
    ['a name of two words', { tags: ['Strictly confidential'] }, ['secret']],
    ['several', { tags: ['restricted'], title: '[Internal] x' }, ['internal', 'restricted']],
  ])('counts as %s', (_name, page, expected) => {
    expect(at(page)).toEqual(expected);
  });

  it.each<[string, Parameters<typeof at>[0]]>([
    ['a denial', { head: 'This is not confidential.' }],
    ['prose', { head: 'Restricted access to the roof is annoying.' }],
    ['prose with the word first', { head: 'Confidential talks went on all night' }],
    ['a title in prose', { title: 'Restricted parking on Monday' }],
    ['a question', { title: 'What does Restricted mean?' }],
    ['a tag that only begins so', { tags: ['restricted-parking'] }],
    ['a legal footer', { head: 'Hi\nthanks\nbye\n\nThis e-mail is confidential and may be privileged.' }],
    ['a mark far down', { head: 'a\nb\nc\nd\nRestricted' }],
    ['a word that contains it', { head: 'Unrestricted' }],
    ['a sentence about marks', { head: 'Please mark such things as restricted' }],
    ['a menu word', { head: 'Internal links' }],
    ['nothing', {}],
  ])('does not count in %s', (_name, page) => {
    expect(at(page)).toEqual([]);
  });
});

describe('who acts', () => {
  const seen = (
    sign: Evidence['sign'],
    direction: Evidence['direction'],
    weight: Evidence['weight'],
    source: Evidence['source'],
  ): Evidence => ({ sign, direction, weight, source, at: 0 });
  const attached = seen('debugger', 'agent', 3, 'browser');
  const untrusted = seen('untrusted-event', 'agent', 3, 'page');
  const notTyped = seen('text-not-typed', 'agent', 1, 'page');
  const byHand = seen('typed-by-hand', 'human', 3, 'page');
  it.each<[string, readonly Evidence[], { latched: boolean; devtools: boolean }, string]>([
    ['nothing seen', [], { latched: false, devtools: false }, 'unknown'],
    ['typed by hand', [byHand], { latched: false, devtools: false }, 'human'],
    ['an attached debugger', [attached], { latched: false, devtools: false }, 'agent'],
    ['an attached debugger, and typing', [attached, byHand], { latched: false, devtools: false }, 'agent'],
    [
      'an attached debugger beside DevTools: perhaps a person’s',
      [attached],
      { latched: false, devtools: true },
      'unknown',
    ],
    ['an untrusted event', [untrusted], { latched: false, devtools: false }, 'agent'],
    ['text that was not typed, alone', [notTyped], { latched: false, devtools: false }, 'unknown'],
    [
      'text that was not typed weighs against typing',
      [notTyped, byHand],
      { latched: false, devtools: false },
      'unknown',
    ],
    ['typing in a tab where an agent has shown itself', [byHand], { latched: true, devtools: false }, 'agent'],
    ['typing beside DevTools', [byHand], { latched: false, devtools: true }, 'unknown'],
  ])('%s', (_name, evidence, context, actor) => {
    expect(attribute(evidence, context).actor).toBe(actor);
  });
});
