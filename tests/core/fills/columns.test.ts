import { fills } from '../../../src/core/fills';
import { runFills } from '../../../src/core/fills/run';
import { describe as sentence } from '../../../src/core/findings/describe';
import { policyOn } from '../../../src/core/policy/policy';
import type { Scheme } from '../../../src/core/policy/scheme';
import { finish } from '../../../src/core/workbook/port';
import { disasterTypeInKind } from '../../../src/schemes/disaster-type-in-kind/scheme';
import { shangzhai } from '../../../src/schemes/shangzhai/scheme';
import { ledgerOf } from '../../support/table';
import { testDay } from '../../support/test-policy';

const kinds = new Map(fills.map(({ disagrees }) => [disagrees.id, disagrees]));

/** Fills a table: new values by cell, sentences by cell, reasons by cell. */
function fill(table: string, scheme: Scheme = shangzhai) {
  const result = finish(runFills([ledgerOf(table)], policyOn(scheme, testDay), fills));
  const cell = (at: { row: number; column: number }) => `${at.row}:${at.column}`;
  return {
    edits: result.edits.map(({ edit }) => `${cell(edit.at)} ${String(edit.to)}`),
    findings: result.findings.map(
      (finding) => `${cell(finding.at[0])} ${finding.severity} ${sentence(finding, kinds)}`,
    ),
    notFilled: result.notFilled.map(({ at, reason }) => `${cell(at)} ${reason}`),
    notChecked: result.notChecked.map(({ check, reason }) => `${check} ${reason}`),
  };
}

test('a fill sees what the fills before it would put into the row', () => {
  expect(
    fill(`
      | 户主姓名 | 需救助人口 | 救助金额（元） | 大写金额 |
      | 甲乙     | 3          |                |          |`).edits,
  ).toEqual(['2:3 450', '2:4 肆佰伍拾元整']);
});

test('capitals are compared by what they mean: every allowed form passes, odd style warns, a wrong amount is an error', () => {
  expect(
    fill(`
      | 户主姓名 | 需救助人口 | 救助金额（元） | 大写金额 |
      | 甲乙     | 3          | 450            | 肆佰伍拾元整 |
      | 丙丁     | 3          | 450            | 人民币肆佰伍拾圆正 |
      | 戊己     | 3          | 450            | 四百五十元 |
      | 庚辛     | 3          | 450            | 肆佰元整 |
      | 壬癸     | 3          | 450            | 见附表 |`).findings,
  ).toEqual([
    '4:4 warning 大写金额“四百五十元”数额对，写法不合规定，请改为“肆佰伍拾元整”。',
    '5:4 error 大写金额应为“肆佰伍拾元整”，现为“肆佰元整”，与救助金额不一致，请核对后改正。',
    '6:4 warning 大写金额“见附表”认不出是多少，请改为“肆佰伍拾元整”。',
  ]);
});

test('grain goes into the unit of the heading; twice or half of it is told as a mix-up of 斤 and 公斤', () => {
  const table = (unit: string, amounts: readonly string[]) => `
    | 户主姓名 | 需救助人口 | 受灾类型 | 核准救助时段 | 核准救助口粮${unit} |
    ${amounts.map((amount) => `| 甲乙 | 3 | 绝收 | 4 | ${amount} |`).join('\n')}`;
  expect(fill(table('（公斤）', ['']), disasterTypeInKind).edits).toEqual(['2:5 180']);
  expect(fill(table('（斤）', ['']), disasterTypeInKind).edits).toEqual(['2:5 360']);
  expect(fill(table('（公斤）', ['180', '360', '90', '100']), disasterTypeInKind).findings).toEqual([
    '3:5 error 口粮应为 180 公斤（3 人 × 1 斤/人/天 × 30 天 × 4 个月 = 360 斤），现为 360 公斤，正好差一倍，请核对是斤还是公斤后改正。',
    '4:5 error 口粮应为 180 公斤（3 人 × 1 斤/人/天 × 30 天 × 4 个月 = 360 斤），现为 90 公斤，正好差一倍，请核对是斤还是公斤后改正。',
    '5:5 error 口粮应为 180 公斤（3 人 × 1 斤/人/天 × 30 天 × 4 个月 = 360 斤），现为 100 公斤，请核对人数、月数和标准后改正。',
  ]);
  expect(fill(table('', ['']), disasterTypeInKind)).toMatchObject({
    edits: [],
    notChecked: ['approved-grain-differs “核准救助口粮”没有写明斤还是公斤，不能计算。'],
  });
});

test('of several types the single highest counts, and months outside its range give nothing', () => {
  expect(
    fill(
      `
      | 户主姓名 | 需救助人口 | 受灾类型       | 核准救助时段 | 核准救助口粮（斤） | 棉衣裤 | 棉被 | 取暖救助款（元） |
      | 甲乙     | 3          | 绝收、房屋倒损 | 8            |                    |        |      |                  |
      | 丙丁     | 2          | 绝收           | 4            |                    |        | 2    | 300              |`,
      disasterTypeInKind,
    ),
  ).toMatchObject({
    edits: ['2:5 720', '3:5 240', '2:6 3'],
    findings: [],
    notFilled: [
      '2:7 方案只给出幅度（2 至 4 床），请按程序定下数量后填写。',
      '3:6 作物绝收或严重减产的标准里没有棉衣裤。',
      '2:8 救助月数是 8，不在方案的 3 至 5 个月之内，请先核对。',
    ],
  });
});

test('goods are valued at the scheme’s prices, in 分', () => {
  const [rulings] = disasterTypeInKind.rulings;
  const source = '县采购合同';
  const priced: Scheme = {
    ...disasterTypeInKind,
    rulings: [{ ...rulings, prices: { grainPerJin: { yuan: 2.35, source }, quilt: { yuan: 118, source } } }],
  };
  const table = `
    | 户主姓名 | 需救助人口 | 核准救助口粮（公斤） | 棉被 | 救助物资折款（元） |
    | 甲乙     | 3          | 180                  | 2    |                    |
    | 丙丁     | 3          | 0.5                  |      | 2.35               |
    | 戊己     | 3          | 180                  | 2    | 1000               |`;
  expect(fill(table, priced)).toMatchObject({
    edits: ['2:5 1082'],
    findings: [
      '4:5 warning 物资折款应为 1082 元（360 斤 × 2.35 元/斤 + 2 床 × 118 元/床 = 1082 元），现为 1000 元，请核对数量和单价后改正。',
    ],
  });
});

test('sex, birth date and age come from the number; a month alone and an age one off agree', () => {
  expect(
    fill(`
      | 户主姓名 | 身份证号           | 性别 | 出生日期   | 年龄 |
      | 甲乙     | 11010519491231002X |      |            |      |
      | 丙丁     | 11010519491231002X | 女性 | 1949年12月 | 77   |
      | 戊己     | 11010519491231002X | 男   | 1950-12-31 | 70   |
      | 庚辛     | 110105194912310021 |      |            |      |`),
  ).toMatchObject({
    edits: ['2:3 女', '2:4 1949-12-31', '2:5 76'],
    findings: [
      '4:3 error 性别应为“女”（第 17 位是双数，为女），现为“男”，请对照身份证核对性别和号码。',
      '4:4 error 出生日期应为 1949-12-31，现为 1950-12-31，请对照身份证核对日期和号码。',
      '4:5 warning 年龄应为 76 岁（从 1949年12月31日到 2026年1月15日满 76 周岁），现为 70 岁，请对照身份证核对。',
    ],
    notFilled: [
      '5:3 身份证号不是有效的 18 位号码，推算不出来，请先核对。',
      '5:4 身份证号不是有效的 18 位号码，推算不出来，请先核对。',
      '5:5 身份证号不是有效的 18 位号码，推算不出来，请先核对。',
    ],
  });
});

test('serial numbers go on from the row above and are never questioned', () => {
  expect(
    fill(`
      | 序号 | 户主姓名 | 需救助人口 |
      |      | 甲乙     | 1 |
      |      | 丙丁     | 1 |
      | 7    | 戊己     | 1 |
      |      | 庚辛     | 1 |
      | 附1  | 壬癸     | 1 |
      |      | 子丑     | 1 |`),
  ).toMatchObject({
    edits: ['2:1 1', '3:1 2', '5:1 8'],
    findings: [],
    notFilled: ['7:1 上一行的序号不是数字，接不下去，请先核对。'],
  });
});

test('empty totals of a filled column are filled too; typed ones and formulas are left alone', () => {
  expect(
    fill(`
      | 户主姓名 | 需救助人口 | 救助金额（元） |
      | 甲乙     | 3 |     |
      | 丙丁     | 2 | 300 |
      | 小计     | 5 |     |
      | 戊己     | 1 |     |
      | 小计     | 1 | =SUM(C5:C5) -> 0 |
      | 总计     | 6 |     |`).edits,
  ).toEqual(['2:3 450', '5:3 150', '4:3 750', '7:3 900']);
});

test('a total is not made of rows that are still empty, nor where nothing was filled', () => {
  const table = (second: string) => `
    | 户主姓名 | 需救助人口 | 救助金额（元） |
    | 甲乙     | 3 |  |
    | 丙丁     | ${second} |  |
    | 合计     |   |  |`;
  expect(fill(table(''))).toMatchObject({
    edits: ['2:3 450'],
    notFilled: ['3:3 需救助人口没有填写，不能计算。', '4:3 合计所含的行里还有 1 行没有救助金额，先不合计。'],
  });
  expect(fill(table('1')).edits).toEqual(['2:3 450', '3:3 150', '4:3 600']);
});
