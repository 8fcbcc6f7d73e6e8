import { fields, type FieldKey } from '../ledger/fields';
import type { Form, FormColumn } from '../ledger/form';
import type { Area } from '../workbook/cell';
import type { PlanCell, PlanRow, PlanStyle, SheetPlan } from '../workbook/sheet-plan';

/**
 * The blank form: title, lines above, one or more heading rows (required columns in red), `rows` empty rows, the lines
 * below, and the form's dictionary on a sheet of its own. Columns of numbers that are names (identity number, account,
 * phone, code) are text, so that no digit is lost. Read back, it is this form without entries.
 */
export function blankForm(form: Form, rows = 200): readonly SheetPlan[] {
  const width = form.columns.length;
  const depth = Math.max(...form.columns.map((column) => column.heading.length));
  const headingsTop = (form.printsTitle === false ? 1 : 2) + form.preamble.length;
  const firstEntry = headingsTop + depth;
  const styles: Record<string, PlanStyle> = { ...fixedStyles };
  form.columns.forEach((column, index) => (styles[`column${index}`] = columnStyle(column)));

  const title = form.printsTitle === false ? [] : [titleRow(form.title, width)];
  const planRows: PlanRow[] = [
    ...title,
    ...form.preamble.map((text) => lineRow(text, width)),
    ...headingRows(form, depth),
    ...Array.from({ length: rows }, (): PlanRow => ({
      height: 22,
      cells: form.columns.map((_, index) => ({ value: null, style: `column${index}` })),
    })),
    ...form.footer.map((text) => lineRow(text, width)),
  ];
  const merges: Area[] = [
    ...title.map(() => ({ top: 1, left: 1, bottom: 1, right: width })),
    ...form.preamble.flatMap((text, index) => lineMerges(text, title.length + index + 1, width)),
    ...headingMerges(form, depth, headingsTop),
    ...form.footer.flatMap((text, index) => lineMerges(text, firstEntry + rows + index, width)),
  ].filter((area) => area.right > area.left || area.bottom > area.top);

  const sheet: SheetPlan = {
    name: form.sheetName,
    heading: String(planRows[0].cells[0].value ?? ''),
    columnWidths: form.columns.map((column) => column.width),
    rows: planRows,
    merges,
    styles,
    frozen: { rows: firstEntry - 1, columns: nameColumn(form) },
    lists: form.columns.flatMap((column, index) => {
      const choices = column.choices ?? form.dictionary?.lists[column.field] ?? [];
      const area = { top: firstEntry, left: index + 1, bottom: firstEntry + rows - 1, right: index + 1 };
      return choices.length > 0 && rows > 0 && choices.join(',').length <= 255 ? [{ area, choices }] : [];
    }),
    page: {
      paper: form.paper,
      orientation: 'landscape',
      margins: { top: 1.5, right: 1, bottom: 1.5, left: 1 },
      fitToWidth: true,
      titleRows: { from: headingsTop, to: firstEntry - 1 },
      footer: '&C第&P页 共&N页',
    },
  };
  return form.dictionary ? [sheet, dictionarySheet(form, form.dictionary)] : [sheet];
}

const songti = { font: '宋体', vertical: 'center' } as const;
const heading = {
  ...songti,
  size: 11,
  bold: true,
  horizontal: 'center',
  wrap: true,
  border: true,
  fill: '#f2f2f2',
} as const;
const line = { ...songti, size: 11, wrap: true } as const;
const fixedStyles: Readonly<Record<string, PlanStyle>> = {
  title: { font: '黑体', size: 18, bold: true, horizontal: 'center', vertical: 'center' },
  line: { ...line, horizontal: 'left' },
  middleOfLine: { ...line, horizontal: 'center' },
  lastOfLine: { ...line, horizontal: 'right' },
  heading,
  required: { ...heading, color: '#c00000' },
};

/** The title: one text over the whole width. */
const titleRow = (text: string, width: number): PlanRow => ({
  height: 36,
  cells: Array.from({ length: width }, (_, index): PlanCell => ({ value: index === 0 ? text : null, style: 'title' })),
});

/** A line above or below the table; its parts, set apart by five wide blanks or more, are spread over the width. */
const lineRow = (text: string, width: number): PlanRow => ({
  height: 24,
  cells: partsOfLine(text, width).flatMap(({ part, left, right, style }) =>
    Array.from({ length: right - left + 1 }, (_, index): PlanCell => ({ value: index === 0 ? part : null, style })),
  ),
});

const lineMerges = (text: string, row: number, width: number): readonly Area[] =>
  partsOfLine(text, width).map(({ left, right }) => ({ top: row, left, bottom: row, right }));

function partsOfLine(text: string, width: number) {
  const parts = text.split(/\u3000{5,}/);
  return parts.map((part, index) => ({
    part,
    left: Math.floor((index * width) / parts.length) + 1,
    right: Math.floor(((index + 1) * width) / parts.length),
    style: index === 0 ? 'line' : index === parts.length - 1 ? 'lastOfLine' : 'middleOfLine',
  }));
}

/** A heading shorter than the deepest one reaches down to the last heading row. */
function headingRows(form: Form, depth: number): readonly PlanRow[] {
  return Array.from({ length: depth }, (_, level): PlanRow => ({
    height: level === depth - 1 ? 48 : 24,
    cells: form.columns.map((column, index): PlanCell => {
      const isLast = level === column.heading.length - 1;
      const begins = level < column.heading.length && !sameGroup(form.columns[index - 1], column, level);
      const style = column.required && level >= column.heading.length - 1 ? 'required' : 'heading';
      return { value: begins ? (isLast ? printedHeading(form, column) : column.heading[level]) : null, style };
    }),
  }));
}

function headingMerges(form: Form, depth: number, top: number): readonly Area[] {
  return form.columns.flatMap((column, index) =>
    column.heading.flatMap((_, level): Area[] => {
      if (sameGroup(form.columns[index - 1], column, level)) return [];
      let last = index;
      while (sameGroup(form.columns[last], form.columns[last + 1], level)) last += 1;
      const isLast = level === column.heading.length - 1;
      return [{ top: top + level, left: index + 1, bottom: isLast ? top + depth - 1 : top + level, right: last + 1 }];
    }),
  );
}

/** True where both columns stand under the same upper heading. A column's own, lowest heading is never shared. */
const sameGroup = (left: FormColumn | undefined, right: FormColumn | undefined, level: number): boolean =>
  left !== undefined &&
  right !== undefined &&
  level < left.heading.length - 1 &&
  level < right.heading.length - 1 &&
  left.heading.slice(0, level + 1).join('\n') === right.heading.slice(0, level + 1).join('\n');

/** The unit goes to a line of its own where both do not fit; not on a form without title, which another system takes in word by word. */
function printedHeading(form: Form, column: FormColumn): string {
  const text = column.heading[column.heading.length - 1];
  if (column.unit === undefined) return text;
  const fits = (text.length + column.unit.length + 2) * 2 < column.width;
  return `${text}${fits || form.printsTitle === false ? '' : '\n'}（${column.unit}）`;
}

function columnStyle({ field }: FormColumn): PlanStyle {
  const { kind } = fields[field];
  const numberFormat = isNamedByNumber(field)
    ? '@'
    : kind === 'date'
      ? 'yyyy-mm-dd'
      : kind === 'money'
        ? '0.00'
        : kind === 'count'
          ? '0'
          : 'General';
  const isFigure = kind === 'money' || kind === 'quantity';
  return {
    ...songti,
    size: 11,
    border: true,
    wrap: kind === 'text' || kind === 'choice',
    horizontal: isFigure ? 'right' : 'center',
    numberFormat,
  };
}

/** Digits that are a name, not a quantity. */
const isNamedByNumber = (field: FieldKey): boolean =>
  ['id-number', 'account', 'phone'].includes(fields[field].kind) || field === 'villageCode';

const nameColumn = (form: Form): number =>
  form.columns.findIndex((column) => column.field === (form.entryIs === 'person' ? 'memberName' : 'householdHead')) + 1;

function dictionarySheet(form: Form, dictionary: NonNullable<Form['dictionary']>): SheetPlan {
  const lists = form.columns.flatMap((column): { readonly name: string; readonly words: readonly string[] }[] => {
    const listed = dictionary.lists[column.field] ?? column.choices;
    return listed ? [{ name: fields[column.field].zh, words: listed }] : [];
  });
  const longest = Math.max(0, ...lists.map((list) => list.words.length));
  return {
    name: dictionary.sheet,
    heading: lists[0]?.name ?? dictionary.sheet,
    columnWidths: lists.map(() => 20),
    rows: [
      { cells: lists.map((list): PlanCell => ({ value: list.name, style: 'heading' })) },
      ...Array.from({ length: longest }, (_, index): PlanRow => ({
        cells: lists.map((list): PlanCell => ({ value: list.words[index] ?? null, style: 'word' })),
      })),
    ],
    merges: [],
    styles: { heading, word: { ...songti, size: 10, border: true, numberFormat: '@' } },
    frozen: { rows: 1, columns: 0 },
  };
}
