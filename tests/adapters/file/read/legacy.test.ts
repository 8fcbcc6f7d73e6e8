import * as XLSX from '@e965/xlsx';
import type { CellValue } from '../../../../src/core/workbook/cell';
import { UnreadableWorkbook } from '../../../../src/core/workbook/port';
import { styleAt } from '../../../../src/core/workbook/snapshot';
import { readFile } from '../../../../src/adapters/file/read/read-file';
import { utf8 } from '../../../support/xlsx-fixture';

const read = async (bytes: Uint8Array, name = '台账.xls') => (await readFile(bytes, name)).snapshot;

const idNumber = '11010519491231002X';
const account = '9004000000000003601';

/** A row without the empty cells at its end. */
function withoutEnd(row: readonly CellValue[] | undefined): readonly CellValue[] {
  const cells = [...(row ?? [])];
  while (cells.length > 0 && cells[cells.length - 1] === null) cells.pop();
  return cells;
}

/** A workbook by another writer, in one of its old formats. */
function oldWorkbook(bookType: XLSX.BookType, rowCount = 40): Uint8Array {
  const rows: (string | number | boolean | null)[][] = [
    ['户主姓名', '身份证号', '一卡通账号', '救助金额', '填报日期', '备注'],
  ];
  for (let row = 1; row <= rowCount; row++)
    rows.push([`杨文梅${row}`, idNumber, account, 150 * row, 46_000 + row, row % 2 ? '' : '现金']);
  const sheet = XLSX.utils.aoa_to_sheet(rows);
  sheet['!merges'] = [{ s: { r: 19, c: 4 }, e: { r: 20, c: 5 } }];
  sheet.D2.z = '0.00';
  sheet.B3 = { t: 'n', v: 110105194912310020, z: '0' };
  sheet.F3 = { t: 'e', v: 0x2a };
  sheet.F5 = { t: 'b', v: true };
  const hidden = XLSX.utils.aoa_to_sheet([['字典']]);
  const book: XLSX.WorkBook = {
    SheetNames: ['台账', '字典'],
    Sheets: { 台账: sheet, 字典: hidden },
    Workbook: { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] },
  };
  return new Uint8Array(XLSX.write(book, { bookType, type: 'array' }) as ArrayBuffer);
}

describe.each(['biff8', 'xlml'] as const)('%s', (kind) => {
  test('values, formats, merges and hidden sheets', async () => {
    const snapshot = await read(oldWorkbook(kind));
    const [sheet, hidden] = snapshot.sheets;
    expect(sheet.rows[1]?.slice(0, 5)).toEqual(['杨文梅1', idNumber, account, 150, 46_001]);
    expect(sheet.rows[2]).toEqual(['杨文梅2', 110105194912310020, account, 300, 46_002, { error: '#N/A' }]);
    expect(sheet.rows[4]?.[5]).toBe(true);
    expect(styleAt(snapshot, sheet, 2, 4).numberFormat).toBe('0.00');
    expect(sheet.merges).toEqual([{ top: 20, left: 5, bottom: 21, right: 6 }]);
    expect([sheet.rowCount, sheet.columnCount]).toEqual([41, 6]);
    expect([hidden.name, hidden.visibility]).toEqual(['字典', 'hidden']);
  });
});

test('biff5 in a Chinese code page', async () => {
  const bytes = new Uint8Array(
    XLSX.write(
      { SheetNames: ['a'], Sheets: { a: XLSX.utils.aoa_to_sheet([['ABCD', idNumber]]) } },
      { bookType: 'biff5', type: 'array' },
    ) as ArrayBuffer,
  );
  // The writer knows Latin texts only, so the Chinese bytes are put in their place, and the code page beside them.
  const text = Buffer.from(bytes).indexOf('ABCD');
  const codePage = Buffer.from(bytes).indexOf(Buffer.from([0x42, 0x00, 0x02, 0x00]));
  expect(Math.min(text, codePage)).toBeGreaterThan(0);
  bytes.set([0xbb, 0xa7, 0xd6, 0xf7], text);
  bytes.set([936 & 255, 936 >> 8], codePage + 4);
  expect((await read(bytes)).sheets[0].rows).toEqual([['户主', idNumber]]);
});

describe('pretended .xls', () => {
  const table =
    `<table><tr><th>户主姓名</th><th>身份证号</th><th>账号</th><th colspan="2">金额</th></tr>` +
    `<tr><td>杨文梅</td><td>110105194912310020</td><td>${account}</td><td>450</td><td>0012</td></tr></table>`;
  const expected = [
    ['户主姓名', '身份证号', '账号', '金额'],
    ['杨文梅', '110105194912310020', account, 450, '0012'],
  ];
  const gbk = (text: string) => {
    // Only the few characters of this test.
    const codes: Record<string, readonly number[]> = {
      户: [0xbb, 0xa7],
      主: [0xd6, 0xf7],
      姓: [0xd0, 0xd5],
      名: [0xc3, 0xfb],
      身: [0xc9, 0xed],
      份: [0xb7, 0xdd],
      证: [0xd6, 0xa4],
      号: [0xba, 0xc5],
      账: [0xd5, 0xcb],
      金: [0xbd, 0xf0],
      额: [0xb6, 0xee],
      杨: [0xd1, 0xee],
      文: [0xce, 0xc4],
      梅: [0xc3, 0xb7],
    };
    return Uint8Array.from([...text].flatMap((letter) => codes[letter] ?? [letter.charCodeAt(0)]));
  };

  test.each([
    ['UTF-8', utf8(`<html><body>${table}</body></html>`), 0],
    ['UTF-8, a document type before it', utf8(`<!DOCTYPE html>\n<html><body>${table}</body></html>`), 0],
    ['GBK', gbk(`<html><meta charset="gbk"><body>${table}</body></html>`), 1],
    ['GBK, bare', gbk(table), 1],
  ])('a web page in %s keeps every digit', async (_what, bytes, remarks) => {
    const snapshot = await read(bytes);
    expect(snapshot.sheets[0].rows.map(withoutEnd)).toEqual(expected);
    expect(snapshot.remarks).toHaveLength(remarks);
  });

  test('a text with tabs, as “Unicode text” is saved', async () => {
    const text = `户主姓名\t身份证号\r\n杨文梅\t110105194912310020\r\n`;
    const bytes = new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]));
    expect((await read(bytes)).sheets[0].rows).toEqual([
      ['户主姓名', '身份证号'],
      ['杨文梅', '110105194912310020'],
    ]);
  });

  test('a page without a table is a login that ran out', async () => {
    await expect(read(utf8('<!DOCTYPE html><html><body><form>请登录</form></body></html>'))).rejects.toThrow('登录');
  });

  test('XML of 2003 with a document type is refused', async () => {
    const xml = new TextDecoder()
      .decode(oldWorkbook('xlml'))
      .replace('<Workbook', '<!DOCTYPE x [<!ENTITY j "j">]><Workbook');
    await expect(read(utf8(xml))).rejects.toThrow('声明');
  });
});

describe('containers', () => {
  const container = (streams: Readonly<Record<string, Uint8Array>>) => {
    const cfb = XLSX.CFB.utils.cfb_new();
    for (const [name, bytes] of Object.entries(streams)) XLSX.CFB.utils.cfb_add(cfb, name, bytes);
    return new Uint8Array(XLSX.CFB.write(cfb, { type: 'array' }) as ArrayBuffer);
  };
  const records = (...list: readonly (readonly [id: number, length: number])[]) => {
    const bytes = Buffer.alloc(6000);
    let at = 0;
    for (const [id, length] of list) {
      bytes.writeUInt16LE(id, at);
      bytes.writeUInt16LE(length, at + 2);
      at += 4 + length;
    }
    return new Uint8Array(bytes);
  };

  test.each([
    [
      'an encrypted package',
      container({ EncryptedPackage: new Uint8Array(5000), EncryptionInfo: new Uint8Array(500) }),
      '密码',
    ],
    ['an encrypted .xls', container({ Workbook: records([0x0809, 16], [0x2f, 54], [0x0a, 0]) }), '密码'],
    ['an old text document', container({ WordDocument: new Uint8Array(5000) }), '不是可以识别'],
    ['records that run over the end', container({ Workbook: records([0x0809, 16], [0x3c, 60_000]) }), '损坏'],
  ])('%s', async (_what, bytes, sentence) => {
    await expect(read(bytes)).rejects.toThrow(sentence);
    await expect(read(bytes)).rejects.toThrow(UnreadableWorkbook);
  });

  test('a .xls cut off anywhere is refused', async () => {
    const whole = oldWorkbook('biff8', 400);
    for (let length = 100; length < whole.length - 512; length += 997) {
      await expect(read(whole.subarray(0, length))).rejects.toThrow(UnreadableWorkbook);
    }
  });

  test('one byte changed anywhere in a .xls gives content or a sentence', async () => {
    const whole = oldWorkbook('biff8', 100);
    let read1 = 0;
    for (let at = 0; at < whole.length; at += 97) {
      const copy = whole.slice();
      copy[at] ^= 1 << (at % 8);
      const outcome = await read(copy).then(
        () => 'read',
        (error: unknown) => error,
      );
      if (outcome === 'read') read1++;
      else expect(outcome).toBeInstanceOf(UnreadableWorkbook);
    }
    expect(read1).toBeGreaterThan(0);
  });
});
