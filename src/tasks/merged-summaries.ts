import type { IsoDate } from '../core/ledger/dates';
import { fields } from '../core/ledger/fields';
import type { Merge } from '../core/merge/merge-returned';
import { ledgersOf } from '../core/merge/part-ledgers';
import { converted, kilogramsOf } from '../core/merge/quantity';
import type { Policy } from '../core/policy/policy';
import householdTypesSummary from '../core/sheets/household-types-summary';
import { figureFields, householdsOf, type FigureField, type Household } from '../core/sheets/household';
import needSummary from '../core/sheets/need-summary';
import paidSummary from '../core/sheets/paid-summary';
import type { SheetInput } from '../core/sheets/sheet-kind';
import type { Step } from '../core/workbook/port';
import type { SheetPlan } from '../core/workbook/sheet-plan';

export interface MergedSummaries {
  readonly plans: readonly SheetPlan[];
  /** Chinese sentences about what is not in them. */
  readonly remarks: readonly string[];
}

/**
 * 需救助, 已救助 and 家庭类型 summaries of all households merged, by township, village and class. They count the same households
 * as the conservation does, so that their totals are its totals.
 */
export function* mergedSummaries(
  merge: Merge,
  policy: Policy,
  today: IsoDate,
  standingErrors: number,
): Generator<Step, MergedSummaries> {
  const households: Household[] = [];
  for (const { township, villages } of merge.townships) {
    for (const { village, parts } of villages) {
      const place = { village: village || '（没有写村名）', ...(township !== undefined && { township }) };
      for (const household of householdsOf(parts.flatMap(ledgersOf))) households.push({ ...household, ...place });
      yield { doing: '汇总各村各类', done: households.length, total: 0 };
    }
  }
  if (households.length === 0) return { plans: [], remarks: [] };
  const { counted, remarks } = inOneUnit(households);
  const input: SheetInput = {
    households: counted,
    policy,
    occasion: {
      preparedOn: today,
      ...(merge.season !== undefined && { season: `${merge.season}—${merge.season + 1}` }),
    },
    standingErrors,
    present: [],
  };
  const plans = [
    ...(yield* needSummary.build(input)),
    ...(yield* paidSummary.build(input)),
    ...(yield* householdTypesSummary.build(input)),
  ];
  return { plans, remarks };
}

/** Weights in 公斤. What most files count otherwise than the rest (口粮 in 元 beside 公斤) cannot be added: the rest is left out, and said. */
function inOneUnit(households: readonly Household[]) {
  const quantities = figureFields.filter((field) => fields[field].kind === 'quantity');
  const remarks: string[] = [];
  const wanted = new Map<FigureField, string>();
  for (const field of quantities) {
    const counts = new Map<string, number>();
    for (const household of households) {
      if (household.figures[field] === undefined) continue;
      const unit = addableUnit(household, field);
      counts.set(unit, (counts.get(unit) ?? 0) + 1);
    }
    const [most, ...others] = [...counts].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
    if (!most) continue;
    wanted.set(field, most[0]);
    for (const [unit, count] of others)
      remarks.push(`有 ${count} 户的“${fields[field].zh}”以${unit}填报，与其余的${most[0]}不能相加，没有计入统计表。`);
  }
  if (wanted.size === 0) return { counted: households, remarks };
  const counted = households.map((household): Household => {
    const figures = { ...household.figures };
    const units = { ...household.units };
    for (const [field, unit] of wanted) {
      const figure = figures[field];
      units[field] = unit;
      if (figure === undefined) continue;
      figures[field] =
        addableUnit(household, field) === unit ? converted(figure, unitIn(household, field), unit) : undefined;
    }
    return { ...household, figures, units };
  });
  return { counted, remarks };
}

const unitIn = ({ units }: Household, field: FigureField): string => units[field] ?? '公斤';

const addableUnit = (household: Household, field: FigureField): string => {
  const unit = unitIn(household, field);
  return kilogramsOf(unit) === undefined ? unit : '公斤';
};
