import * as z from 'zod/mini';
import { fields, type FieldKey } from './fields';
import type { Form } from './form';

const words = (what: string) => z.string(`${what}应是文字。`).check(z.trim(), z.minLength(1, `${what}不能为空。`));
const fieldKey = z.custom<FieldKey>(
  (key) => typeof key === 'string' && Object.hasOwn(fields, key),
  '这一列的字段不在字段表里，请改成字段表中的字段。',
);

const incomplete = {
  error: (issue: { readonly code?: string }) =>
    issue.code === 'unrecognized_keys'
      ? '这里有认不得的项目，请对照表样说明删去或改正。'
      : '这里的内容不完整，请对照表样说明补全。',
};

const formColumn = z.strictObject(
  {
    field: fieldKey,
    heading: z.readonly(z.tuple([words('列标题')], words('列标题'))),
    alsoSeenAs: z.optional(z.readonly(z.array(words('列标题的别名')))),
    unit: z.optional(words('单位')),
    required: z.optional(z.boolean('“必填”应是真或假。')),
    requiredIf: z.optional(z.readonly(z.strictObject({ field: fieldKey, is: words('必填条件的取值') }))),
    choices: z.optional(z.readonly(z.array(words('可选值')).check(z.minLength(1, '可选值至少要有一个。')))),
    width: z
      .number('列宽应是数字。')
      .check(z.minimum(1, '列宽不能小于 1 个字符。'), z.maximum(255, '列宽不能超过 255 个字符。')),
  },
  incomplete,
);

/** What a form must look like, whether it is built in or loaded from a file. Messages are plain Chinese sentences. */
export const formSchema: z.ZodMiniType<Form> = z
  .strictObject(
    {
      id: z
        .string('表样编号应是文字。')
        .check(z.regex(/^[a-z][a-z0-9-]*$/, '表样编号只能用小写英文字母、数字和短横线，并以字母开头。')),
      title: words('表样标题'),
      entryIs: z.enum(['household', 'person'], '“一行是什么”只能写 household（一户）或 person（一人）。'),
      source: words('表样来源'),
      preamble: z.readonly(z.array(z.string('表头上方的内容应是文字。'))),
      columns: z.readonly(z.array(formColumn).check(z.minLength(2, '表样至少要有两列。'))),
      footer: z.readonly(z.array(z.string('表尾的内容应是文字。'))),
      dictionary: z.optional(
        z.readonly(
          z.strictObject({
            sheet: words('字典表名'),
            lists: z.readonly(z.partialRecord(fieldKey, z.readonly(z.array(words('字典词条'))))),
          }),
        ),
      ),
      sheetName: words('工作表名').check(
        z.maxLength(31, '工作表名不能超过 31 个字。'),
        z.regex(/^[^\\/?*[\]:]+$/, '工作表名不能含有 \\ / ? * [ ] : 这些符号。'),
      ),
      paper: z.enum(['A4', 'A3'], '纸张只能是 A4 或 A3。'),
      printsTitle: z.optional(z.boolean('“是否印标题”应是真或假。')),
      mayAdd: z.optional(z.readonly(z.array(fieldKey))),
    },
    incomplete,
  )
  .check(
    z.superRefine((form, context) => {
      if (form.id === 'unlisted')
        context.addIssue({
          code: 'custom',
          path: ['id'],
          message: '表样编号不能用 unlisted，这个编号留给未登记的表。',
        });
      const twice = (kind: string, keys: readonly string[]) => {
        const again = keys.find((key, index) => keys.indexOf(key) !== index);
        if (again !== undefined)
          context.addIssue({ code: 'custom', path: ['columns'], message: `${kind}“${again}”出现了两次，请只留一列。` });
      };
      twice(
        '字段',
        form.columns.map((column) => fields[column.field].zh),
      );
      twice(
        '列标题',
        form.columns.map((column) => column.heading.join('/')),
      );
      for (const column of form.columns) {
        if (column.requiredIf && !form.columns.some((other) => other.field === column.requiredIf?.field)) {
          const message = `“${column.heading.join('/')}”的必填条件所指的列不在表样里，请补上那一列或去掉条件。`;
          context.addIssue({ code: 'custom', path: ['columns'], message });
        }
      }
    }),
  );
