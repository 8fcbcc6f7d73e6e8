import { samePersonKinds } from '../core/decisions/decision-choices';
import type { Finding } from '../core/findings/finding';
import type { Ledger } from '../core/ledger/ledger';
import { personName, type LedgerEntry } from '../core/ledger/same-people';
import { sideBySide, type FieldSideBySide } from '../core/ledger/side-by-side';
import type { CellRef } from '../core/workbook/cell';

export type { FieldSideBySide } from '../core/ledger/side-by-side';

/** The rows that a finding holds against each other. */
export interface Comparison {
  readonly rows: readonly { readonly at: CellRef; readonly name: string }[];
  readonly fields: readonly FieldSideBySide[];
  /** How likely the rows are one person; missing where that is not the question. */
  readonly band?: string;
  /** What agrees and what differs, in one sentence. */
  readonly reason: string;
}

/** 比对: the rows of a finding side by side. `undefined` where fewer than two of its cells lie in entries. */
export function compareEntries(finding: Finding, ledgers: readonly Ledger[]): Comparison | undefined {
  const entries = new Map<string, LedgerEntry & { readonly at: CellRef }>();
  for (const at of finding.at) {
    const ledger = ledgers.find(
      ({ workbook, sheet, rows }) => workbook === at.workbook && sheet === at.sheet && rows.includes(at.row),
    );
    const key = `${at.workbook}\n${at.sheet}\n${at.row}`;
    if (ledger && !entries.has(key)) entries.set(key, { ledger, entry: ledger.rows.indexOf(at.row), at });
  }
  if (entries.size < 2) return undefined;
  const found = [...entries.values()];
  const fields = sideBySide(found);
  const band = bandOf(finding, fields);
  return {
    rows: found.map((entry) => ({ at: entry.at, name: personName(entry) ?? '未填姓名' })),
    fields,
    ...(band !== undefined && { band }),
    reason: reasonOf(fields),
  };
}

/** The check has told how likely it is, by its message; the same number under two rows needs no guess. */
function bandOf({ kind, message }: Finding, fields: readonly FieldSideBySide[]): string | undefined {
  if (!samePersonKinds.has(kind)) return undefined;
  if (fields.some(({ field, is }) => field === 'idNumber' && is === 'same')) return '身份证号完全相同';
  return bandWords[message];
}

const bandWords: Readonly<Record<string, string>> = {
  likely: '很可能是同一人',
  possible: '可能是同一人',
  doubtful: '信息不够，说不准',
};

function reasonOf(fields: readonly FieldSideBySide[]): string {
  const titles = (wanted: FieldSideBySide['is']) => {
    const all = fields.filter(({ is }) => is === wanted).map(({ title }) => title);
    return all.length > most ? `${all.slice(0, most).join('、')}等 ${all.length} 项` : all.join('、');
  };
  const [same, different] = [titles('same'), titles('different')];
  const parts = [same && `${same}相同`, different && `${different}不同`].filter(Boolean);
  return parts.length > 0 ? `${parts.join('；')}。` : '没有两处都填写的栏目可比。';
}

const most = 6;
