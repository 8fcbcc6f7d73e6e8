import { isValidDay, type IsoDate } from '../core/ledger/dates';
import type { Occasion } from '../tasks/make-sheets';
import { CannotRun } from './cli-host';

/** What `--set` says of the paper: `乡镇=尚寨乡`, `填报日期=2026-01-08`. Throws `CannotRun`. */
export function occasionOf(words: readonly string[]): Occasion {
  const occasion: { -readonly [K in keyof Occasion]: Occasion[K] } = {};
  for (const word of words) {
    const [, key = '', value = ''] = /^([^=＝]+)[=＝](.*)$/s.exec(word) ?? [];
    const text = value.trim();
    const texts = textKeys[key.trim()];
    const dates = dateKeys[key.trim()];
    if (texts) occasion[texts] = text;
    else if (dates) occasion[dates] = dayOf(key, text);
    else if (key.trim() === '摘要字数') occasion.memoLength = lengthOf(text);
    else
      throw new CannotRun(
        `--set 后面写的“${word}”认不出，请写成 ${allKeys.slice(0, 3).join('、')} 这样，可以写的有：${allKeys.join('、')}。`,
      );
  }
  return occasion;
}

const textKeys: Readonly<
  Record<
    string,
    | 'county'
    | 'township'
    | 'village'
    | 'season'
    | 'villageHotline'
    | 'townshipHotline'
    | 'countyHotline'
    | 'preparedBy'
    | 'memo'
    | undefined
  >
> = {
  县: 'county',
  乡镇: 'township',
  村: 'village',
  年度: 'season',
  村电话: 'villageHotline',
  乡镇电话: 'townshipHotline',
  县电话: 'countyHotline',
  填表人: 'preparedBy',
  摘要: 'memo',
};

const dateKeys: Readonly<Record<string, 'noticeStart' | 'noticeEnd' | 'appraisalDate' | 'preparedOn' | undefined>> = {
  公示开始: 'noticeStart',
  公示结束: 'noticeEnd',
  评议日期: 'appraisalDate',
  填报日期: 'preparedOn',
};

const allKeys = [...Object.keys(textKeys), ...Object.keys(dateKeys), '摘要字数'].map((key) => `${key}=…`);

function dayOf(key: string, text: string): IsoDate {
  if (!isValidDay(text)) throw new CannotRun(`--set 的“${key}”写的“${text}”不是日历上的日期，请写成 2026-01-08 这样。`);
  return text;
}

function lengthOf(text: string): number {
  if (!/^[1-9]\d?$/.test(text)) throw new CannotRun('--set 的“摘要字数”请写 1 到 99 的数。');
  return Number(text);
}
