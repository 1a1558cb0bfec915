/** The marking systems that the guard can read. */
import type { Vocabulary } from '../marking.ts';

/** The four corporate levels of ISO 27001 practice, and the Traffic Light Protocol. */
export const VOCABULARIES: readonly Vocabulary[] = [
  {
    id: 'corporate',
    name: 'Corporate levels',
    byDefault: true,
    levels: [
      { id: 'public', name: 'Public', aliases: [], position: 0 },
      { id: 'internal', name: 'Internal', aliases: ['Internal use only'], position: 1 },
      { id: 'confidential', name: 'Confidential', aliases: [], position: 2 },
      { id: 'restricted', name: 'Restricted', aliases: ['Highly confidential', 'Strictly confidential'], position: 3 },
    ],
    read: () => [],
  },
];
