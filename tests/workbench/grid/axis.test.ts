import { axisOf, scrollToShow, withRoom } from '../../../src/workbench/grid/axis';

const axis = axisOf(10, (line) => (line === 2 ? 50 : 20), new Set([4, 5]), 2);

describe('positions along one direction', () => {
  test('hidden lines take no room and are skipped', () => {
    expect(axis.total).toBe(190);
    expect(axis.start(6)).toBe(axis.start(4));
    expect(axis.size(4)).toBe(0);
    expect(axis.next(3, 1)).toBe(6);
    expect(axis.next(6, -1)).toBe(3);
    expect(axis.next(10, 1)).toBe(10);
    expect(Array.from(axis.shown)).toEqual([1, 2, 3, 6, 7, 8, 9, 10]);
  });

  test('an offset leads to the line that lies there, never to a hidden one', () => {
    expect([0, 19, 20, 69, 70, 89, 90, 109].map(axis.lineAt)).toEqual([1, 1, 2, 2, 3, 3, 6, 6]);
    expect(axis.lineAt(9999)).toBe(10);
  });

  test('frozen lines keep their place unless they fill the window', () => {
    expect(axis.frozenSize).toBe(70);
    expect(withRoom(axis, 200).frozen).toBe(2);
    expect(withRoom(axis, 100)).toMatchObject({ frozen: 0, frozenSize: 0 });
  });

  test('a line is brought out from under the frozen ones and back into the window', () => {
    // 100 px window, 70 of them frozen: line 3 begins at 70.
    expect(scrollToShow(axis, 3, 3, 40, 100)).toBe(0);
    expect(scrollToShow(axis, 10, 10, 0, 100)).toBe(90);
    expect(scrollToShow(axis, 1, 1, 40, 100)).toBe(40);
    expect(scrollToShow(axis, 6, 6, 15, 100)).toBe(15);
    // Too tall for the window: from its beginning.
    expect(scrollToShow(axis, 6, 9, 0, 100)).toBe(20);
  });

  test('a million rows are laid out, and each is found where it begins', () => {
    const long = axisOf(1_000_000, () => 20, new Set(), 0);
    expect(long.total).toBe(20_000_000);
    expect(long.lineAt(long.start(765_432))).toBe(765_432);
  });
});
