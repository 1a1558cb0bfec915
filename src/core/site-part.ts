/** The parts of a guarded page that the guard must be able to read; a site that has changed may hide one of them. */
export const SITE_PARTS = ['thread', 'documents', 'people', 'composer', 'send', 'requests'] as const;
export type PagePart = (typeof SITE_PARTS)[number];

/** What a page is found to lack, and what the guard itself does: its own knowledge of the drafts that agents have left. */
export type SitePart = PagePart | 'left-drafts';
