/** A form as the request that it will be, so that what stands in the page and what goes out are described by one and the same. */
import { decodedPath } from '../decoded-path.ts';
import { readPageBody } from '../read-body.ts';
import type { SiteRequest } from '../site.ts';

export interface FormRequest extends SiteRequest {
  readonly url: string;
  /** The fields in the form of an address's parameters; null when files are among them. */
  readonly text: string | null;
}

/**
 * What a form would send when this control submits it; null when it would go to another origin, or by GET. Attributes
 * are read and not properties: a field named "action" would stand in the place of the form's own.
 */
export function requestOfForm(form: HTMLFormElement, submitter: Element | null): FormRequest | null {
  const said = (name: string, ofSubmitter: string) => submitter?.getAttribute(ofSubmitter) ?? form.getAttribute(name);
  if ((said('method', 'formmethod') ?? 'get').toLowerCase() !== 'post') return null;
  const base = form.ownerDocument.baseURI;
  const given = said('action', 'formaction') || form.ownerDocument.URL;
  if (!URL.canParse(given, base)) return null;
  const url = new URL(given, base);
  if (url.origin !== new URL(form.ownerDocument.URL).origin) return null;
  const text = textOf(form, submitter);
  return {
    method: 'POST',
    url: url.href,
    path: decodedPath(url),
    search: url.search,
    text,
    body: text === null ? { kind: 'unreadable', why: 'it contains a file' } : readPageBody(text, url.searchParams),
  };
}

function textOf(form: HTMLFormElement, submitter: Element | null): string | null {
  const fields = new URLSearchParams();
  for (const [name, value] of dataOf(form, submitter)) {
    if (typeof value !== 'string' && value.name !== '') return null;
    fields.append(name, typeof value === 'string' ? value : '');
  }
  return fields.toString();
}

/** A control that does not submit this form adds nothing to it. */
function dataOf(form: HTMLFormElement, submitter: Element | null): FormData {
  try {
    return new FormData(form, submitter as HTMLElement | null);
  } catch {
    return new FormData(form);
  }
}
