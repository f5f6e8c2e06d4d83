/**
 * Looks a text up: `namespace:key.path`, with parameters for its placeholders. Namespaces are the files of
 * `locales/<language>/`. A missing key throws, since the content check proves that none is missing.
 */
export interface Translate {
  (key: string, params?: Readonly<Record<string, string | number>>): string;
  /** Whether there is such a text: some an instrument may leave out. */
  has(key: string): boolean;
}

/** Thrown for a key that has no text. */
export class MissingText extends Error {
  override readonly name = 'MissingText';
  /** `namespace:key.path` */
  readonly key: string;

  constructor(key: string) {
    super(`there is no text ${key}`);
    this.key = key;
  }
}
