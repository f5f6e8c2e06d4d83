/** An activity as it comes over the wire: only what this page looks at is named. */
export interface Activity {
  readonly type: string;
  readonly id?: string;
  readonly name?: string;
  readonly value?: unknown;
  readonly locale?: string;
  readonly from?: { readonly id?: string; readonly role?: string };
  readonly text?: string;
  /** `plain` is shown as it stands; anything else is Markdown, as Bot Framework has it. */
  readonly textFormat?: string;
  /** What the activity says in plain words, beside a card. */
  readonly summary?: string;
  /** ISO 8601. */
  readonly timestamp?: string;
  readonly attachments?: readonly unknown[];
  /** `expectingInput`: it is to be answered. */
  readonly inputHint?: string;
  readonly suggestedActions?: object;
  readonly channelData?: object;
}

export interface ActivitySet {
  readonly activities: readonly Activity[];
  readonly watermark: string | undefined;
}

/** Reads a frame or an answer of the server. Anything else than a set of activities counts as an empty one. */
export function parseActivitySet(value: unknown): ActivitySet {
  const activities = field(value, 'activities');
  const watermark = field(value, 'watermark');
  return {
    activities: Array.isArray(activities) ? activities.filter(isActivity) : [],
    watermark: typeof watermark === 'string' ? watermark : undefined,
  };
}

/** A field of something that may be an object. */
export function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** A field that has to hold text, or undefined. */
export function textField(value: unknown, name: string): string | undefined {
  const found = field(value, name);
  return typeof found === 'string' ? found : undefined;
}

function isActivity(value: unknown): value is Activity {
  return typeof field(value, 'type') === 'string';
}
