import { defineCheck } from './check';

export default defineCheck({
  id: 'id-number-old-15',
  title: '身份证号是 15 位旧号码',
  why: '第一代身份证 2013 年起停用，银行和上报系统只认 18 位号码；末位要由公安机关确定，不能自己推算着填。',
  source: '居民身份证法；GB 11643-1999',
  severity: 'warning',
  cells: ['idNumber', 'headIdNumber'],
  idNumbersThatAre: ['old-15'],
  messages: { old: '这是 15 位的旧身份证号，请对照户口簿或新身份证改填 18 位号码。' },
  examples: {
    good: ['| 户主姓名 | 身份证号 |\n| 李四 | 610104196209276908 |\n| 王五 | 无 |'],
    bad: [
      '| 户主姓名 | 身份证号 |\n| 李四 | 610104620927690 |',
      '| 户主姓名 | 身份证号 |\n| 李四 | n:610104620927690 |',
    ],
  },
  cell: () => ({ message: 'old' }),
});
