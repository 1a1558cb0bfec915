/** What follows a government's level in its marking: categories and controls, each in capitals, in groups. */

/** Nobody writes more of them in one banner. */
const MOST_CAVEATS = 20;

/** One caveat: "NOFORN", "SP-CTI", "REL TO USA, GBR", "FED ONLY". */
const CAVEAT = /^[A-Z][A-Z0-9-]{0,23}(?:[ ,&+-]{1,2}[A-Z0-9-]{1,24}){0,15}$/;

/** The caveats of "A//B/C//D" without its level; null when one of them is none. */
export function caveatsOf(text: string): readonly string[] | null {
  const parts = text
    .split('/')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.length <= MOST_CAVEATS && parts.every((part) => CAVEAT.test(part)) ? parts : null;
}
