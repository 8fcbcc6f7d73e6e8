import type { Decision } from '../core/decisions/decisions';
import type { DecidedFinding } from '../core/decisions/replay';
import { maskNumbers } from '../core/decisions/mask-numbers';
import { dateOfSerial, formatDate, isValidDay } from '../core/ledger/dates';
import { a1 } from '../core/workbook/cell';
import { findingKinds } from './check-workbooks';

/** Who decided and when, as far as it was written down. */
export function whoAndWhen({ by, on }: Decision): string {
  const when = typeof on === 'number' ? dayWords(dateOfSerial(on, false)) : dayWords(String(on ?? '').trim());
  return [by, when].filter((part) => part !== '').join('，');
}

/** One line for a report: where, what was found, what was decided, why, by whom and when. No number in full. */
export function decisionLine({ finding, decision }: DecidedFinding, namesWorkbook: boolean): string {
  const [at] = finding.at;
  const signed = whoAndWhen(decision);
  return [
    `${namesWorkbook ? at.workbook : ''}“${at.sheet}”${a1(at.row, at.column)}`,
    findingKinds.get(finding.kind)?.title ?? '',
    `${decision.decision || '未选处理'}：${maskNumbers(decision.reason) || '没有写理由'}${signed && `（${signed}）`}`,
  ].join('\u3000');
}

function dayWords(text: string | undefined): string {
  if (text === undefined) return '';
  const [day, ...rest] = text.split(' ');
  return isValidDay(day) ? [formatDate(day), ...rest].join(' ') : text;
}
