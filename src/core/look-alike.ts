/**
 * Domains that are made to be taken for one of the organisation's: its letters from other alphabets, digits for
 * letters, a hyphen more, a slip of the finger, its name under another ending or in front of a stranger's. Who has such
 * a domain is outside in any case; this only says what it looks like. The same name under another ending may be honest
 * (post.ch is not post.at); a name with a word more ("corp-login.example") is not flagged, since too many honest ones are
 * made so.
 */
import { inLatinLetters, shapeOf } from './confusables.ts';
import { keptWith } from './kept-with.ts';
import { inOwnLetters } from './punycode.ts';

/** Shorter names look like others by chance, so only letters of other alphabets and the whole domain count in them. */
const SHORTEST_NAME = 4;

/** From here on one letter wrong is a slip; under another ending it takes more letters to be one. */
const SHORTEST_SLIP = 6;
const SHORTEST_SLIP_ELSEWHERE = 8;

/** Domains where anybody has an address; they imitate nobody. */
const PROVIDERS: ReadonlySet<string> = new Set(
  (
    'gmail.com googlemail.com outlook.com outlook.de hotmail.com hotmail.co.uk hotmail.fr live.com msn.com yahoo.com ' +
    'yahoo.co.uk yahoo.co.jp yahoo.de yahoo.fr ymail.com icloud.com me.com mac.com aol.com gmx.de gmx.net gmx.com ' +
    'gmx.at gmx.ch web.de t-online.de freenet.de mail.de posteo.de mailbox.org proton.me protonmail.com pm.me ' +
    'tutanota.com tuta.com fastmail.com hey.com mail.com zoho.com mail.ru yandex.ru yandex.com qq.com 163.com 126.com ' +
    'naver.com daum.net orange.fr free.fr laposte.net libero.it bluewin.ch comcast.net att.net verizon.net btinternet.com'
  ).split(' '),
);

/** What stands below a country's ending as an ending of its own ("co.uk"). */
const SECOND_LEVEL = /\.(ac|co|com|edu|gob|gov|gouv|gv|ltd|me|mil|ne|net|nhs|nom|or|org|plc|sch)\.[^.]{2}$/;

/** A domain taken apart. */
interface Parts {
  readonly domain: string;
  /** The name that somebody has registered, with its ending: nobody else has anything below it. */
  readonly registered: string;
  /** That name as it reads, without hyphens; the same with each letter once where it stands twice; and its shape. */
  readonly name: string;
  readonly single: string;
  readonly shape: string;
  readonly ending: string;
  /** Whether it is written with letters of other alphabets. */
  readonly otherLetters: boolean;
  /** What stands in front of the ending, and the registered name with its ending: where ours may stand, and what of it. */
  readonly front: Shapes;
  readonly whole: Shapes;
}

/** A part of a domain by its shape: label by label without hyphens, word by word, and in one word. */
interface Shapes {
  readonly labels: readonly string[];
  readonly words: readonly string[];
  readonly joined: string;
}

/** The own domain that a foreign one imitates; null when it imitates none, or is own itself. Both in ASCII. */
export function lookAlikeOf(domain: string, own: readonly string[]): string | null {
  const seen = takenApart(domain.toLowerCase());
  const ours = prepared(own);
  if (PROVIDERS.has(seen.domain)) return null;
  if (ours.some((each) => each.registered === seen.registered || seen.domain.endsWith(`.${each.domain}`))) return null;
  return ours.find((each) => imitatesName(seen, each) || carriesWhole(seen, each))?.domain ?? null;
}

/** Whether the registered name reads like ours, or one slip away from it. */
function imitatesName(seen: Parts, own: Parts): boolean {
  if (seen.name === own.name && seen.otherLetters) return true;
  if (own.name.length < SHORTEST_NAME || seen.name.length < SHORTEST_NAME) return false;
  if (seen.shape === own.shape) return true;
  if (seen.ending === own.ending && seen.single === own.single) return true;
  const least = seen.ending === own.ending ? SHORTEST_SLIP : SHORTEST_SLIP_ELSEWHERE;
  return own.name.length >= least && isOneSlip(seen.name, own.name);
}

/** Whether our whole domain stands in front of a stranger's ending: with dots, with hyphens, or in one word. */
function carriesWhole({ front }: Parts, { whole, ending }: Parts): boolean {
  if (ending === '') return false;
  if (hasRun(front.labels, whole.labels)) return true;
  return (
    whole.joined.length >= SHORTEST_SLIP && (front.labels.includes(whole.joined) || hasRun(front.words, whole.words))
  );
}

function takenApart(domain: string): Parts {
  const labels = domain.split('.');
  const cut = Math.max(1, labels.length - (SECOND_LEVEL.test(domain) ? 2 : 1));
  const registered = labels.slice(cut - 1);
  const readable = inOwnLetters(domain).split('.');
  const own = readable[cut - 1] ?? '';
  const name = withoutHyphens(inLatinLetters(own));
  return {
    domain,
    registered: registered.join('.'),
    name,
    single: name.replace(/(.)\1+/g, '$1'),
    shape: shapeOf(name),
    ending: inLatinLetters(readable.slice(cut).join('.')),
    otherLetters: inLatinLetters(own) !== own,
    front: shapesOf(readable.slice(0, cut)),
    whole: shapesOf(readable.slice(cut - 1)),
  };
}

function shapesOf(labels: readonly string[]): Shapes {
  const shapes = labels.map(shapeOf);
  const tight = shapes.map(withoutHyphens);
  return { labels: tight, words: shapes.flatMap((each) => each.split('-')), joined: tight.join('') };
}

/** One letter more, less or other, or two neighbours changed over. */
function isOneSlip(a: string, b: string): boolean {
  // Most names differ more than that in length alone.
  if (Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  const restA = a.slice(from);
  const restB = b.slice(from);
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return restA.slice(2) === restB.slice(2) && restA[0] === restB[1] && restA[1] === restB[0];
}

function withoutHyphens(text: string): string {
  return text.replace(/-/g, '');
}

function hasRun(all: readonly string[], run: readonly string[]): boolean {
  return all.some((_, at) => run.every((each, i) => all[at + i] === each));
}

/** The own domains, taken apart. */
const prepared = keptWith((own: readonly string[]): readonly Parts[] =>
  own.map((pattern) => takenApart(pattern.toLowerCase().replace(/^\*\./, ''))),
);
