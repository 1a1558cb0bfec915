/**
 * What is said about a thing in sentences, told from what stands on it: legal footers, sentences, instructions how to
 * handle it. A mark has none of them in it, and only an instruction or a plain name beside it.
 */
import { fold } from './fold.ts';

/** Legal notices speak of "this message" and its "intended recipient"; a mark never does. Five languages. */
const LEGAL = new RegExp(
  [
    'intended (?:recipient|solely|only|for)|is intended|(?:this|these) (?:e ?mails?|messages?|communication|transmission|electronic)|(?:any|its|all) attachments|received (?:it|this|the)\\b.{0,30} in error|legally privileged|information (?:contained|in this)|contents? of this|named (?:addressee|recipient|individual|person)|internet e ?mails?',
    'diese[rn]? (?:e ?mail|mail|nachricht)|bestimmungsgema|irrtumlich|(?:bezeichneten|genannten|angegebenen|richtige|beabsichtigte|vorgesehene)n? (?:adressat|empfanger)|inhalt dieser',
    '(?:ce|du|le present) (?:message|courriel|mail|courrier)|destinataires?\\b|par erreur|informations contenues',
    '(?:este|del|el presente) (?:mensaje|correo)|destinatari|por error|informacion (?:contenida|incluida)',
    '(?:questo|il presente|presente|del presente) (?:messaggio|comunicazione)|(?:questa|presente) (?:e ?mail|comunicazione)|per errore|informazioni contenute',
  ].join('|'),
);

/** Instructions that no sentence begins with after a level's name, in five languages: they may follow it without a stop. */
const INSTRUCTION = new RegExp(
  `^(?:please |bitte |merci de |por favor,? |si prega di )?(?:${[
    '(?:do not|don t|never|not to be) (?:forward|share|distribute|redistribute|copy|circulate|disclose|print|publish|reproduce|duplicate|post|leave)\\b',
    'not for (?:\\p{L}+ )?(?:distribution|release|circulation|publication|disclosure|sharing|forwarding)|handle with|treat (?:as|with)|(?:for )?(?:internal|official|company) use|for your eyes only',
    'nicht (?:weiter|zur (?:weitergabe|veroffentlichung)|fur dritte|kopieren|verteilen|veroffentlichen)|keine weiter|nur (?:fur|zur|zum) (?:den |die |das )?(?:intern|dienst|vorstand|empfanger|personlich)|zum internen|fur den internen',
    '(?:a )?ne pas|pas de diffusion|(?:pour |a )?usage interne|diffusion (?:limitee|interdite|restreinte|interne)|reproduction interdite',
    'no (?:reenviar|difundir|compartir|distribuir|divulgar|copiar|publicar)|prohibida|(?:solo |exclusivo |para )*uso (?:interno|exclusivo)',
    'non (?:inoltrare|diffondere|divulgare|condividere|distribuire|copiare|pubblicare)|(?:solo |esclusivamente )?(?:ad |per )?uso (?:esclusivamente )?interno|vietata',
  ].join('|')})`,
  'u',
);

/** Further instructions and addressees, which stand beside a mark behind a separator or a full stop. */
const ADDRESSING = new RegExp(
  `^(?:please |bitte |merci de |por favor,? |si prega di )?(?:${[
    'no (?:distribution|forwarding|onward|external|public|release)|not for|for (?:your|the|our|internal|official|use|company|board|management|members|staff|employees|addressees?|recipients?|named)\\b|eyes only|need to know|addressees? only|recipients? (?:only|may)|limited to|limited disclosure|embargo(?:ed)?|all rights reserved|draft\\b|copy \\d|by hand|only for|[\\p{L}\\p{N} ]{2,40} only$',
    'nicht (?:zur|fur|an|offentlich|zum)|keine (?:verteilung|kopie)|nur (?:fur|zur|zum|an|im)|weitergabe|entwurf\\b|verteiler',
    'reserve|uniquement|exclusivement|projet\\b|interdit|a l usage|a l attention',
    '(?:solo|exclusivo|unicamente|exclusivamente)\\b|prohibid|para uso|borrador\\b',
    '(?:solo|esclusivamente|esclusivo|unicamente) (?:per|ad|uso)|uso esclusivo|vietat|bozza\\b|riproduzione vietata',
  ].join('|')})`,
  'u',
);

/** Page numbers, dates, versions, names of firms, copyright: what headers and footers of documents hold besides the mark. */
const FURNITURE =
  /^(?:(?:page|seite|p\.|s\.|pagina|blatt|sheet|slide|folio|pag\.)\s*\d.*|\d[\d\s./:,-]*(?:(?:of|von|de|sur|di)\s*\d+)?|v(?:er(?:sion)?)?\.? ?\d.*|rev(?:ision)?(?:\. ?| |(?=\d))\w{1,5}|(?:©|\(c\)|copyright\b).*|.{1,60}\b(?:inc|ltd|llc|plc|corp|corporation|gmbh|ag|kg|se|sa|sas|sarl|s\.a|sl|s\.l|spa|s\.p\.a|srl|s\.r\.l|bv|oy|ab)\.?(?:,? \d{4})?)$/;

/** Words that only sentences have: a line with one of them says something, it is no title. */
const SENTENCE_WORDS = new Set(
  (
    'you we they she it is are was were be been has have had must should can could will would might shall that this these ' +
    'those who which what how why when if because not says said please ' +
    'ich sie wir ihr ist sind waren wird werden muss mussen kann konnen soll sollen haben dass diese dieser dieses wer wie ' +
    'warum wenn nicht kein keine bitte es ' +
    'je il elle nous vous ils elles est sont etait doit doivent peut peuvent avez que qui ce cet cette ces pas ' +
    'yo usted ustedes nosotros esta estan debe deben puede pueden tiene este estas ' +
    'io lui lei noi voi loro sono deve devono puo possono hanno che questo questa questi non'
  ).split(' '),
);

/** Little words after which something must follow: "a guide to CONFIDENTIAL" speaks of the word. */
const CONNECTIVES =
  /\b(?:a|an|the|of|on|to|for|as|is|are|not|no|about|in|by|and|or|uber|fur|zu|zum|zur|als|der|die|das|den|und|oder|von|im|ist|sur|de|du|des|le|la|les|en|et|ou|comme|sobre|el|los|las|y|o|como|di|del|della|il|lo|gli|e|come|su|non|nicht|pas)$/;

/** Words beside which "public" and "internal" name a choice or an adjective, not a mark. */
const OPPOSITES =
  /^(?:private|external|privat|prive|privee|extern|externe|externer|externes|privado|privada|externo|externa|privato|privata|unrestricted|uneingeschrankt|esterno|esterna)\b/;

const LONGEST_INSTRUCTION = 120;

/** The longest title that stands beside a mark; longer runs of words are sentences. */
const MOST_WORDS = 8;

export function isLegal(text: string): boolean {
  return LEGAL.test(fold(text));
}

export function isOpposite(text: string): boolean {
  return OPPOSITES.test(fold(text));
}

/** Whether a name has an opposite: "public" and "internal" in the five languages. */
export function hasOpposite(name: string): boolean {
  return /^(?:public|publi[qc]|offentlich|pubblic|intern|restrict|eingeschrankt)/.test(fold(name));
}

/** Whether a part of a line tells how to handle the thing, so plainly that it needs no stop before it. */
export function isInstruction(text: string): boolean {
  const folded = fold(text);
  return folded.length <= LONGEST_INSTRUCTION && INSTRUCTION.test(folded) && !LEGAL.test(folded);
}

/** Whether a part of a line tells how to handle the thing, or for whom it is. */
export function isHandling(text: string): boolean {
  const folded = fold(text);
  const addressing = ADDRESSING.test(folded) && !/\b(?:is|are|ist|sind|est|sont|es|son|sono)\b/.test(folded);
  return isInstruction(text) || (folded.length <= LONGEST_INSTRUCTION && addressing && !LEGAL.test(folded));
}

/** Whether a part of a line says something in a sentence, or asks. */
export function isProse(text: string): boolean {
  const words = fold(text).split(/[^\p{L}\p{N}]+/u);
  if (/(?:^|\s)è(?:\s|$)/i.test(text)) return true;
  return words.length > MOST_WORDS || /[?!]\s*$/.test(text) || words.some((word) => SENTENCE_WORDS.has(word));
}

/** Words that take back the level behind them: "FORMERLY CONFIDENTIAL". */
export function isFormer(text: string): boolean {
  return /^(?:formerly|previously|declassified|un|semi|quasi|ehemals|fruher|vormals|anciennement|antes|antiguamente|gia|ex|less|more|nothing|todo|nada|nichts|rien|niente)$/.test(
    fold(text),
  );
}

/** Whether a text breaks off in the middle of what it says. */
export function isUnfinished(text: string): boolean {
  return CONNECTIVES.test(fold(text));
}

/** Whether a part of a line may stand beside a mark without making a sentence of it. */
export function standsBeside(text: string): boolean {
  if (isHandling(text)) return true;
  if (isLegal(text)) return false;
  return isFurniture(text) || !isProse(text);
}

/** Whether a part of a line is what headers and footers hold besides the mark. */
export function isFurniture(text: string): boolean {
  return FURNITURE.test(text.trim().toLowerCase());
}

/** Answers that take a mark back: "Confidential: no". "No bonus this year" is none: it is the title of something. */
export function isDenial(text: string): boolean {
  return /^(?:no|nope|nein|non|none|never|false|n\/?a|no longer|not any more|nicht mehr|ya no|non piu|plus)[.,;!]?$/.test(
    fold(text),
  );
}

/** Answers that confirm one: "Confidential: yes". */
export function isConsent(text: string): boolean {
  return /^(?:yes|ja|oui|si|true|x|✓|✔)[.!]?$/.test(fold(text));
}

const LITTLE_ENGLISH = new Set(
  (
    'the and of for with you your our we are is this from at to in be will thanks hello dear hi students summer winter spring ' +
    'fall engineer developer position internship hiring apply application wanted opening program paid role looking'
  ).split(' '),
);
const LITTLE_GERMAN = new Set(
  (
    'der die das und den dem des ein eine einen nicht fur mit von ist im am zum zur auf bei aus nach wir sie ihr ihre bitte ' +
    'liebe sehr hallo werden wird bis vom'
  ).split(' '),
);

/** Whether the little words of a text are English rather than German: "Intern" is a mark in one and a trainee in the other. */
export function speaksEnglish(text: string): boolean {
  const words = fold(text).split(/[^\p{L}]+/u);
  const count = (little: ReadonlySet<string>) => words.filter((word) => little.has(word)).length;
  return count(LITTLE_ENGLISH) > count(LITTLE_GERMAN);
}
