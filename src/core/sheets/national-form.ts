import { fenOf, placeOf, type Household } from './household';
import { head, householdCount, householdType, idNumber, inNeed, phone, serial, size } from './household-columns';
import { householdPages } from './household-pages';
import { fillWidth, type Layout } from './layout';
import { dateOrBlank, nameOrBlank } from './occasion';
import { caveats, defineSheet, headingOf, sheetName, type SheetInput } from './sheet-kind';
import { printedTable, type TableColumn } from './table';

export default defineSheet({
  id: 'national-form',
  title: '受灾人员冬春生活政府救助人口一览表（应急统表10）',
  why: '统计报表：一户一页，另附一览，各级逐级汇总上报。',
  source: '自然灾害情况统计调查制度（应急〔2020〕19号）应急统表10',
  isPublic: false,
  needs: ['householdHead', 'idNumber'],
  *build(input) {
    const { households } = input;
    const list = yield* printedTable<Household>({
      name: sheetName('应急统表10', '一览'),
      heading: headingOf('应急统表10一览'),
      title: '受灾人员冬春生活政府救助人口一览表',
      above: [
        { parts: [`填报单位（盖章）：${nameOrBlank(input.occasion.township)}`, blankMonth, '表　号：应急统表10'] },
      ],
      columns: [
        serial,
        head,
        idNumber,
        phone,
        householdType,
        size,
        { heading: ['家庭住址'], width: 18, style: 'text', value: addressOf },
        inNeed,
        paid,
        goods,
        method,
      ],
      rows: households,
      section: ({ village }) => village,
      whenEmpty: '没有救助对象。',
      counted: householdCount,
      below: [...caveats(input, households), signatures(input)],
      page: { paper: 'A3', orientation: 'landscape' },
      rowHeight: 22,
    });
    const pages = yield* householdPages(households, {
      name: ['应急统表10', '一户一页'],
      heading: '应急统表10',
      widths,
      pagesEach: 1,
      whenEmpty: '没有救助对象。',
      page: (sheet, household, _, breakBefore) => formPage(sheet, input, household, breakBefore),
    });
    return [...pages, list];
  },
});

const blankMonth = '　　　　年　　月';
const addressOf = (household: Household): string => household.address || placeOf(household);

const paid: TableColumn<Household> = {
  heading: ['已发放救助款\n（元）'],
  width: 13,
  style: 'money',
  value: ({ amount }) => (amount === undefined ? null : amount / 100),
  hundredths: fenOf,
};
const goods: TableColumn<Household> = {
  heading: ['已发放救助\n物资折款（元）'],
  width: 14,
  style: 'money',
  value: ({ goodsValue }) => (goodsValue === undefined ? null : goodsValue / 100),
  hundredths: ({ goodsValue }) => goodsValue ?? 0,
};
const method: TableColumn<Household> = {
  heading: ['救助资金\n发放形式'],
  width: 11,
  style: 'center',
  value: ({ payoutMethod }) => payoutMethod,
};

const widths = fillWidth(
  [30, 14, 14, 26].map((width) => ({ width, need: width, isFixed: false })),
  { paper: 'A4', orientation: 'portrait' },
);

const signatures = ({ occasion }: SheetInput) => ({
  parts: [
    '单位负责人：',
    '统计负责人：',
    `填表人：${occasion.preparedBy ?? ''}`,
    `报出日期：${dateOrBlank(occasion.preparedOn)}`,
  ],
  height: 30,
});

function formPage(sheet: Layout, input: SheetInput, household: Household, breakBefore: boolean): void {
  const { occasion, standingErrors } = input;
  sheet.row(42, [{ value: '受灾人员冬春生活政府救助人口一览表', style: 'title', span: 4 }], breakBefore);
  sheet.line({ parts: ['填报单位（盖章）：', '表　　号：应急统表10'] });
  sheet.line({
    parts: [`＿＿＿省＿＿＿市${nameOrBlank(occasion.county, '＿＿＿＿县（市、区、旗）')}`, '制定机关：应急管理部'],
  });
  sheet.line({
    parts: [
      `${nameOrBlank(occasion.township, '＿＿＿＿乡（镇、街道、苏木）')}${household.village || nameOrBlank(occasion.village, '＿＿＿＿行政村（社区）')}`,
      '批准机关：国家统计局',
    ],
  });
  sheet.line({ parts: [blankMonth, '批准文号：　　　　有效期至：'] });
  const rows: readonly (readonly [string, string, string, string | number | undefined])[] = [
    ['户主姓名', 'D03001', '——', household.head],
    ['户主身份证号', 'D03002', '——', household.idNumber],
    ['户主联系方式', 'D03003', '——', household.phone],
    ['家庭类型', 'D03004', '——', household.householdType],
    ['家庭人口', 'D03005', '人', household.size],
    ['家庭住址', 'D03006', '——', addressOf(household)],
    ['需救助人口', 'D03007', '人', household.inNeed],
    ['已发放救助款', 'D03008', '元', household.amount === undefined ? undefined : household.amount / 100],
    ['已发放救助物资折款', 'D03009', '元', household.goodsValue === undefined ? undefined : household.goodsValue / 100],
    ['救助资金发放形式', 'D03010', '——', household.payoutMethod],
  ];
  const heading = (value: string) => ({ value, style: 'heading' }) as const;
  sheet.row(33, [heading('指标名称'), heading('代码'), heading('计量单位'), heading('数量')]);
  sheet.row(21, [heading('甲'), heading('乙'), heading('丙'), heading('1')]);
  for (const [name, code, unit, value] of rows) {
    sheet.row(39, [
      { value: name, style: 'text' },
      { value: code, style: 'center' },
      { value: unit, style: 'center' },
      { value: value ?? null, style: typeof value === 'string' && /^\d/.test(value) ? 'digits' : 'center' },
    ]);
  }
  sheet.line({ parts: signatures(input).parts.slice(0, 2), height: 33 });
  sheet.line({ parts: signatures(input).parts.slice(2), height: 33 });
  if (standingErrors > 0) sheet.line({ parts: [`生成时台账有 ${standingErrors} 处错误未处理。`], style: 'note' });
}
