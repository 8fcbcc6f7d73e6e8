import type { IsoDate } from '../../src/core/ledger/dates';
import type { Policy } from '../../src/core/policy/policy';

/** The day on which tests check. */
export const testDay = '2026-01-15' as IsoDate;

/** A policy of an invented place that sets nothing but what is given. */
export const policyWith = (figures: Partial<Policy> = {}): Policy => ({
  scheme: 'test',
  schemeTitle: '示例方案',
  document: '示例文件',
  holidays: [],
  asOf: testDay,
  ...figures,
});
