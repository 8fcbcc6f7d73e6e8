import { capitalLine } from './capital-line';
import { fenOf, sumOf } from './household';
import { dateOrBlank, fundSources, nameOrBlank, seasonWords, type FundSource } from './occasion';
import { opinionLines, signature } from './opinion-blocks';
import {
  householdsColumn,
  inNeedColumn,
  portionMoney,
  portionName,
  portionRemark,
  portionSerial,
  sizeColumn,
  type Portion,
} from './portion';
import { caveats, defineSheet, headingOf, sheetName, type SheetInput } from './sheet-kind';
import { printedTable } from './table';

export default defineSheet({
  id: 'county-approval',
  title: '县级发放审批表',
  why: '县里批准一批资金，各项资金来源（万元）之和等于本批发放总额（元）。',
  source: '县乡系统发放确认：批次总额等于各资金来源之和，来源以万元计',
  isPublic: false,
  needs: ['reliefAmount'],
  refuses: ({ households, occasion }) => {
    const sum = sumOf(households, fenOf);
    const funds = sumOfFunds(occasion.funds ?? []);
    return occasion.funds === undefined || funds === sum
      ? undefined
      : `各项资金来源之和是 ${inTenThousands(funds)} 万元，本批发放总额是 ${inTenThousands(sum)} 万元，请核对资金来源。`;
  },
  *build(input) {
    const { households, occasion, policy } = input;
    const county = nameOrBlank(occasion.county, '＿＿＿＿县');
    const season = seasonWords(occasion, policy);
    const township = nameOrBlank(occasion.township, '＿＿＿＿乡（镇）');
    const batch: readonly Portion[] = households.length === 0 ? [] : [{ name: township, households }];
    return [
      yield* printedTable<Portion>({
        name: sheetName('县级发放审批表'),
        heading: headingOf('县级发放审批表'),
        title: `${county}${season}冬春救助资金发放审批表`,
        above: [{ parts: [`日期：${dateOrBlank(occasion.preparedOn)}`, '单位：户、人、元'] }],
        columns: [
          portionSerial,
          portionName('乡镇（街道）'),
          householdsColumn,
          sizeColumn,
          inNeedColumn,
          portionMoney(['发放金额\n（元）'], fenOf),
          portionRemark,
        ],
        rows: batch,
        whenEmpty: '没有发放对象。',
        underTotal: capitalLine(households),
        below: [
          { parts: ['附：资金来源表。资金来源合计（万元）必须等于本批发放总额（元）。'], style: 'note' },
          ...caveats(input, households),
          ...opinionLines([
            { by: '业务科（股）室', words: '', signs: signature },
            { by: '县级财政部门', words: '', signs: signature },
            { by: '县级应急管理部门', words: '', signs: signature },
          ]),
        ],
        page: { paper: 'A4', orientation: 'portrait' },
        rowHeight: 25,
      }),
      yield* fundTable(input, `${county}${season}`),
    ];
  },
});

/** 中央, 省, 市, 县: a line each, to be filled in by hand where the amounts are not known. */
const fundTable = (input: SheetInput, whose: string) => {
  const { households, occasion } = input;
  const amountOf = (source: FundSource) =>
    sumOfFunds((occasion.funds ?? []).filter((fund) => fund.source === source)) || undefined;
  const blank = (heading: string, width: number) => ({
    heading: [heading] as const,
    width,
    style: 'center' as const,
    value: () => null,
  });
  return printedTable<FundSource>({
    name: sheetName('资金来源表'),
    heading: headingOf('资金来源表'),
    title: `${whose}冬春救助资金来源表`,
    above: [{ parts: ['', '单位：万元'] }],
    columns: [
      { heading: ['序号'], width: 6, style: 'center', value: (_, index) => index + 1 },
      { heading: ['资金来源'], width: 10, style: 'center', value: (source) => source },
      blank('拨款日期', 13),
      blank('拨款文号', 20),
      blank('拨款类型', 12),
      blank('可用金额\n（万元）', 12),
      {
        heading: ['支出金额\n（万元）'],
        width: 12,
        style: 'quantity',
        value: (source) => {
          const fen = amountOf(source);
          return fen === undefined ? null : fen / 1_000_000;
        },
      },
      { heading: ['资金用途'], width: 12, style: 'center', value: () => '冬春救助' },
      blank('备注', 12),
    ],
    rows: fundSources,
    whenEmpty: '',
    underTotal: `支出金额合计应为 ${inTenThousands(sumOf(households, fenOf))} 万元，与本批发放总额相等`,
    below: [{ parts: ['审核人：', '复核人：', `制表人：${occasion.preparedBy ?? ''}`], height: 33 }],
    page: { paper: 'A4', orientation: 'landscape' },
    rowHeight: 30,
  });
};

const sumOfFunds = (funds: readonly { readonly amount: number }[]): number =>
  funds.reduce((sum, fund) => sum + fund.amount, 0);

/** 分 as 万元, in full and without a tail of zeros: 2,500,050 分 → `2.50005`. */
const inTenThousands = (fen: number): string => String(fen / 1_000_000);
