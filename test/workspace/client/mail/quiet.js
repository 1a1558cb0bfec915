/** What the mail tells its server without anybody pressing anything: its channel, its log, and asking for news. */
import { post } from './network.js';
import { account } from './start.js';

const CHANNEL_MS = 40_000;
const AFTER_FAILURE_MS = 5_000;
const NEWS_MS = 30_000;
const LOG_AFTER_MS = 4_000;
const LOG_MS = 60_000;

/** One long poll after the other. */
export async function keepChannel() {
  const session = Math.random().toString(36).slice(2);
  for (let number = 1; ; number += 1) {
    const address = `/mail/u/${account}/channel/bind?VER=8&SID=${session}&RID=rpc&AID=${number}&TYPE=xmlhttp`;
    await post(address, 'count=0', 'application/x-www-form-urlencoded', CHANNEL_MS).done.catch(
      () => new Promise((resolve) => setTimeout(resolve, AFTER_FAILURE_MS)),
    );
  }
}

export function keepLog() {
  const log = () => {
    const line = JSON.stringify([[Date.now(), 'view', location.hash.split('/')[0]]]);
    post(`/mail/u/${account}/logstreamz`, line, 'text/plain;charset=UTF-8').done.catch(() => undefined);
    setTimeout(log, LOG_MS);
  };
  setTimeout(log, LOG_AFTER_MS);
}

/** Which gesture sent a mail: a hand's, or one that a script has made. The record shows whether anything was pressed again. */
export function logGesture(event) {
  const line = JSON.stringify([[Date.now(), 'send', event.isTrusted ? 'hand' : 'script']]);
  post(`/mail/u/${account}/logstreamz`, line, 'text/plain;charset=UTF-8').done.catch(() => undefined);
}

export function askForNews(ask) {
  setInterval(ask, NEWS_MS);
}
