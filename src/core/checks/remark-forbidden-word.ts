import type { Policy } from '../policy/policy';
import { defineCheck } from './check';

export default defineCheck({
  id: 'remark-forbidden-word',
  title: '写有不许开支的用途',
  why: '冬春救助资金不得作慰问金、工作经费、误工补贴等发放；备注这样写，说明款项用错了地方。',
  source: '中岗镇冬春救助工作方案、镇远县尚寨土家族乡冬春救助方案：严禁事项',
  severity: 'error',
  needsOneOf: ['remark', 'payoutNote'],
  usesParameters: ['forbidden'],
  messages: { forbidden: '写有“{words}”，冬春救助资金不得这样开支，请核实用途后改正。' },
  examples: {
    good: ['| 户主姓名 | 备注 |\n| 林旺满 | 春节已另行慰问 |\n| 杜海 | 不是慰问金 |\n| 宋兰 | 走访核实 |'],
    bad: [
      '| 户主姓名 | 备注 |\n| 林旺满 | 春节慰问金 |',
      {
        tables: ['| 户主姓名 | 附言 |\n| 林旺满 | 平均发放 |'],
        policy: { forbidden: { value: ['平均发放'], source: '示例' } },
      },
    ],
  },
  each({ remark = '', payoutNote = '' }, policy) {
    if (remark === '' && payoutNote === '') return undefined;
    const any = anyWord(policy);
    if (!any.test(remark) && !any.test(payoutNote)) return undefined;
    const { forbidden } = policy;
    for (const [field, text] of [
      ['remark', remark],
      ['payoutNote', payoutNote],
    ] as const) {
      const own = forbidden?.value.find((word) => text.includes(word) && !isDenied(text, word));
      const words = own ?? spending.exec(text)?.[0];
      if (words !== undefined && !isDenied(text, words)) return { message: 'forbidden', data: { words }, field };
    }
    return undefined;
  },
});

/** What relief money was spent on in cases that were punished (rules.md AUD-24). */
const spending = /慰问(金|款|费)|作(为)?慰问|工作经费|办公(经费|费用|费)|误工(费|补贴|补助)|招待费|以工代赈劳务/;

const isDenied = (text: string, word: string): boolean =>
  new RegExp(`(不是|并非|非|不作|不得|严禁|未|无|没有|不含|不属于)[^，。；,;]{0,4}$`).test(
    text.slice(0, text.indexOf(word)),
  );

/** All words at once, for the many remarks that hold none. */
function anyWord(policy: Policy): RegExp {
  let any = byPolicy.get(policy);
  if (!any) {
    const own = (policy.forbidden?.value ?? []).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    byPolicy.set(policy, (any = new RegExp([...own, spending.source].join('|'))));
  }
  return any;
}

const byPolicy = new WeakMap<Policy, RegExp>();
