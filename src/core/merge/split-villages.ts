import { valueOf, type Ledger } from '../ledger/ledger';
import { tidyText } from '../ledger/tidy';
import type { Part, Piece } from './part';
import { inOrder, type ReadFile, type ReturnedLedger } from './returned-file';
import { townshipIn, villageKey, type KnownVillages, type NamedVillage } from './village';

/**
 * The parts of a file: its rows by village and by what a row stands for. Rows without a village belong to the one that the
 * rest of the sheet, the lines above it, the sheet's or the file's name tell of (`known`: names that other files use).
 */
export function splitVillages(file: ReadFile, known: KnownVillages): readonly Part[] {
  const drafts = new Map<string, Draft>();
  const households = soleVillage(file.ledgers.filter(({ ledger }) => ledger.entryIs === 'household'));
  for (const returned of file.ledgers) {
    const { ledger } = returned;
    const isNamed = ledger.columns.villageName?.values.every((name) => name !== undefined);
    const fallback = isNamed ? undefined : (villageBeside(file, ledger, known) ?? households);
    const owner = ownerOf(ledger, fallback, known);
    for (let entry = 0; entry < ledger.rows.length; entry += 1) {
      const { key, name } = owner(entry);
      const draft = draftOf(drafts, ledger.entryIs, key);
      if (name !== '') draft.names.set(name, (draft.names.get(name) ?? 0) + 1);
      const code = tidyText(String(valueOf(ledger, entry, 'villageCode') ?? ''));
      if (code !== '') draft.codes.add(code);
      const last = draft.pieces.at(-1);
      if (last?.returned === returned) last.entries.push(entry);
      else draft.pieces.push({ returned, entries: [entry] });
    }
    for (const draft of drafts.values()) {
      const own = draft.pieces.find((piece) => piece.returned === returned);
      if (own) draft.remarks.push(...strayRemarks(ledger, own.entries, draft.key));
      if (own && !ledger.columns.villageName && draft.key !== '')
        draft.remarks.push(`工作表“${ledger.sheet}”没有村名一栏，按“${fallback?.name ?? ''}”汇入。`);
      if (own && draft.key === '')
        draft.remarks.push(
          `工作表“${ledger.sheet}”有 ${own.entries.length} 行没有村名，文件里也看不出是哪个村，请补填后再汇总。`,
        );
    }
  }
  return [...drafts.values()].map(({ entryIs, key, names, codes, pieces, remarks }): Part => {
    const township =
      file.facts.folder ??
      pieces
        .flatMap(({ returned }) => returned.ledger.title)
        .map(townshipIn)
        .find((each) => each !== undefined);
    const [code] = codes;
    return {
      file,
      key,
      village: [...names].sort((left, right) => right[1] - left[1] || inOrder(left[0], right[0]))[0]?.[0] ?? '',
      ...(township !== undefined && { township }),
      ...(codes.size === 1 && { code }),
      entryIs,
      pieces,
      remarks,
    };
  });
}

/** The villages that a file's rows name, by key: the name used most. */
export function villagesNamed(file: ReadFile): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const { ledger } of file.ledgers)
    for (const name of ledger.columns.villageName?.values ?? [])
      if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
  const named = new Map<string, string>();
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  // One slip of the pen makes no village.
  for (const [name, count] of [...counts].sort((left, right) => right[1] - left[1] || inOrder(left[0], right[0])))
    if ((count > 2 || count * 2 > all) && villageKey(name) !== '' && !named.has(villageKey(name)))
      named.set(villageKey(name), name);
  return named;
}

interface Draft {
  readonly entryIs: Ledger['entryIs'];
  readonly key: string;
  readonly names: Map<string, number>;
  readonly codes: Set<string>;
  readonly pieces: { readonly returned: ReturnedLedger; readonly entries: number[] }[];
  readonly remarks: string[];
}

function draftOf(drafts: Map<string, Draft>, entryIs: Ledger['entryIs'], key: string): Draft {
  const id = `${entryIs}\n${key}`;
  let draft = drafts.get(id);
  if (!draft) drafts.set(id, (draft = { entryIs, key, names: new Map(), codes: new Set(), pieces: [], remarks: [] }));
  return draft;
}

/** Whose an entry is. A village named by one or two rows of a sheet that is otherwise another's is taken for a slip. */
function ownerOf(
  ledger: Ledger,
  fallback: NamedVillage | undefined,
  known: KnownVillages,
): (entry: number) => NamedVillage {
  const counts = new Map<string, number>();
  const names = ledger.columns.villageName?.values ?? [];
  const keys = new Map<string, string>();
  const keyOf = (name: string): string => {
    const key = keys.get(name) ?? villageKey(name);
    keys.set(name, key);
    return key;
  };
  for (const name of names) if (name !== undefined) counts.set(keyOf(name), (counts.get(keyOf(name)) ?? 0) + 1);
  const [main] = [...counts].sort((left, right) => right[1] - left[1] || inOrder(left[0], right[0]));
  const rows = ledger.rows.length;
  const mainRow = names.findIndex((name) => name !== undefined && keyOf(name) === main[0]);
  const mainName: NamedVillage | undefined =
    main && main[1] * 5 >= rows * 4 ? { key: main[0], name: names[mainRow] ?? '' } : undefined;
  return (entry) => {
    const name = names[entry];
    const key = name === undefined ? '' : keyOf(name);
    if (name === undefined || key === '') return mainName ?? fallback ?? { key: '', name: '' };
    const isSlip = mainName && (counts.get(key) ?? 0) <= 2 && key !== mainName.key && !known.has(key);
    return isSlip ? mainName : { key, name };
  };
}

/** What should be known of rows that count among a village though they name another, or none. */
function strayRemarks(ledger: Ledger, entries: readonly number[], key: string): readonly string[] {
  const names = ledger.columns.villageName?.values;
  if (!names || key === '') return [];
  const others = new Map<string, number[]>();
  const unnamed: number[] = [];
  for (const entry of entries) {
    const name = names[entry];
    if (name === undefined) unnamed.push(ledger.rows[entry]);
    else {
      const rows = others.get(name);
      if (rows) rows.push(ledger.rows[entry]);
      else others.set(name, [ledger.rows[entry]]);
    }
  }
  const stray = [...others].filter(([name]) => villageKey(name) !== key);
  return [
    ...stray.map(
      ([name, rows]) =>
        `工作表“${ledger.sheet}”第 ${rows.join('、')} 行的村名写成“${name}”，与其余各行不同，随本村汇入，请核对。`,
    ),
    ...(unnamed.length > 0
      ? [
          `工作表“${ledger.sheet}”第 ${unnamed.slice(0, 20).join('、')}${unnamed.length > 20 ? ' 等' : ''} 行没有写村名，随本村汇入，请核对。`,
        ]
      : []),
  ];
}

/** The one village that all rows of these ledgers name. */
function soleVillage(ledgers: readonly ReturnedLedger[]): NamedVillage | undefined {
  const named = new Map<string, string>();
  for (const { ledger } of ledgers)
    for (const name of ledger.columns.villageName?.values ?? [])
      if (name !== undefined) named.set(villageKey(name), name);
  const [only] = named;
  return named.size === 1 && only[0] !== '' ? { key: only[0], name: only[1] } : undefined;
}

/** The village that the lines above the table, the sheet's name or the file's name tell of. */
function villageBeside(file: ReadFile, ledger: Ledger, known: KnownVillages): NamedVillage | undefined {
  const texts = [...ledger.title, ledger.sheet, file.workbook.replace(/\.[a-z]+$/i, '')];
  for (const text of texts) {
    const [found] = known.namedIn(text);
    if (found) return found;
  }
  for (const text of texts) {
    const named =
      /(?:[乡镇道县区市:/、 ]|^)((?:(?![乡镇县区市旗])\p{Script=Han}){1,8}?(?:村|社区))(?!民|组|级|务|委|\p{Script=Han}*台账模板)/u.exec(
        tidyText(text),
      )?.[1];
    const key = named === undefined ? '' : villageKey(named);
    if (named !== undefined && key !== '' && !/^(行政|所在|各|本|全|所属|填报单位)/.test(named))
      return { key, name: named };
  }
  return undefined;
}

export type { Piece };
