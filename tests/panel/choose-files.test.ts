/** @jest-environment jsdom */
import { chooseFiles } from '../../src/panel/choose-files';

const asked = (): readonly HTMLInputElement[] => Array.from(document.querySelectorAll('input[type=file]'));

function choose(input: HTMLInputElement, files: readonly File[]): void {
  Object.defineProperty(input, 'files', { value: files });
  input.dispatchEvent(new Event('change'));
}

test('each file chosen comes with its name, the day it was saved and its bytes', async () => {
  const answer = chooseFiles({ many: true });
  const [input] = asked();
  expect(input.multiple).toBe(true);
  const file = new File(['姓名'], '死亡名单.csv', { lastModified: new Date(2026, 0, 8, 23, 59).getTime() });
  Object.assign(file, { arrayBuffer: async () => new Uint8Array([7, 11]).buffer, webkitRelativePath: '' });
  choose(input, [file]);
  const [picked] = await answer;
  expect({ name: picked.name, folder: picked.folder, modifiedOn: picked.modifiedOn }).toEqual({
    name: '死亡名单.csv',
    folder: undefined,
    modifiedOn: '2026-01-08',
  });
  expect([...(await picked.bytes())]).toEqual([7, 11]);
  expect(asked()).toEqual([]);
});

test('of a folder each file comes with the folder it lies in, whatever kind of file it is', async () => {
  const answer = chooseFiles({ folder: true, many: true });
  const [input] = asked();
  expect([input.webkitdirectory, input.accept]).toEqual([true, '']);
  const file = Object.assign(new File([], '台账.xlsx'), { webkitRelativePath: '交回/石湾村/台账.xlsx' });
  choose(input, [file]);
  expect((await answer).map(({ folder }) => folder)).toEqual(['石湾村']);
});

test('a window that was closed answers with nothing, at the next question where the page was not told', async () => {
  const closed = chooseFiles({ many: false });
  asked()[0].dispatchEvent(new Event('cancel'));
  expect(await closed).toEqual([]);

  const untold = chooseFiles({ many: false });
  const next = chooseFiles({ many: false });
  expect(await untold).toEqual([]);
  expect(asked()).toHaveLength(1);
  asked()[0].dispatchEvent(new Event('cancel'));
  await next;
});
