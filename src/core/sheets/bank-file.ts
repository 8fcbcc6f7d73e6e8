import { bankBatch, memoTrouble, type BankRow } from './bank-rows';
import { withCents } from './capital-line';
import { nameOrBlank, seasonWords } from './occasion';
import type { Line } from './layout';
import { caveats, defineSheet, headingOf, sheetName } from './sheet-kind';
import { printedTable, type TableColumn } from './table';
import { villageTotals } from './village-totals';

export default defineSheet({
  id: 'bank-file',
  title: '一卡通代发清单',
  why: '交银行代发的户名、账号、金额和摘要，账号是文本，合计写在表上方，不混入各行。',
  source: '冬春救助工作通知：通过“一卡（折）通”发放并注明“救灾”；县乡系统和银行批量代发的栏目',
  isPublic: false,
  needs: ['householdHead', 'reliefAmount', 'cardAccount'],
  refuses: memoTrouble,
  *build(input) {
    const { occasion, policy } = input;
    const batch = bankBatch(input);
    return [
      yield* printedTable<BankRow>({
        name: sheetName('一卡通代发清单'),
        heading: headingOf('一卡通代发清单'),
        title: `${nameOrBlank(occasion.township, '＿＿＿＿乡（镇）')}${seasonWords(occasion, policy)}冬春救助资金一卡通代发清单`,
        above: [{ parts: [`共 ${batch.rows.length} 笔，合计 ${withCents(batch.total)} 元`, `摘要：${batch.memo}`] }],
        columns,
        rows: batch.rows,
        whenEmpty: '没有可以代发的户。',
        below: [
          ...leftOut('没有账号', batch.withoutAccount.length),
          ...leftOut('没有救助金额', batch.withoutAmount.length),
          ...leftOut('领取现金', batch.inCash.length),
          ...leftOut(
            '的开户名不是户主，没有证件号码',
            batch.rows.filter(({ idNumber }) => idNumber === '').length,
            '请补填',
          ),
          ...caveats(input, input.households, false),
          { parts: ['财政所（盖章）：', '经办机构（盖章）：', '经办人：', '复核人：'], height: 36 },
        ],
        page: { paper: 'A4', orientation: 'landscape' },
        rowHeight: 21,
      }),
      ...(yield* villageTotals(
        input,
        batch.rows.map(({ household }) => household),
        { name: '一卡通代发', title: '冬春救助资金一卡通代发' },
      )),
    ];
  },
});

const leftOut = (why: string, count: number, then = '未列入本清单'): readonly Line[] =>
  count > 0 ? [{ parts: [`有 ${count} 户${why}，${then}。`], style: 'note' }] : [];

const text = (heading: string, width: number, value: (row: BankRow) => string): TableColumn<BankRow> => ({
  heading: [heading],
  width,
  style: 'center',
  value,
});

const columns: readonly TableColumn<BankRow>[] = [
  { heading: ['序号'], width: 5, style: 'center', value: (_, index) => index + 1 },
  text('户名', 11, ({ holder }) => holder),
  { heading: ['证件号码'], width: 19.5, style: 'digits', value: ({ idNumber }) => idNumber },
  { heading: ['账号'], width: 21, style: 'digits', value: ({ account }) => account },
  text('开户行', 16, ({ bank }) => bank),
  { heading: ['金额\n（元）'], width: 11, style: 'money', value: ({ amount }) => amount / 100 },
  text('摘要', 9, ({ memo }) => memo),
  { heading: ['手机号'], width: 12.5, style: 'digits', value: ({ phone }) => phone },
  text('备注', 9, () => ''),
];
