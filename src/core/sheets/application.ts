import { capitalAmount } from '../ledger/capital-amount';
import { withCents } from './capital-line';
import { figureOf, placeOf, unitOf, type FigureField, type Household } from './household';
import { householdPages } from './household-pages';
import { fillWidth, layout, roomOnPage, type Box, type Layout } from './layout';
import { nameOrBlank, seasonWords } from './occasion';
import { opinionRows, signature } from './opinion-blocks';
import { defineSheet, type SheetInput } from './sheet-kind';
import { villageWords } from './villages';

export default defineSheet({
  id: 'application',
  title: '冬春生活救助申请审批表',
  why: '一户一页，写明家庭、受灾和需求，村民小组、村、乡、县逐级签署意见。',
  source: '户报、村评、乡审、县定；围场县 2022 年申请表的内容',
  isPublic: false,
  needs: ['householdHead'],
  *build(input) {
    return yield* householdPages(input.households, {
      name: ['申请审批表'],
      heading: '冬春生活救助申请审批表',
      widths,
      pagesEach: 2,
      whenEmpty: '没有申请救助的户。',
      page: (sheet, household, index, breakBefore) => applicationPage(sheet, input, household, index, breakBefore),
    });
  },
});

const page = { paper: 'A4', orientation: 'portrait' } as const;
const widths = fillWidth(
  [10.5, 10, 10.6, 10.6, 10.6, 10.4, 10.4, 10.6].map((width) => ({ width, need: width, isFixed: false })),
  page,
);
const needs = [
  ['grainNeed', '口粮'],
  ['heatingNeed', '取暖'],
  ['beddingNeed', '衣被'],
  ['waterNeed', '饮水'],
  ['medicalNeed', '伤病'],
  ['otherNeed', '其他'],
] as const satisfies readonly (readonly [FigureField, string])[];

/** How high the rows are, in points: as roomy as the page allows. */
interface Density {
  readonly row: number;
  readonly tall: number;
  readonly member: number;
}
const densities: readonly Density[] = [
  { row: 24, tall: 33, member: 21 },
  { row: 21, tall: 24, member: 16.5 },
];
/** The four opinions at their lowest: a line for the pen above the line for name, seal and date. */
const opinionsAtLeast = 4 * 45;

/** The opinions take what is left of the page; those of a family too large for it go to a second one, under its name. */
function applicationPage(sheet: Layout, input: SheetInput, household: Household, index: number, breakBefore: boolean) {
  const { standingErrors } = input;
  const foot = standingErrors > 0 ? 19 : 0;
  const leftWith = (density: Density): number => {
    const trial = layout('', widths);
    householdRows(trial, input, household, index, density, breakBefore);
    return roomOnPage(page).height - trial.used() - foot;
  };
  const density = densities.find((one) => leftWith(one) >= opinionsAtLeast);
  householdRows(sheet, input, household, index, density ?? densities[0], breakBefore);
  if (!density) {
    const words = `编号：${numberOf(index)}\u3000\u3000户主姓名：${household.head}（续页）`;
    sheet.line({ parts: [words], height: 27 }, true);
  }
  const left = density ? leftWith(density) : opinionsAtLeast * 2;
  opinionRows(sheet, opinions, 8, Math.min(105, Math.floor(left / opinions.length)));
  if (standingErrors > 0) sheet.line({ parts: [`生成时台账有 ${standingErrors} 处错误未处理。`], style: 'note' });
}

const opinions = [
  { by: '村民小组\n提名意见', words: '', signs: '组长（签字）：　　　　　　　　　　　年　　月　　日' },
  { by: '村（居）民\n委员会民主\n评议意见', words: '', signs: signature },
  { by: '乡镇\n（街道）\n审核意见', words: '', signs: signature },
  { by: '县级\n审批意见', words: '', signs: signature },
] as const;

const numberOf = (index: number): string => String(index + 1).padStart(4, '0');

/** All of the page but the opinions. */
function householdRows(
  sheet: Layout,
  { occasion, policy }: SheetInput,
  household: Household,
  index: number,
  { row, tall, member: memberRow }: Density,
  breakBefore: boolean,
) {
  const label = (value: string, span = 1): Box => ({ value, style: 'label', span });
  const text = (value: string | number | undefined, span = 1): Box => ({ value: value ?? null, style: 'center', span });
  const digits = (value: string, span: number): Box => ({ value, style: 'digits', span });
  const members = Math.max(3, household.members.length);

  sheet.row(36, [{ value: '冬春生活救助申请审批表', style: 'title', span: 8 }], breakBefore);
  sheet.line({
    parts: [
      `编号：${numberOf(index)}\u3000\u3000${seasonWords(occasion, policy)}`,
      `${nameOrBlank(occasion.township, '＿＿＿＿乡（镇）')}${villageWords(household.village || (occasion.village ?? ''))}`,
    ],
  });
  sheet.row(row, [label('户主姓名'), text(household.head, 3), label('户口类型'), text(household.registrationType, 3)]);
  sheet.row(row, [label('身份证号'), digits(household.idNumber, 3), label('联系电话'), digits(household.phone, 3)]);
  sheet.row(tall, [
    label('家庭住址'),
    text(household.address || placeOf(household), 3),
    label('家庭类型'),
    text(household.householdType, 3),
  ]);
  sheet.row(row, [
    label('家庭人口'),
    text(household.size),
    label('需救助人口'),
    text(household.inNeed),
    label('困难程度'),
    text(household.severity, 3),
  ]);
  sheet.row(tall, [label('开户银行'), text(household.bank, 3), label('一卡通账号'), digits(household.account, 3)]);
  sheet.row(row, [
    label('开户名'),
    text(household.accountHolder, 3),
    label('与户主关系'),
    text(household.holderRelation, 3),
  ]);
  sheet.row(memberRow, [
    { value: '家庭成员', style: 'label', down: members + 1 },
    label('姓名', 2),
    label('与户主关系'),
    label('性别'),
    label('身份证号', 2),
    label('是否需救助'),
  ]);
  for (let place = 0; place < members; place++) {
    const member = household.members[place];
    sheet.row(memberRow, [
      text(member?.name, 2),
      text(member?.relation),
      text(member?.sex),
      digits(member?.idNumber ?? '', 2),
      text(member?.isInNeed === undefined ? '' : member.isInNeed ? '是' : '否'),
    ]);
  }
  sheet.row(row, [
    label('受灾类型'),
    text(household.disasterType, 3),
    label('受灾时间'),
    text('　　　　年　　月　　日', 3),
  ]);
  const damage = '住房倒塌　　间、损坏　　间；农作物绝收　　亩、减产　　亩；伤病　　人';
  sheet.row(row, [label('受灾情况'), { value: damage, style: 'text', span: 7 }]);
  sheet.row(tall + 3, [label('申请原因'), { value: household.remark, style: 'text', span: 7 }]);
  sheet.row(tall, [
    label('申请人签字\n（手印）'),
    text(undefined, 3),
    label('申请时间'),
    text('　　　　年　　月　　日', 3),
  ]);
  sheet.row(30, [
    { value: '需救助内容', style: 'label', down: 2 },
    ...needs.map(([field, name]) => label(withUnit(name, unitOf([household], field)))),
    label('时段\n（月）'),
  ]);
  sheet.row(row, [...needs.map(([field]) => text(figureOf(household, field))), text(household.figures.approvedMonths)]);
  sheet.row(row + 3, [label('救助金额'), { value: amountWords(household), style: 'text', span: 7 }]);
}

const withUnit = (name: string, unit: string): string => (unit === '' ? name : `${name}\n（${unit}）`);

/** `人民币肆佰伍拾元整（¥450.00）`, or room for it. */
const amountWords = ({ amount }: Household): string =>
  amount === undefined
    ? '人民币（大写）：　　　　　　　　　　　　（¥　　　　　　）'
    : `人民币（大写）：${capitalAmount(amount) ?? ''}（¥${withCents(amount)}）`;
