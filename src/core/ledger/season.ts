import { dayOf, monthOf, parseDate, yearOf, type IsoDate } from './dates';
import { tidyText } from './tidy';

/** The winter a day belongs to, by the year it began in: from July on the coming one, until June the one before. */
export const seasonOfDay = (day: IsoDate): number => (monthOf(day) >= 7 ? yearOf(day) : yearOf(day) - 1);

/** 2025 → `2025—2026年度`. */
export const seasonName = (season: number): string => `${season}—${season + 1}年度`;

/**
 * The winters that the lines above a table may speak of: one where two years or a season are named, two where a year alone
 * leaves it open (2026年冬春救助). Empty where no year is stated. The days of reporting are no title.
 */
export function seasonsStated(lines: readonly string[]): readonly number[] {
  for (const line of lines.map(tidyText)) {
    if (dateWords.test(line)) continue;
    const both =
      /(20\d\d)年?(?:度|冬季?)?[-—–~～至到、/]*(20\d\d)/.exec(line) ?? /(20\d\d)[-—–~～至/](\d\d)(?!\d)/.exec(line);
    if (both) return [Number(both[1])];
    const one = /(20\d\d)(年?)(冬|春)?(春)?/.exec(line);
    if (!one) continue;
    const year = Number(one[1]);
    if (one[3] === '冬' && one[4] === undefined) return [year];
    return one[3] === '春' ? [year - 1] : [year, year - 1];
  }
  return [];
}

/** The day of reporting written above a table, such as 填报时间：2026年1月5日. */
export function dayStated(lines: readonly string[]): IsoDate | undefined {
  for (const line of lines) {
    const written = /(20\d\d\s*[年.\-/]\s*\d{1,2}\s*[月.\-/]\s*\d{1,2})/.exec(line.normalize('NFKC'))?.[1];
    const date =
      written === undefined ? undefined : parseDate(written.replace(/\s+/g, '') + (written.includes('月') ? '日' : ''));
    if (date?.precision === 'day' && dayOf(date.date) > 0) return date.date;
  }
  return undefined;
}

const dateWords = /(填报|填表|报出|报送|制表|上报)(时间|日期)|单位.*(20\d\d年\d{1,2}月)/;
