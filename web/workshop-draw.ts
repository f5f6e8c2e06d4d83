/** Draws what a workshop's page shows. What has not changed stays as it is, so that nobody loses their place in it. */
import type { WorkshopTexts } from '../src/http/workshop-texts.ts';
import type {
  ShownBlock,
  ShownNumber,
  ShownQuestion,
  WorkshopDeed,
  WorkshopShown,
} from '../src/presentation/workshop/workshop-shown.ts';

export interface DrawingOptions {
  readonly page: Document;
  readonly texts: WorkshopTexts;
  readonly act: (deed: WorkshopDeed) => void;
}

/** Its parts, from top to bottom. Each is drawn anew only when what it shows has changed. */
const PARTS = {
  count: ({ answered, phaseText, waiting }: WorkshopShown) => [answered, phaseText, waiting],
  join: ({ code, phase, questions }: WorkshopShown) => [code, phase, questions.length > 0],
  late: ({ code, phase, questions }: WorkshopShown) => [code, phase, questions.length > 0],
  stair: ({ stair }: WorkshopShown) => [stair],
  controls: ({ phase, holder }: WorkshopShown) => [phase, holder],
  result: ({ result }: WorkshopShown) => [result],
  questions: ({ questions, holder, phase }: WorkshopShown) => [questions, holder, phase],
  numbers: ({ numbers, holder, phase }: WorkshopShown) => [numbers, holder, phase],
} as const;
type Part = keyof typeof PARTS;

/** What stands over the whole page, and beside what is talked about; all else is that. */
const HEAD: readonly Part[] = ['count', 'controls'];
const ASIDE: readonly Part[] = ['stair', 'late'];

export function createDrawing(box: HTMLElement, options: DrawingOptions): (shown: WorkshopShown) => void {
  const { page } = options;
  const drawn = new Map<Part, string>();
  const places = new Map<Part, HTMLElement>();
  const column = (name: string) => {
    const made = element(page, 'div', { class: `workshop-${name}` });
    box.append(made);
    return made;
  };
  const [head, aside, main] = [column('head'), column('aside'), column('main')];
  for (const part of partsOf()) {
    const place = page.createElement('section');
    place.className = `workshop-${part}`;
    places.set(part, place);
    (HEAD.includes(part) ? head : ASIDE.includes(part) ? aside : main).append(place);
  }
  return shown => {
    for (const part of partsOf()) {
      const state = JSON.stringify(PARTS[part](shown));
      const place = places.get(part);
      if (!place || drawn.get(part) === state) continue;
      drawn.set(part, state);
      const focused = place.contains(page.activeElement) ? page.activeElement?.id : undefined;
      place.replaceChildren(...content(part, shown, options));
      place.hidden = place.childNodes.length === 0;
      if (focused) page.getElementById(focused)?.focus();
    }
  };
}

function partsOf(): Part[] {
  return ['count', 'controls', 'stair', 'late', 'join', 'result', 'questions', 'numbers'];
}

function content(part: Part, shown: WorkshopShown, options: DrawingOptions): Node[] {
  switch (part) {
    case 'count':
      return count(shown, options);
    case 'join':
      return shown.phase === 'open' && shown.questions.length === 0 ? join(shown, options) : [];
    // Whoever comes late finds the way in below what is talked about.
    case 'late':
      return shown.phase === 'open' && shown.questions.length > 0 ? join(shown, options) : [];
    case 'stair':
      return stair(shown, options);
    case 'controls':
      return shown.holder === 'facilitator' && shown.phase !== 'locked' ? controls(shown, options) : [];
    case 'result':
      return result(shown, options);
    case 'questions':
      return questions(shown, options);
    case 'numbers':
      return numbers(shown, options);
  }
}

function element<Name extends keyof HTMLElementTagNameMap>(
  page: Document,
  name: Name,
  { text, ...attributes }: Readonly<Record<string, string>> = {},
): HTMLElementTagNameMap[Name] {
  const made = page.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  if (text !== undefined) made.textContent = text;
  return made;
}

function count({ answered, phaseText, waiting }: WorkshopShown, { page, texts }: DrawingOptions): Node[] {
  const line = element(page, 'p', { class: 'workshop-number' });
  line.append(element(page, 'strong', { text: String(answered) }), ` ${texts.answered}`);
  return [
    line,
    element(page, 'p', { text: phaseText }),
    ...(waiting === undefined ? [] : [element(page, 'p', { text: waiting })]),
  ];
}

function join({ code }: WorkshopShown, { page, texts }: DrawingOptions): Node[] {
  const alt = texts.qr.replace('{code}', code);
  return [
    element(page, 'p', { text: texts.join }),
    element(page, 'p', { class: 'workshop-code', text: code }),
    element(page, 'img', {
      class: 'workshop-qr',
      src: `/workshop/qr/${code}`,
      alt,
      width: '240',
      height: '240',
    }),
  ];
}

function stair({ stair: shown }: WorkshopShown, { page }: DrawingOptions): Node[] {
  if (!shown) return [];
  const { title, url, alt } = shown;
  return [
    element(page, 'h2', { text: title }),
    element(page, 'img', { src: url, alt, width: '800', height: '600' }),
  ];
}

function controls({ phase }: WorkshopShown, { page, texts, act }: DrawingOptions): Node[] {
  const button = (label: string, deed: WorkshopDeed['do'] & ('reveal' | 'close' | 'reopen'), main = '') => {
    const made = element(page, 'button', {
      type: 'button',
      class: `ac-pushButton${main}`,
      id: `do-${deed}`,
      text: label,
    });
    made.addEventListener('click', () => act({ do: deed }));
    return made;
  };
  const sure = (label: string, question: string, deed: 'lock' | 'hand-over') => {
    const made = element(page, 'button', {
      type: 'button',
      class: 'ac-pushButton',
      id: `do-${deed}`,
      text: label,
    });
    made.addEventListener('click', () => {
      if (page.defaultView?.confirm(question)) act({ do: deed });
    });
    return made;
  };
  const buttons = element(page, 'div', { class: 'buttons' });
  buttons.append(
    button(texts.reveal, 'reveal', ' style-positive'),
    phase === 'open' ? button(texts.close, 'close') : button(texts.reopen, 'reopen'),
    sure(texts.lock, texts.lockSure, 'lock'),
    sure(texts.handOver, texts.handOverSure, 'hand-over'),
  );
  return [element(page, 'h2', { text: texts.controls }), buttons];
}

function result({ result: blocks }: WorkshopShown, { page, texts }: DrawingOptions): Node[] {
  if (!blocks) return [];
  return [element(page, 'h2', { text: texts.result }), ...blocks.map(block => drawBlock(page, block))];
}

function drawBlock(page: Document, block: ShownBlock): Node {
  if (block.block !== 'list')
    return element(page, block.block === 'heading' ? 'h3' : 'p', { text: block.text });
  const list = element(page, 'ul');
  list.append(...block.items.map(text => element(page, 'li', { text })));
  return list;
}

function questions(shown: WorkshopShown, options: DrawingOptions): Node[] {
  const { page, texts } = options;
  if (shown.questions.length === 0) return [];
  const list = element(page, 'ol', { class: 'workshop-spreads' });
  list.append(...shown.questions.map(one => question(one, shown, options)));
  return [element(page, 'h2', { text: texts.questions }), element(page, 'p', { text: texts.order }), list];
}

function question(
  { key, label, parted, bars, options: answers, value }: ShownQuestion,
  shown: WorkshopShown,
  options: DrawingOptions,
): Node {
  const { page, texts, act } = options;
  const item = element(page, 'li');
  const rows = element(page, 'ul', { class: 'workshop-bars' });
  rows.append(
    ...bars.map(({ text, share }) => {
      const row = element(page, 'li', { text });
      row.append(element(page, 'meter', { min: '0', max: '1', value: String(share), 'aria-hidden': 'true' }));
      return row;
    }),
  );
  item.append(element(page, 'h3', { text: label }), element(page, 'p', { text: parted }), rows);
  const chosen = answers.find(one => one.value === value)?.label ?? '';
  if (!canSettle(shown)) {
    item.append(element(page, 'p', { class: 'workshop-chosen', text: `${texts.groupAnswer}: ${chosen}` }));
    return item;
  }
  const id = `agree-${key}`;
  const select = element(page, 'select', { id, 'aria-label': `${texts.groupAnswer}: ${label}` });
  for (const one of answers) {
    const option = element(page, 'option', { value: one.value, text: one.label });
    option.selected = one.value === value;
    select.append(option);
  }
  select.addEventListener('change', () => act({ do: 'agree', key, value: select.value }));
  const line = element(page, 'p', { class: 'workshop-chosen' });
  line.append(element(page, 'span', { text: texts.groupAnswer, 'aria-hidden': 'true' }), ' ', select);
  item.append(line);
  return item;
}

function numbers(shown: WorkshopShown, options: DrawingOptions): Node[] {
  const { page, texts } = options;
  const asked = canSettle(shown) ? shown.numbers : shown.numbers.filter(({ value }) => value !== '');
  if (asked.length === 0) return [];
  return [
    element(page, 'h2', { text: texts.numbers }),
    ...asked.map(one => (canSettle(shown) ? numberField(one, options) : numberLine(one, options))),
  ];
}

function numberLine({ label, value }: ShownNumber, { page }: DrawingOptions): Node {
  return element(page, 'p', { text: `${label} ${value}` });
}

function numberField({ key, label, placeholder, value }: ShownNumber, { page, act }: DrawingOptions): Node {
  const id = `agree-${key}`;
  const line = element(page, 'p');
  const input = element(page, 'input', { id, type: 'text', placeholder, value, maxlength: '40' });
  input.addEventListener('change', () => act({ do: 'agree', key, value: input.value }));
  line.append(element(page, 'label', { for: id, text: label }), ' ', input);
  return line;
}

function canSettle({ holder, phase }: WorkshopShown): boolean {
  return holder === 'facilitator' && phase !== 'locked';
}
