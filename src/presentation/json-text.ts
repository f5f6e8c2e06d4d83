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

/**
 * The same JSON in a string of one byte a letter: a single dash or check mark makes all letters take two, and every
 * copy that is made of the text on its way twice as long.
 */
export function oneByte(json: string): string {
  const escaped = json.replace(
    /[\u0100-\uffff]/g,
    unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  if (escaped === json) return json;
  return Buffer.from(escaped, 'latin1').toString('latin1');
}
