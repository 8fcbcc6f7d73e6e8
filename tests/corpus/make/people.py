"""Invented people for the corpus and the sample: the same ones on every run.

Identity numbers carry a right check digit under region codes that were never assigned (10xxxx), phones an
area code that does not exist (0400), accounts a prefix that no bank uses (900400). None of them is a person.
"""

from dataclasses import dataclass, field
from random import Random

SURNAMES = '陈林黄张吴杨王李刘周徐孙胡朱高何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹易常武乔贺赖龚文'
MEN = ['大山', '春生', '有田', '长河', '开顺', '光荣', '家旺', '正明', '世平', '少华', '清泉', '守义', '志远', '庆丰', '永福', '国栋', '水根', '德厚', '文彬', '成林']
WOMEN = ['秀英', '桂兰', '玉梅', '春花', '金凤', '素芬', '月娥', '彩霞', '淑珍', '小燕', '翠莲', '冬梅', '菊香', '凤仙', '惠芳', '银花']
CHILDREN = ['小宝', '思雨', '子涵', '佳怡', '浩然', '乐乐', '梦瑶', '志强', '雨欣', '天佑', '欣然', '俊杰']
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK_DIGITS = '10X98765432'


def check_digit(body: str) -> str:
    """The 18th character for the first 17 digits (GB 11643-1999)."""
    return CHECK_DIGITS[sum(int(digit) * weight for digit, weight in zip(body, WEIGHTS)) % 11]


def identity(birth: str, sequence: int, region: str = '109901') -> str:
    """An 18-character number for a birth day `yyyymmdd`; an odd `sequence` is a man's."""
    body = f'{region}{birth}{sequence:03d}'
    return body + check_digit(body)


def wrong_check(number: str) -> str:
    """The same number with another last character, so that the check digit no longer fits."""
    return number[:17] + ('5' if number[17] != '5' else '6')


def account(issued: int) -> str:
    """19 digits that satisfy Luhn and do not count up from one household to the next."""
    body = f'900400{(issued * 7919191 + 104729) % 10 ** 12:012d}'
    total = sum(sum(divmod(int(digit) * (2 if place % 2 == 0 else 1), 10)) for place, digit in enumerate(reversed(body)))
    return body + str(-total % 10)


@dataclass
class Person:
    name: str
    number: str
    sex: str
    relation: str = '户主'


@dataclass
class Household:
    head: Person
    members: list = field(default_factory=list)
    group: str = ''
    account: str = ''
    phone: str = ''
    kind: str = '其他户'

    @property
    def size(self) -> int:
        return len(self.members)


class Village:
    """Households of one invented village, always the same for the same seed."""

    def __init__(self, seed: int, region: str = '109901'):
        self.random = Random(seed)
        self.region = region
        self.issued = seed * 400
        self.heads = set()

    def person(self, man: bool, youngest: int, oldest: int, surname: str, names, relation: str) -> Person:
        year = self.random.randint(youngest, oldest)
        birth = f'{year}{self.random.randint(1, 12):02d}{self.random.randint(1, 28):02d}'
        sequence = self.random.randint(10, 480) * 2 + (1 if man else 0)
        return Person(surname + self.random.choice(names), identity(birth, sequence, self.region), '男' if man else '女', relation)

    def household(self, size: int, group: str = '', kind: str = '其他户') -> Household:
        self.issued += 1
        surname = self.random.choice(SURNAMES)
        man = self.random.random() < 0.75
        head = self.person(man, 1948, 1978, surname, MEN if man else WOMEN, '户主')
        while head.name in self.heads:
            surname = self.random.choice(SURNAMES)
            head.name = surname + head.name[1:]
        self.heads.add(head.name)
        members = [head]
        if size > 1:
            members.append(self.person(not man, 1950, 1980, self.random.choice(SURNAMES), WOMEN if man else MEN, '配偶'))
        while len(members) < size:
            boy = self.random.random() < 0.5
            members.append(self.person(boy, 1995, 2018, surname, CHILDREN, '子' if boy else '女'))
        return Household(
            head, members, group, account(self.issued), f'0400-55{self.issued % 100000:05d}', kind
        )

    def households(self, sizes, groups=('',), kinds=('其他户',)):
        return [
            self.household(size, groups[index * len(groups) // len(sizes)], kinds[index % len(kinds)])
            for index, size in enumerate(sizes)
        ]
