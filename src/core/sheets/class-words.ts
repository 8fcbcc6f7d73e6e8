import { wordsIn } from '../policy/group-of';
import type { Household } from './household';

/** The classes that rosters mark, by the words met for them over time (rules.md H.1). */
export const markedClasses = [
  { name: '特困', words: /特困|五保/ },
  { name: '低保', words: /低保(?!边缘)/ },
  { name: '脱贫（监测）', words: /脱贫|监测|建档立卡|易致贫|突发严重困难/ },
] as const;

/** Whether one of the words in the household's type belongs to the class. */
export const isOfClass = (household: Household, words: RegExp): boolean =>
  wordsIn(household.householdType).some((word) => words.test(word));
