import { goodsFor, type Good } from './goods';
import type { Policy } from './policy';

/** What one type of disaster or household brings in kind at one household size; heating in 分, grain in 斤. */
export interface SizedGoods {
  readonly size: number;
  readonly goods: readonly { readonly good: Good; readonly min: number; readonly max: number }[];
}

export interface TypeGoods {
  readonly typeName: string;
  readonly bySize: readonly SizedGoods[];
}

/** Each type's goods at household sizes 1 to `largest`, everyone in need. Empty where the scheme gives nothing in kind. */
export function goodsBySize(policy: Policy, largest = 12): readonly TypeGoods[] {
  return (policy.inKind ?? []).map(({ group }) => ({
    typeName: group?.name ?? '各户',
    bySize: Array.from({ length: largest }, (_, index) => {
      const size = index + 1;
      const words = group ? { [group.columns[0]]: group.name } : {};
      const given = goodsFor(policy, { ...words, householdSize: size, peopleInNeed: size });
      const ranges = 'goods' in given ? given.goods : {};
      return {
        size,
        goods: (Object.keys(ranges) as Good[]).flatMap((good) => {
          const range = ranges[good];
          return range ? [{ good, min: range.min, max: range.max }] : [];
        }),
      };
    }),
  }));
}
