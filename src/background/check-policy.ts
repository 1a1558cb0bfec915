/**
 * Reads a policy with everything that only the background can check: patterns are compiled and selectors parsed, so that
 * one that cannot work is named as a fault and not passed over in silence.
 */
import { parse } from 'css-what';
import type { PolicyFault } from '../core/policy/faults.ts';
import { givenValues } from '../core/policy/given.ts';
import { type PolicyCarrier, type PolicyReading, readPolicy } from '../core/policy/read.ts';
import type { RawPolicy } from '../core/policy/schema.ts';
import type { RawFacts } from '../core/policy/schema-site.ts';
import type { Policy } from '../core/policy.ts';
import { compilePatterns } from './admin-patterns.ts';

/** The policy in these values, or all that is wrong with them; `now` in milliseconds since the epoch. */
export function checkedPolicy(raw: unknown, carrier: PolicyCarrier, now = Date.now()): PolicyReading {
  const reading = readPolicy(raw, now, carrier);
  if (reading.kind !== 'good') return reading;
  const faults = [...patternFaults(reading.policy), ...selectorFaults(reading.policy), ...descriptionFaults(raw)];
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
        const fault = faultOf(selector);
        return fault === null
          ? []
          : [{ path: `labels[${i}].selectors[${j}]`, message: `is no CSS selector: ${fault}` }];
      }),
    );
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
    const fault = selector === undefined ? null : faultOf(selector);
    return fault === null ? [] : [{ path: `${path}.${name}`, message: `is no CSS selector: ${fault}` }];
  });
}

function faultOf(selector: string): string | null {
  try {
    parse(selector);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : 'it cannot be read';
  }
}
