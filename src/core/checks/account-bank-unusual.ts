import { entriesWhere } from '../ledger/entries-where';
import { accountColumn } from '../ledger/account-column';
import { defineCheck } from './check';

export default defineCheck({
  id: 'account-bank-unusual',
  title: '账号不是本地常用的银行',
  why: '一个乡镇的一卡通大多在同一家银行；号码开头与众不同的，可能前几位录错，也可能不是一卡通账号。',
  source: '镇远县尚寨土家族乡冬春救助方案：通过信用社“一卡（折）通”发放',
  severity: 'note',
  needs: ['cardAccount'],
  messages: { unusual: '账号开头是“{actual}”，本表绝大多数账号开头是“{expected}”，请核对是不是一卡通账号。' },
  examples: {
    good: ['| 户主姓名 | 一卡通账号 |\n| 甲 | 6200000000001047299 |\n| 乙 | 6210000000001047298 |'],
    bad: [
      `| 户主姓名 | 一卡通账号 |\n${Array.from({ length: 20 }, (_, index) => `| 甲${'一二三四五六七八九十天地人和春夏秋冬山水'[index]} | 6200000000${100_000_000 + index * 7_919_191} |`).join('\n')}\n| 乙 | 6010000000001047299 |`,
    ],
  },
  *across(ledgers) {
    for (const ledger of ledgers) {
      const { accounts, bankIndexes, banks, count } = accountColumn(ledger.columns.cardAccount.typed);
      yield;
      const usual = banks.findIndex((bank) => bank.isKnown && bank.count >= count * 0.9);
      if (count < 20 || usual < 0 || banks[usual].count === count) continue;
      const expected = banks[usual].start;
      const others = yield* entriesWhere(bankIndexes.length, (entry) => {
        const bank = bankIndexes[entry];
        return bank >= 0 && bank !== usual;
      });
      for (const entry of others) {
        const [bank, account] = [bankIndexes[entry], accounts[entry]];
        if (account === undefined || account.startsWith(expected) || account.length < 16 || account.length > 19)
          continue;
        // Where 1 row in 50 and more has it, it is a second bank of the place.
        if (banks[bank].isKnown && banks[bank].count >= count / 50) continue;
        const data = { actual: banks[bank].start, expected };
        yield { message: 'unusual', data, at: { ledger, entry, field: 'cardAccount' } };
      }
    }
  },
});
