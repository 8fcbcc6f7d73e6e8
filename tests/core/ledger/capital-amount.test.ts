import * as fc from 'fast-check';
import nzh from 'nzh';
import { acceptedCapitals, capitalAmount, parseCapital } from '../../../src/core/ledger/capital-amount';
import { yuan, type Fen } from '../../../src/core/ledger/money';

// rules.md section F: amount, canonical form, forms accepted as well, a form to be refused.
const cases: readonly (readonly [number, string, readonly string[], string])[] = [
  [0.05, '伍分', [], '伍分整'],
  [0.1, '壹角', ['壹角整'], '壹角零分'],
  [0.56, '伍角陆分', [], '零元伍角陆分'],
  [10, '壹拾元整', [], '拾元整'],
  [10.05, '壹拾元零伍分', [], '壹拾元伍分'],
  [100.5, '壹佰元零伍角', ['壹佰元零伍角整', '壹佰元伍角', '壹佰元伍角整'], '壹佰元伍拾分'],
  [101, '壹佰零壹元整', [], '壹佰壹元整'],
  [110, '壹佰壹拾元整', [], '壹佰壹拾零元整'],
  [325.04, '叁佰贰拾伍元零肆分', [], '叁佰贰拾伍元肆分'],
  [1001.01, '壹仟零壹元零壹分', [], '壹仟零零壹元零壹分'],
  [1010.1, '壹仟零壹拾元零壹角', ['壹仟零壹拾元零壹角整', '壹仟零壹拾元壹角', '壹仟零壹拾元壹角整'], '壹仟壹拾元壹角'],
  [1409.5, '壹仟肆佰零玖元伍角', ['壹仟肆佰零玖元伍角整'], '壹仟肆佰玖元伍角'],
  [1680.32, '壹仟陆佰捌拾元零叁角贰分', ['壹仟陆佰捌拾元叁角贰分'], '壹仟陆佰捌拾零元叁角贰分'],
  [6007.14, '陆仟零柒元壹角肆分', [], '陆仟柒元壹角肆分'],
  [10_001, '壹万零壹元整', [], '壹万壹元整'],
  [10_010, '壹万零壹拾元整', [], '壹万壹拾元整'],
  [16_409.02, '壹万陆仟肆佰零玖元零贰分', [], '壹万陆仟肆佰零玖元贰分'],
  [20_000.2, '贰万元零贰角', ['贰万元零贰角整', '贰万元贰角', '贰万元贰角整'], '贰万零贰角'],
  [25_000, '贰万伍仟元整', [], '贰万伍仟元'],
  [101_000, '壹拾万壹仟元整', ['壹拾万零壹仟元整'], '壹拾万零壹仟'],
  [
    107_000.53,
    '壹拾万柒仟元零伍角叁分',
    ['壹拾万零柒仟元伍角叁分', '壹拾万柒仟元伍角叁分', '壹拾万零柒仟元零伍角叁分'],
    '拾万柒仟元伍角叁分',
  ],
  [240_968, '贰拾肆万零玖佰陆拾捌元整', [], '贰拾肆万玖佰陆拾捌元整'],
  [1_000_001, '壹佰万零壹元整', [], '壹佰万壹元整'],
  [10_050_000, '壹仟零伍万元整', [], '壹仟伍万元整'],
  [16_881_895, '壹仟陆佰捌拾捌万壹仟捌佰玖拾伍元整', [], '壹千陆佰捌拾捌万壹仟捌佰玖拾伍元整'],
];

describe.each(cases)('%d 元', (amount, canonical, also, refused) => {
  test('is written so', () => expect(capitalAmount(yuan(amount))).toBe(canonical));

  test('is accepted in exactly these forms', () => {
    const forms = [canonical, ...also];
    const withZheng = forms.filter((form) => form.endsWith('整')).map((form) => form.replace(/整$/, '正'));
    expect([...acceptedCapitals(yuan(amount))].sort()).toEqual([...forms, ...withZheng].sort());
  });

  test('each accepted form reads back, 人民币 in front or not', () => {
    for (const form of acceptedCapitals(yuan(amount))) {
      expect(parseCapital(form)).toEqual({ amount: yuan(amount), isProper: true });
      expect(parseCapital(`人民币${form}`)).toEqual({ amount: yuan(amount), isProper: true });
    }
  });

  test('the faulty form is not proper', () => expect(parseCapital(refused)?.isProper ?? false).toBe(false));
});

test.each([
  ['贰佰元', 200],
  ['两佰元整', 200],
  ['二百元整', 200],
  ['贰佰元零角零分', 200],
  ['壹佰贰拾元伍分整', 120.05],
  ['人民币 贰佰元整', 200],
  ['贰佰块整', 200],
  ['拾元整', 10],
  ['零元伍角陆分', 0.56],
  ['壹拾万零壹仟元', 101_000],
])('%s is read, but is not proper', (text, amount) => {
  expect(parseCapital(text)).toEqual({ amount: yuan(amount), isProper: false });
});

test.each(['贰佰圆整', '人民币贰佰圆整', '貳佰圓整', '贰佰元正'])('%s is proper', (text) => {
  expect(parseCapital(text)).toEqual({ amount: yuan(200), isProper: true });
});

test.each([
  '',
  '人民币',
  '贰佰',
  '元整',
  '贰万零贰角',
  '壹佰元伍拾分',
  '壹贰元整',
  '壹拾仟元整',
  '200元',
  '整',
  '负壹元整',
])('“%s” gives no amount', (text) => expect(parseCapital(text)).toBeUndefined());

test.each([
  [0, '零元整'],
  [100_005_000, '壹亿零伍仟元整'],
  [100_000_000, '壹亿元整'],
  [1_000_050_000, '壹拾亿零伍万元整'],
  [999_999_999_999.99, '玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
])('%d 元 beyond the table is %s', (amount, form) => {
  expect(capitalAmount(yuan(amount))).toBe(form);
  expect(parseCapital(form)).toEqual({ amount: yuan(amount), isProper: true });
});

test('there is no form below zero, for parts of a 分, or from 10,000 亿元 on', () => {
  expect([-1, 0.5, 1e14].map((fen) => capitalAmount(fen as Fen))).toEqual([undefined, undefined, undefined]);
  expect(acceptedCapitals(-1 as Fen)).toEqual([]);
});

const anyAmount = fc.oneof(
  fc.integer({ min: 0, max: 99_999_999 }),
  fc.integer({ min: 0, max: 99_999_999_999_999 }),
  // Amounts full of zeros are where forms go wrong.
  fc.array(fc.constantFrom(0, 0, 0, 1, 5), { minLength: 1, maxLength: 14 }).map((list) => Number(list.join(''))),
) as fc.Arbitrary<Fen>;

test('every accepted form of any amount reads back as that amount', () => {
  fc.assert(
    fc.property(anyAmount, (amount) => {
      const forms = acceptedCapitals(amount);
      expect(new Set(forms).size).toBe(forms.length);
      for (const form of forms) expect(parseCapital(form)).toEqual({ amount, isProper: true });
    }),
  );
});

test('each form names every digit but 0, and has 零 just where the rule says', () => {
  fc.assert(
    fc.property(anyAmount, (amount) => {
      for (const form of acceptedCapitals(amount)) expectRule(amount, form);
    }),
    { numRuns: 1000 },
  );
});

/** The rule told from the digits: what is named, and between which neighbours 零 stands, may stand, or may not. */
function expectRule(amount: Fen, form: string): void {
  if (amount === 0) return expect(['零元整', '零元正']).toContain(form);
  const figures = [...String(amount)].map(Number);
  const named = figures
    .map((digit, index) => ({ digit, place: figures.length - 1 - index }))
    .filter(({ digit }) => digit > 0);
  const spoken = form.match(/[壹贰叁肆伍陆柒捌玖][拾佰仟角分]?/g) ?? [];
  const unitOf = (place: number) => (place === 0 ? '分' : place === 1 ? '角' : ['', '拾', '佰', '仟'][(place - 2) % 4]);
  expect(spoken).toEqual(named.map(({ digit, place }) => '零壹贰叁肆伍陆柒捌玖'[digit] + unitOf(place)));
  const between = form.split(/[壹贰叁肆伍陆柒捌玖]/).slice(1, -1);
  between.forEach((gap, index) => {
    const [before, after] = [named[index].place, named[index + 1].place];
    const zeros = gap.split('零').length - 1;
    // 千位 of a group and 角位 may do without (CAP-04 三).
    const mayDoWithout = after === 1 || [5, 9].includes(after);
    const allowed = before - after === 1 ? [0] : mayDoWithout ? [0, 1] : [1];
    expect([form, allowed]).toEqual([form, expect.arrayContaining([zeros])]);
    const marks = [
      before >= 10 && after < 10 ? '亿' : '',
      before >= 6 && before < 10 && after < 6 ? '万' : '',
      before >= 2 && after < 2 ? '元' : '',
    ].join('');
    expect(gap.replace(/[零拾佰仟角分]/g, '')).toBe(marks);
  });
  expect(form).toMatch(/^[壹贰叁肆伍陆柒捌玖]/);
}

describe('against nzh, which others wrote', () => {
  /** nzh leaves out 零 before 角 and 整 behind it where the rule lets one choose: not our first form, but one it allows. */
  const foreign = (amount: Fen) => nzh.cn.toMoney(amount / 100, { outSymbol: false });
  // Amounts that people pay and, beyond them, any below 10,000 亿元 whose 分 a binary fraction still tells apart.
  const amounts = fc.oneof(
    fc.integer({ min: 0, max: 100_000 }),
    fc.integer({ min: 0, max: 10_000_000 }).map((yuanOnly) => yuanOnly * 100),
    fc.integer({ min: 0, max: 1e13 - 1 }),
  );

  test('what nzh writes is read as the amount it was written for', () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(parseCapital(foreign(amount as Fen))?.amount).toBe(amount);
      }),
      { numRuns: 2000 },
    );
  });

  test('and is one of the forms that are accepted', () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(acceptedCapitals(amount as Fen)).toContain(foreign(amount as Fen));
      }),
      { numRuns: 2000 },
    );
  });
});
