import { UnreadableWorkbook } from '../../../../src/core/workbook/port';
import { plainNumber } from '../../../../src/adapters/file/read/plain-number';
import { readFile } from '../../../../src/adapters/file/read/read-file';
import { createTableParser, guessDelimiter } from '../../../../src/adapters/file/read/read-text-table';
import { utf8 } from '../../../support/xlsx-fixture';

const read = async (bytes: Uint8Array, name = '台账.csv') => (await readFile(bytes, name)).snapshot;
const rowsOf = async (text: string) => (await read(utf8(text))).sheets[0].rows;
const utf16 = (text: string, mark: readonly number[] = [0xff, 0xfe]) =>
  new Uint8Array(Buffer.concat([Buffer.from(mark), Buffer.from(text, 'utf16le')]));

// "户主姓名,备注\r\n杨䶮,㐂" in GB18030, four-byte characters included.
const gb18030 = Uint8Array.from([
  0xbb, 0xa7, 0xd6, 0xf7, 0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xb1, 0xb8, 0xd7, 0xa2, 0x0d, 0x0a, 0xd1, 0xee, 0x82, 0x35,
  0x87, 0x38, 0x2c, 0x81, 0x39, 0xef, 0x30,
]);

test('a first line that names the delimiter is no row, and the delimiter holds', async () => {
  const table = '户主姓名;备注\r\n杨文梅;低保户,独居\r\n';
  const expected = [
    ['户主姓名', '备注'],
    ['杨文梅', '低保户,独居'],
  ];
  expect(await rowsOf(`sep=;\r\n${table}`)).toEqual(expected);
  expect(await rowsOf(`\ufeff"sep=;"\r\n${table}`)).toEqual(expected);
  expect((await rowsOf('sep=低保\r\n户主姓名,备注\r\n'))[0]).toEqual(['sep=低保']);
});

describe('encodings', () => {
  const expected = [
    ['户主姓名', '身份证号'],
    ['杨䶮', '11010519491231002X'],
  ];
  const text = '户主姓名,身份证号\n杨䶮,11010519491231002X\n';

  test.each([
    ['UTF-8', utf8(text)],
    ['UTF-8 with its mark', utf8(`\ufeff${text}`)],
    ['UTF-16', utf16(text)],
    ['UTF-16, big end first', new Uint8Array(Buffer.from(utf16(text)).swap16())],
    ['UTF-16 without a mark', utf16(`a${text}`, []).subarray(0)],
  ])('%s', async (name, bytes) => {
    const { sheets, remarks } = await read(bytes);
    const [head, ...rest] = expected;
    expect(sheets[0].rows).toEqual(name.includes('without') ? [[`a${head[0]}`, head[1]], ...rest] : expected);
    expect(remarks).toEqual([]);
  });

  test('GB18030 is guessed, and said to be', async () => {
    const { sheets, remarks } = await read(gb18030);
    const decoded = new TextDecoder('gb18030').decode(gb18030).split(/\r\n|,/);
    expect(sheets[0].rows).toEqual([decoded.slice(0, 2), decoded.slice(2)]);
    expect(sheets[0].rows[0]).toEqual(['户主姓名', '备注']);
    expect(remarks).toEqual([expect.stringContaining('GB18030')]);
  });

  test('a few bytes that mean nothing are replaced and told of', async () => {
    const damaged = Buffer.concat([
      ...Array.from({ length: 200 }, () => Buffer.from(gb18030)),
      Buffer.from([0xff, 0xff]),
    ]);
    const { remarks } = await read(new Uint8Array(damaged));
    expect(remarks).toHaveLength(2);
    expect(remarks[1]).toContain('无法辨认');
  });

  test('UTF-8 cut off within a character is still UTF-8', async () => {
    const { sheets, remarks } = await read(utf8('户主姓名,备注\n杨文梅,五保户\n陈春生,低保户').subarray(0, -1));
    expect(sheets[0].rows.slice(0, 2)).toEqual([
      ['户主姓名', '备注'],
      ['杨文梅', '五保户'],
    ]);
    expect(remarks).toEqual([expect.stringContaining('无法辨认')]);
  });

  test('random bytes are no table, whatever they are called', async () => {
    let seed = 1;
    const noise = Uint8Array.from({ length: 5000 }, () => (seed = (seed * 48_271) % 2_147_483_647) & 255);
    for (const name of ['a.csv', 'a.xlsx', 'a.xls'])
      await expect(read(noise, name)).rejects.toThrow(UnreadableWorkbook);
  });
});

describe('values', () => {
  test('only short plain numbers become numbers', async () => {
    const kept = [
      '110105194912310020',
      '0012',
      '19900138000',
      '1.50',
      '1e5',
      '1,200',
      '+5',
      ' 7',
      '0.10',
      '9004000000000003601',
      '-0',
      '2026-01-15',
      '1.1234567',
    ];
    expect((await rowsOf(`${kept.map((text) => (text.includes(',') ? `"${text}"` : text)).join(',')}\n`))[0]).toEqual(
      kept,
    );
    expect(['450', '-3', '0', '0.5', '123456789', '12.25'].map(plainNumber)).toEqual([
      450, -3, 0, 0.5, 123456789, 12.25,
    ]);
  });

  test('a tab beside the digits of a number keeps them and is no part of them', async () => {
    expect(await rowsOf('\t110105194912310020,0012\t,"\t11010519491231002X"\n')).toEqual([
      ['110105194912310020', '0012', '11010519491231002X'],
    ]);
  });

  test('="…" is a text that kept its digits', async () => {
    expect(await rowsOf('="0012","=""110105194912310020""",=1+1\n')).toEqual([['0012', '110105194912310020', '=1+1']]);
  });
});

describe('fields', () => {
  test('quotes, doubled quotes, line breaks and delimiters inside quotes, empty fields, no last line end', async () => {
    expect(await rowsOf('姓名,备注\r\n"张,三","说""好""\n了"\r\n,"",尾\r\n\r\n"李"四,5"6')).toEqual([
      ['姓名', '备注'],
      ['张,三', '说"好"\n了'],
      [null, null, '尾'],
      undefined,
      ['李四', '5"6'],
    ]);
  });

  test.each([
    ['a,b;c\n1,2;3\n', ','],
    ['a\tb\tc\n1,5\t2\t3\n', '\t'],
    ['a;b;c\n1,5;2;3\n4;5;6\n', ';'],
    ['"a;b;c;d",x\n"e;f;g;h",y\n', ','],
    ['只有一列\n张三\n', ','],
  ])('the delimiter of %j', (sample, delimiter) => {
    expect(guessDelimiter(sample)).toBe(delimiter);
  });

  test('a quote that is never closed is taken as it stands, and told of', async () => {
    const { sheets, remarks } = await read(utf8('姓名,备注\n"张三,好\n李四,好\n'));
    expect(sheets[0].rows).toEqual([
      ['姓名', '备注'],
      ['"张三', '好'],
      ['李四', '好'],
    ]);
    expect(remarks).toEqual([expect.stringContaining('引号')]);
    const long = await read(utf8(`姓名,备注\n"张三,好\n${'李四,好\n'.repeat(100_000)}`));
    expect(long.sheets[0].rowCount).toBe(100_002);
  });

  test('pieces may be cut anywhere', () => {
    const text = 'a,"b""c\r\nd",e\r\n\n"","f"\r"g",,\r\n"h""';
    const parse = (pieces: readonly string[]) => {
      const rows: string[][] = [];
      const parser = createTableParser(',', true, (fields) => rows.push([...fields]));
      pieces.forEach((piece) => parser.push(piece));
      return { rows, isClosed: parser.end() };
    };
    const whole = parse([text]);
    expect(whole).toEqual({ rows: [['a', 'b"c\r\nd', 'e'], [''], ['', 'f'], ['g', '', '']], isClosed: false });
    expect(parse([...text])).toEqual(whole);
    for (let at = 1; at < text.length; at++) expect(parse([text.slice(0, at), text.slice(at)])).toEqual(whole);
  });

  test('limits', async () => {
    await expect(rowsOf(`a\n${'长'.repeat(32_768)}\n`)).rejects.toThrow('32767');
    await expect(rowsOf(`${','.repeat(16_384)}\n`)).rejects.toThrow('超出');
    await expect(rowsOf('1\n'.repeat(1_048_577))).rejects.toThrow('超出');
  });
});

test('the sheet is named after the file', async () => {
  const content = await readFile(utf8('a,b\n1,2\n'), 'C:\\下载\\大湾村[2025].csv');
  expect(content.snapshot.name).toBe('大湾村[2025].csv');
  expect(content.snapshot.sheets[0].name).toBe('大湾村2025');
  expect(content.package).toBeUndefined();
  expect(content.parts.sheets).toEqual([]);
});
