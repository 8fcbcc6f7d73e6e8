import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newWorkbook } from '../../src/adapters/file/new-workbook';
import { openFile } from '../../src/adapters/file/open-file';
import { nodeCodec } from '../../src/adapters/file/package/node-codec';
import type { CellValue } from '../../src/core/workbook/cell';
import type { SheetPlan } from '../../src/core/workbook/sheet-plan';
import { sheetNamed, valueAt } from '../../src/core/workbook/snapshot';
import { runCli, temporaryFolder } from './run-cli';

const sheet = (name: string, rows: readonly (readonly CellValue[])[]): SheetPlan => ({
  name,
  heading: String(rows[0][0]),
  columnWidths: rows[0].map(() => 16),
  rows: rows.map((cells) => ({ cells: cells.map((value) => ({ value })) })),
  merges: [],
  styles: {},
});

const ledger = sheet('台账', [
  ['户主姓名', '家庭类型', '家庭人口', '需救助人口', '救助金额（元）'],
  ['甲乙', '低保户', 3, 3, null],
  ['丙丁', '一般户', 2, 2, 210],
]);

/** The sheet as an office types it: no id, no units, figures as text, a day as written. */
const typed = (amount: CellValue): SheetPlan =>
  sheet('本镇标准', [
    ['救助标准'],
    ['参数', '对象', '数值', '单位', '条款依据', '起始日期'],
    ['方案名称', null, '白石镇冬春救助'],
    ['文件', null, '白石镇方案'],
    ['标准形式', null, '定额'],
    ['计算单位', null, '每人', null, '第二条'],
    ['定额', '低保户', amount, null, '第二条'],
    ['定额', '全部', '105元', null, '第三条'],
    ['时限', '发放完毕', '1月25日', null, '第五条'],
  ]);

const own = {
  id: 'baishi',
  title: '白石镇冬春救助',
  document: '白石镇方案',
  rulings: [
    {
      standard: {
        shape: 'base-plus-top-up',
        base: { yuan: 95, source: '第二条' },
        topUp: { value: [{ name: '低保户', columns: ['householdType'] }], source: '第三条' },
      },
    },
  ],
};

const folder = temporaryFolder();
afterAll(folder.remove);

const write = async (name: string, plans: readonly SheetPlan[]) => {
  writeFileSync(join(folder.path, name), await newWorkbook(plans, nodeCodec));
  return name;
};
const amountIn = async (name: string) => {
  const file = await openFile(readFileSync(join(folder.path, name)), name, { codec: nodeCodec });
  const found = sheetNamed(await file.read(), '台账');
  return found && valueAt(found, 2, 5);
};

test('a scheme typed into the workbook by hand drives check and fill without being named', async () => {
  const name = await write('白石.xlsx', [ledger, typed('１６０')]);
  const checked = await runCli(folder.path, ['check', name]);
  expect(checked.err).toBe('');
  expect(checked.out).toContain('工作表“本镇标准”没有作为台账读取：这是救助标准，不是台账。');
  expect(checked.out).not.toContain('与标准不符');
  const filled = await runCli(folder.path, ['fill', name, '-o', '填好.xlsx']);
  expect(filled.out).toContain('3 人 × 160 元/人 = 480 元');
  expect(await amountIn('填好.xlsx')).toBe(480);
});

test('a wrong entry is an error at its cell, and no amount is filled by another scheme', async () => {
  const name = await write('写错.xlsx', [ledger, typed('一百六')]);
  const { out, code } = await runCli(folder.path, ['check', name]);
  expect(code).toBe(1);
  expect(out).toMatch(/错误\u3000C7\u3000“定额（低保户）”应填数字，请改正。/);
  await runCli(folder.path, ['fill', name, '-o', '没填.xlsx']);
  expect(await amountIn('没填.xlsx')).toBeNull();
});

test('a scheme named on the command line goes before the sheet, and that is said', async () => {
  const name = await write('两份.xlsx', [ledger, typed('160')]);
  const { out } = await runCli(folder.path, ['fill', name, '-o', '按文件.xlsx', '--scheme', 'shangzhai']);
  expect(out).toContain('3 人 × 150 元/人 = 450 元');
  const checked = await runCli(folder.path, ['check', name, '--scheme', 'shangzhai']);
  expect(checked.out).toContain('没有用工作簿里的救助标准表');
});

test('a scheme of one’s own in a file is judged by, and a contradiction in it is reported with its clauses', async () => {
  const name = await write('台账.xlsx', [ledger]);
  const [ruling] = own.rulings;
  const clashing = {
    ...own,
    rulings: [
      {
        ...ruling,
        perCapitaBase: { value: '需救助人口', source: '第二条' },
        allocation: { yuan: 300, source: '第六条' },
      },
    ],
  };
  writeFileSync(join(folder.path, '白石.json'), JSON.stringify(clashing));
  const { out } = await runCli(folder.path, ['check', name, '--scheme', '白石.json']);
  expect(out).toContain('2 户 5 人按最低标准共需 475 元，下达资金只有 300 元，还差 175 元');
  expect(out).toContain('（依据：第二条，第六条）。');
});

test('a faulty file is refused in one line, and its other faults are counted', async () => {
  const name = await write('台账2.xlsx', [ledger]);
  const faulty = { ...own, title: '', rulings: [{ standard: { shape: 'person-floor', floor: { yuan: '九十' } } }] };
  writeFileSync(join(folder.path, '有误.json'), JSON.stringify(faulty));
  const { code, err, out } = await runCli(folder.path, ['check', name, '--scheme', '有误.json']);
  expect([code, out]).toEqual([2, '']);
  expect(err).toBe('方案文件“有误.json”：“方案名称”没有填写，请补上。另有 2 处，请一并改正。');
});
