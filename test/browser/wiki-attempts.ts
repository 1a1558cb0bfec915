/** The ways in which a script in an edit page of MediaWiki tries to get a text out. What arrives is read from the wiki's database. */

/** The wiki's own API as one more request that policy describes. */
export const API_EDIT = {
  method: 'POST',
  address: '/api.php',
  when: ['action=edit'],
  act: 'edit',
  text: ['text'],
  thread: '{title}',
  ignored: ['token', 'format'],
} as const;

/**
 * Those that no agent gets through, whatever policy lets agents do: with a field that nobody has described, and into a
 * tab that nobody knows.
 */
export const NEVER: ReadonlySet<string> = new Set([
  'a preview without its preview',
  'fetch with more beside it',
  'form.submit() into a new tab',
]);

/** Every way by which a script in an edit page can get a text out. */
export function waysOut(page: string, text: string): Readonly<Record<string, string>> {
  const form = `const form = document.querySelector('#editform'); document.querySelector('#wpTextbox1').value = ${JSON.stringify(text)};`;
  const soon =
    'const soon = (promise) => Promise.race([promise.then(() => "sent", String), new Promise((resolve) => setTimeout(() => resolve("waits"), 400))]);';
  const frame =
    "const sink = document.createElement('iframe'); sink.name = 'sink' + Math.random(); document.body.append(sink);";
  const fields = `{ action: 'edit', title: ${JSON.stringify(page)}, text: ${JSON.stringify(text)}, token, format: 'json' }`;
  const post = (body: string) => `${form} ${soon} return soon(fetch(form.action, { method: 'POST', body: ${body} }));`;
  return {
    'form.submit()': `${form} form.submit();`,
    'form.requestSubmit()': `${form} form.requestSubmit();`,
    'form.submit() into a frame': `${form} ${frame} form.target = sink.name; form.submit();`,
    'form.submit() into a new tab': `${form} form.target = '_blank'; form.submit();`,
    'a pristine form.submit() of a frame': `${form} ${frame} sink.contentWindow.HTMLFormElement.prototype.submit.call(form);`,
    'a dispatched click': `${form} document.querySelector('#wpSave').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));`,
    'a preview without its preview': `${form} const button = document.querySelector('#wpPreview'); button.name = 'wpOther'; button.click();`,
    'fetch of the form': post('new FormData(form)'),
    'fetch of the form as parameters': post('new URLSearchParams(new FormData(form))'),
    'fetch with more beside it': `${form} ${soon} const data = new FormData(form); data.append('curid', '1'); return soon(fetch(form.action, { method: 'POST', body: data }));`,
    'the wiki’s own API': `${soon} const answer = await fetch('/api.php?action=query&meta=tokens&format=json'); const token = (await answer.json()).query.tokens.csrftoken; return soon(fetch('/api.php', { method: 'POST', body: new URLSearchParams(${fields}) }));`,
  };
}
