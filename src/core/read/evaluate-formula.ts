import { cellKey, cellOfKey, parseA1, parseArea, type Area } from '../workbook/cell';
import type { SheetSnapshot } from '../workbook/snapshot';

/**
 * Recomputes formula cells from what the sheet holds now: SUM, SUBTOTAL(9|109), ROUND and + - * / over numbers, cells and
 * areas of the same sheet, through other formula cells. A formula beyond that gives its last calculated number where it is
 * only a part of the sum, and `undefined` where it is the one asked for. Circles, errors and other sheets: `undefined`.
 */
export function formulaEvaluator(sheet: SheetSnapshot): (row: number, column: number) => number | undefined {
  const known = new Map<number, number | undefined>();
  const open = new Set<number>();
  const withFormulas = new Set<number>();
  for (const key of sheet.formulas.keys()) withFormulas.add(cellOfKey(key).column);
  let cellsLeft = mostCells;

  function computed(key: number): number | undefined {
    if (known.has(key)) return known.get(key);
    // A chain as deep as this is nothing a form contains, and a circle never ends.
    if (open.has(key) || open.size > 200) return undefined;
    open.add(key);
    const result = evaluate(sheet.formulas.get(key) ?? '', { sheet, partOf });
    open.delete(key);
    known.set(key, result);
    return result;
  }

  /** A cell as part of a sum: nothing where it is blank or text, `undefined` where its number cannot be known. */
  function partOf(row: number, column: number): number | 'none' | undefined {
    cellsLeft -= 1;
    if (cellsLeft < 0) return undefined;
    const value = sheet.rows[row - 1]?.[column - 1] ?? null;
    const key = withFormulas.has(column) ? cellKey(row, column) : 0;
    if (key === 0 || !sheet.formulas.has(key)) {
      return typeof value === 'number' ? value : typeof value === 'object' && value !== null ? undefined : 'none';
    }
    if (open.has(key)) return undefined;
    const result = computed(key);
    if (result !== undefined) return result;
    return typeof value === 'number' ? value : typeof value === 'string' ? 'none' : undefined;
  }

  return (row, column) => computed(cellKey(row, column));
}

/** A file may ask for the sum of all its cells in every cell; what goes beyond this is not known. */
const mostCells = 8_000_000;

interface Place {
  readonly sheet: SheetSnapshot;
  readonly partOf: (row: number, column: number) => number | 'none' | undefined;
}

/** Thrown inside only: this formula is beyond us. */
const beyond = Symbol('beyond');

function evaluate(formula: string, place: Place): number | undefined {
  const tokens = formula.match(token) ?? [];
  if (formula.length > 2000 || tokens.join('').length !== formula.replace(/\s+/g, '').length) return undefined;
  let at = 0;
  const take = (wanted: string): void => {
    if (tokens[at] !== wanted) throw beyond;
    at += 1;
  };

  function sum(): number {
    let result = product();
    while (tokens[at] === '+' || tokens[at] === '-') result += tokens[at++] === '+' ? product() : -product();
    return result;
  }
  function product(): number {
    let result = factor();
    while (tokens[at] === '*' || tokens[at] === '/')
      result = tokens[at++] === '*' ? result * factor() : result / factor();
    return result;
  }
  function factor(): number {
    const next = tokens[at] ?? '';
    if (next === '-' || next === '+') {
      at += 1;
      return next === '-' ? -factor() : factor();
    }
    if (next === '(') {
      at += 1;
      const inside = sum();
      take(')');
      return inside;
    }
    at += 1;
    if (/^[\d.]/.test(next)) return Number(next);
    if (/^[A-Za-z]+$/.test(next) && tokens[at] === '(') return call(next.toUpperCase());
    const cell = parseA1(next);
    if (!cell) throw beyond;
    return number(cell.row, cell.column) ?? 0;
  }
  function call(name: string): number {
    take('(');
    if (name === 'ROUND') {
      const value = sum();
      take(',');
      const digits = 10 ** sum();
      take(')');
      return (Math.sign(value) * Math.round(Math.abs(value) * digits * (1 + Number.EPSILON))) / digits;
    }
    if (name !== 'SUM' && name !== 'SUBTOTAL') throw beyond;
    const only = name === 'SUBTOTAL' ? subtotalKind() : undefined;
    let result = 0;
    do {
      const area = parseArea(tokens[at] ?? '');
      if (area && (tokens[at + 1] === ',' || tokens[at + 1] === ')')) {
        at += 1;
        result += sumOf(area, only);
      } else if (only) throw beyond;
      else result += sum();
    } while (tokens[at] === ',' && ++at);
    take(')');
    return result;
  }
  function subtotalKind(): '9' | '109' {
    const kind = tokens[at++];
    if (kind !== '9' && kind !== '109') throw beyond;
    take(',');
    return kind;
  }
  function sumOf(area: Area, subtotal: '9' | '109' | undefined): number {
    const { sheet } = place;
    let result = 0;
    for (let row = area.top; row <= Math.min(area.bottom, sheet.rowCount); row += 1) {
      if (subtotal && sheet.hiddenRows.has(row)) {
        // SUBTOTAL(9) counts rows hidden by hand but not filtered ones; the snapshot cannot tell the two apart.
        if (subtotal === '9') throw beyond;
        continue;
      }
      for (let column = area.left; column <= Math.min(area.right, sheet.columnCount); column += 1) {
        if (subtotal && /SUBTOTAL\(/i.test(sheet.formulas.get(cellKey(row, column)) ?? '')) continue;
        result += number(row, column) ?? 0;
      }
    }
    return result;
  }
  function number(row: number, column: number): number | undefined {
    const part = place.partOf(row, column);
    if (part === undefined) throw beyond;
    return part === 'none' ? undefined : part;
  }

  try {
    const result = sum();
    return at === tokens.length && Number.isFinite(result) ? result : undefined;
  } catch (reason) {
    if (reason === beyond) return undefined;
    throw reason;
  }
}

const token = /\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?|[A-Za-z]+|\d+(?:\.\d+)?|\.\d+|[-+*/(),]/g;
