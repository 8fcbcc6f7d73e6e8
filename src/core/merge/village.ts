import { tidyText } from '../ledger/tidy';

/** A village's name for comparing: tidied, 村民委员会 and 村 at its end left out, so that 青石 and 青石村委会 are one. */
export const villageKey = (name: string): string =>
  tidyText(name)
    .replace(/村?(村民委员会|村委会)$/, '村')
    .replace(/(居民委员会|居委会)$/, '社区')
    .replace(/社区社区$/, '社区')
    .replace(/(?<=.)村$/, '');

/** The township named in a text, such as 镇远县上寨乡2025年冬春救助台账 → 上寨乡. */
export function townshipIn(text: string): string | undefined {
  for (const part of tidyText(text).split(/[省市县区旗州:：()盟]/)) {
    const named = /^(?:填报单位|单位)?(\p{Script=Han}{1,7}?(?:乡|镇|街道))(?![乡镇级])/u.exec(part)?.[1];
    if (named !== undefined && !generalWords.test(named)) return named;
  }
  return undefined;
}

/** True for a folder's name that is a township's. */
export const isTownship = (folder: string): boolean =>
  /^\p{Script=Han}{1,12}(乡|镇|街道|办事处|农场|林场|苏木)$/u.test(folder);

const generalWords = /^(各|全|本|该|所在|有关|所属)?(乡|镇|街道)$|乡镇|城镇|^(各|全|本|该)/;

/** True where the text names the village and not only the township that is called the same: 松岭村, not 松岭乡. */
export function namesVillage(text: string, key: string): boolean {
  const tidy = tidyText(text);
  return key !== '' && (tidy === key || tidy.includes(key.endsWith('社区') ? key : `${key}村`));
}
