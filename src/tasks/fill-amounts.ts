import { fills } from '../core/fills';
import type { FillResult } from '../core/fills/fill-result';
import { runFills } from '../core/fills/run';
import type { Ledger } from '../core/ledger/ledger';
import type { IsoDate } from '../core/ledger/dates';
import { policyOn } from '../core/policy/policy';
import type { Scheme } from '../core/policy/scheme';
import { readWorkbook } from '../core/read/read-workbook';
import type { Step } from '../core/workbook/port';
import type { WorkbookSnapshot } from '../core/workbook/snapshot';
import { forms } from '../forms';
import { fitFill } from './fit-edits';
import { schemeInForce, type SchemeInForce } from './scheme-in-force';

export interface FillRequest {
  readonly workbook: WorkbookSnapshot;
  /** The scheme that the person chose; missing means the sheet 救助标准, or the default one. */
  readonly scheme?: Scheme;
  readonly today: IsoDate;
  /** Ids of the fills wanted; missing means all. */
  readonly only?: readonly string[];
}

export interface FillPreview extends FillResult {
  /** By which scheme it was computed. */
  readonly scheme: SchemeInForce;
  /** The ledgers it was computed from, so that a row can be called by its name. */
  readonly ledgers: readonly Ledger[];
}

/** 填列, before consent: which empty cells would get which amount and why, which typed ones disagree, which cannot be filled. */
export function* previewFill(request: FillRequest): Generator<Step, FillPreview> {
  const ledgers: readonly Ledger[] = (yield* readWorkbook(request.workbook, forms)).ledgers;
  const wanted = request.only ? fills.filter((fill) => request.only?.includes(fill.id)) : fills;
  const scheme = schemeInForce([request.workbook], request.scheme);
  const filled = yield* runFills(ledgers, policyOn(scheme.scheme, request.today), wanted);
  return { ...fitFill(filled, request.workbook), scheme, ledgers };
}
