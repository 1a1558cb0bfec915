/** The composer's text field: the format buttons, and the preview beside it. */
import { cook } from './markdown.js';

const AROUND = { bold: ['**', 'strong text'], italic: ['*', 'emphasized text'], code: ['`', 'code'] };
const BEFORE = { quote: '> ', list: '- ' };

/** Connects an editor with its buttons and its preview; `changed` is called with each change of the text. */
export function watchEditor(root, changed) {
  const editor = root.querySelector('.d-editor-input');
  if (editor.isContentEditable) asTextField(editor);
  const preview = root.querySelector('.d-editor-preview');
  const draw = () => {
    preview.innerHTML = cook(editor.value);
  };
  editor.addEventListener('input', () => {
    draw();
    changed();
  });
  for (const button of root.querySelectorAll('[data-tool]'))
    button.addEventListener('click', () => format(editor, button.dataset.tool));
  return {
    editor,
    fill(text) {
      editor.value = text;
      draw();
    },
  };
}

/** The rich editor makes its Markdown when it is asked for it. */
function asTextField(editor) {
  Object.defineProperty(editor, 'value', {
    get: () => editor.innerText.replaceAll('\u00a0', ' '),
    set: (text) => {
      editor.textContent = text;
    },
  });
}

function format(editor, tool) {
  const { selectionStart: start, selectionEnd: end, value } = editor;
  const chosen = value.slice(start, end);
  const [mark, example] = AROUND[tool] ?? [];
  const text = mark
    ? `${mark}${chosen || example}${mark}`
    : chosen
        .split('\n')
        .map((line) => BEFORE[tool] + line)
        .join('\n');
  editor.setRangeText(text, start, end, 'end');
  editor.focus();
  editor.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
