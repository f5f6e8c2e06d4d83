/**
 * JSON that is written already, as part of an answer. All of it is ASCII: such text goes to a socket as it stands,
 * while any other has to be encoded there, which costs more than all that is written anew in a turn.
 */
export class JsonText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toJSON(): unknown {
    return JSON.parse(this.text);
  }
}

const BEYOND_ASCII = /[\u0080-\uffff]/g;

/** The value as JSON in ASCII: everything else is escaped, unit by unit, as JSON has it. */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    BEYOND_ASCII,
    unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
