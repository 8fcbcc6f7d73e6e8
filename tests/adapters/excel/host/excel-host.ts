import { a1, areaName, parseArea, type Area } from '../../../../src/core/workbook/cell';
import { HostError, HostObject, Wire } from './wire';

/** What stands in one cell of the pretended Excel. */
interface HostCell {
  value: string | number | boolean;
  formula?: string;
  numberFormat: string;
  look: Record<string, unknown>;
}

interface HostFormat {
  readonly id: string;
  readonly areas: readonly Area[];
  readonly type: string;
  formula: string;
  color: string;
}

let nextId = 1;

/** A sheet of the pretended Excel, for tests to fill and look into. */
export class HostSheet {
  readonly id = `{sheet-${nextId++}}`;
  readonly cells = new Map<string, HostCell>();
  merges: Area[] = [];
  formats: HostFormat[] = [];
  frozen: { rows: number; columns: number } | undefined;
  isProtected = false;
  /** Protection may still allow formatting. */
  allowsFormatting = false;
  visibility = 'Visible';
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  readonly columnWidths = new Map<number, number>();
  readonly rowHeights = new Map<number, number>();
  readonly page: Record<string, unknown> = {};
  readonly validations: { readonly area: Area; readonly rule: unknown }[] = [];
  readonly breaks: string[] = [];
  /** Page set-up members that this Excel does not take, as Excel without a printer does. */
  readonly ignoredPageMembers = new Set<string>();

  isLocked(row: number, column: number): boolean {
    return this.peek(row, column)?.look.locked !== false;
  }

  refuseFormatting(): void {
    if (this.isProtected && !this.allowsFormatting) throw new HostError('AccessDenied', 'the sheet is protected');
  }

  constructor(public name: string) {}

  at(row: number, column: number): HostCell {
    const key = a1(row, column);
    const cell = this.cells.get(key) ?? { value: '', numberFormat: 'General', look: {} };
    this.cells.set(key, cell);
    return cell;
  }

  peek(row: number, column: number): HostCell | undefined {
    return this.cells.get(a1(row, column));
  }

  /** As typing does: text cells keep text; elsewhere digits become a number of 15 digits, `'` makes text, `=` a formula. */
  type(row: number, column: number, typed: unknown): void {
    if (this.merges.some((merge) => within(merge, row, column) && (merge.top !== row || merge.left !== column))) return;
    const cell = this.at(row, column);
    cell.formula = undefined;
    if (typeof typed !== 'string' || cell.numberFormat === '@') {
      cell.value = (typed ?? '') as HostCell['value'];
    } else if (typed.startsWith("'")) cell.value = typed.slice(1);
    else if (typed.startsWith('=')) {
      cell.formula = typed;
      cell.value = 0;
    } else if (/^-?\d+(\.\d+)?$/.test(typed)) cell.value = Number(Number(typed).toPrecision(15));
    else cell.value = typed;
  }

  used(): Area | null {
    let area: Area | null = null;
    for (const [name, cell] of this.cells) {
      if (cell.value === '' && !cell.formula) continue;
      const one = parseArea(name);
      if (!one) continue;
      area = area
        ? {
            top: Math.min(area.top, one.top),
            left: Math.min(area.left, one.left),
            bottom: Math.max(area.bottom, one.bottom),
            right: Math.max(area.right, one.right),
          }
        : one;
    }
    return area;
  }
}

const within = (area: Area, row: number, column: number) =>
  row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
const wholeSheet: Area = { top: 1, left: 1, bottom: 1_048_576, right: 16_384 };

/** The pretended Excel: a workbook, the wire it listens on, and the events it sends. */
export class ExcelHost {
  readonly sheets: HostSheet[] = [];
  readonly wire = new Wire(() => new Workbook(this));
  name = '台账.xlsx';
  date1904 = false;
  eventsOn = true;
  isStructureProtected = false;
  selected = '';
  active = '';
  readonly listeners = new Map<string, number>();
  onEvent: ((event: unknown) => void) | undefined;

  add(name: string): HostSheet {
    const sheet = new HostSheet(name);
    this.sheets.push(sheet);
    return sheet;
  }

  sheet(name: string): HostSheet {
    const found = this.sheets.find((sheet) => sheet.name === name || sheet.id === name);
    if (!found) throw new HostError('ItemNotFound', `no sheet ${name}`);
    return found;
  }

  /** Acts as the person: types and lets Excel tell its listeners. */
  personTypes(name: string, row: number, column: number, typed: unknown): void {
    const sheet = this.sheet(name);
    sheet.type(row, column, typed);
    this.tell(10, 'Workbook', {
      address: a1(row, column),
      changeType: 'RangeEdited',
      source: 'Local',
      worksheetId: sheet.id,
      shiftDirection: '',
      referenceId: '',
    });
  }

  /** Acts as the person: selects cells. */
  personSelects(name: string, address: string): void {
    this.tell(14, 'Workbook', { address, worksheetId: this.sheet(name).id });
  }

  /** Acts as the person: rows are inserted, and Excel says so. */
  personInsertsRow(name: string, row: number): void {
    this.tell(10, 'Workbook', {
      address: `${row}:${row}`,
      changeType: 'RowInserted',
      source: 'Local',
      worksheetId: this.sheet(name).id,
      shiftDirection: '',
      referenceId: '',
    });
  }

  tell(type: number, target: string, message: object): void {
    if (!this.eventsOn) return;
    this.onEvent?.({ messageCategory: 65536, messageType: type, targetId: target, message: JSON.stringify(message) });
  }
}

class Workbook extends HostObject {
  constructor(private readonly host: ExcelHost) {
    super();
  }
  get Name() {
    return this.host.name;
  }
  get Worksheets() {
    return new Worksheets(this.host);
  }
  get Application() {
    return new Application();
  }
  get Protection() {
    return new WorkbookProtection(this.host);
  }
  get _Runtime() {
    return new Runtime(this.host);
  }
  get Functions() {
    return new Functions(this.host);
  }
}

class WorkbookProtection extends HostObject {
  constructor(private readonly host: ExcelHost) {
    super();
  }
  get Protected() {
    return this.host.isStructureProtected;
  }
}

class Application extends HostObject {
  SuspendApiCalculationUntilNextSync() {}
  SuspendScreenUpdatingUntilNextSync() {}
}

class Runtime extends HostObject {
  constructor(private readonly host: ExcelHost) {
    super();
  }
  get EnableEvents() {
    return this.host.eventsOn;
  }
  set EnableEvents(on: boolean) {
    this.host.eventsOn = on;
  }
}

class Functions extends HostObject {
  constructor(private readonly host: ExcelHost) {
    super();
  }
  Date(year: number, month: number, day: number) {
    const days = Math.round((Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / 86_400_000);
    return new FunctionResult(this.host.date1904 ? days - 1462 : days);
  }
}

class FunctionResult extends HostObject {
  constructor(private readonly result: number) {
    super();
  }
  override get scalars() {
    return ['Value', 'Error'];
  }
  get Value() {
    return this.result;
  }
  get Error() {
    return '';
  }
}

class Worksheets extends HostObject {
  constructor(private readonly host: ExcelHost) {
    super();
  }
  override get items() {
    return this.host.sheets.map((sheet) => new Worksheet(this.host, sheet));
  }
  override item(key: unknown) {
    return new Worksheet(this.host, this.host.sheet(String(key)));
  }
  GetItem(key: string) {
    return this.item(key);
  }
  GetItemOrNullObject(key: string) {
    const found = this.host.sheets.find((sheet) => sheet.name === key || sheet.id === key);
    return found ? new Worksheet(this.host, found) : null;
  }
  Add(name: string) {
    if (this.host.isStructureProtected) throw new HostError('AccessDenied', 'the structure is protected');
    if (this.host.sheets.some((sheet) => sheet.name === name)) throw new HostError('ItemAlreadyExists', name);
    return new Worksheet(this.host, this.host.add(name));
  }
  _RegisterDataChangedEvent() {
    this.host.listeners.set('changed', (this.host.listeners.get('changed') ?? 0) + 1);
  }
  _UnregisterDataChangedEvent() {
    this.host.listeners.set('changed', (this.host.listeners.get('changed') ?? 0) - 1);
  }
  _RegisterSelectionChangedEvent() {
    this.host.listeners.set('selected', (this.host.listeners.get('selected') ?? 0) + 1);
  }
  _UnregisterSelectionChangedEvent() {
    this.host.listeners.set('selected', (this.host.listeners.get('selected') ?? 0) - 1);
  }
}

class Worksheet extends HostObject {
  constructor(
    private readonly host: ExcelHost,
    private readonly sheet: HostSheet,
  ) {
    super();
  }
  override get scalars() {
    return ['Name', 'Id', 'Visibility'];
  }
  get Id() {
    return this.sheet.id;
  }
  get Name() {
    return this.alive().name;
  }
  get Visibility() {
    return this.alive().visibility;
  }
  set Visibility(visibility: string) {
    this.alive().visibility = visibility;
  }
  get FreezePanes() {
    return new FreezePanes(this.host, this.alive());
  }
  get Protection() {
    return new Protection(this.alive());
  }
  get PageLayout() {
    return new PageLayout(this.alive());
  }
  get HorizontalPageBreaks() {
    return new PageBreaks(this.alive());
  }
  GetRange(address?: string) {
    return new Range(this.host, this.alive(), address ? areaOfAddress(address) : wholeSheet);
  }
  GetRanges(address: string) {
    if (address.split(',').length > 30 || address.length > 255)
      throw new HostError('InvalidArgument', 'too many areas');
    return new RangeAreas(this.host, this.alive(), address.split(',').map(areaOfAddress));
  }
  GetRangeByIndexes(row: number, column: number, rows: number, columns: number) {
    return new Range(this.host, this.alive(), {
      top: row + 1,
      left: column + 1,
      bottom: row + rows,
      right: column + columns,
    });
  }
  GetUsedRangeOrNullObject(_valuesOnly?: boolean) {
    const used = this.alive().used();
    return used && new Range(this.host, this.sheet, used);
  }
  Activate() {
    this.host.active = this.alive().name;
  }
  Delete() {
    this.alive();
    if (this.host.sheets.length === 1) throw new HostError('InvalidOperation', 'the last sheet stays');
    this.host.sheets.splice(this.host.sheets.indexOf(this.sheet), 1);
  }
  private alive(): HostSheet {
    if (!this.host.sheets.includes(this.sheet)) throw new HostError('ItemNotFound', 'the sheet was deleted');
    return this.sheet;
  }
}

function areaOfAddress(address: string): Area {
  const plain = address.replace(/^.*!/, '');
  const rows = /^(\d+):(\d+)$/.exec(plain);
  if (rows) return { ...wholeSheet, top: Number(rows[1]), bottom: Number(rows[2]) };
  const columns = /^([A-Z]+):([A-Z]+)$/.exec(plain);
  const area = columns ? parseArea(`${columns[1]}1:${columns[2]}1048576`) : parseArea(plain);
  if (!area) throw new HostError('InvalidArgument', `address ${address}`);
  return area;
}

class FreezePanes extends HostObject {
  constructor(
    private readonly host: ExcelHost,
    private readonly sheet: HostSheet,
  ) {
    super();
  }
  GetLocationOrNullObject() {
    const { frozen } = this.sheet;
    return frozen
      ? new Range(this.host, this.sheet, {
          top: 1,
          left: 1,
          bottom: frozen.rows || 1_048_576,
          right: frozen.columns || 16_384,
        })
      : null;
  }
  Unfreeze() {
    this.sheet.frozen = undefined;
  }
  FreezeRows(rows: number) {
    this.sheet.frozen = { rows, columns: 0 };
  }
  FreezeColumns(columns: number) {
    this.sheet.frozen = { rows: 0, columns };
  }
  FreezeAt(range: Range) {
    this.sheet.frozen = { rows: range.area.bottom, columns: range.area.right };
  }
}

class Protection extends HostObject {
  constructor(private readonly sheet: HostSheet) {
    super();
  }
  get Protected() {
    return this.sheet.isProtected;
  }
  get Options() {
    return this.sheet.isProtected ? { allowFormatCells: this.sheet.allowsFormatting } : null;
  }
}

class Range extends HostObject {
  constructor(
    private readonly host: ExcelHost,
    private readonly sheet: HostSheet,
    readonly area: Area,
  ) {
    super();
  }
  override get scalars() {
    return ['Address', 'RowIndex', 'ColumnIndex', 'RowCount', 'ColumnCount'];
  }
  get Address() {
    return `'${this.sheet.name}'!${areaName(this.area)}`;
  }
  get RowIndex() {
    return this.area.top - 1;
  }
  get ColumnIndex() {
    return this.area.left - 1;
  }
  get RowCount() {
    return this.area.bottom - this.area.top + 1;
  }
  get ColumnCount() {
    return this.area.right - this.area.left + 1;
  }
  get Values() {
    return this.map((row, column) => this.sheet.peek(row, column)?.value ?? '');
  }
  set Values(values: unknown) {
    this.spread(values, (row, column, value) => {
      if (value === null) return;
      if (this.sheet.isProtected && this.sheet.isLocked(row, column))
        throw new HostError('AccessDenied', 'the sheet is protected');
      this.sheet.type(row, column, value);
    });
  }
  get Formulas() {
    return this.map(
      (row, column) => this.sheet.peek(row, column)?.formula ?? this.sheet.peek(row, column)?.value ?? '',
    );
  }
  get NumberFormat() {
    return this.map((row, column) => this.sheet.peek(row, column)?.numberFormat ?? 'General');
  }
  set NumberFormat(formats: unknown) {
    this.sheet.refuseFormatting();
    this.spread(formats, (row, column, format) => {
      this.sheet.at(row, column).numberFormat = String(format);
    });
  }
  get Format() {
    return new Format(this.sheet, this.area);
  }
  get ConditionalFormats() {
    return new ConditionalFormats(this.host, this.sheet, [this.area]);
  }
  get DataValidation() {
    return new DataValidation(this.sheet, this.area);
  }
  _ValidateArraySize(rows: number, columns: number) {
    if (rows !== this.RowCount || columns !== this.ColumnCount) throw new HostError('InvalidArgument', 'array size');
  }
  GetRow(row: number) {
    return new Range(this.host, this.sheet, { ...this.area, top: this.area.top + row, bottom: this.area.top + row });
  }
  GetBoundingRect(other: Range) {
    return new Range(this.host, this.sheet, {
      top: Math.min(this.area.top, other.area.top),
      left: Math.min(this.area.left, other.area.left),
      bottom: Math.max(this.area.bottom, other.area.bottom),
      right: Math.max(this.area.right, other.area.right),
    });
  }
  GetRowProperties(_asked: unknown) {
    return Array.from({ length: this.RowCount }, (_, at) => ({
      rowHidden: this.sheet.hiddenRows.has(this.area.top + at),
    }));
  }
  GetCellProperties(_asked: unknown) {
    return this.map((row, column) => ({ format: { protection: { locked: this.sheet.isLocked(row, column) } } }));
  }
  GetColumnProperties(_asked: unknown) {
    return Array.from({ length: this.ColumnCount }, (_, at) => ({
      columnHidden: this.sheet.hiddenColumns.has(this.area.left + at),
    }));
  }
  GetSpecialCellsOrNullObject(type: string) {
    if (type !== 'Formulas') throw new HostError('NotImplemented', `special cells ${type}`);
    const found = [...this.sheet.cells].filter(([, cell]) => cell.formula).map(([name]) => areaOfAddress(name));
    return found.length > 0 ? new RangeAreas(this.host, this.sheet, found) : null;
  }
  GetMergedAreasOrNullObject() {
    return this.sheet.merges.length > 0 ? new RangeAreas(this.host, this.sheet, this.sheet.merges) : null;
  }
  Merge() {
    this.sheet.merges = [...this.sheet.merges, this.area];
  }
  Unmerge() {
    this.sheet.merges = this.sheet.merges.filter((merge) => !within(this.area, merge.top, merge.left));
  }
  Clear() {
    this.sheet.refuseFormatting();
    for (const name of [...this.sheet.cells.keys()]) {
      const { top, left } = areaOfAddress(name);
      if (within(this.area, top, left)) this.sheet.cells.delete(name);
    }
  }
  Select() {
    this.host.selected = `${this.sheet.name}!${areaName(this.area)}`;
  }
  private map<T>(give: (row: number, column: number) => T): T[][] {
    return Array.from({ length: this.RowCount }, (_, down) =>
      Array.from({ length: this.ColumnCount }, (_cell, across) => give(this.area.top + down, this.area.left + across)),
    );
  }
  private spread(values: unknown, take: (row: number, column: number, value: unknown) => void) {
    const rows = Array.isArray(values) ? (values as unknown[][]) : undefined;
    if (rows && (rows.length !== this.RowCount || rows.some((row) => row.length !== this.ColumnCount)))
      throw new HostError('InvalidArgument', 'array size');
    for (let down = 0; down < this.RowCount; down++) {
      for (let across = 0; across < this.ColumnCount; across++)
        take(this.area.top + down, this.area.left + across, rows ? rows[down][across] : values);
    }
  }
}

class RangeAreas extends HostObject {
  constructor(
    private readonly host: ExcelHost,
    private readonly sheet: HostSheet,
    private readonly list: readonly Area[],
  ) {
    super();
  }
  get Address() {
    return this.list.map((area) => `'${this.sheet.name}'!${areaName(area)}`).join(',');
  }
  get Areas() {
    return new RangeCollection(this.list.map((area) => new Range(this.host, this.sheet, area)));
  }
  get ConditionalFormats() {
    return new ConditionalFormats(this.host, this.sheet, this.list);
  }
}

class RangeCollection extends HostObject {
  constructor(private readonly ranges: readonly Range[]) {
    super();
  }
  override get items() {
    return this.ranges;
  }
}

class Format extends HostObject {
  constructor(
    private readonly sheet: HostSheet,
    private readonly area: Area,
  ) {
    super();
  }
  get Font() {
    return new Look(this.paint('font'), ['Name', 'Size', 'Bold', 'Color']);
  }
  get Fill() {
    return new Look(this.paint('fill'), ['Color']);
  }
  get Protection() {
    return new FormatProtection(this.sheet, this.area);
  }
  get Borders() {
    return new Borders(this.paint('border'));
  }
  set HorizontalAlignment(value: string) {
    this.paint('horizontal')('value', value);
  }
  set VerticalAlignment(value: string) {
    this.paint('vertical')('value', value);
  }
  set WrapText(value: boolean) {
    this.paint('wrap')('value', value);
  }
  set ColumnWidth(points: number) {
    for (let column = this.area.left; column <= this.area.right; column++) this.sheet.columnWidths.set(column, points);
  }
  set RowHeight(points: number) {
    for (let row = this.area.top; row <= this.area.bottom; row++) this.sheet.rowHeights.set(row, points);
  }
  private paint(what: string) {
    return (name: string, value: unknown) => {
      for (let row = this.area.top; row <= this.area.bottom; row++) {
        for (let column = this.area.left; column <= this.area.right; column++)
          this.sheet.at(row, column).look[`${what}.${name}`] = value;
      }
    };
  }
}

/** Write-only looks: each property set is painted over the cells. */
class Look extends HostObject {
  constructor(paint: (name: string, value: unknown) => void, names: readonly string[]) {
    super();
    for (const name of names)
      Object.defineProperty(this, name, { set: (value: unknown) => paint(name, value), get: () => null });
  }
}

class FormatProtection extends HostObject {
  constructor(
    private readonly sheet: HostSheet,
    private readonly area: Area,
  ) {
    super();
  }
  /** Nothing where the cells differ. */
  get Locked() {
    let first: boolean | undefined;
    for (let row = this.area.top; row <= this.area.bottom; row++) {
      for (let column = this.area.left; column <= this.area.right; column++) {
        const locked = this.sheet.isLocked(row, column);
        if (first !== undefined && first !== locked) return null;
        first = locked;
      }
    }
    return first ?? null;
  }
}

class Borders extends HostObject {
  constructor(private readonly paint: (name: string, value: unknown) => void) {
    super();
  }
  override item(edge: unknown) {
    return new Look((_name, value) => this.paint(String(edge), value), ['Style', 'Color', 'Weight']);
  }
  GetItem(edge: string) {
    return this.item(edge);
  }
}

class ConditionalFormats extends HostObject {
  constructor(
    private readonly host: ExcelHost,
    private readonly sheet: HostSheet,
    private readonly areas: readonly Area[],
  ) {
    super();
  }
  override get items() {
    return this.sheet.formats.map((format) => new ConditionalFormat(this.host, this.sheet, format));
  }
  override item(key: unknown) {
    const format = this.sheet.formats.find((other) => other.id === key);
    if (!format) throw new HostError('ItemNotFound', `no conditional format ${String(key)}`);
    return new ConditionalFormat(this.host, this.sheet, format);
  }
  GetItem(key: string) {
    return this.item(key);
  }
  Add(type: string) {
    this.sheet.refuseFormatting();
    const format: HostFormat = { id: `{format-${nextId++}}`, areas: this.areas, type, formula: '', color: '' };
    this.sheet.formats.push(format);
    return new ConditionalFormat(this.host, this.sheet, format);
  }
}

class ConditionalFormat extends HostObject {
  constructor(
    private readonly host: ExcelHost,
    private readonly sheet: HostSheet,
    private readonly format: HostFormat,
  ) {
    super();
  }
  override get scalars() {
    return ['Type', 'Id'];
  }
  get Id() {
    return this.format.id;
  }
  get Type() {
    return this.format.type;
  }
  get Custom() {
    return new CustomFormat(this.format);
  }
  get CustomOrNullObject() {
    return this.format.type === 'Custom' ? new CustomFormat(this.format) : null;
  }
  GetRanges() {
    return new RangeAreas(this.host, this.sheet, this.format.areas);
  }
  Delete() {
    this.sheet.formats = this.sheet.formats.filter((other) => other !== this.format);
  }
}

class CustomFormat extends HostObject {
  constructor(private readonly format: HostFormat) {
    super();
  }
  get Rule() {
    return new FormatRule(this.format);
  }
  get Format() {
    return new FormatLook(this.format);
  }
}

class FormatRule extends HostObject {
  constructor(private readonly format: HostFormat) {
    super();
  }
  get Formula() {
    return this.format.formula;
  }
  set Formula(formula: string) {
    this.format.formula = formula;
  }
}

class FormatLook extends HostObject {
  constructor(private readonly format: HostFormat) {
    super();
  }
  get Fill() {
    return new Look(
      (_name, value) => {
        this.format.color = String(value);
      },
      ['Color'],
    );
  }
}

class DataValidation extends HostObject {
  constructor(
    private readonly sheet: HostSheet,
    private readonly area: Area,
  ) {
    super();
  }
  set Rule(rule: unknown) {
    this.sheet.validations.push({ area: this.area, rule });
  }
}

class PageLayout extends HostObject {
  constructor(private readonly sheet: HostSheet) {
    super();
    for (const name of ['PaperSize', 'Orientation', 'Zoom', 'TopMargin', 'RightMargin', 'BottomMargin', 'LeftMargin']) {
      Object.defineProperty(this, name, {
        set: (value: unknown) => {
          if (!sheet.ignoredPageMembers.has(name)) sheet.page[name] = value;
        },
        get: () => sheet.page[name] ?? unsetPage[name],
      });
    }
  }
  get HeadersFooters() {
    return new HeadersFooters(this.sheet);
  }
  SetPrintTitleRows(rows: string) {
    if (!this.sheet.ignoredPageMembers.has('PrintTitleRows')) this.sheet.page.PrintTitleRows = rows;
  }
  GetPrintTitleRowsOrNullObject() {
    const rows = this.sheet.page.PrintTitleRows as string | undefined;
    return rows === undefined ? null : new TitleRows(this.sheet, rows);
  }
}

/** What a new sheet has. */
const unsetPage: Readonly<Record<string, unknown>> = {
  PaperSize: 'Letter',
  Orientation: 'Portrait',
  Zoom: { scale: 100 },
  TopMargin: 54,
  RightMargin: 50,
  BottomMargin: 54,
  LeftMargin: 50,
};

class TitleRows extends HostObject {
  constructor(
    private readonly sheet: HostSheet,
    private readonly rows: string,
  ) {
    super();
  }
  get Address() {
    return `'${this.sheet.name}'!${this.rows}`;
  }
}

class HeadersFooters extends HostObject {
  constructor(private readonly sheet: HostSheet) {
    super();
  }
  get DefaultForAllPages() {
    return new HeaderFooter(this.sheet);
  }
}

class HeaderFooter extends HostObject {
  constructor(sheet: HostSheet) {
    super();
    for (const name of ['CenterHeader', 'CenterFooter'])
      Object.defineProperty(this, name, {
        set: (value: unknown) => {
          if (!sheet.ignoredPageMembers.has(name)) sheet.page[name] = value;
        },
        get: () => sheet.page[name] ?? '',
      });
  }
}

class PageBreaks extends HostObject {
  constructor(private readonly sheet: HostSheet) {
    super();
  }
  Add(address: string) {
    this.sheet.breaks.push(address);
    return new HostObject();
  }
}
