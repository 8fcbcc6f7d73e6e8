import { createRequire } from 'node:module';

const { utils, write } = createRequire(import.meta.url)('@e965/xlsx');

/** The bytes of a ledger of invented households, their members on a second sheet; names, addresses and remarks as long and rare as they come. */
export function paperLedger(count) {
  const households = Array.from({ length: count }, (_, index) => household(index, count));
  const members = households.flatMap((row, index) => membersOf(row, index));
  const book = utils.book_new();
  utils.book_append_sheet(book, sheetOf([['示范乡2025—2026年度冬春救助台账'], headings, ...households]), '台账');
  utils.book_append_sheet(book, sheetOf([memberHeadings, ...members]), '家庭成员');
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true });
}

const headings = [
  '序号',
  '行政村',
  '村民小组',
  '户主姓名',
  '身份证号',
  '联系电话',
  '家庭住址',
  '户口类型',
  '家庭类型',
  '家庭人口（人）',
  '需救助人口（人）',
  '受灾类型',
  '困难程度',
  '需口粮救助（公斤）',
  '需取暖救助（元）',
  '需衣被救助（件）',
  '核准救助时段（月）',
  '核准救助口粮（公斤）',
  '核准救助衣被（件）',
  '救助金额（元）',
  '发放方式',
  '开户银行',
  '开户名',
  '开户人与户主关系',
  '一卡通账号',
  '备注',
];
const memberHeadings = ['户主姓名', '户主身份证号', '成员姓名', '成员身份证号', '与户主关系', '性别', '是否需救助'];

const villages = ['青石村', '柳溪村', '上坪村', '云台村', '双河口居民委员会', '大湾布依族苗族村'];
const kinds = ['低保户', '分散供养特困人员', '脱贫户', '防止返贫监测对象', '低保户、残疾人家庭', '其他户'];
const rareNames = ['阿卜杜热西提·艾合买提江·吐尔逊', '王㐂旺', '𠮷田松', '欧阳春晓', '麦麦提·吐尔逊', '李䶮𬭊'];
const remarks = [
  '房屋受损',
  '',
  '',
  '因洪涝农作物绝收，房屋一间倒塌，户主常年患病，家中无劳动力，生活确有困难',
  '',
  '走访核实',
];

function household(index, count) {
  const size = 1 + (index % 7);
  const inNeed = 1 + ((index * 5) % size);
  const name = index % 11 === 3 ? rareNames[Math.floor(index / 11) % rareNames.length] : nameOf(index);
  return [
    index + 1,
    villages[Math.floor((index * villages.length) / Math.max(1, count))],
    `${'一二三四五六'[index % 6]}组`,
    name,
    identity(index),
    `19900${String((index * 77_773 + 31) % 1_000_000).padStart(6, '0')}`,
    index % 9 === 4
      ? '示范县示范乡大湾布依族苗族村云台山易地扶贫搬迁集中安置点第三片区十二栋二单元五零二室'
      : `示范乡${'一二三四五六'[index % 6]}组${index + 1}号`,
    '农村',
    kinds[index % kinds.length],
    size,
    inNeed,
    '洪涝',
    index % 3 === 0 ? '重点困难户' : '一般困难户',
    15 * inNeed,
    index % 2 === 0 ? 200 : null,
    index % 4 === 0 ? 2 : null,
    3,
    15 * inNeed,
    index % 2,
    150 * inNeed,
    index % 40 === 7 ? '资金发放' : '银行发放',
    '示范县农村信用合作联社示范分社',
    name,
    '本人',
    account(index),
    remarks[index % remarks.length],
  ];
}

function membersOf(row, index) {
  return Array.from({ length: row[9] }, (_, place) => [
    row[3],
    row[4],
    place === 0 ? row[3] : nameOf(index * 7 + place + 31),
    place === 0 ? row[4] : identity(100_000 + index * 7 + place),
    place === 0 ? '本人' : '其他',
    '',
    place < row[10] ? '是' : '否',
  ]);
}

function sheetOf(rows) {
  return utils.aoa_to_sheet(rows);
}

const surnames = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹';
const givens = '安本昌成春达德发芳富光贵国海和恒红洪华怀惠吉佳建江金锦菊康兰';

const nameOf = (index) =>
  surnames[(index * 7) % surnames.length] +
  givens[(index * 11) % givens.length] +
  givens[Math.floor(index / 3) % givens.length];

/** An identity number with a right check character under a region that was never assigned. */
function identity(index) {
  const day = new Date(Date.UTC(1950, 0, 1 + ((index * 37) % 18_000))).toISOString().slice(0, 10).replace(/-/g, '');
  const first = `109901${day}${String((Math.floor((index * 37) / 18_000) % 999) + 1).padStart(3, '0')}`;
  let product = 0;
  for (const digit of first) product = ((product + Number(digit)) * 2) % 11;
  const check = (12 - product) % 11;
  return first + (check === 10 ? 'X' : String(check));
}

function account(index) {
  const digits = `620000${String((index * 7_919_191 + 104_729) % 1_000_000_000).padStart(12, '0')}`;
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return digits + String((10 - (sum % 10)) % 10);
}
