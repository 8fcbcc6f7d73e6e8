import fc from 'fast-check';
import { slipsOf } from '../../../src/core/ledger/id-number';
import { oneSlipIndex } from '../../../src/core/ledger/one-slip-index';

const number = fc.stringMatching(/^[1-8][0-9]{16}[0-9X]$/);

test('finds every number one slip away, and only those', () => {
  fc.assert(
    fc.property(number, fc.nat(), number, (idNumber, pick, other) => {
      const slips = slipsOf(idNumber).map(({ to }) => ({ idNumber: to }));
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
