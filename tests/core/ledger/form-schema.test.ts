import { formSchema } from '../../../src/core/ledger/form-schema';
import { forms } from '../../../src/forms';
import { nationalRoster } from '../../../src/forms/national-roster';

test.each(forms.map((form) => [form.id, form] as const))('the built-in form %s is well made', (_, form) => {
  expect(formSchema.parse(JSON.parse(JSON.stringify(form)))).toEqual(form);
});

const messages = (form: unknown) => {
  const result = formSchema.safeParse(form);
  return result.success ? [] : result.error.issues.map((issue) => issue.message);
};

test.each([
  [{ id: 'National Roster' }, '表样编号只能用小写英文字母、数字和短横线，并以字母开头。'],
  [{ id: 'unlisted' }, '表样编号不能用 unlisted，这个编号留给未登记的表。'],
  [{ title: '' }, '表样标题不能为空。'],
  [{ title: undefined }, '表样标题应是文字。'],
  [{ entryIs: 'village' }, '“一行是什么”只能写 household（一户）或 person（一人）。'],
  [{ paper: 'B5' }, '纸张只能是 A4 或 A3。'],
  [{ sheetName: '2025/2026' }, '工作表名不能含有 \\ / ? * [ ] : 这些符号。'],
  [{ colums: [] }, '这里有认不得的项目，请对照表样说明删去或改正。'],
  [
    { columns: [{ field: 'colour', heading: ['颜色'], width: 8 }, ...nationalRoster.columns] },
    '这一列的字段不在字段表里，请改成字段表中的字段。',
  ],
  [{ columns: [{ field: 'remark', heading: [], width: 8 }, ...nationalRoster.columns] }, undefined],
  [{ columns: [...nationalRoster.columns, nationalRoster.columns[0]] }, '字段“户主姓名”出现了两次，请只留一列。'],
  [
    {
      columns: [
        ...nationalRoster.columns,
        { field: 'bankBranch', heading: ['开户行'], requiredIf: { field: 'sex', is: '男' }, width: 8 },
      ],
    },
    '“开户行”的必填条件所指的列不在表样里，请补上那一列或去掉条件。',
  ],
])('%j is refused in Chinese', (change, message) => {
  const found = messages({ ...nationalRoster, ...change });
  if (message !== undefined) expect(found).toContain(message);
  expect(found.length).toBeGreaterThan(0);
  for (const each of found) expect(each).toMatch(/^[\p{Script=Han}“].*。$/u);
});
