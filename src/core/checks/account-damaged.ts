import { accountColumn } from '../ledger/account-column';
import { accountFault } from '../ledger/accounts';
import { defineCheck } from './check';

export default defineCheck({
  id: 'account-damaged',
  title: '账号已损坏',
  why: '表格程序只保存数字的前 15 位，16 位以上的账号一旦存成数字，后几位就永远丢了，只能重新录入。',
  source: '表格程序的数值只有 15 位有效数字',
  severity: 'error',
  cells: ['cardAccount'],
  suspects: (typed) => accountColumn(typed).faulty,
  messages: {
    number: '账号存成了数字，后几位已丢失，无法恢复，请把单元格设为文本，再对照存折或银行卡重新录入。',
    scientific: '账号成了科学记数法，中间和末尾的数字已丢失，无法恢复，请设为文本后重新录入。',
    zeros: '账号从第 16 位起都是 0，多半在别处存成过数字而丢失，请对照存折或银行卡重新录入。',
    notText: '这一格不是账号，请把单元格设为文本，再对照存折或银行卡录入。',
  },
  examples: {
    good: ['| 户主姓名 | 一卡通账号 |\n| 林旺满 | 6200000000001047299 |\n| 杜海 | n:12345678901 |'],
    bad: [
      '| 户主姓名 | 一卡通账号 |\n| 林旺满 | n:6200000000001047299 |',
      '| 户主姓名 | 一卡通账号 |\n| 林旺满 | 6.2E+18 |',
      '| 户主姓名 | 一卡通账号 |\n| 林旺满 | 6200000000001040000 |',
      '| 户主姓名 | 一卡通账号 |\n| 林旺满 | TRUE |',
    ],
  },
  cell(typed) {
    const fault = accountFault(typed);
    if (fault === 'not-text') return { message: 'notText' };
    return fault === 'number' || fault === 'scientific' || fault === 'zeros' ? { message: fault } : undefined;
  },
});
