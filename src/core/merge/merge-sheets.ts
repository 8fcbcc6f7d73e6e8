import { fields } from '../ledger/fields';
import { formatDate, type IsoDate } from '../ledger/dates';
import type { SheetPlan } from '../workbook/sheet-plan';
import type { Conservation, ConservationLine } from './conservation';
import { isOnlyDated, onlyDatedSentences, type Difference } from './differences';
import type { Figures } from './figures';
import { listedSheet, type ListedValue } from './listed-sheet';
import type { ListComparison } from './need-against-paid';
import type { Origin } from './origin';
import { reasonWords, verdictWords, type FileVerdict } from './verdict';

/** 合并来源: for each row of the merged sheets the workbook, sheet and row it comes from. */
export const originSheet = (origins: readonly Origin[]): SheetPlan =>
  listedSheet(
    '合并来源',
    [`共 ${origins.length} 行，每行写明它在汇总表里的位置和交来时的位置。`],
    [
      {
        headings: ['汇总表', '汇总行号', '村', '姓名', '来源工作簿', '来源工作表', '来源行号'],
        rows: origins.map(({ sheet, row, village, name, workbook, from }) => [
          sheet,
          row,
          village,
          name,
          workbook,
          from.sheet,
          from.row,
        ]),
        none: '没有汇入任何一行。',
      },
    ],
    [14, 9, 14, 12, 34, 16, 9],
  );

/** 合并情况: the verdict on each file, what came in against what was merged, and every row that a figure hangs on. */
export function situationSheet(
  verdicts: readonly FileVerdict[],
  conservation: Conservation,
  missing: readonly string[],
  today: IsoDate,
  remarks: readonly string[],
): SheetPlan {
  const counts = (['taken', 'taken-with-remarks', 'set-aside'] as const).map(
    (verdict) => `${verdictWords[verdict]} ${verdicts.filter((each) => each.verdict === verdict).length} 份`,
  );
  return listedSheet(
    '合并情况',
    [
      `汇总日期：${formatDate(today)}；共收到 ${verdicts.length} 份文件：${counts.join('、')}。`,
      ...(missing.length > 0 ? [`还没有汇入的村：${missing.join('、')}。`] : []),
      ...remarks,
    ],
    [
      {
        line: '一、各份文件的处理',
        headings: ['文件', '处理', '原因', '汇入行数', '未汇入行数', '未读的表', '说明'],
        rows: verdicts.map(({ workbook, verdict, reason, taken, setAside, sentences, sheetsNotRead }) => [
          workbook,
          verdictWords[verdict],
          reason ? reasonWords[reason] : null,
          taken,
          setAside,
          sheetsNotRead.length,
          [...sentences, ...sheetsNotRead.map(({ sheet, why }) => `工作表“${sheet}”没有读取：${why}`)].join('\n') ||
            null,
        ]),
        none: '没有收到文件。',
      },
      {
        line: '二、收到的等于汇入的加未汇入的',
        headings: ['村', '项目', '收到', '汇入', '未汇入', '相差', '结论'],
        rows: [...conservation.lines, ...conservation.totals].flatMap(conservationRows),
        none: '没有读到任何一户。',
      },
      {
        line: '三、各份文件自己的合计行',
        headings: ['文件', '合计行', '项目', '表上写的', '数得的', '相差', '结论'],
        rows: conservation.ownTotals.flatMap(({ workbook, sheet, row, label, stated, counted }) =>
          figureKeys.flatMap((key): ListedValue[][] => {
            const said = stated[key];
            if (said === undefined) return [];
            const [is, should] = [shown(said, key), shown(counted[key], key)];
            return [
              [
                workbook,
                `${sheet}第 ${row} 行“${label}”`,
                figureWords[key],
                is,
                should,
                shown(said - counted[key], key),
                said === counted[key] ? '相符' : '不符',
              ],
            ];
          }),
        ),
        none: '各份文件都没有合计行。',
      },
      {
        line: '四、相差落在哪几行',
        headings: ['文件', '工作表', '行号', '说明'],
        rows: conservation.rows.map(({ workbook, sheet, row, sentence }) => [workbook, sheet, row, sentence]),
        none: '没有这样的行。',
      },
    ],
    [30, 26, 14, 16, 12, 12, 60],
  );
}

/** 版本差异: household by household what the newer return changed against the one set aside. */
export function differenceSheet(all: readonly Difference[]): SheetPlan {
  const differences = all.filter((each) => !isOnlyDated(each));
  return listedSheet(
    '版本差异',
    [`共 ${differences.length} 户有差异；号码只写末四位。`, ...onlyDatedSentences(all)],
    [
      {
        headings: ['村', '姓名', '差异', '栏目', '原来', '现在', '原来的位置', '现在的位置'],
        rows: differences.flatMap(({ village, name, kind, changes, older, newer }) => {
          const [from, to] = [older, newer].map(
            (place) => place && `${place.workbook}“${place.sheet}”第 ${place.row} 行`,
          );
          const ends = [from ?? null, to ?? null];
          if (kind !== 'changed')
            return [[village, name, kind === 'added' ? '新增' : '减少', null, null, null, ...ends]];
          return changes.map((change) => [
            village,
            name,
            '改动',
            fields[change.field].zh,
            change.from,
            change.to,
            ...ends,
          ]);
        }),
        none: '没有差异。',
      },
    ],
    [14, 10, 7, 16, 22, 22, 34, 34],
  );
}

/** 需救助与发放对照: who was listed and not paid, paid and not listed, and amounts that differ. */
export const comparisonSheet = (comparison: ListComparison): SheetPlan =>
  listedSheet(
    '需救助与发放对照',
    [
      `需救助名单 ${comparison.listed} 户，发放 ${comparison.paid} 户，两边都有 ${comparison.both} 户；列入未发放 ${comparison.notPaid.length} 户，发放未列入 ${comparison.notListed.length} 户，金额不同 ${comparison.otherAmount.length} 户。`,
      ...(comparison.withoutNumber > 0
        ? [`有 ${comparison.withoutNumber} 户的身份证号不能比对，没有对照，请先改正号码。`]
        : []),
    ],
    [
      {
        headings: ['结果', '村', '姓名', '身份证末四位', '需救助金额', '发放金额', '名单上的位置', '发放表上的位置'],
        rows: [
          ...comparison.notPaid.map((row) => ['列入未发放', ...row]),
          ...comparison.notListed.map((row) => ['发放未列入', ...row]),
          ...comparison.otherAmount.map((row) => ['金额不同', ...row]),
        ],
        none: '两份名单完全一致。',
      },
    ],
    [12, 14, 10, 11, 12, 12, 36, 36],
  );

const figureKeys: readonly (keyof Figures)[] = ['entries', 'people', 'money'];
const figureWords: Readonly<Record<keyof Figures, string>> = {
  entries: '户数',
  people: '需救助人口',
  money: '救助金额（元）',
};
const shown = (figure: number, key: keyof Figures): ListedValue => (key === 'money' ? { yuan: figure / 100 } : figure);

function conservationRows({ village, township, entryIs, cameIn, merged, setAside }: ConservationLine): ListedValue[][] {
  const place =
    village === ''
      ? entryIs === 'person'
        ? '全部（成员）'
        : '全部'
      : `${township ?? ''}${village}${entryIs === 'person' ? '（成员）' : ''}`;
  return figureKeys
    .filter((key) => key === 'entries' || entryIs === 'household')
    .map((key) => {
      const off = cameIn[key] - merged[key] - setAside[key];
      const word = key === 'entries' && entryIs === 'person' ? '人数' : figureWords[key];
      return [
        place,
        word,
        shown(cameIn[key], key),
        shown(merged[key], key),
        shown(setAside[key], key),
        shown(off, key),
        off === 0 ? '相符' : '不符',
      ];
    });
}
