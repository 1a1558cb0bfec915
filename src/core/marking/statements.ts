/**
 * Statements that are marks beyond doubt, whatever they say: "TLP:PURPLE", a chip "Classification: Ultra", an enabled
 * MSIP label, "[SEC=ULTRA]". When no vocabulary and no own label knows one, the thing is marked with something unknown,
 * which policy counts as its highest level. Ordinary text has none of these forms.
 */
import type { Marked, VocabularyId } from '../marking.ts';
import { bracketed, clean, fold } from './fold.ts';
import { isSureKey, keyed } from './key.ts';
import { linesOf } from './lines.ts';
import { isDenial } from './prose.ts';
import { subjectOf } from './title.ts';

/** Values that state the absence of a mark, or leave it open. */
const NOTHING =
  /^(?:none|normal|unclassified|not classified|n\/?a|tbd|undefined|unknown|default|null|false|true|keine|ohne|offen|unklassifiziert|aucune?|non classe|ninguna?|sin clasificar|nessuna?|non classificato|pending|in review|low|niedrig|faible|baja|bassa|-|\d+|)$|^(?:not|non|no|nicht|kein|pas|sin) /;

/** Level-like words: a data attribute in lower case is a label only if it has one of them. */
const LEVEL_LIKE =
  /secret|confid|restrict|sensitiv|protect|classified|geheim|vertraul|riserv|reserv|intern|top|tier|level/;

/** Names of attributes and headers that state a classification of the organisation and nothing else. */
const DECLARED = new RegExp(
  '^(?:data classification|(?:information|security|sensitivity|document) (?:classification|label)|x classification|' +
    'protective marking)(?: level| label)?$',
);

/** Statements of the page, each a text that can be read as a tag. */
export function sureStatements(page: Marked, vocabularies: readonly VocabularyId[]): readonly string[] {
  const tags = page.tags.map((tag) => clean(tag.slice(0, 300)));
  const brackets = bracketed(subjectOf(page.title));
  const top = linesOf(page.head.slice(0, 2_000))
    .slice(0, 2)
    .map((line) => line.text);
  const chips = [...tags, ...brackets];
  return [
    ...(vocabularies.includes('tlp')
      ? [...chips, ...top].filter((text) => /^TLP:[A-Z]{3,12}(?:\+[A-Z]{3,12})?$/i.test(text))
      : []),
    ...chips.filter(statesUnknown),
    ...top.filter((text) => isSureStatement(text)),
    ...(page.declared ?? []).flatMap(({ name, value }) => declaredStatement(fold(name), clean(value.slice(0, 300)))),
  ];
}

/** A chip "Classification: Ultra": a short name with a capital, after a key of classification. "Label: blue" is none. */
function statesUnknown(text: string): boolean {
  const found = keyed(text);
  if (found === null || !isName(found.value)) return false;
  return (
    found.sure ||
    /^(?:classification|sensitivity|klassifizierung|einstufung|clasificacion|classificazione)$/.test(found.key)
  );
}

/** In running text the key must mean nothing but protection. */
function isSureStatement(text: string): boolean {
  const found = keyed(text);
  return found?.sure === true && isSureKey(found.key) && isName(found.value);
}

function isName(value: string): boolean {
  return /^\p{Lu}[\p{L}+-]*(?: [\p{L}\p{N}+-]+){0,2}$/u.test(value) && !NOTHING.test(fold(value)) && !isDenial(value);
}

function declaredStatement(name: string, value: string): readonly string[] {
  const folded = fold(value);
  if (!DECLARED.test(name.replace(/^data (?=\p{L}+ )/u, '')) && !DECLARED.test(name)) return [];
  const level = /^\p{Lu}/u.test(value) || LEVEL_LIKE.test(folded);
  return NOTHING.test(folded) || !level || folded.length > 60 ? [] : [value];
}
