/** Posts as the forum shows them, for the server and for the live preview: a little Markdown, everything else is text. */

export function html(text) {
  return String(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Safe HTML of a post's text. */
export function cook(raw) {
  return raw
    .replace(/\r\n?/g, '\n')
    .split(/(```[\s\S]*?(?:```|$))/)
    .flatMap((part) => (part.startsWith('```') ? [codeBlock(part)] : part.split(/\n\s*\n/).map(block)))
    .filter((part) => part !== '')
    .join('\n');
}

function codeBlock(fenced) {
  const text = fenced.replace(/^```[^\n]*\n?/, '').replace(/\n?```$/, '');
  return `<pre><code>${html(text)}</code></pre>`;
}

function block(text) {
  const lines = text.replace(/^\n+|\s+$/g, '').split('\n');
  if (lines[0] === '') return '';
  if (lines.every((line) => /^[-*] /.test(line))) return list('ul', lines, /^[-*] /);
  if (lines.every((line) => /^\d+\. /.test(line))) return list('ol', lines, /^\d+\. /);
  if (lines.every((line) => line.startsWith('>'))) {
    return `<blockquote><p>${lines.map((line) => inline(line.replace(/^>\s?/, ''))).join('<br>')}</p></blockquote>`;
  }
  return `<p>${lines.map(inline).join('<br>')}</p>`;
}

function list(name, lines, mark) {
  return `<${name}>\n${lines.map((line) => `<li>${inline(line.replace(mark, ''))}</li>`).join('\n')}\n</${name}>`;
}

/** Code is set aside first, so that nothing inside it is read as anything else. */
function inline(text) {
  return text
    .split(/(`[^`]+`)/)
    .map((part) => {
      if (/^`[^`]+`$/.test(part)) return `<code>${html(part.slice(1, -1))}</code>`;
      return html(part)
        .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
        .replace(/(^|[^*\w])\*([^*\s][^*]*)\*(?!\w)/g, '$1<em>$2</em>')
        .replace(/(^|[\s(])@(\w+)/g, '$1<a class="mention" href="/u/$2">@$2</a>');
    })
    .join('');
}
