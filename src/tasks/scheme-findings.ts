import type { Finding, FindingKind } from '../core/findings/finding';
import type { FieldKey } from '../core/ledger/fields';
import type { Ledger } from '../core/ledger/ledger';
import type { IsoDate } from '../core/ledger/dates';
import type { Contradiction, Demand } from '../core/policy/contradiction';
import { contradictionsOf } from '../core/policy/contradictions';
import { policyOn } from '../core/policy/policy';
import type { SchemeSheetProblem } from '../core/sheets/scheme-sheet';
import type { CellRef } from '../core/workbook/cell';
import type { WorkbookSnapshot } from '../core/workbook/snapshot';
import type { SchemeInForce } from './scheme-in-force';

/** What can be found about a scheme itself. Each sentence is made where the fault is known; it stands in `words`. */
export const schemeKinds: readonly FindingKind[] = [
  {
    id: 'scheme-entry-wrong',
    title: '救助标准填写有误',
    why: '金额、天数和时限都按救助标准推算，标准填错了，后面的检查和填列都不可靠。',
    source: '本工作簿的救助标准表',
    severity: 'error',
    messages: { wrong: '{words}' },
  },
  {
    id: 'scheme-sheets-differ',
    title: '各工作簿的救助标准不一致',
    why: '同一批台账应按同一份方案核定，标准被改过的要先查清。',
    source: '本工作簿的救助标准表',
    severity: 'warning',
    messages: { differs: '这里的救助标准与“{other}”里的不一样，本次按后者检查，请核对哪一份是现行标准。' },
  },
  {
    id: 'scheme-contradicts-itself',
    title: '方案自相矛盾',
    why: '方案的几条规定不能同时做到，照哪一条填都会与另一条不符，应在填报之前问清。',
    source: '救助标准（所用方案的条款）',
    severity: 'warning',
    messages: { contradicts: '{words}' },
  },
  {
    id: 'scheme-question-open',
    title: '方案有没说清的地方',
    why: '没有说清的基数不能替人猜，猜错了每户的金额都会错。',
    source: '救助标准（所用方案的条款）',
    severity: 'note',
    messages: { open: '{words}' },
  },
];

/** The wrong entries of a sheet 救助标准, each at its cell. */
export const entryFindings = (workbook: string, problems: readonly SchemeSheetProblem[]): readonly Finding[] =>
  problems.map(({ at, sentence }) => ({
    kind: 'scheme-entry-wrong',
    message: 'wrong',
    data: { words: sentence },
    severity: 'error',
    at: [{ workbook, ...at }],
  }));

/** A sheet 救助标准 whose figures are not those in force, which stand in the workbook `other`. */
export const sheetsDifferFinding = (workbook: string, sheet: string, other: string): Finding => ({
  kind: 'scheme-sheets-differ',
  message: 'differs',
  data: { other },
  severity: 'warning',
  at: [{ workbook, sheet, row: 1, column: 1 }],
});

/**
 * Where the scheme in force contradicts itself or leaves something open: at the clauses concerned where the workbooks
 * carry it, or else at the heading of the first ledger. Nothing where there is no ledger to be filled.
 */
export function contradictionFindings(
  inForce: SchemeInForce,
  workbooks: readonly WorkbookSnapshot[],
  ledgers: readonly Ledger[],
  today: IsoDate,
): readonly Finding[] {
  const [ledger] = ledgers;
  if (!ledger) return [];
  const demand = demandOf(ledgers, policyOn(inForce.scheme, today).perCapitaBase?.value === '家庭人口');
  return contradictionsOf(inForce.scheme, today, demand).map((contradiction): Finding => {
    const isOpen = contradiction.kind === 'open-question';
    const cells = clauseCells(inForce, workbooks, contradiction);
    const [first = headingOf(ledger), ...more] = cells;
    const { sentence, sources } = contradiction;
    // Where no cell shows the clauses, the sentence names them.
    const quoted = `${sentence.slice(0, -1)}（依据：${[...new Set(sources)].join('，')}）。`;
    return {
      kind: isOpen ? 'scheme-question-open' : 'scheme-contradicts-itself',
      message: isOpen ? 'open' : 'contradicts',
      data: { words: cells.length > 0 ? sentence : quoted },
      severity: isOpen ? 'note' : 'warning',
      at: [first, ...more],
    };
  });
}

/** True for a finding about the scheme that stands at a ledger's heading only because it must stand somewhere. */
export const isAboutScheme = ({ kind }: Finding): boolean =>
  kind === 'scheme-contradicts-itself' || kind === 'scheme-question-open';

/** The cells of the sheet 救助标准 that hold the clauses, one each. */
function clauseCells(
  { sheet: place }: SchemeInForce,
  workbooks: readonly WorkbookSnapshot[],
  { sources }: Contradiction,
): readonly CellRef[] {
  const sheet = workbooks
    .find(({ name }) => name === place?.workbook)
    ?.sheets.find(({ name }) => name === place?.sheet);
  if (!place || !sheet) return [];
  return [...new Set(sources)].flatMap((source) => {
    const cells = sheet.rows.flatMap((row, index) => {
      const column = row?.findIndex((value) => typeof value === 'string' && value.trim() === source) ?? -1;
      return column < 0 ? [] : [{ at: { ...place, row: index + 1, column: column + 1 }, row }];
    });
    // One clause may set several lines: the one with a figure is the one that clashes.
    const [first] = cells;
    const figure = cells.find(({ row }) => row?.some((value) => typeof value === 'number'));
    return first ? [(figure ?? first).at] : [];
  });
}

function headingOf({ workbook, sheet, headingRows, columns }: Ledger): CellRef {
  return { workbook, sheet, row: headingRows.bottom, column: columns.reliefAmount?.column ?? 1 };
}

/** Households and people of the ledgers; `undefined` unless every row says how many. */
function demandOf(ledgers: readonly Ledger[], byHouseholdSize: boolean): Demand | undefined {
  const field: FieldKey = byHouseholdSize ? 'householdSize' : 'peopleInNeed';
  let [households, people] = [0, 0];
  for (const { entryIs, rows, columns } of ledgers) {
    if (entryIs !== 'household') continue;
    households += rows.length;
    for (let entry = 0; entry < rows.length; entry++) {
      const heads = columns[field]?.values[entry];
      if (heads === undefined) return undefined;
      people += heads;
    }
  }
  return households > 0 ? { households, people } : undefined;
}
