import { runChecks } from '../../../src/core/checks/run';
import { finish } from '../../../src/core/workbook/port';
import { people } from '../../support/people';
import { ledgerOf } from '../../support/table';
import { policyWith } from '../../support/test-policy';

const kindsIn = (...idNumbers: readonly string[]) => {
  const rows = idNumbers.map(
    (idNumber, index) =>
      `| 张${'甲乙丙丁戊己庚辛壬癸'[Math.floor(index / 1000) % 10]}${'东南西北中天地人和春'[Math.floor(index / 100) % 10]}${'一二三四五六七八九十'[Math.floor(index / 10) % 10]}${'金木水火土日月星辰风'[index % 10]} | ${idNumber} |`,
  );
  const { findings } = finish(runChecks([ledgerOf(`| 户主姓名 | 身份证号 |\n${rows.join('\n')}`)], policyWith()));
  return findings.map(({ kind, at }) => `${at[0].row} ${kind}`).sort();
};

// A cell is judged by one check of the family only, so that one fault is one line.
test.each([
  ['109901194805208032', []],
  ['10990119480520803', ['id-number-malformed']],
  ['1099011948O5208032', ['id-number-malformed']],
  ['6200000000001047299', ['id-number-malformed']],
  ['109901194805208023', ['id-number-checksum']],
  ['1099 0119 4805 2080 23', ['id-number-checksum']],
  ['109901194805208000', ['id-number-damaged']],
  ['n:109901194805208032', ['id-number-damaged']],
  ['n:1099011948052080', ['id-number-damaged']],
  ['1.09901E+17', ['id-number-damaged']],
  ['d:1990-01-01', ['id-number-damaged']],
  ['TRUE', ['id-number-damaged']],
  ['#N/A', []],
  ['10990119881010130x', ['id-number-untidy']],
  ["''10990119881010130X", ['id-number-untidy']],
  ['无', ['id-number-placeholder']],
  ['待办', ['id-number-placeholder']],
  ['109901********8032', ['id-number-masked']],
  ['610104620927690', ['id-number-old-15']],
  ['n:610104620927690', ['id-number-old-15']],
  ['H1234567800', ['id-number-other-document']],
  ['E12345678', ['id-number-other-document']],
  ['10990119480520803244', ['id-number-other-document']],
  ['109901197902303211', ['id-number-birth-date']],
  ['', []],
  ['\\s', []],
])('%p gives %p', (idNumber, kinds) => {
  expect(kindsIn(idNumber)).toEqual(kinds.map((kind) => `2 ${kind}`));
});

test('spoilt, hidden, missing and malformed numbers never pair as duplicates', () => {
  const pairs = ['n:109901194805208032', '1.09901E+17', '109901194805208000', '109901********8032', '无', '12345', ''];
  for (const idNumber of pairs)
    expect(kindsIn(idNumber, idNumber).filter((kind) => kind.endsWith('duplicate'))).toEqual([]);
});

test('ten thousand sound numbers give nothing', () => {
  expect(kindsIn(...people(10_000).map(({ idNumber }) => idNumber))).toEqual([]);
});

test("a roster's number of the head is judged as well", () => {
  const table =
    '| 户主身份证号 | 成员姓名 | 身份证号 | 与户主关系 |\n| 10990119480520803 | 甲 | 109901194805208032 | 本人 |';
  const { findings } = finish(runChecks([ledgerOf(table)], policyWith()));
  expect(findings.map(({ kind, at }) => [kind, at[0].column])).toEqual([['id-number-malformed', 1]]);
});
