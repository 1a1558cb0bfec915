/**
 * The one reading of HTML as text that signing, showing and comparing go through. It reads tokens, never a tree, so
 * that any input has a result in linear time. In doubt it shows more than a mail program would: text hidden by style
 * stays, a tag or comment that never ends is shown as it stands, and the targets of links and images are written out,
 * because those who receive it receive them too.
 */

import { decodeEntities } from './html-entities.ts';

/** A piece of HTML: text with its entities decoded, or a tag with the attributes that matter. */
export type HtmlToken =
  | { readonly kind: 'text'; readonly at: number; readonly text: string }
  | {
      readonly kind: 'tag';
      readonly at: number;
      readonly name: string;
      readonly closing: boolean;
      readonly attributes: Readonly<Record<string, string>>;
    };

/** Elements that stand on lines of their own. html, head and body are not among them: a fragment has none. */
const BLOCKS = new Set(
  (
    'address article aside blockquote caption center dd details dialog dir div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu nav ol optgroup option p plaintext pre ' +
    'section summary table tbody tfoot thead tr ul xmp'
  ).split(' '),
);
const KEEPS_SPACE = new Set(['listing', 'plaintext', 'pre', 'textarea', 'xmp']);
const WANTED = new Set(['alt', 'class', 'href', 'src']);

/** Elements whose content is no markup, and what becomes of it. */
const RAW: ReadonlyMap<string, 'nothing' | 'decoded' | 'source'> = new Map([
  ...['script', 'style', 'title'].map((name) => [name, 'nothing'] as const),
  ...['iframe', 'noembed', 'noframes', 'noscript', 'plaintext', 'xmp'].map((name) => [name, 'source'] as const),
  ['textarea', 'decoded'] as const,
]);

/** What begins at a "<": null is a comment; and where the next begins. */
interface Found {
  readonly token: HtmlToken | null;
  readonly end: number;
}

/** A text being written: whole lines, the line begun, and what is still undecided. */
interface Writing {
  readonly lines: string[];
  line: string;
  /** White space was met that becomes one space if more text follows on this line. */
  gap: boolean;
  /** How many elements are open that keep their white space, and whether one has just begun. */
  kept: number;
  fresh: boolean;
  link: { readonly href: string; text: string } | null;
}

/** The text of a piece of HTML, line by line, with link and image targets. Defined for every input. */
export function htmlText(html: string): string {
  const out: Writing = { lines: [], line: '', gap: false, kept: 0, fresh: false, link: null };
  for (const token of htmlTokens(html)) {
    if (token.kind === 'text') writeText(out, token.text);
    else writeTag(out, token.name, token.closing, token.attributes);
  }
  closeLink(out);
  endBlock(out);
  return out.lines.join('\n');
}

/** The tokens of HTML as browsers find them; comments, scripts, styles and titles are left out. */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0;
  // In SVG and MathML styles and titles are ordinary elements whose content can become visible.
  let foreign = false;
  for (;;) {
    const open = html.indexOf('<', at);
    const text = html.slice(at, open === -1 ? undefined : open);
    if (text !== '') yield { kind: 'text', at, text: decodeEntities(text, false) };
    if (open === -1) return;
    const found = /[a-z]/i.test(html.charAt(html.charAt(open + 1) === '/' ? open + 2 : open + 1))
      ? readTag(html, open)
      : readOther(html, open);
    at = found.end;
    if (found.token) yield found.token;
    if (found.token?.kind !== 'tag' || found.token.closing) continue;
    foreign ||= found.token.name === 'svg' || found.token.name === 'math';
    const raw = RAW.get(found.token.name);
    if (!raw || (raw === 'nothing' && foreign)) continue;
    const end = endOfRaw(html, at, found.token.name);
    const content = html.slice(at, end ?? undefined);
    if (raw !== 'nothing' || end === null)
      yield { kind: 'text', at, text: raw === 'decoded' ? decodeEntities(content, false) : content };
    at += content.length;
  }
}

/** The end of an element whose content is no markup: where its end tag begins, or null when it never ends. */
function endOfRaw(html: string, at: number, name: string): number | null {
  const end = new RegExp(`</${name}[\\t\\n\\f\\r />]`, 'gi');
  end.lastIndex = at;
  return end.exec(html)?.index ?? null;
}

/** The tag that begins here. */
function readTag(html: string, at: number): Found {
  const closing = html.charAt(at + 1) === '/';
  const name = /[^\t\n\f\r />]+/y;
  name.lastIndex = at + (closing ? 2 : 1);
  const tag = (name.exec(html)?.[0] ?? '').toLowerCase();
  const attribute =
    /[\t\n\f\r /]*(?:>|([^\t\n\f\r />][^\t\n\f\r />=]*)(?:[\t\n\f\r ]*=[\t\n\f\r ]*(?:"([^"]*)(?:"|$)|'([^']*)(?:'|$)|([^\t\n\f\r >]*)))?)/y;
  attribute.lastIndex = name.lastIndex;
  const attributes: Record<string, string> = {};
  for (;;) {
    const found = attribute.exec(html);
    if (!found) return theRest(html, at);
    if (found[1] === undefined) break;
    const key = found[1].toLowerCase();
    // Of an attribute given twice browsers take the first.
    if (WANTED.has(key) && !Object.hasOwn(attributes, key))
      attributes[key] = decodeEntities(found[2] ?? found[3] ?? found[4] ?? '', true);
  }
  return { token: { kind: 'tag', at, name: tag, closing, attributes }, end: attribute.lastIndex };
}

/** What begins with "<" and is no tag: a comment, a section of characters, or just the sign. */
function readOther(html: string, at: number): Found {
  if (html.startsWith('<!--', at)) return skip(html, at, /--!?>/g);
  if (html.startsWith('<![CDATA[', at)) {
    const end = html.indexOf(']]>', at);
    return end === -1
      ? theRest(html, at)
      : { token: { kind: 'text', at, text: html.slice(at + '<![CDATA['.length, end) }, end: end + 3 };
  }
  if (/[!?/]/.test(html.charAt(at + 1))) return skip(html, at, />/g);
  return { token: { kind: 'text', at, text: '<' }, end: at + 1 };
}

function skip(html: string, at: number, mark: RegExp): Found {
  mark.lastIndex = at + 2;
  return mark.exec(html) ? { token: null, end: mark.lastIndex } : theRest(html, at);
}

/** Markup that never ends, as it stands. */
function theRest(html: string, at: number): Found {
  return { token: { kind: 'text', at, text: html.slice(at) }, end: html.length };
}

function writeTag(out: Writing, name: string, closing: boolean, attributes: Readonly<Record<string, string>>): void {
  out.fresh = false;
  if (name === 'br') return endLine(out);
  if (KEEPS_SPACE.has(name)) {
    out.kept = Math.max(0, out.kept + (closing ? -1 : 1));
    out.fresh = !closing;
  }
  if (BLOCKS.has(name)) endBlock(out);
  else if (name === 'td' || name === 'th') out.gap = true;
  else if (name === 'a') {
    // Links do not nest: a new one ends the one before.
    closeLink(out);
    if (!closing && attributes.href !== undefined) out.link = { href: target(attributes.href), text: '' };
  } else if (name === 'area' && attributes.href) put(out, `<${target(attributes.href)}>`);
  else if (!closing && (name === 'img' || name === 'image')) {
    const alt = (attributes.alt ?? '').replace(/[\t\n\f\r ]+/g, ' ').trim();
    const src = attributes.src ? `<${target(attributes.src)}>` : '';
    put(out, `[${['image', alt, src].filter((part) => part !== '').join(' ')}]`);
  }
}

/** A target that stays in one piece: white space around it goes, as in browsers; what could end it is escaped. */
function target(address: string): string {
  const inside = address.replace(/[\t\n\r]/g, '');
  let from = 0;
  let to = inside.length;
  // Beyond either end there is no character, and nothing is less.
  while (inside.charCodeAt(from) <= 0x20) from++;
  while (inside.charCodeAt(to - 1) <= 0x20) to--;
  return inside.slice(from, to).replace(/[\s<>]/g, encodeURIComponent);
}

function closeLink(out: Writing): void {
  const { link, gap } = out;
  out.link = null;
  if (!link || link.href === '' || link.text === link.href || `mailto:${link.text}` === link.href) return;
  const last = out.lines.length - 1;
  // The block that ended with the link has begun a new line already.
  if (out.line === '' && link.text !== '' && out.lines[last]) {
    out.lines[last] += ` <${link.href}>`;
    return;
  }
  out.gap = true;
  put(out, `<${link.href}>`);
  out.gap = gap;
}

function writeText(out: Writing, text: string): void {
  const sound = text.replaceAll('\0', '');
  if (out.kept > 0) return writeKept(out, sound.replace(/\r\n?/g, '\n'));
  const flat = sound.replace(/[\t\n\f\r ]+/g, ' ');
  const from = flat.startsWith(' ') ? 1 : 0;
  if (from === 1) out.gap = true;
  if (flat.length === from) return;
  put(out, flat.endsWith(' ') ? flat.slice(from, -1) : flat.slice(from));
  out.gap = flat.endsWith(' ');
}

/** Text that keeps its white space, but for line ends right after its tag: browsers swallow one on each reading. */
function writeKept(out: Writing, text: string): void {
  let from = 0;
  while (out.fresh && text.charAt(from) === '\n') from++;
  if (from < text.length) out.fresh = false;
  text
    .slice(from)
    .split('\n')
    .forEach((line, i) => {
      if (i > 0) endLine(out);
      if (line !== '') put(out, line);
    });
}

function put(out: Writing, text: string): void {
  const piece = out.gap && out.line !== '' ? ` ${text}` : text;
  out.gap = false;
  out.line += piece;
  if (out.link && out.link.text.length <= out.link.href.length) out.link.text += piece;
}

function endLine(out: Writing): void {
  out.lines.push(out.line);
  out.line = '';
  out.gap = false;
  if (out.link && out.link.text !== '') out.link.text += '\n';
}

function endBlock(out: Writing): void {
  if (out.line !== '') endLine(out);
  out.gap = false;
}
