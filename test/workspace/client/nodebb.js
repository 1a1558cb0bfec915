/** The community's script: composer windows, quick replies and chats, sent by fetch as NodeBB 4.9.2 sends them. */
(() => {
  const component = (name, root = document) => root.querySelector(`[component="${name}"]`);
  const { className } = document.body;
  const tid = Number(/page-topic-(\d+)/.exec(className)?.[1] ?? 0);

  /** As its `api` module: JSON with the token, and the server's own words where it refuses. */
  async function send(method, path, payload) {
    const answer = await fetch(`/api/v3${path}`, {
      method,
      headers: { 'x-csrf-token': 'stand-in', 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(payload),
    });
    if (!answer.ok) throw new Error((await answer.json()).status?.message ?? 'error');
    return (await answer.json()).response;
  }

  function showPost(content) {
    const post = document.createElement('li');
    post.setAttribute('component', 'post');
    const body = document.createElement('div');
    body.setAttribute('component', 'post/content');
    body.textContent = content;
    post.append(body);
    component('topic')?.append(post);
  }

  function alertOf(error) {
    const toast = document.createElement('p');
    toast.setAttribute('role', 'alert');
    toast.textContent = String(error.message);
    document.body.append(toast);
  }

  /** A window says in words alone what it is for; of its two buttons one belongs to small screens. */
  function openWindow(kind, words, text, submit) {
    component('composer')?.remove();
    const made = document.createElement('div');
    made.setAttribute('component', 'composer');
    made.className = `composer resizable${kind === 'topic' ? '' : ' reply'}`;
    made.dataset.uuid = '56f3f806-c34b-4c45-a264-01d87cea2e2d';
    made.innerHTML = `<nav class="mobile-navbar d-none"><button class="composer-submit" data-action="post">›</button></nav>
      <span class="title"></span>${kind === 'topic' ? '<input class="title" data-component="composer/title">' : ''}
      <div component="composer/submit/container"><button class="btn composer-submit" data-action="post">Submit</button></div>
      <textarea class="write"></textarea>`;
    made.querySelector('.title').textContent = words;
    const editor = made.querySelector('textarea.write');
    editor.value = text;
    const go = () =>
      submit(editor.value, made.querySelector('input.title')?.value ?? '').then(() => made.remove(), alertOf);
    for (const button of made.querySelectorAll('.composer-submit')) button.addEventListener('click', go);
    editor.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) go();
    });
    document.body.append(made);
    editor.focus();
  }

  const uuid = '56f3f806-c34b-4c45-a264-01d87cea2e2d';
  const openReply = () =>
    openWindow('reply', `Replying to "${component('topic/title').textContent}"`, '', async (content) => {
      await send('POST', `/topics/${tid}`, { uuid, tid: String(tid), handle: '', content, toPid: null });
      showPost(content);
    });

  function openEdit(post) {
    const { pid } = post.dataset;
    const body = component('post/content', post);
    openWindow('edit', 'Editing', body.textContent, async (content) => {
      await send('PUT', `/posts/${pid}`, {
        uuid,
        pid,
        handle: '',
        content,
        title: '',
        thumbs: [],
        tags: [],
        timestamp: 0,
      });
      body.textContent = content;
    });
  }

  function openTopic(cid) {
    openWindow('topic', 'New topic', '', (content, title) =>
      send('POST', '/topics', { uuid, handle: '', title, content, thumb: '', cid, tags: [], thumbs: [], timestamp: 0 }),
    );
  }

  document.addEventListener('click', (event) => {
    const target = event.target.closest('a[component]');
    if (!target) return;
    event.preventDefault();
    const name = target.getAttribute('component');
    if (name === 'topic/reply' || name === 'post/reply') openReply();
    if (name === 'post/edit') openEdit(target.closest('[component="post"]'));
    if (name === 'category/post') openTopic(Number(target.dataset.cid));
  });

  const quick = component('topic/quickreply/text');
  const quickReply = (event) => {
    event.preventDefault();
    const content = quick.value;
    send('POST', `/topics/${tid}`, { tid, content }).then(() => {
      quick.value = '';
      showPost(content);
    }, alertOf);
  };
  component('topic/quickreply/button')?.addEventListener('click', quickReply);
  quick?.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.ctrlKey) quickReply(event);
  });

  const input = component('chat/input');
  const roomId = component('chat/messages')?.dataset.roomid;
  const chat = () => {
    const message = input.value;
    if (message.trim() === '') return;
    input.value = '';
    send('POST', `/chats/${roomId}`, { message, toMid: '' }).catch((error) => {
      input.value = message;
      alertOf(error);
    });
  };
  component('chat/composer')?.querySelector('[data-action="send"]').addEventListener('click', chat);
  input?.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    chat();
  });

  if (tid > 0) fetch(`/api/v3/topics/${tid}/read`, { method: 'PUT' }).catch(() => undefined);
  // Its live connection; the pages work without.
  new WebSocket(`wss://${location.host}/socket.io/?EIO=4&transport=websocket`).onerror = () => undefined;
})();
