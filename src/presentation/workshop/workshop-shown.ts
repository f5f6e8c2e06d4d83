/** A workshop as its page shows it, in words: what the server gives and the page's script draws. */
export interface WorkshopShown {
  readonly title: string;
  readonly phase: 'open' | 'closed' | 'locked';
  readonly phaseText: string;
  readonly code: string;
  readonly answered: number;
  /** New answers that are not shown yet, where something is. */
  readonly waiting?: string;
  /** Whether whoever asked leads it. */
  readonly holder: 'facilitator' | 'anybody';
  /** Those that views part on most first; empty until something is revealed. */
  readonly questions: readonly ShownQuestion[];
  /** What the group agrees on without a ballot. */
  readonly numbers: readonly ShownNumber[];
  readonly stair?: ShownStair;
  /** Once the group has agreed. */
  readonly result?: readonly ShownBlock[];
}

export interface ShownQuestion {
  readonly key: string;
  readonly label: string;
  readonly parted: string;
  readonly bars: readonly { readonly text: string; readonly share: number }[];
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** The group's answer as it is now. */
  readonly value: string;
}

export interface ShownNumber {
  readonly key: string;
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
}

export interface ShownStair {
  readonly title: string;
  readonly url: string;
  readonly alt: string;
}

export type ShownBlock =
  | { readonly block: 'heading' | 'text'; readonly text: string }
  | { readonly block: 'list'; readonly items: readonly string[] };

/** What a facilitator does on the page. An empty value takes away what was agreed on. */
export type WorkshopDeed =
  | { readonly do: 'reveal' | 'close' | 'reopen' | 'lock' | 'hand-over' }
  | { readonly do: 'agree'; readonly key: string; readonly value: string };

export interface WorkshopDone {
  readonly workshop: WorkshopShown;
  /** Fewer have answered than are shown, or somebody else leads: nothing was done. */
  readonly refused?: 'too-few' | 'not-yours';
  /** What leads from now on, where it was handed over. */
  readonly secret?: string;
}
