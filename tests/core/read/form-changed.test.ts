import { describe as sentence } from '../../../src/core/findings/describe';
import { readKinds } from '../../../src/core/read/kinds';
import { forms } from '../../../src/forms';
import { nationalRoster } from '../../../src/forms/national-roster';
import { readingOf } from '../../support/table';

const kinds = new Map(readKinds.map((kind) => [kind.id, kind]));
const headings = nationalRoster.columns.map((column) =>
  'unit' in column ? `${column.heading[0]}（${column.unit}）` : column.heading[0],
);

/** What reading says of the national form with these headings. */
function changes(printed: readonly string[], title = `上寨村${nationalRoster.title}`) {
  const { ledgers, findings } = readingOf(`
    | ${title} |
    | ${printed.join(' | ')} |`);
  return {
    form: ledgers[0]?.form,
    says: findings.map((finding) => `${finding.at[0].row},${finding.at[0].column} ${sentence(finding, kinds)}`),
  };
}
const with_ = (change: (all: string[]) => void) => {
  const all = [...headings];
  change(all);
  return all;
};

test('the form as it is has nothing to say', () => {
  expect(changes(headings)).toEqual({ form: 'national-roster', says: [] });
});

test('blank columns in between or at the end are no change', () => {
  expect(changes(with_((all) => all.splice(3, 0, '', '')).concat(''))).toEqual({ form: 'national-roster', says: [] });
});

test('a serial number in front of the ten indicators is how a list of households is kept', () => {
  expect(changes(['序号', ...headings])).toEqual({ form: 'national-roster', says: [] });
});

test('a column moved', () => {
  expect(changes(with_((all) => all.splice(8, 0, ...all.splice(2, 1)))).says).toEqual([
    '2,9 “户主联系方式”一列不在表样规定的位置，现在 I 列，请移到“户主身份证号”一列的右边。',
  ]);
  expect(changes(with_((all) => all.push(all.shift() ?? ''))).says).toEqual([
    '2,10 “户主姓名”一列不在表样规定的位置，现在 J 列，请移到表格最左边。',
  ]);
});

test('a column renamed to a word we know, and to one we do not', () => {
  expect(changes(with_((all) => (all[7] = '实际发放金额（元）'))).says).toEqual([
    '2,8 H 列的标题“实际发放金额（元）”在表样里写作“已发放救助款（元）”，内容能认出来，上报前请改回表样的写法。',
  ]);
  expect(changes(with_((all) => (all[5] = '家庭详细住址'))).says).toEqual([
    '2,6 表样“受灾人员冬春生活政府救助人口一览表”里的“家庭住址”一列不见了，F 列的“家庭详细住址”可能就是它，请改回原来的列标题。',
  ]);
});

test('a column removed and one inserted', () => {
  expect(changes(with_((all) => all.splice(8, 1))).says).toEqual([
    '2,8 表样“受灾人员冬春生活政府救助人口一览表”里的“已发放救助物资折款”一列不见了，请补回这一列。',
  ]);
  expect(changes(with_((all) => all.splice(6, 0, '民族'))).says).toEqual([
    '2,7 G 列的“民族”是表样“受灾人员冬春生活政府救助人口一览表”里没有的列，请删去这一列或移到表格之外。',
  ]);
  expect(changes(with_((all) => all.push('开户银行'))).says).toEqual([
    '2,11 K 列的“开户银行”是表样“受灾人员冬春生活政府救助人口一览表”里没有的列，请删去这一列或移到表格之外。',
  ]);
});

test('a unit and the title changed', () => {
  expect(changes(with_((all) => (all[7] = '已发放救助款（万元）'))).says).toEqual([
    '2,8 “已发放救助款”的单位应为“元”，现为“万元”，请核对数字并改回原来的单位。',
  ]);
  expect(changes(headings, '上寨村救灾款发放花名册').says).toEqual([
    '1,1 表格标题应含“受灾人员冬春生活政府救助人口一览表”，现为“上寨村救灾款发放花名册”，请改回原来的标题。',
  ]);
});

test('a ledger of a town’s own making is unlisted and has nothing to say', () => {
  const own =
    '| 序号 | 村组 | 姓名 | 身份证号码 | 人口 | 救助人口 | 救助类别 | 金额 | 账号 | 民族 |\n| 1 | 一组 | 张三 | 11010519491231002X | 4 | 3 | 低保户 | 450 | 6200000000000000001 | 苗 |';
  expect(readingOf(own)).toMatchObject({ ledgers: [{ form: 'unlisted' }], findings: [] });
});

test.each(forms.map((form) => [form.id, form] as const))(
  '%s survives the loss of any one optional column and stays itself',
  (id, form) => {
    for (const left of form.columns) {
      const printed = form.columns.filter((column) => column !== left).map((column) => column.heading.join(''));
      expect(readingOf(`| ${form.title} |\n| ${printed.join(' | ')} |`).ledgers.map((ledger) => ledger.form)).toEqual([
        id,
      ]);
    }
  },
);
