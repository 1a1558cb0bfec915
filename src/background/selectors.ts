/**
 * Whether a selector of policy can show anything in a browser. `css-what` reads more than browsers do (jQuery's
 * ":contains", "[a!=b]", "<"), and a selector that a page cannot read would leave a label unread in silence.
 */
import { isTraversal, parse, type Selector } from 'css-what';

/** Pseudo-classes that say something of an element itself, wherever the pointer and the keyboard are. */
const PSEUDO_CLASSES: ReadonlySet<string> = new Set(
  (
    'is where not has root scope empty first-child last-child only-child nth-child nth-last-child first-of-type ' +
    'last-of-type only-of-type nth-of-type nth-last-of-type lang dir link any-link enabled disabled checked ' +
    'indeterminate required optional read-only read-write default valid invalid in-range out-of-range ' +
    'placeholder-shown open defined target focus focus-within focus-visible hover active'
  ).split(' '),
);

/** What is wrong with a selector; null when browsers can read it and it can match. */
export function selectorFault(selector: string): string | null {
  try {
    return (
      parse(selector)
        .flat()
        .map(tokenFault)
        .find((fault) => fault !== null) ?? null
    );
  } catch (error) {
    return error instanceof Error ? error.message : 'it cannot be read';
  }
}

function tokenFault(token: Selector): string | null {
  if (token.type === 'pseudo-element') return `"::${token.name}" is no element of its own`;
  if (isTraversal(token))
    return ['parent', 'column-combinator'].includes(token.type) ? 'no browser knows "<" and "||"' : null;
  if ('namespace' in token && ![null, '', '*'].includes(token.namespace)) return 'a page has no namespaces by name';
  if (token.type === 'attribute') return token.action === 'not' ? 'no browser knows "!=": write ":not([…])"' : null;
  if (token.type !== 'pseudo') return null;
  if (!PSEUDO_CLASSES.has(token.name)) return `no browser knows ":${token.name}"`;
  return Array.isArray(token.data)
    ? (token.data
        .flat()
        .map(tokenFault)
        .find((fault) => fault !== null) ?? null)
    : null;
}
