import { writeFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { unzipSync } from 'fflate';
import { person } from '../support/people';
import { corpusDay, runCli, temporaryFolder } from './run-cli';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const cli = (...argv: string[]) => runCli(folder.path, [...argv, '--today', corpusDay]);
const path = (name: string) => join(folder.path, name);
const headings = [
  '行政村',
  '户主姓名',
  '身份证号',
  '户口类型',
  '家庭类型',
  '家庭人口（人）',
  '需救助人口（人）',
  '救助金额（元）',
  '开户银行',
  '开户名',
  '一卡通账号',
];

/** A ledger as a text file: `count` households in two villages, each cell replaceable. */
function ledger(name: string, count: number, change: (row: string[], index: number) => void = () => undefined): void {
  const rows = Array.from({ length: count }, (_, index) => {
    const { name: head, idNumber, account } = person(index);
    const row = [
      index * 2 < count ? '大坪村' : '小河口村',
      head,
      idNumber,
      '农村',
      '低保户',
      '3',
      '2',
      '300',
      '示范信用社',
      head,
      account,
    ];
    change(row, index);
    return row;
  });
  writeFileSync(path(name), ['冬春救助台账', headings.join(','), ...rows.map((row) => row.join(','))].join('\n'));
}

const sheetsIn = (name: string) => read(readFileSync(path(name))).SheetNames;
const cellsIn = (name: string, sheet = 0) => {
  const book = read(readFileSync(path(name)));
  return utils.sheet_to_json<unknown[]>(book.Sheets[book.SheetNames[sheet]], { header: 1, raw: true, defval: null });
};

test('makes the kinds asked for, several after one --kind', async () => {
  ledger('in.csv', 8);
  const made = await cli(
    'sheets',
    'in.csv',
    '--kind',
    'village-payout',
    'payout-approval',
    '-o',
    'out.xlsx',
    '--set',
    '乡镇=示范乡',
  );
  expect(made).toMatchObject({ code: 0, err: '' });
  expect(sheetsIn('out.xlsx')).toEqual([
    '资金发放表-大坪村',
    '资金发放表-小河口村',
    '资金发放表-合计',
    '发放审批表-大坪村',
    '发放审批表-小河口村',
    '发放审批表-乡镇',
    '发放审批表-县',
  ]);
  const texts = cellsIn('out.xlsx').flat();
  expect(texts).toContain('大坪村2025—2026年度冬春救助资金发放表');
  expect(texts).toContain('所在乡镇：示范乡');
  expect(texts).toContain(person(0).idNumber);
});

test('a notice holds no number in any part of its file', async () => {
  ledger('in.csv', 30);
  const made = await cli(
    'sheets',
    'in.csv',
    '--kind',
    'village-notice',
    '--kind',
    'township-notice',
    '-o',
    'out.xlsx',
    '--set',
    '村电话=0199-5550123',
  );
  expect(made).toMatchObject({ code: 0, err: '' });
  const parts = Object.entries(unzipSync(readFileSync(path('out.xlsx'))));
  const text = parts.map(([name, bytes]) => name + Buffer.from(bytes).toString('utf8')).join('\n');
  expect(text).toContain(person(3).name);
  for (let index = 0; index < 30; index++) {
    const { idNumber, account } = person(index);
    expect(text.includes(idNumber) || text.includes(account)).toBe(false);
  }
});

test('only one village', async () => {
  ledger('in.csv', 8);
  expect(
    (await cli('sheets', 'in.csv', '--kind', 'village-notice', '-o', 'out.xlsx', '--village', '小河口村')).code,
  ).toBe(0);
  expect(sheetsIn('out.xlsx')).toEqual(['村级公示-小河口村']);
});

test('households of other villages are counted, on the sheet and in the answer', async () => {
  ledger('in.csv', 8);
  const made = await cli('sheets', 'in.csv', '--kind', 'payout-roster', '-o', 'out.xlsx', '--village', '小河口村');
  expect(made.out).toContain('另有 4 户属其他村，未列入。');
  expect(cellsIn('out.xlsx').flat()).toContain('只列小河口村：共 4 户，另有 4 户属其他村，未列入。');
});

describe('only some rows', () => {
  test('one page for each household chosen', async () => {
    ledger('in.csv', 8);
    const made = await cli('sheets', 'in.csv', '--kind', 'application', '-o', 'out.xlsx', '--rows', '4-5，8');
    expect(made).toMatchObject({ code: 0, err: '' });
    expect(made.out).toContain('共 1 张表、3 户。台账另有 5 户未列入。');
    const texts = cellsIn('out.xlsx').flat();
    expect([0, 1, 2, 3, 4, 5, 6, 7].filter((index) => texts.includes(person(index).idNumber))).toEqual([1, 2, 5]);
  });

  test('a list of them says that it is not all, and is not taken for outdated', async () => {
    ledger('in.csv', 8);
    await cli('sheets', 'in.csv', '--kind', 'village-payout', '-o', 'out.xlsx', '--rows', '4-5');
    expect(cellsIn('out.xlsx').flat()).toContain('只列选中的户：共 2 户，台账另有 6 户未列入。');
  });

  test.each([
    ['三', '三'],
    ['1-2', '第 1-2 行没有户'],
    ['名册!3', '“名册”里没有'],
  ])('--rows %s is refused', async (rows, words) => {
    ledger('in.csv', 3);
    const made = await cli('sheets', 'in.csv', '--kind', 'application', '-o', 'out.xlsx', '--rows', rows);
    expect(made.code).toBe(2);
    expect(made.err).toContain(words);
    expect(existsSync(path('out.xlsx'))).toBe(false);
  });
});

describe('refuses with 2 and writes nothing', () => {
  const refused = async (...argv: string[]) => {
    const { code, err, out } = await cli('sheets', ...argv);
    expect({ code, out, there: existsSync(path('out.xlsx')) }).toEqual({ code: 2, out: '', there: false });
    expect(err.split('\n')).toHaveLength(1);
    return err;
  };

  test('a kind that is not there', async () => {
    ledger('in.csv', 2);
    expect(await refused('in.csv', '--kind', 'poster', '-o', 'out.xlsx')).toContain('village-notice');
  });

  test('no kind, no output, no such village, no such word', async () => {
    ledger('in.csv', 2);
    expect(await refused('in.csv', '-o', 'out.xlsx')).toContain('--kind');
    expect(await refused('in.csv', '--kind', 'cover')).toContain('-o');
    expect(await refused('in.csv', '--kind', 'cover', '-o', 'out.xlsx', '--village', '青山村')).toContain('大坪村');
    expect(await refused('in.csv', '--kind', 'cover', '-o', 'out.xlsx', '--set', '颜色=红')).toContain('乡镇=');
    expect(await refused('in.csv', '--kind', 'cover', '-o', 'out.xlsx', '--set', '填报日期=明天')).toContain(
      '2026-01-08',
    );
  });

  test('a column that the sheet needs', async () => {
    writeFileSync(path('in.csv'), `户主姓名,身份证号,家庭人口\n${person(1).name},${person(1).idNumber},3`);
    expect(await refused('in.csv', '--kind', 'village-payout', '-o', 'out.xlsx')).toContain('救助金额');
  });

  test('a notice together with what must not be seen', async () => {
    ledger('in.csv', 2);
    expect(await refused('in.csv', '--kind', 'village-notice', 'payout-roster', '-o', 'out.xlsx')).toContain('分两次');
  });

  test('a telephone that somebody typed behind a name', async () => {
    ledger('in.csv', 4, (row, index) => {
      if (index === 2) row[1] += person(2).phone;
    });
    const sentence = await refused('in.csv', '--kind', 'village-notice', '-o', 'out.xlsx', '--confirm');
    expect(sentence).toContain('电话号码');
    expect(sentence).not.toContain(person(2).phone);
  });

  test('errors that stand, until the person confirms', async () => {
    ledger('in.csv', 4, (row, index) => {
      if (index === 1) row[6] = '9';
    });
    expect(await refused('in.csv', '--kind', 'village-payout', '-o', 'out.xlsx')).toMatch(/\d+ 处错误.*--confirm/);
    const made = await cli('sheets', 'in.csv', '--kind', 'village-payout', '-o', 'out.xlsx', '--confirm');
    expect(made.code).toBe(1);
    expect(cellsIn('out.xlsx').flat().join('\n')).toMatch(/生成时有 \d+ 处错误未处理。/);
  });

  test('fund sources that do not add up to the batch', async () => {
    ledger('in.csv', 4);
    expect(await refused('in.csv', '--kind', 'county-approval', '-o', 'out.xlsx', '--set', '中央资金=0.1')).toContain(
      '0.12 万元',
    );
    expect(
      (
        await cli(
          'sheets',
          'in.csv',
          '--kind',
          'county-approval',
          '-o',
          'out.xlsx',
          '--set',
          '中央资金=0.1',
          '--set',
          '县级资金=0.02',
        )
      ).code,
    ).toBe(0);
  });

  test('a memo without the word, and one that is too long', async () => {
    ledger('in.csv', 2);
    expect(await refused('in.csv', '--kind', 'bank-file', '-o', 'out.xlsx', '--set', '摘要=补贴')).toContain('救灾');
    expect(
      await refused(
        'in.csv',
        '--kind',
        'bank-file',
        '-o',
        'out.xlsx',
        '--set',
        '摘要=冬春救灾资金',
        '--set',
        '摘要字数=4',
      ),
    ).toContain('最多印 4 个字');
  });
});

describe('bank-file', () => {
  test('text accounts, no total among the rows', async () => {
    ledger('in.csv', 5);
    const made = await cli('sheets', 'in.csv', '--kind', 'bank-file', '-o', 'out.xlsx');
    expect(made).toMatchObject({ code: 0, err: '' });
    expect(made.out).toContain('共 5 笔，合计 1500 元');
    const [first, ...rows] = cellsIn('out.xlsx');
    expect(first).toEqual(['序号', '户名', '证件号码', '账号', '开户行', '金额', '摘要', '手机号', '备注']);
    expect(rows.map((row) => row[3])).toEqual([0, 1, 2, 3, 4].map((index) => person(index).account));
    expect(rows.map((row) => row[5])).toEqual([300, 300, 300, 300, 300]);
  });

  test('GB18030 by default, UTF-8 when asked', async () => {
    ledger('in.csv', 3);
    await cli('sheets', 'in.csv', '--kind', 'bank-file', '-o', 'gb.csv');
    await cli('sheets', 'in.csv', '--kind', 'bank-file', '-o', 'utf.txt', '--encoding', 'utf-8');
    const gb = new TextDecoder('gb18030', { fatal: true }).decode(readFileSync(path('gb.csv')));
    const utf = readFileSync(path('utf.txt'), 'utf8');
    expect(gb.split('\r\n')[1]).toBe(
      `1,${person(0).name},${person(0).idNumber},${person(0).account},示范信用社,300,冬春救灾,,`,
    );
    expect(utf.split('\r\n')[2].split('\t')[1]).toBe(person(1).name);
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path('gb.csv')))).toThrow();
  });

  test('a household without account is left out and counted', async () => {
    ledger('in.csv', 3, (row, index) => {
      if (index === 1) row[10] = '';
    });
    const made = await cli('sheets', 'in.csv', '--kind', 'bank-file', '-o', 'out.csv', '--confirm');
    expect(made.out).toContain('没有列入的：1 户没有账号。');
    expect(made.out).toContain('共 2 笔');
  });
});

describe('bank-return', () => {
  const answer = (rows: readonly (readonly string[])[]) =>
    writeFileSync(
      path('answer.csv'),
      ['账号,户名,金额,处理结果,失败原因', ...rows.map((row) => row.join(','))].join('\n'),
    );

  test('marks what was paid and what failed, and sends the failed once more', async () => {
    ledger('in.csv', 4);
    answer([
      [person(0).account, person(0).name, '300', '成功', ''],
      [person(1).account, person(1).name, '300', '失败', '户名不符'],
      [person(2).account, person(2).name, '300', '未成功', ''],
      [person(50).account, person(50).name, '300', '成功', ''],
    ]);
    const made = await cli('sheets', 'in.csv', '--kind', 'bank-return', '--answer', 'answer.csv', '-o', 'out.xlsx');
    expect(made).toMatchObject({ code: 0, err: '' });
    expect(made.out).toMatch(/已发放 1 笔 300 元，没有发成 2 笔 600 元，银行未回复 1 笔，回单里有 1 笔/);
    expect(sheetsIn('out.xlsx')).toEqual(['代发结果', '第二批代发']);
    const rows = cellsIn('out.xlsx').filter((row) => typeof row[0] === 'number');
    expect(rows.map((row) => [row[2], row[7], row[8]])).toEqual([
      [person(1).name, '没有发成', '户名不符'],
      [person(2).name, '没有发成', '未成功'],
      [person(3).name, '银行未回复', null],
      [person(0).name, '已发放', null],
    ]);
    expect(cellsIn('out.xlsx', 1).map((row) => row[3])).toEqual(['账号', person(1).account, person(2).account]);
  });

  describe('registers the answer in a copy of the ledger', () => {
    const paid = [person(0).account, person(0).name, '300', '成功', ''];
    const failed = [person(1).account, person(1).name, '300', '失败', '户名不符'];
    const register = (...more: string[]) =>
      cli('sheets', 'in.csv', '--kind', 'bank-return', '--answer', 'answer.csv', '-o', 'out.xlsx', ...more);
    const withColumn = (typed: string) => {
      const rows = [0, 1, 2].map((index) => {
        const { name, idNumber, account } = person(index);
        const cells = ['大坪村', name, idNumber, '农村', '低保户', '3', '2', '300', '示范信用社', name, account];
        return [...cells, index === 2 ? typed : ''].join(',');
      });
      writeFileSync(path('in.csv'), ['冬春救助台账', [...headings, '发放状态'].join(','), ...rows].join('\n'));
    };

    test('in its column for it, with what a person wrote left alone', async () => {
      withColumn('本人已外出');
      answer([paid, failed, [person(2).account, person(2).name, '300', '成功', '']]);
      const made = await register('--ledger', 'marked.xlsx');
      expect(made).toMatchObject({ code: 0, err: '' });
      expect(made.out).toContain('登记了代发结果，有 1 户的发放情况已有人填写');
      expect(sheetsIn('marked.xlsx')).toEqual(['in', '代发结果', '核查记录']);
      expect(
        cellsIn('marked.xlsx')
          .slice(2)
          .map((row) => row[11]),
      ).toEqual(['已发放', '没有发成：户名不符', '本人已外出']);
      const record = cellsIn('marked.xlsx', 2).find((row) => row[5] === '代发没有发成');
      expect(record?.slice(1, 4)).toEqual(['in', 'K4', person(1).name]);
      expect(record?.[6]).toContain('户名不符');
    });

    test('with no column for it nothing in the ledger is changed', async () => {
      ledger('in.csv', 3);
      answer([paid, failed]);
      await register('--ledger', 'marked.xlsx');
      const before = readFileSync(path('in.csv'), 'utf8')
        .split('\n')
        .map((line) => line.split(','));
      const after = cellsIn('marked.xlsx').map((row) => row.map((cell) => String(cell ?? '')));
      expect(after.map((row) => row.filter((cell) => cell !== ''))).toEqual(before);
    });

    test('and the second batch is of those alone, at the account they have by now', async () => {
      ledger('in.csv', 3);
      answer([paid, failed]);
      await register('--ledger', 'marked.xlsx');
      const second = ['sheets', 'marked.xlsx', '--kind', 'bank-file', '--failed', '-o'];
      expect((await cli(...second, 'second.xlsx')).out).toContain('共 1 笔，合计 300 元');
      expect(cellsIn('second.xlsx').map((row) => row[3])).toEqual(['账号', person(1).account]);
      const found = await runCli(folder.path, ['check', 'marked.xlsx', '--format', 'json', '--today', corpusDay]);
      const { findings } = JSON.parse(found.out) as { findings: { check: string; cell: string }[] };
      expect(findings.filter(({ check }) => check === 'payout-failed').map(({ cell }) => cell)).toEqual(['K4']);
    });

    test('a ledger without an answer has no second batch', async () => {
      ledger('in.csv', 3);
      const made = await cli('sheets', 'in.csv', '--kind', 'bank-file', '--failed', '-o', 'second.xlsx');
      expect(made).toMatchObject({ code: 2 });
      expect(made.err).toContain('请先登记银行回单');
    });
  });

  test('needs the answer, and one that can be read', async () => {
    ledger('in.csv', 2);
    expect((await cli('sheets', 'in.csv', '--kind', 'bank-return', '-o', 'out.xlsx')).err).toContain('--answer');
    writeFileSync(path('answer.csv'), '姓名,电话\n王安,1');
    const made = await cli('sheets', 'in.csv', '--kind', 'bank-return', '--answer', 'answer.csv', '-o', 'out.xlsx');
    expect(made).toMatchObject({ code: 2 });
    expect(made.err).toContain('处理结果');
  });
});

test('a workbook of printed sheets holds no ledger for the next check', async () => {
  ledger('in.csv', 6);
  await cli('sheets', 'in.csv', '--kind', 'payout-roster', 'national-form', '-o', 'out.xlsx');
  const { out } = await runCli(folder.path, ['check', 'out.xlsx', '--format', 'json', '--today', corpusDay]);
  expect((JSON.parse(out) as { ledgers: unknown[] }).ledgers).toEqual([]);
});
