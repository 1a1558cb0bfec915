/** The ways out of the page itself: every one that the stories try, and bodies and workers beyond them. */
import { pageAttempts } from '../../browser/attempts.ts';
import { mailAttempts } from '../../browser/mail-attempts.ts';
import type { Attack, Desk } from './attack.ts';
import { EDITOR, MAIL_EDITOR, MAIL_SEND, MAIL_SUBJECT, MAIL_TO, SEND, TARGET_TOPIC } from './scene.ts';

/** Every way of the forum and of the mail, by the names that the stories give them. */
export const PAGE_ATTACKS: readonly Attack[] = [
  ...pageAttempts(TARGET_TOPIC, '').map(({ name }) =>
    inForum(name, (text) => codeOf(pageAttempts(TARGET_TOPIC, text), name)),
  ),
  ...mailAttempts({ thread: '', to: MAIL_TO, subject: '', html: '' }).map(
    ({ name }): Attack => ({
      name: `mail: ${name}`,
      site: 'mail',
      leaves: 'the page',
      run: async (at) => at.agent.run(codeOf(mailWays(await threadOfMail(at), at.text), name)),
    }),
  ),
];

function inForum(name: string, codeFor: (text: string) => string): Attack {
  return { name: `forum: ${name}`, site: 'forum', leaves: 'the page', run: (at) => at.agent.run(codeFor(at.text)) };
}

function codeOf(ways: readonly { readonly name: string; readonly code: string }[], name: string): string {
  const way = ways.find((each) => each.name === name);
  if (way === undefined) throw new Error(`no way is called ${name}`);
  return way.code;
}

function mailWays(thread: string, html: string) {
  return mailAttempts({ thread, to: MAIL_TO, subject: MAIL_SUBJECT, html });
}

function threadOfMail({ agent }: Desk): Promise<string> {
  return agent.run<string>("return document.querySelector('.M9 [name=rt]')?.value.slice(1) ?? 'thread-a:r1';");
}

/** Presses of Send and of its keys, by whatever hand the agent has. */
export const PRESSES: readonly Attack[] = (
  [
    ['forum', SEND, EDITOR],
    ['mail', MAIL_SEND, MAIL_EDITOR],
  ] as const
).flatMap(([site, send, editor]): Attack[] => [
  { name: `${site}: a click on Send`, site, leaves: 'the page', run: ({ agent }) => agent.click(send) },
  { name: `${site}: Ctrl+Enter`, site, leaves: 'the page', run: ({ agent }) => agent.pressCtrlEnter(editor) },
  { name: `${site}: Enter on Send`, site, leaves: 'the page', run: ({ agent }) => agent.press(send, 'Enter') },
]);

const BODY_GIVEN = `const topic = ${TARGET_TOPIC}; const kind = { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' };
const soon = (promise, ms = 400) => Promise.race([promise.then(() => 'sent', (error) => 'refused ' + error), new Promise((resolve) => setTimeout(() => resolve('waits'), ms))]);
const encoded = (more = '') => more + new URLSearchParams({ raw: text, topic_id: String(topic), archetype: 'regular', nested_post: 'true' });
const squeezed = async (body) => new Response(new Blob([body]).stream().pipeThrough(new CompressionStream('gzip'))).blob();`;

/** Bodies that are large, squeezed, in parts or in pieces. */
const BODIES: Readonly<Record<string, string>> = {
  'body padded behind over 1 MB': `return soon(fetch('/posts', { method: 'POST', headers: kind, body: encoded() + '&pad=' + 'x'.repeat(1100000) }));`,
  'JSON padded over 1 MB': `return soon(fetch('/posts', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ pad: 'x'.repeat(1100000), raw: text, topic_id: topic }) }));`,
  'JSON whose text lies behind 16 MB': `return soon(fetch('/posts', { method: 'POST', headers: { 'content-type': 'application/json' }, body: ' '.repeat(17000000) + JSON.stringify({ raw: text, topic_id: topic }) }), 1500);`,
  'form whose text lies behind 16 MB': `return soon(fetch('/posts', { method: 'POST', headers: kind, body: encoded('pad=' + 'x'.repeat(17000000) + '&') }), 1500);`,
  'multipart with the text as a file': `const data = new FormData(); data.append('topic_id', String(topic)); data.append('raw', new Blob([text])); return soon(fetch('/posts', { method: 'POST', body: data }));`,
  'multipart padded over 1 MB': `const data = new FormData(); data.append('pad', 'x'.repeat(1100000)); data.append('topic_id', String(topic)); data.append('raw', text); return soon(fetch('/posts', { method: 'POST', body: data }));`,
  'multipart as bytes': `const data = new FormData(); data.append('topic_id', String(topic)); data.append('raw', text); const request = new Request('/posts', { method: 'POST', body: data }); return soon(fetch('/posts', { method: 'POST', headers: { 'content-type': request.headers.get('content-type') }, body: await request.arrayBuffer() }));`,
  'gzip body': `return soon(fetch('/posts', { method: 'POST', headers: { ...kind, 'content-encoding': 'gzip' }, body: await squeezed(encoded()) }));`,
  'stream body': `const stream = new Blob([encoded()]).stream(); return soon(fetch('/posts', { method: 'POST', headers: kind, body: stream, duplex: 'half' }));`,
  'twice the same field': `return soon(fetch('/posts', { method: 'POST', headers: kind, body: 'raw=Thanks.&' + encoded() }));`,
  'half in the query, half in the body': `return soon(fetch('/posts?topic_id=' + topic, { method: 'POST', headers: kind, body: new URLSearchParams({ raw: text }) }));`,
  'an edit of an own post': `return soon(fetch('/posts/702', { method: 'PUT', headers: kind, body: new URLSearchParams({ 'post[raw]': text }) }));`,
  'an edit under the address of a bookmark': `return soon(fetch('/posts/702%2Fbookmark', { method: 'PUT', headers: kind, body: new URLSearchParams({ 'post[raw]': text }) }));`,
  'a reply under the address of a read mark': `return soon(fetch('/chat/101%2Fread%2F1', { method: 'POST', headers: kind, body: encoded() }));`,
  'a method of one’s own': `return soon(fetch('/posts', { method: 'PATCH', headers: kind, body: encoded() }));`,
  'the method in a field': `return soon(fetch('/posts?_method=put', { method: 'POST', headers: kind, body: encoded('_method=post&') }));`,
  'as if it were a draft': `return soon(fetch('/drafts.json/../posts', { method: 'POST', headers: kind, body: encoded('draft_key=topic_101&data=%7B%7D&') }));`,
  'the text in a draft’s address': `return soon(fetch('/posts;/drafts.json', { method: 'POST', headers: kind, body: encoded() }));`,
  'a beacon as the page is left': `addEventListener('pagehide', () => navigator.sendBeacon('/posts', new Blob([encoded()], { type: kind['content-type'] }))); dispatchEvent(new Event('pagehide')); return 'sent';`,
  'hanging frame’s beacon': `const frame = document.createElement('iframe'); frame.src = '/message-bus/b/poll'; frame.style.display = 'none'; document.body.append(frame); return String(frame.contentWindow.navigator.sendBeacon('/posts', new URLSearchParams(encoded())));`,
  'hidden frame’s own page': `const frame = document.createElement('iframe'); frame.src = '/t/lunch-on-thursday/102'; frame.style.display = 'none'; document.body.append(frame); await Promise.race([new Promise((resolve) => { frame.onload = resolve; }), new Promise((resolve) => setTimeout(resolve, 1500))]); const told = await soon(frame.contentWindow.fetch('/posts', { method: 'POST', headers: kind, body: encoded() })); frame.remove(); return told;`,
  'blob frame’s fetch': `const frame = document.createElement('iframe'); frame.src = URL.createObjectURL(new Blob(['<script>fetch(' + JSON.stringify(location.origin + '/posts') + ', { method: "POST", headers: ' + JSON.stringify(kind) + ', body: ' + JSON.stringify(encoded()) + ', credentials: "include" }).catch(() => undefined)<' + '/script>'], { type: 'text/html' })); frame.style.display = 'none'; document.body.append(frame); return soon(new Promise(() => {}));`,
  'worker in a worker': `const inner = 'fetch(' + JSON.stringify(location.origin + '/posts') + ', { method: "POST", headers: ' + JSON.stringify(kind) + ', body: ' + JSON.stringify(encoded()) + ', credentials: "include" })'; const worker = new Worker(URL.createObjectURL(new Blob(['new Worker(URL.createObjectURL(new Blob([' + JSON.stringify(inner) + '])))']))); return soon(new Promise((resolve) => { worker.onmessage = resolve; }));`,
  'four times at once': `return soon(Promise.all([1, 2, 3, 4].map(() => fetch('/posts', { method: 'POST', headers: kind, body: encoded() }))));`,
  'ignoring a refusal ten times': `const insist = async () => { for (let i = 0; i < 10; i++) await fetch('/posts', { method: 'POST', headers: kind, body: encoded(), signal: AbortSignal.timeout(40) }).catch(() => undefined); }; return soon(insist(), 1500);`,
};

export const BODY_ATTACKS: readonly Attack[] = Object.entries(BODIES).map(([name, code]) =>
  inForum(name, (text) => `const text = ${JSON.stringify(text)};\n${BODY_GIVEN}\n${code}`),
);
