/**
 * Reads a policy with everything that only the background can check: patterns are compiled, selectors parsed and hosts
 * tried, so that one that cannot work is named as a fault and not passed over in silence.
 */
import type { PolicyFault } from '../core/policy/faults.ts';
import { givenValues } from '../core/policy/given.ts';
import { type PolicyCarrier, type PolicyReading, readPolicy } from '../core/policy/read.ts';
import type { RawPolicy } from '../core/policy/schema.ts';
import type { RawFacts } from '../core/policy/schema-site.ts';
import type { Policy } from '../core/policy.ts';
import { compilePatterns } from './admin-patterns.ts';
import { selectorFault } from './selectors.ts';

/** The policy in these values, or all that is wrong with them; `now` in milliseconds since the epoch. */
export function checkedPolicy(raw: unknown, carrier: PolicyCarrier, now = Date.now()): PolicyReading {
  const reading = readPolicy(raw, now, carrier);
  if (reading.kind !== 'good') return reading;
  const faults = [
    ...patternFaults(reading.policy),
    ...selectorFaults(reading.policy),
    ...hostFaults(reading.policy),
    ...descriptionFaults(raw),
  ];
  return faults.length > 0 ? { kind: 'damaged', faults } : reading;
}

function patternFaults({ sensitive }: Policy): readonly PolicyFault[] {
  const paths = new Map(sensitive.patterns.map(({ id, path }) => [id, path]));
  return compilePatterns(sensitive.patterns).faults.map(({ id, message }) => ({ path: paths.get(id) ?? '', message }));
}

function selectorFaults({ labels }: Policy): readonly PolicyFault[] {
  return labels
    .filter((label) => label.system === 'own')
    .flatMap(({ selectors }, i) =>
      selectors.flatMap((selector, j) => {
        const fault = selectorFault(selector);
        return fault === null
          ? []
          : [{ path: `labels[${i}].selectors[${j}]`, message: `is no CSS selector: ${fault}` }];
      }),
    );
}

/** One host that a browser cannot read, and it takes none of the content scripts, for whatever site. */
function hostFaults({ sites }: Policy): readonly PolicyFault[] {
  return sites.flatMap(({ match }, i) =>
    match.flatMap((pattern, j) =>
      isHost(pattern.slice('https://'.length, -'/*'.length))
        ? []
        : [
            {
              path: `sites[${i}].match[${j}]`,
              message: 'names a host that no page can have: nothing would be guarded',
            },
          ],
    ),
  );
}

/** Whether a browser writes the host as policy does; no label of a domain has more than 63 signs. */
function isHost(host: string): boolean {
  const url = URL.canParse(`https://${host}/`) ? new URL(`https://${host}/`) : null;
  return url?.hostname === host && host.length <= 253 && host.split('.').every((label) => label.length <= 63);
}

/** The selectors of described sites, where they stand in the values; these have passed their schema. */
function descriptionFaults(raw: unknown): readonly PolicyFault[] {
  const given = givenValues(raw);
  if (given.kind !== 'values') return [];
  const { sites, siteFacts } = given.values as RawPolicy;
  return [
    ...(sites ?? []).flatMap(({ description }, i) => partFaults(description ?? {}, `sites[${i}].description`)),
    ...(siteFacts ?? []).flatMap((facts, i) => partFaults(facts, `siteFacts[${i}]`)),
  ];
}

function partFaults({ page, composers }: Pick<RawFacts, 'page' | 'composers'>, path: string): readonly PolicyFault[] {
  return [
    ...selectorsFaults(page ?? {}, `${path}.page`),
    ...(composers ?? []).flatMap(({ root, editor, send, title }, i) =>
      selectorsFaults({ root, editor, send, title }, `${path}.composers[${i}]`),
    ),
  ];
}

function selectorsFaults(
  selectors: Readonly<Record<string, string | undefined>>,
  path: string,
): readonly PolicyFault[] {
  return Object.entries(selectors).flatMap(([name, selector]) => {
    const fault = selector === undefined ? null : selectorFault(selector);
    return fault === null ? [] : [{ path: `${path}.${name}`, message: `is no CSS selector: ${fault}` }];
  });
}
