import fc from 'fast-check';
import { slipsOf } from '../../../src/core/ledger/id-number';
import { idNumberColumn, partsOf } from '../../../src/core/ledger/id-number-column';
import { mayBeOneSlipAway, oneSlipIndex } from '../../../src/core/ledger/one-slip-index';
import { people } from '../../support/people';

const number = fc.stringMatching(/^[1-8][0-9]{16}[0-9X]$/);

const isShaped = (idNumber: string): boolean => /^\d{17}[\dX]$/.test(idNumber);

test('finds every number one slip away, and only those', () => {
  fc.assert(
    fc.property(number, fc.nat(), number, (idNumber, pick, other) => {
      // A swap that puts X before the last digit makes no identity number; as such it is an error of its own.
      const slips = slipsOf(idNumber).flatMap(({ to }) => (isShaped(to) ? [{ idNumber: to }] : []));
      const one = slips[pick % slips.length];
      const find = oneSlipIndex([one, { idNumber: other }, { idNumber }]);
      const isAlsoNear = slips.some((slip) => slip.idNumber === other);
      expect(find(idNumber).map((found) => found.idNumber)).toEqual(
        expect.arrayContaining(isAlsoNear ? [one.idNumber, other] : [one.idNumber]),
      );
      expect(find(idNumber)).toHaveLength(isAlsoNear && other !== one.idNumber ? 2 : isAlsoNear ? 2 : 1);
    }),
  );
});

test('a hundred thousand wrong numbers of one region are looked up, not compared pair by pair', () => {
  const numbers = Array.from({ length: 100_000 }, (_, at) => ({
    idNumber: `109901${1930 + (at % 80)}${String(1 + (at % 12)).padStart(2, '0')}${String(1 + (at % 28)).padStart(2, '0')}${String(at % 10_000).padStart(4, '0')}`,
  }));
  let looked = 0;
  const watched = numbers.map((one) => ({
    get idNumber() {
      looked++;
      return one.idNumber;
    },
  }));
  const find = oneSlipIndex(watched);
  for (const { idNumber } of numbers) find(idNumber);
  // Far from the ten thousand million looks of comparing pairs.
  expect(looked).toBeLessThan(30_000_000);
});

test('a glance at the digits never misses a number one slip away, and says no to nearly all others', () => {
  fc.assert(
    fc.property(fc.array(number, { minLength: 1, maxLength: 40 }), fc.nat(), number, (numbers, pick, stranger) => {
      const slips = numbers.map((one) => slipsOf(one)).map((found) => found[pick % found.length].to);
      const mayBe = mayBeOneSlipAway(numbers.map((idNumber) => ({ idNumber })));
      // The last place of a swap may hold an X that is none of a number's.
      const shaped = slips.filter((slip) => /^[1-8]\d{16}[\dX]$/.test(slip));
      const column = {
        ...idNumberColumn([]),
        ...partsIn([...shaped, stranger]),
      };
      expect(shaped.filter((_, entry) => !mayBe(column, entry))).toEqual([]);
    }),
  );
  const far = mayBeOneSlipAway([{ idNumber: '109901194805208032' }]);
  const column = idNumberColumn(people(1000).map(({ idNumber }) => idNumber));
  expect(column.numbers.filter((_, entry) => far(column, entry)).length).toBeLessThan(20);
});

function partsIn(numbers: readonly string[]) {
  const parts = numbers.map((one) => partsOf(one) ?? { region: 0, birth: 0, tail: 0 });
  return {
    regions: Int32Array.from(parts, ({ region }) => region),
    births: Int32Array.from(parts, ({ birth }) => birth),
    tails: Int32Array.from(parts, ({ tail }) => tail),
  };
}
