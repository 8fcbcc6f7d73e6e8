"""The headings of the forms in the corpus, written down from the forms themselves, and one row for one household."""

from paper import day

NATIONAL = [
    '户主姓名', '户主身份证号', '户主联系方式', '家庭类型', '家庭人口（人）', '家庭住址', '需救助人口（人）',
    '已发放救助款（元）', '已发放救助物资折款（元）', '救助资金发放形式',
]

IMPORT = [
    '户主姓名', '身份证号码', '家庭人口（人）', '家庭类型', '户口类型', '行政村（社区）代码', '行政村（社区）名称',
    '需口粮救助（元）', '需取暖救助（元）', '需衣被救助（件）', '需伤病救助（元）', '需其他救助（元）', '需饮水救助（元）',
    '核准救助时段（月）', '核准救助口粮（公斤）', '核准救助衣被（件）', '核准救助金额（元）', '发放单位', '发放方式',
    '开户银行', '开户银行帐号', '开户银行地址', '村级填报人姓名', '村级填报日期', '备注',
]
IMPORT_RED = set(IMPORT) - {
    '需口粮救助（元）', '需取暖救助（元）', '需衣被救助（件）', '需伤病救助（元）', '需其他救助（元）', '需饮水救助（元）',
    '开户银行', '开户银行帐号', '开户银行地址', '备注',
}

VILLAGE_GROUPS = [
    ('序号', ['^']),
    ('所在村组', ['行政村代码', '行政村', '村民小组']),
    ('家庭情况', ['户主姓名', '身份证号', '联系电话', '户口类型', '家庭类型', '家庭人口（人）', '需救助人口（人）']),
    ('受灾情况', ['受灾类型', '困难程度']),
    ('外出情况', ['是否长期外出', '外出时间', '外出地']),
    ('申报需救助', ['需口粮救助（公斤）', '需取暖救助（元）', '需衣被救助（件）', '需伤病救助（元）', '需饮水救助（元）', '需其他救助（元）']),
    ('核准救助', ['核准救助时段（月）', '核准救助口粮（公斤）', '核准救助衣被（件）', '救助金额（元）']),
    ('发放', ['发放单位', '发放方式', '开户银行', '开户名', '开户人与户主关系', '一卡通账号', '开户银行地址']),
    ('评议和公示', ['民主评议日期', '公示开始日期', '公示结束日期']),
    ('填报', ['填报人', '填报日期']),
    ('备注', ['^']),
]
VILLAGE_TOP = [word for top, under in VILLAGE_GROUPS for word in [top] + ['>'] * (len(under) - 1)]
VILLAGE_UNDER = [word for _, under in VILLAGE_GROUPS for word in under]
VILLAGE = [top if under == '^' else under for top, under in zip(VILLAGE_TOP, VILLAGE_UNDER)]

MEMBERS = [
    '序号', '行政村', '户主姓名', '户主身份证号', '成员姓名', '成员身份证号', '与户主关系', '性别', '出生日期', '是否需救助',
    '是否长期外出', '外出时间', '外出地', '备注',
]


def place(headings, heading):
    """The column of a heading, from 1; the unit in brackets may be left out."""
    for column, text in enumerate(headings, 1):
        if text == heading or text.split('（元')[0].split('（人')[0].split('（公斤')[0].split('（件')[0].split('（月')[0] == heading:
            return column
    raise KeyError(heading)


def row(headings, values, changed):
    cells = [values.get(heading) for heading in headings]
    for heading, value in changed.items():
        cells[place(headings, heading) - 1] = value
    return cells


def national_row(home, address, **changed):
    return row(NATIONAL, {
        '户主姓名': home.head.name, '户主身份证号': home.head.number, '户主联系方式': home.phone, '家庭类型': home.kind,
        '家庭人口（人）': home.size, '家庭住址': address, '需救助人口（人）': home.size,
        '已发放救助款（元）': home.size * 150, '救助资金发放形式': '一卡通发放',
    }, changed)


def import_row(home, village, code, **changed):
    return row(IMPORT, {
        '户主姓名': home.head.name, '身份证号码': home.head.number, '家庭人口（人）': home.size, '家庭类型': home.kind,
        '户口类型': '农村', '行政村（社区）代码': code, '行政村（社区）名称': village, '需取暖救助（元）': home.size * 150,
        '核准救助时段（月）': 3, '核准救助口粮（公斤）': home.size * 45, '核准救助衣被（件）': 1,
        '核准救助金额（元）': home.size * 150, '发放单位': '乡镇级', '发放方式': '银行发放', '开户银行': '松岭信用社',
        '开户银行帐号': home.account, '村级填报人姓名': '石会计', '村级填报日期': day('2025-12-26'),
    }, changed)


def village_row(number, home, village, code, **changed):
    return row(VILLAGE, {
        '序号': number, '行政村代码': code, '行政村': village, '村民小组': home.group, '户主姓名': home.head.name,
        '身份证号': home.head.number, '联系电话': home.phone, '户口类型': '农村', '家庭类型': home.kind,
        '家庭人口（人）': home.size, '需救助人口（人）': home.size, '受灾类型': '洪涝', '困难程度': '一般困难户',
        '是否长期外出': '否', '需口粮救助（公斤）': home.size * 45, '核准救助时段（月）': 3,
        '核准救助口粮（公斤）': home.size * 45, '核准救助衣被（件）': 1, '救助金额（元）': home.size * 150,
        '发放单位': '乡镇级', '发放方式': '银行发放', '开户银行': '松岭信用社', '开户名': home.head.name,
        '开户人与户主关系': '本人', '一卡通账号': home.account, '民主评议日期': day('2025-12-10'),
        '公示开始日期': day('2025-12-12'), '公示结束日期': day('2025-12-21'), '填报人': '石会计', '填报日期': day('2025-12-26'),
    }, changed)


def born(person):
    birth = person.number[6:14]
    return day(f'{birth[:4]}-{birth[4:6]}-{birth[6:]}')


def member_row(number, home, member, village, **changed):
    return row(MEMBERS, {
        '序号': number, '行政村': village, '户主姓名': home.head.name, '户主身份证号': home.head.number,
        '成员姓名': member.name, '成员身份证号': member.number, '与户主关系': '本人' if member is home.head else member.relation,
        '性别': member.sex, '出生日期': born(member), '是否需救助': '是', '是否长期外出': '否',
    }, changed)
