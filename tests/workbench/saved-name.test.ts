import { savedName } from '../../src/workbench/saved-name';

test.each([
  ['台账.xlsx', '台账-已核查.xlsx'],
  ['宏.xlsm', '宏-已核查.xlsm'],
  ['台账-已核查.xlsx', '台账-已核查(2).xlsx'],
  ['台账-已核查(2).xlsx', '台账-已核查(3).xlsx'],
  ['2025.12台账.xlsx', '2025.12台账-已核查.xlsx'],
  ['无后缀', '无后缀-已核查'],
])('%s is saved as %s', (name, saved) => {
  expect(savedName(name)).toBe(saved);
});
