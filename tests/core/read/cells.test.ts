import { describe as sentence } from '../../../src/core/findings/describe';
import { readKinds } from '../../../src/core/read/kinds';
import { readingOf, sheetOf, workbookOf } from '../../support/table';
import type { WorkbookSnapshot } from '../../../src/core/workbook/snapshot';

const kinds = new Map(readKinds.map((kind) => [kind.id, kind]));
const id = '11010519491231002X';

/** One household with one more column: what its cell means, and what reading says of it. */
function cell(heading: string, source: string, date1904 = false) {
  return column(workbookOf(`\n| 户主姓名 | 身份证号 | ${heading} |\n| 张三 | ${id} | ${source} |`, { date1904 }));
}
function column(workbook: WorkbookSnapshot) {
  const { ledgers, findings } = readingOf(workbook);
  const read = Object.values(ledgers[0].columns).find((each) => each.column === 3);
  return { value: read?.values[0], typed: read?.typed[0], says: findings.map((finding) => sentence(finding, kinds)) };
}

describe('numbers of people and pieces', () => {
  test.each([
    ['4', 4],
    ['0', 0],
    ["'4", 4],
    ['４', 4],
    ['4人', 4],
    ['4 口', 4],
    ["'1,200", 1200],
  ])('%s is read', (source, value) => {
    expect(cell('家庭人口（人）', source)).toMatchObject({ value, says: [] });
  });

  test.each([
    ['三', '“家庭人口”应填不小于 0 的整数，现为“三”，请改为数字。'],
    ['3.5', '“家庭人口”应填不小于 0 的整数，现为“3.5”，请改为数字。'],
    ['-1', '“家庭人口”应填不小于 0 的整数，现为“-1”，请改为数字。'],
    ['4户', '“家庭人口”应填不小于 0 的整数，现为“4户”，请改为数字。'],
    ['TRUE', '“家庭人口”应填不小于 0 的整数，现为“true”，请改为数字。'],
    ['#N/A', '“家庭人口”显示的是公式出错的标记“#N/A”，请改正公式或直接填写内容。'],
    [id, '“家庭人口”应填不小于 0 的整数，现为“110…2X”，请改为数字。'],
  ])('%s is not', (source, says) => {
    expect(cell('家庭人口', source)).toMatchObject({ value: undefined, says: [says] });
  });

  test.each(['', '\\s', '/', '—', '－－'])('%p is empty', (source) => {
    expect(cell('家庭人口', source)).toMatchObject({ value: undefined, says: [] });
  });
});

describe('money', () => {
  test.each([
    ['救助金额', '450', 45000],
    ['救助金额', '450.5', 45050],
    ['救助金额', '0.1', 10],
    ['救助金额', '150元', 15000],
    ['救助金额', '￥1,500.00', 150000],
    ['救助金额（元）', '150元', 15000],
    ['救助金额（万元）', '0.045', 45000],
    ['救助金额（万元）', '2.5万元', 2500000],
    ['救助金额', '=0.1+0.2 -> 0.30000000000000004', 30],
  ])('under %s, %s is read as 分', (heading, source, value) => {
    expect(cell(heading, source)).toMatchObject({ value, says: [] });
  });

  test.each([
    ['救助金额', '三百'],
    ['救助金额', '-5'],
    ['救助金额', '33.333'],
    ['救助金额（万元）', '450元'],
    ['救助金额', "'1,50"],
  ])('under %s, %s is not', (heading, source) => {
    const { value, says } = cell(heading, source);
    expect(value).toBeUndefined();
    expect(says).toHaveLength(1);
  });

  test('the unit may stand in a line above the headings', () => {
    const reading = readingOf(`
      | 救助台账 | | 填报单位：上寨村\u3000单位：万元、人 |
      | 户主姓名 | 身份证号 | 救助金额 |
      | 张三 | ${id} | 0.045 |`);
    expect(reading.ledgers[0].columns.reliefAmount).toMatchObject({ unit: '万元', values: [45000] });
  });
});

describe('dates', () => {
  test.each([
    ['d:2026-01-04', '2026-01-04'],
    ['46026', '2026-01-04'],
    ['2026.1.4', '2026-01-04'],
    ['2026年1月4日', '2026-01-04'],
    ['20260104', '2026-01-04'],
    ["'20260104", '2026-01-04'],
    ['2026/1/4', '2026-01-04'],
    ['２０２６－０１－０４', '2026-01-04'],
  ])('%s is read', (source, value) => {
    expect(cell('填报日期', source)).toMatchObject({ value, says: [] });
  });

  test('a serial number follows the workbook’s date system', () => {
    expect(cell('填报日期', 'd:2026-01-04', true)).toMatchObject({ typed: 44564, value: '2026-01-04' });
  });

  test.each(['1月4日', '2026年1月', '2026.13.1', '2026-02-29', '4/1/2026', '2026.1', '2026', '昨天'])(
    '%s is not guessed at',
    (source) => {
      expect(cell('填报日期', source).value).toBeUndefined();
      expect(cell('填报日期', source).says).toHaveLength(1);
    },
  );

  test('when somebody left, the month is enough', () => {
    expect(cell('外出时间', '2025年9月')).toMatchObject({ value: '2025-09-01', says: [] });
    expect(cell('外出时间', '9月').says).toEqual([
      '“外出时间”应填日期或年月，如 2025-09-01 或 2025年9月，现为“9月”，请改为完整日期。',
    ]);
  });
});

describe('words and numbers that are names', () => {
  test.each([
    ['是', true],
    ['√', true],
    ['否', false],
    ['无', false],
    ['TRUE', true],
    ['0', false],
  ])('是否长期外出: %s', (source, value) => {
    expect(cell('是否长期外出', source)).toMatchObject({ value, says: [] });
  });

  test('anything else is not yes or no', () => {
    expect(cell('是否长期外出', '广东').says).toEqual(['“是否长期外出”应填“是”或“否”，现为“广东”，请改正。']);
  });

  test.each([
    ['一卡通账号', '6200 0000 0000 0000 001', '6200000000000000001'],
    ['一卡通账号', '６２００－００００', '62000000'],
    ['一卡通账号', 'n:6200000000000000', '6200000000000000'],
    ['联系电话', '19900000000', '19900000000'],
    ['联系电话', '无', '无'],
    ['家庭住址', '\\s上寨村 一组\\s', '上寨村 一组'],
    ['家庭类型', '低 保户', '低保户'],
    ['开户名', '张\u3000三', '张\u3000三'],
    ['备注', '3', '3'],
  ])('%s %s is %s', (heading, source, value) => {
    expect(cell(heading, source)).toMatchObject({ value, says: [] });
  });

  test('a number of 18 digits is read as it stands, damaged as it may be', () => {
    const { ledgers, findings } = readingOf('\n| 户主姓名 | 身份证号 |\n| 张三 | n:110101199001011234 |');
    expect(ledgers[0].columns.idNumber).toMatchObject({ typed: [110101199001011230], values: ['110101199001011230'] });
    expect(findings).toEqual([]);
  });
});

describe('required cells', () => {
  const imported = (source: string) => `
    | 户主姓名 | 身份证号码 | 家庭人口（人） | 家庭类型 | 户口类型 | 行政村（社区）代码 | 行政村（社区）名称 | 需口粮救助（元） | 需取暖救助（元） | 需衣被救助（件） | 需伤病救助（元） | 需其他救助（元） | 需饮水救助（元） | 核准救助时段（月） | 核准救助口粮（公斤） | 核准救助衣被（件） | 核准救助金额（元） | 发放单位 | 发放方式 | 开户银行 | 开户银行帐号 | 开户银行地址 | 村级填报人姓名 | 村级填报日期 | 备注 |
    ${source}`;

  test('a full row of the import ledger has nothing wrong', () => {
    const { ledgers, findings } = readingOf(
      imported(
        `| 张三 | ${id} | 4 | 低保户 | 农村 | 520123001201 | 上寨村 | | 200 | | | | | 3 | 45 | 2 | 200 | 乡镇级 | 银行发放 | 信用社 | 6200000000000000001 | | 王五 | 2026-01-04 | |`,
      ),
    );
    expect(ledgers[0].form).toBe('relief-import');
    expect(findings).toEqual([]);
  });

  test('each empty required cell is reported once, blanks count as empty, totals never', () => {
    const { findings } = readingOf(
      imported(`| 张三 | ${id} | \\s | 低保户 | 农业 | 520123001201 | 上寨村 | | 200 | | | | | 13 | 45 | 2 | 200 | 乡镇级 | 银行发放 | | / | | 王五 | 2026-01-04 | |
        | 合计 | | 4 | | | | | | 200 | | | | | | 45 | 2 | 200 | | | | | | | | |`),
    );
    expect(findings.map((finding) => `${finding.at[0].column} ${sentence(finding, kinds)}`)).toEqual([
      '3 “家庭人口”没有填，请补填。',
      '5 “户口类型”应填“城镇”、“农村”之一，现为“农业”，请改正。',
      '14 “核准救助时段”应填“1”、“2”、“3”、“4”、“5”、“6”、“7”、“8”、“9”、“10”、“11”、“12”之一，现为“13”，请改正。',
      '20 “发放方式”填的是“银行发放”时“开户银行”不能空着，请补填。',
      '21 “发放方式”填的是“银行发放”时“一卡通账号”不能空着，请补填。',
    ]);
  });

  test('of a form nobody knows only names and numbers are asked for, of members not the householder again', () => {
    const { ledgers, findings } = readingOf(`
      | 户主姓名 | 姓名 | 身份证号 | 与户主关系 | 性别 |
      | 张三 | 张三 | ${id} | 本人 | |
      | | 张小三 | | 子 | 男 |`);
    expect(ledgers[0]).toMatchObject({ form: 'unlisted', entryIs: 'person', rows: [2, 3] });
    expect(findings.map(({ kind, at }) => `${kind} ${at[0].row},${at[0].column}`)).toEqual([
      'cell-required-missing 3,3',
    ]);
  });

  test('a formula that was never calculated is not an empty cell', () => {
    expect(
      readingOf('\n| 户主姓名 | 身份证号 | 救助金额 |\n| =VLOOKUP(B2,名单!A:B,2,0) | 11010519491231002X | =3*150 |'),
    ).toMatchObject({ findings: [], ledgers: [{ columns: { reliefAmount: { typed: [null], values: [45000] } } }] });
  });
});

test('a stale cached value is recomputed for the entry, too', () => {
  const [ledger] = readingOf(
    workbookOf([
      sheetOf('| 户主姓名 | 身份证号 | 需救助人口 | 救助金额 |\n| 张三 | 11010519491231002X | 3 | =C2*150 -> 300 |'),
    ]),
  ).ledgers;
  expect(ledger.columns.reliefAmount).toMatchObject({ typed: [300], values: [45000] });
  expect([...(ledger.columns.reliefAmount?.formulas ?? [])]).toEqual([0]);
});
