import { Cancelled, UnreadableWorkbook, type Step } from '../../src/core/workbook/port';
import { readAllReturned, type PickedReturn } from '../../src/tasks/read-all-returned';
import { unreadReturn } from '../../src/tasks/read-returned';
import { readerBeside, serveReturns, type WorkerLine, type WorkerWord } from '../../src/tasks/reader-beside';
import type { ReturnJob, ReturnReader } from '../../src/tasks/return-reader';

const files = (count: number): readonly PickedReturn[] =>
  Array.from({ length: count }, (_, index) => ({ name: `${index}.xlsx`, bytes: async () => new Uint8Array([index]) }));

const turns = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn += 1) await Promise.resolve();
};

/** A reader that answers each file's name, after as many turns as `slow` says. */
function fakeReader(
  slow: (name: string) => number = () => 0,
  read: string[] = [],
): ReturnReader & { isClosed: boolean } {
  const reader = {
    isClosed: false,
    read: async ({ name, bytes }: ReturnJob) => {
      await turns(slow(name));
      if (reader.isClosed) throw new Error('closed');
      read.push(name);
      return unreadReturn(name, `read ${bytes[0]}`);
    },
    close: () => void (reader.isClosed = true),
  };
  return reader;
}

const namesOf = (returns: readonly { readonly file: { readonly workbook: string } }[]) =>
  returns.map(({ file }) => file.workbook);

test('answers in the order of the files, whichever was read first', async () => {
  const read: string[] = [];
  const slow = (name: string) => (7 - Number.parseInt(name, 10)) * 5;
  const returns = await readAllReturned(files(7), {
    here: fakeReader(slow, read),
    beside: async () => fakeReader(slow, read),
    most: 3,
  });
  expect(namesOf(returns)).toEqual(files(7).map(({ name }) => name));
  expect(read).not.toEqual(namesOf(returns));
});

test('no more files than readers are held at a time', async () => {
  let held = 0;
  let mostHeld = 0;
  const watched = files(12).map((file) => ({
    ...file,
    bytes: () => {
      mostHeld = Math.max(mostHeld, (held += 1));
      return file.bytes();
    },
  }));
  const beside = (): ReturnReader => ({
    read: async ({ name }) => {
      await turns(3);
      held -= 1;
      return unreadReturn(name, '');
    },
    close: () => undefined,
  });
  await readAllReturned(watched, { here: beside(), beside: async () => beside(), most: 3 });
  expect(mostHeld).toBe(3);
});

test('a file at which a reader breaks is set aside and said, a new reader goes on with the others', async () => {
  const opened: (ReturnReader & { isClosed: boolean })[] = [];
  const faults: unknown[] = [];
  const beside = async () => {
    const reader = fakeReader((name) => {
      if (name === '2.xlsx') throw new Error('out of memory');
      return 0;
    });
    opened.push(reader);
    return reader;
  };
  const returns = await readAllReturned(files(6), {
    here: fakeReader(),
    beside,
    most: 1,
    onFault: (fault) => faults.push(fault),
  });
  expect(namesOf(returns)).toEqual(files(6).map(({ name }) => name));
  expect(returns[2].file).toEqual({
    workbook: '2.xlsx',
    unread: expect.stringMatching(/^读取这份文件时程序出错.*。$/),
  });
  expect(returns[3].file).toMatchObject({ unread: 'read 3' });
  expect(opened.map(({ isClosed }) => isClosed)).toEqual([true, true]);
  expect(faults).toHaveLength(1);
});

test('where no worker comes up, or no second one, all is read here', async () => {
  const never = await readAllReturned(files(3), { here: fakeReader(), beside: async () => undefined, most: 2 });
  expect(namesOf(never)).toHaveLength(3);
  let opened = 0;
  const broken = (): ReturnReader => ({ read: () => Promise.reject(new Error('gone')), close: () => undefined });
  const once = await readAllReturned(files(4), {
    here: fakeReader(),
    beside: async () => (opened++ === 0 ? broken() : undefined),
    most: 1,
  });
  expect(once.map(({ file }) => 'unread' in file && file.unread.startsWith('read'))).toEqual([false, true, true, true]);
});

test('few bytes are read here', async () => {
  let opened = 0;
  const beside = async () => {
    opened += 1;
    return fakeReader();
  };
  const small = files(4).map((file) => ({ ...file, size: 10 }));
  await readAllReturned(small, { here: fakeReader(), beside, most: 2, worthFrom: 41 });
  expect(opened).toBe(0);
  await readAllReturned(small, { here: fakeReader(), beside, most: 2, worthFrom: 40 });
  expect(opened).toBe(2);
});

test('what cannot be fetched or is no table is an answer; progress counts every file', async () => {
  const steps: Step[] = [];
  const picked: readonly PickedReturn[] = [
    ...files(1),
    { name: 'a.docx', bytes: () => Promise.reject(new Error('never asked')), notOpened: '不是表格。' },
    { name: 'b.xlsx', bytes: () => Promise.reject(new UnreadableWorkbook('找不到。')) },
  ];
  const returns = await readAllReturned(picked, { here: fakeReader() }, { progress: (step) => steps.push(step) });
  expect(returns.map(({ file }) => 'unread' in file && file.unread)).toEqual(['read 0', '不是表格。', '找不到。']);
  expect(steps.map(({ done, total }) => `${done}/${total}`)).toEqual(['0/3', '1/3', '2/3', '3/3']);
});

test('a cancelled reading answers nothing and leaves no reader open', async () => {
  const opened: (ReturnReader & { isClosed: boolean })[] = [];
  const beside = async () => {
    const reader = fakeReader(() => 3);
    opened.push(reader);
    return reader;
  };
  let done = 0;
  const watch = { progress: (step: Step) => void (done = step.done), cancelled: () => done >= 3 };
  await expect(readAllReturned(files(20), { here: fakeReader(), beside, most: 2 }, watch)).rejects.toThrow(Cancelled);
  expect(opened.map(({ isClosed }) => isClosed)).toEqual([true, true]);
});

describe('a worker', () => {
  /** Both ends of a worker that runs in this thread. */
  function lineTo(reader: ReturnReader): WorkerLine & { readonly die: (reason: unknown) => void } {
    const words: ((word: WorkerWord) => void)[] = [];
    const ends: ((reason: unknown) => void)[] = [];
    let serve: ((job: ReturnJob) => Promise<void>) | undefined;
    const say = (word: WorkerWord) =>
      void Promise.resolve().then(() => words.forEach((tell) => tell(structuredClone(word))));
    const die = (reason: unknown) => ends.forEach((tell) => tell(reason));
    void Promise.resolve().then(() => (serve = serveReturns(reader, say)));
    return {
      send: (job) => void serve?.(structuredClone(job)),
      onWord: (listener) => words.push(listener),
      onEnd: (listener) => ends.push(listener),
      end: () => die(undefined),
      die,
    };
  }

  test('reads what it is sent, one file after the other', async () => {
    const reader = await readerBeside(lineTo(fakeReader()));
    const returns = await readAllReturned(files(3), { here: fakeReader(), beside: async () => reader, most: 1 });
    expect(returns.map(({ file }) => 'unread' in file && file.unread)).toEqual(['read 0', 'read 1', 'read 2']);
  });

  test('that does not come up is none', async () => {
    const line = { ...lineTo(fakeReader()), onWord: () => undefined };
    const reader = readerBeside(line);
    line.die(new Error('no such file'));
    expect(await reader).toBeUndefined();
  });

  test('that dies in the middle of a file, or says a fault, rejects', async () => {
    const stuck: ReturnReader = { read: () => new Promise(() => undefined), close: () => undefined };
    const line = lineTo(stuck);
    const reader = (await readerBeside(line)) as ReturnReader;
    const reading = reader.read({ name: 'a', bytes: new Uint8Array() });
    line.die(new Error('out of memory'));
    await expect(reading).rejects.toThrow('out of memory');
    const faulty: ReturnReader = { read: () => Promise.reject(new TypeError('odd')), close: () => undefined };
    const other = (await readerBeside(lineTo(faulty))) as ReturnReader;
    await expect(other.read({ name: 'a', bytes: new Uint8Array() })).rejects.toThrow('odd');
  });
});
