/**
 * One short text that may be a mark (a tag, what stands in brackets, a line): its readings, that is, what the mark
 * would be if the rest of it is instruction and furniture. "Confidential | Page 3" reads as "Confidential"; a sentence
 * has no reading. Nothing here knows any level; the vocabularies look the readings up.
 */
import { bare, isCapitals } from './fold.ts';
import {
  isConsent,
  isDenial,
  isFormer,
  isFurniture,
  isHandling,
  isInstruction,
  isLegal,
  isProse,
  isUnfinished,
  standsBeside,
} from './prose.ts';

/** A reading, and the other parts of the same text: several levels side by side are a legend, not a mark. */
export interface Reading {
  readonly text: string;
  readonly beside: readonly string[];
  /** Only capitals or a firm's name part it from the rest ("NOTARY PUBLIC"): too little for a level that protects nothing. */
  readonly faint: boolean;
}

/** The longest text that is read as a mark, and the most parts that one has. */
const LONGEST = 240;
const MOST_PARTS = 12;

/** Parts of a line: double slash, bar, middle dot, long dash, hyphen or short dash between spaces, slash between spaces. */
const SEPARATOR = /\/\/|[│·•—\t]|\s\||\|\s|\s[–-]+\s|\s\/\s/;

/** "Level 3: Confidential", "C3 – Vertraulich", "Confidential (C3)": organisations number their levels. */
const CODE_BEFORE = /^(?:(?:level|stufe|niveau|nivel|livello|class|klasse|tier)\s*)?\p{L}?\d\s*[-–:.)]?\s+(?=\p{L})/iu;
const CODE_AFTER = /\s*\(\p{L}?\d{1,3}\)$/u;

/** "Nur zum internen Gebrauch bestimmt": the participle adds nothing. */
const DESTINED = / (?:bestimmt|vorgesehen|gedacht)$/i;

/** Kinds of document, of which a mark may be the adjective: "CONFIDENTIAL MEMORANDUM", "Documento strettamente riservato". */
const KIND_BEHIND =
  / (?:DRAFT|MEMO|MEMORANDUM|REPORT|DOCUMENT|MINUTES|LETTER|BRIEFING|NOTES?|COPY|FILE|ENTWURF|BERICHT|PROTOKOLL)$/;
const KIND_BEFORE =
  /^(?:(?:Dokument|DOKUMENT|Documento?|DOCUMENTO?) |(?:RAPPORT|NOTE|INFORME|NOTA|ACTA|BORRADOR|RELAZIONE|VERBALE|BOZZA) )/;

/** All readings of a text whose place allows a mark; none for sentences, questions and denials. */
export function readingsOf(text: string): readonly Reading[] {
  const whole = bare(text);
  if (whole === '' || whole.length > LONGEST) return [];
  const parts = partsOf(whole);
  return [alone(whole), ...coded(whole), ...(parts.length > 1 ? fromParts(parts) : fromOne(whole))];
}

/** The parts between separators, without ornament. */
export function partsOf(text: string): readonly string[] {
  return text
    .split(SEPARATOR)
    .map(bare)
    .filter((part) => part !== '');
}

/** A text whose separators are what matters ("// do not forward"): the part before the first double slash. */
export function beforeSlashes(text: string): string | null {
  const at = text.indexOf('//');
  return at > 0 ? bare(text.slice(0, at)) : null;
}

function alone(text: string): Reading {
  return { text, beside: [], faint: false };
}

function faint(text: string): Reading {
  return { text, beside: [], faint: true };
}

/** A level's name without the number that its organisation gave it. */
export function withoutCode(text: string): string {
  return text.replace(CODE_BEFORE, '').replace(CODE_AFTER, '');
}

function coded(text: string): readonly Reading[] {
  const whole = withoutCode(text).replace(DESTINED, '');
  return whole === text ? [] : [alone(bare(whole))];
}

/** Each part counts if all the others may stand beside it. A row of single words is a menu, unless the mark shouts. */
function fromParts(parts: readonly string[]): readonly Reading[] {
  if (parts.length > MOST_PARTS) return [];
  const menu = parts.length > 2 && parts.every((part) => !part.includes(' '));
  return parts.flatMap((part, i) => {
    const beside = parts.filter((_, j) => j !== i);
    const stands = beside.every((other) => standsBeside(other) && !isDenial(other)) && (!menu || isCapitals(part));
    const readings = [alone(part), ...coded(part), ...fromOne(part)];
    return stands ? readings.map((reading) => ({ ...reading, beside })) : [];
  });
}

function fromOne(text: string): readonly Reading[] {
  return [
    ...[...beforeHandling(text), ...beforeColon(text), ...betweenStops(text)].map(alone),
    ...[...afterFirm(text), ...inCapitals(text), ...ofKind(text)].map(faint),
  ];
}

/** "Confidential. Do not forward", "CONFIDENTIAL DO NOT COPY", "Documento strettamente riservato ad uso interno". */
function beforeHandling(text: string): readonly string[] {
  const cuts = [...text.matchAll(/(?<=[\p{L}\p{N})\]])[\s.,;:!(–-]+(?=\p{L})/gu)];
  return cuts
    .filter((cut) => (/^ *$/.test(cut[0]) ? isInstruction : isHandling)(text.slice(cut.index + cut[0].length)))
    .map((cut) => bare(text.slice(0, cut.index)));
}

/** "© Acme GmbH 2025. Vertraulich. Seite 3": full stops part the furniture of a footer as well as bars do. */
function betweenStops(text: string): readonly string[] {
  const parts = text.split('. ').map(bare);
  const stands = (part: string) => parts.every((other) => other === part || isFurniture(other) || isHandling(other));
  return parts.length < 2 ? [] : parts.filter(stands);
}

/** "Confidential: yes"; and, in capitals, "CONFIDENTIAL: Board minutes". A sentence after the colon is a notice. */
function beforeColon(text: string): readonly string[] {
  const [, lead = '', rest = ''] = /^([^:]{3,60}?)\s*:\s*(\S.*)/.exec(text) ?? [];
  if (isDenial(rest) || isLegal(rest)) return [];
  const title = isCapitals(lead) && !isProse(rest) && /\p{L}/u.test(rest) && !isCapitals(rest);
  return (isConsent(rest) && /\p{Lu}/u.test(lead)) || title ? [bare(lead)] : [];
}

/** "© 2025 Acme Inc. Confidential", "Acme GmbH Vertraulich", "ACME CONFIDENTIAL". */
function afterFirm(text: string): readonly string[] {
  const firm =
    /^(?:(?:©|\(c\)|copyright).{0,60}?|.{1,40}) ?\b(?:inc|ltd|llc|plc|corp|gmbh|ag|se|s\.a|sas|sarl|s\.l|s\.p\.a|spa|s\.r\.l|srl)\b\.?,? +(?=\p{L})/iu;
  const tail = text.replace(firm, '');
  const [, name = '', shout = ''] = (isCapitals(text) && /^([\p{L}\p{N}&]{2,20}) (.*)$/u.exec(text)) || [];
  const mark = isDenial(name) || isProse(name) || isUnfinished(name) || isFormer(name) ? '' : shout;
  return [tail, mark].filter((each) => each !== text && each !== '').map(bare);
}

function ofKind(text: string): readonly string[] {
  const kinds = [text.replace(KIND_BEHIND, ''), text.replace(KIND_BEFORE, '')];
  return kinds.filter((each) => each !== text).map(bare);
}

/** "CONFIDENTIAL Board minutes" and "Board minutes CONFIDENTIAL": capitals beside a plain title; never a sentence. */
function inCapitals(text: string): readonly string[] {
  if (isCapitals(text) || isProse(text)) return [];
  const words = text.split(' ');
  const shouted = (word: string) => isCapitals(word) && word.length > 2;
  const before = words.findIndex((word) => !shouted(word));
  const after = [...words].reverse().findIndex((word) => !shouted(word));
  const rest = words.slice(0, words.length - after).join(' ');
  const ends = isUnfinished(rest) ? [] : words.slice(words.length - after);
  return [words.slice(0, before), ends].filter((run) => run.length > 0).map((run) => run.join(' '));
}
