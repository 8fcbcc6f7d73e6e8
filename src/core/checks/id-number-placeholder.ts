import { defineCheck } from './check';

export default defineCheck({
  id: 'id-number-placeholder',
  title: '身份证号没有填真号码',
  why: '没有号码的人无法比对是否重复，也无法通过银行发放；确实没有证件的，要在备注里写明原因。',
  source: '镇远县尚寨土家族乡冬春救助方案：户主身份证和“一卡（折）通”号码不能出现差错和遗漏',
  severity: 'warning',
  needs: ['idNumber'],
  idNumbersThatAre: ['placeholder'],
  reads: ['remark'],
  messages: { placeholder: '身份证号填的是“{actual}”，不是真号码，请补填号码，确实没有的在备注里写明原因。' },
  examples: {
    good: [
      '| 户主姓名 | 身份证号 | 备注 |\n| 林旺满 | 109901194805208032 | |\n| 宋兰 | 无 | 正在补办户口 |\n| 李四 | 610104620927690 | |',
    ],
    bad: [
      '| 户主姓名 | 身份证号 | 备注 |\n| 宋兰 | 000000000000000000 | |',
      '| 户主姓名 | 身份证号 |\n| 宋兰 | 待办 |',
    ],
  },
  each({ typed, remark }) {
    if (remark !== undefined) return undefined;
    return { message: 'placeholder', data: { actual: String(typed('idNumber')).slice(0, 8) }, field: 'idNumber' };
  },
});
