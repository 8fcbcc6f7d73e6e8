import { bankAnswers } from '../../../src/core/sheets/bank-answer';
import { bankResults } from '../../../src/core/sheets/bank-results';
import { bankReturn, bankReturnSheet } from '../../../src/core/sheets/bank-return';
import { bankBatch, memoTrouble } from '../../../src/core/sheets/bank-rows';
import { bankText } from '../../../src/core/sheets/bank-text';
import { yuan } from '../../../src/core/ledger/money';
import { applyToSnapshot } from '../../../src/core/workbook/apply-to-snapshot';
import { finish } from '../../../src/core/workbook/port';
import type { SheetPlan } from '../../../src/core/workbook/sheet-plan';
import type { Household } from '../../../src/core/sheets/household';
import { person } from '../../support/people';
import { sheetOf, workbookOf } from '../../support/table';
import { policyWith } from '../../support/test-policy';
import { households, inputOf } from './households';

const sheetOfPlan = (plan: SheetPlan) =>
  applyToSnapshot(workbookOf({ 台账: '| 户主姓名 |' }), [{ kind: 'put-sheet', plan }]).snapshot;

const batchOf = (change: Partial<Household>, count = 1) =>
  bankBatch(inputOf(households(count).map((one, index) => (index === 0 ? { ...one, ...change } : one))));

test('blanks and hyphens of an account are left out', () => {
  expect(batchOf({ account: '6200 0000-0000 0000 001' }).rows[0].account).toBe('6200000000000000001');
});

test.each(['=1+1', '+张旺', '-张旺', '@张旺', ' =HYPERLINK("x")', '＝张旺'])(
  '%s is not written as a formula',
  (name) => {
    const text = bankText(batchOf({ accountHolder: name }), 'txt');
    expect(text.split('\r\n')[1].split('\t')[1]).toBe(`'${name}`);
  },
);

test('commas, quotes and line breaks do not break the lines of a csv', () => {
  const text = bankText(batchOf({ bank: '甲,"乙"\n丙' }), 'csv');
  expect(text.split('\r\n')).toHaveLength(3);
  expect(text).toContain('"甲,""乙"" 丙"');
});

test('a holder who is not the head gets no number of the head', () => {
  const { idNumber } = person(500);
  expect(batchOf({ accountHolder: '别人' }).rows[0].idNumber).toBe('');
  const member = { name: '别人', relation: '子', sex: '男', idNumber, remark: '' };
  expect(batchOf({ accountHolder: '别人', members: [member] }).rows[0].idNumber).toBe(idNumber);
});

test('remarks of the ledger stay in the ledger', () => {
  expect(bankText(batchOf({ remark: '户主常年患病' }), 'txt')).not.toContain('患病');
});

test('whoever is paid in cash is not paid through the bank as well', () => {
  const batch = batchOf({ payoutMethod: '资金发放' }, 3);
  expect(batch.inCash).toHaveLength(1);
  expect(batch.rows).toHaveLength(2);
  expect(batch.total).toBe(batch.rows.reduce((sum, { amount }) => sum + amount, 0));
});

test('households without account or amount are set apart, and the total is of the rest', () => {
  const without = batchOf({ account: '' }, 3);
  expect(without.withoutAccount).toHaveLength(1);
  expect(without.total).toBe(without.rows.reduce((sum, { amount }) => sum + amount, 0));
  expect(batchOf({ amount: undefined }, 3).withoutAmount).toHaveLength(1);
});

describe('the memo', () => {
  const policy = policyWith({ payment: { remarkAnyOf: { value: ['救灾'], source: '示例' } } });
  const trouble = (memo?: string, memoLength?: number) =>
    memoTrouble(inputOf([], { policy, occasion: { memo, memoLength } }));
  test('is the scheme’s word where nobody chose', () => expect(trouble()).toBeUndefined());
  test('may be longer', () => expect(trouble('冬春救灾')).toBeUndefined());
  test('must hold the word', () => expect(trouble('冬春救助')).toContain('“救灾”'));
  test('must fit, counted in characters', () => {
    expect(trouble('冬春救灾', 4)).toBeUndefined();
    expect(trouble('冬春救灾款', 4)).toContain('5 个字');
  });
});

describe('the bank’s answer', () => {
  const [first, second] = [person(0), person(1)];
  test('is found by its headings below a title', () => {
    const answers = bankAnswers(
      sheetOf(`
        | 代发结果回单 | < | < | < |
        | 收款账号 | 收款人名称 | 交易状态 | 失败原因 |
        | ${first.account} | ${first.name} | 交易成功 | |
        | ${second.account} | ${second.name} | 交易失败 | 户名不符 |
        | 合计 | | 2 | |`),
    );
    expect(answers).toEqual([
      { account: first.account, holder: first.name, isPaid: true, reason: '', row: 3 },
      { account: second.account, holder: second.name, isPaid: false, reason: '户名不符', row: 4 },
    ]);
  });

  test.each(['成功', '已入账', '0000', '处理完成'])('%s means paid', (word) => {
    expect(bankAnswers(sheetOf(`| 账号 | 状态 |\n| ${first.account} | '${word} |`))?.[0].isPaid).toBe(true);
  });
  test.each(['失败', '未成功', '不成功', '未入账', '账户状态不正常', '1001', ''])('%s means not paid', (word) => {
    expect(bankAnswers(sheetOf(`| 账号 | 状态 |\n| ${first.account} | ${word && `'${word}`} |`))?.[0].isPaid).toBe(
      false,
    );
  });
  test('a sheet without outcome is none', () =>
    expect(bankAnswers(sheetOf('| 账号 | 户名 |\n| 1 | 2 |'))).toBeUndefined());

  test('an account that two households share is not told to be paid', () => {
    const [one, two, three] = households(3);
    const input = inputOf([one, { ...two, account: one.account }, three]);
    const answers = [one, three].map(({ account }, row) => ({ account, holder: '', isPaid: true, reason: '', row }));
    const returned = bankReturn(input, answers);
    expect(returned.paid.map(({ household }) => household.head)).toEqual([three.head]);
    expect(returned.unclear.map(({ reason }) => reason)).toEqual([same, same]);
    expect(returned.second.rows).toEqual([]);
  });

  const same = '账号与他户相同，分不清是哪一户的回单';

  test('of a shared account it is told where the bank answers for each household, and the same', () => {
    const [one, two] = households(2);
    const input = inputOf([one, { ...two, account: one.account }]);
    const answer = { account: one.account, holder: '', isPaid: true, reason: '', row: 2 };
    expect(bankReturn(input, [answer, answer]).paid).toHaveLength(2);
    expect(bankReturn(input, [answer, { ...answer, isPaid: false, reason: '退回' }]).unclear).toHaveLength(2);
  });

  test('of another sum than the ledger’s is not taken for paid', () => {
    const [one] = households(1);
    const answer = { account: one.account, holder: '', isPaid: true, reason: '', row: 2, amount: yuan(1) };
    const { paid, unclear } = bankReturn(inputOf([one]), [answer]);
    expect(paid).toEqual([]);
    expect(unclear[0].reason).toContain('1.00 元');
  });

  test('of the second batch leaves what was paid before as it was', () => {
    const all = households(3);
    const input = inputOf(all);
    const answers = all.map(({ account }, row) => ({
      account,
      holder: '',
      isPaid: row !== 1,
      reason: '户名不符',
      row,
    }));
    const sheet = sheetOfPlan(finish(bankReturnSheet(input, bankReturn(input, answers))));
    const before = bankResults(sheet);
    expect(before.map(({ head, outcome, reason }) => [head, outcome, reason])).toEqual([
      [all[1].head, '没有发成', '户名不符'],
      [all[0].head, '已发放', ''],
      [all[2].head, '已发放', ''],
    ]);
    const corrected = inputOf(all.map((one, index) => (index === 1 ? { ...one, account: person(77).account } : one)));
    const again = bankReturn(corrected, [{ ...answers[1], account: person(77).account, isPaid: true }], before);
    expect(again.paid).toHaveLength(3);
    expect(bankReturn(corrected, [], before).failed.map(({ row }) => row.account)).toEqual([person(77).account]);
  });

  test('every payment is in exactly one of the piles', () => {
    const input = inputOf(households(9));
    const answers = households(9)
      .slice(0, 6)
      .map(({ account }, row) => ({ account, holder: '', isPaid: row % 2 === 0, reason: '户名不符', row }));
    const { paid, failed, unanswered, unclear, second } = bankReturn(input, answers);
    expect(paid.length + failed.length + unanswered.length + unclear.length).toBe(9);
    expect(second.total).toBe(failed.reduce((sum, { row }) => sum + row.amount, 0));
  });
});
