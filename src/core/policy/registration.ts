import { tidyText } from '../ledger/tidy';

/** Rural or urban by the words (and the old import codes 0 and 1) met in 户口类型; `undefined` where the word does not say. */
export function registrationOf(text: string): 'rural' | 'urban' | undefined {
  const word = tidyText(text);
  if (/^(0|城镇|城市|非农|居民)/.test(word)) return 'urban';
  if (/^(1|农村|农业|农户)/.test(word)) return 'rural';
  return undefined;
}
