import { parseReference } from '../../../src/reports/workbook/xlsx/reference.ts';
import type { Spreadsheet } from '../../../src/reports/workbook/xlsx/sheet.ts';

/** What a cell holds; undefined when it is empty. */
type Value = string | number | boolean | undefined;
type Matrix = readonly (readonly Value[])[];

const TOKEN =
  /'(?:[^']|'')+'![$A-Z\d]+(?::[$A-Z\d]+)?|"[^"]*"|\{[\d;]+\}|\d+(?:\.\d+)?|[A-Z]+(?=\()|<>|<=|>=|[-+*/=<>(),]/g;

/**
 * Computes a formula with SUMPRODUCT, which the other library has no arrays for: rows of a table multiplied with each
 * other, as Excel and LibreOffice do it.
 */
export function computeArrays(formula: string, { sheets }: Spreadsheet): number {
  const tokens = formula.match(TOKEN) ?? [];
  if (tokens.join('') !== formula) throw new Error(`cannot read ${formula}`);
  const [[value] = []] = createReader([...tokens], sheets).whole();
  if (typeof value !== 'number') throw new Error(`${formula} gives ${String(value)}`);
  return value;
}

function createReader(tokens: string[], sheets: Spreadsheet['sheets']) {
  const next = () => tokens.shift() ?? '';
  const isNext = (...words: string[]) => words.includes(tokens[0] ?? '');
  const whole = (): Matrix => chain(sum, ['=', '<', '>', '<>', '<=', '>=']);
  const sum = (): Matrix => chain(product, ['+', '-']);
  const product = (): Matrix => chain(single, ['*', '/']);
  const chain = (part: () => Matrix, signs: string[]) => {
    let left = part();
    while (isNext(...signs)) {
      const sign = next();
      left = combine(left, part(), sign);
    }
    return left;
  };
  const list = (): Matrix[] => {
    const items = [whole()];
    while (isNext(',')) {
      next();
      items.push(whole());
    }
    next();
    return items;
  };
  const single = (): Matrix => {
    const token = next();
    if (token === '(') return list()[0] ?? [];
    if (token.startsWith('"')) return [[token.slice(1, -1)]];
    if (token.startsWith('{'))
      return token
        .slice(1, -1)
        .split(';')
        .map(one => [Number(one)]);
    if (token.startsWith("'")) return cellsAt(token, sheets);
    if (/^\d/.test(token)) return [[Number(token)]];
    next();
    return call(token, list());
  };
  return { whole };
}

function call(name: string, parts: Matrix[]): Matrix {
  const [first = [], second = []] = parts;
  switch (name) {
    case 'SUMPRODUCT':
      return [
        [
          first.reduce(
            (sum, row, r) => sum + row.reduce<number>((rest, _, c) => rest + times(parts, r, c), 0),
            0,
          ),
        ],
      ];
    case 'ISNUMBER':
      return first.map(row => row.map(value => typeof value === 'number'));
    case 'MMULT':
      return first.map(row => [
        row.reduce<number>((sum, value, k) => sum + toNumber(value) * toNumber(second[k]?.[0]), 0),
      ]);
    default:
      throw new Error(`${name} is not known here`);
  }
}

/** Texts among the factors of SUMPRODUCT count as nothing. */
function times(parts: readonly Matrix[], row: number, column: number): number {
  return parts.reduce((result, part) => {
    const value = part[row]?.[column];
    return result * (typeof value === 'number' ? value : 0);
  }, 1);
}

function combine(left: Matrix, right: Matrix, sign: string): Matrix {
  const rows = Math.max(left.length, right.length);
  const columns = Math.max(left[0]?.length ?? 0, right[0]?.length ?? 0);
  const pick = (matrix: Matrix, row: number, column: number) => {
    const line = matrix[matrix.length === 1 ? 0 : row] ?? [];
    return line[line.length === 1 ? 0 : column];
  };
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) =>
      apply(sign, pick(left, row, column), pick(right, row, column)),
    ),
  );
}

function apply(sign: string, left: Value, right: Value): Value {
  if (sign === '=') return typeof left === typeof right && left === right;
  const [a, b] = [toNumber(left), toNumber(right)];
  switch (sign) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    case '>':
      return a > b;
    default:
      throw new Error(`${sign} is not known here`);
  }
}

function toNumber(value: Value): number {
  if (typeof value === 'string') throw new Error(`#VALUE!: ${value}`);
  return Number(value ?? 0);
}

/** `'Tab'!$E$5:$E$500` → what its cells hold, formulas with their stored values. */
function cellsAt(token: string, sheets: Spreadsheet['sheets']): Matrix {
  const [, tab = '', start = '', end = start] = /^'(.+)'!([^:]+)(?::(.+))?$/.exec(token) ?? [];
  const [from, to] = [parseReference(start), parseReference(end)];
  const cells = sheets.find(({ name }) => name === tab.replaceAll("''", "'"))?.cells;
  if (!from || !to || !cells) throw new Error(`${token} is nowhere`);
  return Array.from({ length: to.row - from.row + 1 }, (_, row) =>
    Array.from(
      { length: to.column - from.column + 1 },
      (_, column) => cells.get(from.row + row)?.get(from.column + column)?.value,
    ),
  );
}
