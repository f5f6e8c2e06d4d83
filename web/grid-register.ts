import type { GridTexts } from '../src/http/grid-texts.ts';
import type { GridAnswer, GridOffer, GridView } from '../src/presentation/grid-shown.ts';
import type { GridCalls } from './grid-calls.ts';
import { isGone, type Written } from './grid-saver.ts';
import type { RowOffer } from './grid-table.ts';
import { button, fill } from './make-element.ts';
import type { Patience } from './patience.ts';

export interface RegisterOptions {
  readonly page: Document;
  readonly texts: GridTexts;
  readonly calls: Pick<GridCalls, 'fill'>;
  readonly patience: Pick<Patience, 'wait'>;
  /** Told what the register answered: the proposals are laid over the fields. */
  readonly answered: (answer: GridAnswer) => void;
  /** Says how it goes. */
  readonly say: (words: readonly string[]) => void;
}

/** While the register is asked, the page asks for its answer every few seconds. */
const ASKS_AGAIN = 3;

/** The button that asks the register of services. Pressed again while it is asked, it asks nothing more. */
export function fillButton(label: string, options: RegisterOptions): HTMLButtonElement {
  const { page, texts, say } = options;
  const press = button(page, label, async () => {
    if (press.hasAttribute('aria-disabled')) return;
    press.setAttribute('aria-disabled', 'true');
    try {
      await askUntilAnswered(options);
    } catch (problem) {
      say([isGone(problem) ? texts.gone : texts.later]);
    }
    press.removeAttribute('aria-disabled');
  });
  return press;
}

async function askUntilAnswered({ calls, patience, answered, say }: RegisterOptions): Promise<void> {
  for (;;) {
    const answer = await calls.fill();
    answered(answer);
    say(answer.told);
    if (!answer.waiting) return;
    await patience.wait(ASKS_AGAIN);
  }
}

/** What accepts one of the register's proposals, with its answer as it stands now beside it. */
export function accepting(view: GridView, offers: readonly GridOffer[]): Written[] {
  return offers.flatMap(({ cells }) =>
    cells.map(({ key, text }): Written => {
      const was = view.now.values[key]?.value;
      return { key, text, told: 'register', ...(was !== undefined && { was }) };
    }),
  );
}

/** Accepts all that are sure; without any it is not there. */
export function acceptAllButton(
  { page, texts }: Pick<RegisterOptions, 'page' | 'texts'>,
  put: (pick: (view: GridView) => readonly Written[]) => void,
): { readonly press: HTMLButtonElement; readonly show: (view: GridView) => void } {
  const press = button(page, '', () => put(view => accepting(view, sureOf(view))));
  return {
    press,
    show: view => {
      const count = sureOf(view).length;
      press.hidden = count === 0;
      press.textContent = fill(texts.acceptOffers, { count });
    },
  };
}

function sureOf({ now: { offers = [] } }: GridView): GridOffer[] {
  return offers.filter(({ surety }) => surety === 'sure');
}

/** What the register proposes for a row. */
export function offersOf({ now: { offers = [] }, rows }: GridView, row: number): GridOffer[] {
  const keys = new Set(rows[row]?.cells.map(({ key }) => key));
  return offers.filter(({ cells }) => cells.some(({ key }) => keys.has(key)));
}

/** Beside the name of its row, until the answer is on its way. */
export function showOffer(
  shown: RowOffer | undefined,
  [offer]: readonly GridOffer[],
  unsaved: (key: string) => string | undefined,
): void {
  if (!shown) return;
  shown.box.hidden = !offer || offer.cells.some(({ key }) => unsaved(key) !== undefined);
  if (offer) shown.about.textContent = offer.about;
}
