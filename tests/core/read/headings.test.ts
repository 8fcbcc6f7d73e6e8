import type { FieldKey } from '../../../src/core/ledger/fields';
import type { Ledger } from '../../../src/core/ledger/ledger';
import { ledgerOf, readingOf, sheetOf, workbookOf } from '../../support/table';

const places = (ledger: Ledger) =>
  Object.fromEntries(Object.values(ledger.columns).map((column) => [column.field, column.column])) as Partial<
    Record<FieldKey, number>
  >;

describe('a ledger is known by its headings, wherever they stand', () => {
  test('under a merged title and a unit line', () => {
    const ledger = ledgerOf(`
      | 上寨村2025—2026年度冬春救助台账 | < | < | < |
      | 填报单位：上寨村 | | | 单位：元 |
      | 户主姓名 | 身份证号码 | 家庭人口 | 救助金额 |
      | 张三 | 11010519491231002X | 4 | 450 |`);
    expect(places(ledger)).toEqual({ householdHead: 1, idNumber: 2, householdSize: 3, reliefAmount: 4 });
    expect(ledger.title).toEqual(['上寨村2025—2026年度冬春救助台账', '填报单位：上寨村 单位：元']);
    expect(ledger.headingRows).toEqual({ top: 3, bottom: 3 });
    expect(ledger.rows).toEqual([4]);
    expect(ledger.form).toBe('unlisted');
  });

  test('in two rows with groups merged across and singles merged down', () => {
    const ledger = ledgerOf(`
      | 冬春救助花名册 | < | < | < | < | < | < |
      | 序号 | 户主 | < | 人口情况 | < | 核准救助 | < |
      | ^ | 姓名 | 身份证号 | 家庭人口 | 需救助人口 | 口粮（公斤） | 金额（元） |
      | 1 | 张三 | 11010519491231002X | 4 | 3 | 45 | 450 |`);
    expect(places(ledger)).toEqual({
      serialNumber: 1,
      householdHead: 2,
      idNumber: 3,
      householdSize: 4,
      peopleInNeed: 5,
      approvedGrain: 6,
      reliefAmount: 7,
    });
    expect(ledger.columns.householdHead?.heading).toBe('户主/姓名');
    expect(ledger.columns.serialNumber?.heading).toBe('序号');
    expect(ledger.headingRows).toEqual({ top: 2, bottom: 3 });
    expect(ledger.columns.approvedGrain).toMatchObject({ heading: '核准救助/口粮（公斤）', unit: '公斤' });
    expect(ledger.rows).toEqual([4]);
  });

  test('with the unit of money in a row of its own', () => {
    const ledger = ledgerOf(`
      | 户主姓名 | 身份证号 | 需救助人口 | 救助金额 |
      | —— | —— | 人 | 万元 |
      | 张三 | 11010519491231002X | 4 | 0.06 |`);
    expect(ledger.columns.reliefAmount).toMatchObject({ unit: '万元', values: [60000] });
  });

  test('with a group that says what the columns under it are needs', () => {
    const ledger = ledgerOf(`
      | 户主姓名 | 身份证号 | 需救助情况 | < | < |
      | ^ | ^ | 口粮（公斤） | 衣被（件） | 取暖（元） |
      | 张三 | 11010519491231002X | 45 | 2 | 200 |`);
    expect(places(ledger)).toEqual({ householdHead: 1, idNumber: 2, grainNeed: 3, beddingNeed: 4, heatingNeed: 5 });
  });

  test('in three rows', () => {
    const ledger = ledgerOf(`
      | 户主姓名 | 身份证号 | 救助情况 | < | < | 备注 |
      | ^ | ^ | 资金 | < | 物资 | ^ |
      | ^ | ^ | 救助金额（元） | 发放方式 | 物资折款（元） | ^ |
      | 张三 | 11010519491231002X | 450 | 银行发放 | 100 | 无 |`);
    expect(places(ledger)).toEqual({
      householdHead: 1,
      idNumber: 2,
      reliefAmount: 3,
      payoutMethod: 4,
      goodsValue: 5,
      remark: 6,
    });
    expect(ledger.headingRows).toEqual({ top: 1, bottom: 3 });
    expect(ledger.rows).toEqual([4]);
  });

  test('in two rows without any merge', () => {
    const ledger = ledgerOf(`
      | 户主姓名 | 身份证号 | 救助情况 | |
      | | | 救助金额 | 发放方式 |
      | 张三 | 11010519491231002X | 450 | 银行发放 |`);
    expect(places(ledger)).toEqual({ householdHead: 1, idNumber: 2, reliefAmount: 3, payoutMethod: 4 });
    expect(ledger.headingRows).toEqual({ top: 1, bottom: 2 });
  });

  test('with the unit in a lower row of its own', () => {
    const ledger = ledgerOf(`
      | 户主姓名 | 身份证号 | 家庭人口 | 救助金额 |
      | ^ | ^ | （人） | （万元） |
      | 张三 | 11010519491231002X | 4 | 0.045 |`);
    expect(ledger.columns.reliefAmount).toMatchObject({ unit: '万元', values: [45000] });
    expect(ledger.columns.householdSize).toMatchObject({ unit: '人', values: [4] });
  });

  test('with blanks, line breaks, full-width signs and units inside', () => {
    const ledger = ledgerOf(`
      | 户\u3000主\\n姓\u3000名 | 身份证号码 \\n（18位） | 家庭人口\\n（人） | “一卡（折）通”\\n号码 | 需 救 助 人 口(口) | 核准救助金额／元 |
      | 张三 | 11010519491231002X | 4 | 6200000000000000001 | 3 | 450 |`);
    expect(places(ledger)).toEqual({
      householdHead: 1,
      idNumber: 2,
      householdSize: 3,
      cardAccount: 4,
      peopleInNeed: 5,
      reliefAmount: 6,
    });
    expect(ledger.columns.householdHead?.heading).toBe('户主姓名');
    expect(ledger.columns.reliefAmount?.unit).toBe('元');
  });

  test('behind blank columns and far down the sheet', () => {
    const ledger = ledgerOf(`
      --
      --
      | | | 台账 | |
      --
      | | 户主姓名 | | 身份证号 |
      --
      | | 张三 | | 11010519491231002X |`);
    expect(places(ledger)).toEqual({ householdHead: 2, idNumber: 4 });
    expect(ledger.rows).toEqual([7]);
  });

  test('among many more columns of the office’s own', () => {
    const own = Array.from({ length: 40 }, (_, at) => `本镇自设栏目${'甲乙丙丁戊己庚辛壬癸'[at % 10]}${at}`);
    const known = ['户主姓名', '身份证号', '联系电话', '家庭人口', '需救助人口', '家庭类型', '受灾类型', '救助金额'];
    const row = ['张三', '11010519491231002X', '0400-5508401', '4', '3', '低保户', '洪涝', '450'];
    const ledger = ledgerOf(
      [
        [...known, ...own],
        [...row, ...own.map(() => '')],
      ]
        .map((cells) => `| ${cells.join(' | ')} |`)
        .join('\n'),
    );
    expect(ledger.rows).toEqual([2]);
    expect(places(ledger)).toMatchObject({ householdHead: 1, idNumber: 2, reliefAmount: 8 });
  });

  test('with the row that numbers the columns set aside', () => {
    const ledger = ledgerOf(`
      | 户主姓名 | 身份证号 | 家庭人口 | 救助金额 |
      | 甲 | 乙 | 1 | 2 |
      | 张三 | 11010519491231002X | 4 | 450 |`);
    expect(ledger.rows).toEqual([3]);
    expect(ledger.setAside).toEqual([{ row: 2, why: 'repeated-heading', text: '甲 乙 1 2' }]);
  });
});

describe('one field, two columns', () => {
  test('the exact word beats an alias, the earlier alias a later one', () => {
    const ledger = ledgerOf(`
      | 姓名 | 户主姓名 | 身份证号 | 实际发放金额 | 核准救助金额 | 家庭人口 | 救助人口 | 需救助人口 |
      | 代领人 | 张三 | 11010519491231002X | 400 | 450 | 4 | 2 | 3 |`);
    expect(places(ledger)).toEqual({
      householdHead: 2,
      idNumber: 3,
      reliefAmount: 5,
      householdSize: 6,
      peopleInNeed: 8,
    });
    expect(ledger.otherColumns.map((other) => other.heading)).toEqual(['姓名', '实际发放金额', '救助人口']);
  });

  test('a name under somebody else’s group is not the householder’s', () => {
    const ledger = ledgerOf(`
      | 代领人 | < | 户主 | < |
      | 姓名 | 身份证号 | 户主姓名 | 户主身份证号 |
      | 李四 | 109901199001011235 | 张三 | 11010519491231002X |`);
    expect(places(ledger)).toMatchObject({ householdHead: 3, idNumber: 4 });
  });

  test('a relation right of the account holder is the account holder’s', () => {
    const ledger = ledgerOf(`
      | 姓名 | 身份证号 | 开户名 | 与户主关系 | 一卡通账号 |
      | 张三 | 11010519491231002X | 李四 | 配偶 | 6200000000000000001 |`);
    expect(ledger.entryIs).toBe('household');
    expect(places(ledger)).toEqual({
      householdHead: 1,
      idNumber: 2,
      accountHolder: 3,
      holderRelation: 4,
      cardAccount: 5,
    });
  });

  test('a list of members is known as one row per person', () => {
    const ledger = ledgerOf(`
      | 户主姓名 | 户主身份证号 | 姓名 | 身份证号 | 与户主关系 |
      | 张三 | 11010519491231002X | 张小三 | 109901199001011235 | 子 |`);
    expect(ledger.entryIs).toBe('person');
    expect(places(ledger)).toEqual({
      householdHead: 1,
      headIdNumber: 2,
      memberName: 3,
      idNumber: 4,
      relationToHead: 5,
    });
  });

  test('in a household list the householder’s number is the number', () => {
    expect(
      places(
        ledgerOf(`
      | 户主姓名 | 户主身份证号 | 家庭人口 |
      | 张三 | 11010519491231002X | 4 |`),
      ),
    ).toEqual({ householdHead: 1, idNumber: 2, householdSize: 3 });
  });
});

describe('several sheets', () => {
  const roster = `
    | 户主姓名 | 身份证号 |
    | 张三 | 11010519491231002X |`;

  test('each ledger is read, every other sheet is listed with the reason', () => {
    const { ledgers, notLedgers } = readingOf(
      workbookOf({
        一组: roster,
        二组: roster,
        字典: '| 家庭类型 | 户口类型 |\n| 低保户 | 农村 |',
        核查记录: '| 核查记录（冬春救助台账助手） |\n| 户主姓名 | 身份证号 |',
        汇总: '| 村 | 户数 | 人数 | 金额 |\n| 上寨村 | 3 | 12 | 1800 |',
        空表: '--',
      }),
    );
    expect(ledgers.map((ledger) => ledger.sheet)).toEqual(['一组', '二组']);
    expect(notLedgers).toEqual([
      { sheet: '字典', why: '这是供下拉选择用的字典，不是台账。' },
      { sheet: '核查记录', why: '这是本软件写的工作表，不是台账。' },
      { sheet: '汇总', why: '没有找到台账的表头：表头里要有姓名或身份证号，并至少再有一个认得的栏目。' },
      { sheet: '空表', why: '这是空白工作表。' },
    ]);
  });

  test('a sheet about one household, words and answers side by side, is no ledger', () => {
    const { ledgers } = readingOf(`
      | 冬春救助申请表 | < | < | < | < | < |
      | 户主姓名 | | 性别 | | 联系电话 | |
      | 身份证号 | | 家庭人口 | | 家庭住址 | |`);
    expect(ledgers).toEqual([]);
    const { ledgers: answered } = readingOf(`
      | 冬春救助申请表 | < | < | < |
      | 户主姓名 | 张三 | 身份证号 | |
      | 家庭人口 | 3 | 联系电话 | 0400-5512345 |
      | 申请理由 | 房屋因灾受损 | < | < |`);
    expect(answered).toEqual([]);
  });

  test('hidden sheets, rows and columns are read, and said to be', () => {
    const { ledgers, remarks } = readingOf(
      workbookOf([
        sheetOf(
          `
          | 户主姓名 | 身份证号 | 家庭人口 |
          | 张三 | 11010519491231002X | 4 |
          | 李四 | 109901199001011235 | 2 |`,
          { name: '台账', hiddenRows: [3], hiddenColumns: [3] },
        ),
        sheetOf(roster, { name: '旧表', visibility: 'hidden' }),
      ]),
    );
    expect(ledgers[0]).toMatchObject({ rows: [2, 3], hiddenEntries: [1], hiddenColumns: ['householdSize'] });
    expect(remarks).toEqual([
      '台账.xlsx 的工作表“台账”有 1 行、1 列被隐藏或筛选掉，也已读取并核对。',
      '台账.xlsx 的工作表“旧表”是隐藏的，里面的台账也已读取并核对。',
    ]);
  });

  test('two ledgers laid out differently, one under the other, are two ledgers', () => {
    const { ledgers } = readingOf(`
      | 户主姓名 | 身份证号 | 救助金额 |
      | 张三 | 11010519491231002X | 450 |
      | 合计 | | 450 |
      | 物资发放名册 | < | < |
      | 序号 | 户主姓名 | 身份证号 |
      | 1 | 李四 | 109901199001011235 |`);
    expect(ledgers.map((ledger) => ledger.rows)).toEqual([[2], [6]]);
    expect(places(ledgers[1])).toEqual({ serialNumber: 1, householdHead: 2, idNumber: 3 });
  });
});
