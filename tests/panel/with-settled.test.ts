import type { Finding } from '../../src/core/findings/finding';
import { withSettled } from '../../src/panel/findings/with-settled';
import type { CheckReport } from '../../src/tasks/check-workbooks';

const finding = (sheet: string, row: number, column = 1, kind = 'name-untidy'): Finding => ({
  kind,
  severity: 'warning',
  message: 'untidy',
  data: {},
  at: [{ workbook: '台账.xlsx', sheet, row, column }],
});
const reportOf = (findings: readonly Finding[]): CheckReport => ({ findings }) as unknown as CheckReport;
const places = ({ findings }: CheckReport) =>
  findings.map(({ at: [{ sheet, row, column }] }) => `${sheet}${row}.${column}`);

test('what was put right stands where it stood, on each sheet', () => {
  const report = reportOf([finding('一', 3), finding('一', 7), finding('二', 2)]);
  const settled = [finding('一', 9), finding('二', 1), finding('一', 5), finding('三', 4), finding('一', 3, 2)];
  expect(places(withSettled(report, settled))).toEqual([
    '一3.1',
    '一3.2',
    '一5.1',
    '一7.1',
    '一9.1',
    '二1.1',
    '二2.1',
    '三4.1',
  ]);
});

test('what stands again is not told twice, nor what was put right twice', () => {
  const report = reportOf([finding('一', 3)]);
  expect(places(withSettled(report, [finding('一', 3), finding('一', 4), finding('一', 4)]))).toEqual([
    '一3.1',
    '一4.1',
  ]);
  expect(withSettled(report, [finding('一', 3)])).toBe(report);
});

test('looks at each finding a few times only, however many there are', () => {
  let looked = 0;
  const watched = (row: number): Finding => {
    const one = finding('一', row);
    return Object.defineProperty({ ...one }, 'kind', { get: () => (looked++, one.kind) }) as Finding;
  };
  const report = reportOf(Array.from({ length: 3000 }, (_, row) => watched(row * 2)));
  const settled = Array.from({ length: 3000 }, (_, row) => watched(row * 2 + 1));
  expect(withSettled(report, settled).findings).toHaveLength(6000);
  expect(looked).toBeLessThan(6000 * 10);
});
