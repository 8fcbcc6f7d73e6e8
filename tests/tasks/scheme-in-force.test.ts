import { newWorkbook } from '../../src/adapters/file/new-workbook';
import { openFile } from '../../src/adapters/file/open-file';
import { nodeCodec } from '../../src/adapters/file/package/node-codec';
import { memoryWorkbook } from '../../src/adapters/memory/memory-workbook';
import { a1, type CellValue } from '../../src/core/workbook/cell';
import type { CellEdit } from '../../src/core/workbook/change';
import { finish } from '../../src/core/workbook/port';
import { schemeSheet } from '../../src/core/sheets/scheme-sheet';
import { sheetNamed, valueAt, type WorkbookSnapshot } from '../../src/core/workbook/snapshot';
import { schemeById } from '../../src/schemes';
import { checkWorkbooks, sentenceOf } from '../../src/tasks/check-workbooks';
import { previewFill } from '../../src/tasks/fill-amounts';
import { markChanges } from '../../src/tasks/mark-ledger';
import { schemeInForce } from '../../src/tasks/scheme-in-force';
import { sheetOf, workbookOf } from '../support/table';
import { testDay } from '../support/test-policy';

const shangzhai = schemeById('shangzhai');
const zhonggang = schemeById('zhonggang');

const ledger = `
  | 户主姓名 | 家庭人口 | 需救助人口 | 救助金额（元） |
  | 甲乙     | 3        | 3          |                |
  | 丙丁     | 2        | 2          | 300            |`;

const ownScheme = (amount: string) => `
  | 救助标准 |      |          |          |
  | 参数     | 对象 | 数值     | 条款依据 |
  | 方案名称 |      | 清河镇冬春救助 |    |
  | 文件     |      | 清河镇方案 |        |
  | 标准形式 |      | 定额     |          |
  | 计算单位 |      | 每人     | 第三条   |
  | 定额     | 全部 | ${amount} | 第三条  |`;

const bookWith = (amount: string, name = '清河村.xlsx') =>
  workbookOf([sheetOf(ledger, { name: '台账' }), sheetOf(ownScheme(amount), { name: '标准' })], { name });

const check = (workbooks: readonly WorkbookSnapshot[], scheme?: typeof shangzhai) =>
  finish(checkWorkbooks({ workbooks, scheme, today: testDay }));

const said = (report: ReturnType<typeof check>, kinds: RegExp) =>
  report.findings
    .filter(({ kind }) => kinds.test(kind))
    .map((finding) => {
      const [{ workbook, sheet, row, column }] = finding.at;
      return `${workbook} ${sheet} ${a1(row, column)} ${sentenceOf(finding)}`;
    });

test('a scheme typed into the workbook by hand drives the fill without being named', () => {
  const preview = finish(previewFill({ workbook: bookWith('120'), today: testDay }));
  expect(preview.edits.map(({ edit, working }) => [a1(edit.at.row, edit.at.column), edit.to, working.clause])).toEqual([
    ['D2', 360, '第三条'],
  ]);
  expect(preview.scheme).toMatchObject({ origin: 'sheet', scheme: { title: '清河镇冬春救助' } });
});

test('and the check', () => {
  expect(said(check([bookWith('120')]), /^relief-amount/)).toEqual([
    '清河村.xlsx 台账 D3 救助金额应为 240 元（2 人 × 120 元/人 = 240 元），现为 300 元，请核对人数和标准后改正。',
  ]);
  expect(check([bookWith('150')]).findings).toEqual([]);
});

test('what the person chose goes before the sheet, and it is said; without both the default holds', () => {
  const report = check([bookWith('120')], shangzhai);
  expect(said(report, /^relief-amount/)).toEqual([]);
  expect(report.remarks).toEqual([
    '本次按选定的“镇远县尚寨土家族乡冬春救助（口粮补助）”检查，没有用工作簿里的救助标准表。',
  ]);
  expect(schemeInForce([workbookOf(ledger)])).toMatchObject({ origin: 'default', scheme: { id: 'shangzhai' } });
});

test('a wrong entry is found at its cell, and no amount is judged by another scheme', () => {
  const report = check([bookWith('一百二')]);
  expect(said(report, /./)).toEqual(['清河村.xlsx 标准 C7 “定额（全部）”应填数字，请改正。']);
  expect(report.summary.error).toBe(1);
  expect(report.remarks.join()).toContain('用到标准的检查和填列没有进行');
  expect(finish(previewFill({ workbook: bookWith('一百二'), today: testDay })).edits).toEqual([]);
});

test('the sheet is no ledger, and is not taken for one that could not be read', () => {
  expect(check([bookWith('120')]).sheetsNotRead).toEqual([
    { workbook: '清河村.xlsx', sheet: '标准', why: '这是救助标准，不是台账。' },
  ]);
});

test('of several workbooks the first sheet holds, and one that says something else is pointed at', () => {
  const books = [bookWith('150', '甲村.xlsx'), bookWith('150', '乙村.xlsx'), bookWith('130', '丙村.xlsx')];
  expect(said(check(books), /^scheme|^relief/)).toEqual([
    '丙村.xlsx 标准 A1 这里的救助标准与“甲村.xlsx”里的不一样，本次按后者检查，请核对哪一份是现行标准。',
  ]);
});

test('contradictions stand at the clauses where the workbook carries them, else at the heading of the amounts, unmarked', () => {
  const named = check([workbookOf(ledger)], zhonggang);
  const contradictions = said(named, /^scheme-contradicts/);
  expect(contradictions.length).toBeGreaterThanOrEqual(3);
  for (const sentence of contradictions) expect(sentence).toMatch(/^台账\.xlsx Sheet1 D1 .*请.*。$/);
  const marks = markChanges(workbookOf(ledger), named, testDay).flatMap((change) =>
    change.kind === 'replace-marks' ? change.marks : [],
  );
  expect(marks.filter(({ row }) => row === 1)).toEqual([]);
});

test('money that does not reach what the households of the ledger need is told', () => {
  const book = workbookOf([
    sheetOf(ledger, { name: '台账' }),
    sheetOf(`${ownScheme('120')}\n| 下达资金 | | 500 | 第五条 |`, { name: '标准' }),
  ]);
  expect(said(check([book]), /^scheme/)).toEqual([
    '台账.xlsx 标准 D7 2 户 5 人按最低标准共需 600 元，下达资金只有 500 元，还差 100 元，请核对人数或申请追加资金。',
  ]);
});

describe('a preset written into a real workbook, saved, and edited as a person does', () => {
  const edited = async (
    edits: (at: (word: string, subject?: string) => number) => readonly (readonly [number, number, CellValue])[],
  ) => {
    if (!zhonggang) throw new Error('the preset is gone');
    const first = memoryWorkbook(workbookOf([sheetOf(ledger, { name: '台账' })]));
    await first.apply([{ kind: 'put-sheet', plan: schemeSheet(zhonggang) }]);
    const bytes = await newWorkbook([ledgerPlan, schemeSheet(zhonggang)], nodeCodec);
    const file = await openFile(bytes, '中岗.xlsx', { codec: nodeCodec });
    const sheet = sheetNamed(await file.read(), '救助标准');
    if (!sheet) throw new Error('the sheet is gone');
    const at = (word: string, subject = ''): number => {
      const row = sheet.rows.findIndex((cells) => cells?.[0] === word && (cells[1] ?? '') === subject) + 1;
      if (row === 0) throw new Error(`no line ${word} ${subject}`);
      return row;
    };
    const changes = edits(at).map(([row, column, value]): CellEdit => ({
      at: { sheet: '救助标准', row, column },
      from: valueAt(sheet, row, column),
      to: value as CellEdit['to'],
    }));
    const receipt = await file.apply([{ kind: 'edit-cells', edits: changes }]);
    expect(receipt.refused).toEqual([]);
    const again = await openFile(await file.save(), '中岗.xlsx', { codec: nodeCodec });
    return schemeInForce([await again.read()]);
  };
  const ledgerPlan = {
    name: '台账',
    heading: '户主姓名',
    columnWidths: [10, 10],
    rows: [
      { cells: [{ value: '户主姓名' }, { value: '救助金额（元）' }] },
      { cells: [{ value: '甲乙' }, { value: null }] },
    ],
    merges: [],
    styles: {},
  } as unknown as Parameters<typeof newWorkbook>[0][number];

  test('unchanged, it is the same scheme', async () => {
    expect(await edited(() => [])).toMatchObject({ origin: 'sheet', scheme: zhonggang, findings: [] });
  });

  test('figures typed as text, with units and full-width digits, are read as figures', async () => {
    const { scheme, findings } = await edited((at) => [
      [at('最低金额', '一般困难户'), 3, '３００元'],
      [at('最高金额', '重点困难户'), 3, '1,200'],
      [at('时限', '村级上报'), 3, '2026年1月12日'],
      [at('人均所按人口'), 3, '需救助人口'],
    ]);
    expect(findings).toEqual([]);
    expect(scheme.rulings[0].standard).toMatchObject({
      classes: [{ max: { yuan: 1200 } }, { min: { yuan: 300, source: '中岗镇方案：一般困难户 200—500 元/户' } }],
    });
    expect(scheme.rulings[0].deadlines?.[0]).toMatchObject({ what: '村级上报', date: '01-12' });
    expect(scheme.rulings[0].perCapitaBase?.value).toBe('需救助人口');
  });

  test('a missing clause, a word for a figure and an upturned band are each found at their cells', async () => {
    const cells: Record<string, number> = {};
    const { findings } = await edited((at) => {
      Object.assign(cells, {
        floor: at('人均最低'),
        low: at('最低金额', '一般困难户'),
        high: at('最高金额', '一般困难户'),
        base: at('人均所按人口'),
      });
      return [
        [cells.floor, 5, null],
        [cells.low, 3, 900],
        [cells.base, 3, '常住人口'],
      ];
    });
    const found = findings.map(({ at: [at], data }) => [a1(at.row, at.column), data.words]);
    expect(found).toEqual(
      [
        [cells.high, `C${cells.high}`, '最低金额大于最高金额'],
        [cells.floor, `E${cells.floor}`, '没有写条款依据'],
        [cells.base, `C${cells.base}`, '只能是“家庭人口”、“需救助人口”、“未明确”之一'],
      ]
        .sort(([left], [right]) => Number(left) - Number(right))
        .map(([, cell, words]) => [cell, expect.stringContaining(String(words)) as unknown]),
    );
  });
});
