import { idNumberMeant, kindOfIdNumber, type IdNumberKind } from '../ledger/id-number';
import { idNumberColumn } from '../ledger/id-number-column';
import { defineCheck } from './check';

export default defineCheck({
  id: 'id-number-other-document',
  title: '身份证号一栏填的是别的证件',
  why: '上报系统和银行按公民身份号码认人；别的证件要先问清能不能用，残疾人证号里前 18 位才是身份证号。',
  source: 'GB 11643-1999；残疾人证编号规则；港澳台居民居住证和外国人永久居留身份证的号码规则',
  severity: 'warning',
  cells: ['idNumber', 'headIdNumber'],
  suspects: (typed) => {
    const { isCitizen, entries, regions } = idNumberColumn(typed);
    const found = others.flatMap((kind) => entries.get(kind) ?? []);
    for (let entry = 0; entry < regions.length; entry++) {
      // Only residence permits begin with 8.
      if (regions[entry] >= 800_000 && isCitizen[entry] === 1) found.push(entry);
    }
    return found.sort((left, right) => left - right);
  },
  messages: {
    disability: '这是残疾人证号，前 18 位是身份证号，请核对后只填身份证号。',
    permit: '这是港澳台居民居住证号，请核实本人是否在救助范围内，再确认发放时能否使用。',
    other: '这是{name}，不是身份证号，请核实本人是否在救助范围内，再确认发放时能否使用。',
  },
  examples: {
    good: ['| 户主姓名 | 身份证号 |\n| 林旺满 | 109901194805208032 |\n| 宋兰 | 无 |'],
    bad: [
      '| 户主姓名 | 身份证号 |\n| 陈龙祥 | 10990119680730966144 |',
      '| 户主姓名 | 身份证号 |\n| 张三 | 810000199408230021 |',
      '| 户主姓名 | 身份证号 |\n| 张三 | H1234567800 |',
    ],
  },
  cell(typed) {
    const kind = kindOfIdNumber(typed);
    const text = idNumberMeant(String(typed));
    if (kind === 'citizen') return /^8[123]0000/.test(text) ? { message: 'permit' } : undefined;
    if (kind === 'disability-card') {
      return { message: 'disability', fix: { to: text.slice(0, 18), certainty: 'suggested' } };
    }
    if (!others.includes(kind)) return undefined;
    return { message: 'other', data: { name: documents[kind] ?? '别的证件号' } };
  },
});

const others: readonly IdNumberKind[] = ['disability-card', 'foreigner-card', 'travel-permit', 'passport'];

const documents: { readonly [K in IdNumberKind]?: string } = {
  'foreigner-card': '外国人永久居留身份证号',
  'travel-permit': '港澳居民来往内地通行证号',
  passport: '护照号',
};
