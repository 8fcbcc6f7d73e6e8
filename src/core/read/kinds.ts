import type { FindingKind } from '../findings/finding';

/** The kinds of finding that reading itself makes: missing, malformed, changed. */
export const readKinds: readonly FindingKind[] = [
  {
    id: 'cell-required-missing',
    title: '必填栏目没有填',
    why: '台账要求信息填写齐全、不漏项，缺一栏就会被退回重填。',
    source: '冬春救助工作通知：台账信息要填写齐全、不漏项',
    severity: 'error',
    messages: {
      missing: '“{name}”没有填，请补填。',
      missingIf: '“{other}”填的是“{value}”时“{name}”不能空着，请补填。',
    },
  },
  {
    id: 'cell-malformed',
    title: '内容认不出来',
    why: '认不出来的内容无法汇总和核对，上报系统也会拒收。',
    source: '应急统表10指标说明和省级导入台账的填写格式',
    severity: 'error',
    messages: {
      count: '“{name}”应填不小于 0 的整数，现为“{actual}”，请改为数字。',
      quantity: '“{name}”应填不小于 0 的数字，现为“{actual}”，请改为数字。',
      money: '“{name}”应填不小于 0、最多精确到分的金额（单位：{unit}），现为“{actual}”，请改为数字。',
      date: '“{name}”应填年、月、日齐全的日期，如 2026-01-04，现为“{actual}”，请改为完整日期。',
      month: '“{name}”应填日期或年月，如 2025-09-01 或 2025年9月，现为“{actual}”，请改为完整日期。',
      yesNo: '“{name}”应填“是”或“否”，现为“{actual}”，请改正。',
      choice: '“{name}”应填{expected}之一，现为“{actual}”，请改正。',
      error: '“{name}”显示的是公式出错的标记“{actual}”，请改正公式或直接填写内容。',
    },
  },
  {
    id: 'form-changed',
    title: '表格格式被改动',
    why: '各村用统一模板上报，表格的格式不能动，否则汇总时列会对不上。',
    source: '冬春救助工作通知：表格的格式不能动，统一模板',
    severity: 'warning',
    messages: {
      removed: '表样“{form}”里的“{name}”一列不见了，请补回这一列。',
      replaced: '表样“{form}”里的“{name}”一列不见了，{column} 列的“{actual}”可能就是它，请改回原来的列标题。',
      renamed: '{column} 列的标题“{actual}”在表样里写作“{expected}”，内容能认出来，上报前请改回表样的写法。',
      moved: '“{name}”一列不在表样规定的位置，现在 {column} 列，请移到“{after}”一列的右边。',
      movedFirst: '“{name}”一列不在表样规定的位置，现在 {column} 列，请移到表格最左边。',
      inserted: '{column} 列的“{actual}”是表样“{form}”里没有的列，请删去这一列或移到表格之外。',
      unit: '“{name}”的单位应为“{expected}”，现为“{actual}”，请核对数字并改回原来的单位。',
      title: '表格标题应含“{expected}”，现为“{actual}”，请改回原来的标题。',
    },
  },
];
