import { fields, type FieldKey } from '../ledger/fields';
import type { Form } from '../ledger/form';
import { serialOfDate, type IsoDate } from '../ledger/dates';
import type { Ledger } from '../ledger/ledger';
import { headingKey } from '../ledger/tidy';
import type { CellValue } from '../workbook/cell';
import type { Part } from './part';
import { converted, kilogramsOf } from './quantity';
import { inOrder, type ReturnedLedger } from './returned-file';

/** One column of the merged sheet. */
export interface MergedColumn {
  readonly heading: string;
  readonly field?: FieldKey;
  /** 元 for money, 公斤 for weights: what all its figures are brought to. */
  readonly unit?: string;
  /** True for columns that the chosen form does not have. */
  readonly isExtra: boolean;
  readonly width: number;
  /** What it says of each entry of a ledger. */
  readonly readerOf: (returned: ReturnedLedger) => CellReader;
}

export type CellReader = (entry: number) => CellValue;

/**
 * The form's columns, then those that some files have besides: known ones by their meaning, unknown ones by their heading.
 * Figures are brought to the column's unit; a figure that cannot be (grain counted in 元 beside grain in 公斤) has a column
 * of its own. What could not be read stays as typed.
 */
export function mergedColumns(form: Form, parts: readonly Part[]): readonly MergedColumn[] {
  const own = form.columns.map(({ field, heading, unit, width }): MergedColumn => ({
    heading: heading[heading.length - 1],
    field,
    ...(unit !== undefined && { unit }),
    isExtra: false,
    width,
    readerOf: ({ ledger }) => readerIn(ledger, field, unit),
  }));
  const inForm = new Map<FieldKey, string | undefined>(form.columns.map(({ field, unit }) => [field, unit]));
  const extras = new Map<string, MergedColumn>();
  const others = new Map<string, string>();
  for (const { pieces } of parts) {
    for (const { returned } of pieces) {
      for (const field of Object.keys(returned.ledger.columns) as FieldKey[]) {
        if (inForm.has(field) && unitMeant(returned.ledger, field, inForm.get(field)) !== undefined) continue;
        const column = extraColumn(field, returned.ledger);
        if (!extras.has(column.heading)) extras.set(column.heading, column);
      }
      for (const { heading } of returned.others) {
        const key = headingKey(heading);
        const before = others.get(key);
        if (key !== '' && (before === undefined || heading < before)) others.set(key, heading);
      }
    }
  }
  return [
    ...own,
    ...[...extras].sort(([left], [right]) => inOrder(left, right)).map(([, column]) => column),
    ...[...others].sort(([left], [right]) => inOrder(left, right)).map(([key, heading]) => unknownColumn(key, heading)),
  ];
}

function extraColumn(field: FieldKey, ledger: Ledger): MergedColumn {
  const { kind, zh } = fields[field];
  const unit = kind === 'money' ? '元' : kind === 'quantity' ? unitOfColumn(ledger, field) : undefined;
  const target = unit !== undefined && kilogramsOf(unit) !== undefined ? '公斤' : unit;
  return {
    heading: target === undefined ? zh : `${zh}（${target}）`,
    field,
    ...(target !== undefined && { unit: target }),
    isExtra: true,
    width: 12,
    readerOf: ({ ledger: of }) => readerIn(of, field, target),
  };
}

const unknownColumn = (key: string, heading: string): MergedColumn => ({
  heading: heading.split('/').at(-1) ?? heading,
  isExtra: true,
  width: 12,
  readerOf: ({ others }) => {
    const typed = others.find((other) => headingKey(other.heading) === key)?.typed;
    return typed ? (entry) => asTyped(typed[entry]) : nothing;
  },
});

const nothing: CellReader = () => null;

const asTyped = (typed: CellValue | undefined): CellValue =>
  typed === undefined || typed === null ? null : typeof typed === 'object' ? typed.error : typed;

const unitOfColumn = (ledger: Ledger, field: FieldKey): string => ledger.columns[field]?.unit ?? '公斤';

/** The unit that the ledger's figures can be brought to; `undefined` where they cannot or the ledger has no such column. */
function unitMeant(ledger: Ledger, field: FieldKey, wanted: string | undefined): string | undefined {
  if (!ledger.columns[field]) return undefined;
  if (fields[field].kind !== 'quantity') return wanted ?? '';
  const target = wanted ?? '公斤';
  return converted(1, unitOfColumn(ledger, field), target) === undefined ? undefined : target;
}

/** Nothing where the ledger lacks the column or counts in what cannot be brought to the unit; what was not understood stays as typed. */
function readerIn(ledger: Ledger, field: FieldKey, unit: string | undefined): CellReader {
  const column = ledger.columns[field];
  if (!column || unitMeant(ledger, field, unit) === undefined) return nothing;
  const { typed, values } = column;
  const meant = meaningIn(ledger, field, unit);
  return (entry) => {
    const value = values[entry];
    return value === undefined ? asTyped(typed[entry]) : meant(value, typed[entry] ?? null);
  };
}

function meaningIn(
  ledger: Ledger,
  field: FieldKey,
  unit: string | undefined,
): (value: unknown, typed: CellValue) => CellValue {
  switch (fields[field].kind) {
    case 'money': {
      const fen = unit === '万元' ? 1_000_000 : 100;
      return (value) => Number(value) / fen;
    }
    case 'quantity': {
      const from = unitOfColumn(ledger, field);
      return (value, typed) => converted(Number(value), from, unit ?? '公斤') ?? typed;
    }
    case 'count':
      return (value) => Number(value);
    case 'date':
      return (value) => serialOfDate(value as IsoDate, false);
    case 'yes-no':
      return (value) => (value ? '是' : '否');
    default:
      return (value, typed) => typed ?? String(value);
  }
}
