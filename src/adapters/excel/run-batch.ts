import { UnreadableWorkbook, type Watch } from '../../core/workbook/port';

/** How long we wait for a person to finish typing in a cell, and how often we look. */
const editModeTries = 8;
const editModePauseMs = 750;

export interface BatchOptions {
  readonly watch?: Watch;
  /** Between two looks at a cell being edited; tests make it short. */
  readonly pause?: () => Promise<void>;
}

type Work<T> = (context: Excel.RequestContext) => Promise<T>;

/**
 * Runs one batch that only reads. Every call to Excel goes through here or through `runWrites`: both wait while a cell is
 * being edited and turn Excel's errors into one Chinese sentence (`UnreadableWorkbook`).
 */
export async function runBatch<T>(work: Work<T>, { watch, pause = shortWait }: BatchOptions = {}): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await Excel.run(work);
    } catch (error) {
      const code = codeOf(error);
      if (code !== 'InvalidOperationInCellEditMode' || tries >= editModeTries || watch?.cancelled?.())
        throw inPlainChinese(error, code);
      watch?.progress?.({ doing: '正在等待单元格输入结束，请按回车', done: tries, total: editModeTries });
      await pause();
    }
  }
}

/**
 * Runs writes as one request: `queue` only queues them; what it answers is called once they are done. Events are off meanwhile, so that our own writes are not heard as the
 * person's edits, and are on again whatever happens.
 */
export async function runWrites(
  queue: (context: Excel.RequestContext) => () => void,
  options: BatchOptions = {},
): Promise<void> {
  try {
    await runBatch(async (context) => {
      context.runtime.enableEvents = false;
      context.application.suspendApiCalculationUntilNextSync();
      context.application.suspendScreenUpdatingUntilNextSync();
      const after = queue(context);
      context.runtime.enableEvents = true;
      await context.sync();
      after();
    }, options);
  } catch (error) {
    await Excel.run(async (context) => {
      context.runtime.enableEvents = true;
      await context.sync();
    }).catch(() => undefined);
    throw error;
  }
}

const shortWait = () => new Promise<void>((resolve) => setTimeout(resolve, editModePauseMs));

const codeOf = (error: unknown): string => (error instanceof OfficeExtension.Error ? error.code : '');

const sentences: Readonly<Record<string, string>> = {
  InvalidOperationInCellEditMode: '有单元格正在输入，请先按回车结束输入，再试一次。',
  RequestPayloadSizeLimitExceeded: '一次写入的内容过多，Excel 没有接受；请减少选中的行后再试。',
  ResponsePayloadSizeLimitExceeded: '一次读取的内容过多，Excel 没有给出；请把台账分成几个工作表后再试。',
  AccessDenied: '工作表受保护或文件是只读的，Excel 没有接受改动；请先撤销工作表保护，或另存一份再试。',
  ItemNotFound: '要找的工作表已被删除或改名；请重新检查。',
  InvalidSelection: '当前窗口不是这份工作簿，请先点一下这份工作簿的表格，再试一次。',
  ActivityLimitReached: 'Excel 正忙，请稍等片刻再试一次。',
};

const otherwise = 'Excel 没有完成这一步；请先点一下表格，再试一次，并核对表中内容。';

const inPlainChinese = (error: unknown, code: string): unknown =>
  code ? new UnreadableWorkbook(sentences[code] ?? otherwise, { cause: error }) : error;
