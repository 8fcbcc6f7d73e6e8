import { saidDead } from '../../../src/core/ledger/death-words';

test.each([
  ['已去世', '去世'],
  ['户主已故', '已故'],
  ['户主2025年3月病故，由儿子代领', '病故'],
  ['本人于上月过世', '过世'],
  ['儿媳照顾户主，户主去世', '去世'],
])('%s is said of the person of the row', (remark, words) => {
  expect(saidDead(remark)).toBe(words);
});

test.each([
  '丈夫去世，独自带孩子',
  '户主之妻去世',
  '户主儿子病故',
  '父母双亡',
  '牲畜死亡 3 头',
  '因灾死亡 2 人',
  '无死亡人员',
  '本人健在，未去世',
  '因事故受伤',
  '人世间',
  '',
])('%s says nothing of the kind', (remark) => {
  expect(saidDead(remark)).toBeUndefined();
});
