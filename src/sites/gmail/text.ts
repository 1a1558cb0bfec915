/** A mail's text as others read it, the same from the request and from the page. */
import { htmlText, htmlTokens } from '../../core/html-text.ts';

/** A part of a mail's body: 0 is new text, 2 is what Gmail quotes from earlier mail. */
export interface BodyPart {
  readonly kind: 0 | 2;
  readonly html: string;
}

/** Subject, blank line, body with its quotations. */
export function mailText(subject: string, parts: readonly BodyPart[]): string {
  return `${lineOf(subject)}\n\n${htmlText(parts.map(({ html }) => html).join(''))}`;
}

/** What the mail quotes; "" when it quotes nothing. A quotation within new text counts from its beginning on. */
export function quotedText(parts: readonly BodyPart[]): string {
  return htmlText(parts.map(({ kind, html }) => (kind === 2 ? html : html.slice(quoteStart(html)))).join(''));
}

/** A subject is one line, whatever it was made of. */
function lineOf(subject: string): string {
  return subject.replace(/[\r\n]+/g, ' ');
}

/** Where Gmail's quotation begins; the end when there is none. */
function quoteStart(html: string): number {
  for (const token of htmlTokens(html)) {
    if (token.kind !== 'tag' || token.closing || (token.name !== 'div' && token.name !== 'blockquote')) continue;
    if (token.attributes.class?.split(/[\t\n\f\r ]+/).includes('gmail_quote')) return token.at;
  }
  return html.length;
}
