/** Forms in parts (multipart) that a script may have written by hand, so that a server reads other names in them than the browser. */
import type { Site } from './site.ts';

/** Whether a request of this type (the browser's word) and content type may be one on a site whose scripts send none. */
export function mayBeCrafted({ formsInParts }: Pick<Site, 'formsInParts'>, type: string, contentType: string): boolean {
  return (
    formsInParts === 'documents-only' && type !== 'main_frame' && type !== 'sub_frame' && /multipart/i.test(contentType)
  );
}
