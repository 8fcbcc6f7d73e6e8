import { Cancelled, type Watch } from '../../../core/workbook/port';

/** Lets the page live between two pieces of long work. Throws `Cancelled` where the person gave up. */
export async function pause(watch: Watch | undefined): Promise<void> {
  if (!watch) return;
  if (watch.cancelled?.()) throw new Cancelled();
  const rest = watch.breathe?.();
  if (rest) await rest;
}
