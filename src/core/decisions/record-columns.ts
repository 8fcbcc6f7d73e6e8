/** The text of A1 by which the record is known again. */
export const recordHeading = '核查记录（冬春救助台账助手）';

/** What may be chosen about a finding. 核实无误: looked at, and right as it stands. */
export const decisionWords = ['已改正', '核实无误', '是同一人', '不是同一人', '暂缓处理'] as const;

/** Of these, what settles a finding until its facts change: the others ask for a correction, and it stands until then. */
export const holdingWords = ['核实无误', '不是同一人', '暂缓处理'] as const;

/** The columns of the record, in order; widths in characters. */
export const recordColumns = [
  { heading: '序号', width: 5 },
  { heading: '工作表', width: 9 },
  { heading: '单元格', width: 7 },
  { heading: '户主或姓名', width: 9 },
  { heading: '级别', width: 6 },
  { heading: '问题', width: 12 },
  { heading: '说明', width: 32 },
  { heading: '为什么', width: 26 },
  { heading: '依据', width: 20 },
  { heading: '处理', width: 10 },
  { heading: '理由', width: 18 },
  { heading: '处理人', width: 8 },
  { heading: '处理日期', width: 11 },
  { heading: '标识', width: 9 },
] as const;
