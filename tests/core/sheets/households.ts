import type { IsoDate } from '../../../src/core/ledger/dates';
import { yuan } from '../../../src/core/ledger/money';
import { householdsOf, type Household } from '../../../src/core/sheets/household';
import type { SheetInput } from '../../../src/core/sheets/sheet-kind';
import { person } from '../../support/people';
import { readingOf, workbookOf } from '../../support/table';
import { policyWith, testDay } from '../../support/test-policy';

/** Households of invented people, in as many villages as named; each gets 150 元 for each person in need. */
export function households(count: number, villages: readonly string[] = ['大坪村', '小河口村']): readonly Household[] {
  return Array.from({ length: count }, (_, index) => {
    const { name, idNumber, phone, account } = person(index);
    const size = 1 + (index % 6);
    const inNeed = 1 + ((index * 5) % size);
    return {
      ...household,
      at: { workbook: '台账.xlsx', sheet: '台账', row: index + 3, column: 2 },
      head: index === 2 ? '阿卜杜热西提·艾合买提江·吐尔逊' : index === 3 ? '𬭊䶮旺' : name,
      idNumber,
      phone,
      account,
      accountHolder: name,
      village: villages[Math.floor((index * villages.length) / count)],
      group: `${1 + (index % 3)}组`,
      householdType: types[index % types.length],
      severity: index % 3 === 0 ? '重点困难户' : '一般困难户',
      size,
      inNeed,
      amount: yuan(150 * inNeed),
      figures: {
        grainNeed: 15 * inNeed,
        heatingNeed: index % 2 === 0 ? yuan(200) : undefined,
        approvedGrain: 15 * inNeed,
        approvedBedding: index % 2,
        approvedMonths: 3,
      },
    };
  });
}

const types = ['低保户', '分散供养特困人员', '脱贫户', '防止返贫监测对象', '低保户、残疾人家庭', '其他户'];

/** A household about which nothing is known. */
export const household: Household = {
  at: { workbook: '台账.xlsx', sheet: '台账', row: 3, column: 2 },
  head: '',
  idNumber: '',
  village: '',
  group: '',
  phone: '',
  address: '',
  registrationType: '农村',
  householdType: '',
  disasterType: '洪涝',
  severity: '',
  payoutMethod: '银行发放',
  payoutUnit: '乡镇级',
  bank: '示范信用社',
  accountHolder: '',
  holderRelation: '本人',
  account: '',
  remark: '',
  figures: {},
  units: { approvedGrain: '公斤', grainNeed: '公斤' },
  members: [],
};

/** The policy of the tests: a village notice of 7 days and a township's of 3. */
export const noticePolicy = policyWith({
  notices: [
    { level: '村', days: 7, dayType: '自然日', source: '示例' },
    { level: '乡镇', days: 3, dayType: '工作日', source: '示例' },
  ],
});

export const inputOf = (of: readonly Household[], changed: Partial<SheetInput> = {}): SheetInput => ({
  households: of,
  policy: noticePolicy,
  occasion: {
    county: '示范县',
    township: '示范乡',
    townshipHotline: '0199-5550123',
    noticeStart: '2026-01-05' as IsoDate,
    preparedOn: testDay,
    preparedBy: '林旺满',
  },
  standingErrors: 0,
  present: [],
  ...changed,
});

/** The households of a table, as they are read from a ledger. */
export const householdsIn = (tables: string | Readonly<Record<string, string>>): readonly Household[] =>
  householdsOf(readingOf(workbookOf(tables)).ledgers);
