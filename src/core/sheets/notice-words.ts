import type { Household } from './household';
import type { Line } from './layout';
import { blankDate, dateOrBlank, nameOrBlank, noticeDays, noticeLength } from './occasion';
import type { SheetInput } from './sheet-kind';

/** What a notice says above its list: what for, how long, and where to object. */
export function noticeAbove(
  level: 'village' | 'township',
  input: SheetInput,
  households: readonly Household[],
): readonly Line[] {
  const { start, end } = noticeDays(level, households, input.occasion, input.policy);
  const length = noticeLength(level, input.policy);
  const steps = level === 'village' ? '户报、村评' : '户报、村评、乡审';
  const body = level === 'village' ? '村（居）民委员会或乡镇人民政府' : '乡镇人民政府或县级应急管理部门';
  return [
    {
      style: 'paragraph',
      parts: [
        `\u3000\u3000经${steps}，现将拟救助对象名单予以公示。公示时间：${dateOrBlank(start)}至${dateOrBlank(end)}${length && `（${length}）`}。` +
          `对名单有不同意见的，请在公示期内向${body}反映。`,
      ],
    },
  ];
}

/** Hotlines, seal and date under a notice. */
export function noticeBelow(level: 'village' | 'township', { occasion }: SheetInput): readonly Line[] {
  const hotline = (place: string, number: string | undefined) => `${place}：${nameOrBlank(number, '＿＿＿＿＿＿')}`;
  const hotlines = [
    ...(level === 'village' ? [hotline('村（社区）', occasion.villageHotline)] : []),
    hotline('乡镇', occasion.townshipHotline),
    hotline('县', occasion.countyHotline),
  ];
  return [
    { parts: [`${hotlineWord}${hotlines.join('\u3000')}`] },
    {
      parts: [
        '',
        level === 'village' ? '村（居）民委员会（盖章）：　　　　　　' : '乡镇人民政府（盖章）：　　　　　　',
      ],
      height: 33,
    },
    { parts: ['', occasion.preparedOn ? dateOrBlank(occasion.preparedOn) : blankDate] },
  ];
}

/** How the line begins in which, and only in which, a notice may show telephone numbers. */
export const hotlineWord = '监督举报电话　';
