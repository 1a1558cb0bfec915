/** The mail's requests: always by XMLHttpRequest and from this frame, as Gmail sends them. */

/** One that has not been answered after this time is given up, in milliseconds. */
const PATIENCE_MS = 8_000;

/** Sends a POST; `done` settles with the answer's text, `abort` gives up. */
export function post(path, body, type = 'application/json', patienceMs = PATIENCE_MS) {
  const request = new XMLHttpRequest();
  const done = new Promise((resolve, reject) => {
    const late = setTimeout(() => request.abort(), patienceMs);
    const failed = (why) => {
      clearTimeout(late);
      reject(new Error(why));
    };
    request.onload = () => {
      clearTimeout(late);
      if (request.status >= 200 && request.status < 300) resolve(request.responseText);
      else failed(`status ${request.status}`);
    };
    request.onerror = () => failed('no connection');
    request.onabort = () => failed('given up');
    request.open('POST', path);
    request.setRequestHeader('Content-Type', type);
    request.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
    request.send(body);
  });
  return { done, abort: () => request.abort() };
}

export async function postJson(path, value) {
  return JSON.parse(await post(path, JSON.stringify(value)).done);
}
