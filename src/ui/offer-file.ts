/** Hands a file to the browser's own download. */

/** The parts of its text, one after the other; its name. */
export function offer(parts: readonly string[], name: string, type: string): string {
  const url = URL.createObjectURL(new Blob([...parts], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
  return name;
}
