import type { Scheme } from '../../core/policy/scheme';

/** 永乐镇: three classes by loss. Whether the amounts are per person or per household, the page does not say. */
export const yongle = {
  id: 'yongle',
  title: '芮城县永乐镇冬春救助（三类定额）',
  place: '山西省芮城县永乐镇',
  season: '2024',
  document: '芮城县永乐镇 2024 年冬春救助公开',
  rulings: [
    {
      standard: {
        shape: 'fixed',
        per: { value: '未明确', source: '永乐镇公开：只写“元”，未说明每人还是每户' },
        classes: [
          {
            group: { name: '一类', columns: ['severity', 'disasterType', 'householdType'], also: ['一类户', '绝收'] },
            amount: { yuan: 150, source: '永乐镇公开：一类（绝收）150 元' },
          },
          {
            group: {
              name: '二类',
              columns: ['severity', 'disasterType', 'householdType'],
              also: ['二类户', '减产', '经济作物严重损失'],
            },
            amount: { yuan: 140, source: '永乐镇公开：二类（减产、经济作物严重损失）140 元' },
          },
          {
            group: {
              name: '三类',
              columns: ['severity', 'disasterType', 'householdType'],
              also: ['三类户', '临时生活困难'],
            },
            amount: { yuan: 130, source: '永乐镇公开：三类（临时生活困难）130 元' },
          },
        ],
      },
      perCapitaBase: { value: '未明确', source: '永乐镇公开：未说明' },
      absentMonths: { value: 6, source: '本工具默认，原文未载明：按外出满 6 个月提示' },
      notices: [
        {
          level: '村',
          days: 7,
          dayType: '未明确',
          shows: ['姓名', '救助类别', '救助标准', '救助资金', '举报电话'],
          source: '永乐镇公开：村级公示 7 天',
        },
      ],
      payment: { channel: { value: '一卡通', source: '永乐镇公开：通过一卡通发放' } },
    },
  ],
} as const satisfies Scheme;
