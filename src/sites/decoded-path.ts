/**
 * The path of an address as servers read it. A "%2F" is where servers part: some match the path as it was written, and
 * it belongs to one piece (Rails, Express); others decode first, and it parts two.
 */

/** The path with every sign decoded, a "%2F" too; of one that is no UTF-8 the letters of ASCII. */
export function decodedPath(url: URL): string {
  return decoded(url.pathname);
}

/** The path decoded but for its "%2F", which stay as they are. */
export function undividedPath(url: URL): string {
  return decoded(url.pathname.replace(/%2f/gi, '%252F'));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path.replace(/%[0-7][0-9a-f]/gi, decodeURIComponent);
  }
}
