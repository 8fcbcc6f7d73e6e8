import { entriesWhere } from '../ledger/entries-where';
import { defineCheck } from './check';

export default defineCheck({
  id: 'account-missing',
  title: '缺一卡通账号',
  why: '救助款打卡发放，没有账号就发不出去；账号必须和户主身份证一起核对，不能有差错和遗漏。',
  source: '镇远县尚寨土家族乡冬春救助方案：户主身份证和“一卡（折）通”号码不能出现差错和遗漏',
  severity: 'error',
  needs: ['cardAccount'],
  reads: ['payoutMethod', 'reliefAmount'],
  usesParameters: ['payment'],
  comparedBy: 'entry',
  messages: {
    method: '发放方式是“{value}”，却没有账号，请补填一卡通账号。',
    channel: '方案规定通过{value}发放，这一户没有账号，请补填，确需现金发放的在发放方式里写明。',
  },
  examples: {
    good: [
      '| 户主姓名 | 一卡通账号 | 发放方式 |\n| 林旺满 | 6200000000001047299 | 一卡通发放 |\n| 杜海 | | 现金发放 |\n| 宋兰 | | |',
    ],
    bad: [
      '| 户主姓名 | 一卡通账号 | 发放方式 |\n| 林旺满 | 6200000000001047299 | 一卡通发放 |\n| 杜海 | | 一卡通发放 |',
      {
        tables: ['| 户主姓名 | 一卡通账号 | 救助金额 |\n| 林旺满 | | 450 |\n| 杜海 | 6200000000001047299 | 450 |'],
        policy: { payment: { channel: { value: '一卡通', source: '示例' } } },
      },
    ],
  },
  *across(ledgers, { payment }) {
    const channel = payment?.channel?.value;
    for (const ledger of ledgers) {
      const { cardAccount, payoutMethod, reliefAmount } = ledger.columns;
      // The reader has reported what the form itself asks for.
      if (cardAccount.required) continue;
      const { typed, values } = cardAccount;
      const empty = yield* entriesWhere(
        typed.length,
        (entry) => typed[entry] === null || typed[entry] === '' || values[entry] === undefined,
      );
      for (const entry of empty) {
        const at = { ledger, entry, field: 'cardAccount' } as const;
        const value = payoutMethod?.values[entry];
        if (value !== undefined) {
          const isReported = value === '银行发放' && ledger.form !== 'unlisted';
          if (byCard.test(value) && !isReported) yield { message: 'method', data: { value }, at };
        } else if (channel !== undefined && byCard.test(channel) && (reliefAmount?.values[entry] ?? 0) > 0) {
          yield { message: 'channel', data: { value: channel }, at };
        }
      }
    }
  },
});

const byCard = /银行|[卡折](?!车)|打卡|转账|代发/;
