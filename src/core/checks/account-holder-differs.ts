import { nameKey } from '../ledger/names';
import { defineCheck } from './check';

export default defineCheck({
  id: 'account-holder-differs',
  title: '开户名不是户主',
  why: '按户发放的款应打到户主的账户；户主年幼、残疾或住院由别人代收的，要有书面委托并写明关系。',
  source: '财政补贴资金“一卡通”管理规定：到户资金打入户主账户；镇远县尚寨土家族乡冬春救助方案',
  severity: 'warning',
  entryIs: 'household',
  needs: ['householdHead', 'accountHolder'],
  reads: ['holderRelation', 'remark'],
  messages: { differs: '开户名“{actual}”不是户主“{expected}”，请核对账号，确由别人代收的写明与户主的关系。' },
  examples: {
    good: [
      '| 户主姓名 | 开户名 | 开户人与户主关系 | 备注 |\n| 林旺满 | 林旺满 | 本人 | |\n| 张 三 | 张三 | | |\n| 宋兰 | 杜海 | 配偶 | |\n| 郑江菊 | 郑海 | | 住院，委托其子代领 |',
    ],
    bad: [
      '| 户主姓名 | 开户名 |\n| 林旺满 | 宋兰 |',
      '| 户主姓名 | 开户名 | 开户人与户主关系 |\n| 林旺满 | 宋兰 | 本人 |',
    ],
  },
  each({ householdHead, accountHolder, holderRelation = '', remark = '' }) {
    if (householdHead === accountHolder || nameKey(householdHead) === nameKey(accountHolder)) return undefined;
    if (holderRelation !== '' && !/本人|户主/.test(holderRelation)) return undefined;
    if (/代领|代收|委托|授权|监护/.test(remark)) return undefined;
    const data = { actual: accountHolder, expected: householdHead };
    return { message: 'differs', data, field: 'accountHolder', also: ['householdHead'] };
  },
});
