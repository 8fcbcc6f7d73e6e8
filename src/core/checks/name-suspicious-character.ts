import { lookAlikeCharacters, remarkInName, strangeInName, withOrdinaryCharacters } from '../ledger/names';
import { unusualNames } from '../ledger/name-column';
import { defineCheck } from './check';

export default defineCheck({
  id: 'name-suspicious-character',
  title: '姓名里有不该有的字符',
  why: '缺字的方框、问号、拼音、括号说明和样子相同的部首字，会让户名与身份证、银行对不上。',
  source: '民委发〔2016〕33号；GB 18030 汉字字符集',
  severity: 'warning',
  cells: ['householdHead', 'memberName', 'accountHolder'],
  suspects: unusualNames,
  messages: {
    strange: '姓名里有“{characters}”，请对照身份证改为完整的姓名，说明写到备注里。',
    lost: '姓名里有显示不出的字，请对照身份证重新录入。',
    number: '这一格是数字，不是姓名，请核对是否填错了列。',
    remark: '姓名里写了“{words}”，请只填姓名，情况写到备注里，并核实本人现在是否应当救助。',
    lookAlike: '姓名里的“{characters}”样子像普通汉字，编码却不同，请改为“{expected}”。',
  },
  examples: {
    good: [
      '| 户主姓名 | 身份证号 |\n| 林旺满 | 无 |\n| 䶮·阿依古丽 | 无 |\n| 林 | 无 |\n| 〇一 | 无 |\n| John Smith | 无 |\n| 𠮷田 | 无 |',
    ],
    bad: [
      '| 户主姓名 | 身份证号 |\n| 林□满 | 无 |',
      '| 户主姓名 | 身份证号 |\n| 林旺满（户主） | 无 |',
      '| 户主姓名 | 身份证号 |\n| 林旺满已故 | 无 |',
      '| 户主姓名 | 身份证号 |\n| \uf900满 | 无 |',
      '| 户主姓名 | 身份证号 |\n| 林wang满 | 无 |',
      '| 户主姓名 | 身份证号 |\n| 林\ue5e5满 | 无 |',
      '| 户主姓名 | 身份证号 |\n| 12 | 无 |',
      '| 户主姓名 | 身份证号 |\n| ⼤满 | 无 |',
      '| 户主姓名 | 身份证号 |\n| 林⺠满 | 无 |',
    ],
  },
  cell(typed) {
    if (typeof typed === 'number') return { message: 'number' };
    if (typeof typed !== 'string') return undefined;
    const words = remarkInName(typed);
    if (words !== undefined) return { message: 'remark', data: { words } };
    const characters = strangeInName(typed);
    if (characters === '') return undefined;
    const lookAlike = lookAlikeCharacters(typed);
    const to = withOrdinaryCharacters(typed);
    if (lookAlike !== '' && strangeInName(to) === '') {
      return {
        message: 'lookAlike',
        data: { characters: lookAlike, expected: to },
        fix: { to, certainty: 'suggested' },
      };
    }
    const shown = characters.replace(/[\ue000-\uf8ff\ufffd\u{f0000}-\u{10ffff}]/gu, '').slice(0, 10);
    return shown === '' ? { message: 'lost' } : { message: 'strange', data: { characters: shown } };
  },
});
