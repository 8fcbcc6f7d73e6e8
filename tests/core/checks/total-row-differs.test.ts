import totalRowDiffers from '../../../src/core/checks/total-row-differs';
import { runChecks } from '../../../src/core/checks/run';
import { describe as sentenceOf } from '../../../src/core/findings/describe';
import { a1 } from '../../../src/core/workbook/cell';
import { finish } from '../../../src/core/workbook/port';
import { ledgerOf } from '../../support/table';
import { policyWith } from '../../support/test-policy';

const found = (...rows: readonly string[]) => {
  const { findings } = finish(runChecks([ledgerOf(rows.join('\n'))], policyWith(), {}, [totalRowDiffers]));
  const kinds = new Map([[totalRowDiffers.id, totalRowDiffers]]);
  return findings.map((finding) => `${a1(finding.at[0].row, finding.at[0].column)} ${sentenceOf(finding, kinds)}`);
};
const heading = '| 户主姓名 | 家庭人口 | 救助金额（元） |';

test('a total is added up column by column', () => {
  expect(found(heading, '| 甲 | 3 | 450 |', '| 乙 | 2 | 300 |', '| 合计 | 6 | 800 |')).toEqual([
    'B4 合计的“家庭人口”填 6，上面各行相加为 5，请核对各行后改正。',
    'C4 合计的“救助金额”填 800 元，上面各行相加为 750 元，请核对各行后改正。',
  ]);
});

test('an empty cell counts as nothing, an empty total is not judged', () => {
  expect(found(heading, '| 甲 | 3 | 450 |', '| 乙 | | 300 |', '| 合计 | 3 | |')).toEqual([]);
});

test('where a covered cell cannot be read, its column is not judged', () => {
  expect(found(heading, '| 甲 | 三 | 450 |', '| 乙 | 2 | 300 |', '| 合计 | 9 | 700 |')).toEqual([
    'C4 合计的“救助金额”填 700 元，上面各行相加为 750 元，请核对各行后改正。',
  ]);
});

test('a subtotal covers its own rows and the total covers all', () => {
  const rows = [
    '| 甲 | 3 | 450 |',
    '| 小计 | 3 | 400 |',
    '| 乙 | 2 | 300 |',
    '| 小计 | 2 | 300 |',
    '| 总计 | 5 | 700 |',
  ];
  expect(found(heading, ...rows)).toEqual([
    'C3 小计的“救助金额”填 400 元，上面各行相加为 450 元，请核对各行后改正。',
    'C6 总计的“救助金额”填 700 元，上面各行相加为 750 元，请核对各行后改正。',
  ]);
});

test('a formula is judged by what it computes now, not by the value that was stored', () => {
  const rows = ['| 甲 | 3 | 450 |', '| 乙 | 2 | 300 |'];
  expect(found(heading, ...rows, '| 合计 | =SUM(B2:B3) -> 99 | =SUM(C2:C3) -> 1 |')).toEqual([]);
  expect(found(heading, ...rows, '| 合计 | =SUM(B2:B2) -> 5 | =SUM(C2:C3) -> 750 |')).toEqual([
    'B4 合计的“家庭人口”由公式算得 3，上面各行相加为 5，请检查公式是否包括了所有的行。',
  ]);
});

test('numbers stored as text, which a formula passes over, are named as the cause with their cells', () => {
  const rows = ['| 甲 | 3 | 450 |', "| 乙 | 2 | '300 |", "| 丙 | 1 | '150元 |", '| 丁 | 1 | 150 |'];
  const { findings } = finish(
    runChecks([ledgerOf([heading, ...rows, '| 合计 | 7 | =SUM(C2:C5) -> 600 |'].join('\n'))], policyWith(), {}, [
      totalRowDiffers,
    ]),
  );
  expect(findings.map((finding) => sentenceOf(finding, new Map([[totalRowDiffers.id, totalRowDiffers]])))).toEqual([
    '合计的“救助金额”由公式算得 600 元，上面各行相加为 1050 元，因为有 2 格的数字存成了文字，公式没有计入，请改成数字。',
  ]);
  expect(findings[0].at.map(({ row, column }) => a1(row, column))).toEqual(['C6', 'C3', 'C4']);
});

test('a range too short stays the cause where the numbers stored as text do not make up for what is missing', () => {
  const rows = ['| 甲 | 3 | 450 |', "| 乙 | 2 | '300 |", '| 丙 | 1 | 150 |'];
  expect(found(heading, ...rows, '| 合计 | 6 | =SUM(C2:C3) -> 450 |')).toEqual([
    'C5 合计的“救助金额”由公式算得 450 元，上面各行相加为 900 元，请检查公式是否包括了所有的行。',
  ]);
});

test('cents and fractions add up exactly', () => {
  const rows = Array.from({ length: 10 }, () => '| 甲 | 1 | 0.1 |');
  expect(found(heading, ...rows, '| 合计 | 10 | 1 |')).toEqual([]);
  const grain = Array.from({ length: 10 }, () => '| 甲 | 1 | 0.1 |');
  expect(found('| 户主姓名 | 家庭人口 | 需口粮救助（公斤） |', ...grain, '| 合计 | 10 | 1 |')).toEqual([]);
});

test('amounts in 万元 are shown in 万元', () => {
  expect(
    found(
      '| 户主姓名 | 家庭人口 | 救助金额（万元） |',
      '| 甲 | 3 | 0.045 |',
      '| 乙 | 2 | 0.03 |',
      '| 合计 | 5 | 0.08 |',
    ),
  ).toEqual(['C4 合计的“救助金额”填 0.08 万元，上面各行相加为 0.075 万元，请核对各行后改正。']);
});

test('a stated number of households is counted', () => {
  expect(found(heading, '| 甲 | 3 | 450 |', '| 乙 | 2 | 300 |', '| 合计 2 户 | 5 | 750 |')).toEqual([]);
  expect(found(heading, '| 甲 | 3 | 450 |', '| 乙 | 2 | 300 |', '| 合计 3 户 | 5 | 750 |')).toEqual([
    'A4 这里写明 3 户，上面各行实有 2 户，请核对户数。',
  ]);
});
