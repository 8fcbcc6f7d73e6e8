import { fields, type FieldKey } from '../ledger/fields';
import { comparableIdNumber } from '../ledger/id-number';
import { typedIn, valueOf, type Ledger } from '../ledger/ledger';
import type { Fen } from '../ledger/money';
import type { IsoDate } from '../ledger/dates';
import { trimText } from '../ledger/tidy';
import type { CellRef } from '../workbook/cell';

/** A household as it is printed: texts as the ledger has them (empty where it has none), figures where they can be read. */
export interface Household {
  /** The ledger's row: workbook, sheet and row; column of the head's name. */
  readonly at: CellRef;
  readonly head: string;
  readonly idNumber: string;
  /** Told where ledgers of several townships are counted together. */
  readonly township?: string;
  readonly village: string;
  readonly group: string;
  readonly phone: string;
  readonly address: string;
  readonly registrationType: string;
  readonly householdType: string;
  readonly disasterType: string;
  readonly severity: string;
  readonly size?: number;
  readonly inNeed?: number;
  /** In 分, as the ledger has it. */
  readonly amount?: Fen;
  readonly goodsValue?: Fen;
  readonly payoutMethod: string;
  readonly payoutUnit: string;
  readonly bank: string;
  readonly accountHolder: string;
  readonly holderRelation: string;
  readonly account: string;
  readonly appraisalDate?: IsoDate;
  readonly noticeStart?: IsoDate;
  readonly noticeEnd?: IsoDate;
  readonly remark: string;
  /** Goods and needs by field: pieces, 公斤 or 斤 as the ledger counts them, money in 分. */
  readonly figures: Readonly<Partial<Record<FigureField, number>>>;
  /** The unit of each figure as the ledger's heading has it. */
  readonly units: Readonly<Partial<Record<FigureField, string>>>;
  readonly members: readonly Member[];
}

/** A person of a household, from a roster of members. */
export interface Member {
  readonly name: string;
  readonly relation: string;
  readonly sex: string;
  readonly idNumber: string;
  readonly isInNeed?: boolean;
  readonly remark: string;
}

export const figureFields = [
  'grainNeed',
  'heatingNeed',
  'beddingNeed',
  'medicalNeed',
  'otherNeed',
  'waterNeed',
  'approvedMonths',
  'approvedGrain',
  'approvedBedding',
  'quilts',
  'clothesSets',
  'heatingAmount',
] as const satisfies readonly FieldKey[];
export type FigureField = (typeof figureFields)[number];

/** The households of the ledgers in their order, each with its members where a roster of members names its head. */
export function householdsOf(ledgers: readonly Ledger[]): readonly Household[] {
  const members = membersByHead(ledgers.filter((ledger) => ledger.entryIs === 'person'));
  return ledgers
    .filter((ledger) => ledger.entryIs === 'household')
    .flatMap((ledger) => {
      const units: Partial<Record<FigureField, string>> = {};
      for (const field of figureFields) units[field] = ledger.columns[field]?.unit;
      return ledger.rows.map((_, entry) => householdAt(ledger, entry, units, members));
    });
}

/** 分 for sums; a household without amount adds nothing. */
export const fenOf = (household: Household): number => household.amount ?? 0;

export const sumOf = (households: readonly Household[], figure: (household: Household) => number | undefined): number =>
  households.reduce((sum, household) => sum + (figure(household) ?? 0), 0);

/** True for figures that are money in 分. */
export const isMoney = (field: FigureField): boolean => fields[field].kind === 'money';

/** A figure as it is printed: money in 元. */
export const figureOf = ({ figures }: Household, field: FigureField): number | undefined => {
  const figure = figures[field];
  return figure !== undefined && isMoney(field) ? figure / 100 : figure;
};

/** The unit that all households share for a figure: 元 for money, else the ledgers'; empty where they differ or have none. */
export const unitOf = (households: readonly Household[], field: FigureField): string => {
  if (isMoney(field)) return '元';
  const units = new Set(households.map((household) => household.units[field]));
  return units.size === 1 ? ([...units][0] ?? '') : '';
};

/** Whether the money is handed over and not sent through a bank: `现金`, or `资金发放` beside `银行发放` (forms.md 3.2). */
export const isPaidInCash = ({ payoutMethod }: Household): boolean =>
  /现金|^资金发放$/.test(payoutMethod) && !/银行|一卡|一折|打卡|社保卡/.test(payoutMethod);

/** Village and group as one: `大坪村三组`. */
export const placeOf = ({ village, group }: Household): string => village + group;

function householdAt(
  ledger: Ledger,
  entry: number,
  units: Household['units'],
  members: ReadonlyMap<string, readonly Member[]>,
): Household {
  const text = (field: FieldKey) => textOf(ledger, entry, field);
  const typed = (field: FieldKey) => {
    const written = typedIn(ledger, entry, field);
    return typeof written === 'string' ? trimText(written) : '';
  };
  const value = <K extends FieldKey>(field: K) => valueOf(ledger, entry, field);
  const idNumber = text('idNumber');
  const figures: Partial<Record<FigureField, number>> = {};
  for (const field of figureFields) {
    const figure = value(field);
    if (figure !== undefined) figures[field] = figure;
  }
  return {
    at: {
      workbook: ledger.workbook,
      sheet: ledger.sheet,
      row: ledger.rows[entry],
      column: ledger.columns.householdHead?.column ?? 1,
    },
    head: text('householdHead'),
    idNumber,
    village: text('villageName'),
    group: text('villagerGroup'),
    // As typed: the hyphen of a fixed line is part of how people read it.
    phone: typed('phone') || text('phone'),
    address: text('homeAddress'),
    registrationType: text('registrationType'),
    householdType: text('householdType'),
    disasterType: text('disasterType'),
    severity: text('severity'),
    size: value('householdSize'),
    inNeed: value('peopleInNeed'),
    amount: value('reliefAmount'),
    goodsValue: value('goodsValue'),
    payoutMethod: text('payoutMethod'),
    payoutUnit: text('payoutUnit'),
    bank: text('bankBranch'),
    accountHolder: text('accountHolder'),
    holderRelation: text('holderRelation'),
    account: text('cardAccount'),
    appraisalDate: value('appraisalDate'),
    noticeStart: value('noticeStart'),
    noticeEnd: value('noticeEnd'),
    remark: text('remark'),
    figures,
    units,
    members: members.get(comparableIdNumber(idNumber) ?? '') ?? [],
  };
}

/** What the field means as text, else the text typed. A number typed where digits are a name is damaged and not printed. */
function textOf(ledger: Ledger, entry: number, field: FieldKey): string {
  const value = valueOf(ledger, entry, field);
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  const typed = typedIn(ledger, entry, field);
  return typeof typed === 'string' ? trimText(typed) : '';
}

function membersByHead(rosters: readonly Ledger[]): ReadonlyMap<string, readonly Member[]> {
  const byHead = new Map<string, Member[]>();
  for (const roster of rosters) {
    for (let entry = 0; entry < roster.rows.length; entry++) {
      const head = comparableIdNumber(valueOf(roster, entry, 'headIdNumber') ?? null);
      if (head === undefined) continue;
      const member: Member = {
        name: textOf(roster, entry, 'memberName'),
        relation: textOf(roster, entry, 'relationToHead'),
        sex: textOf(roster, entry, 'sex'),
        idNumber: textOf(roster, entry, 'idNumber'),
        isInNeed: valueOf(roster, entry, 'isInNeed'),
        remark: textOf(roster, entry, 'remark'),
      };
      const known = byHead.get(head);
      if (known) known.push(member);
      else byHead.set(head, [member]);
    }
  }
  return byHead;
}
