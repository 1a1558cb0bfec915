/** The forum's requests, by XMLHttpRequest and in jQuery's manner, as Discourse sends them. */

export function html(text) {
  return String(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

export function send(method, path, fields) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, path);
    request.setRequestHeader('X-CSRF-Token', document.querySelector('meta[name=csrf-token]').content);
    request.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
    request.setRequestHeader('Discourse-Present', 'true');
    request.onload = () =>
      request.status < 300
        ? resolve(JSON.parse(request.responseText || 'null'))
        : reject(new Error(String(request.status)));
    request.onerror = () => reject(new Error('network'));
    if (!fields) return request.send();
    request.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded; charset=UTF-8');
    request.send(new URLSearchParams(fields).toString());
  });
}

export function getJson(path) {
  return send('GET', path);
}

/** The message bus: one long poll after the other. */
export async function poll() {
  const client = String(Math.random()).slice(2);
  for (;;) {
    await send('POST', `/message-bus/${client}/poll`, { '/latest': '-1' }).catch(
      () => new Promise((resolve) => setTimeout(resolve, 3000)),
    );
  }
}
