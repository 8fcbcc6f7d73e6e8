import { chosenRows, householdsInRows, rowWords } from '../../src/tasks/chosen-rows';
import { households } from '../core/sheets/households';

test.each([
  ['12-20', [{ from: 12, to: 20 }]],
  ['20-12', [{ from: 12, to: 20 }]],
  [
    ' 12－20、25 ',
    [
      { from: 12, to: 20 },
      { from: 25, to: 25 },
    ],
  ],
  [
    '3到5，第9行',
    [
      { from: 3, to: 5 },
      { from: 9, to: 9 },
    ],
  ],
])('%s', (text, spans) => {
  expect(chosenRows(text)).toEqual({ spans });
});

test('a sheet is named before the rows as Excel does it, whatever brackets it has', () => {
  expect(chosenRows('台账（一）!12-20')).toEqual({ sheet: '台账（一）', spans: [{ from: 12, to: 20 }] });
  expect(chosenRows("'台账 2'!7")).toEqual({ sheet: '台账 2', spans: [{ from: 7, to: 7 }] });
});

test.each(['', '、', '十二', '3-', 'B3', '3-5-7', '台账!'])('%s is no choice of rows', (text) => {
  expect(chosenRows(text)).toBeUndefined();
});

test('spans read as they are typed', () => {
  expect(
    rowWords([
      { from: 3, to: 3 },
      { from: 5, to: 9 },
    ]),
  ).toBe('3、5-9');
});

describe('the households of rows', () => {
  const all = households(6);
  const headsIn = (text: string) => {
    const found = householdsInRows(all, chosenRows(text)!);
    return 'refused' in found ? found.refused : found.map(({ at }) => at.row);
  };
  test('come in the order of the ledger, each once', () => expect(headsIn('6、3-4、3')).toEqual([3, 4, 6]));
  test('rows around them may be chosen along', () => expect(headsIn('1-4')).toEqual([3, 4]));
  test('rows without any household are named', () => {
    expect(headsIn('4、1-2、20')).toBe('第 1-2、20 行没有户，“台账”的户在第 3 至 8 行，请核对行号。');
  });
  test('another sheet has none', () => expect(headsIn('名册!3')).toContain('“名册”里没有一户一行的台账'));
  test('of two ledgers the sheet must be named', () => {
    const two = [...all, { ...all[0], at: { ...all[0].at, sheet: '二村' } }];
    expect(householdsInRows(two, chosenRows('3')!)).toMatchObject({ refused: expect.stringContaining('2 张工作表') });
    expect(householdsInRows(two, chosenRows('二村!3')!)).toHaveLength(1);
  });
});
