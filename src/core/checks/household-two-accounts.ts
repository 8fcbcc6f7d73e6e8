import { accountColumn } from '../ledger/account-column';
import { entriesByIdNumber, personName } from '../ledger/same-people';
import { nameKey } from '../ledger/names';
import { defineCheck } from './check';

export default defineCheck({
  id: 'household-two-accounts',
  title: '一户有两个账号',
  why: '同一户主在两处登记了不同的账号，款项可能重复发放，或者打进已经停用的账户。',
  source: '镇远县尚寨土家族乡冬春救助方案：户主身份证和“一卡（折）通”号码不能出现差错和遗漏',
  severity: 'warning',
  entryIs: 'household',
  needs: ['idNumber', 'cardAccount'],
  reads: ['householdHead'],
  comparedBy: 'idNumber',
  messages: { two: '同一户主在另一处的账号末四位是 {other}，这里是 {tail}，请核对后统一为在用的账号。' },
  examples: {
    good: [
      '| 户主姓名 | 身份证号 | 一卡通账号 |\n| 林旺满 | 109901194805208032 | 6200000000001047299 |\n| 林旺满 | 109901194805208032 | 6200000000001047299 |\n| 杜海 | 10990119881010130X | |',
    ],
    bad: [
      {
        tables: [
          '| 户主姓名 | 身份证号 | 一卡通账号 |\n| 林旺满 | 109901194805208032 | 6200000000001047299 |',
          '| 户主姓名 | 身份证号 | 一卡通账号 |\n| 林旺满 | 109901194805208032 | 6200000000008966481 |',
        ],
      },
    ],
  },
  *across(ledgers) {
    for (const group of (yield* entriesByIdNumber(ledgers)).values()) {
      const held = group.flatMap(({ ledger, entry }) => {
        const account = accountColumn(ledger.columns.cardAccount?.typed ?? []).accounts[entry];
        return account === undefined
          ? []
          : [
              {
                at: { ledger, entry, field: 'cardAccount' as const },
                account,
                name: nameKey(personName({ ledger, entry }) ?? ''),
              },
            ];
      });
      for (const [index, { at, account, name }] of held.entries()) {
        // Two names under one number are two people until someone has looked.
        const before = held
          .slice(0, Math.min(index, 50))
          .find((other) => other.account !== account && other.name === name);
        if (!before) continue;
        const data = { tail: account.slice(-4), other: before.account.slice(-4) };
        yield { message: 'two', data, at, also: [before.at] };
      }
    }
  },
});
