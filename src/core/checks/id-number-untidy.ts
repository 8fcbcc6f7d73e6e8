import { idNumberMeant, kindOfIdNumber } from '../ledger/id-number';
import { idNumberColumn } from '../ledger/id-number-column';
import { defineCheck } from './check';

export default defineCheck({
  id: 'id-number-untidy',
  title: '身份证号写法不整洁',
  why: '空格、全角数字、小写 x 或多余的引号看不出来，却会让查找、比对和银行导入认不出同一个号码。',
  source: 'GB 11643-1999（号码只含数字和大写 X）',
  severity: 'warning',
  cells: ['idNumber', 'headIdNumber'],
  suspects: (typed) => idNumberColumn(typed).untidy,
  messages: { untidy: '身份证号里有空格、全角字符、小写 x 或多余符号，号码本身有效，请改成规范写法。' },
  examples: {
    good: [
      '| 户主姓名 | 身份证号 |\n| 林旺满 | 109901194805208032 |\n| 杜海 | 10990119881010130X |',
      '| 户主姓名 | 身份证号 |\n| 林旺满 | 1099 0119 4805 2080 23 |\n| 杜海 | 109901********130X |',
    ],
    bad: [
      '| 户主姓名 | 身份证号 |\n| 杜海 | 10990119881010130x |',
      '| 户主姓名 | 身份证号 |\n| 杜海 | 109901 19881010 130X |',
      '| 户主姓名 | 身份证号 |\n| 杜海 | １０９９０１１９８８１０１０１３０Ｘ |',
      "| 户主姓名 | 身份证号 |\n| 杜海 | ''10990119881010130X |",
      '| 户主姓名 | 身份证号 |\n| 杜海 | 10990119881010130× |',
    ],
  },
  cell(typed) {
    if (kindOfIdNumber(typed) !== 'citizen') return undefined;
    const to = idNumberMeant(String(typed));
    return to === typed ? undefined : { message: 'untidy', fix: { to, certainty: 'sure' } };
  },
});
