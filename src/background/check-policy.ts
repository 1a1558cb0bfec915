/**
 * Reads a policy with everything that only the background can check: patterns are compiled and selectors parsed, so that
 * one that cannot work is named as a fault and not passed over in silence.
 */
import { parse } from 'css-what';
import type { PolicyFault } from '../core/policy/faults.ts';
import { type PolicyCarrier, type PolicyReading, readPolicy } from '../core/policy/read.ts';
import type { Policy } from '../core/policy.ts';
import { compilePatterns } from './admin-patterns.ts';

/** The policy in these values, or all that is wrong with them; `now` in milliseconds since the epoch. */
export function checkedPolicy(raw: unknown, carrier: PolicyCarrier, now = Date.now()): PolicyReading {
  const reading = readPolicy(raw, now, carrier);
  if (reading.kind !== 'good') return reading;
  const faults = [...patternFaults(reading.policy), ...selectorFaults(reading.policy)];
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

function faultOf(selector: string): string | null {
  try {
    parse(selector);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : 'it cannot be read';
  }
}
