import { defineCheck, type Check } from '../../../src/core/checks/check';
import { runChecks } from '../../../src/core/checks/run';
import { describe as sentenceOf } from '../../../src/core/findings/describe';
import { finish, type Step } from '../../../src/core/workbook/port';
import { people } from '../../support/people';
import { ledgerOf, readingOf, workbookOf } from '../../support/table';
import { policyWith } from '../../support/test-policy';

const facts = {
  title: '示例',
  why: '示例',
  source: '示例',
  severity: 'warning',
  examples: { good: [], bad: [] },
} as const;

const crowded = defineCheck({
  ...facts,
  id: 'household-size-crowded',
  entryIs: 'household',
  needs: ['householdSize'],
  reads: ['remark', 'peopleInNeed'],
  messages: { crowded: '家庭人口 {actual} 人，请核对。' },
  each: ({ householdSize, remark, typed }) =>
    householdSize > 8 && remark === undefined
      ? {
          message: 'crowded',
          data: { actual: householdSize },
          field: 'householdSize',
          also: ['peopleInNeed'],
          fix: { to: Number(typed('householdSize')) - 1, certainty: 'suggested' },
        }
      : undefined,
});

const run = (source: string, check: Check, policy = policyWith()) =>
  finish(runChecks([ledgerOf(source)], policy, {}, [check]));

test('a problem gets its places, and its repair carries what was typed', () => {
  const { findings } = run('| 户主姓名 | 家庭人口 |\n| 甲 | 3 |\n| 乙 | 9 |\n| 丙 | 六 |\n| 丁 | |', crowded);
  const at = { workbook: '台账.xlsx', sheet: 'Sheet1', row: 3, column: 2 };
  expect(findings).toEqual([
    {
      kind: 'household-size-crowded',
      message: 'crowded',
      data: { actual: 9 },
      severity: 'warning',
      at: [at],
      fix: {
        certainty: 'suggested',
        edits: [{ at: { sheet: 'Sheet1', row: 3, column: 2 }, from: 9, to: 8 }],
      },
    },
  ]);
  expect(sentenceOf(findings[0], new Map([[crowded.id, crowded]]))).toBe('家庭人口 9 人，请核对。');
});

test('other fields concerned follow the guilty one, where the ledger has them', () => {
  const { findings } = run('| 户主姓名 | 家庭人口 | 需救助人口 |\n| 乙 | 9 | 4 |', crowded);
  expect(findings[0].at.map(({ column }) => column)).toEqual([2, 3]);
});

test('a calculated cell is reported but not repaired', () => {
  const { findings } = run('| 户主姓名 | 家庭人口 |\n| 乙 | =4+5 -> 9 |', crowded);
  expect(findings).toHaveLength(1);
  expect(findings[0].fix).toBeUndefined();
});

test('a repaired number stays text', () => {
  const spaced = `${people(1)[0].idNumber.slice(0, 6)} ${people(1)[0].idNumber.slice(6)}`;
  const { findings } = finish(runChecks([ledgerOf(`| 户主姓名 | 身份证号 |\n| 甲 | ${spaced} |`)], policyWith()));
  expect(findings.map(({ kind, fix }) => [kind, fix])).toEqual([
    [
      'id-number-untidy',
      {
        certainty: 'sure',
        edits: [
          {
            at: { sheet: 'Sheet1', row: 2, column: 2 },
            from: spaced,
            to: people(1)[0].idNumber,
            numberFormat: '@',
          },
        ],
      },
    ],
  ]);
});

test('a missing column is said, sheet by sheet, and the other sheets are checked', () => {
  const { ledgers } = readingOf(
    workbookOf({
      一村: '| 户主姓名 | 身份证号 |\n| 甲 | 无 |',
      二村: '| 户主姓名 | 家庭人口 |\n| 乙 | 9 |',
    }),
  );
  const { findings, notChecked } = finish(runChecks(ledgers, policyWith(), {}, [crowded]));
  expect(findings.map(({ at }) => at[0].sheet)).toEqual(['二村']);
  expect(notChecked).toEqual([
    {
      check: 'household-size-crowded',
      workbook: '台账.xlsx',
      sheet: '一村',
      reason: '这张表没有“家庭人口”列，这一项没有核对。',
    },
  ]);
});

test('one of several columns is enough, and none is said', () => {
  const either = defineCheck({
    ...facts,
    id: 'either',
    needsOneOf: ['remark', 'awayPlace'],
    messages: { found: '请核对。' },
    each: ({ remark, awayPlace }) => (remark || awayPlace ? { message: 'found', field: 'remark' } : undefined),
  });
  expect(run('| 户主姓名 | 家庭人口 | 备注 |\n| 甲 | 3 | 外出 |', either)).toMatchObject({
    findings: [{ kind: 'either' }],
    notChecked: [],
  });
  expect(run('| 户主姓名 | 家庭人口 |\n| 甲 | 3 |', either).notChecked).toEqual([
    {
      check: 'either',
      workbook: '台账.xlsx',
      sheet: 'Sheet1',
      reason: '这张表没有“备注”或“外出地”列，这一项没有核对。',
    },
  ]);
});

test('a figure the scheme does not set is said once', () => {
  const priced = defineCheck({
    ...facts,
    id: 'priced',
    needs: ['householdSize'],
    parameters: ['absentMonths'],
    usesParameters: ['ruralOnly'],
    messages: { found: '请核对。' },
    each: ({ householdSize }, { absentMonths }) =>
      householdSize > absentMonths.value ? { message: 'found', field: 'householdSize' } : undefined,
  });
  const table = '| 户主姓名 | 家庭人口 |\n| 甲 | 3 |';
  expect(run(table, priced)).toEqual({
    findings: [],
    notChecked: [{ check: 'priced', reason: '救助方案没有写明“长期外出月数”，这一项没有核对。' }],
  });
  expect(run(table, priced, policyWith({ absentMonths: { value: 2, source: '示例' } }))).toMatchObject({
    findings: [{ kind: 'priced' }],
    notChecked: [{ check: 'priced', reason: '救助方案没有写明“只限农村”，与它有关的部分没有核对。' }],
  });
});

test('a list that was not given is said; a list that was given is handed over', () => {
  const listed = defineCheck({
    ...facts,
    id: 'listed',
    needs: ['idNumber'],
    lists: ['deceased'],
    messages: { listed: '在名单上，请核对。' },
    *across(ledgers, _, { deceased }) {
      const known = new Set(deceased.map((person) => person.idNumber));
      for (const ledger of ledgers)
        for (const [entry, idNumber] of ledger.columns.idNumber.values.entries())
          if (known.has(idNumber)) yield { message: 'listed', at: { ledger, entry, field: 'idNumber' } };
    },
  });
  const [one, two] = people(2);
  const ledger = ledgerOf(`| 户主姓名 | 身份证号 |\n| 甲 | ${one.idNumber} |\n| 乙 | ${two.idNumber} |`);
  const deceased = [{ name: '乙', idNumber: two.idNumber }];
  expect(finish(runChecks([ledger], policyWith(), {}, [listed]))).toEqual({
    findings: [],
    notChecked: [{ check: 'listed', reason: '没有提供“死亡、火化或户口注销名单”，这一项没有核对。' }],
  });
  const { findings, notChecked } = finish(runChecks([ledger], policyWith(), { deceased }, [listed]));
  expect(findings.map(({ at }) => at[0].row)).toEqual([3]);
  expect(notChecked).toEqual([]);
});

test('ledgers that a check is not meant for are passed over without a word', () => {
  const roster = '| 户主身份证号 | 成员姓名 | 身份证号 | 与户主关系 |\n| 无 | 甲 | 无 | 本人 |';
  expect(ledgerOf(roster).entryIs).toBe('person');
  expect(run(roster, crowded)).toEqual({ findings: [], notChecked: [] });
});

test('nothing to check is nothing found', () => {
  expect(finish(runChecks([], policyWith()))).toEqual({ findings: [], notChecked: [] });
});

test('work is cut into steps that count up', () => {
  const rows = people(10_000).map(({ name, idNumber }) => `| ${name} | ${idNumber} | 2 | 1 |`);
  const work = runChecks(
    [ledgerOf(`| 户主姓名 | 身份证号 | 家庭人口 | 需救助人口 |\n${rows.join('\n')}`)],
    policyWith(),
  );
  const steps: Step[] = [];
  for (let next = work.next(); ; next = work.next()) {
    if (next.done) break;
    steps.push(next.value);
  }
  expect(steps.length).toBeGreaterThan(10);
  expect(steps.every(({ done, total }) => done >= 0 && done <= total)).toBe(true);
  expect(steps.map(({ done }) => done)).toEqual(steps.map(({ done }) => done).sort((left, right) => left - right));
});
