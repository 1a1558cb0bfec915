/** Does what it is told over loopback, and says what came of it: attaching to a tab, trusted input, a script in a page. */
const attached = new Set();
chrome.debugger.onDetach.addListener(({ tabId }) => attached.delete(tabId));

async function tabAt(match) {
  const tab = (await chrome.tabs.query({})).find((each) => each.url?.includes(match));
  if (tab === undefined) throw new Error(`no tab shows ${match}`);
  return tab.id;
}

async function attach(tabId) {
  if (attached.has(tabId)) return;
  // Before it is answered: it may be thrown out again before we hear that it was let in.
  attached.add(tabId);
  try {
    await chrome.debugger.attach({ tabId }, '1.3');
  } catch (error) {
    attached.delete(tabId);
    throw error;
  }
}

const DOINGS = {
  /** Commands of the protocol, one after the other; attaches first. */
  async drive({ match, steps }) {
    const tabId = await tabAt(match);
    await attach(tabId);
    const answers = [];
    for (const [method, params] of steps)
      answers.push(await chrome.debugger.sendCommand({ tabId }, method, params ?? {}));
    return answers;
  },
  async detach({ match }) {
    const tabId = await tabAt(match);
    if (attached.delete(tabId)) await chrome.debugger.detach({ tabId });
  },
  async isAttached({ match }) {
    const tabId = await tabAt(match);
    return (await chrome.debugger.getTargets()).some((target) => target.tabId === tabId && target.attached);
  },
  async targets() {
    return chrome.debugger.getTargets();
  },
  /** Attaches and clicks again and again, removing whatever a guard has put into the page each time; how often it got through. */
  async insist({ match, times, x, y }) {
    const tabId = await tabAt(match);
    const outcome = { attached: 0, clicked: 0, refusals: [] };
    for (let round = 0; round < times; round += 1) {
      try {
        await strip(tabId);
        await attach(tabId);
        outcome.attached += 1;
        for (const type of ['mousePressed', 'mouseReleased'])
          await chrome.debugger.sendCommand({ tabId }, 'Input.dispatchMouseEvent', {
            type,
            x,
            y,
            button: 'left',
            clickCount: 1,
          });
        outcome.clicked += 1;
      } catch (error) {
        if (!outcome.refusals.includes(error.message)) outcome.refusals.push(error.message);
      }
    }
    return outcome;
  },
  async strip({ match }) {
    return strip(await tabAt(match));
  },
};

/** Takes away what is no page's own: hosts of shadow roots, and frames. */
async function strip(tabId) {
  await chrome.scripting.executeScript({
    target: { tabId },
    func: () => {
      for (const each of [...document.documentElement.children])
        if (!['HEAD', 'BODY'].includes(each.tagName)) each.remove();
    },
  });
}

async function work() {
  for (;;) {
    const told = await fetch('http://127.0.0.1:PORT/next').then((answer) => answer.json());
    if (told.id === undefined) continue;
    const done = await DOINGS[told.what](told.with).then(
      (value) => ({ id: told.id, value: value ?? null }),
      (error) => ({ id: told.id, error: error.message }),
    );
    await fetch('http://127.0.0.1:PORT/done', { method: 'POST', body: JSON.stringify(done) });
  }
}

work();
