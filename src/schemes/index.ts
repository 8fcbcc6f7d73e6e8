import type { Scheme } from '../core/policy/scheme';
import { datong } from './datong/scheme';
import { disasterTypeInKind } from './disaster-type-in-kind/scheme';
import { hechuan } from './hechuan/scheme';
import { provinceRange } from './province-range/scheme';
import { qianxinan } from './qianxinan/scheme';
import { shangzhai } from './shangzhai/scheme';
import { shicheng } from './shicheng/scheme';
import { yanxi } from './yanxi/scheme';
import { yingjisha } from './yingjisha/scheme';
import { yongle } from './yongle/scheme';
import { zhonggang } from './zhonggang/scheme';

/** The schemes that ship, in the order in which they are offered; the first one is the one taken where none is named. */
export const schemes: readonly Scheme[] = [
  shangzhai,
  zhonggang,
  disasterTypeInKind,
  shicheng,
  yingjisha,
  yongle,
  datong,
  hechuan,
  yanxi,
  qianxinan,
  provinceRange,
];

/** The scheme of that id; `undefined` where none has it. */
export const schemeById = (id: string): Scheme | undefined => schemes.find((scheme) => scheme.id === id);
