import { sheetKinds } from '../../../src/core/sheets';
import { scanNotice as scanInSteps } from '../../../src/core/sheets/notice-scan';
import { finish } from '../../../src/core/workbook/port';
import type { SheetPlan } from '../../../src/core/workbook/sheet-plan';
import { person } from '../../support/people';
import { households, inputOf } from './households';

const plan = (
  value: SheetPlan['rows'][number]['cells'][number]['value'],
  changed: Partial<SheetPlan> = {},
): SheetPlan => ({
  name: '公示',
  heading: '公示',
  columnWidths: [10],
  rows: [{ cells: [{ value: '公示' }] }, { cells: [{ value }] }],
  merges: [],
  styles: {},
  ...changed,
});
const scanNotice = (...given: Parameters<typeof scanInSteps>) => finish(scanInSteps(...given));
const found = (value: Parameters<typeof plan>[0], known: readonly string[] = []) =>
  scanNotice([plan(value)], { known }).map(({ where, passesAs }) => `${where} ${passesAs}`);

const { idNumber, phone, account } = person(7);

test.each([
  ['an identity number', idNumber, 'A2 身份证号'],
  ['the specimen of the standard', '11010519491231002X', 'A2 身份证号'],
  ['a small x', `户主${idNumber.slice(0, 17)}x`, 'A2 身份证号'],
  ['an old number', '109901490512123', 'A2 身份证号'],
  ['blanks in it', idNumber.replace(/(.{6})(.{8})/, '$1 $2 '), 'A2 身份证号'],
  ['hyphens in it', idNumber.replace(/(.{6})(.{8})/, '$1-$2-'), 'A2 身份证号'],
  [
    'full-width digits',
    idNumber.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    'A2 身份证号',
  ],
  ['a zero-width sign in it', `${idNumber.slice(0, 9)}\u200b${idNumber.slice(9)}`, 'A2 身份证号'],
  ['a line break in it', `${idNumber.slice(0, 9)}\n${idNumber.slice(9)}`, 'A2 身份证号'],
  ['a mobile number', `张旺${phone}`, 'A2 电话号码'],
  ['a mobile number with blanks', phone.replace(/(.{3})(.{4})/, '$1 $2 '), 'A2 电话号码'],
  [
    'a mobile number in Chinese digits',
    [...phone].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join(''),
    'A2 电话号码',
  ],
  ['a landline', '0199-5550123', 'A2 电话号码'],
  ['a local landline', '请打 5550123', 'A2 电话号码'],
  ['an account', account, 'A2 账号'],
  ['an account in fours', account.replace(/(.{4})/g, '$1 '), 'A2 账号'],
])('%s is found', (_, text, leak) => {
  expect(found(text)).toEqual([leak]);
});

test('an account typed as a number is found', () => {
  expect(found(6_200_001_234_567_890)).toEqual(['A2 账号']);
  expect(found(199_005_550_12)).toEqual(['A2 电话号码']);
});

test('a short number of the ledger is found only because it is known', () => {
  expect(found('存折 880123')).toEqual([]);
  expect(found('存折 880123', ['88-0123'])).toEqual(['A2 账号']);
});

test('a number parted over cells is found', () => {
  const cells = [idNumber.slice(0, 6), idNumber.slice(6, 14), idNumber.slice(14)].map((value) => ({ value }));
  expect(scanNotice([plan(null, { rows: [{ cells }] })])).not.toEqual([]);
});

test.each([
  ['the sheet name', { name: `公示${phone}` }, '工作表名'],
  ['the heading', { heading: `公示${idNumber}` }, '表头标识'],
  ['the header', { page: { paper: 'A4', orientation: 'portrait', header: `&C${account}` } }, '页眉页脚'],
  ['the footer', { page: { paper: 'A4', orientation: 'portrait', footer: `&C${phone}` } }, '页眉页脚'],
  [
    'a list of choices',
    { lists: [{ area: { top: 1, left: 1, bottom: 1, right: 1 }, choices: [idNumber] }] },
    '下拉选项',
  ],
  ['a number format', { styles: { odd: { numberFormat: `"${idNumber}"` } } }, '单元格样式'],
] satisfies readonly (readonly [string, Partial<SheetPlan>, string])[])('%s is looked at too', (_, changed, where) => {
  expect(scanNotice([plan('王安', changed)]).map((leak) => leak.where)).toEqual([where]);
});

test('a hidden sheet is looked at like any other', () => {
  expect(scanNotice([plan(idNumber, { visibility: 'hidden' })])).toHaveLength(1);
});

test.each([
  '王安',
  '2025—2026年度',
  '2025-2026年度冬春救助',
  '公示时间：2026年1月5日至2026年1月12日',
  '20260105',
  '3组',
  '1234567.50',
  '核对码：WYM2-5B3V',
  '第12页',
])('%s is no such number', (text) => expect(found(text)).toEqual([]));

test('sums of money of seven and eight digits are no telephones', () => {
  expect(found(2_345_678)).toEqual([]);
  expect(found(23_456_789.5)).toEqual([]);
});

describe('hotlines', () => {
  const hotline = '0199-5550123';
  const line = `监督举报电话\u3000乡镇：${hotline}`;
  test('the one that was given may stand in its line', () =>
    expect(scanNotice([plan(line)], { hotlines: [hotline] })).toEqual([]));
  test('not elsewhere', () => expect(scanNotice([plan(`王安 ${hotline}`)], { hotlines: [hotline] })).toHaveLength(1));
  test('no other number beside it', () =>
    expect(scanNotice([plan(`${line} ${phone}`)], { hotlines: [hotline] })).toHaveLength(1));
  test('a hotline that is somebody’s identity number is none', () =>
    expect(scanNotice([plan(line.replace(hotline, idNumber))], { hotlines: [hotline] })).toHaveLength(1));
});

describe('the notices themselves', () => {
  const notices = sheetKinds.filter(({ isPublic }) => isPublic);
  const people = households(30);
  const known = people.flatMap((one) => [one.idNumber, one.account, one.phone]);
  const options = { known, hotlines: ['0199-5550123'] };

  test('are three', () =>
    expect(notices.map(({ id }) => id).sort()).toEqual([
      'township-notice',
      'township-review-notice',
      'village-notice',
    ]));

  test.each(notices.map((kind) => [kind.id, kind] as const))('%s holds no such number', (_, kind) => {
    expect(scanNotice(finish(kind.build(inputOf(people))), options)).toEqual([]);
  });

  test.each(
    notices.flatMap((kind) =>
      (['head', 'group', 'householdType', 'severity'] as const).map((field) => [kind.id, field, kind] as const),
    ),
  )('%s: a number typed behind the %s is caught', (_, field, kind) => {
    const planted = people.map((one, index) => (index === 11 ? { ...one, [field]: `${one[field]}${phone}` } : one));
    const leaks = scanNotice(finish(kind.build(inputOf(planted))), options);
    expect(leaks.map(({ passesAs }) => passesAs)).toEqual(['电话号码']);
  });

  test.each(notices.map((kind) => [kind.id, kind] as const))(
    '%s does not print what the ledger says in the remark',
    (_, kind) => {
      const planted = people.map((one) => ({ ...one, remark: '癌症晚期', address: '和平路', accountHolder: '代领人' }));
      const texts = finish(kind.build(inputOf(planted))).flatMap(({ rows }) =>
        rows.flatMap(({ cells }) => cells.map(({ value }) => String(value))),
      );
      expect(texts.filter((text) => /癌症|和平路|代领人/.test(text))).toEqual([]);
    },
  );
});
