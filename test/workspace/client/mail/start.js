/** What the server has sent along with the page: who is signed in, how labels and people are called. */
const start = JSON.parse(document.getElementById('start').textContent);

/** `language` of the page's words, and in which form (`peoplekit` or `classic`) recipients are written. */
export const { me, marks, account, delegated, people, language, recipients } = start;
export const settings = { forwarding: start.forwarding };
/** By label: how many conversations are unread, and how many there are. */
export const counts = new Map();

export function keepCounts(list) {
  for (const [label, unread, all] of list ?? []) counts.set(label, { unread, all });
}
keepCounts(start.counts);

/** Where this account's requests go; those of a delegated mailbox were never recorded, and name it as its pages do. */
export const sync = (name) => `/sync/u/${account}/${delegated ? `d/${delegated}/` : ''}i/${name}`;

export function personOf(address, name = '') {
  const known = people.find((each) => each.address === address.toLowerCase());
  return { address, name: name || known?.name || '' };
}

/** How a person is called in a list. */
export function called({ address, name }) {
  return address === me.address ? 'me' : name || address;
}
