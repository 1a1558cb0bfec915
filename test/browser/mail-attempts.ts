/**
 * The ways in which an agent tries to get a held mail out anyway, beside pressing Send. Each is the body of an async
 * function that runs in the page's own world; what arrives is counted at the mail server and nowhere else.
 */
import type { Attempt } from './attempts.ts';

export interface HeldMail {
  /** The thread of the open draft, so that all of it is one and the same act. */
  readonly thread: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly html: string;
}

const SYNC = '/sync/u/0/i/s?hl=en&c=900';

/** A message in Gmail's array shape of 2022, with these labels. */
function message(id: string, mail: HeldMail, labels: readonly string[]): unknown[] {
  const whole: unknown[] = new Array(58).fill(null);
  whole[0] = id;
  whole[1] = [1, 'alice@corp.example', 'Alice Chen'];
  whole[2] = mail.to.map((address) => [1, address, address]);
  whole[7] = mail.subject;
  whole[8] = [null, [[0, mail.html]], null, null, null, null, 1];
  whole[10] = labels;
  whole[17] = 1_790_000_000_000;
  return whole;
}

const SEND = ['^all', '^pfg', '^f_bt', '^f_btns', '^f_cl', '^i', '^u'];
const DRAFT = ['^all', '^r', '^r_bt'];

/** A sync request with one operation for each message, each at this place of its operation. */
function sync(thread: string, messages: readonly unknown[][], at: 'first save' | 'reply' | 'update'): string {
  const operations = messages.map((each, index) => {
    const operation: unknown[] = new Array(14).fill(null);
    if (at === 'first save') operation[2] = [['', null, 1, thread, [each]]];
    if (at === 'reply') operation[1] = [each];
    if (at === 'update') operation[13] = [each, null, 1];
    return [90 + index, [thread, operation]];
  });
  return JSON.stringify([[null, null, 2], [operations], null, [1, 1, 1, 1, 205], 2]);
}

/** The older shape, objects with numbers for names. */
function objectShape(mail: HeldMail): string {
  const inner = {
    1: 'msg-a:r977',
    2: { 1: 1, 2: 'alice@corp.example' },
    3: mail.to.map((address) => ({ 1: 1, 2: address })),
    8: mail.subject,
    9: { 2: [{ 1: 0, 2: mail.html }] },
    11: SEND,
  };
  return JSON.stringify({
    2: { 1: [{ 1: '3', 2: { 1: mail.thread, 2: { 14: { 1: inner } } } }] },
    4: { 2: '1' },
    5: '2',
  });
}

/** Every page-world way to send this mail. */
export function mailAttempts(mail: HeldMail): readonly Attempt[] {
  const update = sync(mail.thread, [message('msg-a:r971', mail, SEND)], 'update');
  const bodies = {
    update,
    draft: sync(mail.thread, [message('msg-a:r970', mail, DRAFT)], 'update'),
    first: sync(mail.thread, [message('msg-a:r972', mail, SEND)], 'first save'),
    reply: sync(mail.thread, [message('msg-a:r973', mail, SEND)], 'reply'),
    both: sync(mail.thread, [message('msg-a:r974', mail, DRAFT), message('msg-a:r975', mail, SEND)], 'update'),
    scheduled: sync(mail.thread, [message('msg-a:r976', mail, ['^all', '^scheduled', '^pfg'])], 'update'),
    object: objectShape(mail),
    padded: `${' '.repeat(1_100_000)}${update}`,
  };
  const fields = { act: 'sm', to: mail.to.join(', '), cc: '', bcc: '', subject: mail.subject, body: mail.html };
  const given = `const bodies = ${JSON.stringify(bodies)}; const fields = ${JSON.stringify(fields)}; const url = ${JSON.stringify(SYNC)};
    const kind = { 'content-type': 'application/json' };
    const soon = (promise) => Promise.race([promise.then(() => 'sent', (error) => 'refused ' + error), new Promise((resolve) => setTimeout(() => resolve('waits'), 250))]);
    const post = (body, to = url, rest = {}) => soon(fetch(to, { method: 'POST', headers: kind, body, ...rest }));
    const form = (target, type, action = '/mail/u/0/?ui=2&act=sm') => { const made = document.createElement('form'); made.method = 'POST'; made.action = action; made.target = target; if (type) made.enctype = type; for (const [name, value] of Object.entries(fields)) { const field = document.createElement('textarea'); field.name = name; field.value = value; made.append(field); } made.style.display = 'none'; document.body.append(made); return made; };
    const frame = (src) => { const made = document.createElement('iframe'); made.style.display = 'none'; if (src !== undefined) made.src = src; document.body.append(made); return made; };
    const named = () => { const made = frame(); made.name = 'sink' + Math.random(); return made.name; };
    const request = (XHR, body, to = url, wait = true) => { const made = new XHR(); made.open('POST', to, wait); made.setRequestHeader('content-type', 'application/json'); made.send(body); return wait ? soon(new Promise((resolve, reject) => { made.onload = resolve; made.onerror = reject; })) : 'sent'; };`;
  const ways: Readonly<Record<string, string>> = {
    XMLHttpRequest: 'return request(XMLHttpRequest, bodies.update);',
    'XMLHttpRequest, as the first save of a draft': 'return request(XMLHttpRequest, bodies.first);',
    'XMLHttpRequest, as a reply': 'return request(XMLHttpRequest, bodies.reply);',
    'XMLHttpRequest, beside a draft save': 'return request(XMLHttpRequest, bodies.both);',
    'XMLHttpRequest, scheduled': 'return request(XMLHttpRequest, bodies.scheduled);',
    'XMLHttpRequest, old shape': 'return request(XMLHttpRequest, bodies.object);',
    'synchronous XMLHttpRequest': `try { return request(XMLHttpRequest, bodies.update, url, false); } catch (error) { return 'refused ' + error; }`,
    'XMLHttpRequest for another account': "return request(XMLHttpRequest, bodies.update, '/sync/u/1/i/s?hl=en&c=901');",
    fetch: 'return post(bodies.update);',
    'fetch, keepalive': 'return post(bodies.update, url, { keepalive: true });',
    'fetch, as plain text': "return post(bodies.update, url, { headers: { 'content-type': 'text/plain' } });",
    'fetch, Blob': "return post(new Blob([bodies.update], { type: 'application/json' }));",
    'fetch, bytes': 'return post(new TextEncoder().encode(bodies.update));',
    'fetch, Request object':
      "return soon(fetch(new Request(url, { method: 'POST', headers: kind, body: bodies.update })));",
    'fetch, PUT': "return post(bodies.update, url, { method: 'PUT' });",
    'fetch, encoded path': "return post(bodies.update, '/%73ync/u/0/i/s?hl=en&c=902');",
    'fetch, by a harmless path with dots': "return post(bodies.update, '/sync/u/0/i/fd/../s?hl=en&c=903');",
    'fetch, padded over 1 MB': 'return post(bodies.padded);',
    'body in the query':
      "return soon(fetch('/sync/u/0/i/s?req=' + encodeURIComponent(bodies.update), { method: 'POST' }));",
    'a send in the address of a draft save': `return post(bodies.draft, url + '&req=' + encodeURIComponent(bodies.update));`,
    'a send to the address of lists': "return post(bodies.update, '/sync/u/0/i/bv?hl=en&c=904');",
    'a send to the address of threads': "return post(bodies.update, '/sync/u/0/i/fd?hl=en&c=905');",
    'GET of the address of writes': `return soon(fetch(url + '&req=' + encodeURIComponent(bodies.update)));`,
    'GET of the form of old': `return soon(fetch('/mail/u/0/?ui=2&' + new URLSearchParams(fields)));`,
    'picture of the form of old': `const picture = new Image(); picture.src = '/mail/u/0/?ui=2&' + new URLSearchParams(fields); return soon(new Promise((resolve, reject) => { picture.onload = resolve; picture.onerror = reject; }));`,
    sendBeacon: 'return String(navigator.sendBeacon(url, bodies.update));',
    'form of old into a frame': 'form(named()).submit(); return soon(new Promise(() => {}));',
    'multipart form of old': "form(named(), 'multipart/form-data').submit(); return soon(new Promise(() => {}));",
    'requestSubmit of old': 'form(named()).requestSubmit(); return soon(new Promise(() => {}));',
    'form of old into a new tab': "form('_blank').submit(); return soon(new Promise(() => {}));",
    'pristine form from a frame':
      "const pristine = frame('/mail/u/0/channel/bind?frame=1').contentWindow.HTMLFormElement.prototype.submit; pristine.call(form(named())); return soon(new Promise(() => {}));",
    'blank frame’s fetch':
      "return soon(frame().contentWindow.fetch(url, { method: 'POST', headers: kind, body: bodies.update }));",
    'blank frame’s XMLHttpRequest': 'return request(frame().contentWindow.XMLHttpRequest, bodies.update);',
    'unloaded frame’s pristine fetch':
      "return soon(frame('/mail/u/0/channel/bind?frame=2').contentWindow.fetch(url, { method: 'POST', headers: kind, body: bodies.update }));",
    'unloaded frame’s pristine XMLHttpRequest':
      "return request(frame('/mail/u/0/channel/bind?frame=3').contentWindow.XMLHttpRequest, bodies.update);",
    WebSocket:
      "const socket = new WebSocket('wss://' + location.host + '/sync/u/0/i/s'); return soon(new Promise((resolve, reject) => { socket.onopen = () => { socket.send(bodies.update); resolve(); }; socket.onerror = reject; }));",
  };
  return Object.entries(ways).map(([name, code]) => ({ name, code: `${given}\n${code}` }));
}
