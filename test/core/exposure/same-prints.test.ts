/**
 * The prints of real texts as they have always been. What was kept of an agent's draft is compared after an update of the
 * extension too: prints that come out otherwise find nothing again.
 */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { sha256Hex } from '../../../src/core/canonical.ts';
import { compared, fingerprint, printsIn } from '../../../src/core/exposure/fingerprint.ts';
import { KINDS } from '../../../src/core/exposure/grams.ts';

const KEY = Uint8Array.from({ length: 32 }, (_, i) => i);

/** The first article of the Universal Declaration of Human Rights in its official translations. */
const ARTICLE = {
  German:
    'Alle Menschen sind frei und gleich an Würde und Rechten geboren. Sie sind mit Vernunft und Gewissen begabt und sollen einander im Geist der Brüderlichkeit begegnen.',
  Greek:
    "'Ολοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια και τα δικαιώματα. Είναι προικισμένοι με λογική και συνείδηση, και οφείλουν να συμπεριφέρονται μεταξύ τους με πνεύμα αδελφοσύνης.",
  Russian:
    'Все люди рождаются свободными и равными в своем достоинстве и правах. Они наделены разумом и совестью и должны поступать в отношении друг друга в духе братства.',
  Hindi:
    'सभी मनुष्यों को गौरव और अधिकारों के मामले में जन्मजात स्वतन्त्रता और समानता प्राप्त है। उन्हें बुद्धि और अन्तरात्मा की देन प्राप्त है और परस्पर उन्हें भाईचारे के भाव से बर्ताव करना चाहिए।',
  Japanese:
    'すべての人間は、生まれながらにして自由であり、かつ、尊厳と権利とについて平等である。人間は、理性と良心とを授けられており、互いに同胞の精神をもって行動しなければならない。',
  Chinese: '人人生而自由,在尊严和权利上一律平等。他们赋有理性和良心,并应以兄弟关系的精神相对待。',
  Thai: 'มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกันในเกียรติศักดิ์และสิทธิ ต่างมีเหตุผลและมโนธรรม และควรปฏิบัติต่อกันด้วยเจตนารมณ์แห่งภราดรภาพ',
} as const;

const LICENCE = readFileSync(new URL('../../../LICENSE', import.meta.url), 'utf8');

/** Prints and places of a text, as one number. */
const sumOf = (text: string) => {
  const prints = printsIn(compared(text), KEY);
  const kept = fingerprint(text, KEY);
  return sha256Hex(
    KINDS.flatMap((kind) => [
      ...Object.values(prints[kind]).map((list) => Array.from(list).join()),
      Array.from(kept[kind]).join(),
    ]).join('\n'),
  ).slice(0, 16);
};

/** In the order of values, from, to, at. */
const MIXED = Object.values(ARTICLE).join(' _x ');

it.each<[string, string, string]>([
  ['a licence', LICENCE, '4b28408125343e50'],
  ['a licence in capitals, without blanks', LICENCE.toUpperCase().replace(/\s+/g, ''), 'c85a766fe0b0dfbf'],
  ['a licence among signs of all kinds', `${LICENCE}\u200b${MIXED}${LICENCE.replaceAll('e', 'е')}`, '3f4970102e5939c9'],
  ['many languages in one run', MIXED.replace(/\s/g, ''), '4cc6f853527e49ed'],
  ['German', ARTICLE.German, '4e6a108723b08325'],
  ['Greek', ARTICLE.Greek, 'c95d041ea10bf9db'],
  ['Russian', ARTICLE.Russian, '062c7abfc5f8af61'],
  ['Hindi', ARTICLE.Hindi, 'dcd7c7598e479d3f'],
  ['Japanese', ARTICLE.Japanese, '81a42edca1ab4ba8'],
  ['Chinese', ARTICLE.Chinese, 'e05f0a8aff284261'],
  ['Thai', ARTICLE.Thai, '93aefc1848b733c8'],
  [
    'halves of signs, and no word at all',
    `${LICENCE.slice(0, 400)}\ud800 a\udc00b ___ 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 ﬁﬂ ${'\u0301'.repeat(9)}`,
    '6a670fb501d5e499',
  ],
])('are what they were: %s', (_name, text, sum) => {
  expect(sumOf(text)).toBe(sum);
});
