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

export interface NamedVillage {
  /** `villageKey` of it. */
  readonly key: string;
  readonly name: string;
}

/** All villages that files or the office name. */
export interface KnownVillages {
  readonly has: (key: string) => boolean;
  /** Those that a text names, the longest name first. */
  readonly namedIn: (text: string) => readonly NamedVillage[];
}

/** The villages of a merge, by key; a text is looked through once however many files bear it. */
export function knownVillages(known: ReadonlyMap<string, string>): KnownVillages {
  const villages = [...known]
    .map(([key, name]): NamedVillage => ({ key, name }))
    .sort((left, right) => right.key.length - left.key.length || (left.key < right.key ? -1 : 1));
  const found = new Map<string, readonly NamedVillage[]>();
  return {
    has: (key) => known.has(key),
    namedIn: (text) => {
      const before = found.get(text);
      if (before) return before;
      const tidy = tidyText(text);
      const named = villages.filter(({ key }) => namesVillage(tidy, key));
      found.set(text, named);
      return named;
    },
  };
}

/** True where the tidied text names the village and not only the township that is called the same: 松岭村, not 松岭乡. */
export function namesVillage(tidy: string, key: string): boolean {
  return key !== '' && (tidy === key || tidy.includes(key.endsWith('社区') ? key : `${key}村`));
}
