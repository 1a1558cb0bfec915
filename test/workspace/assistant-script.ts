/** The script that the company's assistant puts into the forum's pages; it works with what any script of a page has. */

/** Code points in one report: at most 9 characters each once encoded, which stays below 4 kB. */
const PART = 400;

export const ASSISTANT_SCRIPT = `(() => {
  const origin = 'https://assistant.corp.example';
  const client = String(Math.random()).slice(2);
  const ask = window.fetch.bind(window);
  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const AsyncFunction = Object.getPrototypeOf(async function () {}).constructor;
  async function report(id, ok, value) {
    const parts = JSON.stringify(value === undefined ? null : value).match(/[^]{1,${PART}}/gu);
    for (const [index, part] of parts.entries()) {
      const last = index === parts.length - 1 ? 1 : 0;
      await ask(origin + '/report?id=' + id + '&ok=' + ok + '&last=' + last + '&value=' + encodeURIComponent(part), { keepalive: true });
    }
  }
  async function work() {
    for (;;) {
      try {
        const job = await (await ask(origin + '/next?client=' + client)).json();
        if (!job.code) continue;
        const { mine } = await (await ask(origin + '/take?id=' + job.id + '&client=' + client)).json();
        if (!mine) continue;
        try {
          await report(job.id, 1, await new AsyncFunction(job.code)());
        } catch (error) {
          await report(job.id, 0, String((error && error.message) || error));
        }
      } catch {
        await wait(300);
      }
    }
  }
  addEventListener('pagehide', () => void ask(origin + '/gone?client=' + client, { keepalive: true }).catch(() => undefined));
  work();
})();`;
