import type { Scheme } from '../../core/policy/scheme';

/** A county's notice in kind by type of disaster; of several types only the highest counts. */
export const disasterTypeInKind = {
  id: 'disaster-type-in-kind',
  title: '按受灾类型发放实物（就高不叠加）',
  document: '某县冬春生活救助方案（公开范文收录，地名和年份未载明）',
  rulings: [
    {
      inKind: [
        {
          group: {
            name: '作物绝收或严重减产',
            columns: ['disasterType'],
            also: ['作物绝收', '绝收', '严重减产', '农作物绝收', '农作物受灾'],
          },
          grain: {
            jinPerPersonDay: { value: 1, source: '某县方案：每人每天 1 斤成品粮' },
            months: { value: { min: 4, max: 6 }, source: '某县方案：作物绝收或严重减产的，口粮救助 4—6 个月' },
          },
          asNeeded: { value: ['衣被', '取暖'], source: '某县方案：衣被、取暖视情况救助' },
        },
        {
          group: {
            name: '房屋倒损',
            columns: ['disasterType'],
            also: ['倒房', '倒损房屋', '房屋倒塌', '房屋损坏', '倒房重建户'],
          },
          grain: {
            jinPerPersonDay: { value: 1, source: '某县方案：每人每天 1 斤成品粮' },
            months: { value: { min: 3, max: 8 }, source: '某县方案：房屋倒损的，口粮救助 3—8 个月' },
          },
          quilts: {
            per: '每户',
            pieces: { value: { min: 2, max: 4 }, source: '某县方案：房屋倒损的，每户棉被 2—4 床' },
          },
          clothes: {
            per: '每人',
            sets: { value: { min: 1, max: 1 }, source: '某县方案：房屋倒损的，每人棉衣裤 1 套' },
          },
          heating: {
            perHouseholdMonth: { yuan: 100, source: '某县方案：取暖每户每月 100 元' },
            months: { value: { min: 3, max: 5 }, source: '某县方案：房屋倒损的，取暖救助 3—5 个月' },
          },
        },
        {
          group: { name: '其他困难户', columns: ['disasterType'], also: ['其他', '其他困难', '其他受灾'] },
          grain: {
            jinPerPersonDay: { value: 1, source: '某县方案：每人每天 1 斤成品粮' },
            months: { value: { min: 2, max: 5 }, source: '某县方案：其他困难户，口粮救助 2—5 个月' },
          },
        },
      ],
      stacking: { value: '就高不叠加', source: '某县方案：同属两类以上的，按最高的一类救助，不叠加' },
      daysPerMonth: { value: 30, source: '本工具默认，方案未载明：每月按 30 天计' },
      absentMonths: { value: 6, source: '本工具默认，方案未载明：按外出满 6 个月提示' },
    },
  ],
} as const satisfies Scheme;
