import type { Watch } from '../../core/workbook/port';
import { fflateCodec } from './package/codec';
import { writePackage } from './package/zip-package';

/** One zip of these files, in their order; names may be Chinese. */
export const zipFiles = (
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  watch?: Watch,
): Promise<Uint8Array> =>
  writePackage(undefined, { replaced: new Map(), removed: new Set(), added: files }, fflateCodec, watch);
