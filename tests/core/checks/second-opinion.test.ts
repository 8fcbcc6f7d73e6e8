import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { checks } from '../../../src/core/checks';
import { runChecks } from '../../../src/core/checks/run';
import { policyOn } from '../../../src/core/policy/policy';
import { finish } from '../../../src/core/workbook/port';
import { schemeById } from '../../../src/schemes';
import { mistakes } from '../../support/planted-mistakes';
import { cleanHouseholds, ledgerFrom, numbersFrom, type Row } from '../../support/seeded-ledger';
import { testDay } from '../../support/test-policy';

/** As many rows as the largest ledger has. */
const count = 100_000;
const scheme = schemeById('province-range');
if (!scheme) throw new Error('no scheme');
const policy = { ...policyOn(scheme, testDay), ruralOnly: { value: true, source: '示例' } };

/** Each check said again in SQL, by another engine and from the rule, not from our code: the rows at which it must stand. */
const queries: Readonly<Record<string, string>> = {
  'id-number-checksum': `select n from t where is_18 and not valid and not id like '62%' and not id like '%000' and not repeated`,
  'id-number-malformed': `select n from t where id is not null and not is_18 and not is_old and not regexp_matches(id, '^(无|待办|0+)$|[*]|E[+]|^[HE][0-9]') and length(id) <> 20 and not numeric_id`,
  'id-number-masked': `select n from t where id like '%**%'`,
  'id-number-old-15': `select n from t where is_old`,
  'id-number-placeholder': `select n from t where regexp_matches(id, '^(无|待办|0+)$') and remark is null`,
  'id-number-birth-date': `select n from t where is_18 and valid and (try_strptime(substr(id, 7, 8), '%Y%m%d') is null or substr(id, 7, 8) > '20260115' or substr(id, 7, 8) < '19050116')`,
  'id-number-untidy': `select n from t where raw_id <> id and is_18 and valid`,
  'id-number-duplicate': `select n from (select n, name, first_value(name) over (partition by key order by n) as first_name, row_number() over (partition by key order by n) as k from t where key is not null) where k > 1 and name = first_name`,
  'id-number-two-names': `select distinct b.n from t a join t b on a.key = b.key where a.n < b.n and a.name <> b.name`,
  'people-in-need-exceeds-household': `select n from t where need > size`,
  'household-size-unusual': `select n from t where size >= 10 or size = 0`,
  'urban-household-not-eligible': `select n from t where registration = '城镇'`,
  'relief-amount-not-whole-yuan': `select n from t where amount <> floor(amount)`,
  'relief-amount-over-cap': `select n from t where amount > 2000`,
  'relief-amount-outside-band': `select n from t where amount <= 2000 and need > 0 and need <= size and (amount < least(100 * need, 2000) or amount > 300 * need)
    union select n from t where amount <= 2000 and need > size and (amount < least(100 * need, 2000) or amount > 300 * need)`,
  'account-missing': `select n from t where account is null and method = '一卡通发放'`,
  'account-shared': `select b.n from t b where regexp_full_match(b.account, '[0-9]+') and exists (select 1 from t a where a.account = b.account and a.n < b.n and (case when a.key is not null and b.key is not null then a.key <> b.key else a.name <> b.name end))`,
  'fund-sources-differ': `select n from t where amount is not null and central + province <> amount`,
  'remark-says-deceased': `select n from t where need > 0 and regexp_matches(remark, '去世|病故|过世|死亡') and not regexp_matches(remark, '丈夫|牲畜')`,
  'dates-out-of-order': `select n from t where ended < started or started < appraised`,
  'phone-malformed': `select n from t where phone is not null and not regexp_full_match(phone, '1(3[0-9]|4[5-9]|5[0-35-9]|6[2567]|7[0-8]|8[0-9]|9[0-35-9])[0-9]{8}|(0[0-9]{2,3})?[2-8][0-9]{6,7}')`,
  'phone-shared': `select min(n) from t where phone is not null and length(phone) >= 7 group by phone having count(distinct name) >= 3`,
  'account-holder-differs': `select n from t where holder <> name and holder is not null and name is not null`,
  'need-unchanged-despite-absence': `select n from t where need = size and size >= 2 and (away = '是' or (away is null and remark like '%务工%')) and (remark is null or remark not like '%返乡%') and coalesce(remark, '') not like '%已回%'`,
  'long-absent': `select n from t where (remark is null or (remark not like '%返乡%' and remark not like '%已回%')) and (away = '是' or remark like '%在外务工%')`,
};

test(`${Object.keys(queries).length} checks agree row for row with SQL on ${count} rows`, async () => {
  const rows = spoiltRows();
  const ledger = ledgerFrom(rows);
  const connection = await tableOf(rows);
  const entryOf = new Map(ledger.rows.map((row, entry) => [row, entry]));
  const differences: string[] = [];
  let found = 0;
  for (const [check, query] of Object.entries(queries)) {
    const own = checks.filter(({ id }) => id === check);
    expect(own).toHaveLength(1);
    const ours = new Set(
      finish(runChecks([ledger], policy, {}, own)).findings.map(({ at }) => entryOf.get(at[0].row) ?? -1),
    );
    const theirs = new Set((await connection.runAndReadAll(query)).getRows().map(([n]) => Number(n)));
    found += theirs.size;
    const only = (one: ReadonlySet<number>, other: ReadonlySet<number>) =>
      [...one].filter((entry) => !other.has(entry));
    for (const entry of only(ours, theirs).slice(0, 2))
      differences.push(`${check}: only ours, ${JSON.stringify(rows[entry])}`);
    for (const entry of only(theirs, ours).slice(0, 2))
      differences.push(`${check}: only SQL, ${JSON.stringify(rows[entry])}`);
  }
  expect(differences).toEqual([]);
  expect(found).toBeGreaterThan(count / 25);
  expect(Object.keys(queries).length).toBeGreaterThanOrEqual(15);
}, 120_000);

/** Clean households with a mistake of any kind in every twentieth row. */
function spoiltRows(): Row[] {
  const rows = cleanHouseholds(count, policy, 5).map((row) => ({ ...row }));
  const random = numbersFrom(17);
  // A mistake in a column that the table does not have would be none.
  const usable = mistakes.filter(
    ({ schemes, units, adds }) => !units && !adds && (!schemes || schemes.includes('province-range')),
  );
  for (let at = 2; at + 4 < count; at += 16) usable[random(usable.length)].plant(rows, at, random);
  return rows;
}

/** The typed cells as a table; what SQL needs tidied is tidied by SQL. */
async function tableOf(rows: readonly Row[]): Promise<DuckDBConnection> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(
    `create table raw (n integer, raw_id varchar, numeric_id boolean, name varchar, size double, need double, registration varchar,
     amount double, central double, province double, account varchar, method varchar, phone varchar, holder varchar, away varchar,
     remark varchar, appraised double, started double, ended double)`,
  );
  const appender = await connection.createAppender('raw');
  const text = (value: unknown) =>
    value === null || value === undefined || value === ''
      ? appender.appendNull()
      : appender.appendVarchar(String(value));
  const number = (value: unknown) => (typeof value === 'number' ? appender.appendDouble(value) : appender.appendNull());
  for (const [n, row] of rows.entries()) {
    appender.appendInteger(n);
    text(row.idNumber);
    appender.appendBoolean(typeof row.idNumber === 'number');
    text(
      typeof row.householdHead === 'string'
        ? row.householdHead.replace(/[\s\u3000\u200b•・.．‧∙●·]/g, '')
        : row.householdHead,
    );
    number(row.householdSize);
    number(row.peopleInNeed);
    text(row.registrationType);
    number(row.reliefAmount);
    number(row.centralFund);
    number(row.provinceFund);
    // A number is no account that could be compared.
    text(typeof row.cardAccount === 'number' ? `N${row.cardAccount}` : row.cardAccount);
    text(row.payoutMethod);
    text(row.phone);
    text(typeof row.accountHolder === 'string' ? row.accountHolder.replace(/[\s\u3000\u200b•・.．‧∙●·]/g, '') : null);
    text(row.awayForLong);
    text(row.remark);
    number(row.appraisalDate);
    number(row.noticeStart);
    number(row.noticeEnd);
    appender.endRow();
  }
  appender.closeSync();
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights
    .map((weight, place) => `${weight} * coalesce(try_cast(substr(id, ${place + 1}, 1) as integer), 0)`)
    .join(' + ');
  await connection.run(
    `create table t as with tidy as (select *, regexp_replace(raw_id, '[ \u00a0'']', '', 'g') as id from raw), judged as (
     select *, substr('10X98765432', ((${sum}) % 11) + 1, 1) = substr(id, 18, 1) as valid, regexp_matches(id, '^(0+|1+)$') as repeated,
       regexp_full_match(id, '[1-8][0-9]{16}[0-9X]') as is_18,
       regexp_full_match(id, '[1-8][0-9]{14}') and try_strptime('19' || substr(id, 7, 6), '%Y%m%d') is not null as is_old from tidy)
     select *,
       case when is_18 and not repeated and (valid or not id like '%000') then id when is_old then id when length(id) = 20 then substr(id, 1, 18)
         when regexp_full_match(id, 'H[0-9]{10}|E[0-9]{8}') then id end as key from judged`,
  );
  return connection;
}
