/** What a workshop talks about: how its answers are spread, and what the group settles on. */
import type { WorkshopTexts } from '../src/http/workshop-texts.ts';
import type {
  ShownNumber,
  ShownQuestion,
  WorkshopDeed,
  WorkshopShown,
} from '../src/presentation/workshop/workshop-shown.ts';
import { make } from './make-element.ts';

export interface DrawingOptions {
  readonly page: Document;
  readonly texts: WorkshopTexts;
  readonly act: (deed: WorkshopDeed) => void;
}

export function drawQuestions(shown: WorkshopShown, options: DrawingOptions): Node[] {
  const { page, texts } = options;
  if (shown.questions.length === 0) return [];
  const list = make(page, 'ol', { class: 'workshop-spreads' });
  list.append(...shown.questions.map(one => drawQuestion(one, shown, options)));
  return [make(page, 'h2', { text: texts.questions }), make(page, 'p', { text: texts.order }), list];
}

function drawQuestion(
  { key, label, parted, bars, options: answers, value }: ShownQuestion,
  shown: WorkshopShown,
  options: DrawingOptions,
): Node {
  const { page, texts, act } = options;
  const item = make(page, 'li');
  const rows = make(page, 'ul', { class: 'workshop-bars' });
  rows.append(
    ...bars.map(({ text, share }) => {
      const row = make(page, 'li', { text });
      row.append(make(page, 'meter', { min: '0', max: '1', value: String(share), 'aria-hidden': 'true' }));
      return row;
    }),
  );
  item.append(make(page, 'h3', { text: label }), make(page, 'p', { text: parted }), rows);
  const chosen = answers.find(one => one.value === value)?.label ?? '';
  if (!canSettle(shown)) {
    item.append(make(page, 'p', { class: 'workshop-chosen', text: `${texts.groupAnswer}: ${chosen}` }));
    return item;
  }
  const id = `agree-${key}`;
  const select = make(page, 'select', { id, 'aria-label': `${texts.groupAnswer}: ${label}` });
  for (const one of answers) {
    const option = make(page, 'option', { value: one.value, text: one.label });
    option.selected = one.value === value;
    select.append(option);
  }
  select.addEventListener('change', () => act({ do: 'agree', key, value: select.value }));
  const line = make(page, 'p', { class: 'workshop-chosen' });
  line.append(make(page, 'span', { text: texts.groupAnswer, 'aria-hidden': 'true' }), ' ', select);
  item.append(line);
  return item;
}

export function drawNumbers(shown: WorkshopShown, options: DrawingOptions): Node[] {
  const { page, texts } = options;
  const asked = canSettle(shown) ? shown.numbers : shown.numbers.filter(({ value }) => value !== '');
  if (asked.length === 0) return [];
  return [
    make(page, 'h2', { text: texts.numbers }),
    ...asked.map(one => (canSettle(shown) ? numberField(one, options) : numberLine(one, options))),
  ];
}

function numberLine({ label, value }: ShownNumber, { page }: DrawingOptions): Node {
  return make(page, 'p', { text: `${label} ${value}` });
}

function numberField({ key, label, placeholder, value }: ShownNumber, { page, act }: DrawingOptions): Node {
  const id = `agree-${key}`;
  const line = make(page, 'p');
  const input = make(page, 'input', { id, type: 'text', placeholder, value, maxlength: '40' });
  input.addEventListener('change', () => act({ do: 'agree', key, value: input.value }));
  line.append(make(page, 'label', { for: id, text: label }), ' ', input);
  return line;
}

function canSettle({ holder, phase }: WorkshopShown): boolean {
  return holder === 'facilitator' && phase !== 'locked';
}
