/** Gmail's sync requests in small, written after the recordings: the shapes of 2022 and of 2018. */

type Node = unknown;

interface Mail {
  readonly labels: readonly string[];
  readonly to?: Node;
  readonly cc?: Node;
  readonly bcc?: Node;
  readonly subject?: Node;
  readonly parts?: Node;
  /** More positions, by number. */
  readonly more?: Readonly<Record<number, Node>>;
}

export const SEND = ['^all', '^pfg', '^f_bt', '^f_btns', '^f_cl', '^i', '^u'];
export const DRAFT = ['^all', '^r', '^r_bt'];
export const BOB = [[1, 'Bob@Corp.example', 'Bob']];
export const QUOTE =
  '<br><div class="gmail_quote"><div class="gmail_attr">Eve wrote:<br></div><blockquote class="gmail_quote">old words</blockquote></div>';

/** A message of 2022: positions in a list. */
export function message(id: string, mail: Mail): readonly Node[] {
  const list: Node[] = Array.from({ length: 52 }, () => null);
  const given: Readonly<Record<number, Node>> = {
    0: id,
    1: [1, 'alice@corp.example', 'Alice', null, null, null, null, null, null, 'alice@corp.example'],
    2: mail.to ?? null,
    3: mail.cc ?? null,
    4: mail.bcc ?? null,
    6: 1_662_744_701_149,
    7: mail.subject ?? 'Plan',
    8: [null, mail.parts ?? [[0, '<div dir="ltr">Hello<br>Bob</div>']], null, null, null, null, 1],
    10: mail.labels,
    17: 1_662_744_701_149,
    35: [null, null, null, null, null, 0],
    42: [0, 0, 2, 0],
    51: `s:62535426|#${id}|0`,
    ...mail.more,
  };
  for (const [position, value] of Object.entries(given)) list[Number(position)] = value;
  return list;
}

/** An operation with one position filled. */
export function at(position: number, value: Node): readonly Node[] {
  return [...Array.from({ length: position }, () => null), value];
}

export const update = (sent: Node): Node => at(13, [sent, null, 1]);
export const reply = (sent: Node): Node => at(1, [sent, 'msg-f:17460356', 1, null, [1_665_171_483_772]]);
export const firstSave = (sent: Node, title: Node = ''): Node =>
  at(2, [[title, null, 1_662_744_585_968, 'thread-a:r26', [sent]]]);
export const labels = (added: Node, removed: Node): Node => at(6, [added, removed, ['msg-f:17460356']]);

/** A request with these operations, each on one thread. */
export function request(...operations: readonly Node[]): readonly Node[] {
  const entries = operations.map((operation, i) => [i + 7, ['thread-a:r26', operation]]);
  return [[null, null, 2], [entries], null, [1_662_744_694_647, 1, 1_662_744_701_178, 1, 205], 2];
}

/** What the page sends when it only asks for news. */
export const ACKNOWLEDGEMENT = [
  null,
  null,
  [1, 527_481, null, null, [null, 0], null, 1, null, ['^b']],
  [1, 1, 2, 0, 5],
  2,
];

/** The same document in the shape of 2018: every record is an object with the positions from "1" on. */
export function asObjects(node: Node, list = false): Node {
  if (!Array.isArray(node)) return node;
  const plain = node.every((each) => typeof each === 'string' || Array.isArray(each)) && node.length > 0;
  if (list || (plain && node.every((each) => typeof each === 'string'))) return node.map((each) => asObjects(each));
  return Object.fromEntries(
    node.flatMap((each, i) =>
      each === null ? [] : [[String(i + 1), asObjects(each, isList(node, i, each))] as const],
    ),
  );
}

/** Where the shape of 2018 has lists as well: operations, messages, recipients, parts of a text, labels. */
function isList(parent: readonly Node[], position: number, value: Node): boolean {
  if (!Array.isArray(value)) return false;
  const isMessage = typeof parent[0] === 'string' && parent[0].startsWith('msg-');
  if (isMessage) return position >= 2 && position <= 4;
  const isBody = parent.length === 7 && position === 1 && parent[6] === 1;
  const isEntries = parent.length === 1 && position === 0 && Array.isArray(value[0]) && typeof value[0][0] === 'number';
  const isThread = parent.length === 5 && position === 4 && parent[3] === 'thread-a:r26';
  return isBody || isEntries || isThread;
}
