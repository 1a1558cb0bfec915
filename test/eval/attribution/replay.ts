/** Feeds one recorded composition through the watch that ships, as the content script does, up to the press that sends. */
import { evidenceOf } from '../../../src/agents/evidence.ts';
import type { InputSeen } from '../../../src/agents/input-seen.ts';
import { InputWatch } from '../../../src/agents/input-watch.ts';
import type { Thresholds } from '../../../src/agents/measured.ts';
import { type Attribution, attribute, type SignId } from '../../../src/core/actor.ts';

/** One step of a recording. `text` is what stands in the composer after it. */
export type Step =
  | { readonly kind: 'device'; readonly event: InputSeen; readonly shown: boolean }
  | { readonly kind: 'entered'; readonly at: number; readonly text: string }
  | { readonly kind: 'paste'; readonly event: InputSeen; readonly length: number }
  | { readonly kind: 'input'; readonly event: InputSeen; readonly text: string }
  /** The gesture that sends, which has been seen as a device event already where it is one. */
  | { readonly kind: 'send'; readonly event: InputSeen; readonly text: string };

/** The signs that the page shows of a composition, by the code that ships. */
export function signsIn(steps: Iterable<Step>, limits: Thresholds): readonly SignId[] {
  const watch = new InputWatch(limits);
  const root = {};
  const signs = new Set<SignId>();
  for (const step of steps) for (const sign of signsOf(watch, root, step)) signs.add(sign);
  return [...signs];
}

/** Who acts by these signs, with the code that ships. */
export function attributionBy(page: readonly SignId[], browser: readonly SignId[]): Attribution {
  const evidence = [
    ...page.map((sign) => evidenceOf(sign, 'page', 0)),
    ...browser.map((sign) => evidenceOf(sign, 'browser', 0)),
  ];
  return attribute(evidence, { latched: false, devtools: false });
}

function signsOf(watch: InputWatch, root: object, step: Step): readonly SignId[] {
  switch (step.kind) {
    case 'device':
      watch.saw(step.event, step.shown);
      return [];
    case 'entered':
      watch.looked({ root, text: step.text }, step.at);
      return [];
    case 'paste':
      watch.pasted(step.event, step.length);
      return [];
    case 'input':
      return [watch.wrote(step.event, { root, text: step.text }, false)].filter((sign) => sign !== null);
    case 'send':
      return [...watch.signs({ root, text: step.text }, 0, step.event.timeStamp), ...watch.gesture(step.event)];
  }
}
