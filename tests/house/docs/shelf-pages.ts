import { fills } from '../../../src/core/fills';
import { fields } from '../../../src/core/ledger/fields';
import { forms } from '../../../src/forms';
import { schemes } from '../../../src/schemes';
import { code, table } from './markdown';

/** The forms that ship. */
export const formsPage = (): string =>
  [
    '## 表样',
    table(
      ['编号', '表名', '一行是', '列数', '必填', '纸张', '来源'],
      forms.map((form) => [
        code(form.id),
        form.title,
        form.entryIs === 'household' ? '一户' : '一人',
        form.columns.length,
        form.columns
          .filter(({ required }) => required)
          .map(({ field }) => fields[field].zh)
          .join('、'),
        form.paper,
        form.source,
      ]),
    ),
  ].join('\n\n');

/** The schemes that ship, and in which shape each one sets its amounts. */
export const schemesPage = (): string =>
  [
    '## 方案',
    table(
      ['编号', '方案', '地区', '标准', '文件'],
      schemes.map(({ id, title, place, rulings, document }) => {
        const shapes = rulings.flatMap(({ standard }) => (standard ? [shapeWords[standard.shape]] : []));
        return [
          code(id),
          title,
          place ?? '',
          shapes.length > 0 ? [...new Set(shapes)].join('、') : '只有实物',
          document,
        ];
      }),
    ),
  ].join('\n\n');

const shapeWords = {
  fixed: '定额',
  'person-floor': '每人下限',
  'person-range': '每人幅度',
  'household-range': '每户幅度',
  'base-plus-top-up': '每人定额，部分人群可提高',
} as const;

/** The computed columns. */
export const fillsPage = (): string =>
  [
    '## 填列',
    table(
      ['编号', '名称', '填哪一列', '怎么算', '需要', '参考'],
      fills.map(({ id, title, target, basis, needs, uses }) => [
        code(id),
        title,
        fields[target].zh,
        basis,
        needs.map((field) => fields[field].zh).join('、'),
        uses.map((field) => fields[field].zh).join('、'),
      ]),
    ),
  ].join('\n\n');
