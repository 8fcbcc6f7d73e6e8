import { fields, type FieldKey } from '../ledger/fields';
import type { Form, FormColumn } from '../ledger/form';
import type { LedgerColumn, LedgerColumns } from '../ledger/ledger';
import { isBlankText } from '../ledger/tidy';
import type { Finding } from '../findings/finding';
import { cellKey, cellOfKey, isCellError, type Area, type CellValue } from '../workbook/cell';
import type { Step } from '../workbook/port';
import { styleAt, type SheetSnapshot, type WorkbookSnapshot } from '../workbook/snapshot';
import { isDash, malformed, parserFor, type CellParser } from './parse-cell';
import type { Layout, Match } from './pick-form';

export interface ColumnsRead {
  readonly columns: LedgerColumns;
  readonly findings: readonly Finding[];
}

export interface ColumnContext {
  readonly workbook: WorkbookSnapshot;
  readonly sheet: SheetSnapshot;
  readonly layout: Layout;
  /** The money unit set by a line above the headings. */
  readonly lineUnit: string | undefined;
  readonly recompute: (row: number, column: number) => number | undefined;
}

/** Reads the entries' cells column by column, and reports required cells left empty and cells that cannot be read. */
export function* readColumns(context: ColumnContext, rows: readonly number[]): Generator<Step, ColumnsRead> {
  const { sheet, layout } = context;
  const withFormulas = new Set<number>();
  for (const key of sheet.formulas.keys()) withFormulas.add(cellOfKey(key).column);
  const readers = [...layout.columns].map(([field, match]) =>
    columnReader(context, field, match, rows.length, withFormulas.has(match.heading.column)),
  );
  const findings: Finding[] = [];
  for (let from = 0; from < rows.length; from += chunk) {
    const to = Math.min(from + chunk, rows.length);
    for (const reader of readers) readChunk(context, reader, rows, from, to, findings);
    yield { doing: `读取“${sheet.name}”`, done: to, total: rows.length };
  }
  missingIf(context, readers, rows, findings);
  const columns: Partial<Record<FieldKey, LedgerColumn>> = {};
  for (const reader of readers) columns[reader.field] = ledgerColumn(reader);
  return { columns: columns as LedgerColumns, findings };
}

const chunk = 2000;

interface Reader {
  readonly field: FieldKey;
  readonly name: string;
  readonly heading: string;
  readonly column: number;
  readonly unit: string | undefined;
  readonly formColumn: FormColumn | undefined;
  readonly required: boolean;
  readonly parse: CellParser;
  readonly typed: CellValue[];
  readonly values: unknown[];
  readonly formulas: Set<number>;
  readonly hasFormulas: boolean;
  /** The merges that run through this column, by their tops. */
  readonly merges: readonly Area[];
}

function columnReader(
  context: ColumnContext,
  field: FieldKey,
  { heading }: Match,
  entries: number,
  hasFormulas: boolean,
): Reader {
  const { workbook, sheet, layout } = context;
  const formColumn = layout.form?.columns.find((column) => column.field === field);
  const { kind } = fields[field];
  const unit = heading.unit ?? (kind === 'money' ? context.lineUnit : undefined);
  return {
    field,
    name: fields[field].zh,
    heading: heading.parts.join('/'),
    column: heading.column,
    unit,
    formColumn,
    required: layout.form ? (formColumn?.required ?? false) : alwaysRequired[layout.entryIs].has(field),
    parse: parserFor({
      field,
      kind,
      unit,
      date1904: workbook.date1904,
      choices: formColumn?.choices,
      isDateCell: (row) =>
        /[yd]/i.test(styleAt(workbook, sheet, row, heading.column).numberFormat.replace(/"[^"]*"|\[[^\]]*\]/g, '')),
    }),
    typed: new Array<CellValue>(entries).fill(null),
    values: new Array<unknown>(entries).fill(undefined),
    formulas: new Set(),
    hasFormulas,
    merges: sheet.merges
      .filter((area) => area.left <= heading.column && area.right >= heading.column)
      .sort((left, right) => left.top - right.top),
  };
}

/** What even a form nobody knows cannot do without. */
const alwaysRequired: { readonly [K in Form['entryIs']]: ReadonlySet<FieldKey> } = {
  household: new Set<FieldKey>(['householdHead', 'idNumber']),
  person: new Set<FieldKey>(['memberName', 'idNumber']),
};

function readChunk(
  context: ColumnContext,
  reader: Reader,
  rows: readonly number[],
  from: number,
  to: number,
  findings: Finding[],
): void {
  const { sheet, recompute } = context;
  const { column, parse, typed, values, required, hasFormulas } = reader;
  for (let entry = from; entry < to; entry += 1) {
    const row = rows[entry];
    let value = sheet.rows[row - 1]?.[column - 1] ?? null;
    if (hasFormulas && sheet.formulas.has(cellKey(row, column))) {
      reader.formulas.add(entry);
      typed[entry] = value;
      const now = recompute(row, column);
      if (now !== undefined && typeof value !== 'string') value = now;
      else if (value === null) continue;
    } else typed[entry] = value;
    if (value === null) {
      const area = reader.merges.length > 0 ? areaAt(reader.merges, row) : undefined;
      if (!area) {
        if (required) findings.push(missing(context, reader, row));
        continue;
      }
      // Typed once for all the rows it is merged over; only of some fields does that mean something.
      if (!mayBeMerged.has(reader.field) || area.left !== column) continue;
      typed[entry] = value = sheet.rows[area.top - 1]?.[area.left - 1] ?? null;
    }
    const parsed = parse(value, row);
    if (parsed === malformed) findings.push(cannotBeRead(context, reader, row, value));
    else if (parsed !== undefined && !(required && isStroke(value))) values[entry] = parsed;
    else if (required && !reader.formulas.has(entry)) findings.push(missing(context, reader, row));
  }
}

const missing = (context: ColumnContext, reader: Reader, row: number): Finding => ({
  kind: 'cell-required-missing',
  message: 'missing',
  data: { name: reader.name },
  severity: 'error',
  at: [{ workbook: context.workbook.name, sheet: context.sheet.name, row, column: reader.column }],
});

function missingIf(
  context: ColumnContext,
  readers: readonly Reader[],
  rows: readonly number[],
  findings: Finding[],
): void {
  for (const reader of readers) {
    const condition = reader.formColumn?.requiredIf;
    const other = condition && readers.find((each) => each.field === condition.field);
    if (!other) continue;
    for (let entry = 0; entry < rows.length; entry += 1) {
      if (other.values[entry] !== condition.is || !isEmpty(reader.typed[entry])) continue;
      if (reader.formulas.has(entry)) continue;
      findings.push({
        ...missing(context, reader, rows[entry]),
        message: 'missingIf',
        data: { name: reader.name, other: other.name, value: condition.is },
      });
    }
  }
}

/** A stroke in a required cell fills nothing in. */
const isStroke = (value: CellValue): boolean => typeof value === 'string' && value.length <= 4 && isDash(value);

const isEmpty = (value: CellValue): boolean =>
  value === null || (typeof value === 'string' && (isBlankText(value) || isDash(value)));

function cannotBeRead(context: ColumnContext, reader: Reader, row: number, value: CellValue): Finding {
  const { kind } = fields[reader.field];
  const choices = reader.formColumn?.choices;
  const message = isCellError(value)
    ? 'error'
    : kind === 'yes-no'
      ? 'yesNo'
      : choices
        ? 'choice'
        : kind === 'date'
          ? reader.field === 'awaySince' || reader.field === 'birthDate'
            ? 'month'
            : 'date'
          : kind;
  return {
    kind: 'cell-malformed',
    message,
    data: {
      name: reader.name,
      actual: isCellError(value) ? value.error : shortened(String(value)),
      ...(message === 'money' ? { unit: reader.unit ?? '元' } : {}),
      ...(message === 'choice' ? { expected: (choices ?? []).map((choice) => `“${choice}”`).join('、') } : {}),
    },
    severity: 'error',
    at: [{ workbook: context.workbook.name, sheet: context.sheet.name, row, column: reader.column }],
  };
}

/** An identity number or account in the wrong column must not be spelled out in a message. */
const shortened = (text: string): string => {
  const masked = text
    .replace(/[\dXx*]{9,}/g, (digits) => `${digits.slice(0, 3)}…${digits.slice(-2)}`)
    .replace(/\s+/g, ' ')
    .trim();
  return masked.length > 20 ? `${masked.slice(0, 20)}…` : masked;
};

function ledgerColumn(reader: Reader): LedgerColumn {
  const { field, heading, column, unit, required, typed, values, formulas } = reader;
  // The parser of the field's kind made these values.
  const read = values as unknown as LedgerColumn['values'];
  return {
    field,
    heading,
    column,
    ...(unit === undefined ? {} : { unit }),
    required,
    typed,
    values: read,
    ...(formulas.size > 0 ? { formulas } : {}),
  };
}

/** The merge over that row, of a list in order of their tops. */
function areaAt(merges: readonly Area[], row: number): Area | undefined {
  let low = 0;
  let high = merges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (merges[middle].top <= row) low = middle + 1;
    else high = middle;
  }
  const area = merges[low - 1];
  return area && area.bottom >= row ? area : undefined;
}

/** Where one answer may stand for several rows. Never money or numbers of people. */
const mayBeMerged: ReadonlySet<FieldKey> = new Set<FieldKey>([
  ...([
    'villageCode',
    'villageName',
    'villagerGroup',
    'householdHead',
    'headIdNumber',
    'homeAddress',
    'registrationType',
  ] as const),
  ...([
    'householdType',
    'disasterType',
    'severity',
    'payoutUnit',
    'payoutMethod',
    'bankBranch',
    'bankAddress',
  ] as const),
  ...(['preparedBy', 'preparedOn', 'appraisalDate', 'noticeStart', 'noticeEnd'] as const),
]);
