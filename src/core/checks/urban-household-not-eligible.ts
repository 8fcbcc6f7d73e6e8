import { registrationOf } from '../policy/registration';
import { defineCheck } from './check';

export default defineCheck({
  id: 'urban-household-not-eligible',
  title: '城镇户不在救助范围',
  why: '方案只救助农村户口的受灾人员；把城镇居民列进来，款项会被要求退回。',
  source: '镇远县尚寨土家族乡冬春救助方案：限农村受灾人员，不含城镇居民',
  severity: 'error',
  needs: ['registrationType'],
  parameters: ['ruralOnly'],
  messages: { urban: '户口类型是“{actual}”，本方案只救助农村户口，请核实户口后移出或改正。' },
  examples: {
    good: [
      {
        tables: ['| 户主姓名 | 户口类型 |\n| 林旺满 | 农村 |\n| 杜海 | 农业 |'],
        policy: { ruralOnly: { value: true, source: '示例' } },
      },
      {
        tables: ['| 户主姓名 | 户口类型 |\n| 林旺满 | 城镇 |'],
        policy: { ruralOnly: { value: false, source: '示例' } },
      },
    ],
    bad: [
      {
        tables: ['| 户主姓名 | 户口类型 |\n| 林旺满 | 农村 |\n| 杜海 | 城镇 |'],
        policy: { ruralOnly: { value: true, source: '示例' } },
      },
    ],
  },
  each({ registrationType }, { ruralOnly }) {
    if (registrationType === '农村' || !ruralOnly.value || registrationOf(registrationType) !== 'urban')
      return undefined;
    return { message: 'urban', data: { actual: registrationType }, field: 'registrationType' };
  },
});
