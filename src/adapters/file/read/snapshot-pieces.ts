import type { SheetSnapshot, WorkbookSnapshot } from '../../../core/workbook/snapshot';

/** A piece of a workbook on its way between two threads: small enough that taking it in is never felt. */
export type SnapshotPiece =
  | { readonly piece: 'workbook'; readonly workbook: Omit<WorkbookSnapshot, 'sheets'> }
  /** All of a sheet but its rows and formulas, which follow. */
  | { readonly piece: 'sheet'; readonly sheet: Omit<SheetSnapshot, 'rows' | 'styleRows' | 'formulas'> }
  | ({ readonly piece: 'rows'; readonly from: number } & Pick<SheetSnapshot, 'rows' | 'styleRows'>)
  | { readonly piece: 'formulas'; readonly formulas: readonly (readonly [place: number, formula: string])[] };

/** Cuts a workbook into pieces, in the order in which `gatherPieces` wants them. */
export function* piecesOf({ sheets, ...workbook }: WorkbookSnapshot): Generator<SnapshotPiece> {
  yield { piece: 'workbook', workbook };
  for (const { rows, styleRows, formulas, ...sheet } of sheets) {
    yield { piece: 'sheet', sheet };
    const count = Math.max(rows.length, styleRows.length);
    for (let from = 0; from < count;) {
      let to = from;
      for (let cells = 0; to < count && cells < mostCells; to++) cells += 1 + (rows[to]?.length ?? 0);
      yield { piece: 'rows', from, rows: rows.slice(from, to), styleRows: styleRows.slice(from, to) };
      from = to;
    }
    const all = [...formulas];
    for (let from = 0; from < all.length; from += mostFormulas) {
      yield { piece: 'formulas', formulas: all.slice(from, from + mostFormulas) };
    }
  }
}

/** Puts the pieces of one workbook together again; `workbook` after the last one. */
export function gatherPieces(): { add(piece: SnapshotPiece): void; workbook(): WorkbookSnapshot } {
  let outer: Omit<WorkbookSnapshot, 'sheets'> | undefined;
  const sheets: GrowingSheet[] = [];
  return {
    add(piece) {
      const sheet = sheets[sheets.length - 1];
      if (piece.piece === 'workbook') outer = piece.workbook;
      else if (piece.piece === 'sheet') {
        sheets.push({ ...piece.sheet, rows: [], styleRows: [], formulas: new Map() });
      } else if (piece.piece === 'rows') {
        piece.rows.forEach((row, index) => (sheet.rows[piece.from + index] = row));
        piece.styleRows.forEach((row, index) => (sheet.styleRows[piece.from + index] = row));
      } else for (const [place, formula] of piece.formulas) sheet.formulas.set(place, formula);
    },
    workbook() {
      if (!outer) throw new RangeError('a workbook of which nothing came');
      return { ...outer, sheets };
    },
  };
}

type GrowingSheet = Omit<SheetSnapshot, 'rows' | 'styleRows' | 'formulas'> & {
  readonly rows: SheetSnapshot['rows'][number][];
  readonly styleRows: SheetSnapshot['styleRows'][number][];
  readonly formulas: Map<number, string>;
};

const mostCells = 20_000;
const mostFormulas = 5_000;
