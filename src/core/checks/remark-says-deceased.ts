import { saidDead } from '../ledger/death-words';
import { defineCheck } from './check';

export default defineCheck({
  id: 'remark-says-deceased',
  title: '备注写有已经去世',
  why: '人已去世还照发，是审计最常查出的问题；去世在发放以后的不算，家里还有别人要救助的，要改由现在的户主领取。',
  source: '忻城县、惠来县审计结果：向已死亡人员发放补助',
  severity: 'warning',
  needs: ['remark'],
  reads: ['peopleInNeed'],
  messages: {
    dead: '备注写有“{words}”，请核实本人是否在世，已去世的不能再发放，家里还有人要救助的请改户主。',
  },
  examples: {
    good: [
      '| 户主姓名 | 备注 |\n| 林旺满 | 丈夫去世，独自带两个孩子 |\n| 杜海 | 父母双亡 |\n| 宋兰 | 牲畜死亡 3 头 |\n| 陈龙祥 | 无死亡人员 |\n| 郑江菊 | 户主之妻去世 |\n| 白桂兰 | 因灾死亡 2 人 |',
      '| 户主姓名 | 需救助人口 | 备注 |\n| 林旺满 | 0 | 户主已去世，本次不救助 |',
    ],
    bad: [
      '| 户主姓名 | 备注 |\n| 林旺满 | 已去世 |\n| 杜海 | 因灾受伤 |',
      '| 户主姓名 | 备注 |\n| 林旺满 | 户主2025年3月病故，由儿子代领 |',
    ],
  },
  each({ remark, peopleInNeed }) {
    if (peopleInNeed === 0) return undefined;
    const words = saidDead(remark);
    return words === undefined ? undefined : { message: 'dead', data: { words }, field: 'remark' };
  },
});
