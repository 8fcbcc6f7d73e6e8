import { finish } from '../../src/core/workbook/port';
import { applyToSnapshot } from '../../src/core/workbook/apply-to-snapshot';
import type { WorkbookSnapshot } from '../../src/core/workbook/snapshot';
import { checkWorkbooks, sentenceOf } from '../../src/tasks/check-workbooks';
import { makeBankReturn } from '../../src/tasks/make-bank-file';
import { recordBankReturn } from '../../src/tasks/record-bank-return';
import { person } from '../support/people';
import { workbookOf } from '../support/table';
import { testDay } from '../support/test-policy';

const people = [1, 2].map((index) => person(index));

const ledger = (): WorkbookSnapshot =>
  workbookOf({
    台账: [
      '| 户主姓名 | 身份证号 | 户口类型 | 家庭类型 | 家庭人口 | 需救助人口 | 救助金额（元） | 开户名 | 一卡通账号 |',
      ...people.map(
        ({ name, idNumber, account }) =>
          `| ${name} | ${idNumber} | 农村 | 低保户 | 3 | 2 | 300 | ${name} | ${account} |`,
      ),
    ].join('\n'),
  });

function registered(workbook: WorkbookSnapshot, reason: string): WorkbookSnapshot {
  const [one, two] = people;
  const answer = workbookOf({
    回单: `| 账号 | 处理结果 | 失败原因 |\n| ${one.account} | 失败 | ${reason} |\n| ${two.account} | 成功 | |`,
  });
  const request = { workbook, today: testDay, occasion: {}, isConfirmed: true };
  const made = finish(makeBankReturn(request, answer));
  if ('refused' in made) throw new Error(made.refused);
  return applyToSnapshot(workbook, finish(recordBankReturn(workbook, made, testDay)).changes).snapshot;
}

const found = (workbook: WorkbookSnapshot) =>
  finish(checkWorkbooks({ workbooks: [workbook], today: testDay })).findings.filter(
    ({ kind }) => kind === 'payout-failed' || kind === 'paper-differs',
  );

test('a failed payment is found at its account by each further check, with the bank’s reason and no number', () => {
  const [finding, ...more] = found(registered(ledger(), `户名不符，账号 ${people[0].account}`));
  expect(more).toEqual([]);
  expect(finding.at).toEqual([{ workbook: '台账.xlsx', sheet: '台账', row: 2, column: 9 }]);
  expect(sentenceOf(finding)).toContain(`${people[0].name}的救助款没有发成，银行说明：户名不符`);
  expect(sentenceOf(finding)).not.toContain(people[0].account);
});

test('and no longer once the account is another one', () => {
  const { snapshot } = applyToSnapshot(registered(ledger(), '户名不符'), [
    {
      kind: 'edit-cells',
      edits: [{ at: { sheet: '台账', row: 2, column: 9 }, from: people[0].account, to: person(80).account }],
    },
  ]);
  expect(found(snapshot)).toEqual([]);
});

test('a ledger that nobody answered for has none', () => expect(found(ledger())).toEqual([]));
