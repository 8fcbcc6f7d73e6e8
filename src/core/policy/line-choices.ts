import {
  classParameters,
  everyone,
  groupColumnWords,
  inKindParameters,
  pieceParameters,
  shapeWords,
  singleParameters,
  specialWords,
} from './scheme-parameters';

/** The kinds of lines in the order in which a person reads a notice. Together they hold every word there is. */
export const lineGroups: readonly { readonly title: string; readonly words: readonly string[] }[] = [
  {
    title: '方案',
    words: [specialWords.id, specialWords.title, specialWords.place, specialWords.season, specialWords.document],
  },
  {
    title: '救助金额',
    words: [
      specialWords.shape,
      '计算单位',
      ...classParameters.map(({ word }) => word),
      '保底标准',
      '基本标准',
      specialWords.topUp,
      '人均最低',
      '每户最低',
      '每户最高',
      '人均所按人口',
      '多类叠加',
      specialWords.columns,
      specialWords.also,
    ],
  },
  {
    title: '实物和取暖',
    words: [
      ...inKindParameters.map(({ word }) => word),
      ...pieceParameters.map(({ word }) => word),
      '每月天数',
      '口粮单价',
      '棉被单价',
      '棉衣单价',
    ],
  },
  { title: '对象', words: ['只限农村', '长期外出月数'] },
  {
    title: '资金和发放',
    words: ['下达资金', '尾差户数', '尾差金额', '发放渠道', '发放工作日数', '一次发放', '附言字样', '禁止字样'],
  },
  {
    title: '公示和时限',
    words: [specialWords.notice, specialWords.noticeFrom, specialWords.noticeShows, specialWords.deadline],
  },
  { title: '节假日', words: [specialWords.off, specialWords.worked, specialWords.springFestival] },
];

/** The words that a line's value may be; `undefined` where it is free. */
export const valueChoices = (word: string): readonly string[] | undefined => choices[word];

/** What a line's 对象 may be; empty where it takes none, `undefined` where it is free (a class, a type, a year). */
export function subjectChoices(word: string): readonly string[] | undefined {
  if (noticeWords.has(word)) return ['村', '乡镇', '村和乡镇', '县'];
  if (word === specialWords.deadline) return ['村级上报', '乡镇上报', '县级审批', '发放完毕'];
  return ofGroups.has(word) ? undefined : [];
}

/** The units that a line may be counted in; empty where it has none or the value needs none. */
export function unitChoices(word: string): readonly string[] {
  if (word === specialWords.notice) return ['自然日', '工作日', '天', '个月'];
  const piece = pieceParameters.find((one) => one.word === word);
  if (piece) return [`${piece.unit}/户`, `${piece.unit}/人`];
  const unit = allParameters.find((one) => one.word === word)?.unit;
  return unit === undefined ? [] : [unit];
}

/** Whether a line needs its clause: names and the ways to write a class do not. */
export const needsClause = (word: string): boolean => !withoutClause.has(word);

/** How a value is written, shown where nothing is typed yet. */
export function valueExample(word: string): string {
  if (word === specialWords.deadline || word === specialWords.noticeFrom || word === specialWords.springFestival)
    return '1月15日';
  if (word === specialWords.off) return '1月1日—1月3日、2月15日—2月23日';
  if (word === specialWords.worked) return '1月4日、2月14日';
  if (word === specialWords.columns) return Object.values(groupColumnWords).join('、');
  const measure = allParameters.find((one) => one.word === word)?.measure;
  if (measure === 'money') return '150';
  if (measure === 'range' || pieceParameters.some((one) => one.word === word)) return '4—6';
  return measure === 'words' ? '几个词用“、”隔开' : '';
}

const allParameters = [...singleParameters, ...classParameters, ...inKindParameters];

const choices: Readonly<Record<string, readonly string[] | undefined>> = {
  [specialWords.shape]: Object.values(shapeWords),
  计算单位: ['每人', '每户', '未明确'],
  人均所按人口: ['家庭人口', '需救助人口', '未明确'],
  多类叠加: ['就高不叠加', '可以叠加', '未明确'],
  只限农村: ['是', '否'],
  一次发放: ['是', '否'],
};

const noticeWords: ReadonlySet<string> = new Set([
  specialWords.notice,
  specialWords.noticeFrom,
  specialWords.noticeShows,
]);

const ofGroups: ReadonlySet<string> = new Set([
  ...[...classParameters, ...inKindParameters, ...pieceParameters].map(({ word }) => word),
  specialWords.columns,
  specialWords.also,
  specialWords.off,
  specialWords.worked,
  specialWords.springFestival,
]);

const withoutClause: ReadonlySet<string> = new Set([
  specialWords.id,
  specialWords.title,
  specialWords.place,
  specialWords.season,
  specialWords.document,
  specialWords.shape,
  specialWords.columns,
  specialWords.also,
]);

/** The 对象 of a line that a person adds. */
export const newSubject = (word: string): string => {
  const fixed = subjectChoices(word);
  return fixed === undefined ? (/^(放假|调休上班|正月初一)$/.test(word) ? '' : everyone) : (fixed[0] ?? '');
};
