import type { Form } from '../core/ledger/form';

/** One row per person; 户主身份证号 joins the person to the household of the ledger. */
export const memberRoster = {
  id: 'member-roster',
  title: '冬春救助家庭成员名册',
  entryIs: 'person',
  source: '本软件的默认表样：一人一行，用户主身份证号与台账对应',
  preamble: ['填报单位（盖章）：　　　　　　　　　　　　　　　　　　　　填报时间：　　　　年　　月　　日'],
  columns: [
    { field: 'serialNumber', heading: ['序号'], width: 6 },
    { field: 'villageName', heading: ['行政村'], alsoSeenAs: ['行政村（社区）名称', '行政村（社区）'], width: 12 },
    { field: 'householdHead', heading: ['户主姓名'], required: true, width: 10 },
    { field: 'headIdNumber', heading: ['户主身份证号'], alsoSeenAs: ['户主身份证号码'], required: true, width: 21 },
    { field: 'memberName', heading: ['成员姓名'], alsoSeenAs: ['家庭成员姓名', '姓名'], required: true, width: 10 },
    {
      field: 'idNumber',
      heading: ['成员身份证号'],
      alsoSeenAs: ['身份证号', '身份证号码', '家庭成员身份证号'],
      required: true,
      width: 21,
    },
    { field: 'relationToHead', heading: ['与户主关系'], alsoSeenAs: ['与户主的关系'], required: true, width: 11 },
    { field: 'sex', heading: ['性别'], choices: ['男', '女'], width: 6 },
    { field: 'birthDate', heading: ['出生日期'], width: 12 },
    { field: 'isInNeed', heading: ['是否需救助'], choices: ['是', '否'], required: true, width: 9 },
    { field: 'awayForLong', heading: ['是否长期外出'], choices: ['是', '否'], width: 9 },
    { field: 'awaySince', heading: ['外出时间'], width: 12 },
    { field: 'awayPlace', heading: ['外出地'], width: 12 },
    { field: 'remark', heading: ['备注'], width: 14 },
  ],
  footer: ['村（居）委会负责人：　　　　　　　填表人：　　　　　　　填表日期：　　　　年　　月　　日'],
  dictionary: {
    sheet: '字典',
    lists: { relationToHead: ['本人', '配偶', '子', '女', '孙子女', '父母', '祖父母', '兄弟姐妹', '其他'] },
  },
  sheetName: '家庭成员名册',
  paper: 'A4',
} as const satisfies Form;
