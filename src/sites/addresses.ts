/**
 * Mail addresses as everything compares them: small letters, domains in ASCII. A display name is never believed: what
 * counts is the address in angle brackets, and what could be read in two ways is no address.
 */

/** The longest address that mail carries (RFC 5321), and with its name. */
const LONGEST_ADDRESS = 254;
const LONGEST_MAILBOX = 2_000;

/** Signs that are not seen or turn the direction of reading: none belongs into an address. */
const UNSEEN = /\p{C}|\p{Zl}|\p{Zp}|\u034f|\u115f|\u1160|\u3164|\uffa0|[\ufe00-\ufe0f]/u;

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

/** A mailbox taken apart; null when quotes or brackets do not close, or there are more brackets than one pair. */
function readMailbox(text: string): Mailbox | null {
  const marks = marksOf(text);
  const quoted = marks.some(({ sign }) => sign === '"');
  const [open, close, ...more] = marks.filter(({ sign }) => sign !== '"');
  if (marks.filter(({ sign }) => sign === '"').length % 2 === 1) return null;
  if (!open) return { angle: null, after: '', quoted };
  if (open.sign !== '<' || close?.sign !== '>' || more.length > 0) return null;
  return { angle: text.slice(open.at + 1, close.at), after: text.slice(close.at + 1), quoted };
}

/** Quotes that are not escaped, and angle brackets outside them, in order. */
function marksOf(text: string): readonly { readonly sign: string; readonly at: number }[] {
  const marks: { sign: string; at: number }[] = [];
  let inside = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (inside && sign === '\\') at++;
    else if (sign === '"') {
      inside = !inside;
      marks.push({ sign, at });
    } else if (!inside && (sign === '<' || sign === '>')) marks.push({ sign, at });
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
    else if (!quoted && !angle && /[,;\r\n]/.test(sign)) {
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
  return local === '' || host === null ? null : `${local.normalize('NFC').toLowerCase()}@${host}`;
}

/** A domain in ASCII as browsers make it; null when it is none, or a bare number. */
function asciiDomain(domain: string): string | null {
  if (domain === '' || domain.startsWith('.') || domain.includes('..')) return null;
  try {
    const host = new URL(`https://${domain}`).hostname.replace(/\.$/, '');
    return host === '' || /^[\d.]+$/.test(host) ? null : host;
  } catch {
    return null;
  }
}
