import { seasonsStated } from '../core/ledger/season';
import type { IsoDate } from '../core/ledger/dates';
import { fields } from '../core/ledger/fields';
import type { Ledger } from '../core/ledger/ledger';
import { policyOn } from '../core/policy/policy';
import type { Scheme } from '../core/policy/scheme';
import { sheetKinds } from '../core/sheets';
import { bankResultsTitle } from '../core/sheets/bank-results';
import { householdsOf, type Household } from '../core/sheets/household';
import { scanNotice } from '../core/sheets/notice-scan';
import type { Occasion } from '../core/sheets/occasion';
import { elsewhere, type Scope } from '../core/sheets/scope';
import { headingOf, type SheetInput, type SheetKind } from '../core/sheets/sheet-kind';
import type { Step } from '../core/workbook/port';
import type { SheetPlan } from '../core/workbook/sheet-plan';
import { valueAt, type WorkbookSnapshot } from '../core/workbook/snapshot';
import { checkWorkbooks, type CheckReport, type References } from './check-workbooks';
import { householdsInRows, type ChosenRows } from './chosen-rows';
import { looksLikeWrongFile, type ExpectedFile } from './looks-like-wrong-file';

/** The villages of the ledgers, in their order, each once. */
export const villagesIn = (ledgers: readonly Ledger[]): readonly string[] => {
  const households = ledgers.filter((ledger) => ledger.entryIs === 'household');
  return [
    ...new Set(
      households.flatMap(({ columns }) => columns.villageName?.values ?? []).filter((name) => name !== undefined),
    ),
  ];
};

export { chosenRows, rowWords, type ChosenRows } from './chosen-rows';

/** What is left out, as a sentence; empty where nothing is. */
export const leftOutSentence = (scope: Scope | undefined): string => (scope ? `${elsewhere(scope)}。` : '');

export type { Occasion } from '../core/sheets/occasion';

/** All kinds of printed sheets, for lists to choose from. */
export const sheetCatalogue: readonly Pick<SheetKind, 'id' | 'title' | 'why' | 'isPublic'>[] = sheetKinds;

export interface SheetsRequest {
  readonly workbook: WorkbookSnapshot;
  /** The scheme that the person chose; missing means the sheet 救助标准, or the default one. */
  readonly scheme?: Scheme;
  readonly today: IsoDate;
  /** Lists of the office: what they show counts among the errors that stand. */
  readonly references?: References;
  /** Ids of `sheetKinds`. */
  readonly kinds: readonly string[];
  /** Only the households of this village, as the ledger writes it. */
  readonly village?: string;
  /** Only the households of these rows. */
  readonly rows?: ChosenRows;
  readonly occasion: Occasion;
  /** Given where a file that looks like another one is to be refused. */
  readonly expected?: ExpectedFile;
  /** The person knows of the errors that stand, and wants the sheets all the same. */
  readonly isConfirmed: boolean;
}

export interface MadeSheets {
  readonly plans: readonly SheetPlan[];
  readonly report: CheckReport;
  readonly households: number;
  /** Of which households it is, where it is not all of them. */
  readonly scope?: Scope;
  /** Each plan's kind, in the order of `plans`. */
  readonly kinds: readonly SheetKind[];
}

/** Why no sheet was made, in one Chinese sentence. `errors` and `wrong-file`: the person may confirm and ask again. */
export interface SheetsRefused {
  readonly refused: string;
  readonly because:
    | 'unknown-kind'
    | 'no-ledger'
    | 'no-column'
    | 'no-village'
    | 'no-row'
    | 'wrong-file'
    | 'errors'
    | 'not-ready'
    | 'no-answer'
    | 'leak';
}

/** 生成表册: the printed sheets of the workbook's ledgers. Nothing is changed, and nothing is made while errors stand unconfirmed. */
export function* makeSheets(request: SheetsRequest): Generator<Step, MadeSheets | SheetsRefused> {
  const kinds = request.kinds.map((id) => sheetKinds.find((kind) => kind.id === id));
  const unknown = kinds.indexOf(undefined);
  if (unknown >= 0) {
    return refuse('unknown-kind', `没有“${request.kinds[unknown]}”这种打印表，请从这些里面选：${kindList()}。`);
  }
  const wanted = kinds.filter((kind) => kind !== undefined);
  const prepared = yield* sheetInput(request, wanted);
  if ('refused' in prepared) return prepared;
  const { input, report, all } = prepared;
  const plans: SheetPlan[] = [];
  const kindOfPlan: SheetKind[] = [];
  for (const kind of wanted) {
    for (const plan of yield* kind.build(input)) {
      plans.push(withFreeName(plan, plans));
      kindOfPlan.push(kind);
    }
  }
  const leak = yield* leakSentence(
    plans.filter((_, index) => kindOfPlan[index].isPublic),
    all,
    request.occasion,
  );
  if (leak) return refuse('leak', leak);
  return { plans, report, households: input.households.length, kinds: kindOfPlan, scope: input.scope };
}

/** What sheets of these kinds are made of, or why they cannot be made. */
export function* sheetInput(
  request: Omit<SheetsRequest, 'kinds'>,
  wanted: readonly SheetKind[],
): Generator<Step, SheetsRefused | PreparedSheets> {
  const report = yield* checkWorkbooks({
    workbooks: [request.workbook],
    scheme: request.scheme,
    today: request.today,
    references: request.references,
  });
  const ledgers = report.ledgers.filter((ledger) => ledger.entryIs === 'household');
  if (ledgers.length === 0) {
    return refuse('no-ledger', `“${request.workbook.name}”里没有找到一户一行的台账，请打开台账后再生成表册。`);
  }
  const lacking = lackingColumn(wanted, ledgers);
  if (lacking) return refuse('no-column', lacking);
  const all = householdsOf(report.ledgers);
  const wantedHouseholds = householdsWanted(all, request);
  if ('refused' in wantedHouseholds) return wantedHouseholds;
  const { households, scope } = wantedHouseholds;
  const [odd] = request.expected ? looksLikeWrongFile(report, request.expected) : [];
  if (odd) return refuse('wrong-file', odd.sentence);
  if (report.summary.error > 0 && !request.isConfirmed) {
    return refuse(
      'errors',
      `台账还有 ${report.summary.error} 处错误没有处理，请先检查并改正，或确认带着这些错误生成。`,
    );
  }
  const input: SheetInput = {
    households,
    policy: policyOn(report.scheme.scheme, request.today),
    occasion: { ...seasonOfTitles(ledgers), ...request.occasion },
    standingErrors: report.summary.error,
    present: presentTitles(request.workbook, wanted),
    ...(scope && { scope }),
  };
  for (const kind of wanted) {
    const why = kind.refuses?.(input);
    if (why !== undefined) return refuse('not-ready', why);
  }
  return { input, report, all };
}

/** The households that the person wants sheets of, and what is left out. */
function householdsWanted(
  all: readonly Household[],
  { village, rows }: Pick<SheetsRequest, 'village' | 'rows'>,
): { readonly households: readonly Household[]; readonly scope?: Scope } | SheetsRefused {
  let households = all;
  if (rows) {
    const chosen = householdsInRows(all, rows);
    if ('refused' in chosen) return refuse('no-row', chosen.refused);
    households = chosen;
  }
  if (village !== undefined) households = households.filter((household) => household.village === village);
  if (village !== undefined && households.length === 0) {
    return refuse('no-village', `台账里没有“${village}”的户，请核对村名，台账里有：${villageList(all)}。`);
  }
  const leftOut = all.length - households.length;
  if (leftOut === 0) return { households };
  const words = rows ? '选中的户' : (village ?? '');
  return { households, scope: { words, leftOut, isVillage: !rows } };
}

/** The winter that the ledgers' own titles name: paper of last winter, printed late, is still last winter's. */
function seasonOfTitles(ledgers: readonly Ledger[]): Pick<Occasion, 'season'> {
  const stated = new Set(ledgers.flatMap(({ title }) => seasonsStated(title)));
  const [season] = stated;
  return stated.size === 1 ? { season: `${season}—${season + 1}` } : {};
}

export interface PreparedSheets {
  readonly input: SheetInput;
  readonly report: CheckReport;
  /** The households of all villages. */
  readonly all: readonly Household[];
}

const refuse = (because: SheetsRefused['because'], refused: string): SheetsRefused => ({ refused, because });

/** Titles of the printed sheets that stand in the workbook or are made now. */
const presentTitles = (workbook: WorkbookSnapshot, wanted: readonly SheetKind[]): readonly string[] => {
  const headings = new Set(workbook.sheets.map((sheet) => valueAt(sheet, 1, 1)));
  const made = sheetKinds
    .filter((kind) => wanted.includes(kind) || headings.has(headingOf(kind.title)))
    .map(({ title }) => title);
  return headings.has(headingOf(bankResultsTitle)) ? [...made, bankResultsTitle] : made;
};

const kindList = (): string => sheetKinds.map(({ id, title }) => `${id}（${title}）`).join('、');

const villageList = (households: readonly Household[]): string => {
  const names = [...new Set(households.map(({ village }) => village))].filter((name) => name !== '');
  return names.length === 0 ? '没有填写村名' : names.slice(0, 12).join('、') + (names.length > 12 ? '等' : '');
};

function lackingColumn(kinds: readonly SheetKind[], ledgers: readonly Ledger[]): string | undefined {
  for (const kind of kinds) {
    for (const field of kind.needs) {
      const ledger = ledgers.find(({ columns }) => columns[field] === undefined);
      if (ledger) {
        return `工作表“${ledger.sheet}”没有“${fields[field].zh}”一栏，不能生成${kind.title}，请补上这一栏。`;
      }
    }
  }
  return undefined;
}

/** What a public sheet holds that must not be seen, without repeating it. */
function* leakSentence(
  plans: readonly SheetPlan[],
  households: readonly Household[],
  { villageHotline, townshipHotline, countyHotline }: Occasion,
): Generator<Step, string | undefined> {
  const [leak] = yield* scanNotice(plans, {
    known: households.flatMap(({ idNumber, account, phone, members }) => [
      idNumber,
      account,
      phone,
      ...members.map((member) => member.idNumber),
    ]),
    hotlines: [villageHotline, townshipHotline, countyHotline].filter((number) => number !== undefined),
  });
  return (
    leak &&
    `“${leak.sheet}”的 ${leak.where} 里有像${leak.passesAs}的数字，不能公示，请在台账的姓名、村组、类别等栏里找到并删去这些数字。`
  );
}

/** Sheets of one workbook need different names, upper and lower case not told apart. */
function withFreeName(plan: SheetPlan, before: readonly SheetPlan[]): SheetPlan {
  const taken = new Set(before.map(({ name }) => name.toLowerCase()));
  let name = plan.name;
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${plan.name.slice(0, 27)}(${number})`;
  return name === plan.name ? plan : { ...plan, name };
}
