import { fields } from '../ledger/fields';
import type { Ledger } from '../ledger/ledger';
import { a1 } from '../workbook/cell';
import { canonicalCell } from './canonical-entry';
import { cellPrint, ledgerPrint, printLength, rowPrints, type Seal, type SealedLedger } from './seal';

/** What became of a ledger since its township sealed it. */
export interface SealCheck {
  readonly by: string;
  readonly on: string;
  readonly state: 'unchanged' | 'changed' | 'broken';
  /** Each change with its place; the column is missing where only the row as a whole can be told. */
  readonly changes: readonly SealChange[];
}

export interface SealChange {
  readonly kind: 'cell' | 'row' | 'added' | 'gone' | 'sheet-gone' | 'sheet-added';
  readonly sheet: string;
  /** As it stands now; of rows that are gone, as it stood then. */
  readonly row?: number;
  readonly column?: number;
  /** The field's Chinese name. */
  readonly name?: string;
}

/** Compares the ledgers with the seal: rows by their prints wherever they stand now, then cell by cell in rows that differ. */
export function verifySeal(seal: Seal, ledgers: readonly Ledger[]): SealCheck {
  const left = [...ledgers];
  const changes: SealChange[] = [];
  for (const sealed of seal.ledgers) {
    const at = left.findIndex(({ sheet }) => sheet === sealed.sheet);
    const found = at >= 0 ? at : left.findIndex((ledger) => ledgerPrint(ledger) === sealed.print);
    if (found < 0) changes.push({ kind: 'sheet-gone', sheet: sealed.sheet });
    else changes.push(...changesOf(sealed, left.splice(found, 1)[0]));
  }
  for (const { sheet } of left) changes.push({ kind: 'sheet-added', sheet });
  return {
    by: seal.by,
    on: seal.on,
    state: !seal.intact ? 'broken' : changes.length > 0 ? 'changed' : 'unchanged',
    changes,
  };
}

/** One Chinese sentence: who checked when, and whether the ledger is still what was checked. */
export function sealSentence({ by, on, state, changes }: SealCheck): string {
  const who = `${by || '未写姓名的人'}于${on || '未写日期的一天'}核查报送`;
  if (state === 'broken') return `${who}的封签本身被改动过，无法据以核对，请向报送人核实。`;
  if (state === 'unchanged') return `${who}以后，台账内容没有改动。`;
  const shown = changes.slice(0, 5).map(changeWords).join('、');
  return `${who}以后，台账有改动：${shown}${changes.length > 5 ? `等 ${changes.length} 处` : ''}，请向报送人核实。`;
}

/** Where a change is, in a few Chinese words. */
export function changeWords({ kind, sheet, row, column, name }: SealChange): string {
  switch (kind) {
    case 'cell':
      return `“${sheet}”第 ${row} 行“${name}”（${column === undefined || row === undefined ? '' : a1(row, column)}）`;
    case 'row':
      return `“${sheet}”第 ${row} 行`;
    case 'added':
      return `“${sheet}”新增第 ${row} 行`;
    case 'gone':
      return `“${sheet}”少了原第 ${row} 行`;
    case 'sheet-gone':
      return `少了工作表“${sheet}”`;
    case 'sheet-added':
      return `新增工作表“${sheet}”`;
  }
}

function changesOf(sealed: SealedLedger, ledger: Ledger): readonly SealChange[] {
  if (ledgerPrint(ledger) === sealed.print) return [];
  const printOf = rowPrints(ledger);
  const now = ledger.rows.map((row, entry) => ({ row, entry, print: printOf(entry) }));
  const then = new Map<string, SealedLedger['rows'][number][]>();
  for (const row of sealed.rows) then.set(row.print, [...(then.get(row.print) ?? []), row]);
  const altered = now.filter(({ print }) => then.get(print)?.shift() === undefined);
  const missing = [...then.values()].flat().sort((left, right) => left.row - right.row);
  const changes: SealChange[] = [];
  for (const { row, entry } of altered) {
    const before = takeMostAlike(missing, sealed, ledger, entry, row);
    if (before) changes.push(...cellsChanged(sealed, before.cells, ledger, entry));
    else changes.push({ kind: 'added', sheet: ledger.sheet, row });
  }
  for (const { row } of missing) changes.push({ kind: 'gone', sheet: ledger.sheet, row });
  // The same rows in another order: nothing was changed that counts.
  return changes;
}

/** Takes out of `missing` the sealed row that the entry most likely was: the same name, or three quarters of its cells. */
function takeMostAlike(
  missing: SealedLedger['rows'][number][],
  sealed: SealedLedger,
  ledger: Ledger,
  entry: number,
  row: number,
) {
  const nameField = ledger.entryIs === 'person' ? 'memberName' : 'householdHead';
  let best: { readonly index: number; readonly alike: number } | undefined;
  const nearby = missing.length > 400 ? missing.findIndex((each) => each.row >= row) : 0;
  const from = Math.max(0, nearby - 200);
  for (let index = from; index < Math.min(missing.length, from + 400); index += 1) {
    const { cells, row: rowThen } = missing[index];
    const changed = differing(sealed, cells, ledger, entry);
    const filled = sealed.fields.filter((field) => canonicalCell(ledger, entry, field) !== undefined).length;
    const same = Math.max(0, 1 - changed.length / Math.max(1, filled));
    const isNamed = sealed.fields.includes(nameField) && !changed.includes(nameField);
    if (!isNamed && same < 0.75) continue;
    const alike = same + (isNamed ? 1 : 0) + (rowThen === row ? 0.01 : 0);
    if (best === undefined || alike > best.alike) best = { index, alike };
  }
  return best && missing.splice(best.index, 1)[0];
}

function cellsChanged(sealed: SealedLedger, cells: string, ledger: Ledger, entry: number): readonly SealChange[] {
  const row = ledger.rows[entry];
  const changed = differing(sealed, cells, ledger, entry);
  // Two contents may share a short print: then the row alone can be named.
  if (changed.length === 0) return [{ kind: 'row', sheet: ledger.sheet, row }];
  return changed.map((field) => {
    const column = ledger.columns[field]?.column;
    return { kind: 'cell', sheet: ledger.sheet, row, ...(column !== undefined && { column }), name: fields[field].zh };
  });
}

function differing(sealed: SealedLedger, cells: string, ledger: Ledger, entry: number): SealedLedger['fields'] {
  let at = 0;
  return sealed.fields.filter((field) => {
    const length = printLength(field);
    const before = cells.slice(at, at + length);
    at += length;
    return before !== cellPrint(ledger, entry, field);
  });
}
