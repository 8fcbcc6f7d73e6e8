import { fields, type FieldKind } from '../../../src/core/ledger/fields';
import { code, table } from './markdown';

/** The glossary: every column we know, one Chinese word and one identifier. */
export const glossaryPage = (): string =>
  [
    '## 词汇',
    table(
      ['栏目', '标识', '类型', '含义', '也写作'],
      Object.entries(fields).map(([key, { zh, kind, meaning, aliases }]) => [
        zh,
        code(key),
        kindWords[kind],
        meaning,
        aliases.join('、'),
      ]),
    ),
  ].join('\n\n');

const kindWords: Readonly<Record<FieldKind, string>> = {
  text: '文字',
  name: '姓名',
  'id-number': '证件号码',
  account: '账号',
  phone: '电话',
  count: '整数',
  quantity: '数量',
  money: '金额',
  date: '日期',
  choice: '选择',
  'yes-no': '是否',
};
