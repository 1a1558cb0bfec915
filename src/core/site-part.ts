/** The parts of a guarded page that the guard must be able to read; a site that has changed may hide one of them. */
export const SITE_PARTS = ['thread', 'documents', 'people', 'composer', 'send', 'requests'] as const;
export type SitePart = (typeof SITE_PARTS)[number];
