import { isPlainHan, strangeInName, tidyName, withSeparator } from '../ledger/names';
import { unusualNames } from '../ledger/name-column';
import { defineCheck } from './check';

export default defineCheck({
  id: 'name-untidy',
  title: '姓名里有空格或看不见的符号',
  why: '空格和看不见的符号会让查找、比对和银行验户名认不出同一个人；要对齐的话用单元格格式，不用空格。',
  source: '省级导入台账填写说明：姓名与身份证一致',
  severity: 'warning',
  cells: ['householdHead', 'memberName', 'accountHolder'],
  suspects: unusualNames,
  messages: {
    edge: '姓名前后有空格或看不见的符号，请去掉。',
    inside: '姓名中间有空格或看不见的符号，请去掉，改为“{expected}”。',
  },
  examples: {
    good: ['| 户主姓名 | 身份证号 |\n| 林旺满 | 无 |\n| 阿依古丽·买买提 | 无 |\n| John Smith | 无 |'],
    bad: [
      '| 户主姓名 | 身份证号 |\n| \\s林旺满 | 无 |',
      '| 户主姓名 | 身份证号 |\n| 张\u3000三 | 无 |',
      '| 户主姓名 | 身份证号 |\n| 林旺\u200b满 | 无 |',
    ],
  },
  cell(typed) {
    if (typeof typed !== 'string' || isPlainHan(typed)) return undefined;
    const to = tidyName(typed);
    if (to === typed || to === '' || strangeInName(typed) !== '' || withSeparator(to) !== to) return undefined;
    if (typed.trim() === to) return { message: 'edge', fix: { to, certainty: 'sure' } };
    return { message: 'inside', data: { expected: to }, fix: { to, certainty: 'suggested' } };
  },
});
