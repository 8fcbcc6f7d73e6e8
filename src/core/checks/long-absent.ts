import { saidAway, saidAwayForLong, saysBack } from '../ledger/absence-words';
import { formatDate, wholeMonthsBetween } from '../ledger/dates';
import { defineCheck } from './check';

export default defineCheck({
  id: 'long-absent',
  title: '长期外出',
  why: '长期外出的人不在当地过冬，不得以其名义申领冬春救助款；确需救助的，应当注明理由。',
  source: '镇远县尚寨土家族乡冬春救助方案：杜绝以长期外出人员名义套取',
  severity: 'warning',
  needsOneOf: ['awayForLong', 'awaySince', 'remark'],
  usesParameters: ['absentMonths'],
  messages: {
    answered: '“是否长期外出”填的是“是”，请核实是否应当救助，不应救助的从需救助人口中减去。',
    since: '从{date}外出到核对日已满 {actual} 个月，达到 {limit} 个月的界限，请核实是否应当救助。',
    remark: '备注写有“{words}”，请核实是否长期外出、是否应当救助。',
  },
  examples: {
    good: [
      '| 户主姓名 | 身份证号 | 是否长期外出 | 外出时间 | 备注 |\n| 林旺满 | 109901194805208032 | 否 | | |\n| 杜海 | 10990119881010130X | 是 | d:2023-03-01 | 2025年9月已返乡 |',
      '| 户主姓名 | 身份证号 | 备注 |\n| 林旺满 | 109901194805208032 | 无外出人员 |\n| 杜海 | 10990119881010130X | 务工受伤已回家休养 |\n| 宋兰 | 109901194612212932 | 外出就医 |',
    ],
    bad: [
      '| 户主姓名 | 身份证号 | 是否长期外出 |\n| 林旺满 | 109901194805208032 | 是 |\n| 杜海 | 10990119881010130X | 否 |',
      {
        tables: ['| 户主姓名 | 身份证号 | 外出时间 |\n| 林旺满 | 109901194805208032 | d:2023-03-01 |'],
        policy: { absentMonths: { value: 6, source: '示例' } },
      },
      '| 户主姓名 | 身份证号 | 备注 |\n| 林旺满 | 109901194805208032 | 常年在外务工 |',
      '| 户主姓名 | 身份证号 | 备注 |\n| 林旺满 | 109901194805208032 | 未返乡，在广东打工 |',
    ],
  },
  each({ awayForLong, awaySince, remark = '' }, policy) {
    if (saysBack(remark)) return undefined;
    if (awayForLong) return { message: 'answered', field: 'awayForLong' };
    const limit = policy.absentMonths?.value;
    const months = awaySince && wholeMonthsBetween(awaySince, policy.asOf);
    if (awaySince && limit !== undefined && months !== undefined && months >= limit) {
      return { message: 'since', field: 'awaySince', data: { date: formatDate(awaySince), actual: months, limit } };
    }
    // Where the column itself says no, only a remark that speaks of a long time says otherwise.
    const words = awayForLong === false ? saidAwayForLong(remark) : saidAway(remark);
    return words === undefined ? undefined : { message: 'remark', field: 'remark', data: { words } };
  },
});
