import { serialRuns } from '../ledger/serial-runs';
import { defineCheck } from './check';

export default defineCheck({
  id: 'id-number-serial-fill',
  title: '身份证号一行比一行大一',
  why: '身份证号末位是校验码，相邻几人的号码不会正好依次加一；多半是拖动填充柄时自动递增，号码全是假的。',
  source: 'GB 11643-1999 校验码',
  severity: 'error',
  needs: ['idNumber'],
  comparedBy: 'nextNumber',
  messages: { run: '从这一行起有 {actual} 行的身份证号依次加一，多半是拖动填充造成的，请对照身份证逐行重新录入。' },
  examples: {
    good: [
      '| 户主姓名 | 身份证号 |\n| 甲 | 109901194805208032 |\n| 乙 | 109901194805208033 |\n| 丙 | 109901196807309661 |',
    ],
    bad: [
      '| 户主姓名 | 身份证号 |\n| 甲 | 109901194805208032 |\n| 乙 | 109901194805208033 |\n| 丙 | 109901194805208034 |\n| 丁 | 109901194805208035 |',
    ],
  },
  *across(ledgers) {
    for (const ledger of ledgers) {
      for (const { from, to } of yield* serialRuns(ledger.columns.idNumber.typed)) {
        const [first, ...rest] = Array.from({ length: to - from }, (_, index) => from + index);
        yield {
          message: 'run',
          data: { actual: to - from },
          at: { ledger, entry: first, field: 'idNumber' },
          also: rest.map((entry) => ({ ledger, entry, field: 'idNumber' })),
        };
      }
    }
  },
});
