import type { Finding } from '../findings/finding';
import type { FieldKey } from '../ledger/fields';
import { accountDigits } from '../ledger/accounts';
import type { Ledger, LedgerColumn } from '../ledger/ledger';
import { nameKey } from '../ledger/names';
import { withCell } from '../ledger/id-number-column';
import { comparableIdNumbers, personName } from '../ledger/same-people';
import { phonesIn } from '../ledger/phones';
import type { Policy } from '../policy/policy';
import type { CellValue } from '../workbook/cell';
import { finish, type Step } from '../workbook/port';
import { checks as allChecks } from '.';
import type { Check, ComparedBy } from './check';
import type { References } from './reference-kinds';
import { runChecks } from './run';

/** The outcome of a whole run, kept so that an edit costs only what depends on it. */
export interface CheckState {
  readonly ledgers: readonly Ledger[];
  /** By check. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  readonly policy: Policy;
  readonly references: References;
  readonly checks: readonly Check[];
  readonly sharers: Sharers;
}

/** One cell of an entry, as it now stands and as it is now read. */
export interface EditedCell {
  /** The ledger's index in the state. */
  readonly ledger: number;
  readonly entry: number;
  readonly field: FieldKey;
  readonly typed: CellValue;
  /** `undefined` where the cell is empty or malformed. */
  readonly value: unknown;
}

/** Runs every check and notes which entries share a value. */
export function* checkState(
  ledgers: readonly Ledger[],
  policy: Policy,
  references: References = {},
  checks: readonly Check[] = allChecks,
): Generator<Step, CheckState> {
  const { findings } = yield* runChecks(ledgers, policy, references, checks);
  const byCheck = new Map<string, Finding[]>();
  for (const finding of findings) {
    const own = byCheck.get(finding.kind);
    if (own) own.push(finding);
    else byCheck.set(finding.kind, [finding]);
  }
  const sharers: Sharers = {
    idNumber: new Map(),
    phone: new Map(),
    cardAccount: new Map(),
    name: new Map(),
    villageName: new Map(),
  };
  for (const [index, ledger] of ledgers.entries()) {
    for (let entry = 0; entry < ledger.rows.length; entry++) {
      if (entry % 4096 === 4095) yield { doing: '正在记下各行', done: entry, total: ledger.rows.length };
      for (const by of sharing) add(sharers[by], keyOf(by, ledger, entry), placeOf(index, entry));
    }
  }
  return { ledgers, findings: byCheck, policy, references, checks, sharers };
}

/** The state after the edit: only checks that look at the field, and only on the entries compared with the edited one. */
export function recheck(state: CheckState, edited: EditedCell): CheckState {
  const before = state.ledgers[edited.ledger];
  const after = editedLedger(before, edited);
  const ledgers = state.ledgers.map((ledger, index) => (index === edited.ledger ? after : ledger));
  const here = placeOf(edited.ledger, edited.entry);
  const findings = new Map(state.findings);
  const touched = new Map<ComparedBy, Touched>();
  const touchedBy = (by: ComparedBy): Touched => {
    let found = touched.get(by);
    if (!found) touched.set(by, (found = touchedEntries(state, ledgers, by, here, before, after, edited.entry)));
    return found;
  };
  for (const check of state.checks) {
    if (!looksAt(check, edited.field)) continue;
    const by = check.across ? check.comparedBy : 'entry';
    // Where a value is shared by thousands, cutting them out costs more than looking at all.
    if (
      by === undefined ||
      (by !== 'entry' && (state.sharers[by].get(keyOf(by, after, edited.entry) ?? '')?.size ?? 0) > 1000)
    ) {
      findings.set(check.id, finish(runChecks(ledgers, state.policy, state.references, [check])).findings);
      continue;
    }
    const { slices, isTouched } = touchedBy(by);
    const found = finish(runChecks(slices, state.policy, state.references, [check])).findings;
    const left = (findings.get(check.id) ?? []).filter((finding) => !isTouched(finding));
    if (found.length > 0 || left.length !== (findings.get(check.id)?.length ?? 0))
      findings.set(check.id, [...left, ...found]);
  }
  for (const by of sharing) {
    const [old, now] = [keyOf(by, before, edited.entry), keyOf(by, after, edited.entry)];
    if (old === now) continue;
    if (old !== undefined) state.sharers[by].get(old)?.delete(here);
    add(state.sharers[by], now, here);
  }
  return { ...state, ledgers, findings };
}

type Sharing = Exclude<ComparedBy, 'entry'>;
/** By value: the places of the entries that have it. Kept up to date in place. */
type Sharers = { readonly [K in Sharing]: Map<string, Set<number>> };

interface Touched {
  /** The ledgers with only the entries that an edit may concern. */
  readonly slices: readonly Ledger[];
  readonly isTouched: (finding: Finding) => boolean;
}

const sharing = ['idNumber', 'phone', 'cardAccount', 'name', 'villageName'] as const;

function touchedEntries(
  state: CheckState,
  ledgers: readonly Ledger[],
  by: ComparedBy,
  here: number,
  before: Ledger,
  after: Ledger,
  entry: number,
): Touched {
  const places = new Set([here]);
  if (by !== 'entry') {
    for (const key of [keyOf(by, before, entry), keyOf(by, after, entry)]) {
      for (const place of (key === undefined ? undefined : state.sharers[by].get(key)) ?? []) places.add(place);
    }
  }
  const byLedger = new Map<number, number[]>();
  for (const place of [...places].sort((left, right) => left - right)) {
    const index = Math.floor(place / placesPerLedger);
    const entries = byLedger.get(index);
    if (entries) entries.push(place % placesPerLedger);
    else byLedger.set(index, [place % placesPerLedger]);
  }
  const rows = new Set(
    [...byLedger].flatMap(([index, entries]) => entries.map((one) => rowKey(ledgers[index], ledgers[index].rows[one]))),
  );
  return {
    slices: [...byLedger].map(([index, entries]) => sliceOf(ledgers[index], entries)),
    isTouched: ({ at: [{ workbook, sheet, row }] }) => rows.has(`${workbook}\n${sheet}\n${row}`),
  };
}

const rowKey = ({ workbook, sheet }: Ledger, row: number): string => `${workbook}\n${sheet}\n${row}`;

/** What a check looks at; one that names no field looks at all. */
function looksAt(check: Check, field: FieldKey): boolean {
  const fields = [...check.cells, ...check.needs, ...check.needsOneOf, ...check.reads];
  return fields.length === 0 || fields.includes(field);
}

function editedLedger(ledger: Ledger, { entry, field, typed, value }: EditedCell): Ledger {
  const column = ledger.columns[field] as LedgerColumn | undefined;
  if (!column) throw new Error(`no column ${field} in ${ledger.form}`);
  const values = column.values.slice();
  values[entry] = value as (typeof values)[number];
  return {
    ...ledger,
    columns: { ...ledger.columns, [field]: { ...column, typed: withCell(column.typed, entry, typed), values } },
  };
}

function sliceOf(ledger: Ledger, entries: readonly number[]): Ledger {
  const columns = Object.fromEntries(
    (Object.values(ledger.columns) as LedgerColumn[]).map((column) => [
      column.field,
      {
        ...column,
        typed: entries.map((entry) => column.typed[entry]),
        values: entries.map((entry) => column.values[entry]),
        ...(column.formulas && {
          formulas: new Set(entries.flatMap((entry, index) => (column.formulas?.has(entry) ? [index] : []))),
        }),
      },
    ]),
  );
  return { ...ledger, rows: entries.map((entry) => ledger.rows[entry]), columns, totals: [] };
}

function keyOf(by: Sharing, ledger: Ledger, entry: number): string | undefined {
  switch (by) {
    case 'idNumber':
      return ledger.columns.idNumber && comparableIdNumbers(ledger.columns.idNumber.typed)[entry];
    case 'phone': {
      const phone = ledger.columns.phone?.values[entry];
      return phone === undefined || phone.length < 7 ? undefined : phonesIn(phone)[0];
    }
    case 'cardAccount': {
      const account = ledger.columns.cardAccount?.values[entry];
      return account === undefined ? undefined : accountDigits(account);
    }
    case 'name': {
      const name = personName({ ledger, entry });
      return name === undefined ? undefined : nameKey(name);
    }
    case 'villageName':
      return ledger.columns.villageName?.values[entry] ?? '';
  }
}

function add(groups: Map<string, Set<number>>, key: string | undefined, place: number): void {
  if (key === undefined) return;
  const group = groups.get(key);
  if (group) group.add(place);
  else groups.set(key, new Set([place]));
}

const placesPerLedger = 2 ** 21;
const placeOf = (ledger: number, entry: number): number => ledger * placesPerLedger + entry;
