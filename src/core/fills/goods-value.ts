import { formatYuan, yuan, type Fen } from '../ledger/money';
import { defineFill } from './fill';

const prices = {
  grainPerJin: { value: yuan(2.6), source: '县采购单价' },
  quilt: { value: yuan(120), source: '县采购单价' },
} as const;

/** 救助物资折款: goods given, at the scheme's unit prices. It is kept apart from the money (rules.md AMT-12). */
export default defineFill({
  id: 'goods-value',
  title: '救助物资折款',
  target: 'goodsValue',
  basis: '口粮、棉被、棉衣裤的核准数量乘以救助标准中的单价，不并入救助金额。',
  needs: [],
  uses: ['approvedGrain', 'quilts', 'clothesSets'],
  unavailable: (policy) => (policy.prices ? undefined : '方案没有写明物资单价，不能折款。'),
  compute({ approvedGrain, quilts, clothesSets }, policy) {
    const goods = [
      { name: '口粮', quantity: approvedGrain, unit: '斤', price: policy.prices?.grainPerJin },
      { name: '棉被', quantity: quilts, unit: '床', price: policy.prices?.quilt },
      { name: '棉衣裤', quantity: clothesSets, unit: '套', price: policy.prices?.clothesSet },
    ].filter(({ quantity }) => quantity !== undefined && quantity > 0);
    if (goods.length === 0) return { reason: '没有填写核准的物资数量，不能折款。' };
    const unpriced = goods.filter(({ price }) => !price);
    if (unpriced.length > 0)
      return { reason: `方案没有写明${unpriced.map(({ name }) => name).join('、')}的单价，不能折款。` };
    const cost = ({ quantity = 0, price }: (typeof goods)[number]) => Math.round(quantity * (price?.value ?? 0));
    const value = goods.reduce((sum, good) => sum + cost(good), 0) as Fen;
    const terms = goods.map(
      ({ quantity, unit, price }) => `${quantity} ${unit} × ${formatYuan(price?.value as Fen)} 元/${unit}`,
    );
    return {
      value,
      working: () => ({
        inputs: goods.map(({ name, quantity, unit }) => ({ label: name, value: `${quantity} ${unit}` })),
        clause: [...new Set(goods.map(({ price }) => price?.source))].join('；'),
        formula: `${terms.join(' + ')} = ${formatYuan(value)} 元`,
      }),
    };
  },
  disagrees: {
    id: 'goods-value-differs',
    title: '物资折款与单价不符',
    why: '折款应等于物资数量乘以单价，并与救助款分开记，才能与采购和签领对上。',
    source: '救助标准（所用方案的单价）',
    severity: 'warning',
    messages: { differs: '物资折款应为 {expected} 元（{formula}），现为 {actual} 元，请核对数量和单价后改正。' },
  },
  examples: [
    {
      policy: { prices },
      given: { approvedGrain: 360, quilts: 2 },
      gives: { value: yuan(1176), formula: '360 斤 × 2.60 元/斤 + 2 床 × 120 元/床 = 1176 元' },
    },
    { policy: { prices }, given: { clothesSets: 3 }, gives: { reason: '方案没有写明棉衣裤的单价，不能折款。' } },
    { policy: { prices }, given: {}, gives: { reason: '没有填写核准的物资数量，不能折款。' } },
  ],
});
