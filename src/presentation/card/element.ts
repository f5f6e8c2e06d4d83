/** The part of Adaptive Cards 1.5 that this bot draws, as plain data. */
export type Element =
  | {
      type: 'TextBlock';
      text: string;
      wrap: true;
      size?: 'small' | 'default' | 'medium';
      weight?: 'bolder';
      isSubtle?: true;
      spacing?: Spacing;
      style?: 'heading';
    }
  | { type: 'RichTextBlock'; inlines: readonly TextRun[]; spacing?: Spacing }
  | { type: 'Image'; url: string; altText: string; size: 'stretch' }
  | { type: 'ActionSet'; actions: readonly SubmitAction[]; spacing?: Spacing }
  | { type: 'ColumnSet'; id?: string; columns: readonly Column[]; spacing?: Spacing; separator?: true }
  | { type: 'Container'; id: string; isVisible: false; style: 'emphasis'; items: readonly Element[] }
  | Gauge
  | ChoiceSet
  | TextInput;

/** Drawn by Teams alone, so what everybody can draw goes with it. */
interface Gauge {
  readonly type: 'Chart.Gauge';
  readonly title: string;
  readonly value: number;
  readonly min: 0;
  readonly max: number;
  readonly segments: readonly { legend: string; size: number; color: 'good' | 'neutral' }[];
  readonly showLegend: false;
  readonly valueFormat: 'Percentage';
  readonly fallback: Element;
}

export type Spacing = 'none' | 'small' | 'medium' | 'large';

export interface TextRun {
  readonly type: 'TextRun';
  readonly text: string;
  readonly size?: 'small' | 'medium';
  readonly weight?: 'bolder';
  readonly isSubtle?: true;
  readonly italic?: true;
  readonly color?: 'attention';
}

export interface Column {
  readonly type: 'Column';
  readonly width: number | 'stretch' | 'auto';
  readonly items: readonly Element[];
  readonly style?: 'accent' | 'emphasis';
  readonly spacing?: Spacing;
  readonly verticalContentAlignment?: 'center';
}

export interface SubmitAction {
  readonly type: 'Action.Submit';
  readonly title: string;
  readonly data: object;
  readonly tooltip?: string;
  readonly style?: 'positive' | 'destructive';
  readonly mode?: 'secondary';
  /** `none` keeps a required input from blocking a button that has nothing to do with it. */
  readonly associatedInputs: 'none' | 'auto';
}

/** The part of a card that its question "why" opens. */
export const ASIDE = 'why';

/** Shows and hides a part of the card, without a word to the bot. */
export interface ToggleAction {
  readonly type: 'Action.ToggleVisibility';
  readonly title: string;
  readonly targetElements: readonly string[];
  readonly mode?: 'secondary';
}

interface ChoiceSet extends InputBase {
  readonly type: 'Input.ChoiceSet';
  readonly style: 'compact' | 'expanded';
  readonly isMultiSelect?: true;
  readonly choices: readonly { title: string; value: string }[];
}

interface TextInput extends InputBase {
  readonly type: 'Input.Text';
  readonly maxLength: number;
  readonly isMultiline?: true;
  readonly regex?: string;
}

interface InputBase {
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  readonly value?: string;
  readonly isRequired?: true;
  readonly errorMessage?: string;
}

export interface Card {
  readonly type: 'AdaptiveCard';
  readonly $schema: string;
  readonly version: '1.5';
  readonly lang?: string;
  readonly speak?: string;
  readonly fallbackText: string;
  readonly body: readonly Element[];
  readonly actions?: readonly (SubmitAction | ToggleAction)[];
  readonly msteams?: { readonly width: 'Full' };
}
