import { householdTypeOf, typeWordsIn } from '../ledger/household-kinds';
import { comparableIdNumbers, idNumberIn } from '../ledger/same-people';
import { defineCheck } from './check';

export default defineCheck({
  id: 'household-type-not-on-list',
  title: '家庭类型没有名单依据',
  why: '低保、特困、监测、残疾等类别以部门名单为准；名单上没有的，会按错误的标准发放。',
  source: '审计案例：与五保、低保名单比对，查出虚报类别',
  severity: 'warning',
  needs: ['idNumber', 'householdType'],
  reads: ['headIdNumber'],
  lists: ['household-types'],
  messages: { missing: '家庭类型填“{actual}”，本户没有人在{name}名单上，请核实类别。' },
  examples: {
    good: [
      {
        tables: [
          '| 户主姓名 | 身份证号 | 家庭类型 |\n| 林旺满 | 109901194805208032 | 低保户 |\n| 杜海 | 10990119881010130X | 其他户 |\n| 宋兰 | 109901194612212932 | 残疾人 |',
        ],
        lists: { 'household-types': [{ idNumber: '109901194805208032', words: '农村低保' }] },
      },
    ],
    bad: [
      {
        tables: [
          '| 户主姓名 | 身份证号 | 家庭类型 |\n| 林旺满 | 109901194805208032 | 低保户 |\n| 杜海 | 10990119881010130X | 低保户 |',
        ],
        lists: { 'household-types': [{ idNumber: '109901194805208032', words: '农村低保' }] },
      },
    ],
  },
  *across(ledgers, _, { 'household-types': list }) {
    const byType = new Map<string, Set<string>>();
    for (const { idNumber, words = '' } of list) {
      for (const name of new Set(typeWordsIn(words).map((word) => householdTypeOf(word)?.name ?? word))) {
        const known = byType.get(name) ?? new Set();
        byType.set(name, known);
        if (idNumber !== undefined) known.add(idNumber);
      }
    }
    yield;
    const members = membersByHead(ledgers);
    for (const ledger of ledgers) {
      const numberAt = idNumberIn(ledger);
      for (const [entry, actual] of ledger.columns.householdType.values.entries()) {
        if (entry % 4096 === 4095) yield;
        const own = actual === undefined ? undefined : numberAt(entry);
        if (actual === undefined || own === undefined) continue;
        // A type of which the list holds nobody at all is on some other list.
        const name = typeWordsIn(actual)
          .map((word) => householdTypeOf(word)?.name ?? '')
          .find((type) => byType.has(type));
        const people = name === undefined ? undefined : byType.get(name);
        if (name === undefined || !people || [own, ...(members.get(own) ?? [])].some((number) => people.has(number)))
          continue;
        yield { message: 'missing', data: { actual, name }, at: { ledger, entry, field: 'householdType' } };
      }
    }
  },
});

type Ledgers = Parameters<typeof idNumberIn>[0][];

/** One member on the list is enough for a household. */
function membersByHead(ledgers: Readonly<Ledgers>): ReadonlyMap<string, readonly string[]> {
  const members = new Map<string, string[]>();
  for (const { entryIs, columns } of ledgers) {
    if (entryIs !== 'person' || !columns.headIdNumber || !columns.idNumber) continue;
    const own = comparableIdNumbers(columns.idNumber.typed);
    for (const [entry, head] of comparableIdNumbers(columns.headIdNumber.typed).entries()) {
      const member = own[entry];
      if (head === undefined || member === undefined) continue;
      members.set(head, [...(members.get(head) ?? []), member]);
    }
  }
  return members;
}
