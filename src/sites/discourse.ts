/** Discourse forums, put together from what is known of their requests, threads and pages. */
import { composer, seenThread, sendControl, sendsByKey } from './discourse/page.ts';
import { describeRequest, HARMLESS_PATHS, sendPath } from './discourse/requests.ts';
import { factsPath, plainFacts, readFacts, threadOfRead } from './discourse/threads.ts';
import type { Site } from './site.ts';

export const discourse: Site = {
  kind: 'discourse',
  describeRequest,
  harmlessPaths: HARMLESS_PATHS,
  sendPath,
  threadOfRead,
  factsPath,
  readFacts,
  plainFacts,
  seenThread,
  composer,
  sendControl,
  sendsByKey,
};
