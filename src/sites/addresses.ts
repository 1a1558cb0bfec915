/**
 * Mail addresses as everything compares them: small letters, domains in ASCII. A display name is never believed: what
 * counts is the address in angle brackets, and what could be read in two ways is no address, so that the mail cannot
 * be read. "bob+x@" and "b.ob@" are not "bob@": which of them reach one person only the mail server knows, and a group
 * of policy may list them all.
 *
 * Own code, because what Gmail writes is no RFC 5322 text: an address alone in each entry of a request, and lists with
 * semicolons and line ends where people type. The parser `email-addresses` 5.0.0 was measured (2026-11-25): it reads
 * comments, routes and quoted local parts away until another address is left ("a@b"@c, a@x(.y)), takes invisible signs,
 * and needs 80 µs for an address (here 6) and 72 ms for 2,000 characters made to be slow, in a listener that must answer
 * at once. It is the second opinion in the tests: where both find an address, it is the same one.
 */

/** The longest address that mail carries (RFC 5321), and with its name. */
const LONGEST_ADDRESS = 254;
const LONGEST_MAILBOX = 2_000;

/** Signs that are not seen or turn the direction of reading: none belongs into an address, though domains drop some. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

/** What stands between the entries of a list, outside quotes. */
const SEPARATOR = /[,;\r\n]/;

/** A domain once it is ASCII: browsers let more signs pass than mail has. */
const ASCII_DOMAIN = /^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/;

/** The address of one mailbox ("Name <a@b>" or "a@b"); null when there is none, or more than one. */
export function parseAddress(text: string): string | null {
  const mailbox = text.trim();
  if (mailbox === '' || mailbox.length > LONGEST_MAILBOX) return null;
  const parts = readMailbox(mailbox);
  if (!parts) return null;
  if (parts.angle !== null) return parts.after.trim() === '' ? plainAddress(parts.angle.trim()) : null;
  // Without angle brackets quotes could only hide what is the address.
  return parts.quoted ? null : plainAddress(mailbox);
}

/** The addresses of a list as people type it, one entry for each; null stands where an entry is no address. */
export function parseAddressList(text: string): readonly (string | null)[] {
  return splitList(text)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map(parseAddress);
}

/** Each address once, in order. */
export function uniqueAddresses(addresses: readonly string[]): readonly string[] {
  return [...new Set(addresses)];
}

interface Mailbox {
  /** What stands in the only angle brackets; null when there are none. */
  readonly angle: string | null;
  readonly after: string;
  readonly quoted: boolean;
}

/** A mailbox taken apart; null when quotes or brackets do not close, or it may be more than one. */
function readMailbox(text: string): Mailbox | null {
  const marks = marksOf(text);
  const quotes = marks.filter(({ sign }) => sign === '"').length;
  const quoted = quotes > 0;
  const [open, close, ...more] = marks.filter(({ sign }) => sign !== '"');
  if (quotes % 2 === 1 || marks.some(({ sign }) => SEPARATOR.test(sign))) return null;
  if (!open) return { angle: null, after: '', quoted };
  if (open.sign !== '<' || close?.sign !== '>' || more.length > 0) return null;
  return { angle: text.slice(open.at + 1, close.at), after: text.slice(close.at + 1), quoted };
}

/** Quotes that are not escaped, and angle brackets and separators outside them, in order. */
function marksOf(text: string): readonly { readonly sign: string; readonly at: number }[] {
  const marks: { sign: string; at: number }[] = [];
  let inside = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (inside && sign === '\\') at++;
    else if (sign === '"') {
      inside = !inside;
      marks.push({ sign, at });
    } else if (!inside && (sign === '<' || sign === '>' || SEPARATOR.test(sign))) marks.push({ sign, at });
  }
  return marks;
}

/** Entries between commas, semicolons and line ends, where these stand outside quotes and angle brackets. */
function splitList(text: string): readonly string[] {
  const entries: string[] = [];
  let from = 0;
  let quoted = false;
  let angle = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (quoted && sign === '\\') at++;
    else if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === '<' || sign === '>')) angle = sign === '<';
    else if (!quoted && !angle && SEPARATOR.test(sign)) {
      entries.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...entries, text.slice(from)];
}

/** "local@domain" in its compared form; null for anything else. */
function plainAddress(text: string): string | null {
  if (text.length > LONGEST_ADDRESS || UNSEEN.test(text)) return null;
  const found = /^([^\s@<>()[\]\\,;:"]+)@([^\s@<>()[\]\\,;:"/?#%&=+]+)$/u.exec(text);
  const [, local = '', domain = ''] = found ?? [];
  const host = asciiDomain(domain);
  const address = `${local.toLowerCase().normalize('NFC')}@${host}`;
  return local === '' || host === null || address.length > LONGEST_ADDRESS ? null : address;
}

/** A domain in ASCII as browsers make it, with what looks like small Latin letters made those; null for a bare number. */
function asciiDomain(domain: string): string | null {
  if (domain === '') return null;
  try {
    const host = new URL(`https://${domain}`).hostname.replace(/\.$/, '');
    return ASCII_DOMAIN.test(host) && !/^[\d.]+$/.test(host) ? host : null;
  } catch {
    return null;
  }
}
