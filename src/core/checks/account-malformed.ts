import { accountColumn } from '../ledger/account-column';
import { accountFault, accountDigits } from '../ledger/accounts';
import { defineCheck } from './check';

export default defineCheck({
  id: 'account-malformed',
  title: '账号里有不该有的字符',
  why: '银行账号只有数字；字母、汉字和星号会让整批代发文件退回。',
  source: '镇远县尚寨土家族乡冬春救助方案：户主身份证和“一卡（折）通”号码不能出现差错和遗漏',
  severity: 'error',
  cells: ['cardAccount'],
  suspects: (typed) => accountColumn(typed).faulty,
  messages: {
    characters: '账号里有“{characters}”，请对照存折或银行卡改正，一格只填一个账号。',
    masked: '账号有几位被遮住，无法核对和发放，请改用没有遮盖的工作底稿。',
  },
  examples: {
    good: [
      '| 户主姓名 | 一卡通账号 |\n| 林旺满 | 6200000000001047299 |\n| 杜海 | 6200 0000 0000 1047 299 |\n| 宋兰 | |',
    ],
    bad: [
      '| 户主姓名 | 一卡通账号 |\n| 林旺满 | 62OO000000001047299 |',
      '| 户主姓名 | 一卡通账号 |\n| 林旺满 | 6200********1047299 |',
    ],
  },
  cell(typed) {
    const fault = accountFault(typed);
    if (fault === 'masked') return { message: 'masked' };
    if (fault !== 'characters') return undefined;
    const characters = [...new Set(accountDigits(String(typed)).replace(/\d/g, ''))].join('').slice(0, 10);
    return { message: 'characters', data: { characters } };
  },
});
