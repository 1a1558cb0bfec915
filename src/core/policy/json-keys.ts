/**
 * Keys that stand twice in one object of a JSON text. `JSON.parse` takes the last in silence, so a policy with both
 * "observe" and "flow" would say one thing to whoever reads it and another to the guard.
 */

/** What tells the structure of a JSON text: its texts and signs. Each text is passed in one go, however long it is. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]/gs;

/** The first key that stands twice in one object; null when none does. The text must be JSON. */
export function keyTwice(json: string): string | null {
  /** The keys of each object that is open; null for a list. */
  const open: (Set<string> | null)[] = [];
  let last = '';
  for (const [token] of json.matchAll(TOKEN)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(null);
    else if (token === '}' || token === ']') open.pop();
    else if (token === ':') {
      const key = JSON.parse(last) as string;
      const keys = open.at(-1);
      if (keys?.has(key)) return key;
      keys?.add(key);
    }
    last = token;
  }
  return null;
}
