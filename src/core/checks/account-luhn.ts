import { entriesWhere } from '../ledger/entries-where';
import { accountColumn } from '../ledger/account-column';
import { defineCheck } from './check';

export default defineCheck({
  id: 'account-luhn',
  title: '账号校验位不符',
  why: '多数银行卡的末位由前面各位算出；本表同一银行的号码几乎都符合，只有这一个不符合，多半录错了一位。',
  source: '银行卡号的校验位规则（只在同一银行的号码普遍符合时使用）',
  severity: 'warning',
  needs: ['cardAccount'],
  messages: { luhn: '账号（末四位 {tail}）的校验位不符，请对照银行卡核对整个账号。' },
  examples: {
    good: ['| 户主姓名 | 一卡通账号 |\n| 甲 | 6200000000001047298 |\n| 乙 | 6200000000008966481 |'],
    bad: [
      '| 户主姓名 | 一卡通账号 |\n| 甲 | 6200000000001047299 |\n| 乙 | 6200000000080239205 |\n| 丙 | 6200000000159431113 |\n| 丁 | 6200000000238623029 |\n| 戊 | 6200000000317814937 |\n| 己 | 6200000000397006842 |\n| 庚 | 6200000000476198759 |\n| 辛 | 6200000000555390665 |\n| 壬 | 6200000000634582571 |\n| 癸 | 6200000000713774487 |\n| 子 | 6200000000792966392 |\n| 丑 | 6200000000080293205 |',
    ],
  },
  *across(ledgers) {
    for (const ledger of ledgers) {
      const { accounts, bankIndexes, obeys, isUniform, banks } = accountColumn(ledger.columns.cardAccount.typed);
      yield;
      if (isUniform) continue;
      const wrong = yield* entriesWhere(accounts.length, (entry) => {
        const bank = obeys[entry] === 1 || bankIndexes[entry] < 0 ? undefined : banks[bankIndexes[entry]];
        if (!bank?.luhn) return false;
        const length = accounts[entry]?.length;
        // A wrong length is reported as that.
        return (length === 16 || length === 19) && bank.length === length;
      });
      for (const entry of wrong) {
        yield {
          message: 'luhn',
          data: { tail: accounts[entry]?.slice(-4) ?? '' },
          at: { ledger, entry, field: 'cardAccount' },
        };
      }
    }
  },
});
