/** Discourse forums, put together from what is known of their requests, threads and pages. */
import { expectations } from './discourse/expectations.ts';
import { composers, documents, openControl, sendControl, sendOf, sendsByKey, threadInView } from './discourse/page.ts';
import { describeRequest, draftAddress, HARMLESS_PATHS, sendPath } from './discourse/requests.ts';
import { drawsOn } from './discourse/sources.ts';
import { areaPath, factsPath, isClosedArea, plainFacts, readFacts, threadOfRead } from './discourse/threads.ts';
import type { Site } from './site.ts';

export const discourse: Site = {
  describeRequest,
  // Its scripts send forms as one line, or JSON (2026 sources); only files come in parts, and those are no act.
  formsInParts: 'documents-only',
  harmlessPaths: HARMLESS_PATHS,
  sendPath,
  // Discourse changes nothing by GET (2026 sources).
  writingGets: [],
  threadOfRead,
  factsPath,
  readFacts,
  areaPath,
  isClosedArea,
  plainFacts,
  threadInView,
  documents,
  expectations,
  drawsOn,
  composers,
  sendControl,
  sendOf,
  sendsByKey,
  // A forum that was refused shows its error at once and keeps the text in the editor.
  takeBack: () => null,
  draftAddress,
  openControl,
};
