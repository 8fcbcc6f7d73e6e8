import { hashOfText } from './repeated-values';

/** Which of so many places have a key; a place may change its key. Bare numbers: a hundred thousand places weigh a megabyte. */
export interface PlaceIndex {
  /** The places that have the key, in no order. */
  readonly placesOf: (key: string) => readonly number[];
  readonly move: (place: number, from: string | undefined, to: string | undefined) => void;
}

/** The index of the places below `count`. `keyOf` is asked again at each look-up: it tells the key as it stands then. */
export function placeIndex(count: number, keyOf: (place: number) => string | undefined): PlaceIndex {
  let size = 16;
  while (size < count) size *= 2;
  // Chains of places with the same low bits of their hash; 0 ends one, and a place is counted from 1.
  const heads = new Int32Array(size);
  const next = new Int32Array(count);
  const chainOf = (key: string): number => hashOfText(key) & (size - 1);
  const add = (place: number, key: string): void => {
    const chain = chainOf(key);
    next[place] = heads[chain];
    heads[chain] = place + 1;
  };
  const remove = (place: number, key: string): void => {
    const chain = chainOf(key);
    let at = heads[chain] - 1;
    if (at === place) heads[chain] = next[place];
    while (at >= 0 && at !== place) {
      const after = next[at] - 1;
      if (after === place) next[at] = next[place];
      at = after;
    }
  };
  for (let place = count - 1; place >= 0; place--) {
    const key = keyOf(place);
    if (key !== undefined) add(place, key);
  }
  return {
    placesOf: (key) => {
      const places: number[] = [];
      for (let at = heads[chainOf(key)] - 1; at >= 0; at = next[at] - 1) if (keyOf(at) === key) places.push(at);
      return places;
    },
    move: (place, from, to) => {
      if (from === to) return;
      if (from !== undefined) remove(place, from);
      if (to !== undefined) add(place, to);
    },
  };
}
