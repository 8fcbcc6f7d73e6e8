import { keyCommand, type Key } from '../../../src/workbench/grid/key-command';

const key = (name: string, with_: Partial<Key> = {}) =>
  keyCommand({ key: name, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...with_ });

describe('keys on the grid', () => {
  test('text is left to the text field', () => {
    for (const name of ['a', '1', '=', '中', 'Process', 'Shift', 'F5']) expect(key(name)).toBeUndefined();
    expect(key('c', { ctrlKey: true })).toBeUndefined();
    expect(key('v', { ctrlKey: true })).toBeUndefined();
    expect(key('ArrowDown', { altKey: true })).toBeUndefined();
  });
  test('moving, extending, leaping', () => {
    expect(key('ArrowDown', { shiftKey: true, ctrlKey: true })).toEqual({
      kind: 'move',
      direction: 'down',
      far: true,
      extend: true,
    });
    expect(key('Tab', { shiftKey: true })).toEqual({ kind: 'tab', back: true });
    expect(key('PageDown', { ctrlKey: true })).toEqual({ kind: 'sheet', by: 1 });
  });
  test('undo, redo, save; capital letters as well', () => {
    expect(key('z', { ctrlKey: true })).toEqual({ kind: 'undo' });
    expect(key('Z', { metaKey: true, shiftKey: true })).toEqual({ kind: 'redo' });
    expect(key('S', { ctrlKey: true })).toEqual({ kind: 'save' });
    expect(key('F6')).toEqual({ kind: 'leave' });
  });
});
