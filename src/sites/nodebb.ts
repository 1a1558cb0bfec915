/** NodeBB forums, put together from what is known of their requests, threads and pages. */
import { expectations } from './nodebb/expectations.ts';
import { composers, documents, sendControl, sendOf, sendsByKey, threadInView } from './nodebb/page.ts';
import { describeRequest, draftAddress, HARMLESS_PATHS, LIVE_PATHS, sendPath } from './nodebb/requests.ts';
import { drawsOn, factsPath, plainFacts, readFacts, threadOfRead } from './nodebb/threads.ts';
import type { Site } from './site.ts';

export const nodebb: Site = {
  describeRequest,
  // Its scripts send forms as one line, or JSON (2026 sources); only files come in parts, and those are no act.
  formsInParts: 'documents-only',
  harmlessPaths: HARMLESS_PATHS,
  livePaths: LIVE_PATHS,
  sendPath,
  // NodeBB changes nothing by GET (4.9.2, its sources).
  writingGets: [],
  threadOfRead,
  factsPath,
  readFacts,
  plainFacts,
  drawsOn,
  threadInView,
  documents,
  expectations,
  composers,
  sendControl,
  sendOf,
  sendsByKey,
  // A forum that was refused shows its error at once and keeps the text in the editor.
  takeBack: () => null,
  draftAddress,
  // A topic's page has its box for quick replies open.
  openControl: () => null,
};
