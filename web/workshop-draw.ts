/** Draws what a workshop's page shows. What has not changed stays as it is, so that nobody loses their place in it. */
import type { ShownBlock, WorkshopDeed, WorkshopShown } from '../src/presentation/workshop/workshop-shown.ts';
import { make } from './make-element.ts';
import { type DrawingOptions, drawNumbers, drawQuestions } from './workshop-questions.ts';

/** From top to bottom. */
const PARTS = ['count', 'controls', 'stair', 'late', 'join', 'result', 'questions', 'numbers'] as const;
type Part = (typeof PARTS)[number];

const wayIn = ({ code, phase, questions }: WorkshopShown) => [code, phase, questions.length > 0];

/** What each part shows: it is drawn anew only when that has changed. */
const SHOWN: Readonly<Record<Part, (workshop: WorkshopShown) => readonly unknown[]>> = {
  count: ({ answered, phaseText, waiting }) => [answered, phaseText, waiting],
  controls: ({ phase, holder }) => [phase, holder],
  stair: ({ stair }) => [stair],
  late: wayIn,
  join: wayIn,
  result: ({ result }) => [result],
  questions: ({ questions, holder, phase }) => [questions, holder, phase],
  numbers: ({ numbers, holder, phase }) => [numbers, holder, phase],
};

/** What stands over the whole page, and beside what is talked about; all else is that. */
const HEAD: readonly Part[] = ['count', 'controls'];
const ASIDE: readonly Part[] = ['stair', 'late'];

export function createDrawing(box: HTMLElement, options: DrawingOptions): (shown: WorkshopShown) => void {
  const { page } = options;
  const drawn = new Map<Part, string>();
  const places = new Map<Part, HTMLElement>();
  const column = (name: string) => {
    const made = make(page, 'div', { class: `workshop-${name}` });
    box.append(made);
    return made;
  };
  const [head, aside, main] = [column('head'), column('aside'), column('main')];
  for (const part of PARTS) {
    const place = make(page, 'section', { class: `workshop-${part}` });
    places.set(part, place);
    (HEAD.includes(part) ? head : ASIDE.includes(part) ? aside : main).append(place);
  }
  return shown => {
    for (const part of PARTS) {
      const state = JSON.stringify(SHOWN[part](shown));
      const place = places.get(part);
      if (!place || drawn.get(part) === state) continue;
      drawn.set(part, state);
      const focused = place.contains(page.activeElement) ? page.activeElement?.id : undefined;
      place.replaceChildren(...drawPart(part, shown, options));
      place.hidden = place.childNodes.length === 0;
      if (focused) page.getElementById(focused)?.focus();
    }
  };
}

function drawPart(part: Part, shown: WorkshopShown, options: DrawingOptions): Node[] {
  switch (part) {
    case 'count':
      return drawCount(shown, options);
    case 'join':
      return shown.phase === 'open' && shown.questions.length === 0 ? drawJoin(shown, options) : [];
    // Whoever comes late finds the way in below what is talked about.
    case 'late':
      return shown.phase === 'open' && shown.questions.length > 0 ? drawJoin(shown, options) : [];
    case 'stair':
      return drawStair(shown, options);
    case 'controls':
      return shown.holder === 'facilitator' && shown.phase !== 'locked' ? drawControls(shown, options) : [];
    case 'result':
      return drawResult(shown, options);
    case 'questions':
      return drawQuestions(shown, options);
    case 'numbers':
      return drawNumbers(shown, options);
  }
}

function drawCount({ answered, phaseText, waiting }: WorkshopShown, { page, texts }: DrawingOptions): Node[] {
  const line = make(page, 'p', { class: 'workshop-number' });
  line.append(make(page, 'strong', { text: String(answered) }), ` ${texts.answered}`);
  return [
    line,
    make(page, 'p', { text: phaseText }),
    ...(waiting === undefined ? [] : [make(page, 'p', { text: waiting })]),
  ];
}

function drawJoin({ code }: WorkshopShown, { page, texts }: DrawingOptions): Node[] {
  const alt = texts.qr.replace('{code}', code);
  return [
    make(page, 'p', { text: texts.join }),
    make(page, 'p', { class: 'workshop-code', text: code }),
    make(page, 'img', {
      class: 'workshop-qr',
      src: `/workshop/qr/${code}`,
      alt,
      width: '240',
      height: '240',
    }),
  ];
}

function drawStair({ stair: shown }: WorkshopShown, { page }: DrawingOptions): Node[] {
  if (!shown) return [];
  const { title, url, alt } = shown;
  return [
    make(page, 'h2', { text: title }),
    make(page, 'img', { src: url, alt, width: '800', height: '600' }),
  ];
}

function drawControls({ phase }: WorkshopShown, { page, texts, act }: DrawingOptions): Node[] {
  const button = (label: string, deed: WorkshopDeed['do'] & ('reveal' | 'close' | 'reopen'), main = '') => {
    const made = make(page, 'button', {
      type: 'button',
      class: `ac-pushButton${main}`,
      id: `do-${deed}`,
      text: label,
    });
    made.addEventListener('click', () => act({ do: deed }));
    return made;
  };
  const sure = (label: string, question: string, deed: 'lock' | 'hand-over') => {
    const made = make(page, 'button', {
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
  const buttons = make(page, 'div', { class: 'buttons' });
  buttons.append(
    button(texts.reveal, 'reveal', ' style-positive'),
    phase === 'open' ? button(texts.close, 'close') : button(texts.reopen, 'reopen'),
    sure(texts.lock, texts.lockSure, 'lock'),
    sure(texts.handOver, texts.handOverSure, 'hand-over'),
  );
  return [make(page, 'h2', { text: texts.controls }), buttons];
}

function drawResult({ result: blocks }: WorkshopShown, { page, texts }: DrawingOptions): Node[] {
  if (!blocks) return [];
  return [make(page, 'h2', { text: texts.result }), ...blocks.map(block => drawBlock(page, block))];
}

function drawBlock(page: Document, block: ShownBlock): Node {
  if (block.block !== 'list') return make(page, block.block === 'heading' ? 'h3' : 'p', { text: block.text });
  const list = make(page, 'ul');
  list.append(...block.items.map(text => make(page, 'li', { text })));
  return list;
}
