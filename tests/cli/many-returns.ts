import { reliefImport } from '../../src/forms/relief-import';
import { nationalRoster } from '../../src/forms/national-roster';
import type { SheetPlan } from '../../src/core/workbook/sheet-plan';
import type { SetAsideReason } from '../../src/core/merge/verdict';
import { householdsFrom, returnedPlan, yuanOf, type Household, type ReturnedOptions } from '../support/returned-plan';

/** A file to be written: sheets, or the bytes of something else. */
export interface PlantedFile {
  readonly name: string;
  readonly content: readonly SheetPlan[] | Buffer;
  /** What is planted; missing for a sound return. */
  readonly expected: SetAsideReason | 'taken' | 'taken-with-remarks';
  /** Its households that are read, and those of them that are merged. */
  readonly read: number;
  readonly merged: number;
  /** 分 in all it holds, where it is read. */
  readonly fen: number;
}

/** How many households each village has. */
const each = 8;

export interface ManyReturns {
  readonly files: readonly PlantedFile[];
  /** Kind and village of every difference that is to be listed, sorted. */
  readonly differences: readonly string[];
  /** Files whose own total row is wrong, files with a row whose amount is no number, people found in two files. */
  readonly wrongTotals: readonly string[];
  readonly unreadRows: readonly string[];
  readonly twice: number;
}

/** 300 returns of 273 villages, of which 40 carry a fault each. */
export function manyReturns(): ManyReturns {
  const files: PlantedFile[] = [];
  const differences: string[] = [];
  const wrongTotals: string[] = [];
  const unreadRows: string[] = [];
  const village = (number: number) => `${signs[Math.floor(number / 20)]}${signs[number % 20]}村`;
  const people = (number: number, count = each) => householdsFrom(number * 20, count);
  const fenOf = (households: readonly Household[]) =>
    households.reduce((sum, household) => sum + yuanOf(household) * 100, 0);
  const add = (
    name: string,
    content: PlantedFile['content'],
    expected: PlantedFile['expected'],
    read = 0,
    merged = 0,
    fen = 0,
  ) => files.push({ name: `${name}.xlsx`, content, expected, read, merged, fen });
  const sound = (
    number: number,
    options: ReturnedOptions = {},
    expected: PlantedFile['expected'] = 'taken',
    households = people(number),
    suffix = '',
  ) => {
    const merged = expected.startsWith('taken') ? households.length : 0;
    add(
      `${village(number)}${suffix}`,
      [returnedPlan(village(number), households, { total: true, ...options })],
      expected,
      households.length,
      merged,
      fenOf(households),
    );
  };
  // 273 villages: most on the full form, some on others.
  for (let number = 0; number < 235; number += 1) sound(number);
  for (let number = 235; number < 254; number += 1) sound(number, { form: reliefImport });
  for (let number = 254; number < 273; number += 1) {
    sound(number, { form: nationalRoster, unit: `填报单位（盖章）：松岭乡${village(number)}` }, 'taken-with-remarks');
  }
  // Five copies under other names.
  for (let number = 0; number < 5; number += 1) sound(number, {}, 'same-again', people(number), '（副本）');
  // Five newer returns: a household gone, one added, one changed; the older ones are already there.
  for (let number = 10; number < 15; number += 1) {
    const [, second, third, ...rest] = people(number, each + 1);
    sound(number, { preparedOn: '2026-01-07' }, 'taken', [{ ...second, inNeed: 4 }, third, ...rest], '补报');
    replaceExpected(files, `${village(number)}.xlsx`, 'older');
    differences.push(
      `gone ${village(number)}`,
      `added ${village(number)}`,
      ...Array.from({ length: each - 1 }, () => `changed ${village(number)}`),
    );
  }
  // Three villages with two returns of one day: nobody can tell which is newer.
  for (let number = 20; number < 23; number += 1) {
    sound(
      number,
      {},
      'undecided',
      people(number).map((one, at) => (at === 0 ? { ...one, inNeed: 5 } : one)),
      '二',
    );
    replaceExpected(files, `${village(number)}.xlsx`, 'undecided');
  }
  // Files that are no returns.
  add(
    '会议通知',
    [
      {
        name: '通知',
        heading: '通知',
        columnWidths: [20],
        rows: [{ cells: [{ value: '通知' }] }, { cells: [{ value: '请各村周五前报送' }] }],
        merges: [],
        styles: {},
      },
    ],
    'not-ledger',
  );
  add('空白表', [returnedPlan('无', [])], 'empty');
  add(
    '加密',
    Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(4096)]),
    'unreadable',
  );
  add('中断', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(900, 7)]), 'unreadable');
  add('图片', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 1, 2, 3]), 'unreadable');
  add('零字节', Buffer.alloc(0), 'unreadable');
  // The wrong winter, by title and by days.
  sound(30, { title: '2023—2024年度冬春救助台账' }, 'wrong-year', people(300), '去年');
  sound(31, { preparedOn: '2024-12-30' }, 'wrong-year', people(301), '旧');
  // The wrong village: one nobody asked for, one whose heading names another.
  add('外村', [returnedPlan('远山村', people(310))], 'wrong-village', each, 0, fenOf(people(310)));
  sound(40, { unit: `填报单位：松岭乡${village(41)}` }, 'wrong-village', people(311), '交错');
  // The wrong form: no identity numbers.
  add(
    '花名册',
    [withoutColumn(returnedPlan(village(42), people(312)), '身份证号')],
    'wrong-form',
    each,
    0,
    fenOf(people(312)),
  );
  // Half of the people twice: pasted again; other villages' people under this village's name.
  sound(43, {}, 'half-duplicates', [...people(313, 4), ...people(313, 4)], '重贴');
  sound(259, {}, 'half-duplicates', [...people(50, 3), ...people(51, 3), ...people(314, 2)], '冒名');
  // What is taken although something is wrong with it: wrong totals, amounts in words, one person in two villages.
  for (let number = 60; number < 64; number += 1) {
    replace(files, `${village(number)}.xlsx`, [
      returnedPlan(village(number), people(number), { total: true, totals: { reliefAmount: 1 } }),
    ]);
    wrongTotals.push(`${village(number)}.xlsx`);
  }
  for (let number = 70; number < 74; number += 1) {
    const [first, ...rest] = people(number);
    const odd = [{ ...first, cells: { reliefAmount: '约三百' } }, ...rest];
    replace(files, `${village(number)}.xlsx`, [returnedPlan(village(number), odd)], fenOf(rest));
    unreadRows.push(`${village(number)}.xlsx`);
  }
  for (let number = 80; number < 85; number += 1) {
    const households = [...people(number), people(number + 10)[0]];
    replace(
      files,
      `${village(number)}.xlsx`,
      [returnedPlan(village(number), households)],
      fenOf(households),
      households.length,
    );
  }
  // Two halves of one village, in two files.
  sound(100, {}, 'taken-with-remarks', people(320, 5), '二组');
  replaceExpected(files, `${village(100)}.xlsx`, 'taken-with-remarks');
  return { files, differences: differences.sort(), wrongTotals, unreadRows, twice: 5 };
}

/** The villages that have to hand in. */
export const villagesAsked = (): readonly string[] =>
  Array.from({ length: 274 }, (_, number) => `${signs[Math.floor(number / 20)]}${signs[number % 20]}村`);

const signs = '松柏杨柳桃梅兰竹荷莲枫桂榆槐桐杉椿樟楠栎';

function replaceExpected(files: PlantedFile[], name: string, expected: PlantedFile['expected']): void {
  const at = files.findIndex((file) => file.name === name);
  const file = files[at];
  files[at] = { ...file, expected, merged: expected.startsWith('taken') ? file.read : 0 };
}

function replace(
  files: PlantedFile[],
  name: string,
  content: readonly SheetPlan[],
  fen?: number,
  households?: number,
): void {
  const at = files.findIndex((file) => file.name === name);
  const file = files[at];
  files[at] = {
    ...file,
    content,
    fen: fen ?? file.fen,
    read: households ?? file.read,
    merged: households ?? file.merged,
  };
}

function withoutColumn(plan: SheetPlan, heading: string): SheetPlan {
  const column = plan.rows[3].cells.findIndex(({ value }) => value === heading);
  return {
    ...plan,
    rows: plan.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell, at) => (at === column ? { ...cell, value: null } : cell)),
    })),
  };
}
