import { fields, type FieldKey } from '../ledger/fields';
import { formatDate, type IsoDate } from '../ledger/dates';
import type { Ledger } from '../ledger/ledger';
import { formatYuan } from '../ledger/money';
import type { CellValue } from '../workbook/cell';
import { canonicalCell, canonicalEntries, comparedFields } from './canonical-entry';
import { contentHash } from './content-hash';
import { sealLinesIn, type SealLines } from './seal-lines';
import { sha256 } from './sha-256';

/** What a township states when it hands a ledger in. */
export interface SealFacts {
  readonly by: string;
  readonly on: IsoDate;
  readonly scheme: string;
  /** Titles of the checks that ran, and how many could not. */
  readonly checks: readonly string[];
  readonly notChecked: number;
  readonly found: { readonly error: number; readonly warning: number; readonly note: number };
  /** How many findings bear a decision. */
  readonly explained: number;
}

/** The columns of a sealed row: its sheet, its row, the row's print, and the print of each of its filled cells. */
const rowLine = /^(\d+) ([0-9a-f]{12}) ?([A-Za-z0-9_-]*)$/;

/**
 * The seal over the ledgers of one workbook: who checked when and by what, what was found, figures and SHA-256 of each ledger,
 * and a short print of each row and cell, so that a change can later be named to the cell. The prints are too short to tell a
 * number from: 6 bits of an identity number, account or phone, 12 of any other cell, 48 of a row as a whole.
 */
export function sealLines(ledgers: readonly Ledger[], facts: SealFacts): SealLines {
  const { found } = facts;
  const stated = [
    { name: '核查人', text: facts.by },
    { name: '核查日期', text: formatDate(facts.on) },
    { name: '救助方案', text: facts.scheme },
    {
      name: '核对项目',
      text: `共 ${facts.checks.length} 项：${facts.checks.join('、')}${facts.notChecked > 0 ? `；因缺少栏目、标准或名单未核对 ${facts.notChecked} 处` : ''}`,
    },
    {
      name: '核查结果',
      text: `错误 ${found.error} 处，疑点 ${found.warning} 处，提示 ${found.note} 处，其中已有处理意见 ${facts.explained} 处`,
    },
    ...ledgers.map((ledger) => ({ name: '台账', text: `${ledger.sheet}：${figuresText(ledger)}` })),
    ...ledgers.map((ledger) => ({ name: '台账指纹', text: `${ledger.sheet}：${ledgerPrint(ledger)}` })),
  ];
  const prints = ledgers.flatMap((ledger) => {
    const printOf = rowPrints(ledger);
    return [
      {
        name: '栏目',
        text: `${ledger.sheet}：${sealedFields(ledger)
          .map((field) => fields[field].zh)
          .join('、')}`,
      },
      ...ledger.rows.map((row, entry) => ({
        name: '行指纹',
        text: `${row} ${printOf(entry)} ${cellPrints(ledger, entry)}`,
      })),
    ];
  });
  const own = sha256([...stated, ...prints].map(({ name, text }) => `${name}\t${text}`).join('\n'));
  return { stated: [...stated, { name: '封签指纹', text: own }], prints };
}

/** A seal read back from the record. */
export interface Seal {
  readonly by: string;
  readonly on: string;
  readonly scheme: string;
  /** False where the seal's own lines were changed. */
  readonly intact: boolean;
  readonly ledgers: readonly SealedLedger[];
}

export interface SealedLedger {
  readonly sheet: string;
  readonly print: string;
  readonly fields: readonly FieldKey[];
  readonly rows: readonly { readonly row: number; readonly print: string; readonly cells: string }[];
}

/** The seal among rows of a sheet, read; `undefined` where there is none. */
export function sealIn(rows: readonly (readonly CellValue[] | undefined)[]): Seal | undefined {
  const found = sealLinesIn(rows);
  if (!found) return undefined;
  const lines = [...found.stated, ...found.prints];
  const textOf = (name: string) => lines.find((line) => line.name === name)?.text ?? '';
  const body = lines
    .filter(({ name }) => name !== '封签指纹')
    .map(({ name, text }) => `${name}\t${text}`)
    .join('\n');
  const ledgers: { sheet: string; print: string; fields: FieldKey[]; rows: SealedLedger['rows'][number][] }[] = lines
    .filter(({ name }) => name === '台账指纹')
    .map(({ text }) => ({ ...splitAtColon(text), fields: [], rows: [] }))
    .map(({ sheet, rest, ...lists }) => ({ sheet, print: rest, ...lists }));
  let current = -1;
  for (const { name, text } of lines) {
    if (name === '栏目') {
      current += 1;
      ledgers[current]?.fields.push(
        ...splitAtColon(text)
          .rest.split('、')
          .flatMap((zh) => fieldNamed.get(zh) ?? []),
      );
    }
    const read = name === '行指纹' ? rowLine.exec(text.trimEnd()) : null;
    if (read) ledgers[current]?.rows.push({ row: Number(read[1]), print: read[2], cells: read[3] });
  }
  return {
    by: textOf('核查人'),
    on: textOf('核查日期'),
    scheme: textOf('救助方案'),
    intact: sha256(body) === textOf('封签指纹'),
    ledgers,
  };
}

/** SHA-256 over all that the ledger says, row by row in their order. */
export function ledgerPrint(ledger: Ledger): string {
  const textOf = canonicalEntries(ledger);
  return sha256(ledger.rows.map((_, entry) => textOf(entry)).join('\n'));
}

/** The prints of a ledger's rows by entry: 48 bits of the whole row, as 12 hexadecimal digits. */
export function rowPrints(ledger: Ledger): (entry: number) => string {
  const textOf = canonicalEntries(ledger);
  return (entry) => contentHash(textOf(entry)).slice(0, 12);
}

/** The print of each sealed field of the row, joined: one character of a number that is somebody's, two of any other. */
export const cellPrints = (ledger: Ledger, entry: number, of: readonly FieldKey[] = sealedFields(ledger)): string =>
  of.map((field) => cellPrint(ledger, entry, field)).join('');

/** How many characters the print of a field's cell has. */
export const printLength = (field: FieldKey): number => (isPrivate(field) ? 1 : 2);

export function cellPrint(ledger: Ledger, entry: number, field: FieldKey): string {
  const cell = canonicalCell(ledger, entry, field);
  if (cell === undefined) return '-'.repeat(printLength(field));
  const bits = parseInt(contentHash(`${field}\u001f${cell}`).slice(0, 6), 16);
  const first = signs[bits % 63];
  return isPrivate(field) ? first : first + signs[(bits >>> 12) % 63];
}

const sealedFields = (ledger: Ledger): readonly FieldKey[] => comparedFields.filter((field) => ledger.columns[field]);
const isPrivate = (field: FieldKey): boolean => ['id-number', 'account', 'phone'].includes(fields[field].kind);
// The hyphen stands for an empty cell.
const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_';
const fieldNamed = new Map((Object.keys(fields) as FieldKey[]).map((field) => [fields[field].zh as string, field]));

/** A sheet's name may hold a colon of its own kind, but never what follows one here: the last one parts them. */
function splitAtColon(text: string): { readonly sheet: string; readonly rest: string } {
  const at = text.lastIndexOf('：');
  return { sheet: text.slice(0, at), rest: text.slice(at + 1) };
}

function figuresText(ledger: Ledger): string {
  const sum = (field: 'peopleInNeed' | 'reliefAmount') =>
    (ledger.columns[field]?.values ?? []).reduce<number>((all, value) => all + (value ?? 0), 0);
  const unit = ledger.entryIs === 'person' ? '人' : '户';
  const people = ledger.columns.peopleInNeed ? `，需救助 ${sum('peopleInNeed')} 人` : '';
  const money = ledger.columns.reliefAmount ? `，救助金额 ${formatYuan(sum('reliefAmount') as never)} 元` : '';
  return `${ledger.rows.length} ${unit}${people}${money}`;
}
