/** Posts as the forum shows them: paragraphs, code, quotes and lists; everything else is plain text. */

/** Safe HTML of a post's text. */
export function cook(raw: string): string {
  return raw
    .split(/\n{2,}/)
    .map((block) => {
      const lines = block.split('\n');
      if (lines.every((line) => line.startsWith('- ')))
        return `<ul>${lines.map((line) => `<li>${inline(line.slice(2))}</li>`).join('')}</ul>`;
      if (lines.every((line) => line.startsWith('>')))
        return `<blockquote><p>${inline(lines.map((line) => line.replace(/^>\s?/, '')).join('\n'))}</p></blockquote>`;
      return `<p>${lines.map(inline).join('<br>')}</p>`;
    })
    .join('\n');
}

function inline(text: string): string {
  return escapeHtml(text)
    .replace(/`([^`]+)`/g, '<code>$1</code>')
    .replace(/(^|\s)@(\w+)/g, '$1<a class="mention">@$2</a>');
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
