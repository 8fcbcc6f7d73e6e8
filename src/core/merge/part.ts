import { valueOf, type Ledger } from '../ledger/ledger';
import { comparableIdNumbers } from '../ledger/same-people';
import { tidyText } from '../ledger/tidy';
import { canonicalEntries } from './canonical-entry';
import { contentHash } from './content-hash';
import type { ReadFile, ReturnedLedger } from './returned-file';

/** What one file says of one village: the piece that is taken or set aside. */
export interface Part {
  readonly file: ReadFile;
  /** `villageKey` of its village, empty where the file does not say. */
  readonly key: string;
  /** The village as the file writes it most often; empty where it does not say. */
  readonly village: string;
  readonly township?: string;
  /** 行政村代码, where all rows that have one agree. */
  readonly code?: string;
  readonly entryIs: Ledger['entryIs'];
  readonly pieces: readonly Piece[];
  readonly remarks: readonly string[];
}

/** The rows of one sheet that belong to a part. */
export interface Piece {
  readonly returned: ReturnedLedger;
  readonly entries: readonly number[];
}

/** A household or person within its file. */
export interface Place {
  readonly returned: ReturnedLedger;
  readonly entry: number;
}

export function* placesOf(part: Part): Generator<Place> {
  for (const { returned, entries } of part.pieces) for (const entry of entries) yield { returned, entry };
}

export const countOf = (part: Part): number => part.pieces.reduce((sum, { entries }) => sum + entries.length, 0);

/** The name of the household's head or of the person, tidied. */
export const nameOf = ({ returned: { ledger }, entry }: Place): string =>
  tidyText(
    String(
      (ledger.entryIs === 'person' ? valueOf(ledger, entry, 'memberName') : undefined) ??
        valueOf(ledger, entry, 'householdHead') ??
        '',
    ),
  );

/** The identity number by which an entry is known, where it can be compared. */
export const idNumberOf = ({ returned: { ledger }, entry }: Place): string | undefined =>
  ledger.columns.idNumber && comparableIdNumbers(ledger.columns.idNumber.typed)[entry];

/** Same households and persons with the same contents, whatever their order, the form or the file. */
export function contentOf(part: Part): string {
  const known = contents.get(part);
  if (known !== undefined) return known;
  const rows: string[] = [];
  for (const { returned, entries } of part.pieces) {
    const textOf = canonicalEntries(returned.ledger);
    for (const entry of entries) rows.push(contentHash(textOf(entry)));
  }
  const content = contentHash(`${part.entryIs}\n${part.key}\n${rows.sort().join('\n')}`);
  contents.set(part, content);
  return content;
}

const contents = new WeakMap<Part, string>();
