import type { GridTexts } from '../src/http/grid-texts.ts';
import type { GridAnswer, GridRowView, GridView } from '../src/presentation/grid-shown.ts';
import { drawAdding } from './grid-adding.ts';
import type { GridCalls } from './grid-calls.ts';
import { acceptAllButton, fillButton } from './grid-register.ts';
import type { Written } from './grid-saver.ts';
import { button, fill, make } from './make-element.ts';
import type { Patience } from './patience.ts';

export interface ToolsOptions {
  readonly page: Document;
  readonly texts: GridTexts;
  readonly calls: GridCalls;
  readonly dialog: string;
  readonly table: HTMLElement;
  readonly patience: Pick<Patience, 'wait'>;
  /** Told what a register of services proposes. */
  readonly answered: (answer: GridAnswer) => void;
  /** Writes cells that are picked from the grid as it stands. */
  readonly put: (pick: (view: GridView) => readonly Written[]) => void;
  /** How many cells could not be saved, and how many are still on their way. */
  readonly refused: () => number;
  readonly unsaved: () => number;
  /** Told when a row of one's own has been added. */
  readonly added: () => void;
}

/** What stands above and below the table: how it is filled, the figures, how saving goes, and the ways on. */
export interface Tools {
  readonly above: HTMLElement;
  readonly below: HTMLElement;
  readonly show: (view: GridView) => void;
  readonly showState: (state: 'saving' | 'lost' | 'idle', unsaved: number) => void;
  readonly tell: (words: readonly string[]) => void;
  readonly focus: () => void;
}

export function drawTools(view: GridView, options: ToolsOptions): Tools {
  const { page, texts, calls } = options;
  const above = drawAbove(view, options);
  const below = make(page, 'div', { class: 'grid-below', id: 'after', tabindex: '-1' });
  const told = make(page, 'p');
  const state = make(page, 'p', { role: 'status', class: 'grid-state' });
  let wished: 'to go on' | undefined;
  const onward = button(page, texts.onward, () => {
    // What is still on its way is waited for: nothing is left behind on a page that is gone.
    wished = options.unsaved() > 0 ? 'to go on' : undefined;
    if (!wished) void goOn(options, view, state);
  });
  onward.className = 'ac-pushButton style-positive';
  const adding =
    view.adding && drawAdding(view.adding, { page, calls, later: texts.later, added: options.added });
  below.append(state, told, ...(adding ? [adding] : []), onward, placesNav(options, view));
  return {
    ...above,
    below,
    showState: (kind, count) => {
      const refused = kind === 'idle' ? options.refused() : 0;
      state.dataset.state = refused > 0 ? 'refused' : kind;
      write(state, stateText(texts, { kind, count, refused }));
      if (!wished || kind !== 'idle') return;
      wished = undefined;
      if (refused === 0) void goOn(options, view, state);
    },
    tell: words => write(told, words.join(' ')),
    focus: () => onward.focus(),
  };
}

interface State {
  readonly kind: 'saving' | 'lost' | 'idle';
  readonly count: number;
  readonly refused: number;
}

function stateText(texts: GridTexts, { kind, count, refused }: State): string {
  if (kind !== 'idle') return fill(texts[kind], { count });
  return refused > 0 ? fill(texts.refusedSome, { count: refused }) : texts.allSaved;
}

/** How the page is filled, how far it is, how the figures stand, and what fills many fields at one press. */
function drawAbove(view: GridView, options: ToolsOptions): Pick<Tools, 'above' | 'show'> {
  const { page, texts, put } = options;
  const above = make(page, 'div', { class: 'grid-above' });
  const [progress, figures] = [make(page, 'p'), make(page, 'p')];
  const help = make(page, 'p', { text: texts.help });
  const keys = make(page, 'p', { id: 'grid-keys', class: 'keys', text: texts.keys });
  const buttons = make(page, 'div', { class: 'buttons', role: 'group', 'aria-label': texts.tools });
  const accept = button(page, '', () => put(proposals));
  const fills = view.fills.map(one => ({
    one,
    press: button(page, one.label, () => put(now => filled(now, one))),
  }));
  const register = drawRegister(view, options);
  buttons.append(accept, ...fills.map(({ press }) => press), ...register.buttons);
  above.append(help, keys, progress, figures, buttons, register.said);
  return {
    above,
    show: latest => {
      const count = proposals(latest).length;
      accept.setAttribute('aria-disabled', String(count === 0));
      write(accept, fill(texts.accept, { count }));
      write(progress, fill(texts.progress, { ...latest.now.progress }));
      write(figures, latest.now.figures ?? '');
      register.show(latest);
      for (const { one, press } of fills)
        press.setAttribute('aria-disabled', String(filled(latest, one).length === 0));
    },
  };
}

/** Leaves for the chat, which then shows the figures of what was filled in. */
async function goOn(
  { calls, dialog, page, texts }: ToolsOptions,
  view: GridView,
  state: HTMLElement,
): Promise<void> {
  try {
    await calls.goTo(dialog, view.onward ?? 'next');
    page.defaultView?.location.assign(`/?lang=${page.documentElement.lang}`);
  } catch {
    write(state, texts.later);
  }
}

/** What asks a register of services, where it can be asked; what accepts all of it that is sure; and how that went. */
function drawRegister(view: GridView, options: ToolsOptions) {
  const said = make(options.page, 'p', { role: 'status', class: 'lines' });
  const asking = { ...options, say: (words: readonly string[]) => write(said, words.join('\n')) };
  const all = acceptAllButton(options, options.put);
  const ask = view.fill === undefined ? [] : [fillButton(view.fill, asking)];
  return { said, buttons: [...ask, all.press], show: all.show };
}

/** All that is proposed in fields that can be answered now; what a register proposes there is accepted with its source. */
function proposals(view: GridView): Written[] {
  const offered = new Set(view.now.offers?.flatMap(({ cells }) => cells.map(({ key }) => key)));
  return openCells(view).flatMap(({ cell: { key, proposed } }) =>
    view.now.values[key] === undefined && proposed && !offered.has(key) ? [{ key, text: proposed.text }] : [],
  );
}

/** One answer for what is empty in some columns; where it is proposed that something does not apply, that stands. */
function filled(view: GridView, { columns, text }: GridView['fills'][number]): Written[] {
  return openCells(view).flatMap(({ cell, column }) => {
    if (!columns.includes(column) || view.now.values[cell.key] !== undefined) return [];
    return [{ key: cell.key, text: cell.proposed?.text === 'na' ? 'na' : text }];
  });
}

function openCells(view: GridView) {
  return view.rows.flatMap(row =>
    row.cells.flatMap((cell, column) => (column === 0 || isOpen(view, row) ? [{ cell, column }] : [])),
  );
}

function isOpen({ now }: GridView, { opens, cells: [first] }: GridRowView): boolean {
  return opens === undefined || opens.includes(now.values[first?.key ?? '']?.text ?? '');
}

function placesNav({ page, texts, dialog }: ToolsOptions, { places, title }: GridView): HTMLElement {
  const nav = make(page, 'nav', { class: 'places', 'aria-label': texts.places });
  const list = make(page, 'ul');
  for (const { key, name } of places) {
    const item = make(page, 'li');
    const href = `/grid/${dialog}/${key}?lang=${page.documentElement.lang}`;
    const link = make(page, 'a', { href, text: name });
    if (name === title) link.setAttribute('aria-current', 'page');
    item.append(link);
    list.append(item);
  }
  nav.append(list);
  return nav;
}

function write(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
