import { entriesWhere } from '../ledger/entries-where';
import { idNumberMeant, idNumberTail } from '../ledger/id-number';
import { agreementOf } from '../ledger/agreement';
import { idNumberColumn } from '../ledger/id-number-column';
import { personName, type LedgerEntry } from '../ledger/same-people';
import { mayBeOneSlipAway, oneSlipIndex } from '../ledger/one-slip-index';
import { defineCheck } from './check';

type WrongNumber = LedgerEntry & { readonly idNumber: string };

export default defineCheck({
  id: 'id-number-near-duplicate',
  title: '身份证号只差一位或两位颠倒',
  why: '号码只差一位、且其中一个校验位不符的两行，多半是同一人登记了两次而抄错一位，只比全部 18 位会漏掉。',
  source: 'GB 11643-1999 校验码；镇远县尚寨土家族乡冬春救助方案：不重复统计',
  severity: 'warning',
  needs: ['idNumber'],
  reads: [
    'birthDate',
    'villageName',
    'villagerGroup',
    'homeAddress',
    'phone',
    'cardAccount',
    'householdSize',
    'householdHead',
    'memberName',
  ],
  comparedBy: 'oneSlip',
  messages: {
    likely: '与“{name}”（末四位 {tail}）的号码只差一处，{words}相同，很可能是同一人登记两次，请对照身份证核对。',
    possible: '与“{name}”（末四位 {tail}）的号码只差一处，{other}不同，可能抄成了别人的号码，请对照身份证核对。',
  },
  examples: {
    good: [
      '| 户主姓名 | 身份证号 |\n| 林旺满 | 109901194805208032 |\n| 林旺发 | 109901194805208075 |\n| 李四 | 109901196805208023 |',
    ],
    bad: [
      '| 户主姓名 | 身份证号 |\n| 林旺满 | 109901194805208032 |\n| 林旺满 | 109901194805208332 |',
      '| 户主姓名 | 身份证号 |\n| 林旺满 | 109901194805280032 |\n| 宋兰 | 109901194805208032 |',
    ],
  },
  *across(ledgers) {
    for (const entryIs of ['household', 'person'] as const) {
      const own = ledgers.filter((ledger) => ledger.entryIs === entryIs);
      const wrong: WrongNumber[] = [];
      for (const ledger of own) {
        const { typed } = ledger.columns.idNumber;
        for (const entry of idNumberColumn(typed).entries.get('wrong-check-character') ?? []) {
          wrong.push({ ledger, entry, idNumber: idNumberMeant(String(typed[entry])) });
        }
        yield;
      }
      if (wrong.length === 0) continue;
      // The check digit proves one of two such numbers wrong, so each number of the ledger is held against the wrong ones only.
      const near = new Map<WrongNumber, LedgerEntry>();
      const [mayBeNear, alike] = [mayBeOneSlipAway(wrong), oneSlipIndex(wrong)];
      for (const ledger of own) {
        const column = idNumberColumn(ledger.columns.idNumber.typed);
        const found = yield* entriesWhere(column.numbers.length, (entry) => mayBeNear(column, entry));
        for (const [index, entry] of found.entries()) {
          if (index % 512 === 511) yield;
          for (const place of alike(column.numbers[entry] ?? ''))
            if (!near.has(place)) near.set(place, { ledger, entry });
        }
      }
      for (const place of wrong) {
        const other = near.get(place);
        if (!other) continue;
        const { same, different, isSameName } = agreementOf(place, other, ['idNumber']);
        const [name, tail] = [
          personName(other) ?? '另一行',
          idNumberTail(other.ledger.columns.idNumber?.typed[other.entry] ?? null),
        ];
        const [at, also] = [{ ...place, field: 'idNumber' as const }, [{ ...other, field: 'idNumber' as const }]];
        if (isSameName) yield { message: 'likely', data: { name, tail, words: same }, at, also };
        else yield { message: 'possible', data: { name, tail, other: different || '姓名' }, at, also };
      }
    }
  },
});
