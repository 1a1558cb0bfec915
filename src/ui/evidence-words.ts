/** Why the guard thinks what it thinks of who acts: one sentence for each sign, with the numbers that were seen. Pure. */
import type { InputFacts, SignId } from '../core/actor.ts';
import type { EvidenceView } from '../messages/agent-view.ts';
import type { HoldView } from '../messages/views.ts';
import { numberText, type Say } from './words.ts';

/** What is said where nothing was counted. That somebody works with a screen reader or by voice is never said. */
const SIGNS: Readonly<Record<SignId, string>> = {
  'untrusted-event': 'signUntrusted',
  webdriver: 'signWebdriver',
  debugger: 'signDebugger',
  'text-not-typed': 'signNotTyped',
  'text-by-program': 'signProgram',
  'machine-rhythm': 'signRhythm',
  'bare-capitals': 'signCapitals',
  'pointer-jump': 'signJump',
  'pointer-jumps': 'signJumps',
  'no-pressure': 'signPressure',
  'unseen-page': 'signUnseen',
  'assistive-press': 'signPressUnclear',
  'press-unclear': 'signPressUnclear',
  'typed-by-hand': 'signByHand',
};

/**
 * Why the guard thinks that an agent, or nobody in particular, is acting, and whose word each reason is. What reads the
 * same is said once, on the browser's word where browser and page say it.
 */
export function evidenceLines({ evidence }: Pick<HoldView, 'evidence'>, say: Say): readonly string[] {
  const sources = new Map<string, EvidenceView['source']>();
  for (const each of evidence) {
    const sentence = evidenceSentence(each, say);
    if (sources.get(sentence) !== 'browser') sources.set(sentence, each.source);
  }
  return [...sources].map(([sentence, source]) => evidenceLine(sentence, source, say));
}

function evidenceLine(sentence: string, source: EvidenceView['source'], say: Say): string {
  return `${sentence} (${say(source === 'page' ? 'seenByPage' : 'seenByBrowser')})`;
}

/** One reason, with what was counted where something was. */
export function evidenceSentence({ sign, facts }: EvidenceView, say: Say): string {
  return (facts === undefined ? null : counted(sign, facts, say)) ?? say(SIGNS[sign]);
}

function counted(sign: SignId, facts: InputFacts, say: Say): string | null {
  switch (sign) {
    case 'text-not-typed':
    case 'text-by-program':
      return howItCame(facts, say);
    case 'machine-rhythm':
      return facts.pace && say('countedPace', ...texts(facts.keys, facts.pace.heldMs, facts.pace.apartMs));
    case 'bare-capitals':
      return say('countedCapitals', ...texts(facts.bareCapitals, facts.capitals));
    case 'pointer-jumps':
      return say('countedJumps', ...texts(facts.jumps, facts.presses));
    case 'typed-by-hand':
      return say('countedByHand', ...texts(facts.typed, facts.characters));
    default:
      return null;
  }
}

/** Of a text that nobody saw come, only how much of it no key explains. */
function howItCame({ characters, unexplained, atOnce, keys }: InputFacts, say: Say): string | null {
  if (characters === 0) return null;
  if (atOnce === characters) return say(keys === 0 ? 'countedAllNoKey' : 'countedAll', ...texts(characters));
  if (atOnce > unexplained / 2) return say('countedMany', ...texts(atOnce, characters));
  return say('countedWithoutKeys', ...texts(unexplained, characters));
}

function texts(...numbers: readonly number[]): readonly string[] {
  return numbers.map(numberText);
}
