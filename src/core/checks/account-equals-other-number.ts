import { entriesWhere } from '../ledger/entries-where';
import { accountColumn } from '../ledger/account-column';
import { comparableIdNumbers } from '../ledger/same-people';
import { phonesIn } from '../ledger/phones';
import { defineCheck } from './check';

export default defineCheck({
  id: 'account-equals-other-number',
  title: '账号一栏填的是别的号码',
  why: '账号与身份证号或电话相同，是填错了列；银行会退回，或者钱到不了本人账户。',
  source: '镇远县尚寨土家族乡冬春救助方案：户主身份证和“一卡（折）通”号码不能出现差错和遗漏',
  severity: 'error',
  needs: ['cardAccount'],
  reads: ['idNumber', 'phone'],
  messages: {
    idNumber: '账号与登记的身份证号相同，请核对是否填错了列，改填一卡通账号。',
    phone: '账号与登记的电话号码相同，请核对是否填错了列，改填一卡通账号。',
  },
  examples: {
    good: [
      '| 户主姓名 | 身份证号 | 联系电话 | 一卡通账号 |\n| 林旺满 | 109901194805208032 | 19900000001 | 6200000000001047299 |',
    ],
    bad: [
      '| 户主姓名 | 身份证号 | 一卡通账号 |\n| 林旺满 | 109901194805208032 | 109901194805208032 |',
      '| 户主姓名 | 联系电话 | 一卡通账号 |\n| 林旺满 | 19900000001 | 6200000000001047299 |\n| 杜海 | 19900000002 | 19900000001 |',
    ],
  },
  *across(ledgers) {
    // Few accounts look like anything else, so only what they look like is looked up.
    const suspects: {
      readonly at: { ledger: (typeof ledgers)[number]; entry: number; field: 'cardAccount' };
      readonly account: string;
    }[] = [];
    for (const ledger of ledgers) {
      const { accounts, met } = accountColumn(ledger.columns.cardAccount.typed);
      if (![...met].some((length) => length === 18 || length < 13)) continue;
      const short = yield* entriesWhere(accounts.length, (entry) => {
        const length = accounts[entry]?.length;
        return length !== undefined && (length === 18 || length < 13);
      });
      for (const entry of short) {
        suspects.push({ account: accounts[entry] ?? '', at: { ledger, entry, field: 'cardAccount' } });
      }
    }
    if (suspects.length === 0) return;
    const wanted = new Map<string, 'idNumber' | 'phone' | undefined>(
      suspects.map(({ account }) => [account, undefined]),
    );
    for (const { columns } of ledgers) {
      for (const number of columns.idNumber ? comparableIdNumbers(columns.idNumber.typed) : []) {
        if (number !== undefined && wanted.has(number)) wanted.set(number, 'idNumber');
      }
      yield;
      for (const phone of columns.phone?.values ?? []) {
        if (phone === undefined) continue;
        for (const number of phonesIn(phone)) if (wanted.has(number)) wanted.set(number, 'phone');
      }
      yield;
    }
    for (const { account, at } of suspects) {
      const message = wanted.get(account);
      if (message) yield { message, at };
    }
  },
});
