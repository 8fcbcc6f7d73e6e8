import type { IsoDate } from '../../src/core/ledger/dates';
import { formatYuan, type Fen } from '../../src/core/ledger/money';
import { entitlementOf, type Household } from '../../src/core/policy/entitlement';
import { goodsFor, type Good } from '../../src/core/policy/goods';
import { policyOn } from '../../src/core/policy/policy';
import { schemeById, schemes } from '../../src/schemes';

/**
 * What each scheme gives, household by household, as a relief officer would work it out by hand. 应得 is one amount, a
 * range (`200—500`, `450 起`), or the reason why there is none.
 */
const worked: Readonly<Record<string, string>> = {
  shangzhai: `
    | 需救助人口 | 家庭人口 | 户口类型 | 应得 |
    | 1          | 1        | 农村     | 150 |
    | 3          | 4        | 农村     | 450 |
    | 5          | 5        | 农业     | 750 |
    | 3          | 4        |          | 450 |
    | 3          | 4        | 城镇     | 户口类型是城镇，本方案只救助农村户口。 |
    | 3          | 4        | 非农业户口 | 户口类型是城镇，本方案只救助农村户口。 |
    | 3          | 4        | 集体     | 户口类型看不出是农村还是城镇，本方案只救助农村户口，请先核实。 |
    | 5          | 4        | 农村     | 需救助人口多于家庭人口，请先核对人数。 |
    |            | 4        | 农村     | 需救助人口没有填写，不能计算。 |`,
  zhonggang: `
    | 困难程度   | 需救助人口 | 应得 |
    | 重点困难户 | 1          | 600—1000 |
    | 重点       | 7          | 630—1000 |
    | 重点困难户 | 11         | 990—1000 |
    | 重点困难户 | 12         | 方案的标准在这一户上相互矛盾：不低于 1080 元，又不超过 1000 元，请向下达方案的单位问清。 |
    | 一般困难户 | 1          | 200—500 |
    | 一般困难户 | 3          | 270—500 |
    | 一般       | 5          | 450—500 |
    | 一般困难户 | 6          | 方案的标准在这一户上相互矛盾：不低于 540 元，又不超过 500 元，请向下达方案的单位问清。 |
    | 一般困难户 |            | 200—500 |
    |            | 3          | 看不出属于方案的哪一类（重点困难户、一般困难户），请先填写类别。 |`,
  'disaster-type-in-kind': `
    | 受灾类型         | 需救助人口 | 口粮（斤） | 棉被（床） | 棉衣裤（套） | 取暖（元） |
    | 作物绝收         | 3          | 360—540    |            |              |            |
    | 房屋倒损         | 3          | 270—720    | 2—4        | 3            | 300—500    |
    | 其他             | 3          | 180—450    |            |              |            |
    | 绝收、房屋倒损   | 3          | 270—720    | 2—4        | 3            | 300—500    |
    | 绝收、其他困难户 | 1          | 120—180    |            |              |            |`,
  shicheng: `
    | 家庭类型     | 需救助人口 | 应得 |
    | 脱贫户       | 2          | 260 |
    | 一般农户     | 4          | 520 |
    | 低保户       | 2          | 260 起 |
    | 五保户       | 1          | 130 起 |
    | 监测户       | 3          | 390 起 |
    |              | 2          | 没有填写类别，看不出是否属于可以提高标准的人员。 |`,
  yingjisha: `
    | 家庭类型     | 需救助人口 | 应得 |
    | 特困户       | 1          | 475 |
    | 返贫监测对象 | 4          | 1616 |
    | 低保户       | 3          | 1212 |
    | 农村低保     | 3          | 1212 |
    | 低保户、监测户 | 3        | 1212 |
    | 一般户       | 5          | 1795 |
    | 特困户、低保户 | 1        | 同时属于特困户、低保户，各类标准不同，请先确定按哪一类。 |
    | 军属         | 2          | 看不出属于方案的哪一类（特困户、返贫监测对象、低保户、一般户），请先填写类别。 |`,
  yongle: `
    | 困难程度 | 需救助人口 | 应得 |
    | 一类     | 3          | 方案没有说明标准是每人还是每户，请向下达方案的单位问清后写入救助标准。 |`,
  datong: `
    | 家庭类型   | 需救助人口 | 应得 |
    | 一般户     | 2          | 540 |
    | 脱贫户     | 2          | 540 起 |
    | 低保户     | 1          | 270 起 |
    | 困难残疾户 | 3          | 810 起 |`,
  hechuan: `
    | 需救助人口 | 应得   | 衣被（件） |
    | 1          | 150 起 | 1—2 |
    | 4          | 600 起 | 4—8 |`,
  yanxi: `
    | 需救助人口 | 应得 |
    | 2          | 300 起 |
    | 0          | 需救助人口是 0，没有可救助的人。 |`,
  qianxinan: `
    | 需救助人口 | 口粮（斤） | 棉被（床） | 棉衣裤（套） | 取暖（元） |
    | 1          | 0—180      | 1—2        | 1            | 0—500      |
    | 4          | 0—720      | 1—2        | 4            | 0—500      |`,
  'province-range': `
    | 需救助人口 | 应得 |
    | 1          | 100—300 |
    | 6          | 600—1800 |
    | 7          | 700—2000 |
    | 20         | 2000 |
    | 21         | 方案的标准在这一户上相互矛盾：不低于 2100 元，又不超过 2000 元，请向下达方案的单位问清。 |`,
};

test('every scheme that ships has worked households', () => {
  expect(Object.keys(worked).sort()).toEqual(schemes.map(({ id }) => id).sort());
});

const columns: Readonly<Record<string, keyof Household>> = {
  需救助人口: 'peopleInNeed',
  家庭人口: 'householdSize',
  户口类型: 'registrationType',
  家庭类型: 'householdType',
  困难程度: 'severity',
  受灾类型: 'disasterType',
};
const goods: Readonly<Record<string, Good>> = {
  '口粮（斤）': 'grain',
  '棉被（床）': 'quilts',
  '棉衣裤（套）': 'clothes',
  '衣被（件）': 'bedding',
  '取暖（元）': 'heating',
};

const cases = Object.entries(worked).flatMap(([id, table]) => {
  const [headings, ...rows] = table
    .trim()
    .split('\n')
    .map((line) =>
      line
        .trim()
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
  return rows.map((row) => ({ id, row: Object.fromEntries(headings.map((heading, index) => [heading, row[index]])) }));
});

test.each(cases.map(({ id, row }) => [id, Object.values(row).join(' | '), row] as const))('%s: %s', (id, _, row) => {
  const scheme = schemeById(id);
  if (!scheme) throw new Error(id);
  const policy = policyOn(scheme, '2026-01-05' as IsoDate);
  const household: Record<string, unknown> = {};
  for (const [heading, key] of Object.entries(columns)) {
    const cell = row[heading];
    if (cell) household[key] = /^\d+$/.test(cell) ? Number(cell) : cell;
  }
  for (const [heading, expected] of Object.entries(row)) {
    if (heading === '应得') expect(amountOf(entitlementOf(policy, household))).toBe(expected);
    if (heading in goods) expect(goodOf(goodsFor(policy, household), goods[heading])).toBe(expected);
  }
});

function amountOf(entitled: ReturnType<typeof entitlementOf>): string {
  if (entitled.kind === 'none') return entitled.reason;
  if (entitled.kind === 'exact') return formatYuan(entitled.amount);
  const least = formatYuan(entitled.least ?? (0 as Fen));
  if (entitled.most === undefined) return `${least} 起`;
  return entitled.least === entitled.most ? least : `${least}—${formatYuan(entitled.most)}`;
}

function goodOf(given: ReturnType<typeof goodsFor>, good: Good): string {
  if ('reason' in given) return given.reason;
  const range = given.goods[good];
  if (!range) return '';
  const [min, max] = good === 'heating' ? [range.min / 100, range.max / 100] : [range.min, range.max];
  return min === max ? String(min) : `${min}—${max}`;
}
