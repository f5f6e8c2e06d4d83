/** JSON that is written already: sent as it stands. */
export class JsonText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toJSON(): unknown {
    return JSON.parse(this.text);
  }
}

/** A list of values that are written already. Put together piece by piece, the text is copied once, when it is sent. */
export function jsonList(values: readonly string[]): string {
  return `[${values.reduce((list, value, index) => (index === 0 ? value : `${list},${value}`), '')}]`;
}
