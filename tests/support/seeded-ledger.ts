import type { FieldKey } from '../../src/core/ledger/fields';
import { fields } from '../../src/core/ledger/fields';
import { serialOfDate, type IsoDate } from '../../src/core/ledger/dates';
import type { Ledger } from '../../src/core/ledger/ledger';
import { entitlementOf } from '../../src/core/policy/entitlement';
import type { Policy } from '../../src/core/policy/policy';
import { readWorkbook } from '../../src/core/read/read-workbook';
import type { CellValue } from '../../src/core/workbook/cell';
import { finish } from '../../src/core/workbook/port';
import type { SheetSnapshot } from '../../src/core/workbook/snapshot';
import { forms } from '../../src/forms';
import { person } from './people';
import { testStyles } from './table';
import { testDay } from './test-policy';

/** One household or member as typed, by field; fields left out are empty. */
export type Row = { [K in FieldKey]?: CellValue };

/** Numbers from 0 up to, but without, `below`: always the same ones for a seed (a linear congruence of 32 bits). */
export function numbersFrom(seed: number): (below: number) => number {
  let state = (seed * 2_654_435_761 + 12_345) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Households without any mistake under the policy: names, numbers, amounts, accounts and days that agree with each other. */
export function cleanHouseholds(count: number, policy: Policy, seed = 1): Row[] {
  const random = numbersFrom(seed);
  return Array.from({ length: count }, (_, index): Row => {
    const head = person(index + seed * 50_000);
    const size = 1 + random(6);
    const need = 1 + random(size);
    const words = wordsFor(policy, random);
    const row: Row = {
      serialNumber: index + 1,
      villageName: villages[Math.floor((index * villages.length) / count)],
      villagerGroup: `${'一二三四五'[random(5)]}组`,
      householdHead: head.name,
      idNumber: head.idNumber,
      sex: head.sex,
      birthDate: serialOfDate(head.birthDate as IsoDate, false),
      phone: head.phone,
      homeAddress: `青石村${random(9) + 1}组${index + 1}号`,
      registrationType: '农村',
      householdType: words.householdType ?? plainKinds[random(plainKinds.length)],
      severity: words.severity ?? null,
      disasterType: words.disasterType ?? null,
      householdSize: size,
      peopleInNeed: need,
      awayForLong: '否',
      payoutMethod: '一卡通发放',
      bankBranch: '松岭信用社',
      accountHolder: head.name,
      holderRelation: '本人',
      cardAccount: head.account,
      payoutNote: '冬春救助救灾款',
      appraisalDate: day('2025-12-10'),
      noticeStart: day('2025-12-11'),
      noticeEnd: day('2025-12-25'),
      preparedBy: '石会计',
      preparedOn: day('2025-12-26'),
      remark: remarks[random(remarks.length)],
    };
    const amount = amountFor(policy, row, random);
    return {
      ...row,
      reliefAmount: amount,
      centralFund: amount === null ? null : Math.floor(amount / 2),
      provinceFund: amount === null ? null : amount - Math.floor(amount / 2),
    };
  });
}

/** The members of households, the head first; all are people of their own. */
export function cleanMembers(households: readonly Row[], seed = 1): Row[] {
  let next = 500_000 + seed * 40_000;
  return households.flatMap((household) => {
    const size = Number(household.householdSize);
    return Array.from({ length: size }, (_, index): Row => {
      const own = person(next++);
      const [memberName, idNumber] =
        index === 0 ? [household.householdHead, household.idNumber] : [own.name, own.idNumber];
      return {
        villageName: household.villageName,
        householdHead: household.householdHead,
        headIdNumber: household.idNumber,
        memberName,
        idNumber,
        relationToHead: index === 0 ? '本人' : '其他',
        isInNeed: index < Number(household.peopleInNeed) ? '是' : '否',
      };
    });
  });
}

/** The rows as a ledger, read from a sheet like any other: columns of the fields that any row fills, or of those named. */
export function ledgerFrom(
  rows: readonly Row[],
  only?: readonly FieldKey[],
  units: Readonly<Record<string, string>> = {},
): Ledger {
  const used = new Set(rows.flatMap((row) => Object.keys(row)) as FieldKey[]);
  const columns = (Object.keys(fields) as FieldKey[]).filter(
    (field) => used.has(field) && (only === undefined || only.includes(field)),
  );
  const ofPersons = used.has('memberName');
  const heading = (field: FieldKey): string => {
    const unit = units[field] ?? (fields[field].kind === 'money' ? '元' : undefined);
    const word = ofPersons && field === 'idNumber' ? '成员身份证号' : fields[field].zh;
    return unit === undefined ? word : `${word}（${unit}）`;
  };
  const sheet = sheetFrom([columns.map(heading), ...rows.map((row) => columns.map((field) => row[field] ?? null))]);
  const styles = rows.map(() => columns.map((field) => (fields[field].kind === 'date' ? 1 : 0)));
  const { ledgers } = finish(
    readWorkbook(
      {
        name: ofPersons ? '名册.xlsx' : '台账.xlsx',
        date1904: false,
        styles: testStyles,
        remarks: [],
        sheets: [{ ...sheet, styleRows: [undefined, ...styles] }],
      },
      forms,
    ),
  );
  if (ledgers.length !== 1) throw new Error(`expected one ledger, found ${ledgers.length}`);
  return ledgers[0];
}

export const day = (date: string): number => serialOfDate(date as IsoDate, false);

const villages = ['青石村', '柳溪村', '上坪村', '云台村', '双河村', '大湾村'];
const plainKinds = ['低保户', '脱贫户', '残疾人家庭', '其他户', '低保边缘户'];
/** Remarks that hold the characters of absence, spending and the like, and mean nothing of them. */
const remarks = [
  null,
  null,
  null,
  null,
  '户主外出就医已回',
  '儿子务工已返乡',
  '无外出人员',
  '室外出水口受损',
  '走访核实',
  '春节已另行慰问',
  '房屋受损',
  '存在外债',
  '丈夫去世，独自带孩子',
  '牲畜死亡',
];

/** The words by which the scheme tells its classes apart. */
function wordsFor({ standard, inKind }: Policy, random: (below: number) => number) {
  const classes = standard && 'classes' in standard ? standard.classes : [];
  const groups = [...classes, ...(inKind ?? [])].flatMap(({ group }) => group ?? []);
  if (groups.length === 0) return {};
  const group = groups[random(groups.length)];
  return { [group.columns[0]]: group.name } as { householdType?: string; severity?: string; disasterType?: string };
}

function amountFor(policy: Policy, row: Row, random: (below: number) => number): number | null {
  const entitled = entitlementOf(
    { ...policy, asOf: testDay },
    {
      householdSize: Number(row.householdSize),
      peopleInNeed: Number(row.peopleInNeed),
      householdType: String(row.householdType),
      severity: row.severity === null ? undefined : String(row.severity),
      disasterType: row.disasterType === null ? undefined : String(row.disasterType),
      registrationType: '农村',
    },
  );
  if (entitled.kind === 'none') return null;
  if (entitled.kind === 'exact') return entitled.amount / 100;
  const least = entitled.least ?? 0;
  const most = entitled.most ?? least * 1.4;
  return Math.max(
    Math.ceil(least / 100),
    Math.min(Math.floor(most / 100), Math.round((least + ((most - least) * random(11)) / 10) / 1000) * 10),
  );
}

function sheetFrom(rows: readonly (readonly CellValue[])[]): SheetSnapshot {
  return {
    name: '台账',
    visibility: 'visible',
    rowCount: rows.length,
    columnCount: rows[0].length,
    rows,
    styleRows: [],
    formulas: new Map(),
    notes: new Map(),
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    columnWidths: new Map(),
    rowHeights: new Map(),
    defaultColumnWidth: 8.43,
    defaultRowHeight: 13.5,
    frozen: { rows: 0, columns: 0 },
    isProtected: false,
    marks: [],
  };
}
