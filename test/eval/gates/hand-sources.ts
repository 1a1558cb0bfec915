/**
 * An agent's extension of our own making: it takes what to do from here and reports back. It has access to the guarded
 * sites, as a writing helper or a browsing agent asks for it, and in Chrome the right to debug.
 */

const HOSTS = ['https://forum.corp.example/*', 'https://mail.google.com/*', 'http://127.0.0.1/*'];

/** Chrome: files that are written beside the manifest are read at each injection, so that any code can be one. */
export function chromeManifest(): object {
  return {
    manifest_version: 3,
    name: 'A browsing agent',
    version: '1.0',
    permissions: ['debugger', 'tabs', 'scripting', 'cookies', 'browsingData', 'management'],
    host_permissions: HOSTS,
    background: { service_worker: 'hand.js' },
  };
}

/** Firefox: the older form, whose `executeScript` takes code as it comes. */
export function firefoxManifest(id: string): object {
  return {
    manifest_version: 2,
    name: 'A browsing agent',
    version: '1.0',
    permissions: ['tabs', 'cookies', ...HOSTS],
    background: { scripts: ['hand.js'] },
    browser_specific_settings: { gecko: { id } },
  };
}

/** The extension's background; `control` is where it asks for work. */
export function handSource(control: string): string {
  return `const CONTROL = ${JSON.stringify(control)};
// Firefox's older form answers in promises only here.
const api = globalThis.browser ?? globalThis.chrome;
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const DO = {
  async content({ tab, code, file }) {
    if (!api.scripting) return (await api.tabs.executeScript(tab, { code: '(async () => {' + code + '})()' }))[0];
    return (await api.scripting.executeScript({ target: { tabId: tab }, files: [file] }))[0].result;
  },
  async open({ url, tab }) { return (await api.tabs.create({ url, ...(tab === undefined ? {} : { openerTabId: tab }) })).id; },
  async close({ tab }) { await api.tabs.remove(tab); },
  async go({ tab, url }) { await api.tabs.update(tab, { url }); },
  async look({ tab }) { const found = await api.tabs.get(tab); return { url: found.url, status: found.status }; },
  async activate({ tab }) { await api.tabs.update(tab, { active: true }); },
  async tabs() { return (await api.tabs.query({})).map(({ id, url, active }) => ({ id, url, active })); },
  async attach({ tab }) { await api.debugger.attach({ tabId: tab }, '1.3'); },
  async detach({ tab }) { await api.debugger.detach({ tabId: tab }); },
  async send({ tab, method, params }) { return await api.debugger.sendCommand({ tabId: tab }, method, params ?? {}); },
  async swap({ tab, part, body, method }) {
    await api.debugger.sendCommand({ tabId: tab }, 'Fetch.enable', { patterns: [{ urlPattern: '*' + part + '*' }] });
    api.debugger.onEvent.addListener((source, event, { requestId }) => {
      if (event === 'Fetch.requestPaused') void api.debugger.sendCommand({ tabId: tab }, 'Fetch.continueRequest', { requestId, postData: btoa(body), ...(method ? { method } : {}) }).catch(() => undefined);
    });
  },
  async fetch({ url, body, type }) {
    const answer = await fetch(url, { method: 'POST', credentials: 'include', headers: { 'content-type': type }, body });
    return answer.status;
  },
  // Chrome lets an extension clear what others have kept.
  async clear() { await api.browsingData.remove({ originTypes: { unprotectedWeb: true, protectedWeb: true, extension: true } }, { indexedDB: true, localStorage: true, cacheStorage: true, serviceWorkers: true, fileSystems: true }); },
  async disable({ id }) { await api.management.setEnabled(id, false); },
  async windows() { return (await api.windows.getAll({ populate: true })).map(({ id, type, tabs }) => ({ id, type, url: tabs[0].url, tab: tabs[0].id })); },
  async moveWindow({ window }) { await api.windows.update(window, { left: 80, top: 60, width: 640, height: 480, focused: true }); },
};
async function work() {
  for (;;) {
    try {
      // Every call of the browser's keeps this worker alive a while longer.
      await api.tabs.query({ active: true });
      const job = await (await fetch(CONTROL + '/next')).json();
      if (!job.id) continue;
      // What hangs must not keep the next from being done.
      void DO[job.what](job).then((value) => ({ ok: true, value: value ?? null }), (error) => ({ ok: false, value: String((error && error.message) || error) }))
        .then((outcome) => fetch(CONTROL + '/done?id=' + job.id, { method: 'POST', body: JSON.stringify(outcome) }));
    } catch { await wait(300); }
  }
}
work();`;
}
