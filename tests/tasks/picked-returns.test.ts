import { namesApart, pickedReturns } from '../../src/tasks/picked-returns';

const file = (path: string) => {
  const parts = path.split('/');
  return { name: parts[parts.length - 1], folders: parts.slice(0, -1), bytes: async () => new Uint8Array() };
};

test('files are named apart, told by their township, and sorted', () => {
  const { files, remarks } = pickedReturns(
    ['in/松岭乡/青石村.xlsx', 'in/柏林镇/青石村.xlsx', 'in/柏林镇/云台村.csv', 'in/.DS_Store', 'in/Thumbs.db'].map(
      file,
    ),
  );
  expect(files.map(({ name, folder }) => [name, folder])).toEqual([
    ['云台村.csv', '柏林镇'],
    ['松岭乡/青石村.xlsx', '松岭乡'],
    ['柏林镇/青石村.xlsx', '柏林镇'],
  ]);
  expect(remarks).toEqual(['文件夹里另有 2 个系统文件，没有读取。']);
});

test('what is no table by its name is said', () => {
  const { files } = pickedReturns(['说明.docx', '~$青石村.xlsx', '青石村.XLS', '青石村'].map(file));
  expect(Object.fromEntries(files.map(({ name, notOpened }) => [name, notOpened !== undefined]))).toEqual({
    '说明.docx': true,
    '~$青石村.xlsx': true,
    '青石村.XLS': false,
    青石村: false,
  });
});

test('names grow by folders until they differ; the very same path gets a number', () => {
  const named = (...paths: string[]) => namesApart(paths.map((path) => path.split('/')));
  expect(named('a/x/1.csv', 'b/x/1.csv', 'b/2.csv')).toEqual(['a/x/1.csv', 'b/x/1.csv', '2.csv']);
  expect(named('1.csv', 'a/1.csv', 'a/1.csv')).toEqual(['1.csv', 'a/1.csv', 'a/1（2）.csv']);
});
