import { formatYuan } from '../ledger/money';
import { defineCheck } from './check';

export default defineCheck({
  id: 'relief-amount-not-whole-yuan',
  title: '救助金额不是整元',
  why: '到户救助款按整元核定，上报系统也只收整数；带角分的多半是公式算出来没有取整，或单位填错。',
  source: '省级导入台账：核准救助金额为整数（元）',
  severity: 'warning',
  needs: ['reliefAmount'],
  messages: { fraction: '救助金额 {actual} 元带有角分，请按整元核定后改正。' },
  examples: {
    good: [
      '| 户主姓名 | 救助金额 |\n| 林旺满 | 450 |\n| 杜海 | 0 |\n| 宋兰 | |',
      '| 户主姓名 | 救助金额（万元） |\n| 林旺满 | 0.045 |',
    ],
    bad: ['| 户主姓名 | 救助金额 |\n| 林旺满 | 133.33 |', '| 户主姓名 | 救助金额（万元） |\n| 林旺满 | 0.04505 |'],
  },
  each({ reliefAmount }) {
    if (reliefAmount % 100 === 0) return undefined;
    return { message: 'fraction', data: { actual: formatYuan(reliefAmount) }, field: 'reliefAmount' };
  },
});
