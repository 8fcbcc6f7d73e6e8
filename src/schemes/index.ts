import type { Scheme } from '../core/policy/scheme';
import { shangzhai } from './shangzhai/scheme';

/** The schemes that ship, in the order in which they are offered. */
export const schemes: readonly Scheme[] = [shangzhai];

/** The scheme of that id; `undefined` where none has it. */
export const schemeById = (id: string): Scheme | undefined => schemes.find((scheme) => scheme.id === id);
