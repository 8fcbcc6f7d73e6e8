import { defineCheck } from './check';

export default defineCheck({
  id: 'id-number-masked',
  title: '身份证号有几位被遮住',
  why: '遮住几位的号码无法核对真假和重复；只有公示表才遮号码，工作用的台账要填完整。',
  source: '镇远县尚寨土家族乡冬春救助方案：户主身份证和“一卡（折）通”号码不能出现差错和遗漏',
  severity: 'warning',
  cells: ['idNumber', 'headIdNumber'],
  idNumbersThatAre: ['masked'],
  messages: { masked: '身份证号有几位被遮住，无法核对，请改用没有遮盖的工作底稿。' },
  examples: {
    good: ['| 户主姓名 | 身份证号 |\n| 林旺满 | 109901194805208032 |\n| 杜海 | 10990119881010130* |'],
    bad: [
      '| 户主姓名 | 身份证号 |\n| 杜海 | 109901********130X |',
      '| 户主姓名 | 身份证号 |\n| 林旺满 | 109901XXXXXXXX8032 |',
    ],
  },
  cell: () => ({ message: 'masked' }),
});
