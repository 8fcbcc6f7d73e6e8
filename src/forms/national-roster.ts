import type { Form } from '../core/ledger/form';

/** The ten indicators of 应急统表10 (D03001 to D03010), laid out as one row per household. */
export const nationalRoster = {
  id: 'national-roster',
  title: '受灾人员冬春生活政府救助人口一览表',
  entryIs: 'household',
  source: '应急统表10《受灾人员冬春生活政府救助人口一览表》（自然灾害情况统计调查制度，2020年）',
  preamble: ['填报单位（盖章）：　　　　　　　　　　　　　　年　　月　　　　　　　　　　　　　　表号：应急统表10'],
  columns: [
    { field: 'householdHead', heading: ['户主姓名'], required: true, width: 12 },
    { field: 'idNumber', heading: ['户主身份证号'], required: true, width: 22 },
    { field: 'phone', heading: ['户主联系方式'], width: 15 },
    { field: 'householdType', heading: ['家庭类型'], required: true, width: 18 },
    { field: 'householdSize', heading: ['家庭人口'], unit: '人', required: true, width: 10 },
    { field: 'homeAddress', heading: ['家庭住址'], required: true, width: 28 },
    { field: 'peopleInNeed', heading: ['需救助人口'], unit: '人', required: true, width: 11 },
    { field: 'reliefAmount', heading: ['已发放救助款'], unit: '元', width: 13 },
    { field: 'goodsValue', heading: ['已发放救助物资折款'], unit: '元', width: 19 },
    { field: 'payoutMethod', heading: ['救助资金发放形式'], alsoSeenAs: ['发放形式'], width: 17 },
  ],
  footer: ['单位负责人：　　　　　　　统计负责人：　　　　　　　填表人：　　　　　　　报出日期：20　　年　　月　　日'],
  dictionary: {
    sheet: '字典',
    lists: {
      householdType: [
        '分散供养特困人员',
        '低保户',
        '低保边缘户',
        '防止返贫监测对象',
        '脱贫户',
        '孤儿',
        '残疾人家庭',
        '倒房重建户',
        '其他户',
      ],
      payoutMethod: ['一卡通发放', '现金发放', '实物发放'],
    },
  },
  // The paper asks about one household; a list of households gets a number in front.
  mayAdd: ['serialNumber'],
  sheetName: '应急统表10',
  paper: 'A4',
} as const satisfies Form;
