import type { IsoDate } from '../../../src/core/ledger/dates';
import { applyToSnapshot } from '../../../src/core/workbook/apply-to-snapshot';
import { finish } from '../../../src/core/workbook/port';
import { checkWorkbooks } from '../../../src/tasks/check-workbooks';
import { markChanges } from '../../../src/tasks/mark-ledger';
import { returnToVillage } from '../../../src/tasks/return-to-village';
import { nationalRoster } from '../../../src/forms/national-roster';
import { reliefImport } from '../../../src/forms/relief-import';
import { memberRoster } from '../../../src/forms/member-roster';
import type { CellValue } from '../../../src/core/workbook/cell';
import { readingOf, workbookOf } from '../../support/table';
import { person } from '../../support/people';
import {
  householdsFrom,
  returnedPlan,
  workbookOfPlans,
  yuanOf,
  type ReturnedOptions,
} from '../../support/returned-plan';
import { mergedRows, mergeOf, verdictsOf } from './merge-of';

const village = (name: string, place: string, from: number, count: number, options?: ReturnedOptions) =>
  workbookOfPlans(name, returnedPlan(place, householdsFrom(from, count), options));

const qing = village('青石村.xlsx', '青石村', 0, 6, { total: true });
const yun = village('云台村.xlsx', '云台村', 100, 5);

/** The columns of the merged sheet and the values of the row that came from there. */
function rowFrom(
  report: ReturnType<typeof mergeOf>,
  workbook: string,
  row: number,
): Readonly<Record<string, CellValue>> {
  const [merged] = report.sheets;
  const origin = merged.origins.find((each) => each.workbook === workbook && each.from.row === row);
  if (!origin) throw new Error(`no row from ${workbook} ${row}`);
  const { cells } = merged.plan.rows[origin.row - 1];
  return Object.fromEntries(merged.columns.map(({ heading }, at) => [heading, cells[at].value]));
}

describe('what is merged', () => {
  const report = mergeOf([yun, qing]);

  test('every household once, with where it comes from', () => {
    expect(verdictsOf(report)).toEqual({ '青石村.xlsx': 'taken', '云台村.xlsx': 'taken' });
    const [merged] = report.sheets;
    expect(merged.origins.map(({ workbook, from }) => `${workbook} ${from.row}`)).toEqual([
      ...[5, 6, 7, 8, 9].map((row) => `云台村.xlsx ${row}`),
      ...[5, 6, 7, 8, 9, 10].map((row) => `青石村.xlsx ${row}`),
    ]);
    for (const { row, name } of merged.origins) {
      expect(merged.plan.rows[row - 1].cells.map(({ value }) => value)).toContain(name);
    }
  });

  test('in = merged + set aside, by village and in whole, and the own total agrees', () => {
    const money = householdsFrom(0, 6).reduce((sum, household) => sum + yuanOf(household) * 100, 0);
    const people = householdsFrom(0, 6).reduce((sum, { inNeed = 0 }) => sum + inNeed, 0);
    expect(report.conservation.lines.find((line) => line.village === '青石村')).toEqual({
      village: '青石村',
      entryIs: 'household',
      cameIn: { entries: 6, people, money },
      merged: { entries: 6, people, money },
      setAside: { entries: 0, people: 0, money: 0 },
      holds: true,
    });
    expect(report.conservation.totals[0].merged.entries).toBe(11);
    expect(report.conservation.ownTotals).toMatchObject([{ workbook: '青石村.xlsx', agrees: true }]);
    expect(report.conservation.rows).toEqual([]);
  });

  test('read back it is a ledger of the form, whose subtotals agree', () => {
    const reading = readingOf(workbookOfPlans('汇总.xlsx', report.plans[0]));
    expect(reading.ledgers.map(({ form, rows, totals }) => [form, rows.length, totals.length])).toEqual([
      ['village-ledger', 11, 3],
    ]);
    expect(reading.findings).toEqual([]);
    const [{ totals, columns }] = reading.ledgers;
    for (const { from, to, cells, households } of totals) {
      const sum = columns.reliefAmount?.values.slice(from, to).reduce<number>((all, value) => all + (value ?? 0), 0);
      expect(cells.reliefAmount?.value).toBe(sum);
      expect(households).toBe(to - from);
    }
  });

  test('the figures of a file are compared with its own total row', () => {
    const wrong = village('青石村.xlsx', '青石村', 0, 6, { total: true, totals: { reliefAmount: 99_999 } });
    const [total] = mergeOf([wrong]).conservation.ownTotals;
    expect(total).toMatchObject({ row: 11, agrees: false, stated: { money: 9_999_900 } });
  });

  test('an amount that cannot be read is named and kept as typed', () => {
    const odd = workbookOfPlans(
      '青石村.xlsx',
      returnedPlan('青石村', [{ head: 1 }, { head: 2, cells: { reliefAmount: '三百元' } }]),
    );
    const merge = mergeOf([odd]);
    expect(merge.conservation.rows).toMatchObject([{ workbook: '青石村.xlsx', row: 6 }]);
    expect(rowFrom(merge, '青石村.xlsx', 6)['救助金额']).toBe('三百元');
    expect(merge.conservation.totals[0]).toMatchObject({ holds: true, merged: { entries: 2, money: 15_000 } });
  });
});

describe('forms and units come together', () => {
  const roster = village('大湾村.xlsx', '大湾村', 200, 3, {
    form: nationalRoster,
    unit: '填报单位（盖章）：松岭乡大湾村',
  });
  const imported = village('双河村.xlsx', '双河村', 300, 3, { form: reliefImport });
  const jin = workbookOf(
    `| 冬春救助花名册 |
     | 行政村 | 户主姓名 | 身份证号 | 需救助人口 | 救助金额（万元） | 核准救助口粮（斤） | 包村干部 |
     | 柳溪村 | ${person(401).name} | ${person(401).idNumber} | 2 | 0.03 | 90 | 周干 |`,
    { name: '柳溪村.xlsx' },
  );
  const report = mergeOf([qing, roster, imported, jin]);

  test('columns are matched by meaning, what a form lacks stays empty, what only one has stays', () => {
    expect(rowFrom(report, '大湾村.xlsx', 4)).toMatchObject({
      户主姓名: person(200).name,
      身份证号: person(200).idNumber,
      行政村: '大湾村',
      户口类型: null,
    });
    expect(rowFrom(report, '大湾村.xlsx', 4)['家庭住址']).toBe('大湾村21号');
    expect(rowFrom(report, '青石村.xlsx', 5)['家庭住址']).toBeNull();
    expect(rowFrom(report, '柳溪村.xlsx', 3)['包村干部']).toBe('周干');
  });

  test('万元 becomes 元 and 斤 becomes 公斤, and it is said', () => {
    expect(rowFrom(report, '柳溪村.xlsx', 3)).toMatchObject({ 救助金额: 300, 核准救助口粮: 45 });
    const sentences = report.verdicts.find(({ workbook }) => workbook === '柳溪村.xlsx')?.sentences.join('');
    expect(sentences).toContain('以万元填报，已换算成元');
    expect(sentences).toContain('以斤填报，已换算成公斤');
  });

  test('grain counted in 元 does not stand among grain in 公斤', () => {
    const inYuan = workbookOfPlans(
      '双河村.xlsx',
      returnedPlan('双河村', [{ head: 300, cells: { grainNeed: 120 } }], { form: reliefImport }),
    );
    const row = rowFrom(mergeOf([qing, inYuan]), '双河村.xlsx', 3);
    expect(row['需口粮救助']).toBeNull();
    expect(row['需口粮救助（元）']).toBe(120);
  });

  test('the same content on another form is the same content', () => {
    const plain = (form: typeof nationalRoster | typeof reliefImport) =>
      workbookOfPlans(
        `${form.id}.xlsx`,
        returnedPlan('大湾村', householdsFrom(200, 3), { form, unit: '填报单位（盖章）：大湾村' }),
      );
    // The forms ask for different things, so only what both ask for is the same: this is a version, not a copy.
    expect(verdictsOf(mergeOf([plain(nationalRoster), plain(reliefImport)]))).toMatchObject({
      'national-roster.xlsx': 'undecided',
    });
    const moved = workbookOfPlans(
      '另存.xlsx',
      returnedPlan('大湾村', [...householdsFrom(200, 3)].reverse(), {
        form: nationalRoster,
        unit: '填报单位（盖章）：大湾村',
      }),
    );
    expect(verdictsOf(mergeOf([plain(nationalRoster), moved]))).toEqual({
      'national-roster.xlsx': 'taken-with-remarks',
      '另存.xlsx': 'same-again',
    });
  });

  test('a chosen form lays the merged ledger out, and every amount stays', () => {
    const merge = mergeOf([qing, imported], {}, nationalRoster);
    expect(merge.conservation.totals).toMatchObject([{ holds: true, merged: { entries: 9 } }]);
    expect(readingOf(workbookOfPlans('汇总.xlsx', merge.plans[0])).ledgers[0].form).toBe('national-roster');
  });

  test('rosters of members come together on a sheet of their own', () => {
    const both = workbookOfPlans(
      '青石村.xlsx',
      returnedPlan('青石村', householdsFrom(0, 3)),
      returnedPlan('青石村', householdsFrom(0, 4), { form: memberRoster }),
    );
    const merge = mergeOf([both, yun]);
    expect(merge.sheets.map(({ plan, origins }) => [plan.name, origins.length])).toEqual([
      ['汇总台账', 8],
      ['汇总成员名册', 4],
    ]);
    expect(merge.conservation.totals.map(({ entryIs, merged, holds }) => [entryIs, merged.entries, holds])).toEqual([
      ['household', 8, true],
      ['person', 4, true],
    ]);
  });
});

describe('one village twice', () => {
  const older = village('青石村.xlsx', '青石村', 0, 6, { preparedOn: '2026-01-03' });
  const changed = householdsFrom(0, 7)
    .filter(({ head }) => head !== 2)
    .map((household) =>
      household.head === 4 ? { ...household, cells: { reliefAmount: 600, phone: person(99).phone } } : household,
    );
  const newer = workbookOfPlans('青石村新.xlsx', returnedPlan('青石村', changed, { preparedOn: '2026-01-06' }));

  test('the same file under another name changes nothing', () => {
    const copy = { ...qing, name: '青石村(1).xlsx' };
    const [one, two] = [mergeOf([qing, yun]), mergeOf([copy, qing, yun])];
    expect(verdictsOf(two)).toMatchObject({ '青石村(1).xlsx': 'taken', '青石村.xlsx': 'same-again' });
    expect(mergedRows(two)).toEqual(mergedRows(one));
    expect(two.conservation.totals).toMatchObject([
      { holds: true, cameIn: { entries: 17 }, merged: { entries: 11 }, setAside: { entries: 6 } },
    ]);
  });

  test('the newer one is taken, the differences are listed household by household', () => {
    const report = mergeOf([newer, older]);
    expect(verdictsOf(report)).toEqual({ '青石村.xlsx': 'older', '青石村新.xlsx': 'taken' });
    expect(report.differences.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      `gone ${person(2).name}`,
      `added ${person(6).name}`,
      ...[0, 1, 3, 4, 5].map((head) => `changed ${person(head).name}`),
    ]);
    const [of4] = report.differences.filter(({ name }) => name === person(4).name);
    expect(of4.changes).toEqual([
      { field: 'phone', from: `…${person(4).phone.slice(-4)}`, to: `…${person(99).phone.slice(-4)}` },
      { field: 'preparedOn', from: '2026-01-03', to: '2026-01-06' },
      { field: 'reliefAmount', from: `${yuanOf(householdsFrom(4, 1)[0])} 元`, to: '600 元' },
    ]);
    expect(report.verdicts[0].sentences[0]).toContain('填报日期2026年1月3日，那一份2026年1月6日');
  });

  test('where the facts disagree none is taken until one is chosen', () => {
    const files = [[older, { modifiedOn: '2026-01-07' }], [newer, { modifiedOn: '2026-01-06' }], yun] as const;
    const asked = mergeOf(files);
    expect(verdictsOf(asked)).toMatchObject({
      '青石村.xlsx': 'undecided',
      '青石村新.xlsx': 'undecided',
      '云台村.xlsx': 'taken',
    });
    expect(asked.conservation.totals).toMatchObject([
      { holds: true, merged: { entries: 5 }, setAside: { entries: 12 } },
    ]);
    expect(asked.verdicts[1].sentences[0]).toContain('填报日期、文件保存日期说的先后不一致');
    const chosen = mergeOf(files, { newer: ['青石村.xlsx'] });
    expect(verdictsOf(chosen)).toMatchObject({ '青石村.xlsx': 'taken', '青石村新.xlsx': 'older' });
  });

  test('two halves of a village are both taken', () => {
    const half = village('青石村二组.xlsx', '青石村委会', 20, 4);
    const report = mergeOf([qing, half]);
    expect(verdictsOf(report)).toEqual({
      '青石村.xlsx': 'taken-with-remarks',
      '青石村二组.xlsx': 'taken-with-remarks',
    });
    expect(report.conservation.lines).toMatchObject([{ merged: { entries: 10 } }]);
  });

  test('one name in two townships is two villages', () => {
    const report = mergeOf([
      [qing, { folder: '松岭乡' }],
      [{ ...newer, name: '别处.xlsx' }, { folder: '柏林镇' }],
    ]);
    expect(Object.values(verdictsOf(report))).toEqual(['half-duplicates', 'half-duplicates']);
    const apart = mergeOf([
      [qing, { folder: '松岭乡' }],
      [village('b.xlsx', '青石村', 50, 4), { folder: '柏林镇' }],
    ]);
    expect(apart.conservation.lines.map(({ township, merged }) => [township, merged.entries])).toEqual([
      // In the order of the merged ledger.
      ['松岭乡', 6],
      ['柏林镇', 4],
    ]);
    const labels = apart.sheets[0].plan.rows.flatMap(({ cells }) =>
      cells.map(({ value }) => String(value)).filter((text) => /计（/.test(text)),
    );
    const [{ plan }] = apart.sheets;
    const labelled = plan.merges.filter(
      ({ top, left, right }) => /计（/.test(String(plan.rows[top - 1].cells[left - 1]?.value)) && right > left,
    );
    expect(labelled).toHaveLength(labels.length);
    expect(labels).toEqual([
      '小计（青石村6户）',
      '合计（松岭乡6户）',
      '小计（青石村4户）',
      '合计（柏林镇4户）',
      '总计（10户）',
    ]);
  });
});

describe('what is set aside', () => {
  test.each([
    ['a file that cannot be opened', { name: 'x.xlsx', unread: '这个文件设有打开密码，请先取消密码。' }, 'unreadable'],
    ['no ledger', workbookOf('| 会议通知 |\n| 请各村于周五前报送 |', { name: 'x.xlsx' }), 'not-ledger'],
    ['a blank form', village('x.xlsx', '大湾村', 0, 0), 'empty'],
    [
      'a form without numbers',
      workbookOf('| 户主姓名 | 救助金额 |\n| 林旺满 | 300 |', { name: 'x.xlsx' }),
      'wrong-form',
    ],
    [
      'another winter by its title',
      village('x.xlsx', '大湾村', 500, 4, { title: '2023—2024年度冬春救助台账' }),
      'wrong-year',
    ],
    ['another winter by its days', village('x.xlsx', '大湾村', 500, 4, { preparedOn: '2024-12-20' }), 'wrong-year'],
    [
      'another village in its heading',
      village('x.xlsx', '大湾村', 500, 4, { unit: '填报单位：松岭乡云台村' }),
      'wrong-village',
    ],
    [
      'half of it twice',
      workbookOfPlans('x.xlsx', returnedPlan('大湾村', [...householdsFrom(500, 3), ...householdsFrom(500, 3)])),
      'half-duplicates',
    ],
    ['most of another village', village('x.xlsx', '大湾村', 1, 6), 'half-duplicates'],
  ])('%s', (_, file, reason) => {
    const report = mergeOf([qing, yun, file]);
    expect(verdictsOf(report)['x.xlsx']).toBe(reason);
    expect(report.verdicts.find(({ workbook }) => workbook === 'x.xlsx')?.sentences[0]).toMatch(
      /^[^。]+，请[^。]+。$|只计一次。$|。$/,
    );
    expect(report.conservation.totals.every(({ holds }) => holds)).toBe(true);
  });

  test('a title of one year may mean either winter', () => {
    const spring = village('x.xlsx', '大湾村', 500, 4, { title: '松岭乡2026年冬春救助台账' });
    expect(verdictsOf(mergeOf([qing, yun, spring]))['x.xlsx']).toBe('taken');
  });

  test('only the villages and forms expected are taken, and who has not handed in is named', () => {
    const report = mergeOf([qing, yun], { villages: ['青石村', '大湾村'] });
    expect(verdictsOf(report)).toEqual({ '青石村.xlsx': 'taken', '云台村.xlsx': 'wrong-village' });
    expect(report.missing).toEqual(['大湾村']);
    expect(verdictsOf(mergeOf([qing], { forms: ['relief-import'] }))).toEqual({ '青石村.xlsx': 'wrong-form' });
    expect(verdictsOf(mergeOf([qing], { season: 2024 }))).toEqual({ '青石村.xlsx': 'wrong-year' });
  });

  test('one village’s rows are set aside, the rest of the file is taken', () => {
    const all = workbookOfPlans(
      '全乡.xlsx',
      returnedPlan('青石村', householdsFrom(0, 6), { preparedOn: '2026-01-02' }),
      returnedPlan('云台村', householdsFrom(100, 5), { sheetName: '云台' }),
    );
    const report = mergeOf([all, village('青石村.xlsx', '青石村', 0, 7)]);
    expect(verdictsOf(report)).toEqual({ '全乡.xlsx': 'taken-with-remarks', '青石村.xlsx': 'taken' });
    expect(report.verdicts.find(({ workbook }) => workbook === '全乡.xlsx')).toMatchObject({ taken: 5, setAside: 6 });
    expect(report.differences.map(({ kind }) => kind).filter((kind) => kind === 'added')).toHaveLength(1);
  });

  test('one slip in the name of a village makes no village', () => {
    const slip = workbookOfPlans(
      '青石村.xlsx',
      returnedPlan(
        '青石村',
        householdsFrom(0, 8).map((each) => (each.head === 3 ? { ...each, cells: { villageName: '青石树' } } : each)),
      ),
    );
    const report = mergeOf([slip, yun]);
    expect(report.conservation.lines.map(({ village: name, merged }) => [name, merged.entries])).toEqual([
      ['云台村', 5],
      ['青石村', 8],
    ]);
    expect(report.verdicts.find(({ workbook }) => workbook === '青石村.xlsx')?.sentences[0]).toContain(
      '第 8 行的村名写成“青石树”',
    );
  });
});

test('the same person in two villages is found by the checks over all', () => {
  const [, other] = [
    qing,
    workbookOfPlans('云台村.xlsx', returnedPlan('云台村', [{ head: 3 }, ...householdsFrom(100, 5)])),
  ];
  const twice = mergeOf([qing, other]).findings.filter(({ finding }) => finding.kind === 'id-number-duplicate');
  expect(twice.map(({ finding }) => finding.at.map(({ workbook }) => workbook))).toEqual([
    ['青石村.xlsx', '云台村.xlsx'],
  ]);
});

test('what a township decided comes along and is not asked again', () => {
  const households = householdsFrom(0, 4).map((each) =>
    each.head === 2 ? { ...each, cells: { awayForLong: '是' } } : each,
  );
  const plain = workbookOfPlans('青石村.xlsx', returnedPlan('青石村', households));
  const open = mergeOf([plain]);
  const asked = open.findings.length;
  expect(open.summary).toMatchObject({ warning: asked, explained: 0 });
  expect(asked).toBeGreaterThan(0);
  const report = finish(checkWorkbooks({ workbooks: [plain], today: '2026-01-08' as IsoDate }));
  const marked = applyToSnapshot(plain, markChanges(plain, report, '2026-01-08' as IsoDate)).snapshot;
  const record = marked.sheets[1];
  const at = (heading: string) => (record.rows[3]?.indexOf(heading) ?? -1) + 1;
  const edits = [
    ['处理', '核实无误'],
    ['理由', '年前已返乡'],
    ['处理人', '张审核'],
  ].map(([heading, to]) => ({
    at: { sheet: record.name, row: 5, column: at(heading) },
    from: null,
    to,
  }));
  const decided = applyToSnapshot(marked, [{ kind: 'edit-cells', edits }]).snapshot;
  const merge = mergeOf([decided]);
  expect(merge.summary).toMatchObject({ warning: asked - 1, explained: 1 });
  expect(merge.findings.find(({ decision }) => decision)?.decision).toMatchObject({
    decision: '核实无误',
    reason: '年前已返乡',
    by: '张审核',
  });
  expect(returnToVillage(decided, merge.findings, '2026-01-08' as IsoDate).items).toBe(asked - 1);
});
