import { defineCheck } from './check';

export default defineCheck({
  id: 'payout-remark-missing',
  title: '发放附言没有注明救灾',
  why: '打卡发放要在附言里注明救灾字样，让群众知道是什么钱，也便于审计查对。',
  source: '中岗镇冬春救助工作方案：发放时注明“救灾”；石城县通知：注明“冬春救助”',
  severity: 'warning',
  needs: ['payoutNote'],
  parameters: ['payment'],
  messages: { missing: '附言“{actual}”里没有“{expected}”字样，请按方案注明。' },
  examples: {
    good: [
      {
        tables: ['| 户主姓名 | 附言 |\n| 林旺满 | 救灾款 |\n| 杜海 | |'],
        policy: { payment: { remarkAnyOf: { value: ['救灾'], source: '示例' } } },
      },
      { tables: ['| 户主姓名 | 附言 |\n| 林旺满 | 补贴 |'], policy: { payment: {} } },
    ],
    bad: [
      {
        tables: ['| 户主姓名 | 附言 |\n| 林旺满 | 补贴 |\n| 杜海 | 冬春救助 |'],
        policy: { payment: { remarkAnyOf: { value: ['救灾', '冬春救助'], source: '示例' } } },
      },
    ],
  },
  each({ payoutNote }, { payment }) {
    const words = payment.remarkAnyOf?.value;
    if (!words || words.some((word) => payoutNote.includes(word))) return undefined;
    return { message: 'missing', data: { actual: payoutNote, expected: words.join('”或“') }, field: 'payoutNote' };
  },
});
