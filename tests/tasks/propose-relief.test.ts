import { memoryWorkbook } from '../../src/adapters/memory/memory-workbook';
import { formatYuan, yuan, type Fen } from '../../src/core/ledger/money';
import { a1 } from '../../src/core/workbook/cell';
import { finish } from '../../src/core/workbook/port';
import { sheetNamed, valueAt } from '../../src/core/workbook/snapshot';
import { schemeById } from '../../src/schemes';
import { givesRanges, proposeRelief, rowKey, type ProposalRequest } from '../../src/tasks/propose-relief';
import { typedYuan } from '../../src/tasks/typed-yuan';
import { workbookOf } from '../support/table';
import { testDay } from '../support/test-policy';

const zhonggang = schemeById('zhonggang');

const table = (typed = '') => `
  | 户主姓名 | 困难程度   | 家庭人口 | 需救助人口 | 救助金额（元） |
  | 甲乙     | 重点困难户 | 3        | 3          |                |
  | 丙丁     | 一般困难户 | 2        | 2          | ${typed}       |
  | 戊己     | 一般困难户 | 2        | 2          |                |
  | 庚辛     | 一般困难户 | 9        | 9          |                |`;

const propose = (given: Partial<ProposalRequest> & { readonly typed?: string }) =>
  finish(
    proposeRelief({
      workbook: workbookOf(table(given.typed)),
      scheme: zhonggang,
      today: testDay,
      pins: new Map(),
      wish: {},
      ...given,
    }),
  );
const shown = (proposal: ReturnType<typeof propose>) =>
  proposal.rows.map(({ state, amount }) => `${state} ${amount === undefined ? '—' : formatYuan(amount)}`);
const sumOf = (proposal: ReturnType<typeof propose>) =>
  proposal.rows.reduce((sum, { amount = 0 as Fen }) => sum + amount, 0);

test('empty rows get amounts in their bands that sum exactly; a household on which the scheme contradicts itself gets none', () => {
  const proposal = propose({ wish: { allocation: yuan(1550) } });
  expect(shown(proposal)).toEqual(['proposed 820', 'proposed 365', 'proposed 365', 'left —']);
  expect(sumOf(proposal)).toBe(yuan(1550));
  expect(proposal.rows[3].remark).toMatch(/问清/);
  expect(proposal.rows[0].explain()?.clause).toContain('重点困难户 600—1000 元/户');
});

test('what is typed stays and counts; it is said where it lies outside its band', () => {
  const proposal = propose({ typed: '600', wish: { allocation: yuan(1650) } });
  expect(shown(proposal)).toEqual(['proposed 743', 'typed 600', 'proposed 307', 'left —']);
  expect(proposal.rows[1].remark).toContain('已填写的 600 元不合方案的标准');
  expect(proposal.changes).toEqual([
    {
      kind: 'edit-cells',
      edits: [
        { at: { sheet: 'Sheet1', row: 2, column: 5 }, from: null, to: 743 },
        { at: { sheet: 'Sheet1', row: 4, column: 5 }, from: null, to: 307 },
      ],
    },
  ]);
});

test('a pinned row keeps its amount and is written with the others, exactly up to the allocation', async () => {
  const pins = new Map([[rowKey({ sheet: 'Sheet1', row: 4 }), yuan(250)]]);
  const proposal = propose({ pins, wish: { allocation: yuan(1550), step: yuan(10) } });
  expect(proposal.rows[2]).toMatchObject({ state: 'pinned', amount: yuan(250) });
  expect(sumOf(proposal)).toBe(yuan(1550));
  const book = memoryWorkbook(workbookOf(table()));
  const receipt = await book.apply(proposal.changes);
  expect(receipt.refused).toEqual([]);
  const sheet = sheetNamed(book.snapshot, 'Sheet1');
  const written = [2, 3, 4].map((row) => Number(sheet && valueAt(sheet, row, 5)));
  expect(written.every((amount) => amount % 10 === 0)).toBe(true);
  expect(written.reduce((sum, amount) => sum + amount, 0)).toBe(1550);
});

test('what cannot be done is said with the difference, and nothing would be written', () => {
  const short = propose({ wish: { allocation: yuan(500) } });
  expect(short.impossible).toBe(
    '各户按最低标准共需 1000 元，可分配 500 元，还差 500 元，请减少户数、放开固定的金额或申请追加资金。',
  );
  expect(short.changes).toEqual([]);
  expect(propose({ wish: { allocation: yuan(9000) } }).impossible).toContain('多出 7000 元分不下去');
  expect(propose({}).impossible).toBe('方案没有写明下达资金，请先填写要分配的总额。');
});

test('an amount that cannot be read is neither counted nor written over', () => {
  const proposal = propose({ typed: '待定', wish: { allocation: yuan(1200) } });
  expect(proposal.rows[1]).toMatchObject({ state: 'typed', remark: '救助金额填写的内容认不出来，请先改正。' });
  expect(proposal.changes.flatMap((change) => (change.kind === 'edit-cells' ? change.edits : []))).toHaveLength(2);
});

test('a column in 万元 gets 万元', () => {
  const workbook = workbookOf(table().replace('救助金额（元）', '救助金额（万元）'));
  const [change] = propose({ workbook, wish: { allocation: yuan(1550) } }).changes;
  expect(change.kind === 'edit-cells' && change.edits.map(({ at, to }) => [a1(at.row, at.column), to])).toEqual([
    ['E2', 0.082],
    ['E3', 0.0365],
    ['E4', 0.0365],
  ]);
});

test('only schemes with ranges leave amounts to be settled', () => {
  const ranged = ['zhonggang', 'province-range', 'hechuan', 'yanxi', 'shicheng', 'datong'];
  for (const id of [...ranged, 'shangzhai', 'yingjisha', 'yongle', 'qianxinan']) {
    const scheme = schemeById(id);
    expect([id, scheme && givesRanges(scheme, testDay)]).toEqual([id, ranged.includes(id)]);
  }
});

test.each([
  ['１,２００元', yuan(1200)],
  ['25000.5', yuan(25000.5)],
  ['两万', undefined],
  ['', undefined],
] as const)('%s typed for an amount', (text, amount) => expect(typedYuan(text)).toBe(amount));
