/** How near the classes of a service are to the class of an item: many municipalities class a service in their own way. */

export type ClassFit = 'same' | 'main' | 'near' | 'far' | 'untold';

/** Main classes that are taken for each other. */
const NEIGHBOURS: readonly (readonly string[])[] = [
  ['P1', 'P2', 'P16', 'P18', 'P22', 'P23', 'P24'],
  ['P5', 'P23', 'P24'],
  ['P3', 'P6'],
  ['P6', 'P25'],
  ['P25', 'P27', 'P28', 'P8'],
  ['P5', 'P27', 'P8'],
  ['P10', 'P11', 'P14', 'P28'],
  ['P2', 'P11'],
  ['P7', 'P8', 'P9', 'P14', 'P18', 'P26'],
];

/** `untold`: there is nothing to compare. */
export function classFit(classes: readonly string[], ptv: string | undefined): ClassFit {
  if (classes.length === 0 || ptv === undefined) return 'untold';
  const fits = classes.map(code => fitOf(code, ptv));
  return ORDER.find(fit => fits.includes(fit)) ?? 'far';
}

const ORDER: readonly ClassFit[] = ['same', 'main', 'near', 'far'];

function fitOf(code: string, ptv: string): ClassFit {
  if (code === ptv) return 'same';
  const [one, other] = [mainOf(code), mainOf(ptv)];
  if (one === other) return 'main';
  return NEIGHBOURS.some(group => group.includes(one) && group.includes(other)) ? 'near' : 'far';
}

/** `P27.1` belongs to `P27`. */
export function mainOf(code: string): string {
  return code.split('.', 1)[0] ?? code;
}
