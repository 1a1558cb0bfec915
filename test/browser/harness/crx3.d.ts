/** crx3 carries no types of its own. */
declare module 'crx3' {
  export default function crx3(files: string[], options: { keyPath: string; crxPath: string }): Promise<unknown>;
}
