import { serialRuns } from '../ledger/serial-runs';
import { defineCheck } from './check';

export default defineCheck({
  id: 'account-serial-fill',
  title: '一卡通账号一行比一行大一',
  why: '银行卡号末位是校验位，相邻几户的账号不会正好依次加一；多半是拖动填充柄时自动递增，钱会发错人。',
  source: '镇远县尚寨土家族乡冬春救助方案：户主身份证和“一卡（折）通”号码不能出现差错和遗漏',
  severity: 'error',
  needs: ['cardAccount'],
  comparedBy: 'nextAccount',
  messages: { run: '从这一行起有 {actual} 行的账号依次加一，多半是拖动填充造成的，请对照存折或银行卡逐行重新录入。' },
  examples: {
    good: [
      '| 户主姓名 | 一卡通账号 |\n| 甲 | 6200000000001047299 |\n| 乙 | 6200000000001047300 |\n| 丙 | 6200000000008966488 |',
    ],
    bad: [
      '| 户主姓名 | 一卡通账号 |\n| 甲 | 6200000000001047299 |\n| 乙 | 6200000000001047300 |\n| 丙 | 6200000000001047301 |',
    ],
  },
  *across(ledgers) {
    for (const ledger of ledgers) {
      for (const { from, to } of yield* serialRuns(ledger.columns.cardAccount.typed)) {
        const [first, ...rest] = Array.from({ length: to - from }, (_, index) => from + index);
        yield {
          message: 'run',
          data: { actual: to - from },
          at: { ledger, entry: first, field: 'cardAccount' },
          also: rest.map((entry) => ({ ledger, entry, field: 'cardAccount' })),
        };
      }
    }
  },
});
