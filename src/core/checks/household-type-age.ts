import { wholeMonthsBetween } from '../ledger/dates';
import { householdTypeOf, typeWordsIn } from '../ledger/household-kinds';
import { birthDateIn, comparableIdNumber } from '../ledger/id-number';
import { defineCheck } from './check';

export default defineCheck({
  id: 'household-type-age',
  title: '年龄与家庭类型不符',
  why: '孤儿应未满 18 岁，留守儿童应未满 16 岁，留守老人应满 60 岁；年龄对不上的，类别或号码有一个不对。',
  source: '国务院关于加强农村留守儿童关爱保护工作的意见；孤儿和留守老人的认定口径',
  severity: 'warning',
  needs: ['idNumber', 'householdType'],
  reads: ['householdSize', 'memberName'],
  messages: {
    tooOld: '按身份证号已满 {actual} 岁，与“{name}”不符，请核对类别和号码。',
    tooYoung: '按身份证号只有 {actual} 岁，与“{name}”不符，请核对类别和号码。',
  },
  examples: {
    good: [
      '| 户主姓名 | 身份证号 | 家庭类型 | 家庭人口 |\n| 林旺满 | 109901194805208032 | 留守老人 | 1 |\n| 杜海 | 10990119881010130X | 留守儿童 | 3 |\n| 宋兰 | 无 | 孤儿 | 1 |',
    ],
    bad: [
      '| 户主姓名 | 身份证号 | 家庭类型 | 家庭人口 |\n| 杜海 | 10990119881010130X | 散居孤儿 | 1 |',
      '| 户主姓名 | 身份证号 | 家庭类型 | 家庭人口 |\n| 杜海 | 10990119881010130X | 留守老人 | 2 |',
    ],
  },
  each({ idNumber, householdType, householdSize, memberName }, { asOf }) {
    const plain = householdTypeOf(householdType);
    if (plain && !ages[plain.name]) return undefined;
    const rule = typeWordsIn(householdType)
      .map((word) => ages[householdTypeOf(word)?.name ?? ''])
      .find((found) => found !== undefined);
    if (!rule) return undefined;
    // The head of a child's household is mostly its guardian.
    if ('under' in rule && householdSize !== 1 && memberName === undefined) return undefined;
    const number = comparableIdNumber(idNumber);
    const born = number?.length === 18 ? birthDateIn(number) : undefined;
    if (born === undefined || born > asOf) return undefined;
    const actual = Math.floor(wholeMonthsBetween(born, asOf) / 12);
    const data = { actual, name: rule.name };
    if ('under' in rule) return actual >= rule.under ? { message: 'tooOld', data, field: 'householdType' } : undefined;
    return actual < rule.from ? { message: 'tooYoung', data, field: 'householdType' } : undefined;
  },
});

type Age = { readonly name: string } & ({ readonly under: number } | { readonly from: number });

const ages: Readonly<Record<string, Age>> = {
  散居孤儿: { name: '孤儿', under: 18 },
  事实无人抚养儿童: { name: '事实无人抚养儿童', under: 18 },
  留守儿童: { name: '留守儿童', under: 16 },
  留守老人: { name: '留守老人', from: 60 },
};
