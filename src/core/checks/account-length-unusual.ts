import { entriesWhere } from '../ledger/entries-where';
import { accountColumn } from '../ledger/account-column';
import { defineCheck } from './check';

export default defineCheck({
  id: 'account-length-unusual',
  title: '账号位数少见',
  why: '同一家银行的账号位数相同；多一位或少一位多半是漏录、多录，款项会被退回。',
  source: '各地农信社和邮储银行的卡、折位数（16 至 19 位为多）',
  severity: 'warning',
  needs: ['cardAccount'],
  messages: {
    bank: '账号有 {actual} 位，本表同一银行的账号都是 {expected} 位，请对照存折或银行卡核对。',
    length: '账号有 {actual} 位，银行账号一般是 16 至 19 位，请对照存折或银行卡核对。',
  },
  examples: {
    good: [
      '| 户主姓名 | 一卡通账号 |\n| 林旺满 | 6200000000001047299 |\n| 杜海 | 620000001234567890 |',
      // A whole column of passbooks has its own length.
      '| 户主姓名 | 一卡通账号 |\n| 林旺满 | 301020304050 |\n| 杜海 | 301020304051 |\n| 宋兰 | 301020304067 |\n| 陈龙祥 | 301020304088 |\n| 郑江菊 | 301020304123 |',
    ],
    bad: [
      '| 户主姓名 | 一卡通账号 |\n| 林旺满 | 62000000123 |',
      '| 户主姓名 | 一卡通账号 |\n| 甲 | 6200000000001047299 |\n| 乙 | 6200000000080239205 |\n| 丙 | 6200000000159431113 |\n| 丁 | 6200000000238623029 |\n| 戊 | 6200000000317814937 |\n| 己 | 620000000039700684 |',
    ],
  },
  *across(ledgers) {
    for (const ledger of ledgers) {
      const { accounts, bankIndexes, isUniform, banks, lengths } = accountColumn(ledger.columns.cardAccount.typed);
      yield;
      if (isUniform) continue;
      const unusual = yield* entriesWhere(accounts.length, (entry) => {
        const account = accounts[entry];
        return account !== undefined && banks[bankIndexes[entry]].length !== account.length;
      });
      for (const entry of unusual) {
        const actual = accounts[entry]?.length ?? 0;
        const expected = banks[bankIndexes[entry]].length;
        const at = { ledger, entry, field: 'cardAccount' } as const;
        if (expected !== undefined) yield { message: 'bank', data: { actual, expected }, at };
        else if ((actual < 16 || actual > 19) && !lengths.has(actual)) {
          yield { message: 'length', data: { actual }, at };
        }
      }
    }
  },
});
