"""Writes workbooks as township offices make them, with openpyxl, and notes what is wrong in them on a sheet 预期."""

import re
import zipfile
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

THIN = Side(style='thin', color='FF000000')
GRID = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
GREY = PatternFill('solid', fgColor='FFE7E6E6')
MIDDLE = Alignment(horizontal='center', vertical='center', wrap_text=True)
TEXT = '@'


@dataclass
class Wrong:
    """A cell with a planted mistake: what is written, and each check that must find it with the repair it offers."""

    value: object
    checks: tuple
    format: str = None


def wrong(value, *checks, format=None) -> Wrong:
    """`checks` are ids, or pairs of id and repair."""
    return Wrong(value, tuple(check if isinstance(check, tuple) else (check, None) for check in checks), format)


@dataclass
class AsNumber:
    """An identity number or account that somebody typed as a number."""

    value: int


@dataclass
class Stale:
    """A formula together with the value that was last calculated, which may be out of date."""

    formula: str
    cached: object


class Book:
    def __init__(self):
        self.workbook = Workbook()
        self.workbook.remove(self.workbook.active)
        self.expected = []
        self.stale = []

    def sheet(self, name: str) -> 'Paper':
        return Paper(self, self.workbook.create_sheet(name))

    def expect(self, sheet: str, cell: str, check: str, repair=None):
        self.expected.append((sheet, cell, check, repair))

    def bytes(self, with_expected=True) -> bytes:
        if with_expected:
            sheet = self.workbook.create_sheet('预期')
            write_expected(sheet.append, self.expected)
            for column, width in zip('ABCD', (18, 10, 34, 24)):
                sheet.column_dimensions[column].width = width
            for row in sheet.iter_rows(min_row=2):
                for cell in row:
                    cell.number_format = TEXT
        out = BytesIO()
        self.workbook.save(out)
        if with_expected:
            self.workbook.remove(self.workbook['预期'])
        return settle(out.getvalue(), self.workbook, self.stale)

    def save(self, path: Path, with_expected=True):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(self.bytes(with_expected))


def write_expected(append, expected):
    append(['工作表', '单元格', '检查', '改为'])
    for entry in expected:
        append(list(entry))


class Paper:
    """One sheet, filled from the top down."""

    def __init__(self, book: Book, sheet, font='宋体'):
        self.book = book
        self.sheet = sheet
        self.font = font
        self.row = 0
        self.columns = 1

    def put(self, row: int, column: int, value, *, style=None):
        cell = self.sheet.cell(row, column)
        if isinstance(value, Wrong):
            for check, repair in value.checks:
                self.book.expect(self.sheet.title, cell.coordinate, check, repair)
            if value.format:
                cell.number_format = value.format
            value = value.value
        if isinstance(value, AsNumber):
            cell.value = value.value
            cell.number_format = '0'
        elif isinstance(value, Stale):
            cell.value = value.formula
            self.book.stale.append((self.sheet.title, cell.coordinate, value.cached))
        else:
            cell.value = value
            if isinstance(value, str) and not value.startswith('=') and cell.number_format == 'General' and len(value) >= 11:
                cell.number_format = TEXT
        if style:
            style(cell)
        return cell

    def title(self, text: str, columns: int, font='黑体', size=18):
        self.columns = columns
        self.row += 1
        self.sheet.merge_cells(start_row=self.row, start_column=1, end_row=self.row, end_column=columns)
        cell = self.put(self.row, 1, text)
        cell.font = Font(name=font, size=size, bold=True)
        cell.alignment = MIDDLE
        self.sheet.row_dimensions[self.row].height = 32
        return self

    def line(self, left: str = '', right: str = ''):
        """A line above or under the table: one text at the left edge, one at the right."""
        self.row += 1
        if left:
            self.put(self.row, 1, left).font = Font(name=self.font, size=11)
        if right:
            cell = self.put(self.row, self.columns, right)
            cell.font = Font(name=self.font, size=11)
            cell.alignment = Alignment(horizontal='right')
        return self

    def blank(self):
        self.row += 1
        return self

    def headings(self, rows, red=()):
        """`rows` from the top down; `'>'` continues the heading at the left, `'^'` the one above."""
        top = self.row + 1
        for offset, row in enumerate(rows):
            for column, text in enumerate(row, 1):
                if text in ('>', '^'):
                    continue
                cell = self.put(top + offset, column, text)
                bottom, right = top + offset, column
                while right < len(row) and row[right] == '>':
                    right += 1
                while bottom - top + 1 < len(rows) and rows[bottom - top + 1][column - 1] == '^':
                    bottom += 1
                if (bottom, right) != (top + offset, column):
                    self.sheet.merge_cells(start_row=top + offset, start_column=column, end_row=bottom, end_column=right)
        for row in self.sheet.iter_rows(min_row=top, max_row=top + len(rows) - 1, max_col=len(rows[0])):
            for cell in row:
                cell.border, cell.fill, cell.alignment = GRID, GREY, MIDDLE
                colour = 'FFFF0000' if cell.value in red else 'FF000000'
                cell.font = Font(name=self.font, size=11, bold=True, color=colour)
        self.row = top + len(rows) - 1
        self.columns = len(rows[0])
        return self

    def rows(self, rows):
        for values in rows:
            self.row += 1
            for column, value in enumerate(values, 1):
                self.put(self.row, column, value, style=self.body)
        return self

    def body(self, cell):
        cell.border = GRID
        cell.font = Font(name='仿宋', size=11)
        cell.alignment = Alignment(vertical='center', horizontal='center' if not isinstance(cell.value, str) or len(cell.value) < 12 else None)

    def sums(self, label: str, columns, first: int, last: int, cached=None, typed=None):
        """A 小计 or 合计 row; `columns` are summed by formulas, `cached` holds values last calculated, `typed` plain values."""
        self.row += 1
        for column in range(1, self.columns + 1):
            self.body(self.sheet.cell(self.row, column))
        self.put(self.row, 1, label)
        for column in columns:
            letter = get_column_letter(column)
            formula = f'=SUM({letter}{first}:{letter}{last})'
            self.put(self.row, column, Stale(formula, cached[column]) if cached and column in cached else formula)
        for column, value in (typed or {}).items():
            self.put(self.row, column, value)
        return self

    def widths(self, *widths):
        for column, width in enumerate(widths, 1):
            self.sheet.column_dimensions[get_column_letter(column)].width = width
        return self


def settle(data: bytes, workbook, stale) -> bytes:
    """The same package with fixed times, and with the values that formulas last gave."""
    paths = {sheet.title: f'xl/worksheets/sheet{index}.xml' for index, sheet in enumerate(workbook.worksheets, 1)}
    values = {}
    for sheet, cell, cached in stale:
        values.setdefault(paths[sheet], {})[cell] = cached
    source = zipfile.ZipFile(BytesIO(data))
    out = BytesIO()
    with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = source.read(name)
            if name == 'docProps/core.xml':
                part = re.sub(rb'\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ', b'2025-01-08T09:00:00Z', part)
            for cell, cached in values.get(name, {}).items():
                pattern = rf'(<c r="{cell}"[^>]*><f>[^<]*</f>)<v\s*/>|(<c r="{cell}"[^>]*><f>[^<]*</f>)<v></v>'
                part, count = re.subn(
                    pattern.encode(), lambda found: (found[1] or found[2]) + f'<v>{cached}</v>'.encode(), part
                )
                if count != 1:
                    raise ValueError(f'no formula at {cell} in {name}')
            target.writestr(zipfile.ZipInfo(name, (2025, 1, 8, 9, 0, 0)), part, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def day(text: str) -> datetime:
    return datetime.strptime(text, '%Y-%m-%d')
