/** Recorded sessions of real agent tools, one gzip JSONL file each, as steps of a replay. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { InputSeen } from '../../../src/agents/input-seen.ts';
import { webdriver } from '../../../src/agents/webdriver.ts';
import type { SignId } from '../../../src/core/actor.ts';
import type { Step } from './replay.ts';

export interface Session {
  readonly file: string;
  readonly tool: string;
  readonly action: string;
  readonly browser: string;
  readonly steps: readonly Step[];
  /** Signs in the navigator itself. */
  readonly navigator: readonly SignId[];
}

/** One line of a recording; the names are those of its format. */
interface Line {
  readonly k: string;
  readonly [name: string]: unknown;
}

const DEVICE = ['pointermove', 'pointerdown', 'mousedown', 'pointerup', 'click', 'keydown', 'keyup'];
const EDITORS = /^(div#body|textarea#ta)\b/;
const SEND = /^(div#send|button#post)\b/;

/** All sessions of a folder, one after another; throws when there is none. */
export function* readSessions(folder: string): Generator<Session> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl.gz'));
  if (files.length === 0) throw new Error(`${folder} holds no recordings (*.jsonl.gz).`);
  for (const file of files.sort())
    yield readSession(file, gunzipSync(readFileSync(join(folder, file))).toString('utf8'));
}

/** One recorded session from its lines. */
export function readSession(file: string, lines: string): Session {
  const parsed = lines.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Line]));
  const meta = parsed.find((line) => line.k === 'meta');
  if (meta === undefined) throw new Error(`${file} does not say which tool it is of.`);
  const driven = parsed.some((line) => line.k === 'env' && webdriver({ webdriver: line.webdriver === true }) !== null);
  return {
    file,
    tool: String(meta.tool),
    action: String(meta.action),
    browser: String(meta.browser),
    steps: stepsOf(parsed, String(meta.text)),
    navigator: driven ? ['webdriver'] : [],
  };
}

/** Recordings hold the length of the text and not the text itself: it is taken from the text that was to be written. */
function stepsOf(lines: readonly Line[], whole: string): readonly Step[] {
  const steps: Step[] = [];
  let text = '';
  const become = (length: unknown) => {
    if (typeof length === 'number') text = whole.slice(0, length).padEnd(length, '·');
  };
  for (const line of lines) {
    const target = String(line.tg ?? '');
    if (line.k === 'app' && line.what === 'send') {
      return steps.some(({ kind }) => kind === 'send') ? steps : [...steps, { kind: 'send', event: UNSEEN, text }];
    }
    if (EDITORS.test(target) && line.k === 'mut-edit') become(line.len);
    if (EDITORS.test(target) && line.k === 'silent-value') become(line.to);
    if (line.k !== 'ev') continue;
    const event = eventOf(line);
    if (line.ty === 'input' && EDITORS.test(target)) become(line.vl);
    steps.push(...stepOf(line, event, target, text));
    if (sends(line, target)) steps.push({ kind: 'send', event, text });
  }
  throw new Error('A recording in which nothing is sent.');
}

function stepOf(line: Line, event: InputSeen, target: string, text: string): readonly Step[] {
  const inComposer = /<(div#compose|form#replyform|div#composer)\b/.test(target);
  if (DEVICE.includes(event.type)) return [{ kind: 'device', event, shown: line.v === true }];
  if (event.type === 'focusin' && inComposer) return [{ kind: 'entered', at: event.timeStamp, text }];
  if (event.type === 'paste') return [{ kind: 'paste', event, length: Number(line.cl ?? 0) }];
  return event.type === 'input' && inComposer ? [{ kind: 'input', event, text }] : [];
}

function sends(line: Line, target: string): boolean {
  if (line.ty === 'submit') return true;
  if (line.ty === 'click') return SEND.test(target);
  return line.ty === 'keydown' && line.key === 'Enter' && line.ct === true;
}

/** Sent without any gesture that could be seen. */
const UNSEEN: InputSeen = { type: 'submit', timeStamp: Number.MAX_SAFE_INTEGER, isTrusted: true };

function eventOf(line: Line): InputSeen {
  const number = (name: string) => (typeof line[name] === 'number' ? { [name]: line[name] as number } : {});
  const { ts, tr, pt, key, code, rep, comp, ct, al, me, it, d1, dl, caps } = line;
  const {
    pr: pressure,
    x: clientX,
    y: clientY,
    d: detail,
  } = { ...number('pr'), ...number('x'), ...number('y'), ...number('d') };
  return {
    type: String(line.ty),
    timeStamp: Number(ts),
    isTrusted: tr === true,
    pointerType: String(pt ?? ''),
    ...(pressure === undefined ? {} : { pressure }),
    ...(clientX === undefined ? {} : { clientX }),
    ...(clientY === undefined ? {} : { clientY }),
    ...(detail === undefined ? {} : { detail }),
    key: String(key ?? ''),
    code: String(code ?? ''),
    repeat: rep === true,
    isComposing: comp === true,
    ctrlKey: ct === true,
    altKey: al === true,
    metaKey: me === true,
    inputType: String(it ?? ''),
    data: typeof d1 === 'string' ? d1 : typeof dl === 'number' ? '·'.repeat(dl) : null,
    getModifierState: (name) => name === 'CapsLock' && caps === true,
  };
}
