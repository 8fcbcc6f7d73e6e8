import { isPlainHan, strangeInName, tidyName, withSeparator } from '../ledger/names';
import { unusualNames } from '../ledger/name-column';
import { defineCheck } from './check';

export default defineCheck({
  id: 'name-separator',
  title: '姓名中的间隔号不对',
  why: '少数民族姓名的间隔号全国统一用“·”；用了别的圆点，银行和户籍就认成另一个名字。',
  source: '民委发〔2016〕33号：姓名间隔号统一用“·”',
  severity: 'warning',
  cells: ['householdHead', 'memberName', 'accountHolder'],
  suspects: unusualNames,
  messages: { separator: '姓名中的间隔号应为“·”，现为“{actual}”，请改为“{expected}”。' },
  examples: {
    good: ['| 户主姓名 | 身份证号 |\n| 阿依古丽·买买提 | 无 |\n| 林旺满 | 无 |'],
    bad: [
      '| 户主姓名 | 身份证号 |\n| 阿依古丽•买买提 | 无 |',
      '| 户主姓名 | 身份证号 |\n| 阿依古丽.买买提 | 无 |',
      '| 户主姓名 | 身份证号 |\n| 阿依古丽・买买提 | 无 |',
    ],
  },
  cell(typed) {
    if (typeof typed !== 'string' || isPlainHan(typed) || strangeInName(typed) !== '') return undefined;
    const to = withSeparator(tidyName(typed));
    if (to === tidyName(typed)) return undefined;
    const actual = [...typed].find((letter) => withSeparator(`张${letter}三`) === '张·三' && letter !== '·') ?? typed;
    return { message: 'separator', data: { actual, expected: to }, fix: { to, certainty: 'sure' } };
  },
});
