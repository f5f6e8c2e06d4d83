/** A Bot Framework activity on its way out, freed of the SDK: just the fields this bot sends. */
export interface OutgoingActivity {
  readonly type: 'message' | 'event' | 'typing';
  /** Set where a later activity takes this one's place (the answered question). */
  readonly id?: string;
  readonly locale?: string;
  readonly text?: string;
  readonly textFormat?: 'plain' | 'markdown';
  /** What the activity says as plain text, for screens that draw no card and for notifications. */
  readonly summary?: string;
  readonly attachments?: {
    readonly contentType: string;
    readonly content: unknown;
    readonly name?: string;
  }[];
  readonly inputHint?: 'acceptingInput' | 'expectingInput' | 'ignoringInput';
  readonly name?: string;
  readonly value?: unknown;
  readonly channelData?: unknown;
}
