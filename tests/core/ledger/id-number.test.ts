import {
  checkCharacterOf,
  comparableIdNumber,
  idNumberDamage,
  idNumberMeant,
  kindOfIdNumber,
  upgradeOldNumber,
} from '../../../src/core/ledger/id-number';
import { idNumberFrom, people } from '../../support/people';

// The specimen of GB 11643, published samples of cards and permits, and invented numbers.
const specimen = '11010519491231002X';

test.each([specimen, '440524188001010014', '440308199901101512', '810000199408230021', '830000199201300022'])(
  '%s is a citizen number',
  (idNumber) => {
    expect(kindOfIdNumber(idNumber)).toBe('citizen');
    expect(checkCharacterOf(idNumber)).toBe(idNumber[17]);
  },
);

test('invented people, computed by another method, have citizen numbers', () => {
  for (const { idNumber } of people(2000)) expect(kindOfIdNumber(idNumber)).toBe('citizen');
});

test('each slip of one digit and each swap of neighbours is seen', () => {
  const [{ idNumber }] = people(1);
  for (let place = 1; place < 17; place++) {
    for (let digit = 0; digit <= 9; digit++) {
      if (idNumber[place] === String(digit)) continue;
      const slipped = idNumber.slice(0, place) + digit + idNumber.slice(place + 1);
      expect(kindOfIdNumber(slipped)).not.toBe('citizen');
    }
    if (place === 16 || idNumber[place] === idNumber[place + 1]) continue;
    const swapped = idNumber.slice(0, place) + idNumber[place + 1] + idNumber[place] + idNumber.slice(place + 2);
    expect(kindOfIdNumber(swapped)).not.toBe('citizen');
  }
});

test.each([
  ['empty', null],
  ['empty', '  '],
  ['empty', '\u3000'],
  ['citizen', '1101 0519 4912 3100 2x'],
  ['citizen', '１１０１０５１９４９１２３１００２Ｘ'],
  ['citizen', "'11010519491231002X\u00a0"],
  ['citizen', '110105-19491231-002X'],
  ['citizen', '11010519491231002×'],
  ['citizen', '11010519491231002*'],
  ['citizen', '11010519491231002Х'],
  ['wrong-check-character', '110105194912310021'],
  ['wrong-check-character', '10990119481301803X'],
  ['old-15', '610104620927690'],
  ['old-15', 610104620927690],
  ['foreigner-card', idNumberFrom('91110119900101123')],
  ['wrong-check-character', '911101199001011230'],
  ['foreigner-card', 'FRA110080010101'],
  ['travel-permit', 'H1234567800'],
  ['travel-permit', 'M12345678'],
  ['passport', 'E12345678'],
  ['passport', 'EA1234567'],
  ['disability-card', `${specimen}44`],
  ['disability-card', `${specimen}44B1`],
  ['bank-card', '6200000000001047299'],
  ['bank-card', '620000000000104721'],
  ['placeholder', '无'],
  ['placeholder', '暂无'],
  ['placeholder', '无身份证号'],
  ['placeholder', '待办'],
  ['placeholder', '正在办理'],
  ['placeholder', '新生儿'],
  ['placeholder', '——'],
  ['placeholder', '000000000000000000'],
  ['placeholder', '111111111111111111'],
  ['placeholder', '123456789012345678'],
  ['placeholder', 0],
  ['masked', '110105********002X'],
  ['masked', '110105＊＊＊＊＊＊＊＊002X'],
  ['masked', '110105XXXXXXXX002X'],
  ['masked', '11010519900101123*'],
  ['malformed', '1101051949123100'],
  ['malformed', '011010519491231002'],
  ['malformed', '11010519491231O02X'],
  ['malformed', '张三'],
  ['malformed', '610104629927690'],
  ['damaged', 110105199001011230],
  ['damaged', 1101051990010112],
  ['damaged', 45000],
  ['damaged', 4.5],
  ['damaged', true],
  ['damaged', { error: '#N/A' }],
  ['damaged', '######'],
  ['damaged', '1.10105E+17'],
  ['damaged', '1.1E17'],
  ['damaged', '110105194912310000'],
] as const)('is %s: %p', (kind, typed) => {
  expect(kindOfIdNumber(typed)).toBe(kind);
});

test('a number that ends in 000 and agrees with its check character is sound', () => {
  const sound = people(50_000).find(({ idNumber }) => idNumber.endsWith('000'))?.idNumber ?? '';
  expect(sound).toHaveLength(18);
  expect(kindOfIdNumber(sound)).toBe('citizen');
});

test.each([
  ['number', 110105199001011230],
  ['number', 62284812345678900],
  ['scientific', '1.10105E+17'],
  ['zeros', '110105194912310000'],
  ['not-text', 45000],
  ['not-text', { error: '#REF!' }],
  ['not-text', '#####'],
  [undefined, specimen],
  [undefined, '110105194912310021'],
] as const)('damage is %s: %p', (damage, typed) => {
  expect(idNumberDamage(typed)).toBe(damage);
});

test('an old number is brought up to 18 characters', () => {
  expect(upgradeOldNumber('610104620927690')).toBe('610104196209276908');
});

test('what can be compared, and as what', () => {
  expect(comparableIdNumber('11010519491231002x ')).toBe(specimen);
  expect(comparableIdNumber('610104620927690')).toBe('610104196209276908');
  expect(comparableIdNumber(610104620927690)).toBe('610104196209276908');
  expect(comparableIdNumber(`${specimen}44`)).toBe(specimen);
  expect(comparableIdNumber('110105194912310021')).toBe('110105194912310021');
  for (const typed of [null, '无', '110105********002X', 110105199001011230, '12345', '110105194912310000'])
    expect(comparableIdNumber(typed)).toBeUndefined();
});

test('what is meant is tidied and nothing else', () => {
  expect(idNumberMeant(" '１１０１０５１９４９１２３１００２ｘ\n")).toBe(specimen);
  expect(idNumberMeant('11010519900101123*')).toBe('11010519900101123*');
  expect(idNumberMeant('张三-李四')).toBe('张三-李四');
});
