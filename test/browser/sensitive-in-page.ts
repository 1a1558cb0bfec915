/** The scanner as a page has it, with a stop watch: bundled and run in real browsers by sensitive.test.ts. */
import { regexOf } from '../../src/core/sensitive/secret-rule.ts';
import { SECRET_RULES } from '../../src/core/sensitive/secret-rules.ts';
import { DETECTOR_IDS, type Finding, findSensitive, scan } from '../../src/core/sensitive.ts';

export interface InPage {
  /** The expressions that do not compile, and how many do. */
  compile(): { readonly compiled: number; readonly faults: readonly string[] };
  find(text: string): readonly Finding[];
  /** Milliseconds for each text. */
  time(texts: readonly string[]): readonly number[];
  /** A scan that gives others a turn every few milliseconds: the longest task, and all of it, in milliseconds. */
  inTurns(text: string): Promise<{ readonly longest: number; readonly total: number; readonly tasks: number }>;
}

/** A task is over at the first pause after this many milliseconds, as the header of core/sensitive.ts says. */
const TURN_MS = 8;

const inPage: InPage = {
  compile() {
    const patterns = SECRET_RULES.flatMap((rule) => [rule, ...rule.allowlists.flatMap((list) => list.regexes)]);
    const faults: string[] = [];
    for (const each of patterns) {
      try {
        regexOf(each);
      } catch (error) {
        faults.push(`${each.regex}: ${error}`);
      }
    }
    return { compiled: SECRET_RULES.length - faults.length, faults };
  },
  find: (text) => findSensitive(text, DETECTOR_IDS, SECRET_RULES),
  time: (texts) =>
    texts.map((text) => {
      const began = performance.now();
      findSensitive(text, DETECTOR_IDS, SECRET_RULES);
      return performance.now() - began;
    }),
  async inTurns(text) {
    const began = performance.now();
    let turn = began;
    let longest = 0;
    let tasks = 1;
    for (const each of scan(text, DETECTOR_IDS, SECRET_RULES)) {
      if (each !== 'pause' || performance.now() - turn <= TURN_MS) continue;
      longest = Math.max(longest, performance.now() - turn);
      tasks += 1;
      await newTask();
      turn = performance.now();
    }
    return { longest: Math.max(longest, performance.now() - turn), total: performance.now() - began, tasks };
  },
};

function newTask(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });
}

(globalThis as unknown as { sensitive: InPage }).sensitive = inPage;
