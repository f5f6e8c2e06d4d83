/** What the page of many fields is told, in words: shared with its script. */
import type { AnswerKey, Value } from '../assessment/answers.ts';

export interface GridView {
  readonly title: string;
  readonly columns: readonly GridColumnView[];
  readonly rows: readonly GridRowView[];
  readonly now: GridNow;
  /** One press that answers what is empty in some columns. */
  readonly fills: readonly {
    readonly label: string;
    readonly columns: readonly number[];
    readonly text: string;
  }[];
  /** The grids of the other items, this one among them. */
  readonly places: readonly { readonly key: string; readonly name: string }[];
  /** What looks into a register of services, where that can be and it is known whose: the words on its button. */
  readonly fill?: string;
  /** The card of figures in the chat. */
  readonly onward?: string;
  /** How a row of one's own is added; none where there is no room for one. */
  readonly adding?: GridAdding;
}

export interface GridAdding {
  /** The key of the name that the next row gets. */
  readonly key: AnswerKey;
  readonly label: string;
  readonly example?: string;
  /** What the button says. */
  readonly press: string;
}

/** What changes with every answer. */
export interface GridNow {
  /** What is answered. */
  readonly values: Readonly<Record<AnswerKey, GridValue>>;
  /** What a register of services tells of the rows, and nobody has decided on yet. */
  readonly offers?: readonly GridOffer[];
  /** How the figures stand. */
  readonly figures?: string;
  /** Cells that have to be answered, and those of them that are. */
  readonly progress: { readonly answered: number; readonly total: number };
}

/** What a register tells of one row. It is accepted as a whole; each field can be changed before and after. */
export interface GridOffer {
  /** `unsure`: whether it is this row's service at all is asked; it is not accepted together with others. */
  readonly surety: 'sure' | 'unsure';
  /** The services by their names in the register, as a line. */
  readonly about: string;
  readonly cells: readonly GridOfferedCell[];
}

export interface GridOfferedCell {
  readonly key: AnswerKey;
  /** The answer as a field holds it. */
  readonly text: string;
  /** The same in words, with its source. */
  readonly said: string;
}

/** The answer as it is kept; `text` is it as a field holds it. */
export interface GridValue {
  readonly value: Value;
  readonly text: string;
  /** Where it is from, where nobody has changed it since. */
  readonly source?: string;
}

export interface GridColumnView {
  readonly label: string;
  readonly why?: string;
  /** Of a choice; without them the cell is a line to write in. */
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly example?: string;
}

export interface GridRowView {
  readonly name: string;
  readonly about?: string;
  /** Of the first column: with which options the others can be answered; left out where they always can. */
  readonly opens?: readonly string[];
  readonly cells: readonly GridCellView[];
}

export interface GridCellView {
  readonly key: AnswerKey;
  /** What is proposed where nothing is answered. */
  readonly proposed?: { readonly text: string; readonly label: string };
}

/** What the page gets to an attempt to save. Nothing was saved where there are problems. */
export interface GridAnswer {
  readonly now: GridNow;
  readonly problems: readonly GridProblem[];
  /** What the person has to know beside it. */
  readonly told: readonly string[];
}

/** What the page gets when it asks what the register tells. `waiting`: that is not there yet, and is to be asked for again. */
export interface GridFilled extends GridAnswer {
  readonly waiting?: true;
}

export interface GridProblem {
  readonly key: string;
  /** Why, in words. */
  readonly text: string;
  /** `changed-since`: what counts now is shown in its place. */
  readonly problem: string;
}
