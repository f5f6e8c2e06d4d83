/**
 * What services are called elsewhere, a line each: items (by |; `own` for none), classes (by ,) and name, with tabs
 * between. A text until it is needed: as a list of objects it kept the event loop waiting each time a thread was given it.
 */
export interface ServiceName {
  readonly items: readonly string[];
  readonly classes: readonly string[];
  readonly name: string;
}

export function serviceNamesIn(text: string): ServiceName[] {
  const lines = text.split('\n').filter(line => line !== '');
  return lines.map(line => {
    const [items = '', classes = '', name = ''] = line.split('\t');
    return { items: items.split('|'), classes: classes === '' ? [] : classes.split(','), name };
  });
}

/** Each line once, in an order of their own. */
export function writtenServiceNames(names: readonly ServiceName[]): string {
  const lines = names.map(({ items, classes, name }) =>
    [items.join('|'), classes.join(','), name].join('\t'),
  );
  return [...new Set(lines)]
    .sort()
    .map(line => `${line}\n`)
    .join('');
}
