import { formatYuan, yuan } from '../../../src/core/ledger/money';

test.each([
  [0, 0, '0'],
  [450, 45_000, '450'],
  [0.1 + 0.2, 30, '0.30'],
  [1409.5, 140_950, '1409.50'],
  [0.05, 5, '0.05'],
  [16_881_895, 1_688_189_500, '16881895'],
  [-2, -200, '-2'],
])('%d 元 is %d 分 and reads %s', (amount, fen, text) => {
  expect(yuan(amount)).toBe(fen);
  expect(formatYuan(yuan(amount))).toBe(text);
});
