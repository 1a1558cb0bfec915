/** What `explain` says of a code that somebody read from the screen. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../../manifest.json' with { type: 'json' };
import { helpCode } from '../../../src/core/help-code.ts';
import { policyPrint } from '../../../src/core/policy/print.ts';
import { NOW } from '../../core/facts.ts';
import { corpPolicy } from '../../workspace/policy.ts';
import { explainCode } from './explain-code.ts';
import { writtenFiles } from './written-file.ts';

const { directory, file } = writtenFiles('explain');

const values: Readonly<Record<string, unknown>> = {
  ...corpPolicy('https://collector.example/'),
  sensitive: { patterns: [{ id: 'case', name: 'Case number', pattern: 'C-[0-9]+', label: 'internal' }] },
  rules: [
    {
      ruleId: 'r12',
      name: 'No case numbers outside',
      sources: { detectors: ['case'] },
      destinations: { audience: ['outside'] },
      restrictions: [{ class: 'ANY', level: 'BLOCK' }],
    },
  ],
};
const policy = file(values);
describe('a help code', () => {
  const verdict = {
    level: 'BLOCK',
    review: 'none',
    reasons: [{ kind: 'rule', ruleId: 'r12', name: '', level: 'BLOCK' }],
  } as const;
  const facts = {
    digest: '3bc73',
    verdict,
    actor: 'human',
    version: '1.4.2',
    policyPrint: policyPrint(values),
  } as const;
  const code = helpCode(facts);

  it('is told by an own rule, and whether it was this policy', () => {
    expect(explainCode(code, policy, NOW, false)).toEqual({
      code: 0,
      text: [
        'CS-7F3K   an act whose digest in the record begins with 3bc73',
        'rule      r12 "No case numbers outside": refuse anything, if it has Case number in it and reaches people outside',
        `version   1.4.2; here it is ${manifest.version}`,
        `policy    ${policyPrint(values)}: the same as ${policy}`,
      ].join('\n'),
    });
    expect(explainCode(code.replace('r12', 'RI2'), policy, NOW, false).text).toContain('r12 "No case numbers outside"');
  });

  it('is told by a rule of the guard’s own', () => {
    const { text } = explainCode(`cs 7f3k rule Agent-1eak ${manifest.version} policy none`, null, NOW, false);
    expect(text).toContain('rule      agent-leak\n          An agent was about to send');
    expect(text).toContain(`version   ${manifest.version}, as here`);
    expect(text).toContain('policy    none: that browser had no policy');
  });

  it.each<[string, string, string | null, string]>([
    ['whose rule needs the policy', code, null, "r12: a rule of the organisation's own; --policy FILE says which"],
    ['whose policy needs a file', code, null, '--policy FILE says whether it is that one'],
    ['of another policy', code.replace(/policy .*/, 'policy 0000'), policy, `0000: NOT the same as ${policy}`],
    ['of a rule that is not there', code.replace('r12', 'r99'), policy, `r99: not a rule of ${policy}`],
  ])('%s is told so', (_name, text, path, expected) => {
    expect(explainCode(text, path, NOW, false).text).toContain(expected);
  });

  it('of a damaged policy comes with the faults of the file', () => {
    const broken = { policyVersion: 1, killSwitch: 'on' };
    const path = file(broken);
    const banner = helpCode({ ...facts, verdict: 'policy-damaged', policyPrint: policyPrint(broken) });
    const { text } = explainCode(banner, path, NOW, false);
    expect(text).toContain('rule      policy-damaged\n');
    expect(text).toContain(`the same as ${path}\n${path}:3: killSwitch: must be true or false, but is "on"`);
  });

  it('is told to machines', () => {
    const { text } = explainCode(code, policy, NOW, true);
    expect(JSON.parse(text)).toMatchObject({
      act: '7F3K',
      digestStart: '3bc73',
      rule: 'r12',
      told: { version: `1.4.2; here it is ${manifest.version}` },
    });
  });

  it('that is none is said to be none', () => {
    expect(explainCode('CS-7F3K', null, NOW, false).code).toBe(1);
    expect(explainCode(code, join(directory, 'none'), NOW, false).code).toBe(2);
  });
});
