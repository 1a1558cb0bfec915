/**
 * Statements with a key: "Classification: Confidential", "Vertraulichkeitsstufe – intern", "Sensitivity | General",
 * "This document is classified as Secret". The key says that a mark follows, so the value may be any level's name.
 */
import { bare, fold, isCapitals } from './fold.ts';

/** The value that a key announces, and how sure the key alone makes it that the value is a mark. */
export interface Keyed {
  readonly key: string;
  readonly value: string;
  /** The key can mean nothing but protection, so that even an unknown value is a mark. */
  readonly sure: boolean;
}

/** Kinds of thing that a key may name first: "document classification", "data sensitivity". */
const THING =
  '(?:(?:data|document|doc|information|info|security|content|page|file|message|mail|email|asset|record|report|protection|overall|corporate|company|business) )?';

const SUBJECT =
  '(?:classification|classified|sensitivity|confidentiality|marking|label|handling|distribution|sharing|dissemination|secrecy)' +
  '(?: level| label| status| marking| class| tier)?';

/** Keys that also mean other things ("Classification: Mammalia"): only a known level after them is a mark. */
const KEYS = new RegExp(
  `^(?:${[
    `${THING}${SUBJECT}`,
    'security level|this (?:message|mail|e ?mail|paper|page|file)',
    'tlp (?:level|label|marking|status)|traffic light protocol(?: tlp)?',
    '(?:dokument(?:en)?|daten|informations|sicherheits)?(?:klassifizierung|klassifikation|einstufung|kennzeichnung|klasse)|vertraulichkeit|schutz(?:klasse|stufe|bedarf)|verteiler|sensibilitat',
    '(?:niveau |degre |classe )?(?:de )?(?:classification|confidentialite|sensibilite|diffusion|protection)(?: d[ue] (?:l )?\\p{L}+)?|classification de l information|mention|marquage',
    '(?:nivel |grado )?(?:de )?(?:clasificacion|confidencialidad|sensibilidad)(?: de(?:l| la)? \\p{L}+)?|etiqueta|marcado',
    '(?:livello |grado |classe )?(?:di )?(?:classificazione|riservatezza|confidenzialita|sensibilita)(?: de(?:l|lle) \\p{L}+| documento)?|etichetta',
  ].join('|')})$`,
  'u',
);

/** Keys that mean protection and nothing else. */
const SURE_KEYS = new RegExp(
  `^(?:${[
    '(?:data|document|information|security) (?:classification|marking|label)(?: level| label)?|(?:sensitivity|classification|confidentiality|secrecy) (?:label|level)|protective marking',
    'vertraulichkeits(?:stufe|klasse|grad)|geheimhaltungs(?:stufe|grad)|sicherheitseinstufung|(?:dokumenten|daten|informations)klassifizierung',
    'niveau de (?:confidentialite|sensibilite|classification)|mention de protection',
    'nivel de (?:confidencialidad|clasificacion)|clasificacion de (?:la informacion|seguridad)|etiqueta de (?:confidencialidad|sensibilidad)',
    'livello di (?:riservatezza|classificazione)|classificazione delle informazioni|etichetta di riservatezza',
  ].join('|')})$`,
);

/** Keys of settings and shipping as well ("Sharing: Public"): they announce neither an ordinary word nor the lowest level. */
const WEAK_KEYS =
  /\b(?:label|handling|distribution|sharing|dissemination|verteiler|diffusion|protection|mention|etiqueta|etichetta|kennzeichnung)\b/;

/** Key, an optional translation in brackets, a separator, value. A hyphen separates only between spaces. */
const PAIR = /^(\p{L}[\p{L}'’ _-]{2,60}?)\s*(?:\([\p{L} ]{2,40}\)\s*)?(?:::?|=|\||—|–| - |→)\s*(\S.*)/u;

/** Sentences that are nothing but a mark, in five languages; "this e-mail is confidential" is not among them. */
const SENTENCES: readonly RegExp[] = [
  /^(?:this \p{L}+ (?:is|has been) )?(?:classified|marked|labell?ed)(?: as)?:? (\S.*)/iu,
  /^(?:dieses?r? \p{L}+ ist )?als (\S.*?) (?:eingestuft|klassifiziert|gekennzeichnet)$/iu,
  /^(?:dieses?r? \p{L}+ ist )?(?:eingestuft|klassifiziert)(?: als)?:? (\S.*)/iu,
  /^(?:ce(?:tte|t)? \p{L}+ est )?class[ée]e?(?: comme)?:? (\S.*)/iu,
  /^(?:est[ea] \p{L}+ est[aá] )?clasificad[oa](?: como)?:? (\S.*)/iu,
  /^(?:quest[oa] \p{L}+ [eè] )?classificat[oa](?: come)?:? (\S.*)/iu,
  /^(?:please treat this as|bitte behandeln sie dies(?:e nachricht)? als) (\S.*)/iu,
];

/** "This report is TLP:AMBER", "Dieses Dokument ist VERTRAULICH": capitals, since in a legal notice it would not be. */
const THIS_IS =
  /^(?:this|the|dieses|dieser|diese|das|der|ce|cette|cet|este|esta|questo|questa) \p{L}+ (?:is|ist|est|est[aá]|es|è) (\S[^.?!]*)$/iu;

/** "This page is for internal use only": the one level that is said of things in whole sentences. */
const INTERNAL_USE = /\bintern\p{L}* (?:use|gebrauch|verwendung)\b|\b(?:usage|uso) (?:\p{L}+ )?intern/u;

/** The longest text that is looked at as a statement. */
const LONGEST = 300;

/** What a line, tag or part of a title states with a key; null when it has none. */
export function keyed(text: string): Keyed | null {
  if (text.length > LONGEST) return null;
  return pair(text) ?? sentence(text) ?? withoutSeparator(text);
}

/** Whether a word is such a key; "_classification" with any prefix is one in front matter and attributes. */
export function isKey(text: string): boolean {
  return isSureKey(text) || KEYS.test(fold(text)) || /^\w+_(?:classification|sensitivity)$/i.test(text);
}

export function isSureKey(text: string): boolean {
  return SURE_KEYS.test(fold(text));
}

export function isWeakKey(key: string): boolean {
  return WEAK_KEYS.test(key) && !SURE_KEYS.test(key);
}

function pair(text: string): Keyed | null {
  const [, key = '', value = ''] = PAIR.exec(bare(text)) ?? [];
  return isKey(key) ? { key: fold(key), value: bare(value), sure: isSureKey(key) } : null;
}

function sentence(text: string): Keyed | null {
  const plain = bare(text);
  const value = SENTENCES.map((pattern) => pattern.exec(plain)?.[1]).find((found) => found !== undefined);
  if (value !== undefined) return { key: '', value: bare(value), sure: false };
  const said = THIS_IS.exec(plain)?.[1] ?? '';
  const stands = (isCapitals(said) && !isCapitals(plain)) || INTERNAL_USE.test(fold(said));
  return stands ? { key: '', value: bare(said), sure: false } : null;
}

/** "Classificazione STRETTAMENTE RISERVATO": the capitals do what the colon would. */
function withoutSeparator(text: string): Keyed | null {
  const [, key = '', value = ''] = /^(\p{L}*[\p{Ll}]) ([\p{Lu}+: -]{4,60})$/u.exec(bare(text)) ?? [];
  return isKey(key) ? { key: fold(key), value: bare(value), sure: false } : null;
}
