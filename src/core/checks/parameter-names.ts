import type { Policy } from '../policy/policy';

/** What a scheme may set: all of a policy but the scheme's own name and the calendar. */
export type ParameterKey = Exclude<keyof Policy, 'scheme' | 'schemeTitle' | 'document' | 'holidays' | 'asOf'>;

/** The Chinese name of each parameter, as a sentence about a missing one says it. */
export const parameterNames: Readonly<Record<ParameterKey, string>> = {
  standard: '救助标准',
  inKind: '实物救助标准',
  stacking: '多个类型能否叠加',
  daysPerMonth: '每月天数',
  prices: '物资价格',
  perCapitaBase: '人均按哪个人数算',
  ruralOnly: '是否只救助农村居民',
  absentMonths: '外出满几个月算长期外出',
  allocation: '下达资金总额',
  remainder: '尾差处理',
  notices: '公示要求',
  deadlines: '办理期限',
  payment: '发放要求',
  forbidden: '不得使用的名目',
};
