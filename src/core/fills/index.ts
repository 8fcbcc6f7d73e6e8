import type { Fill } from './fill';
import reliefAmount from './relief-amount';

/** Every fill, in the order in which they are offered. */
export const fills: readonly Fill[] = [reliefAmount];
