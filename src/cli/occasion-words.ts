import { isValidDay, type IsoDate } from '../core/ledger/dates';
import { yuan, type Fen } from '../core/ledger/money';
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
    else if (fundKeys[key.trim()]) {
      occasion.funds = [
        ...(occasion.funds ?? []),
        { source: fundKeys[key.trim()] ?? '其他', amount: tenThousands(key, text) },
      ];
    } else if (key.trim() === '摘要字数') occasion.memoLength = lengthOf(text);
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

const fundKeys: Readonly<Record<string, NonNullable<Occasion['funds']>[number]['source'] | undefined>> = {
  中央资金: '中央',
  省级资金: '省级',
  市级资金: '市级',
  县级资金: '县级',
  其他资金: '其他',
};

const allKeys = [...Object.keys(textKeys), ...Object.keys(dateKeys), ...Object.keys(fundKeys), '摘要字数'].map(
  (key) => `${key}=…`,
);

function dayOf(key: string, text: string): IsoDate {
  if (!isValidDay(text)) throw new CannotRun(`--set 的“${key}”写的“${text}”不是日历上的日期，请写成 2026-01-08 这样。`);
  return text;
}

function lengthOf(text: string): number {
  if (!/^[1-9]\d?$/.test(text)) throw new CannotRun('--set 的“摘要字数”请写 1 到 99 的数。');
  return Number(text);
}

/** 万元 as a person writes it, in 分. */
function tenThousands(key: string, text: string): Fen {
  if (!/^\d{1,8}(\.\d{1,6})?$/.test(text)) throw new CannotRun(`--set 的“${key}”请写以万元为单位的数，例如 2.5。`);
  return yuan(Number(text) * 10_000);
}
