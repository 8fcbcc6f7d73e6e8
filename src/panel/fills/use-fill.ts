import { useCallback, useState } from 'react';
import type { Scheme } from '../../core/policy/scheme';
import { drive, type Watch, type WorkbookPort } from '../../core/workbook/port';
import type { WorkbookSnapshot } from '../../core/workbook/snapshot';
import { isSameScheme } from '../scheme/same-scheme';
import type { SchemeChoice } from '../scheme/use-scheme';
import { previewFill, type FillPreview } from '../../tasks/fill-amounts';

export interface Fill {
  readonly preview?: FillPreview;
  /** The workbook that the preview was computed from. */
  readonly workbook?: WorkbookSnapshot;
  /** Something was changed since the preview, so that its figures may no longer hold. */
  readonly isStale: boolean;
  /** Computes what would be filled; nothing is changed. */
  readonly look: (port: WorkbookPort, watch: Watch) => Promise<FillPreview>;
  readonly forget: () => void;
}

/** The last preview of 填列, and whether it still holds. */
export function useFill(
  { chosen: scheme, scheme: inForce }: Pick<SchemeChoice, 'chosen' | 'scheme'>,
  today: Parameters<typeof previewFill>[0]['today'],
  changes: number,
): Fill {
  const [seen, setSeen] = useState<Seen>();

  const look = useCallback<Fill['look']>(
    async (port, watch) => {
      const workbook = await port.read(watch);
      const preview = await drive(previewFill({ workbook, scheme, today }), watch);
      setSeen({ workbook, preview, scheme, asOf: changes });
      return preview;
    },
    [scheme, today, changes],
  );

  return {
    preview: seen?.preview,
    workbook: seen?.workbook,
    isStale:
      seen !== undefined &&
      (seen.asOf !== changes || (seen.scheme !== scheme && !isSameScheme(seen.preview.scheme.scheme, inForce))),
    look,
    forget: useCallback(() => setSeen(undefined), []),
  };
}

interface Seen {
  readonly workbook: WorkbookSnapshot;
  readonly preview: FillPreview;
  readonly scheme?: Scheme;
  readonly asOf: number;
}
