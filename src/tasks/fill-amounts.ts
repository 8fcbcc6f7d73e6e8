import { fills } from '../core/fills';
import { runFills, type FillResult } from '../core/fills/run';
import type { Ledger } from '../core/ledger/ledger';
import type { IsoDate } from '../core/ledger/dates';
import { policyOn } from '../core/policy/policy';
import type { Scheme } from '../core/policy/scheme';
import { readWorkbook } from '../core/read/read-workbook';
import type { Step } from '../core/workbook/port';
import type { WorkbookSnapshot } from '../core/workbook/snapshot';
import { forms } from '../forms';

export interface FillRequest {
  readonly workbook: WorkbookSnapshot;
  readonly scheme: Scheme;
  readonly today: IsoDate;
  /** Ids of the fills wanted; missing means all. */
  readonly only?: readonly string[];
}

export interface FillPreview extends FillResult {
  /** The ledgers it was computed from, so that a row can be called by its name. */
  readonly ledgers: readonly Ledger[];
}

/** 填列, before consent: which empty cells would get which amount and why, which typed ones disagree, which cannot be filled. */
export function* previewFill(request: FillRequest): Generator<Step, FillPreview> {
  const ledgers: readonly Ledger[] = (yield* readWorkbook(request.workbook, forms)).ledgers;
  const wanted = request.only ? fills.filter((fill) => request.only?.includes(fill.id)) : fills;
  return { ...(yield* runFills(ledgers, policyOn(request.scheme, request.today), wanted)), ledgers };
}
