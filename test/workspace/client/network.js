/** The forum's requests, by XMLHttpRequest and in jQuery's manner, as Discourse sends them. */

export class RequestFailed extends Error {
  constructor(status, answer) {
    super(answer?.errors?.[0] ?? 'Sorry, an error has occurred.');
    this.status = status;
  }
}

export function send(method, path, fields) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, path);
    request.setRequestHeader('Accept', 'application/json, text/javascript, */*; q=0.01');
    request.setRequestHeader('X-CSRF-Token', document.querySelector('meta[name=csrf-token]').content);
    request.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
    if (document.visibilityState === 'visible') request.setRequestHeader('Discourse-Present', 'true');
    request.onload = () => {
      const answer = parsed(request.responseText);
      if (request.status >= 200 && request.status < 300) resolve(answer);
      else reject(new RequestFailed(request.status, answer));
    };
    request.onerror = () => reject(new RequestFailed(0, null));
    request.onabort = request.onerror;
    if (!fields) return request.send();
    request.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded; charset=UTF-8');
    request.send(new URLSearchParams(fields).toString());
  });
}

export function getJson(path) {
  return send('GET', path);
}

function parsed(text) {
  try {
    return JSON.parse(text || 'null');
  } catch {
    return null;
  }
}
