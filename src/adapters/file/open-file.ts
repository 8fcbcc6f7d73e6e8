import { applyInSteps } from '../../core/workbook/apply-to-snapshot';
import { drive, type Watch, type WorkbookPort } from '../../core/workbook/port';
import type { SheetSnapshot, WorkbookSnapshot } from '../../core/workbook/snapshot';
import { writeWorkbook, type NewWorkbookSheet } from './new-workbook';
import { readFile, type ReadingOptions } from './read/read-file';
import { planAsEdited, planOfSheet } from './write/plan-of-snapshot';
import { savePackage } from './write/save-package';

/** A workbook file that was opened: changes stay in memory until it is saved as new bytes. */
export interface FileWorkbook extends WorkbookPort {
  /** The workbook as it stands, without waiting. */
  readonly snapshot: WorkbookSnapshot;
  /** False where the file cannot be written; `cannotSaveBecause` then tells the person why. */
  readonly canSave: boolean;
  readonly cannotSaveBecause?: string;
  /** The name that fits what `save` gives: an old or plain format becomes .xlsx. */
  readonly saveName: string;
  /**
   * The whole file with the changes in it; everything not changed is as it was, down to the byte. What came from an old
   * or plain format is written anew as .xlsx. Throws `UnreadableWorkbook` with the sentence for the person, and `Cancelled`.
   */
  save(watch?: Watch): Promise<Uint8Array>;
}

/** Opens a workbook file: .xlsx and .xlsm to be changed in place, .xls and .csv to become .xlsx. Throws `UnreadableWorkbook`. */
export async function openFile(
  bytes: Uint8Array,
  name: string,
  options: ReadingOptions = {},
  watch?: Watch,
): Promise<FileWorkbook> {
  const content = await readFile(bytes, name, options, watch);
  const { package: pkg } = content;
  const hasMacros = pkg?.parts.some((part) => /vbaProject\.bin$/i.test(part.name)) ?? false;
  const saveName = savedAs(content.snapshot.name, pkg !== undefined, hasMacros);
  const original = pkg ? content.snapshot : withRemark(content.snapshot, saveName);
  // Two changes at once would each begin from the same workbook, and the later would lose the earlier.
  let tail: Promise<unknown> = Promise.resolve();
  const file: FileWorkbook & { snapshot: WorkbookSnapshot } = {
    // No accessor: it would hold the workbook until the memory is swept as a whole, and hundreds are opened in a row.
    snapshot: original,
    canSave: true,
    saveName,
    read: async () => file.snapshot,
    apply: (changes, watching) => {
      const done = tail.then(async () => {
        const applied = await drive(applyInSteps(file.snapshot, changes), watching);
        file.snapshot = applied.snapshot;
        return applied.receipt;
      });
      tail = done.catch(() => undefined);
      return done;
    },
    save: async (watching) =>
      pkg
        ? ((await savePackage(pkg, original, file.snapshot, options.codec, watching)) ?? bytes.slice())
        : writeWorkbook(sheetsOf(file.snapshot), file.snapshot, options.codec, watching),
  };
  return file;
}

function withRemark(snapshot: WorkbookSnapshot, saveName: string): WorkbookSnapshot {
  const looksLost = /\.(csv|txt)$/i.test(snapshot.name)
    ? ''
    : '；字体、边框等格式带不过去，要保留格式请先用 Excel 或 WPS 另存为 .xlsx 再打开';
  const remark = `这个文件不是 .xlsx 格式，改动会保存到新文件“${saveName}”，原文件不变${looksLost}。`;
  return { ...snapshot, remarks: [...snapshot.remarks, remark] };
}

function savedAs(name: string, isPackage: boolean, hasMacros: boolean): string {
  if (isPackage && /\.xl[st][xm]$/i.test(name)) return name;
  return `${name.replace(/\.[^.]{1,5}$/, '')}${hasMacros ? '.xlsm' : '.xlsx'}`;
}

function sheetsOf(workbook: WorkbookSnapshot): readonly NewWorkbookSheet[] {
  const taken = new Set<string>();
  const noneVisible = workbook.sheets.every((sheet) => sheet.visibility !== 'visible');
  return workbook.sheets.map((sheet, index) => {
    const plan = sheet.plan ? planAsEdited(workbook, sheet, sheet.plan) : planOfSheet(workbook, sheet);
    const shown = noneVisible && index === 0 ? ({ visibility: 'visible' } as const) : {};
    return {
      plan: { ...plan, ...shown, name: fittingName(sheet.name, taken) },
      formulas: keptFormulas(sheet),
      hiddenRows: sheet.hiddenRows,
      hiddenColumns: sheet.hiddenColumns,
      marks: sheet.marks,
    };
  });
}

/** A sheet's name as Excel allows it: at most 31 characters, none of `: \ / ? * [ ]`, each name once. */
function fittingName(name: string, taken: Set<string>): string {
  const clean =
    name
      .replace(/[:\\/?*[\]]/g, '_')
      .replace(/^'|'$/g, '_')
      .slice(0, 31) || '表';
  let fitting = clean;
  for (let number = 2; taken.has(fitting.toLowerCase()); number++) {
    fitting = `${clean.slice(0, 28)}(${number})`;
  }
  taken.add(fitting.toLowerCase());
  return fitting;
}

// Links to other files and broken references would make Excel ask for repair; their last value stays.
const keptFormulas = (sheet: SheetSnapshot): ReadonlyMap<number, string> =>
  new Map([...sheet.formulas].filter(([, formula]) => formula !== '' && !/[[{]|#REF!/.test(formula)));
