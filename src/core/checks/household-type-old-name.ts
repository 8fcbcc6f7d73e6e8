import { entriesWhere } from '../ledger/entries-where';
import { olderDictionary, todaysName, typeWordsIn } from '../ledger/household-kinds';
import { defineCheck } from './check';

export default defineCheck({
  id: 'household-type-old-name',
  title: '家庭类型用了旧称',
  why: '五保户、建档立卡贫困户等已改称，旧称与现在的名单对不上，汇总时会分成两类。',
  source: '社会救助暂行办法：特困人员供养；脱贫攻坚与乡村振兴衔接政策的现行称谓',
  severity: 'note',
  needs: ['householdType'],
  messages: { old: '“{actual}”是旧称，现称“{expected}”，请按现在的称谓填写。' },
  examples: {
    good: [
      '| 户主姓名 | 家庭类型 |\n| 林旺满 | 低保户 |\n| 杜海 | 分散供养特困人员 |',
      // A whole ledger that keeps to the older dictionary follows the form it was given.
      '| 户主姓名 | 家庭类型 |\n| 林旺满 | 五保户 |\n| 杜海 | 低保户 |\n| 宋兰 | 其他户 |',
    ],
    bad: ['| 户主姓名 | 家庭类型 |\n| 林旺满 | 建档立卡贫困户 |\n| 杜海 | 低保户 |'],
  },
  *across(ledgers) {
    for (const ledger of ledgers) {
      const { values } = ledger.columns.householdType;
      const used = valuesIn(values);
      yield;
      if ([...used].every((value) => olderDictionary.has(value))) continue;
      const old = new Map(
        [...used].flatMap((value) => {
          const word = typeWordsIn(value).find((part) => todaysName(part) !== undefined);
          return word === undefined ? [] : [[value, word] as const];
        }),
      );
      if (old.size === 0) continue;
      const found = yield* entriesWhere(values.length, (entry) => old.has(values[entry] ?? ''));
      for (const entry of found) {
        const value = values[entry];
        const actual = value === undefined ? undefined : old.get(value);
        if (value === undefined || actual === undefined) continue;
        const expected = todaysName(actual) ?? actual;
        const fix = { to: value.replace(actual, expected), certainty: 'suggested' } as const;
        yield { message: 'old', data: { actual, expected }, at: { ledger, entry, field: 'householdType' }, fix };
      }
    }
  },
});

/** Neighbours mostly hold the same word. */
function valuesIn(values: readonly (string | undefined)[]): ReadonlySet<string> {
  const used = new Set<string>();
  let last: string | undefined;
  for (let entry = 0; entry < values.length; entry++) {
    const value = values[entry];
    if (value === last || value === undefined) continue;
    used.add(value);
    last = value;
  }
  return used;
}
