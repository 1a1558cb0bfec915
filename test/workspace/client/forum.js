/** The forum's client: draws from the preloaded data and then navigates without reloading, as Discourse does. */
import { openComposer } from './composer.js';
import { drawFrame, markPlace } from './frame.js';
import { drawCategories, drawList, drawProblem, drawSearch } from './lists.js';
import { getJson } from './network.js';
import { drawGroup, drawGroups, drawMessages, drawPerson } from './people.js';
import { me, settings, takePreloaded } from './pieces.js';
import { pollForever, readTopic, stopReading } from './quiet.js';
import { drawTopic } from './topic.js';

const outlet = document.getElementById('main-outlet');
const create = (categoryId = settings.default_composer_category) => openComposer({ kind: 'topic', categoryId }, posted);
const write = (to) => openComposer({ kind: 'message', to }, posted);

/** Each address with what draws it; the first that fits is taken. */
const ROUTES = [
  [/^\/t\/(?:[^/]*[^/\d][^/]*\/)?(\d+)(?:\/(\d+))?$/, showTopic],
  [/^\/c\/(?:[^/]+\/)*?(\d+)(?:\/.*)?$/, async ([id]) => drawList(outlet, await getJson(`/c/${id}.json`), create)],
  [/^\/categories$/, async () => drawCategories(outlet, (await getJson('/categories.json')).category_list.categories)],
  [/^\/search$/, showSearch],
  [/^\/u\/(\w+)\/messages$/, async ([name]) => drawMessages(outlet, await getJson(`/u/${name}/messages.json`), write)],
  [/^\/u\/(\w+)$/, async ([name]) => drawPerson(outlet, await getJson(`/u/${name}.json`), write)],
  [
    /^\/g\/([\w-]+)$/,
    async ([name]) =>
      drawGroup(outlet, (await getJson(`/g/${name}.json`)).group, await getJson(`/g/${name}/members.json`)),
  ],
  [/^\/g$/, async () => drawGroups(outlet, await getJson('/groups.json'))],
  [/^\/new-(topic|message)$/, showPrefilled],
  [/^\/(latest)?$/, showLatest],
];

async function showLatest() {
  drawList(outlet, takePreloaded('topic_list') ?? (await getJson('/latest.json')), create);
}

async function showTopic([id, number]) {
  const topic = takePreloaded(`topic_${id}`) ?? (await getJson(`/t/${id}.json`));
  drawTopic(outlet, topic, {
    reply: (post) => openComposer({ kind: 'reply', topic, post }, posted),
    edit: (post) => openComposer({ kind: 'edit', topic, post }, posted),
  });
  readTopic(topic);
  if (!number) return;
  const article = document.getElementById(`post_${number}`);
  article?.scrollIntoView({ block: 'center' });
  article?.classList.add('highlighted');
}

async function showSearch(_, query) {
  const words = query.get('q') ?? '';
  drawSearch(outlet, await getJson(`/search.json?q=${encodeURIComponent(words)}`), words);
  document.getElementById('search-term').value = words;
}

/** Discourse's links that open a filled composer: `/new-topic?title=…&body=…&category_id=…`, `/new-message?username=…`. */
async function showPrefilled([kind], query) {
  await showLatest();
  const filled = { title: query.get('title') ?? '', raw: query.get('body') ?? '' };
  const categoryId = Number(query.get('category_id')) || settings.default_composer_category;
  const target =
    kind === 'topic' ? { kind, categoryId } : { kind, to: query.get('username') ?? query.get('groupname') ?? '' };
  openComposer({ ...target, ...filled }, posted);
}

function posted(post) {
  go(`/t/${post.topic_slug}/${post.topic_id}/${post.post_number}`);
}

let showing = 0;

async function show(address) {
  const turn = ++showing;
  const url = new URL(address, location.origin);
  const route = ROUTES.find(([pattern]) => pattern.test(url.pathname));
  stopReading();
  markPlace(url.pathname === `/u/${me.username}` ? '' : url.pathname);
  try {
    if (!route) drawProblem(outlet, 404);
    else await route[1](route[0].exec(url.pathname).slice(1), url.searchParams);
  } catch (error) {
    if (turn === showing) drawProblem(outlet, error.status ?? 0);
  }
}

function go(address) {
  if (location.pathname + location.search !== address) history.pushState(null, '', address);
  scrollTo(0, 0);
  return show(address);
}

document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[href^="/"]');
  if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  go(link.getAttribute('href'));
});
addEventListener('popstate', () => show(location.pathname + location.search));
drawFrame(go);
show(location.pathname + location.search);
pollForever();
