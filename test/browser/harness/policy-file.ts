/** The browser's policy file, live: rewritten from outside while the browser runs. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

type Values = Readonly<Record<string, unknown>>;

export interface PolicyFile {
  /** The guard's managed policy; null removes it. */
  setManaged(managed: Values | null): void;
  /** The browser's own policies beside those of the harness. */
  setPolicies(policies: Values): void;
  /** These very characters, well-formed or not. */
  write(content: string): void;
}

/** Writes the file now and again at each change; `compose` makes the whole content from both parts. */
export function openPolicyFile(
  path: string,
  compose: (managed: Values | undefined, policies: Values) => object,
  first: { readonly managed: Values | undefined; readonly policies: Values | undefined },
): PolicyFile {
  let { managed, policies = {} } = first;
  mkdirSync(dirname(path), { recursive: true });
  const write = (content: string) => {
    // Renamed into place: the browser never reads half a file (it takes a broken one as "no policy").
    writeFileSync(`${path}.new`, content);
    renameSync(`${path}.new`, path);
  };
  const rewrite = () => write(JSON.stringify(compose(managed, policies), null, 2));
  rewrite();
  return {
    setManaged(next) {
      managed = next ?? undefined;
      rewrite();
    },
    setPolicies(next) {
      policies = next;
      rewrite();
    },
    write,
  };
}

/** Adds policies to ours; theirs win, but ExtensionSettings are joined, so that ours stays installed. */
export function withPolicies(ours: Values, more: Values): Values {
  return {
    ...ours,
    ...more,
    ExtensionSettings: { ...(ours.ExtensionSettings as object), ...(more.ExtensionSettings as object | undefined) },
  };
}
