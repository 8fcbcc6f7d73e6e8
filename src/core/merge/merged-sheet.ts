import { fields } from '../ledger/fields';
import type { Form } from '../ledger/form';
import type { Area } from '../workbook/cell';
import type { PlanCell, PlanRow, PlanStyle, SheetPlan } from '../workbook/sheet-plan';
import type { Step } from '../workbook/port';
import { mergedColumns, type MergedColumn } from './merged-columns';
import type { Origin } from './origin';
import { mergedRowWriter, type RowSums } from './merged-row-writer';
import type { Part } from './part';

export interface MergedSheet {
  readonly plan: SheetPlan;
  readonly origins: readonly Origin[];
  readonly columns: readonly MergedColumn[];
}

/** The villages of one township, in the order in which they are printed; the township may be unknown. */
export interface TownshipParts {
  readonly township: string | undefined;
  readonly villages: readonly { readonly village: string; readonly parts: readonly Part[] }[];
}

/**
 * The merged ledger on the paper of the chosen form (`blank`: the form made with one empty row), with a subtotal under each
 * village and township and a total under all. Read back it is a ledger of that form.
 */
export function* mergedSheet(
  form: Form,
  blank: SheetPlan,
  townships: readonly TownshipParts[],
  names: { readonly sheet: string; readonly title: string },
): Generator<Step, MergedSheet> {
  const columns = mergedColumns(
    form,
    townships.flatMap(({ villages }) => villages.flatMap(({ parts }) => parts)),
  );
  const headings = blank.frozen?.rows ?? 0;
  const template = blank.rows[headings];
  const styles: Record<string, PlanStyle> = { ...blank.styles, ...extraStyles(columns) };
  const looks = columns.map((column, index) =>
    column.isExtra ? `extra${index}` : (template.cells[index].style ?? ''),
  );
  for (const look of new Set(looks))
    styles[`${look}Total`] = {
      ...styles[look],
      bold: true,
      fill: '#f2f2f2',
      numberFormat: styles[look].numberFormat === '@' ? 'General' : styles[look].numberFormat,
    };
  const writer = mergedRowWriter(columns, looks, names.sheet);
  const rows: PlanRow[] = blank.rows
    .slice(0, headings)
    .map((row, index) => headingRow(row, index, blank, columns, names.title));
  const total = writer.sums();
  const labels: Area[] = [];
  const addTotal = (word: string, place: string, sums: RowSums) => {
    rows.push(writer.total(word, place, sums));
    labels.push({ top: rows.length, bottom: rows.length, ...writer.label });
  };
  for (const { township, villages } of townships) {
    const ofTownship = writer.sums();
    for (const { village, parts } of villages) {
      const ofVillage = writer.sums();
      for (const part of parts) {
        for (const { returned, entries } of part.pieces) {
          const write = writer.entriesOf(part, returned, [ofVillage, ofTownship, total]);
          for (const entry of entries) {
            rows.push(write(entry, rows.length + 1));
            if (rows.length % 500 === 0) yield { doing: '写汇总台账', done: rows.length, total: 0 };
          }
        }
      }
      addTotal('小计', village, ofVillage);
    }
    if (township !== undefined && townships.length > 1) addTotal('合计', township, ofTownship);
  }
  addTotal(townships.length > 1 ? '总计' : '合计', '', total);
  const under = rows.length;
  const footer = blank.rows.slice(headings + 1);
  const { lists: _, ...rest } = blank;
  return {
    columns,
    origins: writer.origins,
    plan: {
      ...rest,
      name: names.sheet,
      heading: String(rows[0].cells[0].value ?? ''),
      columnWidths: columns.map(({ width }) => width),
      rows: [...rows, ...footer],
      merges: [
        ...blank.merges.map((area) =>
          area.top > headings
            ? { ...area, top: area.top + under - headings - 1, bottom: area.bottom + under - headings - 1 }
            : area,
        ),
        ...extraHeadingMerges(columns, form, headings),
        ...labels,
      ],
      styles,
    },
  };
}

function headingRow(
  row: PlanRow,
  index: number,
  blank: SheetPlan,
  columns: readonly MergedColumn[],
  title: string,
): PlanRow {
  const isTitle = index === 0 && row.cells[0].style === 'title';
  const first = blank.rows.findIndex((each) => each.cells[0].style === 'heading' || each.cells[0].style === 'required');
  const extras = columns.filter(({ isExtra }) => isExtra);
  const cells = row.cells.map((cell, at) => (isTitle && at === 0 ? { ...cell, value: title } : cell));
  if (index < first) return { ...row, cells };
  return {
    ...row,
    cells: [
      ...cells,
      ...extras.map((column): PlanCell => ({ value: index === first ? column.heading : null, style: 'heading' })),
    ],
  };
}

function extraHeadingMerges(columns: readonly MergedColumn[], form: Form, headings: number) {
  const depth = Math.max(...form.columns.map(({ heading }) => heading.length));
  if (depth === 1) return [];
  return columns.flatMap(({ isExtra }, index) =>
    isExtra ? [{ top: headings - depth + 1, bottom: headings, left: index + 1, right: index + 1 }] : [],
  );
}

function extraStyles(columns: readonly MergedColumn[]): Record<string, PlanStyle> {
  const styles: Record<string, PlanStyle> = {};
  columns.forEach(({ isExtra, field }, index) => {
    if (!isExtra) return;
    const kind = field === undefined ? 'text' : fields[field].kind;
    const numberFormat =
      kind === 'money'
        ? '0.00'
        : kind === 'count'
          ? '0'
          : kind === 'date'
            ? 'yyyy-mm-dd'
            : kind === 'quantity' || field === undefined
              ? 'General'
              : '@';
    styles[`extra${index}`] = {
      font: '宋体',
      size: 11,
      border: true,
      vertical: 'center',
      horizontal: kind === 'money' || kind === 'quantity' ? 'right' : 'center',
      numberFormat,
    };
  });
  return styles;
}
