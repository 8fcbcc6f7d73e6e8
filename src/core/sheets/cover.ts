import { fillWidth, layout, pageOf, type Layout } from './layout';
import { dateOrBlank, nameOrBlank, seasonWords } from './occasion';
import { defineSheet, headingOf, sheetName } from './sheet-kind';

export default defineSheet({
  id: 'cover',
  title: '档案封面',
  why: '一季材料装订成册的封面。',
  source: '冬春救助工作通知：资料归档装订',
  isPublic: false,
  needs: [],
  *build({ households, occasion, policy }) {
    yield { doing: '排版“档案封面”', done: 0, total: 1 };
    const sheet = layout(headingOf('档案封面'), widths);
    gap(sheet, 110);
    sheet.row(54, [{ value: nameOrBlank(occasion.township, '＿＿＿＿＿＿乡（镇）'), style: 'cover', span: 3 }]);
    sheet.row(54, [{ value: `${seasonWords(occasion, policy)}冬春救助档案`, style: 'cover', span: 3 }]);
    gap(sheet, 120);
    const villages = new Set(households.map(({ village }) => village)).size;
    for (const [name, value] of [
      ['立卷单位', nameOrBlank(occasion.township)],
      ['内容', `${villages} 个村（社区）、${households.length} 户冬春救助的申请、评议、公示、审批、发放材料`],
      ['起止日期', `${dateOrBlank(undefined)}至${dateOrBlank(undefined)}`],
      ['卷　　号', '第　　　卷　共　　　卷'],
      ['页　　数', '共　　　　页'],
      ['保管期限', '　　　　年'],
      ['立卷人', occasion.preparedBy ?? ''],
      ['立卷日期', dateOrBlank(occasion.preparedOn)],
    ]) {
      sheet.row(42, [{}, { value: name, style: 'coverLine' }, { value, style: 'coverLine' }]);
    }
    return [sheet.plan({ name: sheetName('档案封面'), page: pageOf('A4', 'portrait') })];
  },
});

const widths = fillWidth(
  [10, 20, 54].map((width) => ({ width, need: width, isFixed: false })),
  { paper: 'A4', orientation: 'portrait' },
);

const gap = (sheet: Layout, height: number): void => sheet.row(height, []);
