import { ledgerOf, readingOf } from '../../support/table';
import type { Ledger } from '../../../src/core/ledger/ledger';

const aside = (ledger: Ledger) => ledger.setAside.map(({ row, why }) => `${row} ${why}`);

describe('rows that are not households', () => {
  test('blank spacers, subtotals, totals, headings come again, signatures and notes are kept aside', () => {
    const ledger = ledgerOf(`
      | 户主姓名 | 身份证号 | 家庭人口 | 救助金额 |
      | 上寨村一组 | < | < | < |
      | 张三 | 11010519491231002X | 4 | 450 |
      | 小\u3000计 | | 4 | 450 |
      --
      | 户主姓名 | 身份证号 | 家庭人口 | 救助金额 |
      | 李四 | 109901199001011235 | 2 | 300 |
      | 下寨村合计 | | 2 | 300 |
      | 合\u3000\u3000计 | < | 6 | 750 |
      | 注：本表一式两份。 | < | < | < |
      | 单位负责人： | | 填表人：王五 | 2026年1月4日 |`);
    expect(ledger.rows).toEqual([3, 7]);
    expect(aside(ledger)).toEqual([
      '2 section',
      '4 subtotal',
      '6 repeated-heading',
      '8 subtotal',
      '9 total',
      '10 note',
      '11 signature',
    ]);
  });

  test('the whole head come again on the next page, title and groups too', () => {
    const ledger = ledgerOf(`
      | 冬春救助台账 | < | < | < |
      | 户主 | < | 救助 | < |
      | 姓名 | 身份证号 | 救助金额（元） | 发放方式 |
      | 张三 | 11010519491231002X | 450 | 银行发放 |
      | 冬春救助台账 | < | < | < |
      | 户主 | < | 救助 | < |
      | 姓名 | 身份证号 | 救助金额（元） | 发放方式 |
      | 李四 | 109901199001011235 | 300 | 银行发放 |`);
    expect(ledger.rows).toEqual([4, 8]);
    expect(aside(ledger)).toEqual(['5 repeated-heading', '6 repeated-heading', '7 repeated-heading']);
  });

  test('codes, units and column numbers right under the headings, on every page', () => {
    const page = `
      | 序号 | 户主姓名 | 户主身份证号 | 家庭人口 | 需救助人口 | 已发放救助款 |
      | | D03001 | D03002 | D03005 | D03007 | D03008 |
      | 计量单位 | —— | —— | 人 | 人 | 元 |
      | 甲 | '1 | '2 | '3 | '4 | '5 |`;
    const ledger = ledgerOf(`${page}
      | 1 | 张三 | 11010519491231002X | 4 | 4 | 600 |${page}
      | 2 | 李四 | 109901199001011235 | 2 | 2 | 300 |`);
    expect(ledger.rows).toEqual([5, 10]);
    expect(aside(ledger)).toEqual([2, 3, 4, 6, 7, 8, 9].map((row) => `${row} repeated-heading`));
  });

  test('the label may stand in any of the first columns', () => {
    const ledger = ledgerOf(`
      | 序号 | 行政村 | 户主姓名 | 身份证号 | 救助金额 |
      | 1 | 上寨村 | 张三 | 11010519491231002X | 450 |
      | | 本村合计 | | | 450 |
      | | | 总计：1户 | | 450 |`);
    expect(ledger.totals.map(({ row, kind, households }) => ({ row, kind, households }))).toEqual([
      { row: 3, kind: 'subtotal', households: undefined },
      { row: 4, kind: 'total', households: 1 },
    ]);
  });

  test.each(['总小军', '计合', '小计生', '共青'])('a person called %s is a household', (name) => {
    expect(
      ledgerOf(`
      | 户主姓名 | 身份证号 | 家庭人口 |
      | ${name} | | 4 |`).rows,
    ).toEqual([2]);
  });

  test('even 合计 is a household if an identity number stands beside it', () => {
    expect(
      ledgerOf(`
      | 户主姓名 | 身份证号 |
      | 合计 | 11010519491231002X |`).rows,
    ).toEqual([2]);
  });

  test('rows with nothing but a serial number or filled-down formulas are blank', () => {
    const ledger = ledgerOf(`
      | 序号 | 户主姓名 | 身份证号 | 需救助人口 | 救助金额 |
      | 1 | 张三 | 11010519491231002X | 3 | =D2*150 -> 450 |
      | 2 | | | | =D3*150 -> 0 |
      | 3 | | | | |`);
    expect(ledger.rows).toEqual([2]);
    expect(ledger.setAside).toEqual([]);
  });

  test('a row of sums without a label is a total', () => {
    const ledger = ledgerOf(`
      | 户主姓名 | 身份证号 | 家庭人口 | 救助金额 |
      | 张三 | 11010519491231002X | 4 | 450 |
      | | | =SUM(C2:C2) -> 4 | =SUM(D2:D2) -> 450 |`);
    expect(aside(ledger)).toEqual(['3 total']);
    expect(ledger.totals[0].cells.reliefAmount?.value).toBe(45000);
  });

  test('a household with only a name, or only figures, is not dropped', () => {
    const { ledgers, findings } = readingOf(`
      | 户主姓名 | 身份证号 | 家庭人口 | 救助金额 |
      | 张三 | | | |
      | | | 4 | 450 |
      | | 11010519491231002X | | |`);
    expect(ledgers[0].rows).toEqual([2, 3, 4]);
    expect(findings.map(({ kind, at }) => `${kind} ${at[0].row},${at[0].column}`)).toEqual([
      'cell-required-missing 3,1',
      'cell-required-missing 4,1',
      'cell-required-missing 2,2',
      'cell-required-missing 3,2',
    ]);
  });

  test('what villages fill down for all rows makes no household', () => {
    const ledger = ledgerOf(`
      | 行政村 | 户口类型 | 户主姓名 | 身份证号 |
      | 上寨村 | 农村 | 张三 | 11010519491231002X |
      | 上寨村 | 农村 | | |`);
    expect(ledger.rows).toEqual([2]);
    expect(aside(ledger)).toEqual(['3 note']);
  });

  test('every row under the heading is an entry, set aside or blank', () => {
    const ledger = ledgerOf(`
      | 户主姓名 | 身份证号 | 家庭人口 | 备注 |
      | 张三 | 11010519491231002X | 4 | |
      | | | | 此户待核实 |
      | 二、监测户 | | | |
      | 李四 | | 2 | |
      --
      | 制表人： | | | |`);
    expect(ledger.rows).toEqual([2, 5]);
    expect(aside(ledger)).toEqual(['3 section', '4 section', '7 signature']);
  });
});

describe('merged cells among the entries', () => {
  test('a village merged down stands for each of its rows, an amount only for the first', () => {
    const { ledgers, findings } = readingOf(`
      | 行政村 | 户主姓名 | 身份证号 | 救助金额 |
      | 上寨村 | 张三 | 11010519491231002X | 450 |
      | ^ | 李四 | 109901199001011235 | ^ |`);
    expect(ledgers[0].columns.villageName?.values).toEqual(['上寨村', '上寨村']);
    expect(ledgers[0].columns.reliefAmount?.values).toEqual([45000, undefined]);
    expect(findings).toEqual([]);
  });

  test('a householder merged down over the members joins them', () => {
    const ledger = ledgerOf(`
      | 户主姓名 | 户主身份证号 | 成员姓名 | 身份证号 | 与户主关系 |
      | 张三 | 11010519491231002X | 张三 | 11010519491231002X | 本人 |
      | ^ | ^ | 张小三 | 109901199001011235 | 子 |`);
    expect(ledger.columns.headIdNumber?.values).toEqual(['11010519491231002X', '11010519491231002X']);
  });
});

describe('what stands around the households in returned files', () => {
  const rest = (lines: string) =>
    aside(
      ledgerOf(`
      | 序号 | 户主姓名 | 身份证号 | 家庭人口 | 救助金额 |
      | 1 | 张三 | 11010519491231002X | 4 | 450 |
      ${lines}`),
    );

  test.each([
    ['| 小计（低保户） | | | 4 | 450 |', 'subtotal'],
    ['| 合计（大写） | < | < | < | 肆佰伍拾元整 |', 'total'],
    ['| 上寨村小计： | | | 4 | 450 |', 'subtotal'],
    ['| 合\\n计 | | | 4 | 450 |', 'total'],
    ['| | 全镇合计 | | 4 | 450 |', 'total'],
    ['| 累\u3000计 | | | 4 | 450 |', 'total'],
    ['| | 其中：低保户 | | 4 | 450 |', 'note'],
    ['| 人均 | | | | 112.5 |', 'note'],
    ['| 村书记（签字）： | | 驻村干部（签字）： | | |', 'signature'],
    ['| 上报日期：2026年1月4日 | < | < | < | < |', 'signature'],
    ['| 村民委员会（盖章） | < | < | | 2026年1月4日 |', 'signature'],
    ['| | | | | 年\u3000月\u3000日 |', 'signature'],
    ['| 制表： | | 审核： | | |', 'signature'],
    ['| （盖章） | | | | |', 'signature'],
    ['| 备注：本表一式三份，村、镇、县各存一份。 | < | < | < | < |', 'note'],
    ['| 以下空白 | | | | |', 'note'],
    ['| | 以下空白 | | | |', 'note'],
    ['| 二、监测户 | < | < | < | < |', 'section'],
    ['| 二 | 监测户 | | | |', 'entry'],
    ['| 2 | 李四 | 待办 | 2 | 300 |', 'entry'],
    ['| 2 | 李四 | | | |', 'entry'],
    ['| | 李四 | | | |', 'entry'],
    ['| 2 | 欧阳注 | | 3 | |', 'entry'],
    ['| 2 | 说明 | | 3 | 100 |', 'entry'],
    ['| 2 | | 109901199001011235 | | |', 'entry'],
    ['| 2 | 合计 | 109901199001011235 | 3 | 3 |', 'entry'],
  ])('%s is %s', (line, why) => {
    expect(rest(line)).toEqual(why === 'entry' ? [] : [`3 ${why}`]);
  });

  test('the heading come again with two columns exchanged begins another ledger', () => {
    const { ledgers } = readingOf(`
      | 序号 | 户主姓名 | 身份证号 | 家庭人口 | 需救助人口 | 救助金额 | 备注 |
      | 1 | 张三 | 11010519491231002X | 4 | 3 | 450 | |
      | 序号 | 户主姓名 | 身份证号 | 需救助人口 | 家庭人口 | 救助金额 | 备注 |
      | 1 | 李四 | 109901199001011235 | 2 | 5 | 300 | |`);
    expect(ledgers.map(({ columns }) => columns.householdSize?.values)).toEqual([[4], [5]]);
    expect(ledgers.map(({ columns }) => columns.peopleInNeed?.values)).toEqual([[3], [2]]);
  });

  test('the heading come again under a line that sets another unit begins another ledger', () => {
    const { ledgers } = readingOf(`
      | 甲村冬春救助台账 | | | 单位：元 |
      | 户主姓名 | 身份证号 | 需救助人口 | 救助金额 |
      | 张三 | 11010519491231002X | 3 | 450 |
      | 合计 | | 3 | 450 |
      | 乙村冬春救助台账 | | | 单位：万元 |
      | 户主姓名 | 身份证号 | 需救助人口 | 救助金额 |
      | 李四 | 109901199001011235 | 2 | 0.03 |`);
    expect(ledgers.map(({ columns }) => columns.reliefAmount?.values)).toEqual([[45000], [30000]]);
  });

  test('the two rows of a heading come again are one heading, whatever the lower row says alone', () => {
    const head = `
      | 序号 | 户主 | < | 核准救助 | < | 备注 |
      | ^ | 姓名 | 身份证号 | 金额 | 口粮 | ^ |`;
    const { ledgers } = readingOf(`${head}
      | 1 | 张三 | 11010519491231002X | 450 | 45 | |${head}
      | 2 | 李四 | 109901199001011235 | 300 | 30 | |`);
    expect(ledgers.map(({ rows }) => rows)).toEqual([[3, 6]]);
  });

  test('households side by side in one row are not read, and that is said', () => {
    expect(
      readingOf(`
      | 姓名 | 身份证号 | 金额 | 姓名 | 身份证号 | 金额 |
      | 张三 | 11010519491231002X | 450 | 李四 | 109901199001011235 | 300 |`).remarks,
    ).toEqual([
      '台账.xlsx 的工作表“Sheet1”在 D 列起还有一组“姓名”、“身份证号”，没有读取，请把右边这些户移到左边各户的下面。',
    ]);
  });
});
