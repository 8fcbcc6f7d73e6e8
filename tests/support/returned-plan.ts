import { serialOfDate, type IsoDate } from '../../src/core/ledger/dates';
import { fields, type FieldKey } from '../../src/core/ledger/fields';
import type { Form } from '../../src/core/ledger/form';
import { blankForm } from '../../src/core/sheets/blank-form';
import { applyToSnapshot } from '../../src/core/workbook/apply-to-snapshot';
import type { CellValue } from '../../src/core/workbook/cell';
import type { PlanRow, SheetPlan } from '../../src/core/workbook/sheet-plan';
import { plainStyle, type WorkbookSnapshot } from '../../src/core/workbook/snapshot';
import { villageLedger } from '../../src/forms/village-ledger';
import { person } from './people';

/** A household as a village reports it: who, how many, and whatever stands otherwise than usual. */
export interface Household {
  /** The number of an invented person. */
  readonly head: number;
  readonly size?: number;
  readonly inNeed?: number;
  readonly cells?: { readonly [K in FieldKey]?: CellValue };
}

export interface ReturnedOptions {
  readonly form?: Form;
  readonly title?: string;
  /** The line of the reporting unit. */
  readonly unit?: string;
  readonly preparedOn?: string;
  readonly sheetName?: string;
  /** Whether a total row stands under the households; with `totals` it says something else than the sum. */
  readonly total?: boolean;
  readonly totals?: { readonly [K in FieldKey]?: number };
  /** Columns behind the form's own. */
  readonly extra?: { readonly heading: string; readonly values: readonly CellValue[] };
}

/** The households numbered `from` on, of different sizes. */
export const householdsFrom = (from: number, count: number): readonly Household[] =>
  Array.from({ length: count }, (_, index) => ({
    head: from + index,
    size: 1 + ((from + index) % 5),
    inNeed: 1 + (((from + index) % 3) % (1 + ((from + index) % 5))),
  }));

/** A filled form as a village sends it. */
export function returnedPlan(
  village: string,
  households: readonly Household[],
  options: ReturnedOptions = {},
): SheetPlan {
  const form: Form = options.form ?? villageLedger;
  const [blank] = blankForm(form, households.length);
  const first = blank.frozen?.rows ?? 0;
  const fresh = (row: PlanRow, index: number): PlanRow => {
    const household = households[index - first];
    if (index === 0 && options.title !== undefined)
      return {
        ...row,
        cells: row.cells.map((cell, at) => (at === 0 ? { ...cell, value: options.title ?? null } : cell)),
      };
    if (index === 1 && options.unit !== undefined && form.printsTitle !== false)
      return {
        ...row,
        cells: row.cells.map((cell, at) => (at === 0 ? { ...cell, value: options.unit ?? null } : cell)),
      };
    if (index === first - 1 && options.extra)
      return { ...row, cells: [...row.cells, { value: options.extra.heading }] };
    if (!household) return row;
    const values = form.columns.map(({ field }) => cellOf(field, village, household, index - first, options));
    return {
      ...row,
      cells: [
        ...row.cells.map((cell, at) => ({ ...cell, value: values[at] })),
        ...(options.extra ? [{ value: options.extra.values[index - first] ?? null }] : []),
      ],
    };
  };
  const rows = blank.rows.map(fresh);
  const total = options.total ? [totalRow(form, blank.rows[first]?.cells.length ?? 0, households, options)] : [];
  const { lists: _, merges, ...rest } = blank;
  return {
    ...rest,
    name: options.sheetName ?? blank.name,
    heading: String(rows[0].cells[0].value ?? ''),
    rows: [...rows.slice(0, first + households.length), ...total, ...rows.slice(first + households.length)],
    merges: merges.filter(({ top }) => top <= first),
  };
}

/** The workbook of these sheets, as an adapter would have read it. */
export const workbookOfPlans = (name: string, ...plans: readonly SheetPlan[]): WorkbookSnapshot =>
  applyToSnapshot(
    { name, date1904: false, styles: [plainStyle], sheets: [], remarks: [] },
    plans.map((plan) => ({ kind: 'put-sheet', plan })),
  ).snapshot;

/** What a household has in need times 150, in 元. */
export const yuanOf = ({ inNeed = 1 }: Household): number => inNeed * 150;

function cellOf(
  field: FieldKey,
  village: string,
  household: Household,
  index: number,
  { preparedOn = '2026-01-05' }: ReturnedOptions,
): CellValue {
  if (household.cells && field in household.cells) return household.cells[field] ?? null;
  const who = person(household.head);
  const day = (iso: string) => serialOfDate(iso as IsoDate, false);
  const { size = 3, inNeed = 1 } = household;
  const usual: { readonly [K in FieldKey]?: CellValue } = {
    serialNumber: index + 1,
    villageCode: null,
    villageName: village,
    villagerGroup: `${(household.head % 4) + 1}组`,
    householdHead: who.name,
    memberName: who.name,
    headIdNumber: who.idNumber,
    idNumber: who.idNumber,
    relationToHead: '本人',
    isInNeed: '是',
    sex: who.sex,
    phone: who.phone,
    registrationType: '农村',
    householdType: '其他户',
    householdSize: Math.max(size, inNeed),
    peopleInNeed: inNeed,
    disasterType: '洪涝',
    severity: '一般困难户',
    awayForLong: '否',
    homeAddress: `${village}${(household.head % 90) + 1}号`,
    approvedMonths: 3,
    approvedGrain: inNeed * 45,
    approvedBedding: inNeed,
    reliefAmount: yuanOf(household),
    goodsValue: null,
    payoutUnit: '乡镇级',
    payoutMethod: '资金发放',
    accountHolder: who.name,
    cardAccount: who.account,
    preparedBy: '王填报',
    preparedOn: day(preparedOn),
  };
  return usual[field] ?? null;
}

function totalRow(
  form: Form,
  width: number,
  households: readonly Household[],
  { totals = {} }: ReturnedOptions,
): PlanRow {
  const sums: { readonly [K in FieldKey]?: number } = {
    peopleInNeed: households.reduce((sum, { inNeed = 1 }) => sum + inNeed, 0),
    reliefAmount: households.reduce((sum, household) => sum + yuanOf(household), 0),
    ...totals,
  };
  const label = form.columns.findIndex(({ field }) => fields[field].kind === 'text' || fields[field].kind === 'name');
  return {
    cells: Array.from({ length: width }, (_, at) => ({
      value: at === Math.max(label, 0) ? '合计' : (sums[form.columns[at].field] ?? null),
    })),
  };
}
