import type { IsoDate } from '../core/ledger/dates';
import { Cancelled, UnreadableWorkbook, type Watch } from '../core/workbook/port';
import { unreadReturn, type Returned } from './read-returned';
import type { ReturnJob, ReturnReader } from './return-reader';

/** A file that a person picked for merging; nothing of it is read yet. */
export interface PickedReturn {
  /** Different for each file of one merge: with as many folders as tell it from the others. */
  readonly name: string;
  /** Asked once, when its turn comes. Throws `UnreadableWorkbook` where the file cannot be fetched. */
  readonly bytes: () => Promise<Uint8Array>;
  /** Its size in bytes, where that is known beforehand. */
  readonly size?: number;
  /** The day the file was last saved. */
  readonly modifiedOn?: IsoDate;
  /** The township's folder that it lay in (`isTownshipFolder`). */
  readonly folder?: string;
  /** Set for files that are no tables by their name: why they are not opened. */
  readonly notOpened?: string;
}

/** By whom files are read. */
export interface ReturnReaders {
  /** In this thread; serves where no worker can be had. */
  readonly here: ReturnReader;
  /** Another one in a worker of its own; answers `undefined` where none comes up. */
  readonly beside?: () => Promise<ReturnReader | undefined>;
  /** How many workers at most. */
  readonly most?: number;
  /** Below so many bytes in all, workers cost more than they give. */
  readonly worthFrom?: number;
  /** Told of broken machinery, for whoever looks for the fault. */
  readonly onFault?: (fault: unknown) => void;
}

/**
 * Reads all files, several at a time where there are workers, and answers in the order of the files whatever came first. No
 * more is held than the files being read and what is kept of the others. A file at which a reader breaks is set aside with a
 * sentence, and the others go on. Throws `Cancelled`; then nothing is answered.
 */
export async function readAllReturned(
  files: readonly PickedReturn[],
  readers: ReturnReaders,
  watch: Watch = {},
): Promise<readonly Returned[]> {
  const answers: Returned[] = [];
  const open = new Set<ReturnReader>();
  let next = 0;
  let done = 0;
  let isOver = false;
  const tell = () => watch.progress?.({ doing: '读取交来的文件', done, total: files.length });
  const stopWhereAsked = () => {
    if (isOver || watch.cancelled?.()) throw new Cancelled();
  };
  const during: Watch = {
    ...watch,
    progress: () => undefined,
    cancelled: () => isOver || (watch.cancelled?.() ?? false),
  };
  const startBeside = async (): Promise<ReturnReader | undefined> => {
    const reader = await readers.beside?.();
    if (reader && isOver) reader.close();
    else if (reader) open.add(reader);
    return reader;
  };
  const readOn = async (first: ReturnReader): Promise<void> => {
    for (let reader: ReturnReader | undefined = first; reader && next < files.length;) {
      const index = next++;
      const { answer, isBroken } = await readOne(files[index], reader, readers, during);
      stopWhereAsked();
      answers[index] = answer;
      done += 1;
      tell();
      const pause = watch.breathe?.();
      if (pause) await pause;
      if (!isBroken || reader === readers.here) continue;
      reader.close();
      open.delete(reader);
      reader = await startBeside();
    }
  };
  tell();
  try {
    const beside = await Promise.all(Array.from({ length: workersFor(files, readers) }, startBeside));
    const working = beside.filter((reader) => reader !== undefined);
    await Promise.all((working.length > 0 ? working : [readers.here]).map(readOn));
    // Where every worker broke and no other came up, the rest is read here.
    await readOn(readers.here);
    stopWhereAsked();
    return answers;
  } finally {
    isOver = true;
    for (const reader of open) reader.close();
  }
}

/** Said of a file at which the program itself broke. */
const brokeSentence = '读取这份文件时程序出错，没有读完；请用 Excel 或 WPS 打开后另存为 .xlsx 再交，其余文件不受影响。';

function workersFor(files: readonly PickedReturn[], { beside, most = 0, worthFrom = 0 }: ReturnReaders): number {
  const tables = files.filter(({ notOpened }) => notOpened === undefined);
  const bytes = tables.reduce((sum, { size }) => sum + (size ?? 0), 0);
  const isWorth = bytes >= worthFrom || tables.some(({ size }) => size === undefined);
  return beside && isWorth ? Math.min(most, tables.length) : 0;
}

async function readOne(
  { name, bytes, modifiedOn, folder, notOpened }: PickedReturn,
  reader: ReturnReader,
  { onFault }: ReturnReaders,
  watch: Watch,
): Promise<{ readonly answer: Returned; readonly isBroken: boolean }> {
  if (notOpened !== undefined) return { answer: unreadReturn(name, notOpened), isBroken: false };
  try {
    const outside = { ...(modifiedOn && { modifiedOn }), ...(folder !== undefined && { folder }) };
    const job: ReturnJob = { name, bytes: await bytes(), ...outside };
    return { answer: await reader.read(job, watch), isBroken: false };
  } catch (error) {
    if (error instanceof Cancelled) throw error;
    if (error instanceof UnreadableWorkbook) return { answer: unreadReturn(name, error.message), isBroken: false };
    onFault?.(error);
    return { answer: unreadReturn(name, brokeSentence), isBroken: true };
  }
}
