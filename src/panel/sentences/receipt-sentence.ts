import type { ApplyReceipt, RefusalReason } from '../../core/workbook/change';
import { someOf } from './place';

type Attempt = 'apply' | 'undo';

/** What was not done and why, one sentence for each reason; `undefined` where all was done. */
export function refusalSentence(receipt: ApplyReceipt, attempt: Attempt): string | undefined {
  const left = attempt === 'undo' ? '未撤销' : '未改动';
  const byReason = new Map<RefusalReason, ApplyReceipt['refused'][number][]>();
  for (const refused of receipt.refused) {
    byReason.set(refused.reason, [...(byReason.get(refused.reason) ?? []), refused]);
  }
  const cells = [...byReason].map(
    ([reason, refused]) =>
      `有 ${refused.length} 格${cellReasons[reason][attempt]}，${left}：${someOf(refused.map(({ edit }) => edit.at))}。`,
  );
  const sheets = receipt.refusedSheets.map(
    ({ sheet, reason }) => `工作表“${sheet}”${sheetReasons[reason] ?? '不能改动'}，${left}。`,
  );
  return cells.length + sheets.length > 0 ? [...cells, ...sheets].join('') : undefined;
}

/** Whether anything at all was done. */
export const didSomething = (receipt: ApplyReceipt): boolean => receipt.applied.length > 0 || receipt.undo.length > 0;

const both = (words: string): Readonly<Record<Attempt, string>> => ({ apply: words, undo: words });

const cellReasons: Readonly<Record<RefusalReason, Readonly<Record<Attempt, string>>>> = {
  changed: { apply: '的内容已经变过', undo: '在此之后又被改过' },
  formula: both('由公式计算'),
  locked: both('被工作表保护锁定'),
  'merged-away': both('在合并单元格里、不是左上角'),
  'sheet-missing': both('所在的工作表已经不在'),
  'sheet-not-ours': both('所在的工作表不是本助手生成的'),
  'read-only': both('所在的文件只能读取'),
  'too-long': both('的新内容超过单元格长度上限'),
};

const sheetReasons: Readonly<Partial<Record<RefusalReason, string>>> = {
  changed: '的内容已经变过',
  locked: '或工作簿的结构受保护',
  'sheet-missing': '已经不在',
  'sheet-not-ours': '不是本助手生成的',
  'read-only': '所在的文件只能读取',
};
