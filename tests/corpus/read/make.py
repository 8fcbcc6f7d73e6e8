"""Makes openpyxl.xlsx; the other two files here are the same workbook converted by LibreOffice 7.4:

    python3 make.py
    soffice --headless --convert-to xls openpyxl.xlsx && mv openpyxl.xls libreoffice.xls
    soffice --headless --convert-to xlsx --outdir /tmp openpyxl.xlsx && mv /tmp/openpyxl.xlsx libreoffice.xlsx

They show the reader files by other hands. The ID number is the specimen of GB 11643; the names are invented.
"""
import datetime

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

workbook = Workbook()
sheet = workbook.active
sheet.title = '台账'
sheet.append(['大湾村冬春救助台账'])
sheet.merge_cells('A1:F1')
sheet.append(['户主姓名', '身份证号', '救助人口', '救助金额', '填报日期', '备注'])
for index in range(1, 6):
    row = index + 2
    note = '' if index % 2 else '现金 <&> "好"'
    sheet.append([f'杨文梅{index}', '11010519491231002X', index, f'=C{row}*150', datetime.date(2026, 1, index), note])
    sheet.cell(row, 4).number_format = '0.00'
    sheet.cell(row, 5).number_format = 'yyyy"年"m"月"d"日"'
sheet['A8'] = '合计'
sheet['D8'] = '=SUM(D3:D7)'
sheet['B8'] = 110105194912310020
sheet['B8'].number_format = '0'
sheet['F4'].comment = Comment('请核对账号', '核查')
sheet.row_dimensions[5].hidden = True
sheet.column_dimensions['C'].hidden = True
sheet.column_dimensions['B'].width = 22
sheet.row_dimensions[1].height = 30
sheet.freeze_panes = 'B3'
sheet['A1'].font = Font(name='方正小标宋简体', size=22, bold=True)
sheet['A1'].alignment = Alignment(horizontal='center', vertical='center')
sheet['A2'].fill = PatternFill('solid', fgColor='FFEB9C')
sheet['A2'].border = Border(left=Side('thin'), bottom=Side('thin'))
sheet['F3'].protection = Protection(locked=False)
sheet.protection.sheet = True
words = workbook.create_sheet('字典')
words.append(['五保户'])
words.sheet_state = 'hidden'
workbook.save('openpyxl.xlsx')
