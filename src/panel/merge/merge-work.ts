import type { IsoDate } from '../../core/ledger/dates';
import type { Ledger } from '../../core/ledger/ledger';
import { drive, UnreadableWorkbook, type Watch } from '../../core/workbook/port';
import type { CellRef } from '../../core/workbook/cell';
import { catalogue } from '../../tasks/catalogue';
import { mergedRows, type MergedRow } from '../../tasks/merged-rows';
import { mergeReturns, type MergeReport } from '../../tasks/merge-returned';
import { sealsOf, whyNotWritten, type SealSaid } from '../../tasks/merge-words';
import { openQuestions, type OpenQuestion } from '../../tasks/open-questions';
import { originRow, type OriginRow } from '../../tasks/origin-row';
import { pickedReturns } from '../../tasks/picked-returns';
import { readAllReturned } from '../../tasks/read-all-returned';
import type { Returned } from '../../tasks/read-returned';
import { readerHere } from '../../tasks/return-reader';
import type { PickedFile } from '../panel-host';
import type { MergeDoor } from './merge-host';

/** What the person asked for. Empty texts ask nothing. */
export interface MergeChoice {
  /** The id of the form that the merged ledger is written in. */
  readonly form: string;
  /** The year in which the winter began. */
  readonly season: string;
  /** Names of the villages that have to hand in, as typed. */
  readonly villages: string;
  /** The id of the only form that is taken. */
  readonly expectForm: string;
  /** The id of a scheme. */
  readonly scheme: string;
}

export interface MergeRequest {
  readonly files: readonly PickedFile[];
  /** The list of need, where what came back is to be held against it. */
  readonly need: readonly PickedFile[];
  readonly choice: MergeChoice;
  /** Workbooks that the person chose where the facts did not tell. */
  readonly newer: readonly string[];
  readonly today: IsoDate;
}

/** What came of merging, before anything is written. */
export interface Merged {
  readonly request: MergeRequest;
  readonly report: MergeReport;
  readonly rows: readonly MergedRow[];
  /** By `placeKey`. */
  readonly byOrigin: ReadonlyMap<string, MergedRow>;
  readonly questions: readonly OpenQuestion[];
  readonly seals: readonly SealSaid[];
  /** Chinese sentences about files that were not looked at. */
  readonly remarks: readonly string[];
  /** Why no merged workbook can be written; missing where it can. */
  readonly cannotWrite?: string;
  /** Reads the file of a workbook again. Throws `UnreadableWorkbook` where it is no longer what was picked. */
  readonly bytesOf: (workbook: string) => Promise<Uint8Array>;
  readonly originOf: (at: Omit<CellRef, 'column'>) => OriginRow | undefined;
  readonly read: ReadFiles;
}

/** What is kept of files that were read, so that merging anew does not read them again. */
export interface ReadFiles {
  readonly files: readonly PickedFile[];
  readonly returns: readonly Returned[];
  readonly need: readonly PickedFile[];
  readonly needLedgers: readonly Ledger[];
}

/** Reads what is not yet read and merges it. Nothing is written. Throws `UnreadableWorkbook` for a list of need that is none. */
export async function mergePicked(
  request: MergeRequest,
  door: MergeDoor,
  watch: Watch,
  known?: ReadFiles,
): Promise<Merged> {
  const { files, remarks } = pickedReturns(request.files.map(fileToMerge));
  const returns =
    known?.files === request.files
      ? known.returns
      : await readAllReturned(files, { here: readerHere(door.openFile), ...door.beside }, watch);
  const needLedgers = known?.need === request.need ? known.needLedgers : await readNeed(request.need, door, watch);
  const { choice, newer, today, need } = request;
  const { forms, schemes } = catalogue();
  const form = forms.find(({ id }) => id === choice.form) ?? forms[0];
  const scheme = schemes.find(({ id }) => id === choice.scheme);
  const villages = villagesTyped(choice.villages);
  const report = await drive(
    mergeReturns(returns, {
      today,
      form,
      ...(scheme && { scheme }),
      ...(need.length > 0 && { need: needLedgers }),
      expected: {
        ...(choice.season !== '' && { season: Number(choice.season) }),
        ...(villages.length > 0 && { villages }),
        ...(choice.expectForm !== '' && { forms: [choice.expectForm] }),
        newer,
      },
    }),
    watch,
  );
  const { rows, byOrigin } = await drive(mergedRows(report), watch);
  const cannotWrite = whyNotWritten(report);
  return {
    request,
    report,
    rows,
    byOrigin,
    questions: openQuestions(report),
    seals: sealsOf(returns),
    remarks,
    ...(cannotWrite !== undefined && { cannotWrite }),
    bytesOf: async (workbook) => (await files.find(({ name }) => name === workbook)?.bytes()) ?? new Uint8Array(),
    originOf: (at) => originRow(returns, at),
    read: { files: request.files, returns, need: request.need, needLedgers },
  };
}

/** The names in a text, one a line or parted by 、 or a comma. */
export const villagesTyped = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/[\n、，,；;\s]+/)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  ),
];

/** A picked file whose refusal is a sentence. */
export const fileToMerge = ({ folder: _, ...file }: PickedFile) => ({
  ...file,
  folders: file.folders ?? [],
  bytes: async (): Promise<Uint8Array> => {
    try {
      return await file.bytes();
    } catch (error) {
      if (error instanceof UnreadableWorkbook) throw error;
      // The browser gives no file that was changed or taken away since it was picked.
      throw new UnreadableWorkbook('选好以后这个文件被改动、移走或正被别的程序占用，请重新选择后再试。', {
        cause: error,
      });
    }
  },
});

async function readNeed(files: readonly PickedFile[], door: MergeDoor, watch: Watch): Promise<readonly Ledger[]> {
  const ledgers: Ledger[] = [];
  const returns = await readAllReturned(files.map(fileToMerge), { here: readerHere(door.openFile) }, watch);
  for (const [index, { file: read }] of returns.entries()) {
    const file = files[index];
    if ('unread' in read) throw new UnreadableWorkbook(`需救助名单“${file.name}”：${read.unread}`);
    if (read.ledgers.length === 0)
      throw new UnreadableWorkbook(`需救助名单“${file.name}”里没有找到台账，请确认表头里有户主姓名、身份证号等栏目。`);
    ledgers.push(...read.ledgers.map(({ ledger }) => ledger));
  }
  return ledgers;
}
