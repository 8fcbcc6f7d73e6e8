"""
Makes the workbooks of tests/corpus, with openpyxl and LibreOffice: python3 make-corpus.py

Nothing here comes from the program under test. Each workbook holds a sheet 预期 that names every mistake planted in it;
for .csv and fake .xls files the same table stands beside them as NAME.expected.csv.
"""

import csv
import shutil
import subprocess
import sys
import tempfile
from io import StringIO
from pathlib import Path

sys.dont_write_bytecode = True

from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.datavalidation import DataValidation

from layouts import (
    IMPORT, IMPORT_RED, MEMBERS, NATIONAL, VILLAGE, VILLAGE_TOP, VILLAGE_UNDER,
    born, import_row, member_row, national_row, place, row, village_row,
)
from paper import AsNumber, Book, Stale, day, write_expected, wrong
from people import Village, wrong_check

CORPUS = Path(__file__).resolve().parent.parent
CODE = '109901100201'


def national_clean():
    book = Book()
    sheet = book.sheet('应急统表10')
    sheet.title('受灾人员冬春生活政府救助人口一览表', len(NATIONAL))
    sheet.line('填报单位（盖章）：样例县松岭乡青石村', '表　　号：应急统表10')
    sheet.line('', '制定机关：应急管理部')
    sheet.line('', '2025年12月')
    sheet.headings([NATIONAL])
    first = sheet.row + 1
    homes = Village(1).households([3, 2, 5, 1, 4, 2, 6, 3], kinds=['其他户', '低保户'])
    sheet.rows(national_row(home, f'青石村{index % 4 + 1}组') for index, home in enumerate(homes))
    sheet.sums('合计', [5, 7, 8], first, sheet.row)
    sheet.blank().line('单位负责人：　　　　统计负责人：　　　　填表人：石会计　　　　报出日期：2025年12月26日')
    sheet.widths(12, 22, 15, 14, 10, 24, 11, 14, 14, 14)
    book.save(CORPUS / 'national-roster-clean.xlsx')


def national_mistakes():
    book = Book()
    sheet = book.sheet('应急统表10')
    sheet.title('受灾人员冬春生活政府救助人口一览表', len(NATIONAL))
    sheet.line('填报单位（盖章）：样例县松岭乡柳溪村', '单位：元')
    sheet.headings([NATIONAL])
    first = sheet.row + 1
    homes = Village(2).households([3, 2, 5, 1, 4, 2, 6, 3, 2, 4, 1, 3])
    changed = [
        {},
        {'户主身份证号': wrong(wrong_check(homes[1].head.number), 'id-number-checksum')},
        {'户主身份证号': wrong(AsNumber(int(homes[2].head.number[:15] + '000')), 'id-number-damaged')},
        {'家庭类型': wrong(None, 'cell-required-missing')},
        {'需救助人口（人）': wrong(5, 'people-in-need-exceeds-household'), '已发放救助款（元）': 750},
        {'家庭人口（人）': wrong('两口人', 'cell-malformed')},
        {'已发放救助款（元）': wrong(1000, ('relief-amount-differs', 900))},
        {'户主身份证号': wrong(homes[0].head.number, 'id-number-two-names')},
        {'户主身份证号': wrong(homes[8].head.number[:6] + ' ' + homes[8].head.number[6:], ('id-number-untidy', homes[8].head.number))},
        {'已发放救助款（元）': wrong('陆佰元', 'cell-malformed')},
        {'户主姓名': wrong('　', 'cell-required-missing')},
        {'户主身份证号': wrong(homes[11].head.number[:17], 'id-number-malformed')},
    ]
    sheet.rows(national_row(home, f'柳溪村{index % 3 + 1}组', **change) for index, (home, change) in enumerate(zip(homes, changed)))
    last = sheet.row
    # One cell of each of two columns cannot be read, so only the third column can be added up.
    sheet.sums('合计', [], first, last, typed={5: 36, 7: wrong(36, 'total-row-differs'), 8: 5500})
    sheet.line('单位负责人：　　　　统计负责人：　　　　填表人：石会计')
    sheet.widths(12, 22, 15, 14, 10, 24, 11, 14, 14, 14)
    book.save(CORPUS / 'national-roster-mistakes.xlsx')


def import_sheet(book, headings=IMPORT, name='冬春救助'):
    sheet = book.sheet(name)
    sheet.row = 1
    sheet.sheet.merge_cells('A1:J1')
    note = sheet.put(1, 1, '填写说明：1.红色标题的列必须填写；2.行政村（社区）代码和名称按查询列表填写；3.发放方式为“银行发放”时，开户银行和帐号必须填写。')
    note.font = Font(name='楷体', size=12, color='FFFF0000')
    sheet.sheet.row_dimensions[1].height = 48
    sheet.headings([headings], red=IMPORT_RED)
    for heading, choices in (('家庭类型', '五保户,低保户,重点优抚对象,其他户'), ('户口类型', '城镇,农村'), ('发放方式', '资金发放,银行发放')):
        if heading in headings:
            letter = get_column_letter(headings.index(heading) + 1)
            validation = DataValidation(type='list', formula1=f'"{choices}"', allow_blank=True)
            validation.add(f'{letter}3:{letter}200')
            sheet.sheet.add_data_validation(validation)
    sheet.sheet.freeze_panes = 'C3'
    return sheet


def dictionary(book):
    sheet = book.sheet('字典').sheet
    for words in (('家庭类型', '户口类型', '发放方式'), ('五保户', '城镇', '资金发放'), ('低保户', '农村', '银行发放'), ('重点优抚对象',), ('其他户',)):
        sheet.append(words)
    sheet.sheet_state = 'hidden'


def import_clean():
    book = Book()
    sheet = import_sheet(book)
    homes = Village(3).households([2, 4, 3, 1, 5, 2])
    sheet.rows(import_row(home, '上坪村', CODE) for home in homes)
    dictionary(book)
    return book


def import_mistakes():
    book = Book()
    sheet = import_sheet(book)
    homes = Village(4).households([2, 4, 3, 1, 5, 2, 3, 6, 2, 1])
    number = homes[3].head.number
    changed = [
        {},
        {'身份证号码': wrong(AsNumber(int(homes[1].head.number[:17] + '0') // 16 * 16), 'id-number-damaged')},
        {'身份证号码': wrong(f'{number[0]}.{number[1:6]}E+17', 'id-number-damaged')},
        {'开户银行帐号': wrong(None, 'cell-required-missing')},
        {'发放方式': '资金发放', '开户银行': None, '开户银行帐号': None},
        {'村级填报日期': wrong('12月底', 'cell-malformed')},
        {'核准救助金额（元）': wrong('', 'cell-required-missing')},
        {'户口类型': wrong('居民', 'cell-malformed')},
        {'身份证号码': wrong('1099O1' + homes[8].head.number[6:], 'id-number-malformed')},
        {'身份证号码': homes[9].head.number, '备注': wrong('常年在外务工', 'long-absent')},
    ]
    sheet.rows(import_row(home, '云台村', CODE, **change) for home, change in zip(homes, changed))
    dictionary(book)
    return book


def import_changed():
    """A column left out, one renamed, one put in, one at another place."""
    book = Book()
    headings = list(IMPORT)
    headings.remove('开户银行地址')
    headings[headings.index('核准救助口粮（公斤）')] = '核准粮食（公斤）'
    headings.insert(headings.index('村级填报人姓名'), '包村干部')
    headings.remove('户口类型')
    headings.insert(headings.index('发放单位'), '户口类型')
    sheet = import_sheet(book, headings)
    for heading in ('包村干部', '户口类型'):
        book.expect('冬春救助', f'{get_column_letter(headings.index(heading) + 1)}2', 'form-changed')
    book.expect('冬春救助', f'{get_column_letter(headings.index("核准粮食（公斤）") + 1)}2', 'form-changed')
    book.expect('冬春救助', f'{get_column_letter(headings.index("开户银行帐号") + 1)}2', 'form-changed')
    for home in Village(5).households([2, 3, 1, 4]):
        values = dict(zip(IMPORT, import_row(home, '双河村', CODE)))
        values |= {'核准粮食（公斤）': values['核准救助口粮（公斤）'], '包村干部': '田干事'}
        sheet.rows([row(headings, values, {})])
    book.save(CORPUS / 'relief-import-changed.xlsx')


def village_sheet(book, village, name='冬春救助台账'):
    sheet = book.sheet(name)
    sheet.title(f'松岭乡{village}2025—2026年度冬春救助台账', len(VILLAGE), font='方正小标宋简体')
    sheet.line(f'填报单位（盖章）：松岭乡{village}村民委员会', '填报时间：2025年12月26日')
    sheet.headings([VILLAGE_TOP, VILLAGE_UNDER])
    sheet.sheet.freeze_panes = 'F5'
    return sheet


SUMMED = [place(VILLAGE, heading) for heading in ('家庭人口', '需救助人口', '救助金额')]


def village_clean():
    """Sums that were last calculated before rows were added: only the stored results are out of date."""
    book = Book()
    book.workbook.epoch = CALENDAR_MAC_1904
    sheet = village_sheet(book, '大湾村')
    first = sheet.row + 1
    homes = Village(6).households([3, 2, 5, 1, 4, 2, 6, 3, 2, 4], groups=['一组', '二组'])
    sheet.rows(village_row(index, home, '大湾村', CODE) for index, home in enumerate(homes, 1))
    sheet.sums('合计', SUMMED, first, sheet.row, cached={column: 7 for column in SUMMED})
    sheet.line('村（居）委会负责人：　　　　乡镇审核人：　　　　填表人：石会计　　　　联系电话：')
    book.save(CORPUS / 'village-ledger-clean.xlsx')


def village_wps():
    """What WPS gives back after a village has worked in it: groups with 小计, a heading again on page two, rows hidden by a filter."""
    book = Book()
    sheet = village_sheet(book, '青石村')
    village = Village(7)
    groups = [village.households([3, 2, 5, 1], ['一组']), village.households([4, 2, 6], ['二组']), village.households([3, 2, 4, 1], ['三组'])]
    short = '109901' + groups[1][1].head.number[6:]
    changed = {
        (0, 1): {'身份证号': wrong('\u200b' + groups[0][1].head.number + '\u00a0', ('id-number-untidy', groups[0][1].head.number))},
        (0, 2): {'需救助人口': wrong(6, 'people-in-need-exceeds-household'), '救助金额': 900},
        (0, 3): {'是否长期外出': wrong('是', 'long-absent'), '外出地': '邻省'},
        (1, 0): {'一卡通账号': wrong(None, 'cell-required-missing')},
        (1, 1): {'身份证号': wrong(wrong_check(short), 'id-number-checksum')},
        (1, 2): {'救助金额': wrong(750, ('relief-amount-differs', 900))},
        (2, 0): {'身份证号': wrong(groups[0][0].head.number, 'id-number-two-names')},
        (2, 1): {'备注': wrong('户主长期在外打工', 'long-absent'), '是否长期外出': None, '需救助人口': wrong(groups[2][1].size, 'need-unchanged-despite-absence')},
        (2, 2): {'公示开始日期': wrong('2025年12月', 'cell-malformed')},
        (2, 3): {'外出时间': wrong(day('2025-03-01'), 'long-absent')},
    }
    number, sums = 0, []
    for group, homes in enumerate(groups):
        first = sheet.row + 1
        for index, home in enumerate(homes):
            number += 1
            sheet.rows([village_row(number, home, '青石村', CODE, **changed.get((group, index), {}))])
        sheet.sums('小计', SUMMED, first, sheet.row, cached={column: 0 for column in SUMMED})
        sums.append(sheet.row)
        if group == 1:
            # 小计 of the second group leaves out its last household.
            column = SUMMED[2]
            letter = get_column_letter(column)
            sheet.sheet.cell(sheet.row, column).value = None
            book.stale = [entry for entry in book.stale if entry[1] != f'{letter}{sheet.row}']
            sheet.put(sheet.row, column, wrong(f'=SUM({letter}{first}:{letter}{sheet.row - 2})', 'total-row-differs'))
            sheet.headings([VILLAGE_TOP, VILLAGE_UNDER])
    sheet.row += 1
    sheet.put(sheet.row, 1, '合计')
    for column in SUMMED:
        letter = get_column_letter(column)
        if column == SUMMED[2]:
            sheet.put(sheet.row, column, wrong(Stale('=' + '+'.join(f'{letter}{row}' for row in sums), 4650), 'total-row-differs'))
        else:
            sheet.put(sheet.row, column, Stale('=' + '+'.join(f'{letter}{row}' for row in sums), 1))
    sheet.line('村（居）委会负责人：　　　　乡镇审核人：　　　　填表人：石会计　　　　联系电话：')
    page = sheet.sheet
    page.row_dimensions[8].hidden = True
    page.column_dimensions[get_column_letter(place(VILLAGE, '开户银行地址'))].hidden = True
    page.cell(5, place(VILLAGE, '身份证号')).quotePrefix = True
    page.cell(6, place(VILLAGE, '户主姓名')).comment = Comment('已与本人核对', '石会计')
    letter = get_column_letter(SUMMED[2])
    page.conditional_formatting.add(f'{letter}5:{letter}30', CellIsRule(operator='greaterThan', formula=['1000'], font=Font(color='FF9C0006')))
    validation = DataValidation(type='list', formula1='"是,否"', allow_blank=True)
    validation.add('N5:N30')
    page.add_data_validation(validation)
    page.print_title_rows = '1:4'
    page.page_setup.orientation = 'landscape'
    page.page_setup.paperSize = 8
    page.oddFooter.center.text = '第 &P 页'
    return book


def members():
    """A household ledger and its members in one workbook: a head stands on both sheets and is no duplicate."""
    book = Book()
    village = Village(8)
    homes = village.households([3, 2, 4, 1], groups=['一组'])
    ledger = village_sheet(book, '柳溪村')
    ledger.rows(village_row(index, home, '柳溪村', CODE) for index, home in enumerate(homes, 1))
    sheet = book.sheet('家庭成员名册')
    sheet.title('柳溪村冬春救助家庭成员名册', len(MEMBERS), size=16)
    sheet.line('填报单位（盖章）：松岭乡柳溪村村民委员会', '填报时间：2025年12月26日')
    sheet.headings([MEMBERS])
    people = [(home, member) for home in homes for member in home.members]
    changed = {
        1: {'成员身份证号': wrong(people[1][1].number.lower().replace('x', 'Ｘ') if 'X' in people[1][1].number else people[1][1].number[:17] + '０１２３４５６７８９'[int(people[1][1].number[17])], ('id-number-untidy', people[1][1].number))},
        2: {'与户主关系': wrong(None, 'cell-required-missing')},
        4: {'成员身份证号': wrong(people[2][1].number, 'member-under-two-heads'), '成员姓名': people[2][1].name, '性别': people[2][1].sex, '出生日期': born(people[2][1])},
        6: {'是否需救助': wrong('待定', 'cell-malformed')},
        7: {'户主身份证号': wrong(AsNumber(int(people[7][0].head.number[:15] + '000')), 'id-number-damaged')},
        8: {'外出时间': wrong('2024.3', 'long-absent'), '外出地': '沿海'},
    }
    sheet.rows(member_row(index + 1, home, member, '柳溪村', **changed.get(index, {})) for index, (home, member) in enumerate(people))
    book.save(CORPUS / 'member-roster-mistakes.xlsx')


PAYOUT = ['序号', '户主姓名', '身份证号', '行政村(社区)', '开户银行', '开户银行账号', '核准救助金额(元)', '领取人签字']


def payout_list():
    """A list a county prints: a title, a line with the unit at the right, no form that we know."""
    book = Book()
    sheet = book.sheet('发放名册')
    sheet.title('2025年冬春生活救助资金发放名册', len(PAYOUT))
    sheet.line('统计单位：松岭乡', '单位：元、户')
    sheet.headings([[text.replace('(', '\n(') for text in PAYOUT]])
    homes = Village(9).households([3, 2, 5, 1, 4, 2])
    numbers = [home.head.number for home in homes]
    numbers[2] = wrong('/' + numbers[2], 'id-number-malformed')
    numbers[4] = wrong(wrong_check(numbers[4]), 'id-number-checksum')
    amounts = [home.size * 150 for home in homes]
    amounts[3] = wrong('－150', 'cell-malformed')
    first = sheet.row + 1
    sheet.rows([index, home.head.name, number, '上坪村', '松岭信用社', home.account, amount, None] for index, (home, number, amount) in enumerate(zip(homes, numbers, amounts), 1))
    sheet.sums(wrong('合计：5 户', 'total-row-differs'), [], first, sheet.row)
    sheet.blank().line('制表人：石会计', '制表时间：2026-01-05')
    sheet.widths(6, 12, 22, 14, 16, 24, 14, 12)
    book.save(CORPUS / 'unlisted-payout-list.xlsx')


def three_heading_rows():
    """Three heading rows, money in 万元, two villages one under the other with a line for each."""
    book = Book()
    sheet = book.sheet('汇总到户')
    top = ['序号', '户主基本情况', '>', '>', '救助情况', '>', '>', '>', '备注']
    middle = ['^', '姓名', '身份证号码', '行政村', '人口', '>', '资金', '物资', '^']
    bottom = ['^', '^', '^', '^', '家庭人口', '需救助人口', '救助金额', '救助物资折款', '^']
    sheet.title('松岭乡冬春救助到户汇总表', len(top))
    sheet.line('填报单位：松岭乡人民政府', '单位：万元、人')
    sheet.headings([top, middle, bottom])
    village = Village(10)
    number, totals = 0, []
    for name, sizes in (('云台村', [3, 2, 4]), ('双河村', [2, 5, 1])):
        first = sheet.row + 1
        for home in village.households(sizes):
            number += 1
            amount = home.size * 0.015
            if number == 2:
                amount = wrong(0.045, ('relief-amount-differs', 0.03))
            sheet.rows([[number, home.head.name, home.head.number, name, home.size, home.size, amount, None, None]])
        sheet.sums(f'{name}小计', [5, 6], first, sheet.row)
        totals.append(sheet.row)
        sheet.put(sheet.row, 7, 0.15 if name == '云台村' else wrong(0.13, 'total-row-differs'))
    sheet.row += 1
    sheet.put(sheet.row, 1, '总计')
    for column in (5, 6):
        letter = get_column_letter(column)
        sheet.put(sheet.row, column, '=' + '+'.join(f'{letter}{row}' for row in totals))
    sheet.widths(8, 12, 22, 12, 10, 10, 12, 12, 12)
    book.save(CORPUS / 'unlisted-three-heading-rows.xlsx')


def no_ledger():
    """Statistics and an explanation: sheets in which no household stands."""
    book = Book()
    sheet = book.sheet('需救助情况统计表')
    sheet.title('受灾人员冬春生活需救助情况统计表', 5)
    sheet.line('填报单位：松岭乡', '单位：户、人、元')
    sheet.headings([['单位', '冬春救助', '>', '>', '备注'], ['^', '救助户数', '救助人数', '救助金额', '^']])
    first = sheet.row + 1
    sheet.rows([['青石村', 35, 98, 14700, None], ['柳溪村', 28, 77, 11550, None]])
    sheet.sums('合计', [2, 3, 4], first, sheet.row)
    notes = book.sheet('填表说明').sheet
    for line in ('一、本表由乡镇汇总。', '二、户主姓名、身份证号填在台账里，不填在本表。', '三、单位为元。'):
        notes.append([line])
    book.save(CORPUS / 'no-ledger.xlsx')


def returned_twice():
    """Two villages that name the same person; checked together."""
    homes = Village(11).households([3, 2, 4])
    others = Village(12).households([2, 5, 1])
    first = Book()
    sheet = village_sheet(first, '青石村')
    sheet.rows(village_row(index, home, '青石村', CODE) for index, home in enumerate(homes, 1))
    first.save(CORPUS / 'two-villages' / '1-qingshi.xlsx')
    second = Book()
    sheet = village_sheet(second, '云台村')
    others[1].head.name = homes[2].head.name
    sheet.rows(
        village_row(index, home, '云台村', CODE, **({'身份证号': wrong(homes[2].head.number, 'id-number-duplicate'), '一卡通账号': wrong(others[1].account, 'household-two-accounts')} if index == 2 else {}))
        for index, home in enumerate(others, 1)
    )
    second.save(CORPUS / 'two-villages' / '2-yuntai.xlsx')


def text_files():
    """The same list as .csv in two encodings, and as the HTML table that old systems name .xls."""
    homes = Village(13).households([3, 2, 5, 1, 4])
    homes[0].head.name = '䶮·阿依古丽'
    headings = ['序号', '行政村', '户主姓名', '身份证号', '家庭人口（人）', '需救助人口（人）', '救助金额（元）', '一卡通账号', '备注']
    rows, expected = [], []
    for index, home in enumerate(homes, 1):
        rows.append([str(index), '上坪村', home.head.name, home.head.number, str(home.size), str(home.size), str(home.size * 150), home.account, ''])
    rows[1][3] = '1.09901E+17'
    rows[2][5] = '6'
    rows[3][6] = '300'
    rows[4][8] = '全家外出务工，地址不详'
    for cell, check, repair in (('D3', 'id-number-damaged', None), ('F4', 'people-in-need-exceeds-household', None), ('G5', 'relief-amount-differs', 150), ('F6', 'need-unchanged-despite-absence', None), ('I6', 'long-absent', None)):
        expected.append(('', cell, check, repair))
    plain = StringIO()
    csv.writer(plain, lineterminator='\r\n').writerows([headings] + rows)
    for name, encoding in (('roster-utf8.csv', 'utf-8-sig'), ('roster-gb18030.csv', 'gb18030')):
        (CORPUS / name).write_bytes(plain.getvalue().encode(encoding))
        beside(name, expected)
    body = ''.join('<tr>' + ''.join(f'<td>{value}</td>' for value in line) + '</tr>\n' for line in [headings] + rows)
    html = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset=gbk"></head><body><table border="1">\n{body}</table></body></html>'
    (CORPUS / 'roster-html.xls').write_bytes(html.replace('䶮', '龚').encode('gbk'))
    beside('roster-html.xls', expected)


def beside(name, expected):
    with open(CORPUS / f'{name}.expected.csv', 'w', encoding='utf-8', newline='') as file:
        write_expected(csv.writer(file, lineterminator='\n').writerow, expected)


def through_libreoffice(book: Book, name: str, kind: str):
    """The workbook opened in LibreOffice and saved by it."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / 'in' / f'{Path(name).stem}.xlsx'
        book.save(source)
        subprocess.run(
            ['soffice', f'-env:UserInstallation=file://{folder}/profile', '--headless', '--convert-to', kind, '--outdir', folder, str(source)],
            check=True, capture_output=True,
        )
        shutil.copyfile(Path(folder) / f'{source.stem}.{kind.split(":")[0]}', CORPUS / name)


def main():
    national_clean()
    national_mistakes()
    import_clean().save(CORPUS / 'relief-import-clean.xlsx')
    import_mistakes().save(CORPUS / 'relief-import-mistakes.xlsx')
    import_changed()
    village_clean()
    village_wps().save(CORPUS / 'village-ledger-wps.xlsx')
    members()
    payout_list()
    three_heading_rows()
    no_ledger()
    returned_twice()
    text_files()
    through_libreoffice(village_wps(), 'village-ledger-libreoffice.xlsx', 'xlsx')
    through_libreoffice(import_mistakes(), 'relief-import-mistakes.xls', 'xls:MS Excel 97')
    through_libreoffice(import_clean(), 'relief-import-clean.xls', 'xls:MS Excel 97')


if __name__ == '__main__':
    main()
