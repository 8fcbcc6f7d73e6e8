/** How the value of a line is written: 元, a whole or broken number, one word, several words, 是 or 否, `4—6`, a day of the year. */
export type LineMeasure = 'money' | 'number' | 'word' | 'words' | 'yes-no' | 'range';

/** One kind of line of the sheet 救助标准: its word and where in a ruling its figure stands. */
export interface LineParameter {
  readonly word: string;
  readonly path: readonly string[];
  readonly measure: LineMeasure;
  readonly unit?: string;
}

/** Figures that a ruling has once. */
export const singleParameters: readonly LineParameter[] = [
  { word: '计算单位', path: ['standard', 'per'], measure: 'word' },
  { word: '保底标准', path: ['standard', 'floor'], measure: 'money', unit: '元/人' },
  { word: '基本标准', path: ['standard', 'base'], measure: 'money', unit: '元/人' },
  { word: '人均最低', path: ['standard', 'personFloor'], measure: 'money', unit: '元/人' },
  { word: '每户最低', path: ['standard', 'householdFloor'], measure: 'money', unit: '元/户' },
  { word: '每户最高', path: ['standard', 'householdCap'], measure: 'money', unit: '元/户' },
  { word: '人均所按人口', path: ['perCapitaBase'], measure: 'word' },
  { word: '多类叠加', path: ['stacking'], measure: 'word' },
  { word: '只限农村', path: ['ruralOnly'], measure: 'yes-no' },
  { word: '长期外出月数', path: ['absentMonths'], measure: 'number', unit: '个月' },
  { word: '下达资金', path: ['allocation'], measure: 'money', unit: '元' },
  { word: '尾差户数', path: ['remainder', 'rows'], measure: 'number', unit: '户' },
  { word: '尾差金额', path: ['remainder', 'amount'], measure: 'money', unit: '元' },
  { word: '每月天数', path: ['daysPerMonth'], measure: 'number', unit: '天' },
  { word: '口粮单价', path: ['prices', 'grainPerJin'], measure: 'money', unit: '元/斤' },
  { word: '棉被单价', path: ['prices', 'quilt'], measure: 'money', unit: '元/床' },
  { word: '棉衣单价', path: ['prices', 'clothesSet'], measure: 'money', unit: '元/套' },
  { word: '发放渠道', path: ['payment', 'channel'], measure: 'word' },
  { word: '发放工作日数', path: ['payment', 'workingDays'], measure: 'number', unit: '个工作日' },
  { word: '一次发放', path: ['payment', 'once'], measure: 'yes-no' },
  { word: '附言字样', path: ['payment', 'remarkAnyOf'], measure: 'words' },
  { word: '禁止字样', path: ['forbidden'], measure: 'words' },
];

/** Figures of a class of the standard; the line's 对象 names the class. */
export const classParameters: readonly LineParameter[] = [
  { word: '定额', path: ['amount'], measure: 'money', unit: '元' },
  { word: '最低金额', path: ['min'], measure: 'money', unit: '元' },
  { word: '最高金额', path: ['max'], measure: 'money', unit: '元' },
];

/** Figures of a type in kind; the line's 对象 names the type. */
export const inKindParameters: readonly LineParameter[] = [
  { word: '口粮每人每天', path: ['grain', 'jinPerPersonDay'], measure: 'number', unit: '斤' },
  { word: '口粮月数', path: ['grain', 'months'], measure: 'range', unit: '个月' },
  { word: '取暖每户每月', path: ['heating', 'perHouseholdMonth'], measure: 'money', unit: '元' },
  { word: '取暖月数', path: ['heating', 'months'], measure: 'range', unit: '个月' },
  { word: '按需发放', path: ['asNeeded'], measure: 'words' },
];

/** Pieces by household or person; the unit says which (`床/户`, `床/人`). */
export const pieceParameters = [
  { word: '棉被', good: 'quilts', figure: 'pieces', unit: '床' },
  { word: '棉衣裤', good: 'clothes', figure: 'sets', unit: '套' },
  { word: '衣被', good: 'bedding', figure: 'pieces', unit: '件' },
] as const;

/** The words for the shapes of standard. */
export const shapeWords = {
  fixed: '定额',
  'person-floor': '人均保底',
  'person-range': '人均幅度',
  'household-range': '按户幅度',
  'base-plus-top-up': '基数加提高',
} as const;

/** The words for the columns that groups are known by. */
export const groupColumnWords = { householdType: '家庭类型', severity: '困难程度', disasterType: '受灾类型' } as const;

/** The words of the lines that need more than a figure. */
export const specialWords = {
  id: '编号',
  title: '方案名称',
  place: '地区',
  season: '年度',
  document: '文件',
  shape: '标准形式',
  topUp: '可提高人群',
  also: '类别写法',
  columns: '类别所在列',
  notice: '公示天数',
  noticeFrom: '公示开始',
  noticeShows: '公示内容',
  deadline: '时限',
  off: '放假',
  worked: '调休上班',
  springFestival: '正月初一',
} as const;

/** The 对象 of a figure that holds for everyone. */
export const everyone = '全部';
