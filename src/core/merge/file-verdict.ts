import type { Ledger } from '../ledger/ledger';
import { countOf, type Part } from './part';
import { kilogramsOf } from './quantity';
import { isRead, type ReturnedFile } from './returned-file';
import type { FileVerdict, PartVerdict } from './verdict';
import { sealSentence } from './verify-seal';

/** What became of a file, from what became of its parts; `remarks` are those on parts that were taken. */
export function fileVerdict(
  file: ReturnedFile,
  verdicts: readonly PartVerdict[],
  remarks: ReadonlyMap<Part, readonly string[]>,
): FileVerdict {
  const { workbook } = file;
  const nothing = { workbook, verdict: 'set-aside', taken: 0, setAside: 0 } as const;
  if (!isRead(file)) return { ...nothing, reason: 'unreadable', sentences: [file.unread], sheetsNotRead: [] };
  const { sheetsNotRead } = file;
  if (file.ledgers.length === 0)
    return {
      ...nothing,
      reason: 'not-ledger',
      sentences: ['文件里没有找到台账，请确认交来的是不是台账。'],
      sheetsNotRead,
    };
  const own = verdicts.filter(({ part }) => part.file === file);
  if (own.length === 0)
    return { ...nothing, reason: 'empty', sentences: ['台账里一户也没有填，请填好后再交。'], sheetsNotRead };
  const [first] = own.filter(({ setAside }) => setAside);
  const count = (isTaken: boolean) =>
    own.reduce((sum, { part, setAside }) => sum + ((setAside === undefined) === isTaken ? countOf(part) : 0), 0);
  const takenParts = own.filter(({ setAside }) => !setAside).map(({ part }) => part);
  const sentences = [
    ...new Set(own.flatMap(({ setAside }) => (setAside ? [setAside.sentence] : []))),
    ...(file.seal ? [sealSentence(file.seal)] : []),
    ...file.remarks,
    ...(takenParts.length > 0 ? unitSentences(file.ledgers.map(({ ledger }) => ledger)) : []),
    ...takenParts.flatMap((part) => [...part.remarks, ...(remarks.get(part) ?? [])]),
  ];
  const isQuiet = sentences.length === 0 || (sentences.length === 1 && file.seal?.state === 'unchanged');
  return {
    workbook,
    verdict: takenParts.length === 0 ? 'set-aside' : isQuiet ? 'taken' : 'taken-with-remarks',
    ...(takenParts.length === 0 && first?.setAside && { reason: first.setAside.reason }),
    sentences,
    taken: count(true),
    setAside: count(false),
    sheetsNotRead,
  };
}

/** What was brought to one unit, said once per column. */
function unitSentences(ledgers: readonly Ledger[]): readonly string[] {
  const said = ledgers.flatMap((ledger) =>
    Object.values(ledger.columns).flatMap(({ heading, unit }) => {
      if (unit === '万元') return [`“${heading}”以万元填报，已换算成元。`];
      return unit !== undefined && unit !== '公斤' && kilogramsOf(unit) !== undefined
        ? [`“${heading}”以${unit}填报，已换算成公斤。`]
        : [];
    }),
  );
  return [...new Set(said)];
}
