import type { ReferenceEntry } from '../ledger/reference-list';

/** The lists an office may hold and hand over for comparing; they are kept in memory only. */
export const referenceKinds = {
  absentees: '外出务工人员名单',
  allocation: '资金分配表',
  'cadre-relatives': '村干部及近亲属名单',
  deceased: '死亡、火化或户口注销名单',
  'household-types': '低保、特困、监测等对象名单',
  'last-payout': '上一批次发放名单',
  'need-ledger': '需救助人口台账',
  'public-payroll': '财政供养人员名单',
  'registered-members': '户籍或医保家庭成员名单',
} as const;

export type ReferenceKind = keyof typeof referenceKinds;

/** The lists at hand, by kind. A kind left out was not given: checks that need it are not run. */
export type References = { readonly [K in ReferenceKind]?: readonly ReferenceEntry[] };
