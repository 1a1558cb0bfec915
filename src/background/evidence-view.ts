/** Evidence as people are shown it: a copy, field by field, without weight, direction and moment. */
import type { InputFacts } from '../core/actor.ts';
import type { EvidenceView } from '../messages/agent-view.ts';

/** One reason, with what was counted where something was. */
export function evidenceView(
  seen: Omit<EvidenceView, 'facts'> & { readonly facts?: InputFacts | undefined },
): EvidenceView {
  const { sign, source, facts } = seen;
  return { sign, source, ...(facts ? { facts } : {}) };
}
