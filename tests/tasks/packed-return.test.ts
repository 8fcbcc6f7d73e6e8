import { finish } from '../../src/core/workbook/port';
import { packReturn, unpackReturn } from '../../src/tasks/packed-return';
import { readReturned, unreadReturn } from '../../src/tasks/read-returned';
import { householdsFrom, returnedPlan, workbookOfPlans } from '../support/returned-plan';

test('a return comes out of the packing as it went in, whatever its cells hold', () => {
  const [first, second, ...rest] = householdsFrom(0, 6);
  const plan = returnedPlan(
    '青石村',
    [
      { ...first, cells: { reliefAmount: '三百', awayForLong: '是', preparedOn: '2026-01-05' } },
      { ...second, cells: { reliefAmount: { error: '#REF!' }, householdHead: null, remark: '\u0000"引号"\n' } },
      ...rest,
    ],
    { extra: { heading: '村里备注', values: ['甲', null, 3, true, { error: '#N/A' }, ''] } },
  );
  const returned = finish(readReturned(workbookOfPlans('青石村.xlsx', plan), { folder: '松岭乡' }));
  const packed = structuredClone(packReturn(returned));
  expect(unpackReturn(packed)).toEqual(returned);
  expect('ledgers' in returned.file && returned.file.ledgers[0].others).toHaveLength(1);
});

test('a file that was not read stays what it is', () => {
  const unread = unreadReturn('a.xlsx', '打不开。');
  expect(unpackReturn(structuredClone(packReturn(unread)))).toEqual(unread);
});
