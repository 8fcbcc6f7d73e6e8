import age from './age';
import approvedBedding from './approved-bedding';
import approvedGrain from './approved-grain';
import birthDate from './birth-date';
import capitalAmount from './capital-amount';
import clothesSets from './clothes-sets';
import type { Fill } from './fill';
import goodsValue from './goods-value';
import heatingAmount from './heating-amount';
import quilts from './quilts';
import reliefAmount from './relief-amount';
import serialNumber from './serial-number';
import sex from './sex';

/** Every fill, in the order in which they run: a fill sees what those before it would put into the row. */
export const fills: readonly Fill[] = [
  reliefAmount,
  approvedGrain,
  quilts,
  clothesSets,
  approvedBedding,
  heatingAmount,
  goodsValue,
  capitalAmount,
  sex,
  birthDate,
  age,
  serialNumber,
];
