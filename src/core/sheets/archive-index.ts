import type { TableColumn } from './table';
import { nameOrBlank, seasonWords } from './occasion';
import { defineSheet, headingOf, sheetName } from './sheet-kind';
import { printedTable } from './table';

interface Paper {
  readonly name: string;
  readonly by: string;
  /** Titles of printed sheets that are this paper. */
  readonly made?: readonly string[];
}

export default defineSheet({
  id: 'archive-index',
  title: '归档目录',
  why: '一季材料逐项核对，本工具已生成的打勾，其余待补的留空。',
  source: '冬春救助工作通知：资料归档装订；归档清单 B.4',
  isPublic: false,
  needs: [],
  *build({ occasion, policy, present }) {
    return [
      yield* printedTable<Paper>({
        name: sheetName('归档目录'),
        heading: headingOf('归档目录'),
        title: `${nameOrBlank(occasion.township, '＿＿＿＿乡（镇）')}${seasonWords(occasion, policy)}冬春救助档案目录`,
        above: [{ parts: ['打“√”的在这个工作簿里已有，请核对纸质件；“□”的请收齐后打勾。'], style: 'note' }],
        columns: [
          { heading: ['序号'], width: 6, style: 'center', value: (_, index) => index + 1 },
          { heading: ['材料名称'], width: 44, style: 'text', value: ({ name }) => name },
          { heading: ['责任单位'], width: 12, style: 'center', value: ({ by }) => by },
          {
            heading: ['是否齐全'],
            width: 9,
            style: 'center',
            value: ({ made = [] }) =>
              made.some((title) => title === theLedger || present.includes(title)) ? '√' : '□',
          },
          blank('份数', 7),
          blank('页数', 7),
          blank('备注', 9),
        ],
        rows: papers,
        whenEmpty: '',
        below: [{ parts: ['立卷人：', '检查人：', '　　　　年　　月　　日'], height: 33 }],
        page: { paper: 'A4', orientation: 'portrait' },
        rowHeight: 20,
      }),
    ];
  },
});

/** A ledger is in the workbook whenever a sheet can be made of one. */
const theLedger = '台账';

const blank = (heading: string, width: number): TableColumn<Paper> => ({
  heading: [heading],
  width,
  style: 'center',
  value: () => null,
});

/** What rules.md B.4 asks for, in the order of the season; photographs and papers of others stand on lines of their own. */
const papers: readonly Paper[] = [
  { name: '上级资金文件和分配通知', by: '县、乡镇' },
  { name: '个人申请书或村民小组提名材料', by: '村' },
  { name: '冬春生活救助申请审批表', by: '村', made: ['冬春生活救助申请审批表'] },
  { name: '民主评议记录（有姓名和金额，盖章）', by: '村', made: ['民主评议会议记录'] },
  { name: '村级公示', by: '村', made: ['村级公示'] },
  { name: '村级公示照片', by: '村' },
  { name: '冬春救助台账（电子版，统一表样）', by: '村、乡镇', made: [theLedger] },
  { name: '冬春救助台账（纸质，盖章）', by: '村、乡镇' },
  { name: '需救助人员名单和需救助情况统计表', by: '乡镇', made: ['需救助情况统计表'] },
  { name: '应急统表10', by: '乡镇', made: ['受灾人员冬春生活政府救助人口一览表（应急统表10）'] },
  { name: '党政会议纪要（资金分配）', by: '乡镇' },
  { name: '冬春救助资金分配表', by: '乡镇', made: ['冬春救助资金分配表'] },
  {
    name: '村（社区）资金发放表（三方签字）',
    by: '村',
    made: ['村（社区）冬春救助资金发放表'],
  },
  { name: '冬春救助资金发放审批表', by: '村、乡镇', made: ['冬春救助资金发放审批表'] },
  { name: '乡镇公示', by: '乡镇', made: ['乡镇公示'] },
  { name: '乡镇审核发放公示表', by: '乡镇', made: ['乡镇审核发放公示表'] },
  { name: '乡镇公示照片', by: '乡镇' },
  { name: '发放花名册', by: '乡镇', made: ['发放花名册'] },
  { name: '县级发放审批表和资金来源表', by: '县', made: ['县级发放审批表'] },
  { name: '一卡通代发清单', by: '乡镇', made: ['一卡通代发清单'] },
  { name: '银行回单', by: '银行' },
  { name: '代发结果', by: '乡镇', made: ['代发结果'] },
  { name: '现金发放签收表', by: '村', made: ['现金发放签收表'] },
  { name: '冬春救助物资发放表', by: '村', made: ['冬春救助物资发放表'] },
  { name: '已救助情况统计表', by: '乡镇', made: ['已救助情况统计表'] },
  { name: '家庭类型汇总表', by: '乡镇', made: ['家庭类型汇总表'] },
];
