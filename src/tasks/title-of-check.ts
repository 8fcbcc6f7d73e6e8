import { fills } from '../core/fills';
import { findingKinds } from './check-workbooks';

/** What a person calls the check or fill of that id; `undefined` where there is none. */
export const titleOfCheck = (id: string): string | undefined =>
  findingKinds.get(id)?.title ?? fills.find((fill) => fill.id === id)?.title;
