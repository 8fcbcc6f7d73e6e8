/** The columns of the journal, in order; widths in characters. Readers find them by these headings. */
export const journalColumns = [
  { heading: '步骤', width: 6 },
  { heading: '时间', width: 17 },
  { heading: '操作', width: 22 },
  { heading: '工作表', width: 14 },
  { heading: '单元格', width: 9 },
  { heading: '改前', width: 24 },
  { heading: '改后', width: 24 },
  { heading: '原格式', width: 11 },
  { heading: '新格式', width: 11 },
  { heading: '撤销的步骤', width: 11 },
] as const;

export type JournalHeading = (typeof journalColumns)[number]['heading'];

/** The row of the headings in a journal of ours. */
export const headingRow = 4;

/** So much is kept; when more comes, the oldest steps go and the sheet says so. */
export const journalLimits = { steps: 200, cells: 400_000, rows: 20_000 } as const;

/** A step of more cells is written down in blocks of cells, a smaller one cell by cell. */
export const cellsOneByOne = 1_000;

/** A row is ten cells; so many are a few milliseconds' work. */
export const rowsAtOnce = 512;
