import { defineFill } from './fill';

/** 序号: one more than in the row above, 1 in the first row. Typed numbers are never questioned. */
export default defineFill({
  id: 'serial-number',
  title: '序号',
  target: 'serialNumber',
  basis: '按行的顺序接着上一行编号。',
  needs: [],
  uses: [],
  compute(_entry, _policy, { isFirst, value }) {
    const last = isFirst ? 0 : Number(value ?? Number.NaN);
    if (!Number.isInteger(last)) return { reason: '上一行的序号不是数字，接不下去，请先核对。' };
    const next = last + 1;
    const formula = isFirst ? '第一行编为 1' : `上一行 ${last}，加 1 得 ${next}`;
    return { value: String(next), working: () => ({ inputs: [], clause: '本工具默认：按行的顺序编号', formula }) };
  },
  judge: () => undefined,
  disagrees: {
    id: 'serial-number-differs',
    title: '序号不连续',
    why: '序号只供查找，已填的序号不改。',
    source: '本工具默认',
    severity: 'note',
    messages: { differs: '序号应为 {expected}，现为 {actual}，请核对是否漏行。' },
  },
  examples: [{ policy: {}, given: {}, gives: { value: '1', formula: '第一行编为 1' } }],
});
