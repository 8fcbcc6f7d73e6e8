import { fills } from '../core/fills';
import { findingKinds } from './check-workbooks';

/** What a person calls the check of that id; `undefined` where there is none. */
export const titleOfCheck = (id: string): string | undefined => findingKinds.get(id)?.title;

/** What a person calls the column that the fill with findings of that id computes; `undefined` where there is none. */
export const titleOfFill = (id: string): string | undefined =>
  fills.find(({ disagrees }) => disagrees.id === id)?.title;
