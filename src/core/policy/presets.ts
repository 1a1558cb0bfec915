/** Three starting points; whatever a policy names itself stands instead. And what stands without any policy. */
import type { Mandate, Policy, SiteKind } from '../policy.ts';
import { type ApprovalTable, BALANCED, STRICT } from './table.ts';

export interface Preset {
  readonly enforcement: Policy['enforcement'];
  readonly table: ApprovalTable;
  /** What agents may do on a site of this kind where policy does not say. */
  readonly mandates: Readonly<Record<SiteKind, Mandate>>;
}

/** In mail agents write drafts, in forums they check with the person; of anything else less is known, so drafts. */
const MANDATES: Preset['mandates'] = { gmail: 'draft', discourse: 'ask', nodebb: 'ask', generic: 'draft' };

export const PRESETS: Readonly<Record<Policy['preset'], Preset>> = {
  balanced: { enforcement: 'enforce', table: BALANCED, mandates: MANDATES },
  strict: {
    enforcement: 'enforce',
    table: STRICT,
    mandates: { gmail: 'draft', discourse: 'draft', nodebb: 'draft', generic: 'draft' },
  },
  shadow: { enforcement: 'shadow', table: BALANCED, mandates: MANDATES },
};
