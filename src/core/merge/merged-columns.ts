import { fields, type FieldKey } from '../ledger/fields';
import type { Form } from '../ledger/form';
import { serialOfDate, type IsoDate } from '../ledger/dates';
import type { Ledger } from '../ledger/ledger';
import { headingKey } from '../ledger/tidy';
import type { CellValue } from '../workbook/cell';
import type { Part, Place } from './part';
import { converted, kilogramsOf } from './quantity';
import { inOrder } from './returned-file';

/** One column of the merged sheet. */
export interface MergedColumn {
  readonly heading: string;
  readonly field?: FieldKey;
  /** 元 for money, 公斤 for weights: what all its figures are brought to. */
  readonly unit?: string;
  /** True for columns that the chosen form does not have. */
  readonly isExtra: boolean;
  readonly width: number;
  readonly valueOf: (place: Place) => CellValue;
}

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
    valueOf: (place) =>
      unitMeant(place.returned.ledger, field, unit) === undefined ? null : valueIn(place, field, unit),
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
    valueOf: (place) =>
      unitMeant(place.returned.ledger, field, target) === undefined ? null : valueIn(place, field, target),
  };
}

const unknownColumn = (key: string, heading: string): MergedColumn => ({
  heading: heading.split('/').at(-1) ?? heading,
  isExtra: true,
  width: 12,
  valueOf: ({ returned, entry }) => {
    const value = returned.others.find((other) => headingKey(other.heading) === key)?.typed[entry] ?? null;
    return value !== null && typeof value === 'object' ? value.error : value;
  },
});

const unitOfColumn = (ledger: Ledger, field: FieldKey): string => ledger.columns[field]?.unit ?? '公斤';

/** The unit that the ledger's figures can be brought to; `undefined` where they cannot or the ledger has no such column. */
function unitMeant(ledger: Ledger, field: FieldKey, wanted: string | undefined): string | undefined {
  if (!ledger.columns[field]) return undefined;
  if (fields[field].kind !== 'quantity') return wanted ?? '';
  const target = wanted ?? '公斤';
  return converted(1, unitOfColumn(ledger, field), target) === undefined ? undefined : target;
}

function valueIn({ returned: { ledger }, entry }: Place, field: FieldKey, unit: string | undefined): CellValue {
  const column = ledger.columns[field];
  const value = column?.values[entry];
  const typed = column?.typed[entry] ?? null;
  if (value === undefined) return typed !== null && typeof typed === 'object' ? typed.error : typed;
  switch (fields[field].kind) {
    case 'money':
      return Number(value) / (unit === '万元' ? 1_000_000 : 100);
    case 'quantity':
      return converted(Number(value), unitOfColumn(ledger, field), unit ?? '公斤') ?? typed;
    case 'count':
      return Number(value);
    case 'date':
      return serialOfDate(value as IsoDate, false);
    case 'yes-no':
      return value ? '是' : '否';
    default:
      return typed ?? String(value);
  }
}
