/** `npm run policy -- explain "CODE" [--policy FILE]`: what a help code says, and what can be done. */
import manifest from '../../../manifest.json' with { type: 'json' };
import { type HelpCode, parseHelpCode, sameRule } from '../../../src/core/help-code.ts';
import { HELP_TEXTS } from '../../../src/core/help-text.ts';
import { DEFAULT_RULES } from '../../../src/core/rule-that-decided.ts';
import { type Checked, checkFile, faultLines } from './check.ts';
import { type Outcome, refused, shown } from './outcome.ts';
import { readPolicyFile } from './policy-file.ts';
import { ruleSentence } from './words.ts';

/** A policy to look things up in, by the name of its file. */
interface Known {
  readonly path: string;
  readonly checked: Checked;
}

/** Explains a code; `now` in milliseconds since the epoch. */
export function explainCode(text: string, path: string | null, now: number, json: boolean): Outcome {
  const code = parseHelpCode(text);
  if (code === null)
    return {
      code: 1,
      text: shown(`"${text}" is no help code; one looks like "CS-7F3K · rule agent-leak · 1.4.2 · policy 9a1c".`),
    };
  const file = path === null ? null : readPolicyFile(path);
  if (file?.kind === 'no-file') return refused(`${path} ${file.why}.`);
  const known = path === null || file === null ? null : { path, checked: checkFile(file, now) };
  const told = {
    act: `an act whose digest in the record begins with ${code.digestStart}`,
    rule: ruleWords(code, known),
    version: versionWords(code),
    policy: policyWords(code, known),
  };
  return { code: 0, text: json ? JSON.stringify({ ...code, told }) : asText(code, told) };
}

function asText(code: HelpCode, told: Readonly<Record<'act' | 'rule' | 'version' | 'policy', string>>): string {
  return [
    `CS-${code.act}   ${told.act}`,
    `rule      ${told.rule}`,
    `version   ${told.version}`,
    `policy    ${told.policy}`,
  ]
    .map(shown)
    .join('\n');
}

function ruleWords({ rule }: HelpCode, known: Known | null): string {
  const builtIn = DEFAULT_RULES.find((each) => sameRule(each, rule));
  if (builtIn !== undefined) {
    const { happened, remedy } = HELP_TEXTS[builtIn];
    return `${builtIn}\n          ${happened}\n          ${remedy}`;
  }
  if (known === null) return `${rule}: a rule of the organisation's own; --policy FILE says which`;
  const { policy } = known.checked;
  // Where two ids differ only in what people confuse, the one that was typed comes first.
  const same = policy?.rules.filter((each) => sameRule(each.ruleId, rule)) ?? [];
  const own = same.find((each) => each.ruleId === rule) ?? same[0];
  if (policy === null || own === undefined) return `${rule}: not a rule of ${known.path}`;
  return `${own.ruleId} "${own.name}": ${ruleSentence(own, policy)}`;
}

function versionWords({ version }: HelpCode): string {
  return version === manifest.version ? `${version}, as here` : `${version}; here it is ${manifest.version}`;
}

function policyWords({ policy }: HelpCode, known: Known | null): string {
  if (policy === 'none') return 'none: that browser had no policy, and the strict built-in rules stood';
  if (known === null) return `${policy}; --policy FILE says whether it is that one`;
  const { path, checked } = known;
  const faults = checked.faults.length === 0 ? '' : `\n${faultLines(path, checked).join('\n')}`;
  return checked.print === policy
    ? `${policy}: the same as ${path}${faults}`
    : `${policy}: NOT the same as ${path} (${checked.print}): another version, or a key that the browser dropped${faults}`;
}
