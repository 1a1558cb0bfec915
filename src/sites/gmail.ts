/** Gmail, put together from what is known of its requests and its page. */
import { composers } from './gmail/compose.ts';
import { draftAddress, sendControl, sendOf, sendsByKey, takeBack } from './gmail/controls.ts';
import { expectations } from './gmail/expectations.ts';
import { describeRequest, HARMLESS_PATHS, sendPath, WRITING_GETS } from './gmail/requests.ts';
import { documents, threadInView } from './gmail/thread.ts';
import type { Site } from './site.ts';

export const gmail: Site = {
  describeRequest,
  harmlessPaths: HARMLESS_PATHS,
  sendPath,
  writingGets: WRITING_GETS,
  // Mail has no place whose readers could be asked for: the request names them.
  threadOfRead: () => null,
  factsPath: () => null,
  readFacts: () => null,
  plainFacts: () => null,
  threadInView,
  documents,
  expectations,
  composers,
  sendControl,
  sendOf,
  sendsByKey,
  takeBack,
  draftAddress,
  openControl: () => null,
};
