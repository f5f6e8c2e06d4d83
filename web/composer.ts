import { elementOf } from './page-data.ts';

/** The field in which the person writes. Enter sends, with Shift it begins a new line. */
export function createComposer(page: Document, say: (words: string) => void): void {
  const form = elementOf(page, 'composer');
  const field = elementOf(page, 'words');
  if (!(form instanceof HTMLFormElement) || !(field instanceof HTMLTextAreaElement)) return;
  const send = () => {
    const words = field.value.trim();
    if (words === '') return;
    field.value = '';
    grow(field);
    say(words);
  };
  form.addEventListener('submit', event => {
    event.preventDefault();
    send();
    field.focus();
  });
  field.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  });
  field.addEventListener('input', () => grow(field));
  if (form.dataset.kept !== undefined) send();
}

/** As high as its lines, up to what the style sheet allows. */
function grow(field: HTMLTextAreaElement): void {
  field.style.blockSize = 'auto';
  field.style.blockSize = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`;
}
