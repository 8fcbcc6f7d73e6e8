import { checks } from '../../../src/core/checks';
import type { References } from '../../../src/core/checks/reference-kinds';
import { runChecks } from '../../../src/core/checks/run';
import { fills } from '../../../src/core/fills';
import { runFills } from '../../../src/core/fills/run';
import type { Finding } from '../../../src/core/findings/finding';
import type { Ledger } from '../../../src/core/ledger/ledger';
import type { Fen } from '../../../src/core/ledger/money';
import { policyOn, type Policy } from '../../../src/core/policy/policy';
import { finish } from '../../../src/core/workbook/port';
import { schemeById, schemes } from '../../../src/schemes';
import { mistakes } from '../../support/planted-mistakes';
import { cleanHouseholds, cleanMembers, ledgerFrom, numbersFrom, type Row } from '../../support/seeded-ledger';
import { testDay } from '../../support/test-policy';

/** What was counted of one check: planted, found, and found where nothing was planted. */
interface Tally {
  planted: number;
  found: number;
  false: number;
  /** Rows on which nothing was planted. */
  clean: number;
}

const tallies = new Map<string, Tally>();
const tallyOf = (check: string): Tally => {
  const known = tallies.get(check) ?? { planted: 0, found: 0, false: 0, clean: 0 };
  tallies.set(check, known);
  return known;
};

const households = 2000;

// Spread, so that a mistake stays a mistake and does not become a custom of the ledger.
test('every planted mistake is found, and nothing beside it', () => {
  for (const [index, mistake] of mistakes.entries()) {
    for (const scheme of mistake.schemes ?? ['shangzhai']) {
      const policy = policyOf(scheme);
      const rows = cleanHouseholds(households, policy, 1 + (index % 5)).map((row) => ({
        ...row,
        ...mistake.adds?.(row),
      }));
      const random = numbersFrom(index + 7);
      const expected = new Set<number>();
      const touched = new Set<number>();
      for (let at = 3; at + (mistake.rows ?? 1) < households; at += mistake.every ?? 20) {
        const offsets = mistake.plant(rows, at, random) ?? [0];
        for (let step = 0; step < (mistake.rows ?? 1); step++) touched.add(at + step);
        for (const offset of offsets) expected.add(at + offset);
      }
      const ledger = ledgerFrom(rows, undefined, mistake.units);
      const entryOf = new Map(ledger.rows.map((row, entry) => [row, entry]));
      const found = new Set(findingsOf([ledger], policy, mistake.check).map(({ at }) => entryOf.get(at[0].row) ?? -1));
      const tally = tallyOf(mistake.check);
      tally.planted += expected.size;
      const missed = [...expected].filter((entry) => !found.has(entry));
      tally.found += expected.size - missed.length;
      tally.false += [...found].filter((entry) => !touched.has(entry)).length;
      tally.clean += households - touched.size;
    }
  }
});

test('between a ledger and its roster of members', () => {
  const policy = policyOf('shangzhai');
  const plans: readonly (readonly [string, (heads: Row[], members: Row[], at: number) => Row | undefined])[] = [
    [
      'household-size-differs-from-members',
      (heads, _, at) => Object.assign(heads[at], { householdSize: Number(heads[at].householdSize) + 1 }),
    ],
    [
      'head-is-member-elsewhere',
      (heads, members, at) => {
        const other = heads[at + 1];
        const place = members.findIndex((member) => member.headIdNumber === other.idNumber);
        members.splice(place + 1, 0, {
          ...members[place],
          memberName: heads[at].householdHead,
          idNumber: heads[at].idNumber,
          relationToHead: '其他',
        });
        return heads[at];
      },
    ],
    [
      'member-under-two-heads',
      (heads, members, at) => {
        const mine = members.find(
          (member) => member.headIdNumber === heads[at].idNumber && member.relationToHead === '其他',
        );
        if (!mine) return undefined;
        const place = members.findIndex((member) => member.headIdNumber === heads[at + 1].idNumber);
        const twin = {
          ...members[place],
          memberName: mine.memberName,
          idNumber: mine.idNumber,
          relationToHead: '其他',
        };
        members.splice(place + 1, 0, twin);
        return twin;
      },
    ],
    [
      'id-number-two-names',
      (heads, members, at) => {
        const own = members.find((member) => member.idNumber === heads[at].idNumber);
        return own && Object.assign(own, { memberName: `${String(own.memberName)}甲` });
      },
    ],
  ];
  for (const [check, plant] of plans) {
    const heads = cleanHouseholds(1000, policy, 2);
    const members = cleanMembers(heads, 2);
    const spoilt = new Set<Row>();
    let planted = 0;
    for (let at = 5; at + 1 < heads.length; at += 25) {
      const row = plant(heads, members, at);
      if (!row) continue;
      planted += 1;
      spoilt.add(row);
    }
    const [ledger, roster] = [
      ledgerFrom(heads, ['householdHead', 'idNumber', 'householdSize', 'villageName']),
      ledgerFrom(members),
    ];
    const rowOf = new Map<string, Row>([
      ...ledger.rows.map((row, entry) => [`台账.xlsx ${row}`, heads[entry]] as const),
      ...roster.rows.map((row, entry) => [`名册.xlsx ${row}`, members[entry]] as const),
    ]);
    const found = new Set(
      findingsOf([ledger, roster], policy, check).flatMap(
        ({ at: [at] }) => rowOf.get(`${at.workbook} ${at.row}`) ?? [],
      ),
    );
    const tally = tallyOf(check);
    tally.planted += planted;
    tally.found += [...spoilt].filter((row) => found.has(row)).length;
    tally.false += [...found].filter((row) => !spoilt.has(row)).length;
    tally.clean += heads.length + members.length - planted;
  }
});

test('against the lists of the office', () => {
  const policy = policyOf('shangzhai');
  const rows = cleanHouseholds(households, policy, 3);
  const planted = rows.filter((_, entry) => entry % 40 === 7);
  const entryOf = (row: Row) => ({
    name: String(row.householdHead),
    idNumber: String(row.idNumber),
    village: String(row.villageName),
  });
  const listed = planted.map((row, index) => (index % 2 === 0 ? entryOf(row) : { idNumber: String(row.idNumber) }));
  const others = cleanHouseholds(households, policy, 9).map(entryOf);
  const ledger = ledgerFrom(rows);
  const references = (list: keyof References): References => ({ [list]: [...listed, ...others] });
  const entries = new Map(ledger.rows.map((row, entry) => [row, entry]));
  const count = (check: string, lists: References, expected: ReadonlySet<Row>) => {
    const found = findingsOf([ledger], policy, check, lists).map(({ at }) => rows[entries.get(at[0].row) ?? -1]);
    const tally = tallyOf(check);
    tally.planted += expected.size;
    tally.found += found.filter((row) => expected.has(row)).length;
    tally.false += found.filter((row) => !expected.has(row)).length;
    tally.clean += rows.length - expected.size;
  };
  const everyone = rows.map(entryOf);
  const spoilt = new Set(planted);
  count('deceased-listed', references('deceased'), spoilt);
  count('public-payroll-listed', references('public-payroll'), spoilt);
  count('cadre-relative-listed', references('cadre-relatives'), spoilt);
  count('paid-twice-this-season', references('last-payout'), spoilt);
  count(
    'absent-listed',
    references('absentees'),
    new Set(planted.filter(({ remark }) => remark !== '儿子务工已返乡' && remark !== '户主外出就医已回')),
  );
  count('not-in-need-ledger', { 'need-ledger': everyone.filter((_, entry) => entry % 40 !== 7) }, spoilt);
  const poor = rows.filter(({ householdType }) => householdType === '低保户');
  const unproven = new Set(poor.filter((_, index) => index % 10 === 3));
  const proven = poor
    .filter((row) => !unproven.has(row))
    .map((row) => ({ idNumber: String(row.idNumber), words: '农村低保' }));
  count('household-type-not-on-list', { 'household-types': proven }, unproven);
});

test('between a roster of members and the register of households', () => {
  const policy = policyOf('shangzhai');
  const members = cleanMembers(cleanHouseholds(600, policy, 5), 5);
  const roster = ledgerFrom(members);
  const spoilt = new Set(members.filter((_, entry) => entry % 30 === 11));
  const otherHead = String(cleanHouseholds(1, policy, 8)[0].idNumber);
  const registered = members.flatMap((member, entry) => {
    const own = { idNumber: String(member.idNumber), headIdNumber: String(member.headIdNumber) };
    if (!spoilt.has(member)) return [own];
    // A head is never listed under another, a member is either not listed or listed elsewhere.
    return entry % 60 === 11 && member.relationToHead !== '本人' ? [{ ...own, headIdNumber: otherHead }] : [];
  });
  const found = findingsOf([roster], policy, 'member-not-registered', { 'registered-members': registered });
  const rowOf = new Map(roster.rows.map((row, entry) => [row, members[entry]]));
  const tally = tallyOf('member-not-registered');
  tally.planted += spoilt.size;
  tally.found += found.filter(({ at }) => spoilt.has(rowOf.get(at[0].row) as Row)).length;
  tally.false += found.filter(({ at }) => !spoilt.has(rowOf.get(at[0].row) as Row)).length;
  tally.clean += members.length - spoilt.size;
});

test('of total rows', () => {
  const policy = policyOf('shangzhai');
  const tally = tallyOf('total-row-differs');
  const sums = ['householdSize', 'peopleInNeed', 'reliefAmount', 'centralFund'] as const;
  const totalOf = (rows: readonly Row[], label: string): Row => ({
    serialNumber: label,
    ...Object.fromEntries(sums.map((field) => [field, rows.reduce((sum, row) => sum + Number(row[field]), 0)])),
  });
  const ledgerWith = (rows: readonly Row[], spoil: (totals: readonly Row[]) => void): Ledger => {
    const half = rows.length / 2;
    const totals = [
      totalOf(rows.slice(0, half), '小计'),
      totalOf(rows.slice(half), '小计'),
      totalOf(rows, `合计 ${rows.length} 户`),
    ];
    spoil(totals);
    return ledgerFrom([...rows.slice(0, half), totals[0], ...rows.slice(half), totals[1], totals[2]]);
  };
  for (let seed = 1; seed <= 60; seed++) {
    const random = numbersFrom(seed);
    const rows = cleanHouseholds(60, policy, seed);
    tally.false += findingsOf([ledgerWith(rows, () => undefined)], policy, 'total-row-differs').length;
    tally.clean += rows.length;
    tally.planted += 1;
    const spoilt = ledgerWith(rows, (totals) => {
      const total = totals[random(3)];
      const field = sums[random(sums.length)];
      if (random(5) === 0) totals[2].serialNumber = `合计 ${rows.length + 1 + random(3)} 户`;
      else total[field] = Number(total[field]) + [-1, 1][random(2)] * (1 + random(30));
    });
    tally.found += findingsOf([spoilt], policy, 'total-row-differs').length === 1 ? 1 : 0;
  }
});

test('against the money shared out to villages', () => {
  const policy = policyOf('shangzhai');
  const tally = tallyOf('village-total-over-allocation');
  for (let seed = 1; seed <= 60; seed++) {
    const random = numbersFrom(seed);
    const rows = cleanHouseholds(120, policy, seed);
    const sums = new Map<string, number>();
    for (const { villageName, reliefAmount } of rows)
      sums.set(String(villageName), (sums.get(String(villageName)) ?? 0) + Number(reliefAmount) * 100);
    const allocation = [...sums].map(([village, amount]) => ({ village, amount: amount as Fen }));
    const check = 'village-total-over-allocation';
    tally.false += findingsOf([ledgerFrom(rows)], policy, check, { allocation }).length;
    tally.clean += rows.length;
    tally.planted += 1;
    const short = random(allocation.length);
    const lists = {
      allocation: allocation.map((one, index) =>
        index === short ? { ...one, amount: (one.amount - 100 * (1 + random(200))) as Fen } : one,
      ),
    };
    const found = findingsOf([ledgerFrom(rows)], policy, check, lists);
    tally.found += found.length === 1 && found[0].data.name === allocation[short].village ? 1 : 0;
  }
});

test('of whole ledgers', () => {
  const [one, two] = [policyOf('shangzhai'), policyOf('zhonggang')];
  const money = (amount: number): Policy => ({ ...one, allocation: { value: amount as Fen, source: '示例' } });
  const sum = (rows: readonly Row[]): number => rows.reduce((total, row) => total + Number(row.reliefAmount) * 100, 0);
  const trials: readonly (readonly [
    string,
    Policy,
    (rows: Row[], random: (below: number) => number) => Policy | undefined,
  ])[] = [
    [
      'even-split',
      two,
      (rows) => void rows.forEach((row) => Object.assign(row, { villageName: '青石村', reliefAmount: 500 })),
    ],
    [
      'payout-outlier',
      two,
      (rows, random) => {
        rows.forEach((row, index) =>
          Object.assign(row, { villageName: '青石村', severity: '一般困难户', reliefAmount: 200 + (index % 7) * 20 }),
        );
        rows[random(rows.length)].reliefAmount = 5000;
        return undefined;
      },
    ],
    ['total-over-allocation', one, (rows, random) => money(sum(rows) - 100 * (1 + random(500)))],
    ['total-below-allocation', one, (rows, random) => money(sum(rows) + 15_000 + 100 * random(500))],
  ];
  for (const [check, policy, spoil] of trials) {
    const tally = tallyOf(check);
    for (let seed = 1; seed <= 40; seed++) {
      const rows = cleanHouseholds(60, policy, seed);
      tally.false += findingsOf([ledgerFrom(rows)], policy, check).length;
      tally.clean += rows.length;
      const spoilt = spoil(rows, numbersFrom(seed)) ?? policy;
      tally.planted += 1;
      tally.found += findingsOf([ledgerFrom(rows)], spoilt, check).length === 1 ? 1 : 0;
    }
  }
});

test('a clean ledger under each scheme gives nothing at all', () => {
  for (const scheme of schemes) {
    const policy = policyOf(scheme.id);
    const heads = cleanHouseholds(households, policy, 4);
    const ledgers = [ledgerFrom(heads), ledgerFrom(cleanMembers(heads.slice(0, 300), 4))];
    const lists: References = {
      deceased: [{ name: heads[0].householdHead as string, idNumber: '11010519491231002X' }],
    };
    const found = [
      ...finish(runChecks(ledgers, policy, lists)).findings,
      ...finish(runFills(ledgers, policy, fills)).findings,
    ].map(({ kind, data }) => `${scheme.id} ${kind} ${JSON.stringify(data)}`);
    expect(found).toEqual([]);
  }
});

test('at least 999 of 1,000 are found, and at most one row of 1,000 clean ones is called wrong', () => {
  const lines = [...tallies]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(
      ([check, { planted, found, false: wrong, clean }]) =>
        `| ${check} | ${planted} | ${percent(found, planted)} | ${wrong} of ${clean} |`,
    );
  process.stdout.write(`| check | planted | recall | false alarms |\n| --- | --- | --- | --- |\n${lines.join('\n')}\n`);
  for (const [check, { planted, found, false: wrong, clean }] of tallies) {
    expect([check, planted > 0, found / planted >= 0.999]).toEqual([check, true, true]);
    expect([check, wrong <= clean / 1000]).toEqual([check, true]);
  }
});

test('each check is planted here, and each fill that compares but for those of goods, which have examples of their own', () => {
  const all = [...checks, ...fills.map(({ disagrees }) => disagrees)].map(({ id }) => id);
  expect(all.filter((id) => !tallies.has(id))).toEqual([
    'approved-grain-differs',
    'quilts-differs',
    'clothes-sets-differs',
    'approved-bedding-differs',
    'heating-amount-differs',
    'goods-value-differs',
    'serial-number-differs',
  ]);
});

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(2)} %`;

/** A whole township's money is not under test where single rows are. */
function policyOf(id: string): Policy {
  const scheme = schemeById(id);
  if (!scheme) throw new Error(`no scheme ${id}`);
  return { ...policyOn(scheme, testDay), allocation: undefined };
}

function findingsOf(
  ledgers: readonly Ledger[],
  policy: Policy,
  check: string,
  lists: References = {},
): readonly Finding[] {
  const own = checks.filter(({ id }) => id === check);
  const found =
    own.length > 0 ? finish(runChecks(ledgers, policy, lists, own)) : finish(runFills(ledgers, policy, fills));
  return found.findings.filter(({ kind }) => kind === check);
}
