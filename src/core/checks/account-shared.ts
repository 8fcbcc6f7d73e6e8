import { accountColumn } from '../ledger/account-column';
import { comparableIdNumbers, entriesByValue, personName, type LedgerEntry } from '../ledger/same-people';
import { nameKey } from '../ledger/names';
import { defineCheck } from './check';

export default defineCheck({
  id: 'account-shared',
  title: '几户共用一个账号',
  why: '救助款要打到各户自己的账户；几户用一个账号，可能是代领、冒领，也可能是复制时没有改。',
  source: '财政补贴资金“一卡通”管理规定：不得代管、代领；镇远县尚寨土家族乡冬春救助方案',
  severity: 'error',
  entryIs: 'household',
  needs: ['cardAccount'],
  reads: ['householdHead', 'idNumber'],
  comparedBy: 'cardAccount',
  messages: { shared: '账号（末四位 {tail}）与“{name}”一户的相同，请核对各户自己的账号，确属代领的在备注里写明。' },
  examples: {
    good: [
      '| 户主姓名 | 身份证号 | 一卡通账号 |\n| 林旺满 | 109901194805208032 | 6200000000001047299 |\n| 杜海 | 10990119881010130X | 6200000000008966481 |\n| 宋兰 | 109901194612212932 | |\n| 郑江菊 | 无 | |',
      // The same household in two rows is reported as a duplicate.
      '| 户主姓名 | 身份证号 | 一卡通账号 |\n| 林旺满 | 109901194805208032 | 6200000000001047299 |\n| 林旺满 | 109901194805208032 | 6200000000001047299 |',
    ],
    bad: [
      '| 户主姓名 | 身份证号 | 一卡通账号 |\n| 林旺满 | 109901194805208032 | 6200000000001047299 |\n| 杜海 | 10990119881010130X | 6200 0000 0000 1047 299 |',
    ],
  },
  *across(ledgers) {
    const groups = yield* entriesByValue(ledgers, (ledger) => {
      const { accounts } = accountColumn(ledger.columns.cardAccount?.typed ?? []);
      return (entry) => accounts[entry];
    });
    for (const [account, group] of groups) {
      for (const [index, place] of group.entries()) {
        const before = group.slice(0, Math.min(index, 50)).find((other) => !isOneHousehold(other, place));
        if (!before) continue;
        yield {
          message: 'shared',
          data: { tail: account.slice(-4), name: personName(before) ?? '另一户' },
          at: { ...place, field: 'cardAccount' },
          also: [{ ...before, field: 'cardAccount' }],
        };
      }
    }
  },
});

/** By the numbers of the heads, or by their names where a number is missing. */
function isOneHousehold(left: LedgerEntry, right: LedgerEntry): boolean {
  const [one, two] = [left, right].map(({ ledger, entry }) =>
    ledger.columns.idNumber ? comparableIdNumbers(ledger.columns.idNumber.typed)[entry] : undefined,
  );
  return one !== undefined && two !== undefined
    ? one === two
    : nameKey(personName(left) ?? '') === nameKey(personName(right) ?? '');
}
