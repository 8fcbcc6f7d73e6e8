import { capitalLine, withCents } from './capital-line';
import { fenOf, sumOf } from './household';
import { dateOrBlank, nameOrBlank, seasonWords } from './occasion';
import type { Fen } from '../ledger/money';
import { householdsColumn, inNeedColumn, portionMoney, portionName, portionSerial, type Portion } from './portion';
import { caveats, defineSheet, headingOf, sheetName } from './sheet-kind';
import { printedTable } from './table';
import { villagesOf, villageWords } from './villages';

export default defineSheet({
  id: 'allocation',
  title: '冬春救助资金分配表',
  why: '乡镇把资金分到各村，合计与下达的资金核对。',
  source: '龙新乡 2022 年通知附件：资金分配表',
  isPublic: false,
  needs: ['reliefAmount'],
  *build(input) {
    const { households, occasion, policy } = input;
    const place = nameOrBlank(occasion.township, '＿＿＿＿乡（镇）');
    const sum = sumOf(households, fenOf);
    const given = policy.allocation?.value;
    return [
      yield* printedTable<Portion>({
        name: sheetName('资金分配表'),
        heading: headingOf('冬春救助资金分配表'),
        title: `${place}${seasonWords(occasion, policy)}冬春救助资金分配表`,
        above: [{ parts: [`日期：${dateOrBlank(occasion.preparedOn)}`, '单位：户、人、元'] }],
        columns: [
          portionSerial,
          portionName('村（社区）'),
          householdsColumn,
          inNeedColumn,
          portionMoney(['分配金额\n（元）'], fenOf),
          { heading: ['备注'], width: 18, style: 'text', value: () => null },
        ],
        rows:
          households.length === 0
            ? []
            : villagesOf(input).map(({ name, households: rows }) => ({ name: villageWords(name), households: rows })),
        whenEmpty: '没有分配对象。',
        underTotal: capitalLine(households),
        below: [
          ...(given === undefined
            ? []
            : [
                {
                  parts: [
                    `下达资金 ${withCents(given)} 元，本表合计 ${withCents(sum as Fen)} 元，` +
                      (sum <= given
                        ? `结余 ${withCents((given - sum) as Fen)} 元。`
                        : `超出 ${withCents((sum - given) as Fen)} 元。`),
                  ],
                },
              ]),
          ...caveats(input, households),
          { parts: ['乡镇主要领导：', '分管领导：', `制表人：${occasion.preparedBy ?? ''}`], height: 33 },
        ],
        page: { paper: 'A4', orientation: 'portrait' },
        rowHeight: 27,
      }),
    ];
  },
});
