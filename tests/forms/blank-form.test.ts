import { blankForm } from '../../src/core/sheets/blank-form';
import { fields } from '../../src/core/ledger/fields';
import type { Form, FormColumn } from '../../src/core/ledger/form';
import { applyToSnapshot } from '../../src/core/workbook/apply-to-snapshot';
import { areaName, type CellValue } from '../../src/core/workbook/cell';
import { sheetLimits } from '../../src/core/workbook/cell';
import type { SheetPlan } from '../../src/core/workbook/sheet-plan';
import type { WorkbookSnapshot } from '../../src/core/workbook/snapshot';
import { formById, forms } from '../../src/forms';
import { villageLedger } from '../../src/forms/village-ledger';
import { reliefImport } from '../../src/forms/relief-import';
import { person } from '../support/people';
import { readingOf } from '../support/table';

const drawn = (plans: readonly SheetPlan[]): WorkbookSnapshot =>
  applyToSnapshot(
    { name: '表样.xlsx', date1904: false, styles: [], sheets: [], remarks: [] },
    plans.map((plan) => ({ kind: 'put-sheet', plan })),
  ).snapshot;

const firstEntryOf = (plan: SheetPlan): number => (plan.page?.titleRows?.to ?? 0) + 1;

/** The form with one household written into its first empty row. */
function filled(form: Form, valueOf: (column: FormColumn) => CellValue): WorkbookSnapshot {
  const [plan, ...others] = blankForm(form, 5);
  const row = firstEntryOf(plan) - 1;
  const rows = plan.rows.map((each, index) =>
    index === row ? { ...each, cells: form.columns.map((column) => ({ value: valueOf(column) })) } : each,
  );
  return drawn([{ ...plan, rows }, ...others]);
}

const head = person(1);
function sample({ field, choices }: FormColumn): CellValue {
  if (choices) return /^\d+$/.test(choices[0]) ? Number(choices[0]) : choices[0];
  switch (fields[field].kind) {
    case 'id-number':
      return head.idNumber;
    case 'name':
      return head.name;
    case 'account':
      return head.account;
    case 'phone':
      return head.phone;
    case 'count':
    case 'quantity':
    case 'money':
      return 3;
    case 'date':
      return 46026;
    case 'yes-no':
      return '是';
    default:
      return '词';
  }
}

describe.each(forms.map((form) => [form.id, form] as const))('the blank form %s', (id, form) => {
  const plans = blankForm(form, 50);
  const [plan] = plans;

  test('read back, is that form without entries and without findings', () => {
    const { ledgers, findings, notLedgers, remarks } = readingOf(drawn(plans));
    expect(ledgers.map((ledger) => [ledger.form, ledger.rows.length, ledger.otherColumns])).toEqual([[id, 0, []]]);
    expect(findings).toEqual([]);
    expect(remarks).toEqual([]);
    expect(notLedgers).toEqual(form.dictionary ? [{ sheet: '字典', why: '这是供下拉选择用的字典，不是台账。' }] : []);
  });

  test('filled in, reads exactly, column by column', () => {
    const { ledgers, findings } = readingOf(filled(form, sample));
    expect(findings).toEqual([]);
    const [ledger] = ledgers;
    expect(ledger).toMatchObject({ form: id, entryIs: form.entryIs, rows: [firstEntryOf(plan)] });
    form.columns.forEach((column, index) => {
      const read = ledger.columns[column.field];
      expect(read).toMatchObject({ column: index + 1, required: column.required ?? false, typed: [sample(column)] });
      expect(read?.unit).toBe(column.unit);
      expect(read?.values[0]).toBeDefined();
    });
  });

  test('keeps every digit of what is a name in numbers', () => {
    const formats = form.columns.map((column, index) => {
      const cell = plan.rows[firstEntryOf(plan) - 1].cells[index];
      return [column.field, plan.styles[cell.style ?? '']?.numberFormat] as const;
    });
    const asText = formats.filter(([, format]) => format === '@').map(([field]) => field);
    const expected = form.columns.filter(({ field }) =>
      /idNumber|headIdNumber|phone|cardAccount|villageCode/.test(field),
    );
    expect(asText).toEqual(expected.map(({ field }) => field));
    for (const [field, format] of formats) if (fields[field].kind === 'date') expect(format).toBe('yyyy-mm-dd');
  });

  test('prints on its paper with its headings on each page', () => {
    expect(plan.page).toMatchObject({
      paper: form.paper,
      orientation: 'landscape',
      fitToWidth: true,
      footer: '&C第&P页 共&N页',
    });
    expect(plan.frozen?.rows).toBe(plan.page?.titleRows?.to);
    expect(plan.heading).toBe(plan.rows[0].cells[0].value);
    expect(plan.columnWidths).toHaveLength(form.columns.length);
  });

  test('offers only lists that a cell can hold, and merges nothing twice', () => {
    for (const { choices } of plan.lists ?? []) expect(choices.join(',').length).toBeLessThanOrEqual(255);
    const seen = new Set<number>();
    for (const area of plan.merges) {
      for (let row = area.top; row <= area.bottom; row += 1) {
        for (let column = area.left; column <= area.right; column += 1) {
          const key = row * sheetLimits.columns + column;
          expect(seen.has(key)).toBe(false);
          seen.add(key);
        }
      }
    }
  });
});

test('the import ledger is the 25 columns with the note in row 1 and the headings in row 2', () => {
  const [plan, dictionary] = blankForm(reliefImport, 1);
  expect(plan.rows[1].cells.map((cell) => cell.value)).toEqual([
    '户主姓名',
    '身份证号码',
    '家庭人口（人）',
    '家庭类型',
    '户口类型',
    '行政村（社区）代码',
    '行政村（社区）名称',
    '需口粮救助（元）',
    '需取暖救助（元）',
    '需衣被救助（件）',
    '需伤病救助（元）',
    '需其他救助（元）',
    '需饮水救助（元）',
    '核准救助时段（月）',
    '核准救助口粮（公斤）',
    '核准救助衣被（件）',
    '核准救助金额（元）',
    '发放单位',
    '发放方式',
    '开户银行',
    '开户银行帐号',
    '开户银行地址',
    '村级填报人姓名',
    '村级填报日期',
    '备注',
  ]);
  const red = plan.rows[1].cells
    .filter((cell) => plan.styles[cell.style ?? ''].color === '#c00000')
    .map((cell) => cell.value);
  expect(red).toHaveLength(15);
  expect(red).not.toContain('开户银行');
  expect(plan.rows).toHaveLength(3);
  expect(dictionary.rows.map((row) => row.cells.map((cell) => cell.value)).slice(0, 3)).toEqual([
    ['家庭类型', '户口类型', '核准救助时段', '发放单位', '发放方式'],
    ['五保户', '城镇', '1', '县级', '资金发放'],
    ['低保户', '农村', '2', '乡镇级', '银行发放'],
  ]);
});

test('the import ledger counts grain in 公斤 as well as in 元', () => {
  const workbook = filled(reliefImport, sample);
  const [sheet, ...others] = workbook.sheets;
  const rows = sheet.rows.map((row) =>
    row?.map((value) => (value === '需口粮救助（元）' ? '需口粮救助（公斤）' : value)),
  );
  const { ledgers, findings } = readingOf({ ...workbook, sheets: [{ ...sheet, rows }, ...others] });
  expect(ledgers[0].columns.grainNeed?.unit).toBe('公斤');
  expect(findings).toEqual([]);
});

test('the village ledger has two heading rows in groups', () => {
  const [plan] = blankForm(villageLedger, 2);
  expect(plan.page?.titleRows).toEqual({ from: 3, to: 4 });
  const merged = plan.merges.map(areaName);
  expect(merged).toContain('A1:AM1');
  expect(merged).toContain('A3:A4');
  expect(merged).toContain('B3:D3');
  expect(plan.rows[2].cells.slice(0, 5).map((cell) => cell.value)).toEqual([
    '序号',
    '所在村组',
    null,
    null,
    '家庭情况',
  ]);
});

test('forms are found by id', () => {
  expect(formById('village-ledger')).toBe(villageLedger);
  expect(formById('nothing')).toBeUndefined();
});
