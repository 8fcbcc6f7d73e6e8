import { z } from 'zod';
import { fields, type FieldKey } from './fields';
import type { Form } from './form';

const words = (what: string) => z.string(`${what}应是文字。`).trim().min(1, `${what}不能为空。`);
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
    heading: z.tuple([words('列标题')], words('列标题')).readonly(),
    alsoSeenAs: z.array(words('列标题的别名')).readonly().optional(),
    unit: words('单位').optional(),
    required: z.boolean('“必填”应是真或假。').optional(),
    requiredIf: z
      .strictObject({ field: fieldKey, is: words('必填条件的取值') })
      .readonly()
      .optional(),
    choices: z.array(words('可选值')).min(1, '可选值至少要有一个。').readonly().optional(),
    width: z.number('列宽应是数字。').min(1, '列宽不能小于 1 个字符。').max(255, '列宽不能超过 255 个字符。'),
  },
  incomplete,
);

/** What a form must look like, whether it is built in or loaded from a file. Messages are plain Chinese sentences. */
export const formSchema: z.ZodType<Form> = z
  .strictObject(
    {
      id: z
        .string('表样编号应是文字。')
        .regex(/^[a-z][a-z0-9-]*$/, '表样编号只能用小写英文字母、数字和短横线，并以字母开头。'),
      title: words('表样标题'),
      entryIs: z.enum(['household', 'person'], '“一行是什么”只能写 household（一户）或 person（一人）。'),
      source: words('表样来源'),
      preamble: z.array(z.string('表头上方的内容应是文字。')).readonly(),
      columns: z.array(formColumn).min(2, '表样至少要有两列。').readonly(),
      footer: z.array(z.string('表尾的内容应是文字。')).readonly(),
      dictionary: z
        .strictObject({
          sheet: words('字典表名'),
          lists: z.partialRecord(fieldKey, z.array(words('字典词条')).readonly()).readonly(),
        })
        .readonly()
        .optional(),
      sheetName: words('工作表名')
        .max(31, '工作表名不能超过 31 个字。')
        .regex(/^[^\\/?*[\]:]+$/, '工作表名不能含有 \\ / ? * [ ] : 这些符号。'),
      paper: z.enum(['A4', 'A3'], '纸张只能是 A4 或 A3。'),
      printsTitle: z.boolean('“是否印标题”应是真或假。').optional(),
    },
    incomplete,
  )
  .superRefine((form, context) => {
    if (form.id === 'unlisted')
      context.addIssue({ code: 'custom', path: ['id'], message: '表样编号不能用 unlisted，这个编号留给未登记的表。' });
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
  });
