"""
Makes assets/sample-ledger.xlsx, the ledger that the workbench opens to try things out: python3 make-sample.py

Invented people, with something for every check and for the fill. What is planted is written to
tests/corpus/sample-ledger.expected.csv, and a test holds the program to it.
"""

import csv
import sys
from pathlib import Path

sys.dont_write_bytecode = True

from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from layouts import MEMBERS, VILLAGE, VILLAGE_TOP, VILLAGE_UNDER, born, member_row, place, village_row
from paper import AsNumber, Book, Stale, day, write_expected, wrong
from people import Village, wrong_check

ROOT = Path(__file__).resolve().parents[3]
CODE = '109901100201'
LINE = Side(style='thin', color='FF7F7F7F')
GRID = Border(left=LINE, right=LINE, top=LINE, bottom=LINE)
HEAD = PatternFill('solid', fgColor='FFDDEBF7')
SUBTOTAL = PatternFill('solid', fgColor='FFF2F2F2')
CENTRE = Alignment(horizontal='center', vertical='center', wrap_text=True)
LEFT = Alignment(horizontal='left', vertical='center')
WIDTHS = [6, 14, 9, 9, 10, 21, 14, 9, 18, 9, 11, 9, 11, 9, 12, 10, 11, 11, 11, 11, 11, 11, 9, 9, 9, 11, 9, 10, 13, 10, 10, 22, 13, 12, 12, 12, 10, 12, 26]
SUMMED = [place(VILLAGE, heading) for heading in ('家庭人口', '需救助人口', '核准救助口粮', '救助金额')]


def main():
    book = Book()
    village = Village(21)
    kinds = ['其他户', '其他户', '低保户', '其他户', '脱贫户', '其他户', '防止返贫监测对象']
    one = village.households([3, 2, 5, 1, 4, 2, 6, 3, 2, 4, 1, 3, 2], ['一组'], kinds)
    two = village.households([4, 3, 2, 5, 1, 3, 4, 2, 6, 2, 3, 1, 4], ['二组'], kinds)
    ledger(book, one, two)
    roster(book, one[:4] + two[1:3])
    instructions(book)
    book.save(ROOT / 'assets' / 'sample-ledger.xlsx', with_expected=False)
    with open(ROOT / 'tests' / 'corpus' / 'sample-ledger.expected.csv', 'w', encoding='utf-8', newline='') as file:
        write_expected(csv.writer(file, lineterminator='\n').writerow, book.expected)


def ledger(book, one, two):
    paper = book.sheet('冬春救助台账')
    paper.title('松岭乡青石村2025—2026年度冬春救助台账', len(VILLAGE), font='宋体', size=20)
    paper.line('填报单位（盖章）：松岭乡青石村村民委员会')
    paper.put(2, 15, '填报时间：2025年12月26日')
    under = ['困难等级' if heading == '困难程度' else heading for heading in VILLAGE_UNDER]
    paper.headings([VILLAGE_TOP, under])
    book.expect('冬春救助台账', f'{get_column_letter(place(VILLAGE, "困难程度"))}4', 'form-changed')
    sums = [group(paper, '一组', one, 1, changed_one(one)), group(paper, '二组', two, 14, changed_two(one, two))]
    paper.row += 1
    paper.put(paper.row, 1, '合计')
    for column in SUMMED:
        letter = get_column_letter(column)
        stored = dict(zip(sums, (value for _, cell, value in book.stale if cell in {f'{letter}{row}' for row in sums})))
        total = Stale('=' + '+'.join(f'{letter}{row}' for row in sums), sum(stored.values()))
        # The sum of the second group leaves out its last two households, and so does the sum of all.
        planted = column == place(VILLAGE, '核准救助口粮')
        paper.put(paper.row, column, wrong(total, 'total-row-differs') if planted else total)
    paper.blank().line('村（居）委会负责人：　　　　　　　乡镇审核人：　　　　　　　填表人：石会计　　　　　　　联系电话：')
    dress(paper.sheet, sums + [paper.row - 2])
    notes(paper.sheet)


def group(paper, name, homes, number, changed):
    first = paper.row + 1
    for offset, home in enumerate(homes):
        paper.rows([village_row(number + offset, home, '青石村', CODE, **{'困难程度': '重点困难户' if offset % 5 == 1 else '一般困难户', **changed.get(offset, {})})])
    last = paper.row
    paper.row += 1
    paper.put(paper.row, 1, f'{name}小计')
    for column in SUMMED:
        letter = get_column_letter(column)
        short = name == '二组' and column == place(VILLAGE, '核准救助口粮')
        end = last - 2 if short else last
        total = Stale(f'=SUM({letter}{first}:{letter}{end})', added(paper.sheet, column, range(first, end + 1)))
        paper.put(paper.row, column, wrong(total, 'total-row-differs') if short else total)
    return paper.row


def added(sheet, column, rows):
    values = (sheet.cell(row, column).value for row in rows)
    return sum(value for value in values if isinstance(value, (int, float)))


def changed_one(homes):
    empty = {'救助金额': None}
    return {
        0: empty,
        1: {'身份证号': wrong(wrong_check(homes[1].head.number), 'id-number-checksum')},
        2: empty,
        3: {'身份证号': wrong(AsNumber(int(homes[3].head.number[:15] + '000')), 'id-number-damaged')},
        4: {'需救助人口': wrong(5, 'people-in-need-exceeds-household'), '救助金额': 750},
        5: {'救助金额': wrong(450, ('relief-amount-differs', 300))},
        6: {'是否长期外出': wrong('是', 'long-absent'), '外出时间': day('2024-03-01'), '外出地': '沿海', '需救助人口': 5, '救助金额': None},
        7: {'身份证号': wrong(homes[7].head.number[:6] + ' ' + homes[7].head.number[6:14] + ' ' + homes[7].head.number[14:], ('id-number-untidy', homes[7].head.number))},
        8: empty,
        9: {'一卡通账号': wrong(None, 'cell-required-missing')},
        10: {'户口类型': wrong('城镇', 'urban-household-not-eligible'), '救助金额': None},
        11: {'公示开始日期': wrong('12月中旬', 'cell-malformed')},
        12: {'备注': '房屋受损，已修缮'},
    }


def changed_two(one, two):
    two[4].head.name = one[8].head.name
    empty = {'救助金额': None}
    return {
        0: empty,
        1: {'身份证号': wrong(two[1].head.number[:9] + two[1].head.number[10:], 'id-number-malformed')},
        2: {'填报人': wrong(None, 'cell-required-missing')},
        3: empty,
        4: {'身份证号': wrong(one[8].head.number, 'id-number-duplicate'), '一卡通账号': wrong(two[4].account, 'household-two-accounts')},
        5: {'备注': wrong('儿子、儿媳常年在外务工', 'long-absent'), '是否长期外出': None, '需救助人口': wrong(two[5].size, 'need-unchanged-despite-absence')},
        6: {'家庭人口': wrong('四口', 'cell-malformed'), '救助金额': None},
        7: empty,
        8: {'救助金额': wrong(1200, ('relief-amount-differs', 900))},
        9: {'发放方式': '资金发放', '开户银行': None, '开户名': None, '开户人与户主关系': None, '一卡通账号': None},
        10: {'救助金额': None, '备注': '危房户'},
        12: {'开户名': '石会计', '开户人与户主关系': '其他'},
    }


def dress(sheet, totals):
    last_column = len(VILLAGE)
    for column, width in enumerate(WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    # Centred over 39 columns it would stand outside the first screen.
    sheet.cell(1, 1).alignment = Alignment(horizontal='left', vertical='center', indent=20)
    sheet.row_dimensions[1].height = 36
    sheet.row_dimensions[2].height = 20
    for heading_row in (3, 4):
        sheet.row_dimensions[heading_row].height = 22 if heading_row == 3 else 50
    for cells in sheet.iter_rows(min_row=3, max_row=totals[-1], max_col=last_column):
        for cell in cells:
            cell.border = GRID
            cell.alignment = CENTRE
            if cell.row <= 4:
                cell.fill, cell.font = HEAD, Font(name='宋体', size=11, bold=True)
                continue
            if cell.row in totals:
                cell.fill, cell.font = SUBTOTAL, Font(name='宋体', size=11, bold=True)
            else:
                cell.font = Font(name='仿宋', size=11)
            if cell.column == last_column:
                cell.alignment = LEFT
            if cell.is_date:
                cell.number_format = 'yyyy-mm-dd'
            elif cell.column == place(VILLAGE, '救助金额'):
                cell.number_format = '#,##0.00'
            elif cell.row not in totals and isinstance(cell.value, str) and len(cell.value) >= 11:
                cell.number_format = '@'
    for row in range(5, totals[-1] + 1):
        sheet.row_dimensions[row].height = 22
    for row in totals:
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=4)
    for heading in ('身份证号', '一卡通账号', '行政村代码', '联系电话'):
        for row in range(5, totals[-1]):
            cell = sheet.cell(row, place(VILLAGE, heading))
            if row not in totals and not isinstance(cell.value, int):
                cell.number_format = '@'
    for heading, choices in (('户口类型', '农村,城镇'), ('是否长期外出', '是,否'), ('发放单位', '县级,乡镇级'), ('发放方式', '资金发放,银行发放')):
        letter = get_column_letter(place(VILLAGE, heading))
        validation = DataValidation(type='list', formula1=f'"{choices}"', allow_blank=True, showErrorMessage=False)
        validation.add(f'{letter}5:{letter}{totals[-1] - 1}')
        sheet.add_data_validation(validation)
    sheet.freeze_panes = 'F5'
    sheet.print_title_rows = '1:4'
    sheet.page_setup.orientation = 'landscape'
    sheet.page_setup.paperSize = 8
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.oddFooter.center.text = '第 &P 页，共 &N 页'


def notes(sheet):
    sheet.cell(4, place(VILLAGE, '身份证号')).comment = Comment('18 位，请先把整列设为文本再录入。', '乡应急办', width=200, height=60)
    sheet.cell(11, place(VILLAGE, '外出地')).comment = Comment('村组长反映：户主与长子在外务工，老人小孩在家。', '石会计', width=220, height=80)


def roster(book, homes):
    paper = book.sheet('家庭成员名册')
    paper.title('松岭乡青石村冬春救助家庭成员名册', len(MEMBERS), font='宋体', size=18)
    paper.line('填报单位（盖章）：松岭乡青石村村民委员会')
    paper.put(2, 9, '填报时间：2025年12月26日')
    paper.headings([MEMBERS])
    people = [(home, member) for home in homes for member in home.members]
    # The number of the household that the ledger spoilt stands here in full: that is where it can be looked up.
    twice = 8
    changed = {
        2: {'与户主关系': wrong(None, 'cell-required-missing')},
        twice: {'成员姓名': people[1][1].name, '成员身份证号': wrong(people[1][1].number, 'member-under-two-heads'), '性别': people[1][1].sex, '出生日期': born(people[1][1])},
        12: {'是否需救助': wrong('待核', 'cell-malformed')},
        15: {'是否长期外出': '否', '外出时间': wrong(day('2025-02-20'), 'long-absent'), '外出地': '沿海'},
    }
    paper.rows(member_row(index + 1, home, member, '青石村', **changed.get(index, {})) for index, (home, member) in enumerate(people))
    paper.blank().line('村（居）委会负责人：　　　　　　　填表人：石会计　　　　　　　填表日期：2025年12月26日')
    sheet = paper.sheet
    for column, width in enumerate([6, 10, 10, 22, 10, 22, 11, 6, 12, 9, 9, 12, 12, 16], 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.row_dimensions[3].height = 34
    for cells in sheet.iter_rows(min_row=3, max_row=3 + len(people), max_col=len(MEMBERS)):
        for cell in cells:
            cell.border, cell.alignment = GRID, CENTRE
            if cell.row == 3:
                cell.fill, cell.font = HEAD, Font(name='宋体', size=11, bold=True)
            else:
                cell.font = Font(name='仿宋', size=11)
                sheet.row_dimensions[cell.row].height = 20
            if cell.is_date:
                cell.number_format = 'yyyy-mm-dd'
    sheet.freeze_panes = 'F4'


def instructions(book):
    sheet = book.sheet('填表说明').sheet
    sheet.column_dimensions['A'].width = 90
    for row, line in enumerate((
        '填表说明',
        '一、一户一行，户主写在台账上，全部家庭成员写在“家庭成员名册”上，用户主身份证号对应。',
        '二、身份证号和一卡通账号先把单元格设为文本再录入。',
        '三、救助金额可以空着，由本软件按救助方案填列。',
        '四、这是一份样例，人名、号码、地名都是编造的，里面有意放了一些问题。',
    ), 1):
        cell = sheet.cell(row, 1, line)
        cell.font = Font(name='宋体', size=16 if row == 1 else 12, bold=row == 1)
        cell.alignment = Alignment(vertical='center', wrap_text=True)
        sheet.row_dimensions[row].height = 28


if __name__ == '__main__':
    main()
