import { capitalAmount } from '../../src/core/ledger/capital-amount';
import type { FieldKey } from '../../src/core/ledger/fields';
import { checkCharacterOf } from '../../src/core/ledger/id-number';
import { yuan } from '../../src/core/ledger/money';
import { accountFrom, idNumberFrom, person } from './people';
import { day, type Row } from './seeded-ledger';
import { testDay } from './test-policy';

/** A way to spoil rows so that one check must find it, and where. */
export interface Mistake {
  /** The check that must find it. */
  readonly check: string;
  /** Schemes it is planted under; missing means the first. */
  readonly schemes?: readonly string[];
  /** Rows per mistake: it may spoil this row and those behind it. */
  readonly rows?: number;
  /** One in so many rows is spoilt; missing means one in twenty. */
  readonly every?: number;
  /** Units of headings that it needs. */
  readonly units?: Readonly<Record<string, string>>;
  /** Columns that a clean row needs besides the usual ones. */
  readonly adds?: (row: Row) => Row;
  /** Spoils `rows[at]` and what follows; gives the offsets of the rows where the finding must stand, else the row itself. */
  readonly plant: (rows: Row[], at: number, random: (below: number) => number) => readonly number[] | void;
}

const id = (row: Row): string => String(row.idNumber);
const replaced = (text: string, place: number, by: string): string =>
  text.slice(0, place) + by + text.slice(place + by.length);
const otherDigit = (digit: string, random: (below: number) => number): string =>
  String((Number(digit === 'X' ? 0 : digit) + 1 + random(9)) % 10);
const set =
  (values: Row): Mistake['plant'] =>
  (rows, at) => {
    Object.assign(rows[at], values);
  };
const setOne =
  (field: FieldKey, value: (row: Row, random: (below: number) => number) => Row[FieldKey]): Mistake['plant'] =>
  (rows, at, random) => {
    rows[at][field] = value(rows[at], random) as never;
  };

/** One wrong digit in front of the check character. */
const wrongDigit = (number: string, random: (below: number) => number): string => {
  const place = random(17);
  return replaced(number, place, place === 0 ? String(1 + (Number(number[0]) % 8)) : otherDigit(number[place], random));
};

/** Need columns that count people. */
const needParts = (row: Row): Row => ({ grainNeed: row.peopleInNeed, beddingNeed: row.peopleInNeed });

/** Whole years on the day of the test, by counting off the digits of the birthday. */
function ageOf(row: Row): number {
  const [born, today] = [Number(id(row).slice(6, 14)), Number(testDay.replace(/-/g, ''))];
  return Math.floor((today - born) / 10_000);
}

const capitals = (amount: number): string => capitalAmount(yuan(amount)) ?? '';
const inCapitals = (row: Row): Row => ({ capitalAmount: capitals(Number(row.reliefAmount)) });

export const mistakes: readonly Mistake[] = [
  {
    check: 'id-number-checksum',
    plant: setOne('idNumber', (row, random) => {
      const wrong = wrongDigit(id(row), random);
      return wrong.endsWith('000') ? replaced(wrong, 15, '1') : wrong;
    }),
  },
  {
    check: 'id-number-checksum',
    plant: setOne('idNumber', (row) => {
      const number = id(row);
      const place = [...number].findIndex((digit, index) => index > 5 && index < 16 && digit !== number[index + 1]);
      const swapped = number.slice(0, place) + number[place + 1] + number[place] + number.slice(place + 2);
      return checkCharacterOf(swapped) === swapped[17]
        ? replaced(
            number,
            8,
            otherDigit(number[8], () => 1),
          )
        : swapped;
    }),
  },
  {
    check: 'id-number-malformed',
    plant: setOne('idNumber', (row, random) => id(row).slice(0, 6 + random(5)) + id(row).slice(7 + random(5) + 5)),
  },
  { check: 'id-number-malformed', plant: setOne('idNumber', (row) => replaced(id(row), 8, 'O')) },
  { check: 'id-number-damaged', plant: setOne('idNumber', (row) => Number(`${id(row).slice(0, 15)}000`)) },
  { check: 'id-number-damaged', plant: setOne('idNumber', (row) => `${id(row)[0]}.${id(row).slice(1, 6)}E+17`) },
  {
    check: 'id-number-untidy',
    plant: setOne(
      'idNumber',
      (row, random) =>
        [` ${id(row)}`, `${id(row).slice(0, 6)} ${id(row).slice(6)}`, `${id(row)}\u00a0`, `'${id(row)}`][random(4)],
    ),
  },
  {
    check: 'id-number-old-15',
    plant: setOne('idNumber', (row) => id(row).slice(0, 6) + '6' + '10101'.slice(0, 5) + '123'),
  },
  {
    check: 'id-number-placeholder',
    plant: (rows, at, random) => {
      Object.assign(rows[at], { idNumber: ['无', '待办', '000000000000000000'][random(3)], remark: null });
    },
  },
  { check: 'id-number-masked', plant: setOne('idNumber', (row) => replaced(id(row), 6, '********')) },
  {
    check: 'id-number-birth-date',
    plant: setOne('idNumber', (_, random) =>
      idNumberFrom(`109901${['19991301', '20310520', '19790230', '19001101'][random(4)]}${String(101 + random(800))}`),
    ),
  },
  {
    check: 'id-number-region-unknown',
    plant: setOne('idNumber', (row, random) =>
      idNumberFrom(`${['10', '66', '20', '72'][random(4)]}${String(1000 + random(9000))}${id(row).slice(6, 17)}`),
    ),
  },
  {
    check: 'id-number-other-document',
    plant: setOne('idNumber', (row, random) => [`${id(row)}44`, 'H1234567800', 'E12345678'][random(3)]),
  },
  {
    check: 'id-number-duplicate',
    rows: 2,
    plant: (rows, at) => {
      Object.assign(rows[at + 1], {
        idNumber: rows[at].idNumber,
        householdHead: rows[at].householdHead,
        accountHolder: rows[at].householdHead,
      });
      return [1];
    },
  },
  {
    check: 'id-number-two-names',
    rows: 2,
    plant: (rows, at) => {
      rows[at + 1].idNumber = rows[at].idNumber;
      return [1];
    },
  },
  {
    check: 'id-number-near-duplicate',
    rows: 2,
    plant: (rows, at, random) => {
      const wrong = wrongDigit(id(rows[at]), random);
      Object.assign(rows[at + 1], {
        idNumber: wrong.endsWith('000') ? replaced(wrong, 15, '1') : wrong,
        householdHead: rows[at].householdHead,
      });
      return [1];
    },
  },
  {
    check: 'id-number-near-duplicate',
    rows: 2,
    plant: (rows, at, random) => {
      const number = id(rows[at]);
      const places = [...number.slice(0, 17)].flatMap((digit, index) =>
        index > 5 && index < 16 && digit !== number[index + 1] ? [index] : [],
      );
      const place = places[random(places.length)];
      const swapped = number.slice(0, place) + number[place + 1] + number[place] + number.slice(place + 2);
      rows[at + 1].idNumber = swapped.endsWith('000') ? replaced(number, 9, otherDigit(number[9], random)) : swapped;
      return [1];
    },
  },
  {
    check: 'id-number-serial-fill',
    rows: 4,
    plant: (rows, at) => {
      const start = BigInt(id(rows[at]).slice(0, 17) + '1');
      for (let step = 0; step < 4; step++) rows[at + step].idNumber = String(start + BigInt(step));
      return [0];
    },
  },
  {
    check: 'person-listed-twice',
    rows: 2,
    plant: (rows, at, random) => {
      const { householdHead, villageName, birthDate, phone, homeAddress } = rows[at];
      Object.assign(rows[at + 1], {
        householdHead,
        villageName,
        birthDate: random(2) === 0 ? birthDate : null,
        idNumber: ['无', null, '109901********0000'][random(3)],
        ...(random(2) === 0 ? { phone, homeAddress } : {}),
      });
      return [1];
    },
  },
  {
    check: 'person-listed-twice',
    rows: 2,
    plant: (rows, at) => {
      const number = id(rows[at]);
      const other = idNumberFrom(
        number.slice(0, 14) + String((Number(number.slice(14, 17)) + 222) % 1000).padStart(3, '0'),
      );
      Object.assign(rows[at + 1], { householdHead: rows[at].householdHead, idNumber: other });
      return [1];
    },
  },
  {
    check: 'household-split',
    rows: 2,
    plant: (rows, at) => {
      const { phone, homeAddress } = rows[at];
      Object.assign(rows[at + 1], { phone, homeAddress });
      return [1];
    },
  },
  {
    check: 'account-shared',
    rows: 2,
    plant: (rows, at) => {
      rows[at + 1].cardAccount = rows[at].cardAccount;
      return [1];
    },
  },
  {
    check: 'account-serial-fill',
    rows: 4,
    plant: (rows, at) => {
      const start = BigInt(String(rows[at].cardAccount));
      for (let step = 0; step < 4; step++) rows[at + step].cardAccount = String(start + BigInt(step));
      return [0];
    },
  },
  { check: 'account-missing', plant: set({ cardAccount: null }) },
  {
    check: 'account-malformed',
    plant: setOne('cardAccount', (row, random) =>
      replaced(String(row.cardAccount), 4 + random(10), ['O', 'l', '号'][random(3)]),
    ),
  },
  {
    check: 'account-damaged',
    plant: setOne('cardAccount', (row, random) => [Number(row.cardAccount), '6.20000E+18'][random(2)]),
  },
  {
    check: 'account-length-unusual',
    plant: setOne('cardAccount', (row, random) =>
      random(2) === 0 ? String(row.cardAccount).slice(0, 18) : `${String(row.cardAccount)}1`,
    ),
  },
  {
    check: 'account-luhn',
    plant: setOne('cardAccount', (row, random) => {
      const place = 6 + random(12);
      return replaced(String(row.cardAccount), place, otherDigit(String(row.cardAccount)[place], random));
    }),
  },
  {
    check: 'account-equals-other-number',
    plant: setOne('cardAccount', (row) => (id(row).endsWith('X') ? row.phone : row.idNumber)),
  },
  { check: 'account-equals-other-number', plant: setOne('cardAccount', (row) => row.phone as string) },
  {
    check: 'account-holder-differs',
    plant: setOne('accountHolder', (_, random) => person(900_000 + random(9_000)).name + '甲'),
  },
  {
    check: 'household-two-accounts',
    rows: 2,
    plant: (rows, at) => {
      const { idNumber, householdHead } = rows[at];
      Object.assign(rows[at + 1], { idNumber, householdHead });
      return [1];
    },
  },
  {
    check: 'account-bank-unusual',
    plant: setOne('cardAccount', (_, random) =>
      accountFrom(`6${String(10_000 + random(900))}${String(random(999_999_999)).padStart(12, '0')}`),
    ),
  },
  {
    check: 'phone-malformed',
    plant: setOne(
      'phone',
      (row, random) =>
        [
          String(row.phone).slice(0, 10),
          `${String(row.phone)}1`,
          `12${String(row.phone).slice(2)}`,
          `${String(row.phone).slice(0, 10)}O`,
        ][random(4)],
    ),
  },
  {
    check: 'phone-shared',
    rows: 3,
    plant: (rows, at) => {
      rows[at + 1].phone = rows[at].phone;
      rows[at + 2].phone = rows[at].phone;
      return [0];
    },
  },
  {
    check: 'name-untidy',
    plant: setOne('householdHead', (row, random) => {
      const name = String(row.householdHead);
      return [` ${name}`, `${name}\u3000`, `${name[0]} ${name.slice(1)}`, `${name[0]}\u200b${name.slice(1)}`][
        random(4)
      ];
    }),
  },
  {
    check: 'name-separator',
    plant: setOne('householdHead', (_, random) => `阿依古丽${['•', '・', '.', '．', '‧', '∙', '●'][random(7)]}买买提`),
  },
  {
    check: 'name-suspicious-character',
    plant: setOne('householdHead', (row, random) => {
      const name = String(row.householdHead);
      return [`${name[0]}□`, `${name}（已故）`, `${name}1`, `${name[0]}wei`, `${name[0]}\ue001`, `${name}?`][random(6)];
    }),
  },
  {
    check: 'people-in-need-exceeds-household',
    plant: setOne('peopleInNeed', (row, random) => Number(row.householdSize) + 1 + random(3)),
  },
  { check: 'household-size-unusual', plant: set({ householdSize: 12 }) },
  {
    check: 'household-type-unknown',
    plant: setOne('householdType', (_, random) => ['甲等', '困男户', '地宝户'][random(3)]),
  },
  {
    check: 'household-type-old-name',
    plant: setOne('householdType', (_, random) => ['五保户', '建档立卡贫困户'][random(2)]),
  },
  {
    check: 'household-type-contradiction',
    plant: setOne('householdType', (_, random) => ['低保户、特困人员', '脱贫不稳定户、边缘易致贫户'][random(2)]),
  },
  {
    check: 'household-type-age',
    plant: (rows, at) => {
      Object.assign(rows[at], { householdType: '散居孤儿', householdSize: 1, peopleInNeed: 1 });
    },
  },
  { check: 'urban-household-not-eligible', plant: set({ registrationType: '城镇' }) },
  { check: 'long-absent', plant: set({ awayForLong: '是', remark: null }) },
  { check: 'long-absent', plant: set({ awayForLong: null, remark: '常年在外务工' }) },
  {
    check: 'need-unchanged-despite-absence',
    plant: (rows, at) => {
      Object.assign(rows[at], { householdSize: 4, peopleInNeed: 4, awayForLong: '是', remark: null });
    },
  },
  { check: 'relief-amount-not-whole-yuan', plant: setOne('reliefAmount', (row) => Number(row.reliefAmount) + 0.5) },
  {
    check: 'relief-amount-below-floor',
    schemes: ['yanxi', 'hechuan', 'zhonggang'],
    plant: setOne('reliefAmount', (row, random) => Math.min(199, Number(row.peopleInNeed) * 89) - random(50)),
  },
  {
    check: 'relief-amount-outside-band',
    schemes: ['province-range'],
    plant: setOne('reliefAmount', (row, random) =>
      random(2) === 0 && Number(row.peopleInNeed) < 6 ? Number(row.peopleInNeed) * 301 : Number(row.peopleInNeed) * 99,
    ),
  },
  {
    check: 'relief-amount-over-cap',
    schemes: ['province-range'],
    plant: set({ peopleInNeed: 8, householdSize: 8, reliefAmount: 2100 }),
  },
  {
    check: 'grain-outside-standard',
    schemes: ['disaster-type-in-kind'],
    units: { approvedGrain: '斤' },
    plant: (rows, at, random) => {
      Object.assign(rows[at], {
        disasterType: '其他困难户',
        peopleInNeed: 2,
        householdSize: 3,
        approvedGrain: [20, 50, 700, 1000][random(4)],
      });
    },
  },
  {
    check: 'unit-confused',
    schemes: ['disaster-type-in-kind'],
    units: { approvedGrain: '公斤' },
    plant: (rows, at) => {
      Object.assign(rows[at], {
        disasterType: '作物绝收或严重减产',
        peopleInNeed: 3,
        householdSize: 3,
        approvedGrain: 400,
      });
    },
  },
  {
    check: 'standards-stacked',
    schemes: ['disaster-type-in-kind'],
    units: { approvedGrain: '斤' },
    plant: (rows, at) => {
      Object.assign(rows[at], {
        disasterType: '作物绝收、房屋倒损',
        peopleInNeed: 3,
        householdSize: 3,
        approvedGrain: 3 * 30 * 14,
      });
    },
  },
  {
    check: 'bedding-outside-standard',
    schemes: ['disaster-type-in-kind'],
    plant: set({ disasterType: '房屋倒损', quilts: 7 }),
  },
  {
    check: 'heating-outside-standard',
    schemes: ['disaster-type-in-kind'],
    plant: set({ disasterType: '房屋倒损', heatingAmount: 800 }),
  },
  {
    check: 'fund-sources-differ',
    plant: setOne('centralFund', (row, random) => Number(row.centralFund) + 1 + random(300)),
  },
  {
    check: 'remark-forbidden-word',
    plant: setOne('remark', (_, random) => ['春节慰问金', '平均发放', '工作经费', '误工补贴'][random(4)]),
  },
  {
    check: 'remark-says-deceased',
    plant: setOne(
      'remark',
      (_, random) => ['已去世', '户主已病故', '2025年11月死亡，由儿子代领', '户主本人过世'][random(4)],
    ),
  },
  { check: 'payout-remark-missing', schemes: ['zhonggang', 'shicheng'], plant: set({ payoutNote: '补贴' }) },
  { check: 'dates-out-of-order', plant: set({ appraisalDate: day('2025-12-24') }) },
  { check: 'notice-too-short', plant: set({ noticeEnd: day('2025-12-14') }) },
  { check: 'deadline-passed', plant: set({ preparedOn: day('2026-01-12') }) },
  {
    check: 'serial-number-broken',
    every: 100,
    plant: setOne('serialNumber', (row) => Number(row.serialNumber) + 10_000),
  },
  {
    check: 'parts-exceed-total',
    units: { grainNeed: '人', beddingNeed: '人' },
    adds: needParts,
    plant: setOne('grainNeed', (row) => Number(row.peopleInNeed) + 1),
  },
  {
    check: 'parts-below-total',
    units: { grainNeed: '人', beddingNeed: '人' },
    adds: needParts,
    plant: (rows, at) => {
      Object.assign(rows[at], { peopleInNeed: 4, householdSize: 5, grainNeed: 1, beddingNeed: 2 });
    },
  },
  // Told by the fills, which compare what they would compute.
  {
    check: 'relief-amount-differs',
    schemes: ['shangzhai', 'yingjisha'],
    plant: setOne('reliefAmount', (row, random) => Number(row.reliefAmount) + 10 * (1 + random(9))),
  },
  { check: 'sex-disagrees-with-id', plant: setOne('sex', (row) => (row.sex === '男' ? '女' : '男')) },
  { check: 'birth-date-disagrees-with-id', plant: setOne('birthDate', (row) => Number(row.birthDate) + 40) },
  {
    check: 'age-disagrees-with-id',
    adds: (row) => ({ age: ageOf(row) }),
    plant: setOne('age', (row, random) => Math.abs(Number(row.age) + [-1, 1][random(2)] * (2 + random(30)))),
  },
  {
    check: 'capital-amount-differs',
    adds: inCapitals,
    plant: setOne('capitalAmount', (row, random) => capitals(Number(row.reliefAmount) + 10 * (1 + random(40)))),
  },
  {
    check: 'capital-amount-differs',
    adds: inCapitals,
    plant: setOne(
      'capitalAmount',
      (row, random) =>
        [
          capitals(Number(row.reliefAmount)).replace('整', ''),
          capitals(Number(row.reliefAmount)).replace('佰', '百'),
          capitals(Number(row.reliefAmount)).replace('元整', '块'),
        ][random(3)],
    ),
  },
];
